"""Scripted runs through both front ends, as a person hears and sees them."""

from __future__ import annotations

from io import StringIO

from textual import events

from tests.guide.script import Script
from tests.guide.trail import Trail
from tests.plain.conversation import Person
from tests.tui.driving import Started
from trd_tui.commands import SHOWN
from trd_tui.glyphs import UNICODE
from trd_tui.guide.walk import STOPPED
from trd_tui.library.store import Library
from trd_tui.output import sheet_text
from trd_tui.plain.session import Session
from trd_tui.reading import Reading
from trd_tui.sentences import sentences

WIDE, TALL = (100, 34), (100, 300)


class Seen:
    """What one front end showed: questions with text and choices, notes as one text each, results, sheet, urgent page.

    All texts are on one line, without what wraps them, but for `file`: the sheet as it would be saved. `answers` are
    those at the end.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, tuple[str, ...]]] = []
        self.notes: list[str] = []
        self.results = ""
        self.sheet = ""
        self.urgent = ""
        self.file = ""
        self.answers: dict[str, tuple[str, ...]] = {}


class Quick(Started):
    """A started reader that does not wait until nothing more happens after a key; what the key does is done."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            letter = SHOWN.get(key, key)
            await self._send(events.Key(key, letter if len(letter) == 1 else " " if key == "space" else None))


def joined(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def in_order(lines: str, text: str) -> list[str]:
    """Those of some lines that do not stand in a text after the lines before them."""
    missing, start = [], 0
    for line in lines.splitlines():
        found = text.find(line, start)
        if found < 0:
            missing.append(line)
        else:
            start = found + len(line)
    return missing


def expected(trail: Trail) -> Seen:
    """What the engine gives for a run, as a front end has to show it; the urgent page is no note."""
    seen, guide = Seen(), trail.walk.guide
    for id in trail.asked:
        choices = tuple(choice.text for choice in guide.question(id).choices)
        seen.asked.append((id, joined(trail.texts[id]), choices))
    shows = {note.id: note.shows for note in guide.notes}
    for note in (id for ids in trail.notes.values() for id in ids):
        if shows[note] == "urgent":
            seen.urgent = joined(trail.note_texts[note])
        else:
            seen.notes.append("" if shows[note] == "help" else joined(trail.note_texts[note]))
    seen.file, seen.answers = _file(trail.reading), trail.walk.answers
    return seen


class Listener(Person):
    """Goes on from the results to the sheet, and has it read out."""

    def __init__(self, reading: Reading, sink: StringIO, script: Script) -> None:
        super().__init__(reading, sink, script.given, part=script.part)
        self.sheet: list[str] = []
        self._typed_at_end: list[str] = []

    def _results(self, lines: list[str]) -> str | None:
        if not self._typed_at_end and (more := super()._results(lines)):
            return more
        if self._typed_at_end[-1:] == ["print"]:
            self.sheet = lines
            return None
        self._typed_at_end.append("print" if self._typed_at_end else "v")
        return self._typed_at_end[-1]


def _file(reading: Reading) -> str:
    return sheet_text(reading, 80, UNICODE, "2026-11-23")


def heard(library: Library, script: Script) -> Seen:
    """A run in plain mode."""
    reading, sink = Reading(library), StringIO()
    reading.in_guide = True
    person = Listener(reading, sink, script)
    session = Session(reading, person, sink, echo=False)
    session.greet("plain.because.asked")
    session.run()
    seen, told = Seen(), person.told
    for one in told.asked:
        seen.asked.append((one.id, *_question(reading, one.id, one.lines)))
    for ids, lines in told.notes:
        seen.notes += _notes(reading, ids, lines)
    seen.results, seen.sheet, seen.urgent = (
        joined(" ".join(some)) for some in (told.results, person.sheet, told.urgent)
    )
    seen.file, seen.answers = _file(reading), reading.walk.answers
    return seen


def _question(reading: Reading, id: str, lines: list[str]) -> tuple[str, tuple[str, ...]]:
    """The text of a question and its choices, from the lines before a prompt; a heading and a hint are left out."""
    count = len(reading.library.guide.question(id).choices)
    choices = tuple(
        line.removeprefix(str(number)).removeprefix(":").removeprefix(" ")
        for number, line in enumerate(lines[-count:], 1)
    )
    question = reading.library.guide.question(id)
    known = {sentence for line in (*question.ask, *question.also) for sentence in sentences(line.text)}
    return joined(" ".join(line for line in lines[:-count] if line in known)), choices


def _notes(reading: Reading, ids: tuple[str, ...], lines: list[str]) -> list[str]:
    """The text of each note that was said together with others; empty for one that is told by Help now."""
    notes = {note.id: note for note in reading.library.guide.notes}
    titles = [place for place, line in enumerate(lines) for id in ids if line.rstrip(".") == notes[id].title]
    ends = [*titles[1:], len(lines)]
    if any(notes[id].shows == "help" for id in ids):
        assert any(reading.library.help.title in line for line in lines)
        return [""]
    return [joined(" ".join(lines[start + 1 : end])) for start, end in zip(titles, ends, strict=True)]


async def shown(library: Library, script: Script) -> Seen:
    """A run in the full screen."""
    seen = Seen()
    async with Quick(library, WIDE) as started:
        session = await started.go_through(script.given, part=script.part)
        seen.asked = [(one.id, joined(one.text), one.choices) for one in session.asked]
        seen.notes = [joined(text) for _, text in session.notes]
        seen.file, seen.answers = _file(started.app.reading), started.walk.answers
        if started.walk.stage == STOPPED:
            seen.urgent = joined(" ".join(started.lines))
            return seen
        await started.resize(*TALL)
        seen.results = joined(" ".join(started.lines))
        await started.press("v")
        seen.sheet = joined(" ".join(started.lines))
    return seen
