"""The end that comes from outside: SIGTERM, SIGHUP, a hangup; and a hard way out when the app does not end in time."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

HARD_SECONDS = 1.5
HANGUP_STATUS = 128 + signal.SIGHUP


class Ending:
    """Turns signals into an exit status: 143 for SIGTERM, 129 for SIGHUP and a hangup.

    The handlers run between two instructions, not in the event loop, so that a busy app still meets its alarm.
    """

    def __init__(self, loop: AbstractEventLoop, leave: Callable[[int], None], restore: Callable[[], None]) -> None:
        """`leave` ends the app with a status; `restore` gives the terminal back at once, before a hard end."""
        self._loop = loop
        self._leave = leave
        self._restore = restore
        self._status = 0
        self._before: dict[int, object] = {}

    def watch(self) -> None:
        """Handle the signals from now on; SIGHUP stays ignored where it was (nohup), and SIGINT is a key here."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN or number == signal.SIGTERM:
                self._before[number] = signal.signal(number, self._on_signal)
        self._before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.SIG_IGN)

    def unwatch(self) -> None:
        """Give the signals back; an alarm that is set stays, until the process is gone."""
        if self._status:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()

    def begin(self, status: int) -> None:
        """End the app with a status, or the process soon after; only the first call counts."""
        if self._status:
            return
        self._status = status
        signal.signal(signal.SIGALRM, self._leave_hard)
        signal.setitimer(signal.ITIMER_REAL, HARD_SECONDS)
        self._loop.call_soon_threadsafe(self._leave, status)

    def _on_signal(self, number: int, _frame: object) -> None:
        self.begin(128 + number)

    def _leave_hard(self, _number: int, _frame: object) -> None:
        try:
            self._restore()
        finally:
            os._exit(self._status)
