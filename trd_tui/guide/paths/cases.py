"""Every way to answer that some conditions can tell apart: nothing is tried at random, and nothing is left out.

To some conditions two choices are the same if each looks for both or for neither; one of them then answers for the
rest. What none looks for is the same as a skip. A case is a run of such answers, to the questions that are asked in it.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from trd_tui.guide.condition import And, Chosen, Not, Or, holds, named_in, sets_in
from trd_tui.guide.definition import NOT_SAID, NOT_SURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from trd_tui.guide.condition import Condition
    from trd_tui.guide.definition import Guide, Question

    Case = dict[str, tuple[str, ...]]
    Kind = tuple[bool, ...]


class Leaf(NamedTuple):
    """Where the answers so far decide something: what they decide."""

    value: object


class Fork(NamedTuple):
    """Where it rests on one more question: the kinds of answers to it, and what is below each."""

    question: str
    ways: tuple[tuple[tuple[tuple[bool, ...], ...], object], ...]


class Cases:
    """The cases of some conditions; with `fixed`, a question and a choice, only those where it is asked and chosen.

    `upto` is the last question that is answered yet.
    """

    def __init__(
        self,
        guide: Guide,
        conditions: Iterable[Condition | None],
        fixed: tuple[str, str] | None = None,
        upto: str = "",
    ) -> None:
        looked_at = [condition for condition in conditions if condition is not None]
        names = [id for condition in looked_at for id in named_in(condition)]
        self.questions = rests_on(guide, [*names, *([fixed[0]] if fixed else [])], upto)
        self._fixed = fixed
        self._sets = sets_in([*looked_at, *(one.when for one in self.questions if one.when is not None)])
        self._answers = {one.id: self._ways(one) for one in self.questions}

    def __iter__(self) -> Iterator[Case]:
        return self._from(0, {})

    def without(self, case: Case) -> Case:
        """The answers of a case that still count where the fixed choice is taken back."""
        found: Case = {}
        for question in self.questions:
            if question.id in case and holds(question.when, found):
                taken = self._fixed[1] if self._fixed and self._fixed[0] == question.id else ""
                found[question.id] = tuple(id for id in case[question.id] if id != taken)
        return found

    def examples(self, value: Callable[[Case], object]) -> dict[object, Case]:
        """The first case for each value."""
        found: dict[object, Case] = {}
        for case in self:
            found.setdefault(value(case), case)
        return found

    def first(self, wanted: Callable[[Case], bool]) -> Case | None:
        """The first case that is wanted; None if there is none."""
        return next(filter(wanted, self), None)

    def situations(self, value: Callable[[Case], object]) -> dict[object, Condition | None]:
        """Each value with the condition for it, among these cases; None where it is the only one."""
        found: dict[object, list[tuple[Condition, ...]]] = {}
        tree = self._decided(0, {}, value)
        if tree is not None:
            self._walk(tree, (), found)
        return {one: _either(ways) for one, ways in found.items()}

    def _from(self, place: int, case: Case) -> Iterator[Case]:
        if place == len(self.questions):
            yield case
            return
        for _, more in self._open(place, case):
            yield from self._from(place + 1, case | more)

    def _open(self, place: int, case: Case) -> list[tuple[Kind, Case]]:
        """How a question can be answered here: not at all where it is not asked."""
        question = self.questions[place]
        if holds(question.when, case):
            return [(kind, {question.id: answer}) for kind, answer in self._answers[question.id].items()]
        return [] if self._fixed and question.id == self._fixed[0] else [((), {})]

    def _ways(self, question: Question) -> dict[Kind, tuple[str, ...]]:
        sets = self._sets.get(question.id, [])
        fixed = self._fixed[1] if self._fixed and self._fixed[0] == question.id else ""
        return _answers(question, sets, fixed)

    def _decided(self, place: int, case: Case, value: Callable[[Case], object]) -> Leaf | Fork | None:
        if place == len(self.questions):
            return Leaf(value(case))
        below: dict[Leaf | Fork, list[Kind]] = {}
        for kind, more in self._open(place, case):
            tree = self._decided(place + 1, case | more, value)
            if tree is not None:
                below.setdefault(tree, []).append(kind)
        if len(below) < 2:
            return next(iter(below), None)
        return Fork(self.questions[place].id, tuple((tuple(kinds), tree) for tree, kinds in below.items()))

    def _walk(
        self, tree: Leaf | Fork, way: tuple[Condition, ...], found: dict[object, list[tuple[Condition, ...]]]
    ) -> None:
        if isinstance(tree, Leaf):
            found.setdefault(tree.value, []).append(way)
            return
        question = next(one for one in self.questions if one.id == tree.question)
        every = [kind for kinds, _ in tree.ways for kind in kinds]
        for kinds, below in tree.ways:
            condition = _described(question, self._sets[question.id], kinds, every)
            if isinstance(below, Leaf | Fork):
                self._walk(below, (*way, condition), found)


def rests_on(guide: Guide, names: Iterable[str], upto: str = "") -> list[Question]:
    """Some questions, and those on which it rests whether they are asked, in order; none after `upto`."""
    whens = {question.id: question.when for question in guide.questions}
    waiting, found = list(names), set[str]()
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting.extend(named_in(whens.get(id)))
    ids = [question.id for question in guide.questions]
    known = ids[: ids.index(upto) + 1] if upto else ids
    return [guide.question(id) for id in known if id in found]


def sequences(guide: Guide, asked: Sequence[Question]) -> list[tuple[str, ...]]:
    """Every distinct sequence of questions in a run through some of them, in the order of the definition."""
    sets = sets_in(question.when for question in asked if question.when is not None)
    states: dict[tuple[tuple[str, tuple[str, ...]], ...], dict[tuple[str, ...], None]] = {(): {(): None}}
    for place, question in enumerate(asked):
        later = {id for one in asked[place + 1 :] for id in named_in(one.when)}
        ways = _answers(question, sets.get(question.id, [])).values()
        following: dict[tuple[tuple[str, tuple[str, ...]], ...], dict[tuple[str, ...], None]] = {}
        for state, runs in states.items():
            shown = holds(question.when, dict(state))
            for answer in ways if shown else [()]:
                kept = tuple(one for one in (*state, (question.id, answer)) if one[0] in later)
                ended = {(*run, question.id): None for run in runs} if shown else runs
                following.setdefault(kept, {}).update(ended)
        states = following
    place_of = {question.id: place for place, question in enumerate(guide.questions)}
    found = {run for runs in states.values() for run in runs}
    return sorted(found, key=lambda run: [place_of[id] for id in run])


def _answers(question: Question, sets: list[frozenset[str]], fixed: str = "") -> dict[Kind, tuple[str, ...]]:
    """One answer of each kind, with `fixed` in it if given: plain ones first, "Not sure" and several at once last."""
    found: dict[Kind, tuple[str, ...]] = {}
    for answer in _candidates(question, sets, fixed):
        found.setdefault(tuple(not one.isdisjoint(answer) for one in sets), answer)
    return found


def _candidates(question: Question, sets: list[frozenset[str]], fixed: str) -> Iterator[tuple[str, ...]]:
    if fixed and (not question.several or question.choice(fixed).alone):
        yield (fixed,)
        return
    joined = [choice.id for choice in question.choices if question.several and not choice.alone]
    # One for each kind is enough to make up every kind of several at once.
    told = list({tuple(id in one for one in sets): id for id in reversed(joined)}.values())[::-1]
    if fixed:
        for size in range(len(told) + 1):
            yield from (tuple(dict.fromkeys((fixed, *some))) for some in combinations(told, size))
        return
    always = (NOT_SURE, NOT_SAID)
    yield from ((choice.id,) for choice in question.choices if choice.id not in always)
    yield ()
    yield from ((choice.id,) for choice in question.choices if choice.id in always)
    for size in range(2, len(told) + 1):
        yield from combinations(told, size)


def _described(
    question: Question, sets: list[frozenset[str]], kinds: Sequence[Kind], every: Sequence[Kind]
) -> Condition:
    """The condition that holds for answers of some kinds, and not for those of the others that there are."""
    others = [kind for kind in every if kind not in kinds]
    if not question.several:
        nothing = (False,) * len(sets)
        listed = _of_kinds(question, sets, others if nothing in kinds else kinds)
        return Not(Chosen(question.id, listed)) if nothing in kinds else Chosen(question.id, listed)
    for place, one in enumerate(sets):
        looked = Chosen(question.id, tuple(choice.id for choice in question.choices if choice.id in one))
        if all(kind[place] for kind in kinds) and not any(kind[place] for kind in others):
            return looked
        if all(kind[place] for kind in others) and not any(kind[place] for kind in kinds):
            return Not(looked)
    return Or(tuple(_exactly(question, sets, kind) for kind in kinds))


def _exactly(question: Question, sets: list[frozenset[str]], kind: Kind) -> Condition:
    looked = [Chosen(question.id, tuple(one.id for one in question.choices if one.id in some)) for some in sets]
    return And(tuple(one if chosen else Not(one) for one, chosen in zip(looked, kind, strict=True)))


def _of_kinds(question: Question, sets: list[frozenset[str]], kinds: Sequence[Kind]) -> tuple[str, ...]:
    return tuple(one.id for one in question.choices if tuple(one.id in some for some in sets) in kinds)


def _either(ways: list[tuple[Condition, ...]]) -> Condition | None:
    """One condition for several ways to the same; None where nothing has to hold."""
    every = [way[0] if len(way) == 1 else And(way) for way in ways]
    if any(not way for way in ways):
        return None
    return every[0] if len(every) == 1 else Or(tuple(every))
