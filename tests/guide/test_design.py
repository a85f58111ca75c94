"""The checks that the design of the questionnaire asks of a build, on the real content, through the engine."""

from __future__ import annotations

import re

import pytest

from tests.guide import design
from tests.guide.design import Given
from tests.guide.personas import PERSONAS
from tests.guide.runs import ALL_NOT_SAID, NONE_YET, SCRIPTS, URGENT
from tests.guide.script import SKIP, Script
from tests.guide.texts import guide_texts
from tests.guide.trail import Trail
from trd_tui.guide.definition import NOT_SAID, NOT_SURE, Guide, Question
from trd_tui.guide.walk import FIRST, OFF, ONE_PART, QUESTION, START, STOPPED, Walk
from trd_tui.library.rules.readability import grade
from trd_tui.library.store import Library
from trd_tui.sentences import sentences
from trd_tui.words import Words

QUIET, MAY_ACT, SKIPS, NEVER_STARTED, UNSURE = (PERSONAS[place - 1] for place in (8, 9, 10, 11, 17))
FIXED_BEFORE = "These are things to talk over. They are not a diagnosis."
FIXED_GROUP = "Please do not start, stop or change any medicine without your prescriber."
FIXED_END = "If you see nobody for your depression now, a family doctor or clinic is a good first step."
FORBIDDEN = re.compile(
    r"stop taking|increase your dose|switch to|you have (bipolar|TRD|depression)|diagnos(is|ed) you|\bscore|risk level",
    re.IGNORECASE,
)
COMMITTED = re.compile(r"\bcommit(ted|s)? suicide|(failed|successful) (suicide|attempt)|you are fine", re.IGNORECASE)
IF_NOBODY_ANSWERS = "If you cannot reach them today, call a nurse line, an urgent care clinic or a crisis line."

NOTE_TEXTS = {
    "U1": "Feeling that you cannot sit still can be a side effect, and it can be treated. | "
    "Please call your prescriber or a pharmacist today. | Do not stop on your own. | "
    "If you feel you might hurt yourself, press F2.",
    "U2": "Some people, above all under 25, feel worse in the first weeks or after a dose change. | "
    "Please call your prescriber today. | Do not stop on your own. | "
    "If you might act on dark thoughts, call or text 988, or press F2.",
    "U3": "Taken together, these can be too much for the body. | "
    "Ask a pharmacist or prescriber today or tomorrow, before you change anything. | "
    "Get emergency help at once if you have fever, stiff or jerking muscles, heavy sweating, a racing heart or "
    "confusion.",
    "U4": "If you drink a lot, or take calming pills, sleeping pills or opioids, on most days, do not stop all at "
    "once. | That can be dangerous. | Ask a doctor for help to stop safely. | "
    "Shaking, | or seeing things after cutting down: call 911",
    "U5": "Please call your prescriber today and tell them about your energy and sleep. | "
    "Do not change a medicine on your own. | "
    "If you have hardly slept for days, or feel out of control, get urgent help: press F2.",
    "U6": "Please call your prescriber or a crisis line today. | "
    "If a voice tells you to harm yourself or someone else, call | 988 | 911 | "
    "In the weeks after a birth, go to emergency care now.",
    "U7": "You deserve to be safe. | 1-800-799-7233, or text START to 88788 | In danger now: call 911 | press Ctrl+X",
    "U0-calm": "Please tell your prescriber, or someone you trust, about these thoughts today or tomorrow.",
    "U0-urgent": "Please get help right now. | all or text 988 | all 911 | "
    "If you can, go to someone or ask them to come and stay. | "
    "Move away from anything you could use to hurt yourself. | These feelings can pass, and help is there.",
}


# The questions themselves.


def test_questions_stand_in_the_order_of_the_design(guide: Guide) -> None:
    assert [question.id for question in guide.questions] == list(design.CHOICES)
    assert {part.id: " ".join(one.id for one in guide.in_part(part.id)) for part in guide.parts} == design.PARTS
    assert {part.id: part.first for part in guide.parts if part.first} == design.ASKED_FIRST


@pytest.mark.parametrize("id", design.CHOICES)
def test_choices_are_those_of_the_design_in_its_order(guide: Guide, id: str) -> None:
    question = guide.question(id)
    assert {choice.id: choice.text for choice in question.choices} == design.choices_of(id)
    assert [choice.id for choice in question.choices] == list(design.choices_of(id))
    assert question.several == (id in design.SEVERAL)


@pytest.mark.parametrize("id", sorted(design.SEVERAL))
def test_none_not_sure_and_not_said_clear_the_others(guide: Guide, id: str) -> None:
    alone = {choice.id for choice in guide.question(id).choices if choice.alone}
    assert alone == design.CLEARING & set(design.choices_of(id))


# Check 2: the quiet run.


def test_the_quiet_run_gives_only_r0_the_fixed_lines_and_the_footer(library: Library) -> None:
    trail = Trail(library, QUIET)
    assert trail.screen.splitlines() == [
        FIXED_BEFORE,
        *trail.screen.splitlines()[1:5],
        "What to bring",
        *(line.text for line in trail.walk.guide.bring),
        FIXED_END,
    ]
    assert "Nothing stood out here." in trail.screen.splitlines()[1:5]


