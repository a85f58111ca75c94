from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trd_tui.safe import LONGEST, printable


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(" two  words \n", "two words", id="blanks"),
        pytest.param("a\tb\u00a0c\u2003d\u2028e", "a b c d e", id="every blank is a space"),
        pytest.param("\x1b[31mred\x1b[0m", "[31mred[0m", id="escape sequence"),
        pytest.param("\x1b]0;title\x07", "]0;title", id="title sequence"),
        pytest.param("\x9b31m", "31m", id="C1 control"),
        pytest.param("a\x00b\x7f", "ab", id="NUL and DEL"),
        pytest.param("\u202eevil\u2066\u200f", "evil", id="bidi"),
        pytest.param("\ud800x", "x", id="half character"),
        pytest.param("zero\u200bwidth\ufeff", "zerowidth", id="invisible characters"),
        pytest.param("[/] [red]x", "[/] [red]x", id="markup is only text"),
        pytest.param("naïve ≥ 漢字 e\u0301", "naïve ≥ 漢字 e\u0301", id="letters of all kinds stay"),
        pytest.param("\ufffd", "\ufffd", id="replacement sign"),
    ],
)
def test_text_becomes_harmless(typed: str, shown: str) -> None:
    assert printable(typed) == shown


def test_a_long_text_is_cut() -> None:
    assert printable("x" * 1_000_000) == "x" * LONGEST
    assert printable("word " * 100, longest=7) == "word wo"
    assert printable(" " * 150 + "x" * 300) == "x" * LONGEST


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=300))
def test_whatever_is_typed_can_be_shown_and_encoded(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert len(shown) <= LONGEST
    assert shown.encode()[:0] == b""
    assert printable(shown).split() == shown.split()
