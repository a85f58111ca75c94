"""The end that comes from outside: a signal or a hangup; and a hard way out when the app does not end in time."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from trd_tui.tty.deadly import deadly

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

HARD_SECONDS = 1.5
LAST_WORDS_SECONDS = 0.5
HANGUP_STATUS = 128 + signal.SIGHUP


class Ending:
    """Turns signals that end a process into its exit status, 128 and their number: 143 for SIGTERM, 129 for a hangup.

    The handlers run between two instructions, not in the event loop, so that a busy app still meets its alarm.
    """

    def __init__(self, loop: AbstractEventLoop, leave: Callable[[int], None], restore: Callable[[], None]) -> None:
        """`leave` ends the app with a status; `restore` gives the terminal back at once, before a hard end."""
        self._loop = loop
        self._leave = leave
        self._restore = restore
        self._status = 0
        self._hard_status = 0
        self._last_words = ""
        self._is_leaving = False
        self._before: dict[int, object] = {}

    def watch(self) -> None:
        """Handle the signals from now on; SIGINT is a key here."""
        for number in deadly():
            self._before[number] = signal.signal(number, self._on_signal)
        self._before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.SIG_IGN)

    def unwatch(self) -> None:
        """Give the signals back, after the terminal; if an end was begun, this is the end of the process."""
        for number, handler in self._before.items():
            if not (self._hard_status and number == signal.SIGALRM):
                signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()
        if self._status:
            os._exit(self._status)

    @property
    def has_begun(self) -> bool:
        """Whether the process is to end."""
        return bool(self._hard_status)

    def begin(self, status: int) -> None:
        """End the app with a status, or the process soon after; only the first call counts."""
        if self._status:
            return
        self._status = status
        self.expect(status)
        self._loop.call_soon_threadsafe(self._leave, status)

    def expect(self, status: int, last_words: str = "") -> None:
        """Expect the app to end by itself; if it does not in time, the process ends with a status and last words."""
        if not self._hard_status:
            self._hard_status, self._last_words = status, last_words
            signal.signal(signal.SIGALRM, self._leave_hard)
            signal.setitimer(signal.ITIMER_REAL, HARD_SECONDS)

    def _on_signal(self, number: int, _frame: object) -> None:
        self.begin(128 + number)

    def _leave_hard(self, _number: int, _frame: object) -> None:
        if self._is_leaving:
            os._exit(self._hard_status)
        self._is_leaving = True
        # Standard error may be a terminal that nobody reads, where the last words would wait for ever.
        signal.setitimer(signal.ITIMER_REAL, LAST_WORDS_SECONDS)
        try:
            self._restore()
            if self._last_words:
                print(self._last_words, file=sys.__stderr__, flush=True)
        finally:
            os._exit(self._hard_status)
