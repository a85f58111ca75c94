"""The Keys page: every key and what it does, and a list to do it from, so that no letter has to be pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trd_tui import pages
from trd_tui.commands import Command, told_key
from trd_tui.pages import Keyed
from trd_tui.tui.rows.choices import closed_up, gap, paragraph
from trd_tui.tui.rows.column import Piece
from trd_tui.tui.rows.foot import Hint
from trd_tui.tui.rows.panes import Panes
from trd_tui.tui.rows.row import Row
from trd_tui.tui.rows.top import fitting_message, message_row
from trd_tui.tui.screens.column_face import ColumnFace
from trd_tui.tui.screens.page import LEADING, SEARCH, PageFace
from trd_tui.tui.view import View

Does = Mapping[str, Callable[[], object]]


class KeysFace(ColumnFace, PageFace):
    """One line for each command; Enter closes the page and does what can be done where the person came from."""

    def __init__(
        self, view: View, commands: Sequence[Command], does: Does, close: Callable[[], object], *, guide: bool
    ) -> None:
        """`does` is what each command does there, by its id; `guide` is whether that is in the questions."""
        ColumnFace.__init__(self)
        self._groups = pages.key_groups(commands, view.words, guide=guide, here=does)
        self._does = does
        self._close = close
        self._opening = "keys.opening" if view.saves else "kiosk.keys"
        PageFace.__init__(self, pages.key_page(self._groups, view.words, self._opening), view, close)
        self._hints = (*LEADING, Hint("enter", "choose"), SEARCH)
        self.actions = {
            **self.moving,
            "enter": self.enter,
            "leave": close,
        }

    def enter(self) -> None:
        """Close the page, and do what the line says."""
        id = self.column.take()
        if id:
            self._close()
            self._does[id]()
        elif self.panes.linear:
            self.say(self._view.words("keys.not_here"), self._view.words("keys.not_here_short"))

    @property
    def percent(self) -> int:
        """How much of the list was on the screen."""
        return self.column.percent

    def place(self, width: int, height: int) -> None:
        """Wrap anew, and keep the place."""
        self.panes = Panes(width, height, linear=self._view.linear)
        self.panes.narrow()
        pieces = closed_up(self._pieces()) if self.stepwise else self._pieces()
        self.column.fill(pieces, max(1, width - 1), self.panes.body, linear=self.panes.linear)

    def body(self) -> list[Row]:
        """The list."""
        return self.column.rows(self._view.glyphs.focus)

    def _top(self) -> list[Row]:
        rows = super()._top()
        if not self._message:
            return rows
        width, glyphs = self.panes.width, self._view.glyphs
        return [message_row(fitting_message(self._message, width, glyphs), width, glyphs), *rows[1:]]

    def _pieces(self) -> list[Piece]:
        view, glyphs = self._view, self._view.glyphs
        up, down, enter = (told_key(view.commands, id, view.words) for id in ("move_up", "move_down", "enter"))
        pieces = [
            paragraph(self.page.title, glyphs, "title"),
            gap(),
            paragraph(view.words(self._opening), glyphs),
            paragraph(view.words("keys.how", up=up, down=down, enter=enter), glyphs),
        ]
        for heading, listed in self._groups:
            pieces += [gap(), *([paragraph(heading, glyphs, "heading")] if heading else [])]
            pieces += [self._line(one) for one in listed]
        return pieces

    def _line(self, one: Keyed) -> Piece:
        name, does = one.item.name, one.item.text
        text = self._view.words("tui.guide.keyed", press=name, does=does) if name else does
        return paragraph(text, self._view.glyphs, "choice", one.id)
