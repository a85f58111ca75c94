"""The questions of guide.yaml: first all of them with their choices, then what depends on the choices of others."""

from __future__ import annotations

import re
from collections.abc import Mapping

from trd_tui.guide.condition import NEVER, Condition
from trd_tui.guide.definition import HELP, NOT_SAID, NOT_SURE, STOP, Choice, Question
from trd_tui.library.authoring.conditions import Conditions, check_name
from trd_tui.library.authoring.guide_lines import Lines, check_braces
from trd_tui.library.authoring.links import check_twice
from trd_tui.library.authoring.nodes import Node, Problems, Scalar
from trd_tui.library.authoring.record import Record, as_record, as_text

ID = re.compile(r"[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)*")
OF_ALL = ("id", "title", "ask", "why", "evidence", "also", "several", "choices")
OF_CHOICE = ("id", "text", "named", "alone", "private", "then")
ALWAYS = (NOT_SURE, NOT_SAID)
THEN = (HELP, STOP)


class Asked:
    """A question whose conditions are not read yet; `part` is empty for the offer and the safety question."""

    __slots__ = ("choices", "id", "part", "record")

    def __init__(self, record: Record, part: str, choices: tuple[Choice, ...]) -> None:
        self.record = record
        self.part = part
        self.choices = choices
        self.id = record.text("id")


def check_id(id: str, problems: Problems) -> None:
    """Report the id of a part, a question, a finding or a note that cannot be one."""
    if id and not ID.fullmatch(id):
        problems.add_at(id, f'"{id}" cannot be an id here', "begin it with a capital letter, such as A1 or R-B1")


def asked(record: Record, part: str, always: Mapping[str, str], problems: Problems) -> Asked:
    """A question with its choices; `always` are the texts of those that every question of a part has."""
    nodes = record.nodes("choices")
    choices = tuple(choice for node in nodes if (choice := _choice(node, always, not part, problems)))
    found = Asked(record, part, choices)
    check_id(found.id, problems)
    check_twice((choice.id for choice in choices), "choices", problems)
    return found


def question(asked: Asked, lines: Lines, conditions: Conditions, problems: Problems) -> Question:
    """The whole question; those without a part are private, and no condition stands before them."""
    record = asked.record
    record.only(*OF_ALL, *(("when", "unsure") if asked.part else ()))
    topic, unless = _unsure(record, conditions, problems)
    return Question(
        asked.id,
        asked.part,
        lines.text(record, "title"),
        lines.wanted(record, "ask"),
        lines.text(record, "why"),
        asked.choices,
        evidence=record.texts("evidence"),
        also=lines.maybe(record, "also"),
        when=conditions.maybe(record, "when") if asked.part else None,
        topic=topic,
        unless=unless,
        several=record.truth("several"),
        private=not asked.part,
    )


def _unsure(record: Record, conditions: Conditions, problems: Problems) -> tuple[str, Condition]:
    if "unsure" not in record:
        return "", NEVER
    inside = record.record("unsure", 'the group "unsure"')
    inside.only("topic", "unless")
    topic = inside.text("topic")
    check_braces(topic, (), problems)
    return topic, conditions.maybe(inside, "unless") or NEVER


def _choice(node: Node, always: Mapping[str, str], private: bool, problems: Problems) -> Choice | None:
    if isinstance(node, Scalar):
        return _always(as_text(node, "a choice", problems), always, private, problems)
    record = as_record(node, "a choice", problems)
    if not record:
        return None
    record.only(*OF_CHOICE)
    id, then = record.text("id"), record.optional("then")
    check_name(id, problems)
    if id in ALWAYS:
        problems.add_at(id, f'the text of "{id}" stands under "always"', f'write "- {id}" alone')
    if then and then not in THEN:
        problems.add_at(then, f'"{then}" is nowhere a choice leads', f"write {' or '.join(THEN)}, or take it out")
    text, named = record.text("text"), record.optional("named")
    for shown in (text, named):
        check_braces(shown, (), problems)
    private = private or record.truth("private")
    return Choice(id, text, named, alone=record.truth("alone"), private=private, then=then)


def _always(id: str, always: Mapping[str, str], private: bool, problems: Problems) -> Choice | None:
    if id in ALWAYS:
        return Choice(id, always[id], private=private)
    if id:
        problems.add_at(
            id, f'"{id}" is not a choice by itself', f"write {{id: ..., text: ...}}, or {' or '.join(ALWAYS)}"
        )
    return None
