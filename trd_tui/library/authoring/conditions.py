"""Conditions as editors write them in guide.yaml: a name, {question: choice}, or not, and, or."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from trd_tui.guide.condition import NEVER, And, Chosen, Condition, Not, Or
from trd_tui.library.authoring import nodes
from trd_tui.library.authoring.links import check_twice
from trd_tui.library.authoring.nodes import Node, Place, Problems, Scalar, Written, place_of
from trd_tui.library.authoring.record import Record, as_list, as_text, as_texts

LARGEST = 200
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
JOINED = ("and", "or")
WAYS = "write a name from above, {question: choice}, or one of not, and, or"


def check_name(name: str, problems: Problems) -> None:
    """Report the name of a choice or of a condition that cannot be one."""
    if name and not NAME.fullmatch(name):
        problems.add_at(name, f'"{name}" cannot be a name here', 'use small letters, figures and "_" between them')


class Conditions:
    """Reads conditions; knows those with a name so far, and the choices of every question.

    What cannot be read never holds, and is told where it stands.
    """

    def __init__(self, choices: Mapping[str, Collection[str]], problems: Problems) -> None:
        self._choices = choices
        self._problems = problems
        self._named: dict[str, Condition] = {}

    def name(self, records: list[Record]) -> None:
        """Take in named conditions in order; each may use those before it."""
        names = []
        for record in records:
            record.only("name", "when")
            name = record.text("name")
            names.append(name)
            check_name(name, self._problems)
            self._named.setdefault(name, self._small(self.wanted(record, "when"), record.at("when")))
        check_twice(names, "conditions", self._problems)

    def wanted(self, record: Record, key: str) -> Condition:
        """The condition after a name that must be there."""
        node = record.wanted(key)
        return NEVER if node is None else self._read(node)

    def maybe(self, record: Record, key: str) -> Condition | None:
        """The condition after a name; None where the name is left out."""
        node = record.node(key)
        return None if node is None else self._read(node)

    def _read(self, node: Node) -> Condition:
        if isinstance(node, Scalar):
            return self._known(as_text(node, "a condition", self._problems))
        if isinstance(node, nodes.Mapping) and len(node.pairs) == 1:
            ((key, inside),) = node.pairs.items()
            return self._pair(Written(key, node.names[key].place), inside)
        count = f"has {len(node.pairs)} names" if isinstance(node, nodes.Mapping) else "is a list"
        mend = 'put each part in { } of its own, after "and:" or "or:"'
        self._problems.add(node.place, f"a condition {count}", mend)
        return NEVER

    def _known(self, name: str) -> Condition:
        found = self._named.get(name)
        if found is None and name:
            self._unknown(name, "a condition that stands above", self._named, WAYS)
        return NEVER if found is None else _moved(found, place_of(name))

    def _small(self, condition: Condition, place: Place) -> Condition:
        if _size(condition) <= LARGEST:
            return condition
        self._problems.add(place, "a condition with a name is too long", "name parts of it, or look at fewer answers")
        return NEVER

    def _pair(self, key: Written, inside: Node) -> Condition:
        if key == "not":
            return Not(self._read(inside))
        if key in JOINED:
            listed = as_list(inside, f'"{key}"', self._problems)
            if not listed and isinstance(inside, nodes.Sequence):
                self._problems.add(inside.place, f'"{key}" has nothing in it', "write at least one condition there")
            inner = tuple(map(self._read, listed))
            return And(inner) if key == "and" else Or(inner)
        if key not in self._choices:
            self._unknown(key, "a question of the guide", self._choices, WAYS)
            return NEVER
        return Chosen(key, self._chosen(key, inside))

    def _chosen(self, question: str, node: Node) -> tuple[str, ...]:
        called, known = f'"{question}"', self._choices[question]
        if not isinstance(node, nodes.Sequence):
            chosen = tuple(filter(None, (as_text(node, called, self._problems),)))
        elif node.items:
            chosen = as_texts(node, called, self._problems)
        else:
            self._problems.add(node.place, f"a condition looks for no choice of {called}", "name one or more")
            return ()
        # Where no choice of the question could be read, that is told there.
        for choice in chosen:
            if known and choice not in known:
                self._unknown(choice, f"a choice of {called}", known, f"write one of {', '.join(known)}")
        return chosen

    def _unknown(self, text: str, called: str, known: Collection[str], else_: str) -> None:
        near = get_close_matches(text, known, 1)
        self._problems.add_at(text, f'"{text}" is not {called}', f'write "{near[0]}"' if near else else_)


def _size(condition: Condition) -> int:
    if isinstance(condition, Chosen):
        return 1
    inside = (condition.condition,) if isinstance(condition, Not) else condition.conditions
    return 1 + sum(map(_size, inside))


def _moved(condition: Condition, place: Place) -> Condition:
    """A named condition where its name stands, so that what is wrong with its use is told there."""
    if isinstance(condition, Chosen):
        choices = tuple(Written(choice, place) for choice in condition.choices)
        return Chosen(Written(condition.question, place), choices)
    if isinstance(condition, Not):
        return Not(_moved(condition.condition, place))
    return type(condition)(tuple(_moved(one, place) for one in condition.conditions))
