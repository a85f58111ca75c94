"""Errors that end a command with a clear message.

TrdError           message, hint, exit status
├── UsageError     status 2: an option or a command that does not exist, or a wrong value
├── NotFoundError  status 1: the section or word asked for is not there
└── ContentError   status 3: the content cannot be read; lists every problem
"""

from __future__ import annotations


class TrdError(Exception):
    """A failure that a person can act on: what happened, and in `hint` what to do about it."""

    status = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(TrdError):
    """The command line, an environment variable or the config file asks for something that does not exist."""

    status = 2


class NotFoundError(TrdError):
    """The section or word asked for is not in the article."""

    status = 1


class ContentError(TrdError):
    """The content cannot be read; `hint` lists the problems, one a line."""

    status = 3
