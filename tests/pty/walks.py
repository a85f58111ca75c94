"""Ways through the program for readers that follow the cursor: where Down is pressed, and the row it leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.pty import kernel
from tests.pty.terminal import Terminal

DOWN, ENTER, ESCAPE, RIGHT = "\x1b[B", "\r", "\x1b", "\x1b[C"
BAR, MARK = "\u2502", ">"
HELP = "988"


class Walk(NamedTuple):
    """Options, columns and rows, the keys that lead to where the walk begins (with what is shown then), its length."""

    options: tuple[str, ...]
    size: tuple[int, int]
    keys: tuple[tuple[str, str], ...]
    length: int


LINEAR = ("--linear",)
ECT = ("--section", "ect")
TO_QUESTION = (("g", "Start"), ("1", ""), (ENTER, "Show me help"), ("2", ""), (ENTER, "part A"))

WALKS = {
    "list, wide": Walk((), (80, 24), (), 6),
    "list, linear": Walk(LINEAR, (80, 24), (), 6),
    "list, linear, scrolling": Walk(LINEAR, (80, 8), (), 8),
    "list come back to, linear": Walk(LINEAR, (80, 24), ((ENTER, "988"), (ESCAPE, "23 sections")), 4),
    "text, linear": Walk((*LINEAR, *ECT), (80, 24), (), 6),
    "text, linear, scrolling": Walk((*LINEAR, *ECT), (80, 8), (), 8),
    "choices, wide": Walk((), (80, 24), TO_QUESTION, 3),
    "question and choices, linear": Walk(LINEAR, (80, 24), TO_QUESTION, 6),
}


def begin(terminal: Terminal, walk: Walk, pressed: Callable[[], object] = lambda: None) -> None:
    """Go where the walk begins; `pressed` is called after each key."""
    terminal.wait_for(HELP)
    settle(terminal)
    for key, shown in walk.keys:
        terminal.send(key)
        pressed()
        terminal.wait_for(shown)
        settle(terminal)


def settle(terminal: Terminal, *, longest: int | None = None) -> None:
    """Wait until only a key could wake the program; AssertionError if a timer has longer to go (milliseconds)."""
    pid = terminal.process.pid

    def is_settled() -> bool:
        assert longest is None or kernel.timeout(pid) <= longest
        return kernel.waits_for_ever(pid) and not terminal.read(0.05)

    terminal.wait_until(is_settled)


def title(terminal: Terminal) -> str:
    """What a reader says of the cursor's row: the list's own part of it, without the mark."""
    return terminal.rows[terminal.cursor[1]].partition(BAR)[0].strip(f"{MARK} ")
