from __future__ import annotations

import pytest

from tests.plain.conversation import Conversation
from trd_tui.library.store import Library

NO_SECTION = "Error: there is no section {}. Sections go from 1 to 23."


@pytest.mark.parametrize(
    ("typed", "opened"),
    [
        pytest.param("12", " Section 12 of 23.", id="section"),
        pytest.param(" 12 ", " Section 12 of 23.", id="with blanks"),
        pytest.param("12.1", " Section 12.1, inside section 12 of 23.", id="page inside"),
        pytest.param("1", " Section 1 of 23.", id="first"),
        pytest.param("23", " Section 23 of 23.", id="last"),
    ],
)
def test_a_number_opens_a_section(conversation: Conversation, typed: str, opened: str) -> None:
    assert conversation.answer(typed)[0].endswith(opened)


def test_every_number_that_is_shown_opens_its_section(library: Library) -> None:
    entries = list(library.outline())
    conversation = Conversation(library)
    said = conversation.answers(*(entry.number for entry in entries))[1:]
    for entry, read in zip(entries, said, strict=True):
        assert f" Section {entry.number}" in read[0]
        assert read[0].startswith(entry.title)


@pytest.mark.parametrize(
    "typed",
    ["0", "24", "12.9", "12.", "12.1.1", "012", "99999999999", "1" * 150, "٣", "²", "1e1", "12 13", "0x10", "1;"],
)
def test_a_number_that_is_no_section(conversation: Conversation, typed: str) -> None:
    named = typed if len(typed) < 20 else f"{typed[:10]} and so on"
    assert conversation.answer("4", typed) == [NO_SECTION.format(named)]
    assert conversation.reading.entry.number == "4"


@pytest.mark.parametrize("typed", ["1\x00", "1\x1b[2J"])
def test_a_number_with_hostile_letters(conversation: Conversation, typed: str) -> None:
    (answer, *_) = conversation.answer(typed)
    assert answer in ("Get help now. Section 1 of 23.", NO_SECTION.format("1[2J"))


def test_after_a_search_numbers_choose_results(conversation: Conversation) -> None:
    results = conversation.answer("s shock treatment")
    second = next(line.removeprefix("2 ") for line in results if line.startswith("2 "))
    assert conversation.answer("s shock treatment", "2")[0].startswith(second)


def test_after_a_result_was_opened_numbers_open_sections_again(conversation: Conversation) -> None:
    assert conversation.answer("s shock treatment", "1", "4")[0].endswith(" Section 4 of 23.")


@pytest.mark.parametrize("typed", ["0", "11", "12.1", "٣", "99999999999", "1 2"])
def test_a_number_that_is_no_result(conversation: Conversation, typed: str) -> None:
    said = conversation.answer("s ketamine", typed)
    assert said == [f"Error: there is no result {typed}. Results go from 1 to 10. For the contents, type c."]
    assert conversation.prompts()[-1] == "Result number, or ? for commands: "


@pytest.mark.parametrize("word", ["c", "n", "b"])
def test_a_command_after_a_search_makes_numbers_open_sections_again(library: Library, word: str) -> None:
    assert Conversation(library).answer("4", "s ketamine", word, "12")[0].endswith(" Section 12 of 23.")
