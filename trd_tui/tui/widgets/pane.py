"""The screen as one Line-API widget that draws the rows it is given and repaints only those that changed.

One widget and not several side by side: a widget that changes its size costs three frames in Textual, and the list and
the text change theirs with every search and every step between them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from trd_tui.tui.rows.row import Row, fit
from trd_tui.tui.themes import Theme


class Pane(Widget, can_focus=False, inherit_bindings=False):
    """Rows of text; what they say is decided by the screen that it fills."""

    ALLOW_SELECT = False

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.styles.width = self.styles.height = "100%"
        self._look = theme
        self._width = 0
        self._given: list[Row] = []
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row], width: int, touched: Collection[int] = ()) -> bool:
        """Draw these rows, filled up or cut to a width; whether anything is to be drawn.

        Only rows that differ from what is shown are repainted, and those that were `touched` by the driver since.
        """
        given, before = list(rows), self._given
        self._given = given
        if width != self._width or len(before) != len(given):
            self._width = width
            self._rows = [fit(row, width) for row in given]
            self.refresh()
            return True
        changed = [number for number, row in enumerate(given) if row != before[number] or number in touched]
        for number in changed:
            self._rows[number] = fit(given[number], width)
        if changed:
            self.refresh(*(Region(0, number, width, 1) for number in changed))
        return bool(changed)

    def frame(self, rows: Mapping[int, Row]) -> str:
        """Rows by their number, as Textual would write them to the terminal; empty for none."""
        return "".join(
            f"\x1b[{y + 1};1H{self._strip(fit(row, self._width)).render(self.app.console)}" for y, row in rows.items()
        )

    def render_line(self, y: int) -> Strip:
        """One row as Textual draws it."""
        if y >= len(self._rows):
            return Strip([Segment(" " * self.size.width, self._look["text"])], self.size.width)
        return self._strip(self._rows[y])

    def _strip(self, row: Row) -> Strip:
        return Strip([Segment(text, self._look[style]) for text, style in row])
