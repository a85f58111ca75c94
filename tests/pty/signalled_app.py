"""The program, which signals itself while it takes or gives back the terminal.

Run it as `signalled_app.py NUMBER LINE OPTIONS...`. The signal comes before the line of that number, counted over all
lines that the driver runs for it; the count of all lines is the last line of standard error when none was that far.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from trd_tui import cli

Trace = Callable[[FrameType, str, Any], Any]
WATCHED = ("trd_tui/tui/driver.py", "trd_tui/tui/wire/ending.py", "trd_tui/tty/device.py")
OUTERMOST = ("start_application_mode", "stop_application_mode")


class Tracer:
    """Counts lines below each outermost call, each line once, and signals before one of them."""

    def __init__(self, number: int, line: int) -> None:
        self._number, self._line = number, line
        self._depth = 0
        self._seen: set[tuple[int, str, int]] = set()
        self._outermost = 0

    def call(self, frame: FrameType, _event: str, _arg: object) -> Trace | None:
        """Trace a call if it is one of the driver's while it takes the terminal or gives it back."""
        code = frame.f_code
        if not code.co_filename.endswith(WATCHED):
            return None
        is_outermost = code.co_name in OUTERMOST
        if not self._depth and not is_outermost:
            return None
        self._depth += is_outermost
        self._outermost += is_outermost
        return self.step

    @property
    def count(self) -> int:
        """How many lines there were."""
        return len(self._seen)

    def step(self, frame: FrameType, event: str, _arg: object) -> Trace | None:
        """Count one line; at the one that was asked for, signal."""
        line = self._outermost, frame.f_code.co_filename, frame.f_lineno
        if event == "line" and line not in self._seen:
            self._seen.add(line)
            if self.count == self._line:
                os.kill(os.getpid(), self._number)
        elif event == "return" and frame.f_code.co_name in OUTERMOST:
            self._depth -= 1
        return self.step


if __name__ == "__main__":
    tracer = Tracer(int(sys.argv[1]), int(sys.argv[2]))
    del sys.argv[1:3]
    sys.settrace(tracer.call)
    try:
        cli.run()
    finally:
        print(f"lines {tracer.count}", file=sys.stderr)
