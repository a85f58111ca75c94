"""A page to read over the reader: help now, keys, sources, words, where, the guide to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from trd_tui.layout import Line, lay_out
from trd_tui.pages import Page
from trd_tui.tui.rows.foot import Hint, foot_row, rule_row
from trd_tui.tui.rows.panes import Panes
from trd_tui.tui.rows.row import Row
from trd_tui.tui.rows.text import Text
from trd_tui.tui.rows.top import title_row
from trd_tui.tui.screens.face import Cursor, Face
from trd_tui.tui.view import View

LEADING = (Hint("leave", "back", rank=3), Hint("keys", "keys", rank=1))
COUNTRY = Hint("country", "country")
SEARCH = Hint("search", "search", -1)
SOURCES = Hint("sources", "sources", -1)


class PageFace(Face):
    """One page that scrolls; Escape or Left leads back to exactly the place before.

    Enter does not: a held Enter must not close Help now that it has just opened.
    """

    def __init__(
        self, page: Page, view: View, close: Callable[[], object], remake: Callable[[], Page] | None = None
    ) -> None:
        """`remake` gives the page anew after something that it says has changed, such as the country."""
        self.page = page
        self.text = Text(linear=view.linear)
        self.panes = Panes(0, 0)
        self._view = view
        self._remake = remake
        cites = any(item.evidence for block in page.blocks for item in block.items)
        country = (COUNTRY,) if page.id == "help_now" else ()
        self._hints = (*LEADING, *country, SEARCH, *((SOURCES,) if cites else ()))
        self.actions = {
            "move_up": partial(self.text.scroll, -1),
            "move_down": partial(self.text.scroll, 1),
            "page_up": partial(self.text.page, -1),
            "page_down": partial(self.text.page, 1),
            "first": self.text.to_start,
            "last": self.text.to_end,
            "leave": close,
        }

    def forget_message(self) -> None:
        """Nothing: a page has no messages."""

    @property
    def width(self) -> int:
        """Columns of the screen."""
        return self.panes.width

    def place(self, width: int, height: int) -> None:
        """Wrap the page anew, and keep the place in it."""
        before, self.panes = self.panes, Panes(width, height, linear=self._view.linear)
        self.panes.narrow()
        self.text.place(self.panes.body)
        if before.text_width != self.panes.text_width or not self.text.lines:
            self.text.replace(self.lines(self.panes.text_width), (), anchor=self.text.anchor)

    def lines(self, width: int) -> Sequence[Line]:
        """The page laid out at a width."""
        view = self._view
        return lay_out(self.page.title, self.page.blocks, width, view.words, None, view.glyphs)

    def renew(self) -> None:
        """Show the page anew, from its start."""
        if self._remake is not None:
            self.page = self._remake()
            self.text.replace(self.lines(self.panes.text_width), ())

    def page_shown(self) -> Page:
        """The page itself."""
        return self.page

    def rows(self) -> list[Row]:
        """First row, text and last row."""
        margin = " " * self.panes.text_margin
        body: list[Row] = [[(margin, "text"), *row] for row in self.text.rows()]
        blank: list[Row] = [[] for _ in range(self.panes.body - len(body))]
        return [*(self._top() if self.panes.top else []), *body, *blank, *(self._foot() if self.panes.foot else [])]

    def cursor(self) -> Cursor:
        """The first line on the screen, or in linear mode the focused line; and where Up and Down lead."""
        x, top = self.panes.text_margin, self.panes.top
        up, down = self.text.rows_beside()
        return (
            (x, top + self.text.cursor_row),
            None if up is None else (x, top + up),
            None if down is None else (x, top + down),
        )

    def _top(self) -> list[Row]:
        view, width = self._view, self.panes.width
        quiet = self.text.percent >= 100 or view.linear or self.panes.rules
        title, page = view.library.title, self.page.title
        titles = (title, page) if self.panes.rules else (page, title)
        row = title_row(titles, "" if quiet else self._below("tui.percent"), width, view.glyphs)
        return [row, rule_row("", width, view.glyphs)] if self.panes.rules else [row]

    def _foot(self) -> list[Row]:
        view, width = self._view, self.panes.width
        row = foot_row(self._hints, view.commands, view.helps, width, view.words, view.glyphs)
        below = self._below("tui.more_below") if self.text.percent < 100 else ""
        return [rule_row(below, width, view.glyphs), row] if self.panes.rules else [row]

    def _below(self, key: str) -> str:
        return self._view.words(key, percent=self.text.percent)
