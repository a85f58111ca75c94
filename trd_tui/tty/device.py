"""The terminal as a file: opened anew by name, so that the handles shared with the shell stay as they are."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import termios
import time
from typing import Any

USUAL_SIZE = (80, 24)
LARGEST_SIZE = (400, 150)
LONGEST_READ = 4096
_handed_on: dict[int, list[Any]] = {}
"""The modes that a terminal had before anybody changed them, while no `Device` has it."""


class Device:
    """A terminal in raw, non-blocking use."""

    def __init__(self) -> None:
        """Open the terminal of standard input or output, else the controlling one; OSError when there is none."""
        self.fileno = _open()
        self._before: list[Any] | None = None

    def raw(self) -> None:
        """Every key as it is typed, every byte as it is written, until `restore`; OSError after a hangup."""
        try:
            self._make_raw()
        except termios.error as error:
            raise OSError(*error.args) from error

    def _make_raw(self) -> None:
        modes = termios.tcgetattr(self.fileno)
        usual = _handed_on.pop(self._terminal, None) or [
            list(part) if isinstance(part, list) else part for part in modes
        ]
        self._before = self._before or usual
        modes[0] &= ~(termios.BRKINT | termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP | termios.IXON)
        modes[1] &= ~termios.OPOST
        modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self.fileno, termios.TCSANOW, modes)

    def restore(self, farewell: bytes, seconds: float, *, hands_on: bool = False) -> None:
        """Write what ends the full screen and restore the modes, without draining, in no more than the time given.

        In the background only the first: the modes are the shell's there, and changing them would stop the process.
        Where it `hands_on` the terminal to the next `Device` of this process, what is typed meanwhile is not shown.
        """
        # With SIGTTOU blocked a write from the background cannot stop the process either (termios, TOSTOP).
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        try:
            if self._is_ours():
                self._restore(farewell, seconds, hands_on=hands_on)
            else:
                self._write_all(farewell, time.monotonic() + seconds)
        except (OSError, termios.error):
            return
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)

    def _restore(self, farewell: bytes, seconds: float, *, hands_on: bool) -> None:
        """Restore all, even where the output of the terminal was stopped (TCOOFF)."""
        try:
            termios.tcflow(self.fileno, termios.TCOON)
            if not self._write_all(farewell, time.monotonic() + seconds):
                # Nobody reads, and what waits to be read is a frame of a screen that is being left.
                termios.tcflush(self.fileno, termios.TCOFLUSH)
                self._write_all(farewell, 0.0)
        finally:
            if self._before is not None:
                termios.tcflush(self.fileno, termios.TCIFLUSH)
                termios.tcsetattr(self.fileno, termios.TCSANOW, _unseen(self._before) if hands_on else self._before)
                if hands_on:
                    _handed_on[self._terminal] = self._before
                self._before = None

    @property
    def _terminal(self) -> int:
        return os.fstat(self.fileno).st_rdev

    def _is_ours(self) -> bool:
        """Whether this process is in the foreground of the terminal, or the terminal is not that of its session."""
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:
            return True

    def close(self) -> None:
        """Close the file; the modes stay as they are."""
        os.close(self.fileno)

    def size(self) -> tuple[int, int]:
        """Columns and rows as the kernel knows them; 80 x 24 where it does not, and never above 400 x 150."""
        try:
            rows, columns = struct.unpack("HHHH", fcntl.ioctl(self.fileno, termios.TIOCGWINSZ, bytes(8)))[:2]
        except OSError:
            rows = columns = 0
        if not (rows and columns):
            return USUAL_SIZE
        return min(columns, LARGEST_SIZE[0]), min(rows, LARGEST_SIZE[1])

    def read(self) -> bytes | None:
        """What was typed, b"" when nothing was; None once the terminal has hung up."""
        try:
            return os.read(self.fileno, LONGEST_READ) or None
        except (BlockingIOError, InterruptedError):
            return b""
        except OSError:
            return None

    def has_unread(self) -> bool:
        """Whether more was typed than has been read."""
        return bool(select.select([self.fileno], [], [], 0)[0])

    def write(self, data: bytes) -> int | None:
        """Write what the terminal takes now and return its length; None once the terminal has hung up."""
        try:
            return os.write(self.fileno, data)
        except (BlockingIOError, InterruptedError):
            return 0
        except OSError:
            return None

    def _write_all(self, data: bytes, deadline: float) -> bool:
        """Write all until a time; whether the terminal took it, or is gone."""
        while data:
            written = self.write(data)
            if written is None:
                return True
            data = data[written:]
            left = deadline - time.monotonic()
            if data and (left <= 0 or not select.select([], [self.fileno], [], left)[1]):
                return False
        return True


def give_back_handed_on() -> None:
    """Give back, at the end of the process, a terminal that was handed on and that nobody took."""
    for handle in (0, 1):
        try:
            modes = _handed_on.pop(os.fstat(handle).st_rdev, None)
            if modes is not None:
                termios.tcsetattr(handle, termios.TCSANOW, modes)
        except (OSError, termios.error):
            continue


def _unseen(modes: list[Any]) -> list[Any]:
    return [*modes[:3], modes[3] & ~(termios.ECHO | termios.ECHONL), *modes[4:]]


def _open() -> int:
    for name in _names():
        try:
            return os.open(name, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            continue
    raise OSError("There is no terminal to open.")


def _names() -> list[str]:
    names = []
    for handle in (0, 1):
        try:
            names.append(os.ttyname(handle))
        except OSError:
            continue
    return [*names, "/dev/tty"]