# Check 3: all "Not sure".


def test_all_not_sure_gives_only_things_to_find_out(library: Library) -> None:
    trail = Trail(library, UNSURE)
    assert {state for _, state in trail.results} == {"find_out"}
    assert trail.results[-1][0] == "R-N"
    assert [note.id for note in trail.walk.outcome.notes] == ["U0-calm"]


# Check 4: all skipped or not said.


def test_skipping_and_not_saying_are_the_same_and_never_mentioned(library: Library) -> None:
    skipped, not_said = Trail(library, SKIPS), Trail(library, ALL_NOT_SAID)
    assert skipped.asked == not_said.asked
    assert skipped.screen == not_said.screen
    assert skipped.sheet == not_said.sheet
    assert "Nothing stood out" not in skipped.screen


# Check 5: none yet.


def test_with_none_yet_no_question_about_taking_one_is_asked(library: Library) -> None:
    asked = Trail(library, NONE_YET).asked
    assert not [id for id in asked if id[0] in "BC" or id in {"A2", "A3", "F3"}]


def test_with_one_prescribed_only_why_it_was_not_started_is_asked(library: Library) -> None:
    asked = Trail(library, NEVER_STARTED).asked
    assert [id for id in asked if id[0] in "BC" or id in {"A2", "A3", "F3"}] == ["C3"]


# Check 6: "may act".


@pytest.mark.parametrize("safety", ["last", FIRST])
def test_may_act_brings_the_urgent_page_and_nothing_else(guide: Guide, safety: str) -> None:
    walk = Walk(guide, safety)
    walk.choose(START)
    while walk.current is not guide.safety:
        walk.skip()
    shown = walk.answer(["act"])
    assert walk.stage == STOPPED
    assert [(note.id, note.shows) for note in shown] == [("U0-urgent", "urgent")]
    assert walk.notes == shown


def test_the_first_place_of_the_safety_question_is_right_after_the_offer(guide: Guide) -> None:
    assert [one.id for one in Walk(guide, FIRST).order][:3] == ["S1", "S2", "A1"]


def test_the_safety_question_can_be_off_and_the_offer_stays(guide: Guide) -> None:
    walk = Walk(guide, OFF)
    asked = [one.id for one in walk.order]
    assert asked[0] == "S1"
    assert "S2" not in asked
    walk.choose(START)
    while walk.stage == QUESTION:
        walk.skip()
    assert "S2" not in walk.answers


# Check 8: what leaves.


@pytest.mark.parametrize("script", SCRIPTS, ids=repr)
def test_nothing_private_is_in_results_or_on_the_sheet(trail: Trail, script: Script) -> None:
    urgent = {line.text for note in trail.walk.guide.notes for line in note.lines}
    for text in (trail.found, trail.sheet):
        assert not re.search(
            r"dark thoughts|safe at home|thoughts of|hurting|urgent|Please read this first", text, re.IGNORECASE
        )
        assert not urgent & set(text.splitlines())


# Check 9 and the rules for wording.


@pytest.mark.parametrize("place", ["guide", "words"])
def test_no_text_says_what_must_not_be_said(guide: Guide, words: Words, place: str) -> None:
    texts = guide_texts(guide) if place == "guide" else _words_of_the_guide(words)
    assert len(texts) > 20
    assert not [text for text in texts if FORBIDDEN.search(text) or COMMITTED.search(text)]


@pytest.mark.parametrize("script", SCRIPTS, ids=repr)
def test_no_results_say_what_must_not_be_said(trail: Trail, script: Script) -> None:
    for text in (trail.screen, trail.sheet):
        assert not FORBIDDEN.search(text)
        assert not COMMITTED.search(text)
        assert not re.search(r"[{}]| {2}|\.\.|: \.|You use \.", text), text


# Check 10: reading.


def test_questions_of_every_part_read_easily_together(guide: Guide) -> None:
    for part in guide.parts:
        texts = [line.text for question in guide.in_part(part.id) for line in question.ask]
        assert grade(map(_easier, texts)) <= 7, part.id


@pytest.mark.parametrize("id", design.CHOICES)
def test_every_question_reads_easily(guide: Guide, id: str) -> None:
    for line in guide.question(id).ask:
        assert grade([_easier(line.text)]) <= 8, line.text


def test_no_sentence_is_long(guide: Guide) -> None:
    long = [one for text in guide_texts(guide) for one in sentences(text) if len(one.split()) > 25]
    assert not long


@pytest.mark.parametrize("id", [id for id in design.CHOICES if id != "S1"])
def test_every_question_offers_not_sure_and_not_said_last(guide: Guide, id: str) -> None:
    assert [choice.id for choice in guide.question(id).choices][-2:] == [NOT_SURE, NOT_SAID]


# Check 12: reasons.


@pytest.mark.parametrize("id", design.CHOICES)
def test_every_question_says_why_it_is_asked(guide: Guide, id: str) -> None:
    assert guide.question(id).why.endswith(".")


# Check 13: side effects and urgent notes.


