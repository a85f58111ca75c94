"""A page to read over the reader: help now, keys, sources, words, where, the guide to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from trd_tui.layout import Line, lay_out
from trd_tui.pages import Page
from trd_tui.tui.rows.foot import Hint, foot_row, rule_row, steady_row
from trd_tui.tui.rows.panes import Panes
from trd_tui.tui.rows.row import Row
from trd_tui.tui.rows.text import START, Anchor, Text, letters
from trd_tui.tui.rows.top import fits, more_below, sides_row, title_row
from trd_tui.tui.screens.face import Face, Place, Scrolling
from trd_tui.tui.view import View

LEADING = (Hint("leave", "back", rank=3), Hint("keys", "keys", rank=1))
COUNTRY = Hint("country", "country")
SEARCH = Hint("search", "search", -1)
SOURCES = Hint("sources", "sources", -1)
TITLED = 6
"""Rows of text from which the title of a page stands above it even where the first row says it."""
SHORTER = {"sources": "footer.sources", "terms": "footer.terms"}
"""Words that stand for the titles of pages where there is little room."""


class PageFace(Face):
    """One page that scrolls; Escape or Left leads back to exactly the place before.

    Enter does not: a held Enter must not close Help now that it has just opened.
    """

    def __init__(
        self, page: Page, view: View, close: Callable[[], object], remake: Callable[[], Page] | None = None
    ) -> None:
        """`remake` gives the page anew after something that it says has changed, such as the country."""
        self.page = page
        self.text = Text()
        self.panes = Panes(0, 0, linear=view.linear)
        self._view = view
        self._remake = remake
        cites = any(item.evidence for block in page.blocks for item in block.items)
        country = (COUNTRY,) if page.id == "help_now" else ()
        self._hints = (*LEADING, *country, SEARCH, *((SOURCES,) if cites else ()))
        self.actions = {
            "move_up": partial(self.text.move, -1),
            "move_down": partial(self.text.move, 1),
            "page_up": partial(self.text.page, -1),
            "page_down": partial(self.text.page, 1),
            "first": self.text.to_start,
            "last": self.text.to_end,
            "leave": close,
        }

    def forget_message(self) -> None:
        """Nothing: a page has no messages."""

    def say(self, *messages: str) -> None:
        """Nothing: a page has no messages."""

    @property
    def stepwise(self) -> bool:  # type: ignore[override]
        """Whether linear mode was chosen."""
        return self._view.stepwise

    @property
    def scrolling(self) -> Scrolling:
        """The text of the page."""
        return self.text

    def place(self, width: int, height: int) -> None:
        """Wrap the page anew, and keep the place in it."""
        before = self.panes.text_width, self.panes.linear, self._is_told
        self.panes = Panes(width, height, linear=self._view.linear)
        self.panes.narrow()
        self.text.place(self.panes.body, linear=self.panes.linear)
        if before != (self.panes.text_width, self.panes.linear, self._is_told) or not self.text.lines:
            self._fill(self.text.anchor)

    def lines(self, width: int) -> Sequence[Line]:
        """The page laid out at a width."""
        view = self._view
        title, blocks = self.page.title, self.page.blocks
        return lay_out(title, blocks, width, view.words, None, view.glyphs, spoken=view.stepwise)

    @property
    def short(self) -> str:
        """The title in fewer words, for the first row."""
        name = SHORTER.get(self.page.id)
        return self._view.words(name) if name else self.page.title

    def renew(self) -> None:
        """Show the page anew, from its start."""
        if self._remake is not None:
            self.page = self._remake()
            self._fill(START)

    def _fill(self, anchor: Anchor) -> None:
        lines = self.lines(self.panes.text_width)
        start = sum(line.style == "title" for line in lines) + 1 if self._is_told else 0
        left_out = sum(map(letters, lines[:start]))
        self.text.replace(lines[start:], (), anchor=anchor, left_out=left_out)

    @property
    def _is_told(self) -> bool:
        """Whether the first row has all of the title, so that a very low screen need not have it twice."""
        panes, view = self.panes, self._view
        if view.stepwise or not panes.top or panes.body >= TITLED:
            return False
        return fits(view.glyphs.text(self.page.title), self._more(99), panes.width)

    def page_shown(self) -> Page:
        """The page itself."""
        return self.page

    def rows(self) -> list[Row]:
        """First row, text and last row."""
        body = self.body()
        blank: list[Row] = [[] for _ in range(self.panes.body - len(body))]
        return [*(self._top() if self.panes.top else []), *body, *blank, *(self._foot() if self.panes.foot else [])]

    def body(self) -> list[Row]:
        """The rows between the first and the last."""
        margin = " " * self.panes.text_margin
        return [[(margin, "text"), *row] for row in self.text.rows()]

    @property
    def percent(self) -> int:
        """How much of the page was on the screen."""
        return self.text.percent

    def cursor(self) -> Place:
        """The first line on the screen, or in linear mode the focused line."""
        return 0 if self.panes.linear else self.panes.text_margin, self.panes.top + self.text.cursor_row

    def _top(self) -> list[Row]:
        view, width, title = self._view, self.panes.width, self.page.title
        if view.stepwise:
            return [[]]
        if self.panes.rules:
            return [title_row((view.library.title, title), "", width, view.glyphs), rule_row("", width, view.glyphs)]
        read = "" if self.percent >= 100 else self._more(self.percent)
        return [sides_row((title, self.short), (read,), width, view.glyphs, read)]

    def _foot(self) -> list[Row]:
        view, width = self._view, self.panes.width
        if view.stepwise:
            return [steady_row(view.commands, view.helps, width, view.words, view.glyphs)]
        row = foot_row(self._hints, view.commands, view.helps, width, view.words, view.glyphs)
        below = view.words("tui.more_below", percent=self.percent) if self.percent < 100 else ""
        return [rule_row(below, width, view.glyphs), row] if self.panes.rules else [row]

    def _more(self, percent: int) -> str:
        return more_below(percent, self.panes.width, self._view.words, linear=self.panes.linear)
