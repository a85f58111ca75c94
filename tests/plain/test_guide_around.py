"""The ways into the guide and out of it: the article, the full screen, the end; and the country of the help lines."""

from __future__ import annotations

import pytest

from tests.plain.conversation import Conversation, at_question, at_results, at_start
from trd_tui.library.store import Library
from trd_tui.plain.hints import FULL, Hints
from trd_tui.plain.session import QUIT, SWITCH, Outside
from trd_tui.words import Words

AT_WELCOME = "1 to 3, or ?: "
TRIED = {"A1": ["two"], "A2": ["yes"]}


def numbered(lines: list[str]) -> list[str]:
    """The lines that begin with a number."""
    return [line for line in lines if line.partition(" ")[0].isdigit()]


@pytest.mark.parametrize("word", ["g", "guide", "Guide"])
def test_the_guide_opens_from_the_article(conversation: Conversation, words: Words, word: str) -> None:
    said = conversation.answer("12", word)
    assert said[0] == "Questions to prepare a visit."
    assert numbered(said) == ["1 Start", "2 Choose one part", "3 Not now"]
    assert words("plain.guide.help") in " ".join(said)
    assert conversation.prompts()[-1] == AT_WELCOME


def test_the_program_can_begin_in_the_guide(library: Library) -> None:
    (greeting,) = at_start(library).answers()
    assert greeting[0] == "Plain mode, because you asked for it. Help in a crisis: h."
    assert greeting[1] == "Questions to prepare a visit."
    assert not any("Contents" in line for line in greeting)


def test_the_end_of_a_section_with_a_part_says_so(library: Library) -> None:
    conversation = Conversation(library)
    part = library.guide.parts[0]
    entry = library.entry(part.sections[0])
    read, guide = conversation.answers(entry.number, "g")[1:]
    assert read[-3:-1] == [f"A part of the questions is about this: {part.title}.", "For it, type g."]
    assert read[-1].startswith("End of section")
    assert numbered(guide)[0] == f"1 Only this part: {part.title}"


def test_every_section_that_has_a_part_says_so_and_no_other(library: Library) -> None:
    with_part = {id for part in library.guide.parts for id in part.sections}
    offered = {entry.id for entry in library.outline() if library.offered(entry.id)}
    assert offered == with_part != set()


def test_only_this_part_is_asked(library: Library) -> None:
    conversation = Conversation(library, library.guide.part("H").sections[0])
    conversation.hold("g\n1\n2\n", {"section": True})
    assert conversation.reading.walk.current.part == "H"


def test_a_section_that_was_opened_from_the_results_offers_its_part_too(library: Library) -> None:
    conversation = at_results(library, {**TRIED, "C1": ["under_4"]})
    section, guide, results = conversation.answers("1", "g", "1")[1:]
    assert "A part of the questions is about this: Time and dose." in section
    assert numbered(guide)[:2] == ["1 Go on where I was", "2 Only this part: Time and dose"]
    assert results[0] == "What to talk over."


def test_a_section_without_a_part_leads_back_to_the_results(library: Library) -> None:
    conversation = at_results(library, {**TRIED, "C1": ["under_4"]})
    assert conversation.answer("1", "12", "g")[0] == "What to talk over."


def test_leave_goes_back_to_where_the_person_was(library: Library) -> None:
    conversation = Conversation(library)
    section = "Electroconvulsive therapy (ECT). Section 12 of 23."
    left, read = conversation.answers("12", "g", "1", "2", "l", "r")[5:]
    assert left == [section, "Type r to read it, or c for the contents."]
    assert read[0] == section
    assert conversation.reading.walk.answers != {}
    assert not conversation.reading.in_guide


@pytest.mark.parametrize("word", ["3", "leave", "b"])
def test_not_now(library: Library, word: str) -> None:
    conversation = at_start(library)
    left, contents = conversation.answers(word, "r")[1:]
    assert left == ["Contents, 23 sections.", "Type r to read it, or c for the contents."]
    assert len(numbered(contents)) == 23


def test_search_results_are_still_there_after_the_guide(library: Library) -> None:
    conversation = Conversation(library)
    results, left = conversation.answers("s botox", "g", "l")[1::2]
    assert left[0] == results[0]
    assert conversation.answer("s botox", "g", "l", "1")[0].endswith(" of 23.")


