from __future__ import annotations

import pytest

from tests.plain.conversation import Conversation
from trd_tui.library.store import Library

MENTION = ["Help now is one key away.", "In the US, call or text 988 at any hour."]
AT_RESULTS = "Result number, or ? for commands: "
AT_SECTION = "Number, n next, or ?: "


@pytest.mark.parametrize(
    "typed", ["s shock treatment", "search shock treatment", "/shock treatment", "/ shock treatment"]
)
def test_ways_to_search(conversation: Conversation, typed: str) -> None:
    said = conversation.answer(typed)
    assert said[0].endswith(" for shock treatment.")
    assert said[1] == "1 Electroconvulsive therapy (ECT)"
    assert conversation.prompts()[-1] == AT_RESULTS


def test_the_count_comes_first_then_each_result_with_its_sentence_and_why(conversation: Conversation) -> None:
    said = conversation.answer("s zapping")
    assert said[0] == "The 10 best for zapping."
    assert said[2].endswith((".", "?"))
    assert said[3].startswith("zapping: see ")
    assert sum(line == said[3] for line in said) == 1


def test_back_from_a_result_leads_to_the_results_and_then_to_what_was_read(library: Library) -> None:
    conversation = Conversation(library)
    found, opened, results, before = conversation.answers("12", "s daily life", "1", "b", "b")[2:]
    assert opened[0].endswith("Section 18 of 23.")
    assert results == found
    assert conversation.prompts()[4] == AT_RESULTS
    assert before[0] == "Electroconvulsive therapy (ECT). Section 12 of 23."


def test_back_from_a_result_that_was_being_read_keeps_the_way_back(library: Library) -> None:
    conversation = Conversation(library)
    said = conversation.answers("4", "12", "s electroconvulsive therapy", "1", "b", "b", "b")
    assert said[4][0] == said[6][0] == "Electroconvulsive therapy (ECT). Section 12 of 23."
    assert said[5] == said[3]
    assert said[7][0].endswith(" Section 4 of 23.")


def test_once_something_else_was_read_back_does_not_lead_to_old_results(library: Library) -> None:
    assert Conversation(library).answer("s daily life", "1", "4", "b")[0].endswith("Section 18 of 23.")


def test_few_results_are_counted(conversation: Conversation) -> None:
    said = conversation.answer("s botox")
    count = int(said[0].split()[0])
    assert said[0] == f"{count} found for botox."
    assert [line.split()[0] for line in said[1:] if line[:1].isdigit()] == [str(n) for n in range(1, count + 1)]


@pytest.mark.parametrize("query", ["suicide", "want to die", "kill myself", "suicde", "x " * 300 + "kill myself"])
def test_danger_puts_help_above_the_results(conversation: Conversation, query: str) -> None:
    assert conversation.answer(f"s {query}")[:2] == MENTION


def test_danger_puts_help_first_also_where_nothing_is_found(conversation: Conversation) -> None:
    said = conversation.answer("s noose")
    assert said[:2] == MENTION
    assert len(said) > 2


def test_other_searches_have_no_such_line(conversation: Conversation) -> None:
    assert MENTION[0] not in conversation.answer("s ketamine")


def test_nothing_found_with_a_suggestion_offers_it_as_1(conversation: Conversation) -> None:
    nothing, results = conversation.answers("s ketamin e", "1")[1:]
    assert nothing == ["Nothing for ketamin e. Did you mean ketamine?"]
    assert results[0].endswith(" for ketamine.")
    assert conversation.prompts()[1:] == ["1 to search for it, or ?: ", AT_RESULTS]


def test_a_suggestion_takes_no_other_number(conversation: Conversation) -> None:
    assert conversation.answer("s ketamin e", "2") == [
        "Error: there is no result 2. The only number is 1. For the contents, type c."
    ]


def test_nothing_found_says_what_to_try_and_keeps_the_place(conversation: Conversation) -> None:
    nothing, section = conversation.answers("12", "s qqqqqqq", "4")[2:]
    assert nothing == ["Nothing for qqqqqqq. Try one plain word, such as sleep, cost or memory."]
    assert conversation.prompts()[2] == AT_SECTION
    assert section[0].endswith(" Section 4 of 23.")


def test_nothing_found_after_other_results_makes_numbers_open_sections(conversation: Conversation) -> None:
    section = conversation.answers("12", "s ketamine", "s qqqqqqq", "4")[-1]
    assert conversation.prompts()[3] == AT_SECTION
    assert section[0].endswith(" Section 4 of 23.")


@pytest.mark.parametrize(
    "query",
    ['"', "'", "AND OR NOT", "ketamine*", "NEAR(a b)", "title:ect", "[/", "-", "%", "\\", "漢字", "(", "ect)", "^"],
)
def test_a_hostile_query_gets_an_answer(conversation: Conversation, query: str) -> None:
    said = conversation.answer(f"s {query}")
    assert any(query in line for line in said)
    assert all(line.isprintable() for line in said)


def test_a_word_is_explained_by_any_of_its_names(conversation: Conversation) -> None:
    by_name, by_other_name = conversation.answers("t ECT", "t Shock Treatment")[1:]
    assert by_name[0].startswith("electroconvulsive therapy, ECT: ")
    assert by_name[-1] == "For another word, type t, a space, and the word."
    assert by_other_name == by_name[:-1]


def test_an_unknown_word_is_named(conversation: Conversation) -> None:
    assert conversation.answer("t qqq") == [
        "The word list does not have qqq.",
        "For another word, type t, a space, and the word.",
    ]


def test_without_a_word_those_of_the_section_are_explained(conversation: Conversation, library: Library) -> None:
    said = conversation.answer("12", "t")
    count = len(library.terms_in("ect"))
    assert said[0] == f"Words in this section, {count}."
    assert any(line.startswith("electroconvulsive therapy, ECT: ") for line in said)
    assert "For another word, type t, a space, and the word." in said


def test_before_anything_was_read_there_are_no_words_to_explain(conversation: Conversation) -> None:
    assert conversation.answer("t") == ["Error: no section is open yet. Type t, a space, and a word."]
