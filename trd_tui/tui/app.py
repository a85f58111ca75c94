"""The full-screen reader: one Textual app, its screens, and what its keys do everywhere."""

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
from trd_tui.tui import compat
from trd_tui.tui.screens.frame import Frame
from trd_tui.tui.screens.page import PageScreen
from trd_tui.tui.screens.reader import ReaderScreen
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
        self.glyphs = ASCII if terminal.ascii else UNICODE
        self.look = Theme(theme, terminal.colours)
        self.view = View(reading, commands, self.glyphs, country, linear=terminal.linear)
        self.keymap: Mapping[str, str] = {key: command.id for command in commands for key in command.keys}
        self.actions = self._actions()

    def get_default_screen(self) -> ReaderScreen:
        """The reader."""
        return ReaderScreen(self.view)

    def open_page(self, page: Page) -> None:
        """Show a page; one that is open already is not opened again, but gone back to."""
        for screen in self.screen_stack:
            if isinstance(screen, PageScreen) and screen.page.id == page.id:
                while self.screen is not screen:
                    self.pop_screen()
                return
        self.push_screen(PageScreen(page, linear=self.terminal.linear))

    def close_page(self) -> None:
        """Go back from a page to what was under it."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def park(self) -> None:
        """Put the terminal's cursor on what has the focus, and say where Up and Down lead."""
        screen = self.screen
        if not isinstance(screen, Frame) or screen.parked is None:
            return
        (x, y), up, down = screen.parked
        width, height = self.size
        parking = compat.parking(self)
        parking.park(min(x, max(0, width - 1)), min(y, max(0, height - 1)))
        parking.predict(up, down)

    def post_display_hook(self) -> None:
        """After each frame the cursor goes back to its place."""
        if self.screen_stack:
            self.park()

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
        return {**opened, "switch": partial(self.exit, SWITCH), "quit": partial(self.exit, QUIT)}

    def _open(self, make: Callable[[], Page]) -> None:
        self.open_page(make())

    def _sources(self) -> Page:
        section = self._on_screen()
        return pages.sources(section, pages.cited(self.library, section.blocks), self.library.words)

    def _on_screen(self) -> Section:
        """What is on the screen, as a section: a page's blocks have evidence, too."""
        screen = self.screen
        page = screen.page if isinstance(screen, PageScreen) else None
        if page is None and self.view.shown is not None:
            return self.library.section(self.view.shown.id)
        page = page or pages.help_now(self.library, self.country)
        return Section(Entry(0, page.id, "", page.title, "", 1, "", 0), page.blocks)
