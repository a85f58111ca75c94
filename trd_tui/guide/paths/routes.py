"""Every route through the guide, for sign-off: where each answer leads, what it brings about, and that all is there.

The routes are found from the conditions, by going through every case that they can tell apart. What is found is then
followed with the guide's own walk and findings; the cover counts what was seen to happen.
"""

from __future__ import annotations

from typing import NamedTuple

from trd_tui.guide.condition import And, Chosen, Condition, Not, holds
from trd_tui.guide.definition import HELP, NOT_SURE, STOP, Finding, Guide, Line, Note, Part, Question
from trd_tui.guide.findings import NOTHING, SKIPPED, outcome
from trd_tui.guide.paths.brings import Brings, brings
from trd_tui.guide.paths.cases import Cases, sequences
from trd_tui.guide.paths.cover import Cover, cover

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Case = dict[str, tuple[str, ...]]
RESULTS = "results"
SCREENS_BEFORE = 1


class Lead(NamedTuple):
    """Where a choice leads: the id of a question, "results", "help" or "stop"; the condition for it, and an example."""

    question: str
    choice: str
    to: str
    when: Condition | None
    example: Case


class Route(NamedTuple):
    """The questions of a part that are asked one after the other, the condition for it, and an example."""

    questions: tuple[str, ...]
    when: Condition | None
    example: Case


class PartRoutes(NamedTuple):
    """The routes through one part, and how many questions a run of it alone can have."""

    part: Part
    routes: tuple[Route, ...]
    shortest: int
    longest: int


class Run(NamedTuple):
    """A run through all parts: the number of its route through each part, from 1, and of its screens."""

    routes: tuple[int, ...]
    screens: int


class Shown(NamedTuple):
    """A line, and an example that shows it; None where nothing does."""

    line: Line
    example: Case | None


class FindingPaths(NamedTuple):
    """A finding: an example for each of its states, and for each line that it can say."""

    finding: Finding
    states: dict[str, Case | None]
    said: tuple[Shown, ...]
    matters: tuple[Shown, ...]
    ask: tuple[Shown, ...]


class NotePaths(NamedTuple):
    """A note: an example that calls for it, and one for each of its lines."""

    note: Note
    example: Case | None
    lines: tuple[Shown, ...]


class TopicPath(NamedTuple):
    """A question about which a person may be not sure, when that is told, and an example."""

    question: Question
    when: Condition
    example: Case | None


class Paths(NamedTuple):
    """All that can happen in a guide."""

    guide: Guide
    leads: dict[str, tuple[Lead, ...]]
    brings: dict[str, dict[str, Brings]]
    parts: tuple[PartRoutes, ...]
    runs: tuple[Run, ...]
    findings: tuple[FindingPaths, ...]
    topics: tuple[TopicPath, ...]
    nothing: Mapping[str, Case | None]
    notes: tuple[NotePaths, ...]
    cover: tuple[Cover, ...]


def find(guide: Guide) -> Paths:
    """Every route, for a guide whose conditions look back only."""
    parts = tuple(_part(guide, part) for part in guide.parts)
    found = Paths(
        guide=guide,
        leads={question.id: _leads(guide, question) for question in guide.questions},
        brings={question.id: brings(guide, question) for question in guide.questions},
        parts=parts,
        runs=_runs(guide, parts),
        findings=tuple(_finding(guide, finding) for finding in guide.findings),
        topics=tuple(_topic(guide, question) for question in guide.questions if question.topic),
        nothing={NOTHING: _nothing(guide), SKIPPED: {}},
        notes=tuple(_note(guide, note) for note in guide.notes),
        cover=(),
    )
    return found._replace(cover=cover(found))


def _leads(guide: Guide, question: Question) -> tuple[Lead, ...]:
    return tuple(lead for choice in question.choices for lead in _leads_of(guide, question, choice.id))


