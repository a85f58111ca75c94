from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trd_tui.layout import cells, wrap
from trd_tui.library.store import Library
from trd_tui.plain import speech
from trd_tui.plain.phrases import MOST_ROWS, phrases
from trd_tui.sentences import sentences


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        pytest.param("It fits.", 40, ["It fits."], id="fits"),
        pytest.param("It fits. So does this.", 40, ["It fits. So does this."], id="two that fit"),
        pytest.param(
            "Other medical problems can happen, and more often in people with serious heart disease.",
            80,
            ["Other medical problems can happen,", "and more often in people with serious heart disease."],
            id="after a comma",
        ),
        pytest.param(
            "That is above all so with psychosis (losing touch with reality), strong urges, or no food.",
            80,
            ["That is above all so with psychosis (losing touch with reality), strong urges,", "or no food."],
            id="after the last comma that fits",
        ),
        pytest.param(
            "A state of depression that has lasted for long (a so called chronic one) is like it.",
            60,
            ["A state of depression that has lasted for long", "(a so called chronic one) is like it."],
            id="before a bracket",
        ),
        pytest.param(
            "The other is a severe depressive episode that has resisted treatment or needs a fast response.",
            80,
            ["The other is a severe depressive episode that has", "resisted treatment or needs a fast response."],
            id="without a pause, in rows alike",
        ),
        pytest.param(
            "Last read: Before the day. Section 12.1, inside section 12 of 23.",
            40,
            ["Last read: Before the day.", "Section 12.1, inside section 12 of 23."],
            id="each sentence from a new row",
        ),
        pytest.param("", 5, [""], id="nothing"),
    ],
)
def test_where_a_line_is_broken(text: str, width: int, rows: list[str]) -> None:
    assert phrases(text, width) == rows


def test_no_row_of_the_article_holds_the_end_of_one_sentence_and_the_start_of_another(library: Library) -> None:
    lines = [line for entry in library.outline() for line in speech.section(library, entry)]
    for width in (80, 40, 20):
        broken = [line for line in lines if cells(line) > width]
        assert broken
        for line in broken:
            rows = phrases(line, width)
            assert max(map(cells, rows)) <= width or any(cells(word) > width for word in line.split())
            assert " ".join(rows) == line or any(cells(word) > width for word in line.split())
            if len(sentences(line)) == 1:
                assert len(rows) == len(wrap(line, width))


def test_most_rows_of_the_article_end_at_a_pause(library: Library) -> None:
    lines = [line for entry in library.outline() for line in speech.section(library, entry) if cells(line) > 80]
    rows = [row for line in lines for row in phrases(line, 80)[:-1]]
    paused = [row for row in rows if row.endswith((",", ";", ":", ".", "?", ")"))]
    wrapped = [row for line in lines for row in wrap(line, 80)[:-1] if row.endswith((",", ";", ":", ".", "?", ")"))]
    assert len(paused) > len(rows) / 2
    assert len(paused) > 3 * len(wrapped)


def test_what_nobody_wrote_is_wrapped() -> None:
    text = ", ".join(["word"] * 40 * MOST_ROWS)
    assert phrases(text, 80)[0] == wrap(text, 80)[0]


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab, .(漢)"), max_size=60), st.integers(1, 30))
def test_whatever_is_written(text: str, width: int) -> None:
    rows = phrases(text, width)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(cells(row) <= width or cells(row) == 2 for row in rows)
