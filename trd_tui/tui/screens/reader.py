"""The reader: list and text side by side, or one at a time; and the search over both."""

from __future__ import annotations

from functools import partial

from textual import events

from trd_tui.tui import drawing, searching
from trd_tui.tui.rows.row import Row
from trd_tui.tui.screens.frame import Frame, Place
from trd_tui.tui.view import SEARCH, View


class ReaderScreen(Frame):
    """Draws a View and gives it its keys."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
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
            "search": partial(searching.start, view),
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

    def forget_message(self) -> None:
        """A message stays until the next key."""
        self.view.message = ""

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes into the search field, made harmless, and nowhere else."""
        event.stop()
        if self.view.pane == SEARCH:
            searching.edit(self.view, "", event.text)
            self.draw()

    def typed(self, event: events.Key) -> bool:
        """In the search field all printable keys are letters."""
        if self.view.pane != SEARCH:
            return False
        letter = event.character if event.is_printable and event.character else ""
        return searching.edit(self.view, event.key, letter)

    def rows(self) -> list[Row]:
        """Every row of the reader."""
        return drawing.rows(self.view)

    def cursor(self) -> tuple[Place, Place | None, Place | None]:
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
            self.command("help_now")

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
