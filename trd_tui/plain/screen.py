"""The terminal that plain mode writes to: its size, and what happens between two screenfuls."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

RESTS = 0.05
"""Seconds. At 0.02 Fenrir 1.9.6 missed nothing of three screenfuls, at 0 it missed 37 lines of 60."""

LEAST_WIDTH = 10


class Screen:
    """What is known of the terminal: `width` 0 leaves lines unbroken, `rows` 0 is for output without an end.

    `rest` is called between screenfuls: screen readers that compare pictures of the screen, such as Fenrir, miss what
    scrolls away in one go. With `pauses` each screenful waits for the person, since a braille display cannot go back to
    what has scrolled away.
    """

    __slots__ = ("pauses", "rest", "rows", "width")

    def __init__(
        self, width: int = 0, rows: int = 0, rest: Callable[[], object] | None = None, *, pauses: bool = False
    ) -> None:
        self.width = width
        self.rows = rows
        self.rest = rest
        self.pauses = pauses

    @property
    def can_be_read(self) -> bool:
        """Whether somebody may follow what scrolls by on it: in a few columns every word is a screenful."""
        return not self.width or self.width >= LEAST_WIDTH


def rest() -> None:
    """Let a screen reader look at what was written before more of it scrolls away, unless keys wait to be read."""
    import os
    import sys
    from select import select
    from time import sleep

    if os.name == "posix" and sys.stdin.isatty():
        select([sys.stdin], [], [], RESTS)
    else:
        sleep(RESTS)
