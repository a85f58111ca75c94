"""What the rig must know of a screen reader, and where its programs are."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple, Protocol

PROJECT = Path(__file__).parents[3]
INSTALLED = PROJECT / ".readers"
"""What `scripts/readers` installs beside Debian's packages."""
SYSTEM_PATH = f"{os.environ.get('PATH', os.defpath)}{os.pathsep}/usr/sbin{os.pathsep}/sbin"


class Start(NamedTuple):
    """A command, and what it needs in its environment."""

    command: list[str]
    env: dict[str, str]


class Reader(Protocol):
    """A screen reader that runs above a program and speaks into a file."""

    name: str
    own: tuple[str, ...]
    """What it says of itself, whatever runs below it."""

    def missing(self) -> str:
        """The name of a program that is not here; empty if all are."""

    def start(self, program: str, folder: Path, speech: str) -> Start:
        """How it is started above a program (an executable file); what it needs is written into the folder."""

    def passed(self, code: str) -> list[str]:
        """What has to be typed, one after the other, so that a key gets through to the program."""

    def utterances(self, text: str) -> list[str]:
        """What one text given to the voice says, line by line."""


def program(name: str) -> str:
    """The full name of an installed program; empty if it is not here."""
    return shutil.which(name, path=SYSTEM_PATH) or ""


def executable(path: Path, *lines: str) -> str:
    """Write a shell script that can be run; its name."""
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    path.chmod(0o700)
    return str(path)
