"""One scrolling column of texts and choices, without a screen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trd_tui.layout import Line
from trd_tui.tui.rows.column import Column, Piece
from trd_tui.tui.rows.row import text_of

SHAPES = st.lists(st.tuples(st.booleans(), st.integers(1, 9)), max_size=12)
"""Whether a piece can have the focus, and how many lines it has."""
KEYS = st.sampled_from(["up", "down", "page up", "page down", "home", "end"])


def _piece(number: int, rows: int, *, chosen: bool) -> Piece:
    def lay(width: int) -> Sequence[Line]:
        return [Line(f"{number}.{row}"[:width], "choice") for row in range(rows)]

    return Piece(lay, str(number) if chosen else "")


def _column(shape: Sequence[tuple[bool, int]], height: int, *, linear: bool = False) -> Column:
    column = Column()
    pieces = [_piece(number, rows, chosen=chosen) for number, (chosen, rows) in enumerate(shape)]
    column.fill(pieces, 20, height, linear=linear)
    return column


def _press(column: Column, key: str) -> None:
    by = -1 if key in ("up", "page up") else 1
    if key in ("up", "down"):
        column.move(by)
    elif key in ("home", "end"):
        column.to_end(last=key == "end")
    else:
        column.page(by)


@given(SHAPES, st.integers(0, 12), st.booleans())
def test_down_alone_shows_every_line_and_reaches_every_choice_and_up_leads_back(
    shape: list[tuple[bool, int]], height: int, linear: bool
) -> None:
    column = _column(shape, height, linear=linear)
    lines, taken = set[int](), set[str]()
    steps = 2 * len(column.lines) + len(shape) + 2
    for _ in range(steps):
        lines.update(range(column.top, column.top + height))
        if linear or column.is_seen:
            taken.add(column.take())
        column.move(1)
    if height:
        assert set(range(len(column.lines))) <= lines
        assert set(column.ids) <= taken
    for _ in range(steps):
        column.move(-1)
    assert (column.top, column.line) == (0, 0)


@given(SHAPES, st.integers(1, 12), st.booleans(), st.lists(KEYS, max_size=15), st.integers(1, 12))
def test_any_keys_keep_the_cursor_on_the_screen_and_tell_the_truth_ahead(
    shape: list[tuple[bool, int]], height: int, linear: bool, keys: list[str], other: int
) -> None:
    column = _column(shape, height, linear=linear)
    for key in keys:
        up, down = column.rows_beside()
        before = column.top
        _press(column, key)
        if key in ("up", "down"):
            told = up if key == "up" else down
            assert told is None or (column.top, column.cursor_row) == (before, told)
        assert 0 <= column.cursor_row < max(1, height)
        assert len(column.rows(">")) <= height
    column.fill(column.pieces, 20, other, linear=linear)
    assert 0 <= column.cursor_row < other


@given(SHAPES, st.integers(1, 12), st.lists(KEYS, max_size=10))
def test_there_is_one_mark_and_it_is_where_the_cursor_is(
    shape: list[tuple[bool, int]], height: int, keys: list[str]
) -> None:
    column = _column(shape, height)
    for key in keys:
        _press(column, key)
        marked = [number for number, row in enumerate(column.rows(">")) if text_of(row).startswith(">")]
        assert marked == ([column.cursor_row] if column.ids and column.is_seen else [])


@given(SHAPES, st.integers(1, 12), st.data())
def test_going_to_a_choice_brings_it_on_the_screen(
    shape: list[tuple[bool, int]], height: int, data: st.DataObject
) -> None:
    column = _column(shape, height)
    if column.ids:
        id = data.draw(st.sampled_from(column.ids))
        assert column.go(id)
        assert (column.is_seen, column.take()) == (True, id)
    assert not column.go("none such")


def test_what_is_not_on_the_screen_is_not_taken_but_shown() -> None:
    column = _column([(False, 9), (True, 1), (True, 1)], 4)
    assert column.take() == ""
    assert column.is_seen
    assert column.take() == "1"


def test_some_rows_are_kept_between_the_focus_and_the_edge() -> None:
    column = _column([(True, 1)] * 30, 10)
    for _ in range(15):
        column.move(1)
        assert column.cursor_row <= 7
    for _ in range(10):
        column.move(-1)
        assert column.cursor_row >= 2


@pytest.mark.parametrize("linear", [False, True])
def test_another_size_keeps_the_place_in_the_text(linear: bool) -> None:
    column = _column([(False, 9), (True, 1), (False, 9)], 4, linear=linear)
    for _ in range(6):
        column.move(1)
    first = column.lines[column.line if linear else column.top].text
    column.fill(column.pieces, 20, 6, linear=linear)
    column.fill(column.pieces, 20, 4, linear=linear)
    assert column.lines[column.line if linear else column.top].text == first


def test_pages_keep_one_line_and_take_the_focus_along() -> None:
    column = _column([(True, 1)] * 30, 10)
    column.page(1)
    assert column.top == 9
    assert column.is_seen
    column.page(-1)
    assert column.top == 0
    short = _column([(True, 1)] * 3, 10)
    short.page(1)
    assert short.take() == "2"
    short.page(-1)
    assert short.take() == "0"


def test_without_a_focus_on_the_screen_the_cursor_is_on_the_first_line_that_says_something() -> None:
    column = Column()
    empty = Piece(lambda _: [Line("", "text")])
    column.fill([empty, empty, _piece(1, 2, chosen=False)], 20, 4, linear=False)
    assert column.cursor_row == 2
    column.fill([empty], 20, 4, linear=False)
    assert column.cursor_row == 0
