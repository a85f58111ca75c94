"""The lines of a guide, and the names in braces that the program fills in."""

from __future__ import annotations

import re
from collections.abc import Collection

from trd_tui.guide.definition import Line
from trd_tui.library.authoring.conditions import Conditions
from trd_tui.library.authoring.nodes import Problems, Scalar
from trd_tui.library.authoring.record import Record

FIELD = re.compile(r"\{([A-Za-z][\w-]*)\}")
PHRASES = ("help", "exit", "crisis", "emergency", "home")
FILLED = (*PHRASES, *(phrase.capitalize() for phrase in PHRASES))
TITLE, TOPICS = ("title",), ("topics",)
MOST_TOLD = 12


class Lines:
    """Reads texts, and lists of lines that each may have a condition."""

    def __init__(self, conditions: Conditions, problems: Problems) -> None:
        self._conditions = conditions
        self._problems = problems

    def text(self, record: Record, key: str, filled: Collection[str] = ()) -> str:
        """A text that must be there; `filled` are the names that may stand in braces in it."""
        found = record.text(key)
        check_braces(found, filled, self._problems)
        return found

    def wanted(self, record: Record, key: str, filled: Collection[str] = (), *, when: bool = True) -> tuple[Line, ...]:
        """Lines that must be there: a single text, or a list of {text, when, evidence}; `when` is whether it may be."""
        if isinstance(record.wanted(key), Scalar):
            return (Line(self.text(record, key, filled)),)
        listed = record.records(key, "a line") if key in record else []
        return tuple(self._line(line, filled, when) for line in listed)

    def maybe(self, record: Record, key: str, filled: Collection[str] = (), *, when: bool = True) -> tuple[Line, ...]:
        """Lines that may be left out."""
        return self.wanted(record, key, filled, when=when) if key in record else ()

    def _line(self, record: Record, filled: Collection[str], when: bool) -> Line:
        record.only("text", "evidence", *(("when",) if when else ()))
        condition = self._conditions.maybe(record, "when") if when else None
        return Line(self.text(record, "text", filled), condition, record.texts("evidence"))


def check_braces(text: str, filled: Collection[str], problems: Problems) -> None:
    """Report every brace in a text that is not part of a name, and every name that nothing is filled in for."""
    left = FIELD.sub("", text)
    if "{" in left or "}" in left:
        problems.add_at(text, "a brace stands here that is not part of a {name}", "take it out")
    for name in FIELD.findall(text):
        if name not in filled:
            problems.add_at(text, f"nothing is filled in for {{{name}}} here", _instead(filled))


def _instead(filled: Collection[str]) -> str:
    if not filled:
        return "take it out"
    if len(filled) > MOST_TOLD:
        return "write the id of a question of a part"
    return "use only " + ", ".join(f"{{{name}}}" for name in filled)
