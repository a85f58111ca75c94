"""Ways to lose a line: a terminal that ends, stalls or was never whole, and signals; what each must come to."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tests.pty import kernel
from tests.pty.terminal import Terminal

GONE_SECONDS, GONE_UNREAD_SECONDS = 2.0, 5.0
HANGUP = 128 + signal.SIGHUP
_HANG_UP_NOW = 0x5437
"""TIOCVHANGUP, which the module termios does not name: every open handle is dead from now on, as after `vhangup`."""
_RESTORED = {b"1049": b"l", b"2004": b"l", b"7": b"h", b"25": b"h"}


class Line(Terminal):
    """A terminal whose command may ignore SIGHUP, or have no controlling terminal."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        input: int | None = None,
        inherits: bool = False,
        ignored: tuple[signal.Signals, ...] = (),
        controls: bool = True,
    ) -> None:
        """The signals that are `ignored` are so from the start, as a parent such as nohup leaves them."""
        self._ignored = ignored
        self._controls = controls
        super().__init__(command, size=size, env=env, input=input, inherits=inherits)

    def _take_control(self) -> None:
        for number in self._ignored:
            signal.signal(number, signal.SIG_IGN)
        if self._controls:
            super()._take_control()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self.process.pid

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the command, which stays to be waited for although it may have ended."""
        os.kill(self.pid, number)

    def stop_output(self) -> None:
        """Stop the terminal, as a flow control of the line does."""
        termios.tcflow(self._other, termios.TCOOFF)

    def go_on(self) -> None:
        """Let a stopped terminal go on."""
        termios.tcflow(self._other, termios.TCOON)

    def revoke(self) -> None:
        """Make every handle dead; where only root may do so, close the other end, which does the same."""
        try:
            fcntl.ioctl(self._other, _HANG_UP_NOW)
        except PermissionError:
            self.hang_up()

    def modes_left_on(self) -> list[str]:
        """What the command has changed in the terminal and not changed back; read what it wrote before."""
        last = dict(re.findall(rb"\x1b\[\?(\d+)([hl])", self.bytes))
        left = [name.decode() for name, state in last.items() if state != _RESTORED.get(name)]
        return left if self.modes_now == self.modes else [*left, "termios"]


Deed = Callable[[Line], object]


class End(NamedTuple):
    """How a command ended: status (negative after a signal), seconds that it took, seconds of processor time."""

    status: int
    seconds: float
    cpu: float


def end_of(line: Line, deeds: Sequence[Deed], seconds: float = GONE_SECONDS) -> End:
    """Do something to a command and see it end after the last deed; AssertionError if it lives on after the time."""
    for deed in deeds[:-1]:
        deed(line)
    used, began = kernel.cpu_seconds(line.pid), time.monotonic()
    deeds[-1](line)
    while not _is_over(line.pid):
        assert time.monotonic() - began < seconds, f"alive after {seconds} s"
        time.sleep(0.005)
    ended = time.monotonic() - began
    cpu = kernel.cpu_seconds(line.pid) - used
    return End(line.process.wait(), ended, cpu)


def _is_over(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


Start = dict[str, Any]


class Way(NamedTuple):
    """What is done to a program that waits for a key, one deed after the other; its status, and how it was started."""

    deeds: tuple[Deed, ...]
    status: int
    start: Start = {}  # noqa: RUF012 - nobody writes to it


def sends(number: signal.Signals) -> Deed:
    """Sends a signal."""

    def deed(line: Line) -> None:
        line.signal(number)

    return deed


def pause(_line: Line) -> None:
    """Let a little time pass."""
    time.sleep(0.05)


hangs_up, is_revoked, stops_output = Line.hang_up, Line.revoke, Line.stop_output
IGNORED: Start = {"ignored": (signal.SIGHUP,)}
LEADERLESS: Start = {"controls": False}
INHERITED: Start = {"inherits": True}
TERM, HUP, STOP, CONT, TSTP = map(
    sends, (signal.SIGTERM, signal.SIGHUP, signal.SIGSTOP, signal.SIGCONT, signal.SIGTSTP)
)
TERMINATED = 128 + signal.SIGTERM

LOST = {
    "hangup": Way((hangs_up,), HANGUP),
    "hangup, SIGHUP ignored": Way((hangs_up,), HANGUP, IGNORED),
    "hangup, no controlling terminal": Way((hangs_up,), HANGUP, LEADERLESS),
    "hangup, other end inherited": Way((hangs_up,), HANGUP, INHERITED),
    "hangup, other end inherited, SIGHUP ignored": Way((hangs_up,), HANGUP, INHERITED | IGNORED),
    "handles dead, SIGHUP ignored": Way((is_revoked,), HANGUP, IGNORED),
    "SIGTERM": Way((TERM,), TERMINATED),
    "SIGHUP": Way((HUP,), HANGUP),
    "output stopped, SIGTERM": Way((stops_output, TERM), TERMINATED),
    "SIGTERM, SIGHUP ignored": Way((TERM,), TERMINATED, IGNORED),
}
"""The ways that every mode is tried with."""

ODD = {
    "handles dead": Way((is_revoked,), HANGUP),
    "handles dead, no controlling terminal": Way((is_revoked,), HANGUP, LEADERLESS),
    "hangup, other end inherited, no controlling terminal": Way((hangs_up,), HANGUP, INHERITED | LEADERLESS),
    "output stopped, hangup": Way((stops_output, pause, hangs_up), HANGUP, IGNORED),
    "SIGTERM twice": Way((TERM, TERM), TERMINATED),
    "SIGTERM, hangup": Way((TERM, hangs_up), TERMINATED, IGNORED),
    "SIGHUP, SIGTERM": Way((HUP, TERM), HANGUP),
    "stopped, hangup": Way((STOP, pause, hangs_up, pause, CONT), HANGUP, IGNORED),
    "stopped, handles dead": Way((STOP, pause, is_revoked, pause, CONT), HANGUP, IGNORED),
    "stopped, SIGTERM": Way((STOP, pause, TERM, pause, CONT), TERMINATED),
    "SIGTSTP, hangup": Way((TSTP, pause, hangs_up, pause, CONT), HANGUP, IGNORED),
    "SIGTSTP, SIGTERM": Way((TSTP, pause, TERM, pause, CONT), TERMINATED),
}
"""More than one thing at a time."""

SIGNALS = {
    number.name: Way((sends(number),), 128 + number)
    for number in map(signal.Signals, (3, 5, 6, 10, 12, 14, 16, 24, 26, 27, 29, 30, 31, signal.SIGRTMIN))
}
"""Signals that nobody sends by design, whose default ends a process and leaves its terminal as it is."""
