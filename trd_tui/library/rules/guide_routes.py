"""Proofs about the routes of the guide: whatever is written in it can be shown, and nobody is left without a word.

Each goes through every combination of answers that the conditions in question can tell apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from trd_tui.guide.condition import NEVER, Chosen, Condition, Or, holds, parts_of
from trd_tui.guide.definition import LINES, NOT_SURE, STOP, URGENT, Finding, Guide, Line, Note, Question
from trd_tui.library.authoring import guide_texts
from trd_tui.library.authoring.guide_lines import FIELD
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.rules.guide_runs import MOST, Run, TangledError, runs, told

Thing = TypeVar("Thing", Question, Finding, Note)

OUT = 'mend its "when", or take it out'
NEVER_SHOWN = "this line is never shown"


def apply(guide: Guide, problems: Problems) -> None:
    """Prove it for each question, finding and note, and for what to bring."""
    for question in guide.questions:
        _prove(_check_question, guide, question, problems)
    for finding in guide.findings:
        _prove(_check_finding, guide, finding, problems)
    for note in guide.notes:
        _prove(_check_note, guide, note, problems)
    for line in guide.bring:
        if _first(guide, [line.when]) is None:
            problems.add_at(line.text, NEVER_SHOWN, OUT)


def way_to(guide: Guide, question: Question) -> Run | None:
    """The fewest kinds of answers that lead to a question; None where none do."""
    return _first(guide, [question.when])


def _prove(check: Callable[[Guide, Thing, Problems], None], guide: Guide, thing: Thing, problems: Problems) -> None:
    try:
        check(guide, thing, problems)
    except TangledError:
        what = f'"{thing.id}" rests on more than {MOST} combinations of answers'
        problems.add_at(thing.id, f"{what}: too tangled to prove", "let its conditions look at fewer answers")


def _first(guide: Guide, held: Sequence[Condition | None], failing: Sequence[Condition | None] = ()) -> Run | None:
    """The first run in which some conditions hold, and none of some others; None where there is none."""
    if None in failing:
        return None
    for run in runs(guide, (*held, *failing)):
        if all(holds(one, run) for one in held) and not any(holds(one, run) for one in failing):
            return run
    return None


def _check_question(guide: Guide, question: Question, problems: Problems) -> None:
    if way_to(guide, question) is None:
        problems.add_at(question.id, f'"{question.id}" is never asked', OUT)
        return
    _check_lines(guide, question.when, (*question.ask, *question.also), problems)
    silent = _first(guide, [question.when], [line.when for line in question.ask])
    if silent is not None:
        what = f'"{question.id}" asks nothing {told(silent)}'
        problems.add_at(question.id, what, 'add a line for these answers, or one without "when"')
    _check_stops(guide, question, problems)
    if question.topic and any(choice.id == NOT_SURE for choice in question.choices):
        _check_topic(guide, question, problems)


def _check_stops(guide: Guide, question: Question, problems: Problems) -> None:
    """Where the questions end at once, it is because help is needed at once."""
    urgent = [note.when for note in guide.notes if note.shows == URGENT]
    for choice in question.choices:
        chosen = Chosen(question.id, (choice.id,))
        if choice.then == STOP and _first(guide, [question.when, chosen], urgent) is not None:
            what = f'"{choice.id}" of "{question.id}" ends the questions without an urgent note'
            problems.add_at(choice.then, what, 'add a note for it with "shows: urgent"')


def _check_topic(guide: Guide, question: Question, problems: Problems) -> None:
    unsure = Chosen(question.id, (NOT_SURE,))
    if _first(guide, [question.when, unsure], [question.unless]) is None:
        problems.add_at(question.topic, "this topic is never named", 'mend its "unless", or take it out')


def _check_finding(guide: Guide, finding: Finding, problems: Problems) -> None:
    states = [condition for _, condition in finding.states()]
    if all(condition is NEVER for condition in states):
        problems.add_at(finding.id, f'"{finding.id}" is never shown', 'add "soon", "raise" or "find_out"')
        return
    for place, (state, condition) in enumerate(finding.states()):
        if condition is not NEVER and _first(guide, [condition], states[:place]) is None:
            where = next((part.question for part in parts_of(condition)), finding.id)
            problems.add_at(where, f'"{finding.id}" is never shown as "{state}"', "mend the condition, or take it out")
    shown = Or(tuple(states))
    _check_lines(guide, shown, guide_texts.said(finding), problems)
    for line in guide_texts.said(finding):
        _check_filled(guide, shown, line, problems)
    _check_speaks(guide, shown, finding.id, finding.said, problems)


def _check_note(guide: Guide, note: Note, problems: Problems) -> None:
    if _first(guide, [note.when]) is None:
        problems.add_at(note.id, f'"{note.id}" is never shown', OUT)
        return
    _check_lines(guide, note.when, note.lines, problems)
    if note.lines or note.shows == LINES:
        _check_speaks(guide, note.when, note.id, note.lines, problems)


def _check_lines(guide: Guide, shown: Condition | None, lines: Sequence[Line], problems: Problems) -> None:
    for line in lines:
        if line.when is not None and _first(guide, [shown, line.when]) is None:
            problems.add_at(line.text, NEVER_SHOWN, OUT)


def _check_filled(guide: Guide, shown: Condition, line: Line, problems: Problems) -> None:
    """Wherever a line is shown, each name in braces in it has something to say."""
    for id in FIELD.findall(line.text):
        named = Chosen(id, tuple(choice.id for choice in guide.question(id).choices if choice.named))
        empty = _first(guide, [shown, line.when], [named])
        if empty is not None:
            what = f"{{{id}}} stands for nothing {told(empty)}"
            problems.add_at(line.text, what, 'add "when" to this line, or "named" to the choices')


def _check_speaks(guide: Guide, shown: Condition, id: str, lines: Sequence[Line], problems: Problems) -> None:
    silent = _first(guide, [shown], [line.when for line in lines])
    if silent is not None:
        what = f'"{id}" has nothing to say {told(silent)}'
        problems.add_at(id, what, 'add a line for these answers, or one without "when"')
