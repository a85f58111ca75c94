"""Reading a screen as a person with large letters does: line by line with one key, keeping what comes into sight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trd_tui.tui.rows.row import text_of, width_of
from trd_tui.tui.screens.face import Face

MOST = 3000
COLUMNS = re.compile(r"\S {2,}\S")
"""What stands beside something else on the same row."""


def body(face: Face) -> list[str]:
    """The rows between the first and the last, each no wider than the screen, and without its blanks at the ends."""
    rows, panes = face.rows(), face.panes
    assert len(rows) == panes.height
    assert all(width_of(row) <= panes.width for row in rows)
    return [text_of(row).strip() for row in rows[panes.top : panes.height - panes.foot]]


def read_down(face: Face) -> list[str]:
    """Every row that Down brings on the screen, in order, from what is there now to the end."""
    shown = body(face)
    read = list(shown)
    for _ in range(MOST):
        before = shown, face.cursor()
        face.actions["move_down"]()
        shown = body(face)
        if shown != before[0]:
            came = next(by for by in range(1, len(shown) + 1) if _same(shown[:-by], before[0][by:]))
            read += shown[-came:]
        elif face.cursor() == before[1]:
            return read
    raise AssertionError("there is no end")


def _same(rows: Sequence[str], others: Sequence[str]) -> bool:
    """Whether these are the same rows; the mark of the focus may have gone to another one."""
    return [_unmarked(row) for row in rows] == [_unmarked(row) for row in others]


def _unmarked(row: str) -> str:
    return row.removeprefix(">").strip()


def squeezed(texts: Sequence[str]) -> str:
    """Texts without any blank, so that it does not matter where lines, or words too long for them, were broken."""
    return "".join("".join(map(_unmarked, texts)).split())


def assert_in_order(texts: Sequence[str], rows: Sequence[str]) -> None:
    """Every text stands in the rows as a whole, after those before it."""
    read, at = squeezed(rows), 0
    for text in texts:
        found = read.find("".join(text.split()), at)
        assert found >= 0, (text, rows)
        at = found + len("".join(text.split()))


def assert_one_column(rows: Sequence[str]) -> None:
    """No row needs another row beside it to be understood."""
    assert [row for row in rows if COLUMNS.search(_unmarked(row).removeprefix("• "))] == []
