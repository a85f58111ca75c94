"""How lines are heard: one sentence each, words in every line, nothing twice, errors that begin with the error."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from tests.cases import some
from tests.guide.runs import SCRIPTS
from tests.guide.script import Script
from tests.plain.conversation import Conversation, at_question, at_results, walk_through
from trd_tui.commands import COMMANDS
from trd_tui.library.store import Library
from trd_tui.plain.hints import FULL, Hints
from trd_tui.sentences import CLOSERS, sentences
from trd_tui.words import Words

NUMBER = re.compile(r"\d+(\.\d+)*[.:]? ")
COUNT = re.compile(r" \d+\.$")
SECTION = re.compile(r"Section [\d.]+(, inside section \d+)? of \d+\.")
PLACES = ("Question ", "End of section ", "Last read: ", "Sources: ", "Plain mode")
"""What is said in one line although it is two short sentences: a place, and what stands there."""
DECORATION = re.compile("[\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff\u00b7\u2022|<>#~_^`\\[\\]]")
ADDRESS = "://"
WITHIN = 45
"""Characters that are spoken in three seconds."""


def problems(lines: Iterable[str], titles: frozenset[str]) -> list[str]:
    """Lines that are not heard well, each with the reason."""
    found, before = [], ""
    for line in lines:
        said = NUMBER.sub("", line, count=1)
        if not any(letter.isalpha() for letter in said):
            found.append(f"no words: {line}")
        if DECORATION.search(line) and ADDRESS not in line:
            found.append(f"decoration: {line}")
        if line == before:
            found.append(f"twice: {line}")
        if said[:1].islower() and not line[:1].isdigit() and ": " not in line and is_open(before):
            found.append(f"half a sentence: {before} / {line}")
        if len(sentences(COUNT.sub("", said))) > 1 and not is_place(line) and said.rstrip(".") not in titles:
            found.append(f"more than one sentence: {line}")
        before = line
    return found


def is_open(line: str) -> bool:
    """Whether a line could be the first half of a sentence."""
    return bool(line) and line.rstrip(CLOSERS)[-1:] not in tuple(".?!:")


def is_place(line: str) -> bool:
    """Whether a line says where the person is."""
    return bool(SECTION.search(line)) or line.startswith(PLACES)


def titles(library: Library) -> frozenset[str]:
    """The titles of all sections."""
    return frozenset(entry.title for entry in library.outline())


def test_every_section_its_sources_and_words_are_heard_in_sentences(library: Library) -> None:
    typed = [line for entry in library.outline() for line in (entry.number, "s", "t", "w")]
    said = Conversation(library).answers(*typed, hints=Hints(FULL))
    assert len(said) == 1 + len(typed)
    citations = {line for lines in said for line in lines if ADDRESS in line}
    found = [one for lines in said for one in problems(lines, titles(library)) if one not in citations]
    assert found == []


@pytest.mark.parametrize(
    "typed",
    ["c", "s shock treatment", "s botox", "s suicide", "s qqqq", "h", "?", "country", "country ca", "hints", "t ect"],
)
def test_every_other_answer_is_heard_in_sentences(library: Library, typed: str) -> None:
    lines = Conversation(library).answer(typed, hints=Hints(FULL))
    assert [one for one in problems(lines, titles(library)) if "Nothing for" not in one] == []


@pytest.mark.parametrize("script", some(SCRIPTS, SCRIPTS[2::3]), ids=repr)
def test_the_whole_guide_is_heard_in_sentences(library: Library, script: Script) -> None:
    told = walk_through(library, script.given, part=script.part)
    topics = {one.topic for one in library.guide.questions}
    heard = [line for line in told.text.splitlines() if line and not line.endswith(": ") and line not in topics]
    assert len(heard) > 20
    assert problems(heard, titles(library)) == []


@pytest.mark.parametrize("word", ["v", "print", "r", "?", "why", "p"])
def test_every_page_of_the_guide_is_heard_in_sentences(library: Library, word: str) -> None:
    conversation = at_question(library, "E1", {"A1": ["two"], "B1": ["few"], "B3": ["sleep"]})
    lines = conversation.answer(word, hints=Hints(FULL))
    assert len(lines) > 1
    assert problems(lines, titles(library)) == []


def test_what_is_not_heard_well_is_found() -> None:
    named = frozenset({"Ketamine or ECT? What trials found"})
    assert problems(["Ketamine or ECT? What trials found", "Go on. Read. Section 1 of 2."], named) == []
    assert problems(["One idea. Another idea."], named) != []
    assert problems(["It goes on", "and on."], named) != []
    assert problems(["12"], named) != []
    assert problems(["Yes.", "Yes."], named) != []
    assert problems(["\u2022 Point."], named) != []


def test_a_braille_line_of_a_section_begins_with_its_title(library: Library) -> None:
    for entry in library.outline():
        first = Conversation(library).answer(entry.number)[0]
        assert first[:40] == f"{first.partition(' Section ')[0]} {SECTION.search(first)[0]}"[:40]  # type: ignore[index]
        assert first.startswith(entry.title)


@pytest.mark.parametrize("query", ["shock treatment", "botox", "suicide"])
def test_a_search_says_its_count_once_and_each_result_begins_with_its_title(library: Library, query: str) -> None:
    lines = Conversation(library).answer(f"s {query}")
    hits = library.search(query, limit=10).hits
    assert sum(query in line and str(len(hits)) in line for line in lines) == 1
    numbered = [line for line in lines[1:] if NUMBER.match(line)]
    assert numbered == [f"{number} {hit.entry.title}" for number, hit in enumerate(hits, 1)]


ERRORS = [
    *["fly", "next please", "x" * 150, "99", "9" * 150, "", "/", "s", "full", "country zz", "hints loud", "[/", "\x00"],
    *["an error in a rather long line that nobody would read", "12.99", "-1", "search", "t"],
]


@pytest.mark.parametrize("typed", ERRORS)
def test_an_error_in_the_article_begins_with_what_is_wrong(library: Library, words: Words, typed: str) -> None:
    begins_with_the_error(Conversation(library).answer(typed), words)


@pytest.mark.parametrize("typed", [*ERRORS, "1 1", "5-3", "1 2", "m", "n", "save", "9 9 9 9 9", "12345 " * 20])
@pytest.mark.parametrize("id", ["B1", "B2", "S2"])
def test_an_error_in_the_guide_begins_with_what_is_wrong(library: Library, words: Words, id: str, typed: str) -> None:
    conversation = at_question(library, id, {"A1": ["two"], "B1": ["few"]})
    before = dict(conversation.reading.walk.answers)
    lines = conversation.answer(typed)
    if dict(conversation.reading.walk.answers) == before and any(line.startswith("Error") for line in lines):
        begins_with_the_error(lines, words)


@pytest.mark.parametrize("typed", ["99", "fly", "m", "save"])
def test_an_error_at_the_results_begins_with_what_is_wrong(library: Library, words: Words, typed: str) -> None:
    begins_with_the_error(at_results(library, {"A1": ["two"], "B1": ["few"]}).answer(typed), words)


WRONG = ("is not", "is none", "needs", "nothing", "no ", "not ", "goes", "typed twice", "takes one", "only one", "does",
         "cannot", "too long")  # fmt: skip


def begins_with_the_error(lines: list[str], words: Words) -> None:
    """Whether the answer is one error, the last line, whose first words say what is wrong."""
    (line,) = lines
    assert line.startswith("Error: ")
    first = sentences(line)[0]
    assert any(wrong in f"{line[:WITHIN]} " for wrong in WRONG), line[:WITHIN]
    assert len(first) <= 2 * WITHIN
    assert words("plain.cut", typed="x" * 10) in line or "x" * 21 not in line


def test_every_prompt_fits_a_braille_line_and_says_what_may_be_typed(library: Library, words: Words) -> None:
    typed = ["12", "s botox", "s ketamin e", "country", "b", "g", "2", "1", "4", "1", "1", "r", "n", "e", "v", "again"]
    conversation = Conversation(library)
    conversation.hold("".join(f"{line}\n" for line in typed))
    prompts = [*conversation.prompts(), words("plain.prompt_more") + " "]
    assert len(set(prompts)) > 10
    for prompt in prompts:
        assert len(prompt) <= 38
        assert "?" in prompt
        assert not is_place(prompt)


def test_every_command_is_heard_with_its_word_first(library: Library, words: Words) -> None:
    lines = Conversation(library).answer("?")
    for command in COMMANDS:
        if command.word and not command.guide:
            assert sum(line.startswith(command.word) for line in lines) == 1
            assert any(line.endswith(f": {words('command.' + command.id)}") for line in lines)
