"""Any sequence of sizes keeps the focus, the section, the place in the text, the search, the answers and the draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.access.walking import squeezed
from tests.cases import some
from tests.tui.driving import Started
from tests.tui.scenes import SCENES, state
from trd_tui.layout import Line
from trd_tui.library.store import Library
from trd_tui.tui.rows.column import Column
from trd_tui.tui.rows.panes import DETAIL, OUTLINE
from trd_tui.tui.rows.row import text_of
from trd_tui.tui.rows.text import Text
from trd_tui.tui.screens.face import Face
from trd_tui.tui.screens.guide.face import GuideFace
from trd_tui.tui.screens.guide.save import SaveFace
from trd_tui.tui.screens.keys import KeysFace
from trd_tui.tui.screens.page import PageFace
from trd_tui.tui.screens.reader import ReaderFace

SIZES = st.lists(st.tuples(st.integers(1, 140), st.integers(1, 50)), min_size=1, max_size=6)
ZOOM = [(80, 24), (40, 12), (20, 6), (59, 24), (60, 14), (80, 13)]
UNBROKEN = 6
"""Cells from which marks of sources are not broken, which would be letters then."""
NARROW = 10
"""Cells in which a list can show more than the first letters of a title."""
MODES = [None, True, False]
MOVES = [[], ["pagedown"], ["pagedown", "pagedown", "down", "down"], ["end"], ["end", "up", "up"]]


class Spot(NamedTuple):
    """A place in the words of a screen: its piece, where it is made of pieces, and the letters from there on."""

    piece: int
    left: int


def _letters(line: Line) -> int:
    """Letters and digits that are there at every width."""
    return sum(letter.isalnum() for word in line.text.split() if word[0] != "[" for letter in word)


def _left(lines: Sequence[Line]) -> list[int]:
    """The letters from each line to the end, where all sizes have the same words."""
    return list(accumulate(map(_letters, reversed(lines)), initial=0))[::-1]


def _text_spot(text: Text) -> Spot:
    return Spot(0, _left(text.lines)[text.line] + (0 if text.line else text.left_out))


def _text_has(text: Text, spot: Spot) -> bool:
    left, end = _left(text.lines), min(len(text.lines), text.top + text.height)
    if not text.top and spot.left > left[0]:
        return bool(text.left_out)
    return left[end] < spot.left <= left[text.top] or (spot.left == 0 and end == len(text.lines))


def _column_line(column: Column) -> int:
    """The line that has the focus, else the first on the screen; also where nobody went on from the start."""
    if column.linear:
        return column.line
    is_focus = bool(column._items) and column.is_seen and column.state != (0, 0, 0)
    return column._rows(column.focus)[0] if is_focus else column.top


def _column_spot(column: Column) -> Spot:
    line = _column_line(column)
    owner = column._owners[line]
    start, end = column._extent(owner)
    return Spot(owner, _left(column.lines[start:end])[line - start])


def _column_has(column: Column, spot: Spot) -> bool:
    if spot.piece >= len(column.pieces):
        return column.percent == 100
    start, end = column._extent(spot.piece)
    shown = range(max(start, column.top), min(end, column.top + column.height))
    left = _left(column.lines[start:end])
    if not left[0]:
        return True
    if not column.linear and column._items and spot.piece == column._items[column.focus]:
        return bool(shown)
    return any(left[line + 1 - start] < spot.left <= left[line - start] for line in shown)


def _spot(face: Face) -> tuple[Spot, Callable[[Spot], bool]] | None:
    """Where one is on a screen, and whether such a place is on the screen; None for a list of titles."""
    if isinstance(face, GuideFace | KeysFace):
        return _column_spot(face.column), partial(_column_has, face.column)
    text = face.text if isinstance(face, PageFace) else face.view.text if isinstance(face, ReaderFace) else None
    assert text is not None
    if isinstance(face, ReaderFace) and face.view.pane != DETAIL:
        return None
    return _text_spot(text), partial(_text_has, text)


def _kept(reader: Started) -> tuple[object, ...]:
    """What no size may change: all but where something is on the screen."""
    view, shown = reader.view, reader.view.shown
    value, faces, _outline, _text, search, walk, field, _column, _page, *rest = state(reader)
    reader_state = (view.pane, view.tree.focused.id, tuple(sorted(view.tree.opened)), view.linear, view.match)
    return value, faces, reader_state, view.pane == DETAIL and shown and shown.id, search, walk, field, rest


def _assert_all_there(face: Face) -> None:
    """The focus is on the screen, whatever its size, and the cursor is on it."""
    x, y = face.cursor()
    assert 0 <= y < max(1, face.panes.height)
    assert x >= 0
    if (
        isinstance(face, ReaderFace)
        and face.view.pane == OUTLINE
        and face.panes.body
        and face.panes.list_width > NARROW
    ):
        shown = squeezed([text_of(face.rows()[row]).lstrip("> +-") for row in face.focused_rows()])
        entry = face.view.tree.focused
        title = squeezed([entry.short or entry.title])
        assert shown
        assert title.startswith(shown[: len(title)])


@pytest.mark.parametrize("linear", some(MODES, [None]))
@pytest.mark.parametrize("scene", some(SCENES, list(SCENES)[::3]))
async def test_no_sequence_of_sizes_loses_anything(library: Library, scene: str, linear: bool | None) -> None:
    async with Started(library, (80, 24), linear=linear) as reader:
        await SCENES[scene](reader)
        face = reader.app.frame.face

        @settings(max_examples=12)
        @given(st.sampled_from(ZOOM), st.sampled_from(MOVES), SIZES)
        def resize(start: tuple[int, int], moves: list[str], sizes: list[tuple[int, int]]) -> None:
            face.place(20, 6)
            face.actions.get("first", face.renew)()
            face.place(*start)
            for key in moves:
                face.actions.get(reader.app.frame._keymap[key], face.renew)()
            before, rows, place = _kept(reader), [text_of(row) for row in face.rows()], face.cursor()
            spot = _spot(face)
            for size in sizes:
                face.place(*size)
                assert _kept(reader) == before
                _assert_all_there(face)
                if spot is not None and size[0] >= UNBROKEN and face.panes.body > isinstance(face, SaveFace):
                    now = _spot(face)
                    assert now is not None
                    assert now[0] == spot[0] or now[1](spot[0]), (size, spot[0])
            face.place(*start)
            assert [text_of(row) for row in face.rows()] == rows
            assert face.cursor() == place

        resize()
