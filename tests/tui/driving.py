"""The reader in Textual's own headless terminal: keys in, state and screen text out."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any, NamedTuple, Self

from textual import events
from textual.pilot import Pilot

from trd_tui.commands import COMMANDS, SHOWN, Command, in_kiosk
from trd_tui.guide.walk import Walk
from trd_tui.kiosk import Kiosk
from trd_tui.library.store import Library
from trd_tui.reading import Reading
from trd_tui.terminal import COLOURS_FULL, TUI, Terminal
from trd_tui.tui import compat
from trd_tui.tui.app import ReaderApp
from trd_tui.tui.screens.guide.note import NoteFace, UrgentFace
from trd_tui.tui.screens.guide.question import QuestionFace
from trd_tui.tui.screens.guide.results import ResultsFace
from trd_tui.tui.screens.page import PageFace
from trd_tui.tui.view import View

TURNS = 30

Start = Callable[..., "Started"]
TALL = (100, 400)
"""A terminal on which every screen of the guide fits as a whole."""
ASKING_ALL = {
    "A1": ("three",),
    "A2": ("yes",),
    "B1": ("few",),
    "C2": ("yes",),
    "D1": ("herbs",),
    "E1": ("four_weekly",),
    "F1": ("past",),
}
"""Answers after which every question is asked."""
CHOICE = re.compile(r"[> ] *\d+ [(\[][ x][)\]] (.*)")


class Asked(NamedTuple):
    """One question as it stood on the screen: its id, its text (what stands with it included), and its choices."""

    id: str
    text: str
    choices: tuple[str, ...]


class Session(NamedTuple):
    """What a way through the guide showed: questions in order, notes as title and text, the lines at its end.

    `end` is "results" or "stopped"; a note that opens Help now is told as its title alone. Lines are as wide as the
    screen has them, so join them to compare texts.
    """

    asked: list[Asked]
    notes: list[tuple[str, str]]
    lines: list[str]
    end: str


class Started:
    """A started reader; leave the block to end it."""

    def __init__(  # noqa: PLR0913 - each is an option of the program
        self,
        library: Library | Reading,
        size: tuple[int, int] = (80, 24),
        section: str = "",
        *,
        ascii: bool = False,
        linear: bool | None = None,
        commands: tuple[Command, ...] = COMMANDS,
        country: str = "",
        theme: str = "dark",
        kiosk: Kiosk | None = None,
    ) -> None:
        """A reader of a library, or one that goes on with a reading; in a `kiosk`, from its first screen on."""
        reading = library if isinstance(library, Reading) else Reading(library, section)
        terminal = Terminal(TUI, "", ascii=ascii, colours=COLOURS_FULL, linear=linear)
        known = in_kiosk(commands) if kiosk else commands
        self.app = ReaderApp(reading, terminal, known, theme, country)
        if kiosk is not None:
            self.app.guard(kiosk, attracts=True)
        self._running: AbstractAsyncContextManager[Pilot[Any]] = self.app.run_test(size=size)
        self.pilot: Pilot[Any]

    async def __aenter__(self) -> Self:
        self.pilot = await self._running.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._running.__aexit__(kind, error, trace)

    @property
    def view(self) -> View:
        """The state of the reader."""
        return self.app.view

    @property
    def walk(self) -> Walk:
        """The way through the guide."""
        return self.app.reading.walk

    @property
    def shows(self) -> str:
        """The name of the class of what is on the screen."""
        return type(self.app.frame.face).__name__

    @property
    def page(self) -> str:
        """The id of the page over the reader; empty for none."""
        face = self.app.frame.face
        return face.page.id if isinstance(face, PageFace) else ""

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return ["".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The screen, without the blanks at the ends of rows."""
        return "\n".join(row.rstrip() for row in self.rows) + "\n"

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the terminal's cursor was put."""
        parking = compat.parking(self.app)
        assert isinstance(parking, compat.RememberedParking)
        return parking.place

    def predicted(self) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """Where Up and Down were said to lead."""
        parking = compat.parking(self.app)
        assert isinstance(parking, compat.RememberedParking)
        return parking.up, parking.down

    async def press(self, *keys: str) -> None:
        """Press some keys, by Textual's names, each after the one before was done."""
        for key in keys:
            character = SHOWN.get(key, key)
            await self._send(events.Key(key, character if len(character) == 1 else " " if key == "space" else None))
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text, whatever is in it."""
        for letter in text:
            await self._send(events.Key(letter, letter))
        await self.pilot.pause()

    @property
    def question(self) -> str:
        """The id of the question on the screen; empty where there is none."""
        face = self.app.frame.face
        return face.question.id if isinstance(face, QuestionFace) else ""

    @property
    def lines(self) -> list[str]:
        """What stands between the rules of a large screen, without marks, margins and empty rows."""
        return [line for row in self.rows[2:-2] if (line := row.removeprefix(">").strip())]

    async def choose(self, *ids: str) -> None:
        """Choose answers by their ids, by number where they have one and else by arrows and Space; not Enter."""
        face = self.app.frame.face
        assert isinstance(face, QuestionFace)
        order = [one.id for one in face.question.choices]
        for id in ids:
            place = order.index(id)
            if place < 10:
                await self.press(str((place + 1) % 10))
            else:
                await self.press("end", *["up"] * (len(order) - 1 - place), "space")

    async def ask(self, id: str) -> None:
        """Bring a question on the screen, with such answers before it that it is asked."""
        self.walk.forget()
        for question in self.walk.guide.questions:
            if question.id == id:
                break
            self.walk.answers[question.id] = ASKING_ALL.get(question.id, ())
        self.walk.go_on()
        self.app.reading.in_guide = True
        self.app.way.show()
        await self.press("f1", "escape")
        assert self.question == id

    async def results(self, answers: Mapping[str, Sequence[str]]) -> ResultsFace:
        """Bring the results of some answers on the screen, all else left out."""
        self.walk.forget()
        self.walk.answers = {one.id: tuple(answers.get(one.id, ())) for one in self.walk.guide.questions}
        self.walk.go_on()
        self.app.reading.in_guide = True
        self.app.way.show()
        await self.press("f1", "escape")
        face = self.app.frame.face
        assert isinstance(face, ResultsFace)
        return face

    async def go_through(
        self, answers: Mapping[str, Sequence[str]], otherwise: Sequence[str] = (), *, part: str = ""
    ) -> Session:
        """Go through the guide, or one part of it, with answers by question id; no answer is a skip.

        `otherwise` is the answer to every question that has none in `answers`. The screen should be TALL.
        """
        walked = Session([], [], [], "")
        await self.press("g")
        first = "one_part" if part else self.walk.choices()[0][0]
        await self.press(str([name for name, _ in self.walk.choices()].index(first) + 1), "enter")
        if part:
            await self.press(str([one.id for one in self.walk.guide.parts].index(part) + 1), "enter")
        while not isinstance(self.app.frame.face, ResultsFace | UrgentFace):
            await self._one_step(walked, answers, otherwise)
        ended = "results" if isinstance(self.app.frame.face, ResultsFace) else "stopped"
        if self.walk.outcome.results and ended == "results":
            await self._show_all()
        return walked._replace(lines=self.lines[:-1] if ended == "results" else self.lines, end=ended)

    async def _one_step(self, walked: Session, answers: Mapping[str, Sequence[str]], otherwise: Sequence[str]) -> None:
        face = self.app.frame.face
        if isinstance(face, NoteFace):
            walked.notes.append((face.note.title, " ".join(self.lines[1:-1])))
            await self.press("space")
        elif isinstance(face, PageFace):
            walked.notes.append((face.page.title, ""))
            await self.press("escape")
        else:
            assert isinstance(face, QuestionFace)
            walked.asked.append(self._asked(face.question.id))
            chosen = answers.get(face.question.id, otherwise)
            known = {one.id for one in face.question.choices}
            await self.choose(*(id for id in chosen if id in known))
            await self.press("enter" if known.intersection(chosen) else "k")

    def _asked(self, id: str) -> Asked:
        rows = self.rows[2:-2]
        at = next(number for number, row in enumerate(rows) if CHOICE.match(row))
        choices: list[str] = []
        for row in rows[at:]:
            if found := CHOICE.match(row):
                choices.append(found[1].strip())
            elif row.strip():
                choices[-1] += f" {row.strip()}"
            else:
                break
        return Asked(id, " ".join(" ".join(rows[:at]).split()), tuple(choices))

    async def _show_all(self) -> None:
        face = self.app.frame.face
        assert isinstance(face, ResultsFace)
        if "more" in face.column.ids:
            while face.column.take() != "more":
                await self.press("down")
            await self.press("enter")

    async def _send(self, event: events.Event) -> None:
        self.app.post_message(event)
        for _ in range(TURNS):
            await asyncio.sleep(0)

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(columns, rows)
        await self.pilot.pause()
