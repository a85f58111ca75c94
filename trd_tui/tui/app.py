"""The full-screen reader: one Textual app, and what its keys do everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.driver import Driver

from trd_tui import pages
from trd_tui.commands import COMMANDS, Command, relettered
from trd_tui.glyphs import ASCII, UNICODE
from trd_tui.kiosk import Kiosk
from trd_tui.model import Entry, Section
from trd_tui.pages import Page
from trd_tui.reading import Reading
from trd_tui.terminal import Terminal
from trd_tui.tui import compat, searching
from trd_tui.tui.screens.blank import BlankFace
from trd_tui.tui.screens.frame import Frame
from trd_tui.tui.screens.keys import KeysFace
from trd_tui.tui.screens.page import PageFace
from trd_tui.tui.screens.reader import ReaderFace
from trd_tui.tui.screens.small import SmallFace
from trd_tui.tui.themes import DARK, Theme
from trd_tui.tui.view import View

if TYPE_CHECKING:
    from trd_tui.tui.screens.guide.way import GuideWay

QUIT, SWITCH, EXIT = "quit", "switch", "exit"


def own_driver() -> type[Driver] | None:
    """The driver that keeps the project's promises; None, which is Textual's own, where there is no POSIX terminal."""
    if os.name == "nt":
        return None
    from trd_tui.tui.driver import TerminalDriver

    return TerminalDriver


class ReaderApp(compat.CalmCrash, inherit_bindings=False):
    """Run it with `run()`, which returns "quit", "switch" when the person asked for plain mode, or "exit".

    After "exit", the quick way out, all is forgotten and the terminal is cleared. `printed` is the text to print after
    the end, the sheet if the person asked for that, else empty. `begun` is whether the person saw more than the first
    screen of a kiosk.
    """

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
        reading.country = reading.country or country
        self.reading = reading
        self.library = reading.library
        self.commands = commands
        self.printed = ""
        self.wipes = False
        self._handed_on: tuple[str, ...] = ()
        self.may_suspend = self.begun = True
        self.crash_line = self.library.words("tui.crashed")
        glyphs = ASCII if terminal.ascii else UNICODE
        self.view = View(reading, commands, glyphs, linear=terminal.linear)
        self._everywhere = actions = self._actions()
        self.reader = ReaderFace(self.view, actions["help_now"])
        keymap = {"escape": "leave"} | {key: command.id for command in commands for key in command.keys}
        self.look = Theme(theme, terminal.colours)
        self.frame = Frame(self.reader, SmallFace(self.view), self.look, keymap, actions)
        self._way: GuideWay | None = None
        if reading.in_guide:
            self.frame.faces.append(self.way.face())

    def guard(self, kiosk: Kiosk, *, attracts: bool) -> None:
        """Be a kiosk: nobody leaves, nothing is saved, who is gone is forgotten; `attracts` is with its first screen.

        Before the app runs; what only a kiosk needs is loaded here.
        """
        from trd_tui.tui.guard import Guard
        from trd_tui.tui.screens.kiosk.attract import AttractFace

        self.wipes, self.may_suspend, self.view.saves = True, False, False
        self._handed_on = (SWITCH,) if kiosk.ends else (SWITCH, EXIT)
        frame, does = self.frame, self._everywhere
        guard = frame.guard = Guard(kiosk, self.view, frame, self._exit_at_once, partial(self.exit, QUIT))
        does["done"] = guard.ask_done
        allowed = {id: does[id] for id in ("help_now", "switch", "linear", "redraw")}
        if attracts:
            frame.faces.append(AttractFace(self.view, kiosk.hear, does, {**allowed, "enter": frame.close}))

    def get_default_screen(self) -> Frame:
        """The one screen that there is."""
        return self.frame

    @property
    def speaks_rows(self) -> bool:
        """Whether the driver writes only whole rows, which is what screen readers speak best."""
        return self.frame.face.panes.linear

    @property
    def hands_on(self) -> bool:
        """Whether the terminal goes on to another front end, or to the next person."""
        return self.return_value in self._handed_on

    @property
    def way(self) -> GuideWay:
        """The way through the questions; a reader who never opens them loads nothing of it."""
        if self._way is None:
            from trd_tui.tui.screens.guide.way import GuideWay

            self._way = GuideWay(self.view, self.frame, self._open)
        return self._way

    def post_display_hook(self) -> None:
        """After each frame the cursor goes back to its place."""
        self.frame.park()

    def _actions(self) -> dict[str, Callable[[], object]]:
        library, words = self.library, self.library.words
        made: dict[str, Callable[[], Page]] = {
            "help_now": lambda: pages.help_now(library, self.reading.country),
            "sources": self._sources,
            "terms": lambda: pages.terms(library, "" if self.reading.in_guide else self.reading.entry.id, words),
            "where": lambda: self.way.where() if self.reading.in_guide else pages.where(self.reading, words),
        }
        opened = {id: partial(self._open, make) for id, make in made.items()}
        return {
            **opened,
            "keys": self._open_keys,
            "search": self._search,
            "guide": self._open_guide,
            "country": self._open_countries,
            "switch": self._switch,
            "linear": self._change_linear,
            "redraw": self._redraw,
            "quick_exit": self._exit_at_once,
            "quit": self._quit,
        }

    def _open(self, make: Callable[[], Page]) -> None:
        """Show a page; one that is open already is not opened again, but gone back to."""
        page = make()
        self.view.turn()
        for face in self.frame.faces:
            if isinstance(face, PageFace) and (face.page.id, face.page.title) == (page.id, page.title):
                self.frame.close_all_over(face)
                return
        self.frame.open(PageFace(page, self.view, self.frame.close, make))

    def _open_keys(self) -> None:
        """The Keys page, with what can be done on the screen that is shown."""
        face, frame = self.frame.face, self.frame
        opened = next((one for one in frame.faces if isinstance(one, KeysFace)), None)
        if opened is not None:
            frame.close_all_over(opened)
            return
        commands = relettered(self.commands, face.letters)
        does = {**self._everywhere, **face.actions}
        frame.open(KeysFace(self.view, commands, does, frame.close, guide=self.reading.in_guide))

    def _search(self) -> None:
        if self.reading.in_guide:
            self.way.leave()
        self.frame.close_all_over(self.reader)
        searching.start(self.view)

    def _change_linear(self) -> None:
        """Linear mode on or off, from now on, whatever the size of the screen."""
        self.view.linear = self.terminal.linear = not self.frame.face.panes.linear
        self.frame.show_all()
        self.frame.face.say(self.library.words("tui.linear_on" if self.view.linear else "tui.linear_off"))

    def _redraw(self) -> None:
        self.frame.show_all()
        compat.parking(self).redraw()

    def _open_guide(self) -> None:
        self.way.open(self.reading.entry.id)

    def _open_countries(self) -> None:
        self.way.open_countries()

    def _switch(self) -> None:
        """On to plain mode, with the same person."""
        self.wipes, self.begun = False, not self.frame.face.leads_on
        self.exit(SWITCH)

    def _quit(self) -> None:
        if self._way is not None and self._way.prints:
            self.printed = self._way.sheet_text()
        self.exit(QUIT)

    def _exit_at_once(self) -> None:
        """Forget everything, show nothing, and let the driver clear the terminal once it has given it back."""
        self.reading.forget()
        self._way = None
        self.wipes = True
        self.frame.open(BlankFace())
        self.exit(EXIT)

    def _sources(self) -> Page:
        """The sources of what is on the screen: a page's blocks have evidence, too."""
        face, library = self.frame.face, self.library
        page = face.page_shown()
        if page is not None and page.id == "sources":
            return page
        if page is not None:
            section = _as_section(page)
        elif self.view.shown is not None:
            section = library.section(self.view.shown.id)
        else:
            section = _as_section(pages.help_now(library, self.reading.country))
        return pages.sources(section, pages.cited(library, section.blocks), library.words)


def _as_section(page: Page) -> Section:
    return Section(Entry(0, page.id, "", page.title, "", 1, "", 0), page.blocks)
