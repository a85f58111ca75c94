"""The reader: list and text side by side, or one at a time; and the search over both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from trd_tui.tui import drawing, searching
from trd_tui.tui.rows.panes import DETAIL, OUTLINE, SEARCH, Panes
from trd_tui.tui.rows.row import Row
from trd_tui.tui.screens.face import Beside, Face, Place, Scrolling
from trd_tui.tui.view import View

LIST, RESULTS, TEXT, TYPING = range(4)


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
            "pane_before": self._other_pane,
            "next_section": partial(view.step, 1),
            "previous_section": partial(view.step, -1),
            "next_match": partial(view.step_match, 1),
            "previous_match": partial(view.step_match, -1),
        }

    @property
    def panes(self) -> Panes:  # type: ignore[override]
        """Where the parts of the screen are."""
        return self.view.panes

    @property
    def stepwise(self) -> bool:  # type: ignore[override]
        """Whether linear mode was chosen."""
        return self.view.stepwise

    @property
    def depth(self) -> int:
        """The list is outermost, then results, the text, and the field while something is typed."""
        pane, search = self.view.pane, self.view.search
        if pane == SEARCH:
            return RESULTS if search is not None and search.in_list else TYPING
        return TEXT if pane == DETAIL else LIST

    @property
    def what(self) -> object:
        """The section in the text, or what was searched for."""
        view = self.view
        if view.pane == SEARCH:
            return view.search and view.search.found
        return view.shown and view.shown.id if view.pane == DETAIL else None

    @property
    def is_text(self) -> bool:
        """Lists go item by item."""
        return self.view.pane == DETAIL

    @property
    def speaks(self) -> bool:
        """A message, where the focus has no mark that would show it too."""
        return bool(self.view.message) and self.view.panes.linear

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

    def cursor(self) -> Place:
        """The cursor's place."""
        return drawing.cursor(self.view)

    @property
    def beside(self) -> Beside:
        """Where Up and Down lead."""
        return drawing.predictions(self.view)

    @property
    def scrolling(self) -> Scrolling | None:
        """The list, the text, or the results once the focus is among them."""
        view = self.view
        if view.pane == SEARCH:
            return view.search.found.list if view.search is not None and view.search.in_list else None
        return view.tree.list if view.pane == OUTLINE else view.text

    def focused_rows(self) -> range:
        """The rows of what has the focus."""
        return drawing.focused_rows(self.view)

    def say(self, *messages: str) -> None:
        """Say something in the first row until the next key."""
        self.view.message = messages[0]

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
        """Into the text and back; of the results only one that can be read is opened by that."""
        view, search = self.view, self.view.search
        if view.pane != SEARCH or search is None:
            view.other_pane()
        elif search.found.hit is not None or (view.stepwise and not search.in_list):
            searching.enter(view)
        else:
            view.focus(DETAIL)