def test_the_guide_goes_on_where_it_was_left(library: Library) -> None:
    conversation = Conversation(library)
    said = conversation.answer("g", "1", "2", "4", "l", "g", "1")
    assert said[0].startswith("Question 2, part A")


@pytest.mark.parametrize("word", ["f", "full"])
def test_a_change_of_front_end_keeps_everything(library: Library, word: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    conversation.answer("2", word)
    assert conversation.ended == QUIT
    conversation.hold(f"{word}\n", outside=Outside(can_switch=True))
    assert conversation.ended == SWITCH
    assert conversation.reading.in_guide
    (greeting,) = conversation.answers(greeting={"reason": "plain.because.switched", "resumed": True})
    assert greeting[1] == "Questions to prepare a visit."
    assert greeting[2].startswith("Question 5, part B")


def test_what_was_chosen_but_not_given_in_full_screen_is_said(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    conversation.reading.walk.draft = ("some",)
    greeting, given = conversation.answers("n", greeting={"resumed": True})
    assert greeting[-2:] == ["Chosen, but not given yet: 3 to 5 days.", "To give this answer, type n."]
    assert given[0].startswith("Question 5")
    assert conversation.reading.walk.answers["B1"] == ("some",)


def test_leaving_after_a_change_of_front_end_goes_to_the_section(library: Library) -> None:
    conversation = Conversation(library, "ect")
    conversation.reading.in_guide = True
    left = conversation.answers("l", greeting={"resumed": True})[-1]
    assert left[0] == "Electroconvulsive therapy (ECT). Section 12 of 23."


def test_country(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    listed, chosen = conversation.answers("country", "2")[1:]
    assert listed[0] == "Country of the help lines: United States."
    assert listed[1:3] == ["1 United States", "2 Canada"]
    assert chosen[0] == "Country of the help lines: Canada."
    assert conversation.prompts()[-1] == "Q4, 1 to 6, or ?: "
    assert conversation.reading.country == "CA"
    assert conversation.answer("h")[1] == "Canada."


@pytest.mark.parametrize("typed", ["country ca", "country CA", "country Canada", "c canada"])
def test_a_country_named_at_once(library: Library, typed: str) -> None:
    conversation = at_start(library)
    conversation.answers(typed)
    assert conversation.reading.country == "CA"


def test_a_country_without_help_lines(library: Library) -> None:
    conversation = at_start(library)
    assert conversation.answer("country ZZ")[0].startswith("Error: there are no help lines of that country here.")
    assert conversation.reading.country == ""


def test_the_country_can_be_chosen_in_the_article_too(conversation: Conversation) -> None:
    assert conversation.answer("country", "4")[0] == "Country of the help lines: Ireland."
    assert conversation.answer("h")[1] == "Ireland."


@pytest.mark.parametrize("asked", ["country", "again"])
@pytest.mark.parametrize("word", ["h", "?", "repeat"])
def test_a_question_beside_the_way_is_still_open_after_help(library: Library, asked: str, word: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    asked_for, said = conversation.answers(asked, word)[1:]
    _, before, after = conversation.prompts()
    assert before == after
    assert (said == asked_for) is (word == "repeat")


@pytest.mark.parametrize("asked", ["country", "again"])
def test_back_from_a_question_beside_the_way_leads_to_where_the_person_was(library: Library, asked: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    assert conversation.answer(asked, "b")[0].startswith("Question 4")
    assert conversation.prompts()[-1] == "Q4, 1 to 6, or ?: "
    assert conversation.answer("3")[0].startswith("Question 5")


def test_back_from_the_list_of_countries_in_the_article(conversation: Conversation) -> None:
    section, _, back = conversation.answers("12", "country", "b", hints=Hints(FULL))[1:]
    assert back == section


def test_the_part_that_a_section_offers_is_there_after_a_change_of_front_end(library: Library) -> None:
    conversation = Conversation(library, library.guide.part("H").sections[0])
    conversation.hold("g\nf\n", {"section": True}, outside=Outside(can_switch=True))
    (greeting,) = conversation.answers(greeting={"resumed": True})
    assert numbered(greeting)[0].startswith("1 Only this part: ")


def test_the_program_can_begin_in_the_guide_with_a_section(library: Library) -> None:
    conversation = Conversation(library, library.guide.part("H").sections[0])
    conversation.reading.in_guide = True
    (greeting,) = conversation.answers(greeting={"section": True})
    assert numbered(greeting)[0].startswith("1 Only this part: ")
