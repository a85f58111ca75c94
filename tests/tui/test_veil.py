from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trd_tui.tui.rows.row import Row, flat
from trd_tui.tui.veil import Veil

BODY = range(1, 9)


def _rows(first: int) -> list[Row]:
    return [[("top", "text")], *([(f"row {first + number}", "text")] for number in range(8)), [("foot", "text")]]


def _shown(rows: list[Row]) -> list[str]:
    return ["".join(text for text, _ in row) for row in rows]


def test_all_is_shown_until_the_veil_drops_and_after_it_is_lifted() -> None:
    veil = Veil()
    assert veil.over(_rows(0), BODY, [3]) == _rows(0)
    veil.drop()
    assert _shown(veil.over(_rows(0), BODY, [3])) == ["top", "", "", "row 2", *[""] * 5, "foot"]
    veil.lift()
    assert veil.over(_rows(0), BODY, [3]) == _rows(0)


def test_rows_that_had_the_focus_stay_and_scroll_along() -> None:
    veil = Veil()
    veil.drop()
    for row in (6, 7, 8):
        veil.over(_rows(0), BODY, [row])
    assert _shown(veil.over(_rows(1), BODY, [8]))[5:9] == ["row 5", "row 6", "row 7", "row 8"]
    assert _shown(veil.over(_rows(0), BODY, [5]))[5:9] == ["row 4", "row 5", "row 6", "row 7"]


def test_a_row_that_holds_something_else_is_hidden_until_it_is_gone_to() -> None:
    veil = Veil()
    veil.drop()
    veil.over(_rows(0), BODY, [2, 3])
    other = _rows(0)
    other[2] = [("another", "text")]
    assert _shown(veil.over(other, BODY, [4]))[1:5] == ["", "", "row 2", "row 3"]


@given(st.lists(st.integers(-1, 1), max_size=30))
def test_what_is_foreseen_is_what_comes_and_changes_nothing(steps: list[int]) -> None:
    veil, focus, first = Veil(), 4, 10
    veil.drop()
    veil.over(_rows(first), BODY, [focus])
    for by in steps:
        if focus + by in BODY:
            focus += by
        else:
            first += by
        foreseen = veil.foresee(_rows(first), BODY, [focus])
        assert veil.foresee(_rows(first), BODY, [focus]) == foreseen
        assert veil.over(_rows(first), BODY, [focus]) == foreseen
        assert foreseen[focus]


def test_a_flat_row_has_one_style_for_all_that_it_says() -> None:
    assert flat([(" ", "mark"), ("  A ", "text"), ("longer piece", "heading")]) == [
        ("   ", "text"),
        ("A longer piece", "heading"),
    ]
    assert flat([]) == []
