"""The file into which screen readers speak, in place of a voice: one JSON line an event."""

from __future__ import annotations

import json
import os
from typing import NamedTuple

STOP = "stop"
SAY = "say"


class Event(NamedTuple):
    """What a reader told its voice: to say a text, or to stop (an empty text)."""

    kind: str
    text: str


def write(path: str, kind: str, text: str = "") -> None:
    """Add an event at the end of the file; several processes may do so at once."""
    line = json.dumps([kind, text]).encode() + b"\n"
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, line)
    finally:
        os.close(handle)


class Speech:
    """Everything that was spoken so far; `read` brings it up to date."""

    def __init__(self, path: str) -> None:
        """The speech in a file, which need not be there yet."""
        self.path = path
        self._end = 0
        self.events: list[Event] = []

    def read(self) -> bool:
        """Take what is new; whether there was anything."""
        try:
            with open(self.path, "rb") as file:
                file.seek(self._end)
                new = file.read()
        except FileNotFoundError:
            return False
        whole = new[: new.rfind(b"\n") + 1]
        self._end += len(whole)
        self.events += [Event(*json.loads(line)) for line in whole.splitlines()]
        return bool(whole)
