from __future__ import annotations

import pytest

from tests.unit.guide.small import A1, A2, B1, CALM, SAFETY, SMALL, UNSAFE, changed
from trd_tui import guide_pages
from trd_tui.guide.condition import NEVER
from trd_tui.guide.definition import Guide, Line, Part, Question
from trd_tui.guide.sheet import Entry, Group
from trd_tui.guide.walk import FIRST, START, Walk
from trd_tui.library.store import Library
from trd_tui.model import HELP, LIST, TEXT, Block
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
    assert guide_pages.asked(walk, FILLED) == ("Sleep?", "All of it, or type h.")
    walk.skip()
    assert guide_pages.asked(walk, FILLED) == ("Food? Or type h.",)


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


def test_why_a_question_is_asked_and_what_was_left_out(seen: Walk, words: Words) -> None:
    assert read(guide_pages.why(seen, words).blocks) == ["It matters."]
    seen.answer(["rash"])
    page = guide_pages.why(seen, words)
    assert (page.id, page.title) == ("why", "Why we ask")
    assert read(page.blocks) == [
        "Sleep matters.",
        "# It is asked because of these answers",
        "- Where: In rash",
        "# Not asked",
        "- Since (because of Where: In rash)",
        "- How short (because of Where: In rash)",
    ]


def test_why_names_every_answer_that_something_hung_on(seen: Walk, words: Words) -> None:
    for answer in ("rash", "yes", "yes"):
        seen.answer([answer])
    assert read(guide_pages.why(seen, words).blocks)[-1] == "- Late food (because of Food: Yes; Where: In rash)"


def test_why_and_the_first_screen_are_texts_with_their_evidence(library: Library, words: Words) -> None:
    walk = Walk(library.guide)
    walk.choose(START)
    blocks = (*guide_pages.why(walk, words).blocks, *guide_pages.welcome(walk, {"help": ""}).blocks)
    assert [block.kind for block in blocks] == [TEXT] * 3
    assert blocks[0].items[0].evidence == library.guide.offer.evidence != ()


def test_a_part_says_whether_all_of_it_is_answered(walk: Walk, words: Words) -> None:
    first, second = SMALL.parts
    assert guide_pages.part(walk, first, words) == "A The place"
    walk.answer(["itch"])
    assert guide_pages.part(walk, first, words) == "A The place"
    walk.skip()
    assert guide_pages.part(walk, first, words) == "A The place, answered"
    assert guide_pages.part(walk, second, words) == "B The night"


def test_a_part_of_which_nothing_is_asked_is_not_answered(words: Words) -> None:
    hidden = Question("C1", "C", "", (), "", (), when=NEVER)
    guide = Guide(
        **{slot: getattr(SMALL, slot) for slot in Guide.__slots__} | {"questions": (*SMALL.questions, hidden)}
    )
    assert guide_pages.part(Walk(guide), Part("C", "Nothing"), words) == "C Nothing"


def test_why_says_that_something_was_skipped(walk: Walk, words: Words) -> None:
    walk.skip()
    assert read(guide_pages.why(walk, words).blocks) == [
        "Sleep matters.",
        "# Not asked",
        "- Since (because of Where: left out)",
        "- How short (because of Where: left out)",
    ]


def test_why_says_what_was_answered(walk: Walk, words: Words) -> None:
    walk.answer(["itch"])
    walk.answer(["long"])
    assert read(guide_pages.why(walk, words).blocks)[-1] == "- How short (because of Since: Long)"


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


def test_several_answers_in_the_list(seen: Walk, words: Words) -> None:
    seen.answer(["pain", "itch"])
    assert guide_pages.answer_text(seen, seen.guide.question("A1"), words) == "In pain; In itch"


@pytest.mark.parametrize(
    ("question", "chosen", "text"),
    [
        (A1, None, "not answered yet"),
        (A1, (), "left out"),
        (A1, ("itch",), "answered, not shown here"),
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


def test_results_come_in_passages_that_can_be_told_apart(words: Words) -> None:
    walk = Walk(many(6))
    walk.answers = {"A1": ("rash",)}
    shown = guide_pages.passages(walk, words, FILLED)
    assert [one.id for one in shown if one.id] == ["R0", "R1", "R2", "R3", "R4", "more"]
    assert {one.id for one in shown} == {"R0", "R1", "R2", "R3", "R4", "more", ""}
    assert {one.section for one in shown} == {""}
    walk.guide = SMALL
    assert [one.section for one in guide_pages.passages(walk, words, FILLED) if one.id] == ["beta", ""]
    walk.guide = many(6)
    assert {block.kind for one in shown for block in one.blocks} == {TEXT, LIST}
    page = guide_pages.results(walk, words, FILLED)
    assert read(page.blocks) == [line for one in shown for line in read(one.blocks)]


def test_urgent_notes_stand_out_in_the_results(walk: Walk, words: Words) -> None:
    walk.answer(["unsafe"])
    blocks = guide_pages.results(walk, words, FILLED).blocks
    assert [block.kind for block in blocks[:3]] == [TEXT, HELP, TEXT]
    assert [block.kind for block in guide_pages.note(UNSAFE, walk, FILLED).blocks] == [TEXT]


def test_results_without_findings_have_no_state(walk: Walk, words: Words) -> None:
    walk.answer(["none"])
    assert read(guide_pages.results(walk, words, FILLED).blocks) == [
        "Before.", "# Your answers", "Nothing stood out.", "Ask.", "# What to bring", "- A list.", "End.",
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "more"), [(5, 0), (6, 1), (8, 3)], ids=str)
def test_five_results_come_first(words: Words, count: int, more: int) -> None:
    walk = Walk(many(count))
    walk.answers = {"A1": ("rash",)}
    first, every = (read(guide_pages.results(walk, words, FILLED, more=all).blocks) for all in (False, True))
    assert [line for line in first if line.startswith("# F")] == [f"# F{place}" for place in range(5)]
    assert [line for line in every if line.startswith("# F")] == [f"# F{place}" for place in range(count)]
    waiting = words("guide.more", count=more)
    assert (waiting in first) == bool(more)
    assert waiting not in every
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
    first = page.blocks[-1].items[0]
    assert (first.name, first.text) == ("[1]", citations.listed[0].short)


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
    return changed(findings=findings, notes=(), bring=())