@pytest.mark.parametrize("taken", ["one", "two", "three", NOT_SURE, NOT_SAID, SKIP])
@pytest.mark.parametrize("missed", ["none", "few", NOT_SURE, SKIP])
def test_whoever_took_one_is_asked_for_side_effects(guide: Guide, taken: str, missed: str) -> None:
    walk = Walk(guide)
    given = {"A1": taken, "B1": missed}
    walk.choose(START)
    seen = []
    while walk.stage == QUESTION:
        seen.append(walk.current.id)
        answer = given.get(walk.current.id, SKIP)
        walk.answer([answer]) if answer else walk.skip()
    assert "B3" in seen


@pytest.mark.parametrize("script", [one for one in URGENT if one.notes], ids=repr)
def test_urgent_notes_say_what_the_design_says(trail: Trail, script: Script) -> None:
    past = script.given["A2"] in {("stopped",), ("new",)}
    for id, text in trail.note_texts.items():
        wanted = NOTE_TEXTS.get(id, "").split(" | ")
        assert [piece for piece in wanted if piece not in text] == (["Do not stop on your own."] if past else [])
        assert text.startswith("If this is still so:") == past
        assert (IF_NOBODY_ANSWERS in text.splitlines()[-1]) == (id in {"U1", "U2", "U5", "U6"})


@pytest.mark.parametrize("script", [one for one in URGENT if one.notes], ids=repr)
def test_urgent_lines_stand_first_in_the_results_on_the_screen(trail: Trail, script: Script) -> None:
    titles = {note.id: note.title for note in trail.walk.guide.notes}
    urgent = [f"{titles[id]}\n{text}" for id, text in trail.note_texts.items() if id != "N-C1"]
    first = "\n".join(["Please read this first", *urgent, FIXED_BEFORE])
    assert trail.screen.startswith(first if urgent else FIXED_BEFORE)


# Check 14: length.


@pytest.mark.parametrize("script", [one for one in SCRIPTS if not one.part], ids=repr)
def test_a_full_run_has_19_to_36_screens(trail: Trail, script: Script) -> None:
    assert 19 <= 1 + len(trail.asked) <= 36


def test_the_longest_and_the_shortest_run(guide: Guide) -> None:
    longest = {"A1": ("two",), "A2": ("stopped",), "B1": ("few",), "D1": ("herbs",), "E1": ("monthly",), "F1": ("now",)}
    assert 1 + len(_order(guide, longest)) == 36
    assert 1 + len(_order(guide, {"A1": ("none",)})) == 19


@pytest.mark.parametrize(("part", "most"), [*zip("ABCDEFGH", (3, 5, 7, 7, 4, 8, 5, 2), strict=True)])
def test_one_part_is_short(guide: Guide, part: str, most: int) -> None:
    walk = Walk(guide)
    walk.choose(ONE_PART)
    walk.choose_part(part)
    walk.answers = {
        "A1": ("two",), "A2": ("stopped",), "B1": ("few",), "D1": ("herbs",), "E1": ("monthly",), "F1": ("now",),
    }  # fmt: skip
    assert len(walk.order) - 2 == most


# Check 15: what is not shown without two tries, or without any.


@pytest.mark.parametrize("taken", ["none", "prescribed"])
def test_herbs_call_for_no_warning_without_an_antidepressant(guide: Guide, taken: str) -> None:
    assert "U3" not in _noted(guide, {"A1": (taken,), "D1": ("herbs",), "D4": ("st_johns_wort", "supplements")})


@pytest.mark.parametrize("taken", ["none", "prescribed", "one"])
@pytest.mark.parametrize("looked", ["no", NOT_SURE])
def test_a_fresh_look_needs_two_tries(guide: Guide, taken: str, looked: str) -> None:
    walk = Walk(guide)
    walk.answers = {"A1": (taken,), "F6": (looked,)}
    assert "R-F3" not in [result.finding.id for result in walk.outcome.results]


# Section 7: fixed lines.


@pytest.mark.parametrize("script", SCRIPTS, ids=repr)
def test_fixed_lines_stand_before_after_each_group_and_at_the_end(trail: Trail, script: Script) -> None:
    states = {state for _, state in script.results}
    for text in (trail.screen, trail.sheet):
        assert text.splitlines().count(FIXED_BEFORE) == 1
        assert text.splitlines().count(FIXED_GROUP) == len(states)
        assert text.splitlines().count(FIXED_END) == 1
    assert trail.screen.endswith(FIXED_END)


def _order(guide: Guide, answers: Given) -> tuple[Question, ...]:
    walk = Walk(guide)
    walk.answers = dict(answers)
    return walk.order


def _noted(guide: Guide, answers: Given) -> list[str]:
    walk = Walk(guide)
    walk.answers = dict(answers)
    return [note.id for note in walk.outcome.notes]


def _easier(text: str) -> str:
    for long in ("antidepressants", "antidepressant", "treatment-resistant"):
        text = text.replace(long, "medicines" if long.endswith("s") else "medicine")
    return text


def _words_of_the_guide(words: Words) -> list[str]:
    return [text for key, text in words._texts.items() if key.startswith(("guide.", "plain.", "tui.", "command."))]
