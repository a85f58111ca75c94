from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trd_tui.sentences import ended, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("  ", [], id="blanks"),
        pytest.param("One. Two? Three", ["One.", "Two?", "Three"], id="end marks"),
        pytest.param("Wait (a day.) Then go.", ["Wait (a day.)", "Then go."], id="bracket"),
        pytest.param('He says "stop." She goes.', ['He says "stop."', "She goes."], id="quotation mark"),
        pytest.param("Rush et al. 2006. In the US.", ["Rush et al. 2006.", "In the US."], id="abbreviation"),
        pytest.param("About 3.5 mg. 10 people.", ["About 3.5 mg.", "10 people."], id="figures"),
        pytest.param("so e.g. Monday", ["so e.g. Monday"], id="for example"),
        pytest.param("No. They do not.", ["No.", "They do not."], id="an answer"),
        pytest.param("See no. 5 there.", ["See no. 5 there."], id="a number in a row"),
        pytest.param(
            "Dr. Lee asks. \u201cWhy?\u201d You say.", ["Dr. Lee asks.", "\u201cWhy?\u201d", "You say."], id="doctor"
        ),
        pytest.param("Ends.\n  Begins.", ["Ends.", "Begins."], id="lines"),
        pytest.param("Ends. then small", ["Ends. then small"], id="no capital, no new sentence"),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert sentences(text) == found


@settings(max_examples=60)
@given(st.text('aB1 .?!"()', max_size=80))
def test_no_letter_is_lost_or_moved(text: str) -> None:
    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Causes", "Causes.", id="title"),
        pytest.param("Does it hurt?", "Does it hurt?", id="question"),
        pytest.param("Therapy (ECT)", "Therapy (ECT).", id="bracket"),
        pytest.param("Done.", "Done.", id="full stop"),
    ],
)
def test_a_title_is_read_out_as_a_sentence(text: str, said: str) -> None:
    assert ended(text) == said


@pytest.mark.parametrize("text", ["a. " * 100_000, "x " * 150_000, "A.((((" * 50_000, ") " * 150_000], ids=range(4))
def test_a_very_long_text_is_split_at_once(text: str) -> None:
    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "")
