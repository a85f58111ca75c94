"""A terminal without a kernel: what is typed when, a clock that waits for nobody, and all that was written."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import cast

from trd_tui.commands import COMMANDS, in_kiosk
from trd_tui.kiosk import Kiosk
from trd_tui.plain.kiosk_terminal import KioskTerminal
from trd_tui.tty.device import Device
from trd_tui.words import Words

IDLE, WARNING = 100, 30
STEP = 0.2
"""Seconds between two keys, as a person types them."""
F2, F6, F9, F10 = b"\x1bOQ", b"\x1b[17~", b"\x1b[20~", b"\x1b[21~"


class WaitsForEverError(Exception):
    """Nothing more is typed, and no time was set."""


class Desk:
    """Stands in the place of the terminal and of the clock; times are seconds from the start.

    `typed` are bytes by the time at which they come; `takes` is how many bytes the terminal takes, until the time when
    it `resumes`.
    """

    fileno = 0

    def __init__(
        self, typed: dict[float, bytes], width: int = 120, takes: int = 1_000_000, resumes: float = inf
    ) -> None:
        self.now = 0.0
        self.waited: list[float | None] = []
        self._typed = sorted(typed.items())
        self._width = width
        self._takes = takes
        self._resumes = resumes
        self.written = b""
        self.is_hung_up = False

    @property
    def text(self) -> str:
        """All that was written, with plain line breaks."""
        assert self.written.count(b"\n") == self.written.count(b"\r\n")
        return self.written.decode().replace("\r\n", "\n")

    def size(self) -> tuple[int, int]:
        return self._width, 24

    def write(self, data: bytes) -> int | None:
        if self.is_hung_up:
            return None
        taken = data if self.now >= self._resumes else data[: self._takes]
        self._takes -= len(taken)
        self.written += taken
        return len(taken)

    def read(self) -> bytes | None:
        if self.is_hung_up:
            return None
        return self._typed.pop(0)[1] if self._typed and self._typed[0][0] <= self.now else b""

    def wait(self, _file: int, seconds: float | None, *, writes: bool) -> bool:
        self.waited.append(seconds)
        if self.is_hung_up:
            return True
        typed = self._typed[0][0] if self._typed else inf
        end = min(typed, self._resumes if writes else inf, inf if seconds is None else self.now + seconds)
        if end == inf:
            raise WaitsForEverError
        self.now = max(self.now, end)
        return typed <= self.now

    def terminal(
        self,
        words: Words,
        kiosk: Kiosk | None = None,
        *,
        is_fresh: bool = False,
        encode: Callable[[str], bytes] = str.encode,
    ) -> KioskTerminal:
        """The terminal that a session reads from and writes to."""
        return KioskTerminal(
            cast("Device", self),
            kiosk or Kiosk(idle=IDLE, warning=WARNING),
            words,
            in_kiosk(COMMANDS),
            is_fresh=is_fresh,
            encode=encode,
            clock=lambda: self.now,
            wait=self.wait,
        )


def at_once(typed: bytes, start: float = 1.0) -> dict[float, bytes]:
    """Bytes as one read brings them."""
    return {start: typed}


def one_by_one(typed: str | list[bytes], start: float = 1.0) -> dict[float, bytes]:
    """Keys as a person presses them."""
    keys = [letter.encode() for letter in typed] if isinstance(typed, str) else typed
    return {start + number * STEP: key for number, key in enumerate(keys)}
