"""Proof of the paths: each example is followed with the guide itself, and what is then seen is counted."""

from __future__ import annotations

from typing import NamedTuple

from trd_tui.guide.asking import asked, counted
from trd_tui.guide.definition import HELP, STOP
from trd_tui.guide.findings import called_for, lines, outcome, topics
from trd_tui.guide.walk import QUESTION, RESULTS, STOPPED, Walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trd_tui.guide.definition import Guide
    from trd_tui.guide.paths.routes import FindingPaths, Lead, NotePaths, Paths, Shown

    Case = dict[str, tuple[str, ...]]


class Cover(NamedTuple):
    """How many there are of something, and which of them no example shows; `what` is its name in the words."""

    what: str
    total: int
    missing: tuple[str, ...]


def cover(paths: Paths) -> tuple[Cover, ...]:
    """What is there, and what the examples do not show."""
    guide = paths.guide
    leads = [lead for every in paths.leads.values() for lead in every]
    shown = [lead for lead in leads if follows(guide, lead)]
    return (
        _cover("questions", ((one.id, one.id in _asked(paths)) for one in guide.questions)),
        _cover("choices", _choices(guide, shown)),
        _cover("transitions", ((f"{lead.question} {lead.choice} -> {lead.to}", lead in shown) for lead in leads)),
        _cover("routes", _routes(paths)),
        _cover("states", ((name, seen) for one in paths.findings for name, seen in _states(guide, one))),
        _cover("lines", ((name, seen) for one in paths.findings for name, seen in _lines(guide, one))),
        _cover("topics", ((one.question.id, _told(guide, one.example, one.question.topic)) for one in paths.topics)),
        _cover("quiet", _quiet(paths)),
        _cover("notes", ((one.note.id, _called(guide, one)) for one in paths.notes)),
        _cover("note_lines", ((name, seen) for one in paths.notes for name, seen in _note_lines(guide, one))),
    )


def follows(guide: Guide, lead: Lead) -> bool:
    """Whether a walk that answers as the example does comes to where the lead says."""
    walk = Walk(guide)
    before = guide.questions[: guide.questions.index(guide.question(lead.question))]
    walk.answers = {one.id: lead.example.get(one.id, ()) for one in before}
    walk.stage, walk.current = QUESTION, guide.question(lead.question)
    if walk.current not in walk.order or lead.choice not in lead.example[lead.question]:
        return False
    notes = walk.answer(lead.example[lead.question])
    if lead.to == HELP:
        return bool(notes) and walk.stage == QUESTION and walk.current.id == lead.question
    if lead.to in (STOP, RESULTS):
        return walk.stage == (STOPPED if lead.to == STOP else RESULTS)
    return walk.stage == QUESTION and walk.current.id == lead.to


def _cover(what: str, found: Iterable[tuple[str, bool]]) -> Cover:
    listed = list(found)
    return Cover(what, len(listed), tuple(name for name, seen in listed if not seen))


def _asked(paths: Paths) -> set[str]:
    examples = [route.example for one in paths.parts for route in one.routes]
    return {question.id for example in examples for question in asked(paths.guide, example)}


def _choices(guide: Guide, shown: list[Lead]) -> Iterator[tuple[str, bool]]:
    led = {(lead.question, lead.choice) for lead in shown}
    for question in guide.questions:
        for choice in question.choices:
            yield f"{question.id} {choice.id}", (question.id, choice.id) in led


def _routes(paths: Paths) -> Iterator[tuple[str, bool]]:
    for one in paths.parts:
        for number, route in enumerate(one.routes, 1):
            shown = tuple(each.id for each in asked(paths.guide, route.example) if each.part == one.part.id)
            yield f"{one.part.id}-{number}", shown == route.questions


def _states(guide: Guide, one: FindingPaths) -> Iterator[tuple[str, bool]]:
    for state, example in one.states.items():
        found = [] if example is None else outcome(guide, example).results
        seen = any(result.finding.id == one.finding.id and result.state == state for result in found)
        yield f"{one.finding.id} {state}", seen


def _lines(guide: Guide, one: FindingPaths) -> Iterator[tuple[str, bool]]:
    for number, shown in enumerate((*one.said, *one.matters, *one.ask), 1):
        found = [] if shown.example is None else outcome(guide, shown.example).results
        there = any(result.finding.id == one.finding.id for result in found)
        yield f"{one.finding.id} {number}", there and _holds(guide, shown)


def _holds(guide: Guide, shown: Shown) -> bool:
    return shown.example is not None and bool(lines((shown.line,), counted(guide, shown.example)))


def _told(guide: Guide, example: Case | None, topic: str) -> bool:
    return example is not None and topic in topics(guide, counted(guide, example))


def _quiet(paths: Paths) -> Iterator[tuple[str, bool]]:
    for name, example in paths.nothing.items():
        yield name, example is not None and outcome(paths.guide, example).quiet == name


def _called(guide: Guide, one: NotePaths) -> bool:
    if one.example is None:
        return False
    return any(one.note in called_for(guide, {}, one.example, id) for id in one.example)


def _note_lines(guide: Guide, one: NotePaths) -> Iterator[tuple[str, bool]]:
    for number, shown in enumerate(one.lines, 1):
        called = shown.example is not None and _called(guide, one._replace(example=shown.example))
        yield f"{one.note.id} {number}", called and _holds(guide, shown)
