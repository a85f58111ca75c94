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
        pytest.param("cafe\u0301, co\u00adop", "cafe, coop", id="accent beside its letter, soft hyphen"),
        pytest.param("2½, ½, 1⅓ and 3⁄4", "2 1/2, 1/2, 1 1/3 and 3/4", id="fractions"),
        pytest.param("10² m²", "10^2 m2", id="raised"),
        pytest.param("a ≠ b, a ≮ b", "a != b, a ? b", id="what is not so is never said to be so"),
        pytest.param("−5 to 10\u202f%, ‑", "-5 to 10 %, -", id="minus, narrow blank, hyphen that does not break"),
        pytest.param("«„Straße‟» ‹ø›, 5 µg", '""Strasse"" \'o\', 5 ug', id="other languages"),
        pytest.param("β-blockers, 5″", "beta-blockers, 5''", id="Greek, seconds"),
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
