"""The reader without a screen: any size and any keys give whole rows, and a cursor that is on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trd_tui.commands import COMMANDS
from trd_tui.glyphs import ASCII, UNICODE
from trd_tui.layout import cells
from trd_tui.library.store import Library
from trd_tui.reading import Reading
from trd_tui.tui import drawing, searching
from trd_tui.tui.rows.panes import SEARCH
from trd_tui.tui.rows.row import fit, split, text_of, width_of
from trd_tui.tui.view import View

ACTIONS: dict[str, Callable[[View], object]] = {
    "up": lambda view: view.move(-1),
    "down": lambda view: view.move(1),
    "page up": lambda view: view.page(-1),
    "page down": lambda view: view.page(1),
    "first": lambda view: view.ends(last=False),
    "last": lambda view: view.ends(last=True),
    "enter": lambda view: view.enter(),
    "leave": lambda view: view.leave(),
    "other pane": lambda view: view.other_pane(),
    "next section": lambda view: view.step(1),
    "previous section": lambda view: view.step(-1),
    "next match": lambda view: view.step_match(1),
    "previous match": lambda view: view.step_match(-1),
}
IN_THE_FIELD: dict[str, Callable[[View], object]] = {
    "up": lambda view: searching.move(view, -1),
    "down": lambda view: searching.move(view, 1),
    "page down": lambda view: searching.move(view, 1, page=True),
    "enter": searching.enter,
    "leave": searching.leave,
}
KEYS = st.sampled_from([*ACTIONS, "search", "memory", "sleep", "suicide", "xqzj", "é≥[/", "backspace", "resize"])
SIZES = st.tuples(st.integers(1, 130), st.integers(1, 40))


def _do(view: View, key: str, size: tuple[int, int]) -> None:
    if key == "search":
        searching.start(view)
    elif key == "resize":
        view.place(*size)
    elif view.pane != SEARCH:
        if key in ACTIONS:
            ACTIONS[key](view)
    elif key in IN_THE_FIELD:
        IN_THE_FIELD[key](view)
    else:
        searching.edit(view, key, "" if key in (*ACTIONS, "backspace") else key)


def _check(view: View, width: int, height: int) -> None:
    rows = [text_of(fit(row, width)) for row in drawing.rows(view)]
    assert [cells(row) for row in rows] == [width] * height
    up, down = drawing.predictions(view)
    for x, y in filter(None, (up, down)):
        assert 0 <= x < max(width, 3)
        assert 0 <= y < height
    assert drawing.cursor(view)[1] < max(height, 1 + view.panes.top)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(KEYS, max_size=25), SIZES, SIZES, st.booleans(), st.booleans())
def test_any_keys_at_any_size(
    article: Library, keys: list[str], size: tuple[int, int], other: tuple[int, int], ascii: bool, linear: bool
) -> None:
    view = View(Reading(article), COMMANDS, ASCII if ascii else UNICODE, linear=linear)
    view.place(*size)
    _check(view, *size)
    for key in keys:
        _do(view, key, other)
        shown = (view.panes.width, view.panes.height)
        _check(view, *shown)
        if ascii:
            assert "".join(map(text_of, drawing.rows(view))).isascii()


@pytest.mark.parametrize("section", ["intro", "ect-day", "long", "more-35"])
def test_scrolling_a_text_to_its_end_shows_every_line(article: Library, section: str) -> None:
    view = View(Reading(article, section), COMMANDS, UNICODE, linear=False)
    view.place(33, 7)
    view.other_pane()
    seen = set(range(view.text.height))
    while view.text.move(1):
        seen.add(view.text.top + view.text.height - 1)
    assert set(range(len(view.text.lines))) <= seen
    assert view.text.percent == 100


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=40), st.integers(0, 30))
def test_a_fitted_row_has_exactly_its_width(text: str, width: int) -> None:
    assert width_of(fit([(text, "text"), ("x", "mark")], width)) == width


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_splitting_a_text_loses_nothing(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(one, two, len(text)), min(max(one, two), len(text)), "match") for one, two in places]
    assert text_of(split(text, spans, "text")) == text
