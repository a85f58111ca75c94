"""The reader: list and text side by side, or one at a time; and the search over both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from trd_tui.tui import drawing, searching
from trd_tui.tui.rows.panes import SEARCH
from trd_tui.tui.rows.row import Row
from trd_tui.tui.screens.face import Cursor, Face
from trd_tui.tui.view import View


class ReaderFace(Face):
    """Draws a View and gives it its keys; `open_help` shows Help now."""

    def __init__(self, view: View, open_help: Callable[[], object]) -> None:
        self.view = view
        self._open_help = open_help
        self.actions = {
            "move_up": partial(self._move, -1),
            "move_down": partial(self._move, 1),
            "page_up": partial(self._page, -1),
            "page_down": partial(self._page, 1),
            "first": partial(view.ends, last=False),
            "last": partial(view.ends, last=True),
            "enter": self._enter,
            "leave": self._leave,
            "other_pane": self._other_pane,
            "next_section": partial(view.step, 1),
            "previous_section": partial(view.step, -1),
            "next_match": partial(view.step_match, 1),
            "previous_match": partial(view.step_match, -1),
        }

    @property
    def width(self) -> int:
        """Columns of the screen."""
        return self.view.panes.width

    def place(self, width: int, height: int) -> None:
        """Lay out the text and the list anew; all else stays."""
        self.view.place(width, height)

    def renew(self) -> None:
        """Take the help lines of another country."""
        self.view.renew()

    def forget_message(self) -> None:
        """A message stays until the next key."""
        self.view.message = ""

    def typed(self, key: str, letter: str) -> bool:
        """In the search field all printable keys are letters."""
        return self.view.pane == SEARCH and searching.edit(self.view, key, letter)

    def pasted(self, text: str) -> bool:
        """A paste goes into the search field, made harmless."""
        return self.view.pane == SEARCH and searching.edit(self.view, "", text)

    def rows(self) -> list[Row]:
        """Every row of the reader."""
        return drawing.rows(self.view)

    def cursor(self) -> Cursor:
        """The cursor's place, and where Up and Down lead."""
        return drawing.cursor(self.view), *drawing.predictions(self.view)

    def _move(self, by: int) -> None:
        if self.view.pane == SEARCH:
            searching.move(self.view, by)
        else:
            self.view.move(by)

    def _page(self, by: int) -> None:
        if self.view.pane == SEARCH:
            searching.move(self.view, by, page=True)
        else:
            self.view.page(by)

    def _enter(self) -> None:
        if self.view.pane != SEARCH:
            self.view.enter()
        elif searching.enter(self.view):
            self._open_help()

    def _leave(self) -> None:
        if self.view.pane == SEARCH:
            searching.leave(self.view)
        else:
            self.view.leave()

    def _other_pane(self) -> None:
        if self.view.pane == SEARCH:
            searching.enter(self.view)
        else:
            self.view.other_pane()
