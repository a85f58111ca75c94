"""The full-screen reader: one Textual app, and what its keys do everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial

from textual.driver import Driver

from trd_tui import pages
from trd_tui.commands import COMMANDS, Command
from trd_tui.glyphs import ASCII, UNICODE
from trd_tui.model import Entry, Section
from trd_tui.pages import Page
from trd_tui.reading import Reading
from trd_tui.terminal import Terminal
from trd_tui.tui import compat, searching
from trd_tui.tui.screens.frame import Frame
from trd_tui.tui.screens.page import PageFace
from trd_tui.tui.screens.reader import ReaderFace
from trd_tui.tui.themes import DARK, Theme
from trd_tui.tui.view import View

QUIT, SWITCH = "quit", "switch"


def own_driver() -> type[Driver] | None:
    """The driver that keeps the project's promises; None, which is Textual's own, where there is no POSIX terminal."""
    if os.name == "nt":
        return None
    from trd_tui.tui.driver import TerminalDriver

    return TerminalDriver


class ReaderApp(compat.CalmCrash, inherit_bindings=False):
    """Run it with `run()`, which returns "quit", or "switch" when the person asked for plain mode."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = ""

    def __init__(
        self,
        reading: Reading,
        terminal: Terminal,
        commands: tuple[Command, ...] = COMMANDS,
        theme: str = DARK,
        country: str = "",
    ) -> None:
        self.terminal = terminal
        super().__init__(driver_class=own_driver(), ansi_color=True)
        self.animation_level = "none"
        self.reading = reading
        self.library = reading.library
        self.commands = commands
        self.crash_line = self.library.words("tui.crashed")
        self.country = country
        glyphs = ASCII if terminal.ascii else UNICODE
        self.view = View(reading, commands, glyphs, country, linear=terminal.linear)
        actions = self._actions()
        self.reader = ReaderFace(self.view, actions["help_now"])
        keymap = {"escape": "leave"} | {key: command.id for command in commands for key in command.keys}
        self.look = Theme(theme, terminal.colours)
        self.frame = Frame(self.reader, self.look, keymap, actions)

    def get_default_screen(self) -> Frame:
        """The one screen that there is."""
        return self.frame

    def post_display_hook(self) -> None:
        """After each frame the cursor goes back to its place."""
        self.frame.park()

    def _actions(self) -> Mapping[str, Callable[[], object]]:
        library, words = self.library, self.library.words
        made: dict[str, Callable[[], Page]] = {
            "help_now": lambda: pages.help_now(library, self.country),
            "keys": lambda: pages.keys(self.commands, words),
            "sources": self._sources,
            "terms": lambda: pages.terms(library, self.reading.entry.id, words),
            "where": lambda: pages.where(self.reading, words),
            "guide": lambda: pages.guide_to_come(words),
        }
        opened = {id: partial(self._open, make) for id, make in made.items()}
        return {
            **opened,
            "search": self._search,
            "switch": partial(self.exit, SWITCH),
            "quit": partial(self.exit, QUIT),
        }

    def _open(self, make: Callable[[], Page]) -> None:
        """Show a page; one that is open already is not opened again, but gone back to."""
        page = make()
        for face in self.frame.faces:
            if isinstance(face, PageFace) and (face.page.id, face.page.title) == (page.id, page.title):
                self.frame.close_all_over(face)
                return
        self.frame.open(PageFace(page, self.view, self.frame.close))

    def _search(self) -> None:
        self.frame.close_all_over(self.reader)
        searching.start(self.view)

    def _sources(self) -> Page:
        """The sources of what is on the screen: a page's blocks have evidence, too."""
        face, library = self.frame.face, self.library
        if isinstance(face, PageFace) and face.page.id == "sources":
            return face.page
        if isinstance(face, PageFace):
            section = _as_section(face.page)
        elif self.view.shown is not None:
            section = library.section(self.view.shown.id)
        else:
            section = _as_section(pages.help_now(library, self.country))
        return pages.sources(section, pages.cited(library, section.blocks), library.words)


def _as_section(page: Page) -> Section:
    return Section(Entry(0, page.id, "", page.title, "", 1, "", 0), page.blocks)
