"""What is typed and fits nothing: the error says what and where, the question and the answers stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plain.conversation import at_question, at_results, at_start
from trd_tui.guide.walk import QUESTION
from trd_tui.library.store import Library
from trd_tui.plain.guide_words import names
from trd_tui.plain.session import EXIT, QUIT
from trd_tui.plain.vocabulary import Vocabulary

TRIED = {"A1": ["two"], "A2": ["yes"]}
ONE = "Answers go from 1 to 6."
FOUR = "Answers to question 4 go from 1 to 6."
DANGER = [
    "Help now is one key away.",
    "In the US, call or text 988 at any hour.",
    "Type h for all crisis lines, or ? for what you can type.",
]
UNREADABLE = "Error: that line is too long, or has signs that cannot be read."


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        pytest.param("0", f"Error: 0 is not an answer to question 4. {ONE}", id="zero"),
        pytest.param("7", f"Error: 7 is not an answer to question 4. {ONE}", id="one too high"),
        pytest.param("99", f"Error: 99 is not an answer to question 4. {ONE}", id="too high"),
        pytest.param("1-", f"Error: 1- is not an answer to question 4. {ONE}", id="half a range"),
        pytest.param("2.5", f"Error: 2.5 is not an answer to question 4. {ONE}", id="a fraction"),
        pytest.param("3 x", f"Error: x is not an answer to question 4. {ONE} For words, type ?.", id="a letter after"),
        pytest.param("٣", f"Error: ٣ is not an answer to question 4. {ONE}", id="Arabic-Indic digits"),
        pytest.param("-1", f"Error: -1 is not an answer to question 4. {ONE} For words, type ?.", id="below zero"),
        pytest.param("fly", f"Error: fly is not an answer to question 4. {ONE} For words, type ?.", id="letters"),
        pytest.param("[/", f"Error: [/ is not an answer to question 4. {ONE} For words, type ?.", id="markup"),
        pytest.param("{typed}", f"Error: {{typed}} is not an answer to question 4. {ONE} For words, type ?.", id="{}"),
        pytest.param("back 3", f"Error: back 3 is not an answer to question 4. {ONE} For words, type ?.", id="word+"),
        pytest.param("1 1 1", f"Error: question 4 takes one answer. {ONE}", id="the same three times"),
        pytest.param("1 2", f"Error: question 4 takes one answer. {ONE}", id="two"),
        pytest.param("2-3", f"Error: question 4 takes one answer. {ONE}", id="a range"),
        pytest.param("5-3", f"Error: 5-3 goes backward. {FOUR}", id="backward"),
        pytest.param("", f"Error: nothing was typed. {FOUR}", id="nothing"),
        pytest.param("   ", f"Error: nothing was typed. {FOUR}", id="blanks"),
        pytest.param("\x00", f"{UNREADABLE} {FOUR}", id="NUL"),
        pytest.param("2\x00", f"{UNREADABLE} {FOUR}", id="NUL after an answer"),
        pytest.param("\x1b[A", f"{UNREADABLE} {FOUR}", id="an arrow key"),
        pytest.param("2\x1b[D", f"{UNREADABLE} {FOUR}", id="an arrow key after an answer"),
        pytest.param("\u202e2", f"{UNREADABLE} {FOUR}", id="bidi"),
        pytest.param("2\u200b", f"{UNREADABLE} {FOUR}", id="an unseen blank"),
        pytest.param("n\x1b[A", f"{UNREADABLE} {FOUR}", id="an arrow key after a word"),
        pytest.param("2" + " " * 1_000_000, f"{UNREADABLE} {FOUR}", id="a long tail of blanks"),
        pytest.param("2" * 1_000_000, f"{UNREADABLE} {FOUR}", id="1 MB of digits"),
        pytest.param("1 " * 500_000, f"{UNREADABLE} {FOUR}", id="1 MB of answers"),
        pytest.param("x" * 1_000_000, f"{UNREADABLE} {FOUR}", id="1 MB of letters"),
    ],
)
def test_a_clear_error_which_keeps_question_and_answers(library: Library, typed: str, error: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    before = dict(conversation.reading.walk.answers)
    assert conversation.answer(typed) == [error]
    assert conversation.prompts() == ["Q4, 1 to 6, or ?: "] * 2
    assert conversation.reading.walk.answers == before
    assert conversation.reading.walk.current.id == "B1"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        pytest.param("1 1 1", "Error: 1 was typed twice. Answers to question 5 go from 1 to {}.", id="twice"),
        pytest.param("2-4 3", "Error: 3 was typed twice. Answers to question 5 go from 1 to {}.", id="in a range"),
        pytest.param("1 0", "Error: 0 is not an answer to question 5. Answers go from 1 to {}.", id="zero"),
        pytest.param("1-99", "Error: 1-99 is not an answer to question 5. Answers go from 1 to {}.", id="too far"),
        pytest.param("5-3", "Error: 5-3 goes backward. Answers to question 5 go from 1 to {}.", id="backward"),
        pytest.param("1;2", "Error: 1;2 is not an answer to question 5. Answers go from 1 to {}.", id="another mark"),
    ],
)
def test_errors_where_several_answers_are_allowed(library: Library, typed: str, error: str) -> None:
    conversation = at_question(library, "B2", {**TRIED, "B1": ["few"]})
    last = len(library.guide.question("B2").choices)
    assert conversation.answer(typed) == [error.format(last)]
    assert "B2" not in conversation.reading.walk.answers


def test_answers_that_go_alone(library: Library) -> None:
    question = library.guide.question("B3")
    last = len(question.choices)
    alone = [(place, choice.text) for place, choice in enumerate(question.choices, 1) if choice.alone]
    assert len(alone) == 3
    for place, text in alone:
        conversation = at_question(library, "B3", TRIED)
        assert conversation.answer(f"1 {place}") == [
            f"Error: {text} goes alone, with no other number. Answers to question 5 go from 1 to {last}."
        ]
        assert conversation.answer(str(place))[0].startswith("Question 6")


@pytest.mark.parametrize("typed", ["i want to die", "suicide", "988", "911", "1 i want to die", "kill myself\x1b[A"])
def test_words_of_danger_get_the_way_to_help(library: Library, typed: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    assert conversation.answer(typed) == DANGER
    assert conversation.reading.walk.current.id == "B1"


def test_words_of_danger_while_something_else_is_asked(library: Library) -> None:
    assert at_question(library, "B1", TRIED).answer("again", "988") == DANGER


@pytest.mark.parametrize("id", ["S1", "S2", "H1"])
@pytest.mark.parametrize("typed", ["my own words", "99", "my own words\x1b[A"])
def test_private_words_are_not_said_back(library: Library, id: str, typed: str) -> None:
    conversation = at_question(library, id)
    (error,) = conversation.answer(typed)
    assert error.startswith("Error: that ")
    assert "own words" not in conversation.text
    assert "99" not in conversation.text


def test_a_list_names_its_numbers(library: Library) -> None:
    assert at_start(library).answer("4") == ["Error: 4 is not in this list. Numbers go from 1 to 3."]
    assert at_start(library).answer("1 2") == ["Error: only one number can be typed here. Numbers go from 1 to 3."]
    assert at_start(library).answer("") == ["Error: nothing was typed. Numbers go from 1 to 3."]
    assert at_start(library).answer("skip") == ["Error: skip does nothing here. Numbers go from 1 to 3."]


def test_results_without_a_section_to_read(library: Library) -> None:
    conversation = at_results(library, {})
    assert conversation.answer("1") == ["Error: 1 is not in this list. Type ? for what you can type."]
    assert conversation.prompts()[-1] == "v for the sheet, or ?: "


def test_help_and_the_way_out_are_heard_through_stray_keys(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    assert conversation.answer("h\x00")[0] == "Get help now."
    conversation.hold("x\x00\n")
    assert conversation.ended == EXIT


TYPED = st.lists(
    st.sampled_from([name for name, id in names(Vocabulary()).items() if id not in ("quit", "quick_exit")])
    | st.sampled_from(["1", "2", "3", "7", "1 2", "1,3-5", "0", "", "save /nowhere/x", "country GB", "i want to die"])
    | st.text(st.characters(exclude_characters="\n\r"), max_size=12),
    max_size=25,
)


@settings(max_examples=60)
@given(TYPED, st.sampled_from(["S1", "A1", "B3", "E1", "H1", "S2"]))
def test_whatever_is_typed(library: Library, typed: list[str], id: str) -> None:
    conversation = at_question(library, id, TRIED)
    text = conversation.hold("".join(f"{line}\n" for line in typed))
    assert conversation.ended == QUIT
    assert all(line.isprintable() for line in text.split("\n"))
    assert all(len(prompt) <= 38 for prompt in conversation.prompts())
    walk = conversation.reading.walk
    assert walk.stage != QUESTION or walk.current in walk.guide.questions
