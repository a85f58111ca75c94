from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.small_content import FILES, GUIDE, HELP, with_change, write
from trd_tui.guide.condition import NEVER, And, Chosen, Condition, Not, Or
from trd_tui.guide.definition import Guide
from trd_tui.guide.stored import from_value, to_value
from trd_tui.library.authoring.nodes import place_of
from trd_tui.library.source import load
from trd_tui.model import Short


def _read(folder: Path, **changed: str) -> Guide:
    found, problems = load(write(folder, {GUIDE: changed.get("guide", FILES[GUIDE])}))
    assert problems == []
    assert found is not None
    return found.guide


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return _read(tmp_path)


def _told(condition: Condition | None) -> object:
    """A condition as plain values."""
    if condition is None or condition is NEVER:
        return condition
    if isinstance(condition, Chosen):
        return {condition.question: list(condition.choices)}
    if isinstance(condition, Not):
        return {"not": _told(condition.condition)}
    return {"and" if isinstance(condition, And) else "or": list(map(_told, condition.conditions))}


def test_questions_stand_in_the_order_of_asking(guide: Guide) -> None:
    assert [(one.id, one.part, one.private) for one in guide.questions] == [
        ("S1", "", True),
        ("A1", "A", False),
        ("A2", "A", False),
        ("B1", "B", False),
        ("S2", "", True),
    ]
    assert (guide.offer.id, guide.safety.id) == ("S1", "S2")
    assert [(part.id, part.title, part.first, part.sections) for part in guide.parts] == [
        ("A", "So far", (), ("treatment",)),
        ("B", "At home", ("A1",), ()),
    ]


def test_a_question_carries_all_that_was_written(guide: Guide) -> None:
    one = guide.question("A2")
    assert (one.title, one.why, one.evidence, one.several) == ("What was hard", "Much can be done.", ("one",), True)
    assert [line.text for line in one.ask] == ["Did any of these bother you?", "Does any of these bother you?"]
    assert [_told(line.when) for line in one.ask] == [{"A1": ["one", "more"]}, {"not": {"A1": ["one", "more"]}}]
    assert [(line.text, _told(line.when)) for line in one.also] == [("Take your time.", {"A2": ["sleep"]})]
    assert (one.topic, _told(one.unless)) == ("what was hard", {"A1": ["not_sure"]})
    assert guide.question("A1").topic == ""
    assert guide.question("A1").unless is NEVER
    assert guide.question("B1").unless is NEVER


def test_choices_and_those_that_are_always_there(guide: Guide) -> None:
    assert [(one.id, one.text, one.named, one.alone) for one in guide.question("A2").choices] == [
        ("sleep", "Sleep", "sleep", False),
        ("hunger", "Hunger", "hunger", False),
        ("other", "Something else", "", False),
        ("nothing", "None of these", "", True),
        ("not_sure", "Not sure", "", True),
        ("not_said", "Prefer not to say", "", True),
    ]


def test_what_is_private(guide: Guide) -> None:
    private = [(one.id, choice.id) for one in guide.questions for choice in one.choices if choice.private]
    assert private == [
        ("S1", "help"), ("S1", "go_on"), ("S1", "not_said"),
        ("B1", "unsafe"),
        ("S2", "no"), ("S2", "act"), ("S2", "not_sure"), ("S2", "not_said"),
    ]  # fmt: skip
    assert (guide.offer.choice("help").then, guide.safety.choice("act").then) == ("help", "stop")


def test_named_conditions_are_written_out(guide: Guide) -> None:
    tried = {"not": {"A1": ["none"]}}
    bothered = {"and": [tried, {"A2": ["sleep", "hunger"]}]}
    assert _told(guide.question("A2").when) == tried
    (finding,) = guide.findings
    assert [(state, _told(condition)) for state, condition in finding.states()] == [
        ("soon", {"and": [bothered, {"A1": ["more"]}]}),
        ("raise", bothered),
        ("find_out", {"A1": ["not_sure"]}),
    ]


def test_a_named_condition_has_the_place_of_its_name(guide: Guide) -> None:
    when = guide.question("A2").when
    assert isinstance(when, Not)
    assert isinstance(when.condition, Chosen)
    lines = FILES[GUIDE].splitlines()
    for text in (when.condition.question, *when.condition.choices):
        assert lines[place_of(text).line - 1] == "        when: tried"


def test_or_is_read_and_a_single_choice_is_one_of_one(tmp_path: Path) -> None:
    text = FILES[GUIDE].replace("raise: bothered", "raise: {or: [bothered, {A1: one}]}")
    (finding,) = _read(tmp_path, guide=text).findings
    assert isinstance(finding.raise_, Or)
    assert _told(finding.raise_.conditions[1]) == {"A1": ["one"]}


def test_findings_notes_and_the_rest(guide: Guide) -> None:
    (finding,) = guide.findings
    assert (finding.title, finding.section, finding.evidence) == ("What you have tried", "ect", ("one",))
    assert [line.text for line in finding.ask] == ["You could ask: what else is there?"]
    assert [line.text for line in guide.unsure.said] == ["You were not sure about: {topics}."]
    assert [(note.id, note.shows, note.results, note.evidence) for note in guide.notes] == [
        ("U1", "lines", True, ("three",)),
        ("U2", "urgent", False, ("three",)),
    ]
    assert [(line.text, line.evidence) for line in guide.bring] == [("A list of what you tried.", ("one",))]
    assert (guide.version, guide.title, guide.joint) == ("1", "A few questions", "and")
    assert guide.welcome.choices["this_part"] == "Only this part: {title}"
    assert [line.text for line in guide.nothing.skipped] == ["You skipped these."]
    assert guide.fixed.end == "A clinic is a good first step."


def test_it_comes_back_from_plain_values(guide: Guide) -> None:
    written = json.dumps(to_value(guide))
    assert to_value(from_value(json.loads(written))) == to_value(guide)
    assert "Written" not in written


def test_conditions_may_be_left_out_altogether(tmp_path: Path) -> None:
    start = FILES[GUIDE].index("conditions:\n")
    text = FILES[GUIDE][:start] + FILES[GUIDE][FILES[GUIDE].index("welcome:\n") :]
    text = text.replace("when: tried", "when: {not: {A1: none}}").replace(": bothered", ": {A2: sleep}")
    guide = _read(tmp_path, guide=text.replace("[bothered, ", "[{A2: sleep}, "))
    assert _told(guide.question("A2").when) == {"not": {"A1": ["none"]}}


def _short(folder: Path, before: str, after: str) -> Short:
    found, problems = load(write(folder, with_change(HELP, before, after)))
    assert problems == []
    assert found is not None
    return found.help.countries[0].short


def test_short_help(tmp_path: Path) -> None:
    short = _short(tmp_path, "footer: 9-8-8", 'footer: ""')
    assert (short.crisis, short.emergency, short.footer) == ("call or text 988", "call 911", "")
    assert short.home == "call the shelter line"


def test_short_help_for_the_home_is_the_emergency_where_there_is_none(tmp_path: Path) -> None:
    short = _short(tmp_path, " home: call the shelter line,", "")
    assert (short.home, short.footer) == ("call 911", "9-8-8")
