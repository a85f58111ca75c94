"""The reader in Textual's own headless terminal: keys in, state and screen text out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any, Self

from textual import events
from textual.pilot import Pilot

from trd_tui.commands import COMMANDS, SHOWN, Command
from trd_tui.library.store import Library
from trd_tui.reading import Reading
from trd_tui.terminal import COLOURS_FULL, TUI, Terminal
from trd_tui.tui import compat
from trd_tui.tui.app import ReaderApp
from trd_tui.tui.screens.page import PageFace
from trd_tui.tui.view import View

TURNS = 30

Start = Callable[..., "Started"]


class Started:
    """A started reader; leave the block to end it."""

    def __init__(
        self,
        library: Library,
        size: tuple[int, int] = (80, 24),
        section: str = "",
        *,
        ascii: bool = False,
        linear: bool = False,
        commands: tuple[Command, ...] = COMMANDS,
        country: str = "",
        theme: str = "dark",
    ) -> None:
        terminal = Terminal(TUI, "", ascii=ascii, colours=COLOURS_FULL, linear=linear)
        self.app = ReaderApp(Reading(library, section), terminal, commands, theme, country)
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
