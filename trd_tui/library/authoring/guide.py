"""guide.yaml: the questions to prepare a visit, what is said after them, and the urgent notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from trd_tui.guide.condition import NEVER, Condition
from trd_tui.guide.definition import (
    HELP,
    LINES,
    NOT_SAID,
    NOT_SURE,
    URGENT,
    Finding,
    Fixed,
    Guide,
    Note,
    Nothing,
    Part,
    Welcome,
)
from trd_tui.library.authoring.conditions import Conditions
from trd_tui.library.authoring.guide_lines import FILLED, TITLE, TOPICS, Lines, check_braces
from trd_tui.library.authoring.guide_questions import Asked, asked, check_id, question
from trd_tui.library.authoring.links import check_twice
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.authoring.record import Record

KEYS = (
    "version", "title", "always", "and", "conditions", "welcome", "offer", "parts", "safety", "findings", "unsure",
    "nothing", "notes", "bring", "fixed",
)  # fmt: skip
WELCOME = ("start", "again", "one_part", "not_now", "go_on", "this_part")
SHOWS = (LINES, HELP, URGENT)
STATES = ("soon", "raise", "find_out")
OF_FINDING = ("id", "title", "said", "matters", "ask", "section", "evidence")


class _Reader:
    """What the pieces of a guide are read with, once its questions and their choices are known."""

    def __init__(self, questions: list[Asked], problems: Problems) -> None:
        choices: dict[str, list[str]] = {}
        for one in questions:
            choices.setdefault(one.id, []).extend(choice.id for choice in one.choices)
        self.problems = problems
        self.conditions = Conditions(choices, problems)
        self.lines = Lines(self.conditions, problems)
        # What is answered to the offer and to the safety question is said nowhere.
        self.told = dict.fromkeys(one.id for one in questions if one.part)


def guide(record: Record, problems: Problems) -> Guide:
    """The whole guide, as far as it can be read."""
    record.only(*KEYS)
    always = _always(record, problems)
    parts = record.records("parts", "a part")
    written = _questions(record, parts, always, problems)
    reader = _Reader(written, problems)
    reader.conditions.name(record.records("conditions", "a condition with a name") if "conditions" in record else [])
    found = Guide(
        record.text("version"),
        reader.lines.text(record, "title"),
        reader.lines.text(record, "and"),
        _welcome(record.record("welcome", 'the group "welcome"'), reader),
        tuple(_part(part, reader) for part in parts),
        tuple(question(one, reader.lines, reader.conditions, problems) for one in written),
        tuple(_finding(one, reader) for one in record.records("findings", "a finding")),
        _unsure(record.record("unsure", 'the group "unsure"'), reader),
        _nothing(record.record("nothing", 'the group "nothing"'), reader),
        tuple(_note(note, reader) for note in record.records("notes", "a note")),
        reader.lines.wanted(record, "bring"),
        _fixed(record.record("fixed", 'the group "fixed"'), reader),
    )
    _check_ids(found, problems)
    return found


def nothing() -> Guide:
    """A guide without a question, where its file cannot be read."""
    welcome, none = Welcome("", "", "", (), {}), Nothing("", "", (), ())
    return Guide("", "", "", welcome, (), (), (), Finding("", "", ()), none, (), (), Fixed("", "", ""))


def _always(record: Record, problems: Problems) -> dict[str, str]:
    inside = record.record("always", 'the group "always"')
    inside.only(NOT_SURE, NOT_SAID)
    texts = {id: inside.text(id) for id in (NOT_SURE, NOT_SAID)}
    for text in texts.values():
        check_braces(text, (), problems)
    return texts


def _questions(record: Record, parts: list[Record], always: Mapping[str, str], problems: Problems) -> list[Asked]:
    """All questions in the order of asking."""

    def inside() -> Iterator[Asked]:
        yield asked(record.record("offer", "the offer of help"), "", always, problems)
        for part in parts:
            name = part.optional("id") or "?"
            for one in part.records("questions", "a question"):
                yield asked(one, name, always, problems)
        yield asked(record.record("safety", "the safety question"), "", always, problems)

    return list(inside())


def _part(record: Record, reader: _Reader) -> Part:
    record.only("id", "title", "first", "sections", "questions")
    id = record.text("id")
    check_id(id, reader.problems)
    return Part(id, reader.lines.text(record, "title"), record.texts("first"), record.texts("sections"))


def _welcome(record: Record, reader: _Reader) -> Welcome:
    record.only("id", "ask", "why", "also", "choices")
    choices = record.record("choices", 'the group "choices"')
    choices.only(*WELCOME)
    lines = reader.lines
    texts = {id: lines.text(choices, id, TITLE if id == "this_part" else ()) for id in WELCOME}
    ask, why = (lines.text(record, key, FILLED) for key in ("ask", "why"))
    return Welcome(record.text("id"), ask, why, lines.maybe(record, "also", FILLED, when=False), texts)


def _finding(record: Record, reader: _Reader) -> Finding:
    record.only(*OF_FINDING, *STATES)
    soon, raise_, find_out = (reader.conditions.maybe(record, state) or NEVER for state in STATES)
    return _said(record, reader, reader.told, (soon, raise_, find_out))


def _unsure(record: Record, reader: _Reader) -> Finding:
    record.only(*OF_FINDING)
    return _said(record, reader, TOPICS)


def _said(record: Record, reader: _Reader, filled: Collection[str], states: tuple[Condition, ...] = ()) -> Finding:
    """What a finding says; its lines may have conditions where it has states."""
    lines, when = reader.lines, bool(states)
    soon, raise_, find_out = states or (NEVER, NEVER, NEVER)
    return Finding(
        record.text("id"),
        lines.text(record, "title"),
        lines.wanted(record, "said", filled, when=when),
        lines.maybe(record, "matters", filled, when=when),
        lines.maybe(record, "ask", filled, when=when),
        soon,
        raise_,
        find_out,
        section=record.optional("section"),
        evidence=record.texts("evidence"),
    )


def _nothing(record: Record, reader: _Reader) -> Nothing:
    record.only("id", "title", "stood_out", "skipped")
    stood_out, skipped = (reader.lines.wanted(record, key, when=False) for key in ("stood_out", "skipped"))
    return Nothing(record.text("id"), reader.lines.text(record, "title"), stood_out, skipped)


def _note(record: Record, reader: _Reader) -> Note:
    record.only("id", "title", "when", "lines", "shows", "results", "evidence")
    shows = record.optional("shows") or LINES
    if shows not in SHOWS:
        reader.problems.add_at(shows, f'"{shows}" is nothing a note shows', f"write one of {', '.join(SHOWS)}")
    return Note(
        record.text("id"),
        reader.lines.text(record, "title"),
        reader.conditions.wanted(record, "when"),
        reader.lines.maybe(record, "lines", FILLED),
        shows,
        results="results" not in record or record.truth("results"),
        evidence=record.texts("evidence"),
    )


def _fixed(record: Record, reader: _Reader) -> Fixed:
    record.only("before", "group", "end")
    before, group, end = (reader.lines.text(record, key) for key in ("before", "group", "end"))
    return Fixed(before, group, end)


def _check_ids(found: Guide, problems: Problems) -> None:
    findings = [*(one.id for one in found.findings), found.unsure.id, found.nothing.id]
    questions = [one.id for one in found.questions]
    listed = {
        "parts": [part.id for part in found.parts],
        "questions": [found.welcome.id, *questions],
        "findings": findings,
        "notes": [note.id for note in found.notes],
    }
    for called, ids in listed.items():
        check_twice(ids, called, problems)
    for id in (found.welcome.id, *findings, *listed["notes"]):
        check_id(id, problems)
    for id in (id for part in found.parts for id in part.first if id not in questions):
        problems.add_at(id, f'"{id}" is not a question of the guide', "mend the id, or take it out")
