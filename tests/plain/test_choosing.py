from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trd_tui.plain.choosing import BACKWARD, NOT, ONE_ONLY, TWICE, Refused, numbers

LAST = 12


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        pytest.param("3", (3,), id="one"),
        pytest.param("12", (12,), id="the last"),
        pytest.param("1 3 4", (1, 3, 4), id="blanks"),
        pytest.param("1,3-5", (1, 3, 4, 5), id="comma and range"),
        pytest.param("1, 3 - 5, 7", (1, 3, 4, 5, 7), id="blanks everywhere"),
        pytest.param("5 1", (5, 1), id="any order"),
        pytest.param("3-3", (3,), id="a range of one"),
        pytest.param("03", (3,), id="a zero before it"),
    ],
)
def test_numbers(typed: str, chosen: tuple[int, ...]) -> None:
    assert numbers(typed, LAST, several=True) == chosen


@pytest.mark.parametrize(
    ("typed", "reason", "piece"),
    [
        pytest.param("0", NOT, "0", id="zero"),
        pytest.param("99", NOT, "99", id="too high"),
        pytest.param("13", NOT, "13", id="one too high"),
        pytest.param("-1", NOT, "-1", id="below zero"),
        pytest.param("1-", NOT, "1-", id="a range without an end"),
        pytest.param("1-13", NOT, "1-13", id="a range that goes too far"),
        pytest.param("0-3", NOT, "0-3", id="a range from zero"),
        pytest.param("1-2-3", NOT, "1-2-3", id="a range with three ends"),
        pytest.param("1-99999999999999999999", NOT, "1-99999999999999999999", id="a huge range"),
        pytest.param("9" * 5000, NOT, "9" * 5000, id="more digits than Python counts"),
        pytest.param("1 x 3", NOT, "x", id="a letter between"),
        pytest.param("1.5", NOT, "1.5", id="a fraction"),
        pytest.param("1;3", NOT, "1;3", id="another mark between"),
        pytest.param("٣", NOT, "٣", id="Arabic-Indic digits"),
        pytest.param("²", NOT, "²", id="superscript"),
        pytest.param("３", NOT, "３", id="wide digits"),
        pytest.param("", NOT, "", id="nothing"),
        pytest.param(",", NOT, ",", id="a comma alone"),
        pytest.param("5-3", BACKWARD, "5-3", id="backward"),
        pytest.param("1 1 1", TWICE, "1", id="the same"),
        pytest.param("2-4 3", TWICE, "3", id="one of a range"),
    ],
)
def test_what_chooses_nothing(typed: str, reason: str, piece: str) -> None:
    with pytest.raises(Refused) as raised:
        numbers(typed, LAST, several=True)
    assert (raised.value.reason, raised.value.typed) == (reason, piece)


@pytest.mark.parametrize("typed", ["1 2", "1-2", "1 1 1", "3,4"])
def test_one_number_where_only_one_is_allowed(typed: str) -> None:
    with pytest.raises(Refused) as raised:
        numbers(typed, LAST)
    assert raised.value.reason == ONE_ONLY


def test_nothing_can_be_chosen_from_nothing() -> None:
    with pytest.raises(Refused):
        numbers("1", 0)


@settings(max_examples=200)
@given(st.text(st.sampled_from("0123456789-, x٣"), max_size=12), st.integers(0, 20), st.booleans())
def test_whatever_is_typed_gives_numbers_that_can_be_chosen(typed: str, last: int, several: bool) -> None:
    try:
        chosen = numbers(typed, last, several=several)
    except Refused:
        return
    assert chosen
    assert len(set(chosen)) == len(chosen)
    assert all(1 <= number <= last for number in chosen)
    assert several or len(chosen) == 1
