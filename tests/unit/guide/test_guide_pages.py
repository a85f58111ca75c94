from __future__ import annotations

import pytest

from tests.unit.guide.small import A1, A2, B1, CALM, SAFETY, SMALL, UNSAFE
from trd_tui import guide_pages
from trd_tui.guide.definition import Fixed, Guide, Line, Nothing, Question
from trd_tui.guide.sheet import Entry, Group
from trd_tui.guide.walk import FIRST, START, Walk
from trd_tui.library.store import Library
from trd_tui.model import LIST, TEXT, Block
from trd_tui.reading import Reading
from trd_tui.words import Words

FILLED = {"help": "type h", "home": "call 1", "Crisis": "Call 2", "crisis": "call 2"}


@pytest.fixture
def walk() -> Walk:
    """Somebody at the first question of the first part."""
    walk = Walk(SMALL)
    walk.choose(START)
    walk.answer(["go"])
    return walk


def read(blocks: tuple[Block, ...] | list[Block]) -> list[str]:
    """The lines of blocks: headings after a number sign, items of lists after a dash."""
    lines = []
    for block in blocks:
        lines += [f"# {block.heading}"] if block.heading else []
        lines += [f"- {item.text}" if block.kind == LIST else item.text for item in block.items]
    return lines


@pytest.mark.parametrize(("country", "crisis"), [("", "call or text 988"), ("gb", "call 116 123")], ids=str)
def test_phrases_are_those_of_the_country(library: Library, country: str, crisis: str) -> None:
    reading = Reading(library, country=country)
    phrases = guide_pages.phrases(reading, "press F2", "type x")
    assert phrases["crisis"] == crisis
    assert phrases["Crisis"] == crisis.replace("call", "Call")
    assert (phrases["help"], phrases["Help"], phrases["exit"]) == ("press F2", "Press F2", "type x")
    assert phrases["emergency"].startswith("call ")
    assert "1-800-799-7233" in phrases["home"] or country


def test_the_first_screen(walk: Walk) -> None:
    page = guide_pages.welcome(walk, FILLED)
    assert (page.id, page.title) == ("welcome", "A small guide")
    assert read(page.blocks) == ["Ready?", "Skip anything, type h."]


def test_a_question_is_asked_in_the_words_that_hold_now(walk: Walk) -> None:
    assert guide_pages.asked(walk, FILLED) == ("Where is it?",)
    walk.answer(["pain"])
    assert guide_pages.asked(walk, FILLED) == ("Since when is the pain?",)
    walk.answer(["long"])
    assert guide_pages.asked(walk, FILLED) == ("Sleep?", "All of it.")


def test_the_place_in_words(walk: Walk, words: Words) -> None:
    assert guide_pages.place(walk, words) == "Question 1, part A, 1 part left"
    walk.answer(["none"])
    assert guide_pages.place(walk, words) == "Question 2, part B, last part"
    walk.skip()
    assert guide_pages.place(walk, words) == "Last"


def test_more_parts_are_counted(words: Words) -> None:
    walk = Walk(SMALL, FIRST)
    assert guide_pages.place(walk, words) == "Offer"
    assert guide_pages.parts_left(walk, words) == "2 parts left"


def test_a_question_outside_of_the_run_has_its_name_for_a_place(walk: Walk, words: Words) -> None:
    walk.answer(["none"])
    walk.choose_part("B")
    walk.review()
    walk.change("A1")
    assert guide_pages.place(walk, words) == "Where"


def test_why_a_question_is_asked_and_what_was_left_out(walk: Walk, words: Words) -> None:
    assert read(guide_pages.why(walk, words).blocks) == ["It matters."]
    walk.answer(["rash"])
    page = guide_pages.why(walk, words)
    assert (page.id, page.title) == ("why", "Why we ask")
    assert read(page.blocks) == [
        "Sleep matters.",
        "# It is asked because of these answers",
        "- Where: In rash",
        "# Not asked",
        "- Since (because of Where: In rash)",
        "- How short (because of Where: In rash)",
    ]


def test_why_says_that_something_was_skipped(walk: Walk, words: Words) -> None:
    walk.skip()
    assert read(guide_pages.why(walk, words).blocks) == [
        "Sleep matters.",
        "# Not asked",
        "- Since (because of Where: left out)",
        "- How short (because of Where: left out)",
    ]


def test_why_hides_what_is_private(walk: Walk, words: Words) -> None:
    walk.answer(["unsafe"])
    assert "- Where: answered, not shown here" in read(guide_pages.why(walk, words).blocks)


def test_what_was_left_out_because_of_nothing_answered_has_only_its_name(walk: Walk, words: Words) -> None:
    walk.answer(["itch"])
    walk.answer(["long"])
    walk.answers.pop("A2")
    assert "- How short" in read(guide_pages.why(walk, words).blocks)


def test_only_what_stands_before_a_question_is_told_as_left_out(walk: Walk, words: Words) -> None:
    walk.answer(["rash"])
    walk.back()
    assert read(guide_pages.why(walk, words).blocks) == ["It matters."]


