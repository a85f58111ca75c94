"""A session of the program with a reader: keys in, what is spoken or shown in braille out."""

from __future__ import annotations

import shlex
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.pty.terminal import Terminal
from tests.real.readers import processes
from tests.real.readers.reader import PROJECT, executable

PATIENCE = 90.0
QUIET = 0.4
"""Seconds without a byte, a word or a process at work, after which nothing comes; readers look 20 times a second."""
BETWEEN_LETTERS = 0.06
BETWEEN_LOOKS = 0.015
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f4": "\x1bOS",
}


class Session(Terminal, ABC):
    """The program and a reader; use it with `with`, which ends both."""

    ended: Path
    """A file with the exit status, which is there when the program has ended."""

    @abstractmethod
    def listen(self) -> bool:
        """Take what the reader has told by now; whether there was anything new."""

    @abstractmethod
    def mark(self) -> int:
        """How much was told so far, for `since`."""

    @abstractmethod
    def since(self, mark: int) -> list[str]:
        """What was spoken or shown after a mark, line by line, without what was cut off."""

    def passed(self, code: str) -> list[str]:
        """What has to be typed, one after the other, so that a key gets through to the program."""
        return [code]

    def readers(self) -> list[int]:
        """The processes of the reader, besides the one that was started in the terminal and those below it."""
        return []

    def __exit__(self, *error: object) -> None:
        processes.end([self.process.pid])
        super().__exit__(*error)

    def quiet(self, seconds: float = QUIET, enough: Callable[[], bool] = lambda: False) -> None:
        """Wait until nothing is written or told, and nothing computes, or until something is enough."""
        ours = [self.process.pid, *self.readers()]
        deadline = time.monotonic() + PATIENCE
        still = time.monotonic()
        while time.monotonic() - still < seconds and not enough():
            assert time.monotonic() < deadline, f"It does not come to rest. On the screen:\n{self.text}"
            read = self.read(BETWEEN_LOOKS)
            if self.listen() or read or processes.at_work(ours):
                still = time.monotonic()

    def begin(self) -> list[str]:
        """Wait for the program to be there; what was told by then."""
        self.wait_until(lambda: self.listen() or bool(self.since(0)), PATIENCE)
        self.quiet()
        assert not self.ended.exists(), f"The program has ended. On the screen:\n{self.text}"
        return self.since(0)

    def press(self, *keys: str) -> list[str]:
        """Press some keys, by name or as they are, each after the one before was answered; what was told."""
        told = []
        for key in keys:
            mark = self.mark()
            *before, last = self.passed(KEYS.get(key, key))
            for code in before:
                self.send(code)
                self.quiet(BETWEEN_LETTERS)
            self.send(last)
            self.quiet()
            told += self.since(mark)
        return told

    def type(self, text: str) -> list[str]:
        """Type a text letter by letter; what was told meanwhile."""
        mark = self.mark()
        for letter in text:
            self.send(letter)
            self.quiet(BETWEEN_LETTERS)
        self.quiet()
        return self.since(mark)

    def line(self, text: str) -> list[str]:
        """Type a line and Enter; what was told after Enter."""
        self.type(text)
        return self.press("enter")


def ended_in(folder: Path) -> Path:
    """Where the exit status will be."""
    return folder / "ended"


def program(arguments: Sequence[str], folder: Path) -> str:
    """An executable that starts the real program and outlives it, as the shell does above which readers run."""
    command = shlex.join([sys.executable, "-m", "trd_tui", *arguments])
    status = f"echo $? >{shlex.quote(str(ended_in(folder)))}"
    return executable(
        folder / "program",
        f"cd {shlex.quote(str(PROJECT))}",
        "unset PYTHONPATH FENRIR_SPEECH",
        command,
        status,
        "exec cat",
    )
