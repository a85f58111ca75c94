"""Typed access to the names of one mapping; whatever is not as wanted becomes a problem with its place."""

from __future__ import annotations

from difflib import get_close_matches

from trd_tui.library.authoring import characters
from trd_tui.library.authoring.nodes import (
    DATE,
    NOTHING,
    NUMBER,
    TEXT,
    TRUTH,
    Mapping,
    Node,
    Place,
    Problems,
    Scalar,
    Sequence,
    Written,
)

READ_AS = {TRUTH: "yes or no", NUMBER: "a number", DATE: "a date"}
CALLED = {Mapping: "names with values", Sequence: "a list", Scalar: "a single text"}


class Record:
    """One mapping of a content file, such as a section, a block or a source."""

    __slots__ = ("_kind", "_node", "_problems", "place")

    def __init__(self, node: Mapping, kind: str, problems: Problems, place: Place | None = None) -> None:
        self._node = node
        self._kind = kind
        self._problems = problems
        self.place = place or node.place

    def __contains__(self, key: str) -> bool:
        return key in self._node.pairs

    def at(self, key: str) -> Place:
        """Where a name stands, or the whole record if it does not."""
        name = self._node.names.get(key)
        return name.place if name else self.place

    def only(self, *known: str) -> None:
        """Report every name that has no meaning here."""
        for key, name in self._node.names.items():
            if key not in known:
                self._problems.add(name.place, f'"{key[:60]}" means nothing in {self._kind}', self._instead(key, known))

    def text(self, key: str) -> str:
        """A text that must be there; empty, with its place, where it is not."""
        node = self.wanted(key)
        return Written("", self.place) if node is None else as_text(node, f'"{key}"', self._problems)

    def optional(self, key: str) -> str:
        """A text that may be left out; empty where it is."""
        return self.text(key) if key in self else ""

    def text_or_blank(self, key: str) -> str:
        """A text that must be there, but may be written as two quotation marks with nothing between them."""
        node = self._node.pairs.get(key)
        blank = isinstance(node, Scalar) and node.kind == TEXT and not node.value.strip()
        return Written("", self.at(key)) if blank else self.text(key)

    def truth(self, key: str) -> bool:
        """True or false; false where the name is left out."""
        node = self._node.pairs.get(key)
        if node is None:
            return False
        if not isinstance(node, Scalar) or node.kind != TRUTH:
            self._problems.add(node.place, f'"{key}" is neither true nor false', f"write {key}: true, or take it out")
            return False
        return node.value.lower() in ("true", "yes", "on")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where the name is left out."""
        return as_texts(self._node.pairs[key], f'"{key}"', self._problems) if key in self else ()

    def nodes(self, key: str) -> list[Node]:
        """The nodes of a list that must be there."""
        node = self.wanted(key)
        return [] if node is None else as_list(node, f'"{key}"', self._problems)

    def records(self, key: str, kind: str) -> list[Record]:
        """The records of a list that must be there."""
        return as_records(self.nodes(key), kind, self._problems)

    def record(self, key: str, kind: str) -> Record:
        """The record after a name that must be there; where it is none, an empty one that tells no more of it."""
        node = self.wanted(key)
        found = as_record(node, kind, self._problems) if node else None
        return found or Record(Mapping(self.at(key)), kind, Problems())

    def node(self, key: str) -> Node | None:
        """What stands after a name; None where the name is left out."""
        return self._node.pairs.get(key)

    def named(self) -> list[tuple[str, Node]]:
        """Every name, with its place, and what stands after it."""
        return [(Written(key, self._node.names[key].place), node) for key, node in self._node.pairs.items()]

    def wanted(self, key: str) -> Node | None:
        """What stands after a name that must be there; None, and a problem, where it does not."""
        node = self._node.pairs.get(key)
        if node is None:
            self._problems.add(self.place, f'{self._kind} has no "{key}"', f'add "{key}:" and what belongs there')
        return node

    def _instead(self, key: str, known: tuple[str, ...]) -> str:
        node = self._node.pairs[key]
        if isinstance(node, Scalar) and not node.value and node.kind == NOTHING:
            return "if it belongs to a text with a comma in it, put quotation marks round that text"
        near = get_close_matches(key[:60], known, 1)
        return f'write "{near[0]}"' if near else "use only " + ", ".join(known)


def as_record(node: Node, kind: str, problems: Problems) -> Record | None:
    """A record, or None and a problem."""
    if isinstance(node, Mapping):
        return Record(node, kind, problems)
    problems.add(node.place, f"{kind} is wanted here, not {_called(node)}", "write it as names with values")
    return None


def _called(node: Node) -> str:
    return "nothing" if isinstance(node, Scalar) and node.kind == NOTHING else CALLED[type(node)]


def as_records(nodes: list[Node], kind: str, problems: Problems) -> list[Record]:
    """The records among some nodes, and a problem for each other node."""
    found = [as_record(node, kind, problems) for node in nodes]
    return [record for record in found if record]


def as_list(node: Node, called: str, problems: Problems) -> list[Node]:
    """The nodes of a list; else a problem, and a single text as if it were in a list."""
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Scalar) and node.kind == NOTHING:
        problems.add(node.place, f"{called} is empty", "write something after the colon, or take the line out")
    else:
        mend = 'begin each entry with "- "' if isinstance(node, Mapping) else "put it in square brackets: [...]"
        problems.add(node.place, f"{called} is {CALLED[type(node)]}, not a list", mend)
        return [node] if isinstance(node, Scalar) else []
    return []


def as_texts(node: Node, called: str, problems: Problems) -> tuple[str, ...]:
    """A list of texts, without those that are none."""
    return tuple(
        filter(None, (as_text(item, f"an entry of {called}", problems) for item in as_list(node, called, problems)))
    )


def as_text(node: Node, called: str, problems: Problems, allowed: str = "") -> str:
    """A text with its place, harmless on any screen; empty, and a problem, where it is not one."""
    nothing = Written("", node.place)
    if not isinstance(node, Scalar):
        what = f"{called} is {CALLED[type(node)]}, not a single text"
        problems.add(node.place, what, "write one text; a text that begins with a bracket needs quotation marks")
        return nothing
    value = node.value.strip()
    if node.kind in READ_AS:
        problems.add(
            node.place,
            f'"{value}" is read as {READ_AS[node.kind]}, not as a text',
            f'write "{value}" in quotation marks',
        )
        return nothing
    if node.kind == NOTHING or not value:
        problems.add(node.place, f"{called} is empty", "write something after the colon, or take the line out")
        return nothing
    return Written(value, node.place) if _harmless(value, node.place, called, problems, allowed) else nothing


def _harmless(value: str, place: Place, called: str, problems: Problems, allowed: str) -> bool:
    if len(value) > characters.LONGEST:
        what = f"{called} has {len(value)} letters, at most {characters.LONGEST} can be read"
        problems.add(place, what, "make it shorter, or split it")
        return False
    before = len(problems.found)
    for what in dict.fromkeys(name for _, name in characters.forbidden(value, allowed)):
        problems.add(place, f"{called} has {what} in it", "take it out")
    if found := characters.markup(value):
        problems.add(
            place, f'"{found}" would be read as a command to the screen', "put a blank after the [, or use ( )"
        )
    return len(problems.found) == before
