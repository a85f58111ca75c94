from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trd_tui.glyphs import ASCII, SPELLED, UNICODE, to_ascii
from trd_tui.layout import cells


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("≥ 3", ">= 3", id="at least"),
        pytest.param("“It’s” – 3…", '"It\'s" - 3...', id="quotation marks, dashes"),
        pytest.param("naïve café", "naive cafe", id="accents"),
        pytest.param("ﬁne", "fine", id="ligature"),
        pytest.param("漢", "?", id="no spelling"),
        pytest.param("\ud800", "?", id="half character"),
    ],
)
def test_spelled_in_ascii(text: str, spelled: str) -> None:
    assert to_ascii(text) == spelled


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=60))
def test_ascii_glyphs_let_nothing_else_through(text: str) -> None:
    assert all(ord(letter) < 128 for letter in ASCII.text(text))
    assert UNICODE.text(text) == text


def test_both_sets_have_the_same_names_each_one_cell_wide() -> None:
    for name in ("bullet", "rule", "bar", "dot", "focus", "closed", "opened"):
        assert cells(getattr(UNICODE, name)) == cells(getattr(ASCII, name)) == 1
        assert getattr(ASCII, name).isascii()


def test_the_spellings_themselves_are_ascii() -> None:
    assert all(spelled.isascii() and spelled.isprintable() for spelled in SPELLED.values())
