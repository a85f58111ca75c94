"""Where the parts of the screen are, from its size alone: wide (list beside text) or narrow (one at a time)."""

from __future__ import annotations

OUTLINE, DETAIL, SEARCH = "outline", "detail", "search"
WIDE_FROM = 60
RULES_FROM = 14
OUTLINE_NARROWEST, OUTLINE_WIDEST = 24, 34
RESULTS_WIDEST = 60
TEXT_WIDEST = 80


class Panes:
    """Cells for each part: heights of top, body and foot; width of the list, and where the text starts.

    `wide` is list and text side by side with a bar between them; else each has the full width. `linear` is without
    rules and marks; if nobody chose (`linear=None`), a narrow screen is.
    """

    __slots__ = ("body", "foot", "height", "linear", "list_width", "rules", "text_x", "top", "wide", "width")

    def __init__(self, width: int, height: int, *, linear: bool | None = None, searching: bool = False) -> None:
        self.width, self.height = width, height
        narrow = width < WIDE_FROM or height < RULES_FROM
        self.linear = narrow if linear is None else linear
        self.wide = not narrow and not self.linear
        self.rules = height >= RULES_FROM and not self.linear
        thick = 1 + self.rules
        self.foot = thick if height else 0
        self.top = thick if height > 2 else 0
        self.body = max(0, height - self.top - self.foot)
        self.list_width = self._list_width(searching) if self.wide else width
        self.text_x = self.list_width if self.wide else 0

    def narrow(self) -> None:
        """One part at the full width, for a page that has no list."""
        self.wide, self.list_width, self.text_x = False, self.width, 0

    def _list_width(self, searching: bool) -> int:
        if searching:
            return min(RESULTS_WIDEST, self.width // 2)
        return min(OUTLINE_WIDEST, max(OUTLINE_NARROWEST, self.width * 3 // 8))

    @property
    def detail_width(self) -> int:
        """Cells of the text pane, with its bar and its margins."""
        return self.width - self.text_x

    @property
    def text_width(self) -> int:
        """Cells that a line of text may take: without bar and margins, and no wider than is good to read."""
        margins = 3 if self.wide else 2 if self.width >= OUTLINE_NARROWEST else 0
        return min(TEXT_WIDEST, max(1, self.detail_width - margins))

    @property
    def text_margin(self) -> int:
        """Cells between the left edge of the text pane and its text."""
        return 2 if self.wide else 1 if self.width >= OUTLINE_NARROWEST else 0
