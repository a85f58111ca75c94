"""Where inputs are given: how the program is started, how one gets there again, and what is seen there."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.hostile.inputs import Size

F1, F2, F3, F4, F10, ESCAPE = b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS", b"\x1b[21~", b"\x1b"
ENTER, TAB, DOWN, REDRAW, AWAY = b"\r", b"\t", b"\x1b[B", b"\x0c", b"\x18"
STARTS = re.compile(r"Press Enter to start|Enter: start")
KEYS_TITLE, HELP_TITLE, HELP_LETTERS = "Keys", "Get help now", b"UnitedStates"
LIST = (F3, ESCAPE)
QUESTION = (*LIST, F4, b"a", b"2", ENTER, b"2", ENTER)
RESULTS = (*QUESTION, b"e")
SHEET = (*RESULTS, b"v")


class Place(NamedTuple):
    """A place: options, size of the terminal, keys that lead there from anywhere, and a text that is seen there then.

    `is_plain` is line by line; `piped` has no terminal.
    """

    name: str
    keys: tuple[bytes, ...]
    shows: str
    options: tuple[str, ...] = ()
    size: Size = Size(80, 24)
    is_plain: bool = False
    piped: bool = False


FULL = (
    Place("list", LIST, " of 23"),
    Place("text", (*LIST, TAB), "Esc Back"),
    Place("search field", (F3,), "Search:"),
    Place("results of a search", (F3, b"sleep", DOWN), "found"),
    Place("start of the questions", (*LIST, F4), "Leave"),
    Place("question", QUESTION, "1 ( )"),
    Place("results", RESULTS, "What to bring"),
    Place("sheet", SHEET, "To take along"),
    Place("keys page", (*LIST, F1), "What you can press"),
    Place("help now", (*LIST, F2), "988"),
    Place("narrow", LIST, "", size=Size(40, 12)),
    Place("narrow text", (*LIST, ENTER), "", size=Size(40, 12)),
    Place("smallest question", QUESTION, "", size=Size(20, 6)),
    Place("linear", LIST, "", ("--linear",)),
    Place("linear text", (*LIST, ENTER), "", ("--linear",)),
    Place("linear question", QUESTION, "", ("--linear",)),
)
SAVE = Place("save field", (*SHEET, ENTER), "File name:")
"""Not in a kiosk."""

KIOSK = (
    Place("first screen", (AWAY,), "to start"),
    Place("first screen, narrow", (AWAY,), "start", size=Size(30, 10)),
    Place("plain, first screen", (AWAY,), "", is_plain=True),
    Place("done page", (*LIST, F10), "Are you done?"),
)
"""Only in a kiosk."""
FIRST = KIOSK[:3]
_CONTENTS = (b"l\n", b"c\n")
_ASKED = (b"l\n", b"g\n", b"a\n", b"1\n", b"1\n", b"2\n")
PLAIN = (
    Place("plain, contents", _CONTENTS, "", is_plain=True),
    Place("plain, question", _ASKED, "", is_plain=True),
    Place("plain, smallest", _CONTENTS, "", size=Size(20, 6), is_plain=True),
    Place("pipe, contents", _CONTENTS, "", is_plain=True, piped=True),
    Place("pipe, question", _ASKED, "", is_plain=True, piped=True),
)
