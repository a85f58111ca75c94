"""A page to read over the reader: help now, keys, sources, words, where, the guide to come."""

from __future__ import annotations

from functools import partial

from trd_tui.layout import lay_out
from trd_tui.pages import Page
from trd_tui.tui.app_type import app_of
from trd_tui.tui.rows.foot import Hint, foot_row, rule_row
from trd_tui.tui.rows.panes import Panes
from trd_tui.tui.rows.row import Row
from trd_tui.tui.rows.text import Text
from trd_tui.tui.rows.top import title_row
from trd_tui.tui.screens.frame import Frame, Place

HINTS = (Hint("leave", "back", rank=3), Hint("keys", "keys", rank=1))
SOURCES = Hint("sources", "sources", -1)


class PageScreen(Frame):
    """One page that scrolls; Escape, Left or Enter leads back to exactly the place before."""

    def __init__(self, page: Page, *, linear: bool) -> None:
        super().__init__()
        self.page = page
        self.text = Text(linear=linear)
        self.panes = Panes(0, 0)
        self._linear = linear
        self._cites = any(item.evidence for block in page.blocks for item in block.items)
        self.actions = {
            "move_up": partial(self.text.scroll, -1),
            "move_down": partial(self.text.scroll, 1),
            "page_up": partial(self.text.page, -1),
            "page_down": partial(self.text.page, 1),
            "first": self._to_start,
            "last": self.text.to_end,
            "enter": self._back,
            "leave": self._back,
        }

    @property
    def width(self) -> int:
        """Columns of the screen."""
        return self.panes.width

    def place(self, width: int, height: int) -> None:
        """Wrap the page anew, and keep the place in it."""
        app = app_of(self)
        before, self.panes = self.panes, Panes(width, height, linear=self._linear)
        self.panes.narrow()
        self.text.place(self.panes.body)
        if before.text_width != self.panes.text_width or not self.text.lines:
            lines = lay_out(
                self.page.title, self.page.blocks, self.panes.text_width, app.library.words, None, app.glyphs
            )
            self.text.replace(lines, (), anchor=self.text.anchor)

    def rows(self) -> list[Row]:
        """First row, text and last row."""
        margin = " " * self.panes.text_margin
        body: list[Row] = [[(margin, "text"), *row] for row in self.text.rows()]
        blank: list[Row] = [[] for _ in range(self.panes.body - len(body))]
        return [*(self._top() if self.panes.top else []), *body, *blank, *(self._foot() if self.panes.foot else [])]

    def cursor(self) -> tuple[Place, Place | None, Place | None]:
        """The first line on the screen, or in linear mode the focused line; and where Up and Down lead."""
        x, top = self.panes.text_margin, self.panes.top
        up, down = self.text.rows_beside()
        return (
            (x, top + self.text.cursor_row),
            None if up is None else (x, top + up),
            None if down is None else (x, top + down),
        )

    def _top(self) -> list[Row]:
        app, width = app_of(self), self.panes.width
        quiet = self.text.percent >= 100 or self._linear or self.panes.rules
        titles = (app.library.title, self.page.title) if self.panes.rules else (self.page.title, app.library.title)
        row = title_row(titles, "" if quiet else self._below("tui.percent"), width, app.glyphs)
        return [row, rule_row("", width, app.glyphs)] if self.panes.rules else [row]

    def _foot(self) -> list[Row]:
        app, width = app_of(self), self.panes.width
        hints = (*HINTS, SOURCES) if self._cites else HINTS
        row = foot_row(hints, app.commands, app.library.help.footer, width, app.library.words, app.glyphs)
        below = self._below("tui.more_below") if self.text.percent < 100 else ""
        return [rule_row(below, width, app.glyphs), row] if self.panes.rules else [row]

    def _below(self, key: str) -> str:
        return app_of(self).library.words(key, percent=self.text.percent)

    def _to_start(self) -> None:
        self.text.to(0)
        self.text.line = 0

    def _back(self) -> None:
        app_of(self).close_page()
