from __future__ import annotations

import pytest

from trd_tui.words import Words

WORDS = Words({"a.b": "{number} of {total}", "plain": "No {braces} filled."})


def test_braces_are_filled() -> None:
    assert WORDS("a.b", number="12", total=23) == "12 of 23"


def test_what_a_person_typed_is_never_read_as_braces() -> None:
    assert WORDS("a.b", number="{total}", total="{0.__class__}") == "{total} of {0.__class__}"


def test_a_text_without_values_stays() -> None:
    assert WORDS("plain") == "No {braces} filled."


def test_a_key_that_is_not_there() -> None:
    assert "a.b" in WORDS
    assert "a" not in WORDS
    with pytest.raises(KeyError, match=r"a\.c"):
        WORDS("a.c")
