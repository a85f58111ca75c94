"""What stands in a content file, each thing with its place: scalars, sequences, mappings, texts."""

from __future__ import annotations

from typing import Self

from trd_tui.library.content import Problem
from trd_tui.safe import printable

LONGEST_TOLD = 300
TEXT, TRUTH, NUMBER, DATE, NOTHING = "text", "truth", "number", "date", "nothing"


class Place:
    """Where something is written; line and column count from 1, the file is named from the content folder."""

    __slots__ = ("column", "file", "line")

    def __init__(self, file: str, line: int = 1, column: int = 1) -> None:
        self.file = file
        self.line = line
        self.column = column


class Written(str):
    """A text that knows where it was written."""

    __slots__ = ("place",)

    place: Place

    def __new__(cls, text: str, place: Place) -> Self:
        """Make the text; it compares, hashes and prints as any other."""
        written = super().__new__(cls, text)
        written.place = place
        return written


class Scalar:
    """A single value as it was written, and what it would be read as without quotation marks."""

    __slots__ = ("kind", "place", "value")

    def __init__(self, value: str, kind: str, place: Place) -> None:
        self.value = value
        self.kind = kind
        self.place = place


class Sequence:
    """A list of nodes, in order."""

    __slots__ = ("items", "place")

    def __init__(self, place: Place) -> None:
        self.items: list[Node] = []
        self.place = place


class Mapping:
    """Names with their nodes, in order; a name that stands twice keeps its first node."""

    __slots__ = ("names", "pairs", "place")

    def __init__(self, place: Place) -> None:
        self.pairs: dict[str, Node] = {}
        self.names: dict[str, Scalar] = {}
        self.place = place


Node = Scalar | Sequence | Mapping


class Problems:
    """The problems found so far."""

    __slots__ = ("found",)

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, place: Place, what: str, mend: str) -> None:
        """Note something wrong, and how to mend it; what is quoted is cut and cannot act on a terminal."""
        told = (printable(text, LONGEST_TOLD) for text in (what, mend))
        self.found.append(Problem(printable(place.file), place.line, place.column, *told))

    def add_at(self, text: str, what: str, mend: str) -> None:
        """Note something wrong with a text that was read from a file."""
        self.add(place_of(text), what, mend)

    def in_order(self) -> list[Problem]:
        """All problems by file, line and column, each once."""
        by_line = {str(problem): problem for problem in self.found}
        return sorted(by_line.values(), key=lambda problem: (problem.file, problem.line, problem.column, problem.what))


def place_of(text: str) -> Place:
    """Where a text was written; an unwritten one has no place in any file."""
    return text.place if isinstance(text, Written) else Place(".")
