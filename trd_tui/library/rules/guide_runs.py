"""Every combination of answers that some conditions can tell apart, so that what is said of them is proved, not tried.

A condition looks at few questions. Those, and the ones on which it rests whether they are asked, are gone through in
the order of asking. Choices that stand in the same conditions are the same to all of them, so one answers for the rest;
a choice that stands in none is the same as a skip.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from trd_tui.guide.condition import Condition, holds, named_in, sets_in
from trd_tui.guide.definition import Guide, Question

MOST = 200_000

Run = dict[str, tuple[str, ...]]


class TangledError(Exception):
    """Some conditions rest on more combinations of answers than can be gone through."""


def runs(guide: Guide, conditions: Iterable[Condition | None]) -> list[Run]:
    """The answers that count, for every way to answer that some conditions can tell apart; first where all is skipped.

    TangledError where there are more than MOST.
    """
    looked_at = [condition for condition in conditions if condition]
    questions = _rests_on(guide, looked_at)
    sets = sets_in([*looked_at, *(one.when for one in questions if one.when)])
    found: list[Run] = [{}]
    for question in questions:
        answers = _answers(question, sets.get(question.id, []))
        found = [run | more for run in found for more in _given(question, run, answers)]
        if len(found) > MOST:
            raise TangledError
    return found


def told(run: Run) -> str:
    """A run in words, such as "with A1 one, B3 sleep and weight"."""
    given = [f"{question} {' and '.join(chosen)}" for question, chosen in run.items() if chosen]
    return "with " + ", ".join(given) if given else "where nothing is answered"


def _given(question: Question, run: Run, answers: Sequence[tuple[str, ...]]) -> list[Run]:
    return [{question.id: answer} for answer in answers] if holds(question.when, run) else [{}]


def _rests_on(guide: Guide, conditions: Iterable[Condition]) -> list[Question]:
    """The questions that conditions look at, and those that decide whether these are asked, in the order of asking."""
    whens = {question.id: question.when for question in guide.questions}
    waiting = [id for condition in conditions for id in named_in(condition)]
    found: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting.extend(named_in(whens.get(id)))
    return [question for question in guide.questions if question.id in found]


def _answers(question: Question, sets: list[frozenset[str]]) -> list[tuple[str, ...]]:
    """One answer for each way in which some sets can tell answers apart; a skip stands for all that are in none."""
    alone: dict[tuple[bool, ...], str] = {}
    together: dict[tuple[bool, ...], str] = {}
    for choice in question.choices:
        kind = tuple(choice.id in one for one in sets)
        (together if question.several and not choice.alone else alone).setdefault(kind, choice.id)
    together.pop((False,) * len(sets), None)
    if 2 ** len(together) > MOST:
        raise TangledError
    listed = [some for size in range(len(together) + 1) for some in combinations(together.values(), size)]
    found: dict[tuple[bool, ...], tuple[str, ...]] = {}
    for answer in (*listed, *((id,) for id in alone.values())):
        found.setdefault(tuple(not one.isdisjoint(answer) for one in sets), answer)
    return list(found.values())
