"""What a kiosk's plain session reads from and writes to, and how that ends: on a terminal, or where there is none."""

from __future__ import annotations

import os
import select
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from trd_tui.plain.kiosk_terminal import Gone, HungUp, KioskTerminal, LetOut
from trd_tui.plain.limited_lines import LimitedLines
from trd_tui.plain.session import EXIT, QUIT, SWITCH
from trd_tui.streams import HANGUP, STDOUT, close_inherited_masters, let_go_of
from trd_tui.tty.deadly import deadly
from trd_tui.tty.device import Device

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NoReturn

    from trd_tui.commands import Command
    from trd_tui.kiosk import Kiosk
    from trd_tui.plain.session import Source
    from trd_tui.plain.voice import Sink
    from trd_tui.reading import Reading
    from trd_tui.words import Words

    Talk = Callable[[Source, Sink], str]
    """A session over two streams; what it ended with."""

FAREWELL_SECONDS = 0.3


def on_terminal(
    kiosk: Kiosk, reading: Reading, commands: Iterable[Command], clears: str, talk: Talk, *, is_fresh: bool
) -> str | int:
    """Talk on the terminal of this process; what it ended with, or the exit status after a hangup.

    However it ends, the terminal has its modes back, and unless the person goes on elsewhere it is cleared by `clears`.
    """
    close_inherited_masters()
    device, farewell, hands_on = Device(), clears.encode(), False
    before = _end_on_signals(device, farewell)
    try:
        device.raw()
        terminal = KioskTerminal(device, kiosk, reading.library.words, commands, is_fresh=is_fresh, encode=_encoded)
        ended = talked(terminal, kiosk, reading, clears, talk)
        farewell = b"" if isinstance(ended, str) and ended != QUIT else farewell
        hands_on = ended == SWITCH or (ended == EXIT and not kiosk.ends)
        return ended
    finally:
        device.restore(farewell, FAREWELL_SECONDS, hands_on=hands_on)
        for number, handler in before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        device.close()


def talked(terminal: KioskTerminal, kiosk: Kiosk, reading: Reading, clears: str, talk: Talk) -> str | int:
    """Talk, and forget who is gone; what it ended with, or the exit status."""
    try:
        try:
            return talk(terminal, terminal)
        except Gone:
            reading.forget()
            if kiosk.ends:
                return QUIT
            terminal.wipe(clears)
            return EXIT
    except LetOut:
        return QUIT
    except HungUp:
        return HANGUP


def _end_on_signals(device: Device, farewell: bytes) -> dict[int, object]:
    """End at once on SIGTERM, SIGHUP and their like, with the terminal given back; after a stop, take it again."""

    def end(number: int, _frame: object) -> NoReturn:
        try:
            device.restore(farewell, FAREWELL_SECONDS)
        finally:
            os._exit(128 + number)

    def go_on(_number: int, _frame: object) -> None:
        # After a hangup there is nothing to take again, and the next read says so.
        with suppress(OSError):
            device.raw()

    before: dict[int, object] = {number: signal.signal(number, end) for number in deadly()}
    return {**before, signal.SIGCONT: signal.signal(signal.SIGCONT, go_on)}


def _encoded(text: str) -> bytes:
    """The bytes of a text that this process's terminal can show."""
    return text.encode(sys.stdout.encoding, sys.stdout.errors or "strict")


def without_terminal(kiosk: Kiosk, reading: Reading, talk: Talk) -> str:
    """Talk over standard input and output, as long as lines come; who says nothing for too long is gone."""
    streams = TimedStreams(kiosk, reading.library.words)
    before = signal.signal(signal.SIGALRM, _gone)
    try:
        return talk(streams, streams)
    except Gone:
        reading.forget()
        streams.end(reading.library.words("plain.kiosk.gone", seconds=streams.limit))
        return EXIT
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _gone(_number: int, _frame: object) -> NoReturn:
    raise Gone


def _comes(seconds: float) -> bool:
    """Whether standard input has more, or its end, within a time."""
    return bool(select.select([sys.stdin], [], [], seconds)[0])


class TimedStreams:
    """Standard input and output, with an alarm after `limit` seconds without a line, or in which nothing is taken."""

    def __init__(self, kiosk: Kiosk, words: Words) -> None:
        self._kiosk = kiosk
        self._words = words
        self._lines = LimitedLines(sys.stdin.buffer, _comes, sys.stdin.encoding)  # type: ignore[arg-type] # buffered
        self._characters = 0
        self._is_reading = False
        self.limit = 0
        self._set()

    def write(self, text: str, /) -> None:
        """Write a text."""
        self._characters += len(text)
        sys.stdout.write(text)

    def flush(self) -> None:
        """Let it be seen."""
        sys.stdout.flush()

    def readline(self, size: int, /) -> str:
        """The next line, or as much of it as may be read; empty at the end."""
        self._set()
        self._is_reading = True
        line = self._lines.readline(size)
        self._is_reading, self._characters = False, 0
        if self._lines.has_dropped:
            self._lines.has_dropped = False
            sys.stdout.write(f"{self._words('plain.kiosk.flood')}\n")
        self._set()
        return line

    def end(self, reason: str) -> None:
        """Say why this ends, where anybody takes what is said."""
        signal.alarm(0)
        if self._is_reading:
            sys.stdout.write(f"\n{reason}\n")
        else:
            let_go_of(STDOUT)

    def _set(self) -> None:
        self.limit = round(self._kiosk.patience(self._characters)) + self._kiosk.warning
        signal.alarm(self.limit)
