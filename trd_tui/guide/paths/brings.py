"""What one answer brings about: findings and notes that are there with it, and would not be without it."""

from __future__ import annotations

from typing import NamedTuple

from trd_tui.guide.condition import holds
from trd_tui.guide.definition import FIND_OUT, NOT_SURE
from trd_tui.guide.paths.cases import Cases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from trd_tui.guide.condition import Condition
    from trd_tui.guide.definition import Finding, Guide, Question

    Case = dict[str, tuple[str, ...]]


class Brings(NamedTuple):
    """What a choice can bring about: findings with their states, findings of which it changes lines, and notes."""

    findings: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...]


def brings(guide: Guide, question: Question) -> dict[str, Brings]:
    """What each choice of a question can bring about, in the order of the guide."""
    return {choice.id: _of(guide, question.id, choice.id) for choice in question.choices}


def _of(guide: Guide, question: str, choice: str) -> Brings:
    findings: list[tuple[str, str]] = []
    lines: list[str] = []
    for finding in guide.findings:
        states = _states(guide, finding, question, choice)
        findings += [(finding.id, state) for state in states]
        if not states and _changes_lines(guide, finding, question, choice):
            lines.append(finding.id)
    if choice == NOT_SURE and guide.question(question).topic:
        findings.append((guide.unsure.id, FIND_OUT))
    notes = [note.id for note in guide.notes if True in _made(guide, [note.when], question, choice, _held(note.when))]
    return Brings(tuple(findings), tuple(lines), tuple(notes))


def _states(guide: Guide, finding: Finding, question: str, choice: str) -> list[str]:
    """The states in which a finding is shown because of the choice, the most pressing first."""
    states = finding.states()

    def state(case: Case) -> object:
        return next((name for name, condition in states if holds(condition, case)), "")

    made = _made(guide, [condition for _, condition in states], question, choice, state)
    return [name for name, _ in states if name in made]


def _changes_lines(guide: Guide, finding: Finding, question: str, choice: str) -> bool:
    """Whether a line of a finding that is shown either way is there because of the choice."""
    states = [condition for _, condition in finding.states()]

    def shown(when: Condition | None) -> Callable[[Case], object]:
        return lambda case: any(holds(state, case) for state in states) and holds(when, case)

    every = (*finding.said, *finding.matters, *finding.ask)
    return any(
        True in _made(guide, [*states, line.when], question, choice, shown(line.when)) for line in every if line.when
    )


def _held(condition: Condition) -> Callable[[Case], object]:
    return lambda case: holds(condition, case)


def _made(
    guide: Guide,
    conditions: list[Condition | None],
    question: str,
    choice: str,
    value: Callable[[Case], object],
) -> set[object]:
    """The values that come of some cases with the choice, and not of the same cases without it."""
    if all(one.id != question for one in Cases(guide, conditions).questions):
        return set()
    cases = Cases(guide, conditions, fixed=(question, choice))
    return {found for case in cases if (found := value(case)) and found != value(cases.without(case))}
