"""A line while it is typed: what is written, and what Backspace writes, on terminals of any width."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trd_tui.glyphs import to_ascii
from trd_tui.plain.typed_line import LONGEST_TYPED, TypedLine, column_after

GONE = "\b \b"


def typed(text: str, column: int = 0, width: int = 80) -> TypedLine:
    line = TypedLine(column, width)
    for letter in text:
        line.add(letter)
    return line


def test_each_character_is_written_as_it_is_typed() -> None:
    line = TypedLine(10, 80)
    assert [line.add(letter) for letter in "é1 "] == ["é", "1", " "]
    assert line.text == "é1 "


def test_backspace_takes_the_last_character_and_its_cells() -> None:
    line = typed("ab漢")
    assert [line.erase(), line.erase(), line.erase(), line.erase()] == ["\b\b  \b\b", GONE, GONE, ""]
    assert line.text == ""


def test_an_accent_goes_with_its_letter() -> None:
    line = typed("ae\u0301")
    assert line.erase() == GONE
    assert line.text == "a"


def test_an_accent_alone_is_not_taken() -> None:
    assert typed("\u0301").text == ""


def test_a_line_has_an_end() -> None:
    line = typed("x" * (LONGEST_TYPED + 1))
    assert line.is_full
    assert line.text == "x" * LONGEST_TYPED
    assert line.add("x") == ""


@pytest.mark.parametrize(
    ("text", "column", "width"), [("ab", 8, 10), ("abc", 8, 10), ("a漢", 8, 10), ("a", 0, 1)],
    ids=["the last cell", "the next row", "a wide one that did not fit", "one column"],
)  # fmt: skip
def test_what_is_not_on_the_cursors_row_is_written_again(text: str, column: int, width: int) -> None:
    line = typed(text, column, width)
    assert line.erase() is None
    assert line.text == text[:-1]


def test_a_terminal_without_the_letter_shows_and_loses_what_stands_for_it() -> None:
    line = TypedLine(0, 80, to_ascii)
    assert [line.add("é"), line.add("ß")] == ["e", "ss"]
    assert [line.erase(), line.erase()] == ["\b\b  \b\b", GONE]


@given(st.text("ab ö", max_size=60), st.integers(1, 60), st.integers(2, 25))
def test_the_column_is_that_of_a_terminal(text: str, erased: int, width: int) -> None:
    """After a line and some Backspaces, the screen shows what is left, unless it had to be written again."""
    screen = pyte.Screen(width, 60)
    stream = pyte.Stream(screen)
    line = TypedLine(0, width)
    for letter in text:
        stream.feed(line.add(letter))
    assert screen.cursor.x == column_after(text, 0, width)
    for _ in range(min(erased, len(text))):
        echo = line.erase()
        if echo is None:
            return
        stream.feed(echo)
        assert "".join(screen.display).replace(" ", "") == line.text.replace(" ", "")