@pytest.mark.parametrize(
    ("question", "chosen", "text"),
    [
        (A1, None, "not answered yet"),
        (A1, (), "left out"),
        (A1, ("itch",), "In itch"),
        (A1, ("pain", "itch"), "In pain; In itch"),
        (A1, ("pain", "unsafe"), "In pain; answered, not shown here"),
        (A1, ("unsafe",), "answered, not shown here"),
        (A2, ("not_said",), "Not said"),
        (SAFETY, ("bad",), "answered, not shown here"),
        (SAFETY, (), "left out"),
        (SAFETY, None, "not answered yet"),
        (B1, ("yes",), "Yes"),
    ],
    ids=lambda value: value.id if isinstance(value, Question) else "+".join(value or ()) or "nothing",
)
def test_answers_in_the_list(
    walk: Walk, words: Words, question: Question, chosen: tuple[str, ...] | None, text: str
) -> None:
    if chosen is None:
        walk.answers.pop(question.id, None)
    else:
        walk.answers[question.id] = chosen
    assert guide_pages.answer_text(walk, question, words) == text


def test_a_note_says_what_holds(walk: Walk) -> None:
    page = guide_pages.note(UNSAFE, walk, FILLED)
    assert (page.id, page.title, read(page.blocks)) == ("note", "Unsafe", ["Call call 1 or Call 2."])
    walk.answer(["pain"])
    assert read(guide_pages.note(UNSAFE, walk, FILLED).blocks)[0] == "If so:"
    assert [guide_pages.note(one, walk, FILLED).id for one in (SMALL.notes[0], CALM)] == ["urgent", "note"]


def test_results_on_the_screen(walk: Walk, words: Words) -> None:
    walk.answer(["rash", "unsafe"])
    walk.answer(["yes"])
    page = guide_pages.results(walk, words, FILLED)
    assert (page.id, page.title) == ("results", "What to talk over")
    assert read(page.blocks) == [
        "# Please read this first", "# Unsafe", "Call call 1 or Call 2.", "Before.",
        "# Worth raising, in the next few days",
        "# The place", "You named: rash and unsafe.", "No pain.", "Places matter.",
        "Ask about rash and unsafe,  and rash and unsafe.",
        "# A rash", "You have one.",
        "Group.",
        "# Worth raising", "# Your sleep", "You sleep.", "Ask: which?", "Group.",
        "# What to bring", "- A list.", "End.",
    ]  # fmt: skip


def test_results_without_findings_have_no_state(walk: Walk, words: Words) -> None:
    walk.answer(["none"])
    assert read(guide_pages.results(walk, words, FILLED).blocks) == [
        "Before.", "# Your answers", "Nothing stood out.", "Ask.", "# What to bring", "- A list.", "End.",
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "more"), [(5, ""), (6, "1 more"), (8, "3 more")], ids=str)
def test_five_results_come_first(words: Words, count: int, more: str) -> None:
    walk = Walk(many(count))
    walk.answers = {"A1": ("rash",)}
    first, every = (read(guide_pages.results(walk, words, FILLED, more=all).blocks) for all in (False, True))
    assert [line for line in first if line.startswith("# F")] == [f"# F{place}" for place in range(5)]
    assert [line for line in every if line.startswith("# F")] == [f"# F{place}" for place in range(count)]
    assert ([line for line in first if " more." in line] or [""])[0].startswith(more)
    assert not [line for line in every if " more." in line]
    assert first.count("Group.") == every.count("Group.") == 1


def test_the_sheet(walk: Walk, library: Library, words: Words) -> None:
    walk.answer(["rash", "unsafe"])
    walk.struck = frozenset({"R-place", "bring.1"})
    page, citations = guide_pages.sheet(walk, library, words, FILLED, "1 May 2030")
    assert (page.id, page.title) == ("sheet", "To take along")
    assert read(page.blocks) == [
        "Date: 1 May 2030. No name is on this sheet.", "Before.",
        "# Worth raising, in the next few days", "# A rash", "You have one.", "Group.", "End.", "In a crisis, call 2.",
    ]  # fmt: skip
    assert not citations.listed


def test_the_sheet_has_what_to_bring_and_its_sources(library: Library, words: Words) -> None:
    walk = Walk(library.guide)
    walk.answers = {"B1": ("few",)}
    page, citations = guide_pages.sheet(walk, library, words, FILLED, "")
    assert "# What to bring" in read(page.blocks)
    assert citations.listed
    assert page.blocks[-1].heading.startswith("Sources")
    assert page.blocks[-1].items[0].name == "[1]"


def test_the_evidence_of_a_group_stands_with_why_it_matters() -> None:
    blocks = guide_pages.group_blocks(group("said", "matters", "matters", "ask"))
    assert [item.evidence for item in blocks[0].items] == [(), ("one",), (), ()]
    assert guide_pages.group_blocks(group("said", "ask"))[0].items[0].evidence == ("one",)


def test_what_was_chosen_is_a_list_between_the_lines() -> None:
    blocks = guide_pages.group_blocks(group("said", "chosen", "chosen", "ask", "ask"))
    assert [(block.kind, block.heading, len(block.items)) for block in blocks] == [
        (TEXT, "Group", 1),
        (LIST, "", 2),
        (TEXT, "", 2),
    ]


def group(*kinds: str) -> Group:
    entries = tuple(Entry(f"G.{place}", kind, kind) for place, kind in enumerate(kinds))
    return Group("G", "raise", "Group", entries, evidence=("one",))


def many(count: int) -> Guide:
    """A guide with some results for the same answer."""
    rash = SMALL.findings[2]
    findings = tuple(type(rash)(f"R{place}", f"F{place}", (Line("Said."),), soon=rash.soon) for place in range(count))
    return Guide(
        "1", "", "and", SMALL.welcome, SMALL.parts, SMALL.questions, findings, SMALL.unsure, Nothing("N", "", (), ()),
        (), (), Fixed("Before.", "Group.", "End."),
    )  # fmt: skip