def _leads_of(guide: Guide, question: Question, choice: str) -> list[Lead]:
    place = guide.questions.index(question)
    later = guide.questions[place + 1 :]
    # The first question that is always asked hides what comes after it.
    end = next((number for number, one in enumerate(later) if one.when is None), None)
    cases = Cases(guide, [one.when for one in later[:end]], fixed=(question.id, choice), upto=question.id)

    def following(case: Case) -> str:
        then = [question.choice(id).then for id in case[question.id]]
        if HELP in then or STOP in then:
            return HELP if HELP in then else STOP
        return next((one.id for one in later if holds(one.when, case)), RESULTS)

    examples = cases.examples(following)
    return [Lead(question.id, choice, str(to), when, examples[to]) for to, when in cases.situations(following).items()]


def _part(guide: Guide, part: Part) -> PartRoutes:
    inside = tuple(guide.in_part(part.id))
    cases = Cases(guide, [question.when for question in inside])

    def asked(case: Case) -> tuple[str, ...]:
        return tuple(question.id for question in inside if holds(question.when, case))

    examples = cases.examples(asked)
    found = {run: when for run, when in cases.situations(asked).items() if isinstance(run, tuple)}
    routes = tuple(Route(run, found[run], examples[run]) for run in sorted(found, key=lambda run: _order(guide, run)))
    alone = [guide.question(id) for id in part.first] + list(inside)
    lengths = [len(run) for run in sequences(guide, alone)]
    return PartRoutes(part, routes, min(lengths), max(lengths))


def _order(guide: Guide, run: tuple[str, ...]) -> list[int]:
    """The longest first, then those that come to later questions later."""
    ids = [question.id for question in guide.questions]
    return [-len(run), *(ids.index(id) for id in run)]


def _runs(guide: Guide, parts: tuple[PartRoutes, ...]) -> tuple[Run, ...]:
    numbers = [{route.questions: number for number, route in enumerate(one.routes, 1)} for one in parts]
    found: list[Run] = []
    for run in sequences(guide, guide.questions):
        split = [tuple(id for id in run if guide.question(id).part == one.part.id) for one in parts]
        routes = tuple(known[questions] for known, questions in zip(numbers, split, strict=True))
        found.append(Run(routes, len(run) + SCREENS_BEFORE))
    return tuple(sorted(found))


def state_of(finding: Finding, case: Case) -> str:
    """The state in which a finding is shown; empty where it is not."""
    return next((state for state, condition in finding.states() if holds(condition, case)), "")


def _finding(guide: Guide, finding: Finding) -> FindingPaths:
    conditions = [condition for _, condition in finding.states()]
    examples = Cases(guide, conditions).examples(lambda case: state_of(finding, case))
    states = {state: examples.get(state) for state, condition in finding.states() if _can_be(condition)}

    def shown(lines: tuple[Line, ...]) -> tuple[Shown, ...]:
        return tuple(Shown(line, _shows(guide, finding, line)) for line in lines)

    return FindingPaths(finding, states, shown(finding.said), shown(finding.matters), shown(finding.ask))


def _shows(guide: Guide, finding: Finding, line: Line) -> Case | None:
    cases = Cases(guide, [*(condition for _, condition in finding.states()), line.when])
    return cases.first(lambda case: bool(state_of(finding, case)) and holds(line.when, case))


def _can_be(condition: Condition) -> bool:
    """Whether a state was given a condition."""
    return isinstance(condition, Chosen | Not) or bool(condition.conditions)


def _topic(guide: Guide, question: Question) -> TopicPath:
    unsure: Condition = Chosen(question.id, (NOT_SURE,))
    when = And((unsure, Not(question.unless))) if _can_be(question.unless) else unsure
    return TopicPath(question, when, Cases(guide, [when]).first(lambda case: holds(when, case)))


def _nothing(guide: Guide) -> Case | None:
    """An answer of which no finding comes."""
    tried: Iterator[Case] = ({one.id: (choice.id,)} for one in guide.questions if one.part for choice in one.choices)
    return next((case for case in tried if outcome(guide, case).quiet == NOTHING), None)


def _note(guide: Guide, note: Note) -> NotePaths:
    def example(when: Condition | None) -> Case | None:
        return Cases(guide, [note.when, when]).first(lambda case: holds(note.when, case) and holds(when, case))

    return NotePaths(note, example(None), tuple(Shown(line, example(line.when)) for line in note.lines))
