"""How often each hint is heard, in a long session through the article and the whole guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.plain.conversation import Conversation, at_question
from trd_tui import plain, settings
from trd_tui.errors import UsageError
from trd_tui.library.store import Library
from trd_tui.plain.hints import BRIEF, FULL, LEVELS, NORMAL, Hint, Hints
from trd_tui.plain.session import Outside
from trd_tui.sentences import sentences
from trd_tui.words import Words

HINT = re.compile(r'Hint\((?:self\._)?words, "([a-z_.]+)"')
LONG_SESSION = (
    *("9", "t", "9", "t ect", "s ketamine", "2", "g", "1", "2", "4", "1", "1", "b", "n", "3", "3", "1 2"),
    *("b", "n", "8", "", "k", "b", "n", "r", "2", "1", "r", "n", "e", "v", "b", "1", "b", "1", "b", "v", "b"),
    *("more", "l", "g", "l"),
)
DRAFT = "plain.guide.chosen_how"
OTHERWHERE = (DRAFT, "plain.guide.more_how")
"""Hints that this session does not come to: one after a change of front end, one with more than five findings."""


def keys() -> set[str]:
    """The keys of all hints in the program."""
    files = Path(plain.__file__).parent.glob("*.py")
    return {key for file in files for key in HINT.findall(file.read_text(encoding="utf-8"))}


def heard(library: Library, level: str, *typed: str) -> dict[str, int]:
    """How often each hint was said in the long session."""
    conversation = Conversation(library)
    lines = conversation.hold(
        "".join(f"{line}\n" for line in (*LONG_SESSION, *typed)), hints=Hints(level), outside=Outside(save=_save)
    ).splitlines()
    texts = {key: library.words(key).partition("{")[0] for key in keys()}
    return {key: sum(line.startswith(text) for line in lines) for key, text in texts.items()}


def _save(name: str, _replace: bool) -> str:
    return name


def test_the_long_session_comes_to_every_hint(library: Library) -> None:
    missed = {key for key, count in heard(library, FULL).items() if not count}
    assert missed == set(OTHERWHERE)


def test_in_full_hints_are_said_every_time(library: Library) -> None:
    often = [key for key, count in heard(library, FULL).items() if count > 1]
    assert len(often) > len(keys()) / 2


def test_by_default_each_hint_is_said_once(library: Library) -> None:
    counts = heard(library, NORMAL)
    assert {key for key, count in counts.items() if count != 1} == set(OTHERWHERE)
    assert Hints().level == NORMAL


def test_in_brief_no_hint_is_said(library: Library) -> None:
    assert set(heard(library, BRIEF).values()) == {0}


def test_hints_are_all_that_verbosity_changes(library: Library) -> None:
    said = {level: Conversation(library).answers("12", "t ect", "s ketamine", hints=Hints(level)) for level in LEVELS}
    texts = [library.words(key) for key in keys()]
    bare = {level: [[one for one in lines if one not in texts] for lines in said[level]] for level in LEVELS}
    assert bare[FULL] == bare[NORMAL] == bare[BRIEF]
    assert said[FULL] != said[BRIEF]


@pytest.mark.parametrize("level", LEVELS)
def test_the_hints_of_a_place_are_there_on_request(library: Library, level: str) -> None:
    conversation = at_question(library, "B2", {"A1": ["two"], "B1": ["some"]})
    said = conversation.answers("?", "1", "?", hints=Hints(level))
    how = library.words("plain.guide.several_how")
    assert said[1][:2] == [how, "What you can type."]
    assert said[3][:2] == [how, "What you can type."]


def test_hints_of_another_place_are_not_said(library: Library) -> None:
    conversation = at_question(library, "B3", {"A1": ["two"], "B1": ["some"]})
    assert conversation.answer("k", "?")[0] == "What you can type."


def test_an_explained_word_leaves_the_hints_of_the_section(library: Library) -> None:
    said = Conversation(library).answer("12", "t ect", "?")
    assert said[:2] == ["For sources, type s.", "For another word, type t, a space, and the word."]


def test_hints_are_said_and_changed_in_the_session(library: Library, words: Words) -> None:
    hints = Hints()
    conversation = Conversation(library)
    said = conversation.answers("hints", "hints brief", "12", "hints FULL", "12", "12", hints=hints)[1:]
    assert said[0] == [*sentences(words("plain.hints.normal")), words("plain.hints.how")]
    assert said[1] == sentences(words("plain.hints.brief"))
    assert said[3] == sentences(words("plain.hints.full"))
    source = words("plain.sources_how")
    assert [source in lines for lines in said] == [False, False, False, False, True, True]
    assert hints.level == FULL


def test_hints_can_be_changed_in_the_guide(library: Library, words: Words) -> None:
    hints = Hints()
    conversation = at_question(library, "B1", {"A1": ["two"]})
    assert conversation.answer("hints brief", hints=hints) == sentences(words("plain.hints.brief"))
    assert conversation.prompts()[-1] == "Q4, 1 to 6, or ?: "
    assert hints.level == BRIEF


def test_a_level_that_is_not_there_changes_nothing(library: Library) -> None:
    hints = Hints(BRIEF)
    assert Conversation(library).answer("hints loud", hints=hints) == [
        "Error: loud is not one of these: full, normal, brief. Type hints and one of them."
    ]
    assert hints.level == BRIEF


def test_what_was_heard_is_known_after_a_change_of_front_end(library: Library) -> None:
    hints, conversation = Hints(), Conversation(library)
    before, after = (conversation.answer("12", hints=hints) for _ in range(2))
    assert library.words("plain.sources_how") in before
    assert library.words("plain.sources_how") not in after


def test_the_part_of_a_question_is_said_when_it_is_entered(library: Library) -> None:
    given = {"A1": ["two"], "A2": ["yes"]}
    said = at_question(library, "B1", given).answers("2", "1", "k", "repeat", "r", "b")
    headings = [next(line for line in lines if line.startswith(("Question ", "Your "))) for lines in said]
    assert headings == [
        "Question 4, part B, 6 parts left. Missed doses.",
        "Question 5.",
        "Question 6.",
        "Question 7, part C, 5 parts left. Time and dose.",
        "Question 7, part C, 5 parts left. Time and dose.",
        "Your answers, 6.",
        "Question 7, part C, 5 parts left. Time and dose.",
    ]


def test_a_note_does_not_hide_that_a_new_part_is_entered(library: Library) -> None:
    conversation = at_question(library, "B3", {"A1": ["two"], "A2": ["yes"]})
    note, question = conversation.answers("8", "")[1:]
    assert note[0] == "Feeling worse."
    assert question[0].startswith("Question 6, part C, ")


def test_a_note_does_not_leave_the_part(library: Library) -> None:
    conversation = at_question(library, "H1", {"A1": ["two"], "A2": ["yes"]})
    note, question = conversation.answers("7", "")[1:]
    assert note[0] == "Help to be safe."
    assert question[0] == f"Question {conversation.reading.walk.progress.number}."


def test_in_full_the_part_is_said_each_time(library: Library) -> None:
    conversation = at_question(library, "B1", {"A1": ["two"], "A2": ["yes"]})
    assert conversation.answer("2", hints=Hints(FULL))[0] == "Question 5, part B, 6 parts left. Missed doses."


def test_a_hint_is_its_text(words: Words) -> None:
    hint = Hint(words, "plain.guide.way_back", title="X")
    assert (hint, hint.key) == ("To go back to X, type b.", "plain.guide.way_back")


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_is_a_setting(level: str) -> None:
    assert settings.gather({"verbosity": level}, {}).text("verbosity") == level
    assert settings.gather({}, {"TRD_TUI_VERBOSITY": level}).text("verbosity") == level
    assert level in settings.VERBOSITY


def test_the_setting_and_the_session_know_the_same_levels() -> None:
    assert sorted(settings.VERBOSITY) == sorted(LEVELS)
    assert settings.VERBOSITY[0] == NORMAL


def test_a_setting_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="'loud' is not known; there is: normal, full, brief"):
        settings.gather({}, {"TRD_TUI_VERBOSITY": "loud"})
