"""A list that scrolls: items of one or more rows, the focus, and some rows kept between the focus and the edge."""

from __future__ import annotations

from collections.abc import Callable

from trd_tui.tui.rows.row import Row

MARGIN = 2


class Listing:
    """The focus and scroll place of `count` items; `rows_of` gives the rows of an item, asked for a few only."""

    __slots__ = ("_wanted", "count", "focus", "height", "margin", "rows_of", "top")

    def __init__(self, rows_of: Callable[[int], list[Row]], count: int = 0) -> None:
        self.rows_of = rows_of
        self.count = count
        self.margin = MARGIN
        self.focus = 0
        self.top = self._wanted = 0
        self.height = 0

    def move(self, by: int) -> bool:
        """Move the focus by some items, not past an end; whether it moved."""
        return self.go(self.focus + by)

    def go(self, index: int) -> bool:
        """Put the focus on an item, or on the nearest one there is; whether it moved."""
        wanted = max(0, min(self.count - 1, index))
        moved, self.focus = wanted != self.focus, wanted
        self.scroll()
        return moved

    @property
    def state(self) -> tuple[int, int, int]:
        """The focus and the scroll place, to go back to."""
        return self.focus, self.top, self._wanted

    @state.setter
    def state(self, state: tuple[int, int, int]) -> None:
        self.focus, self.top, self._wanted = state

    def page(self, by: int) -> bool:
        """Move the focus by pages."""
        shown = len({index for index, _ in self.visible()})
        return self.move(by * max(1, shown - 1))

    def place(self, height: int) -> None:
        """Take another height; back at the old one, the list stands as it stood."""
        self.height, self.top = height, self._wanted
        self._settle()

    def scroll(self) -> None:
        """Bring the focus on the screen, with a margin of rows before and after it where there are any."""
        if self.height:
            self._settle()
            self._wanted = self.top

    def visible(self) -> list[tuple[int, Row]]:
        """The rows on the screen, each with the item that it belongs to."""
        shown: list[tuple[int, Row]] = []
        for index in range(self.top, self.count):
            shown.extend((index, row) for row in self.rows_of(index))
            if len(shown) >= self.height:
                break
        return shown[: self.height]

    def row(self) -> int:
        """The row of the screen where the focused item starts; the last one where it is below the screen."""
        return min(self._above(), max(0, self.height - 1))

    def focused_rows(self) -> range:
        """The rows of the screen that the focused item has."""
        return range(self.row(), min(self._above() + len(self.rows_of(self.focus)), self.height))

    def rows_beside(self) -> tuple[int | None, int | None]:
        """The rows where the items before and after the focus start; None where there is none on the screen."""
        here = self._above()
        before = here - len(self.rows_of(self.focus - 1)) if self.focus > self.top else -1
        after = here + len(self.rows_of(self.focus)) if self.focus + 1 < self.count else -1
        return self._on_screen(before), self._on_screen(after)

    def _above(self) -> int:
        return sum(len(self.rows_of(index)) for index in range(self.top, self.focus))

    def _on_screen(self, row: int) -> int | None:
        return row if 0 <= row < self.height else None

    def _settle(self) -> None:
        margin = min(self.margin, max(0, (self.height - 1) // 2))
        first, last = self._beyond(-1, margin), self._beyond(1, margin)
        lowest = self._top_to_show(last)
        self.top = min(max(self.top, lowest), first) if lowest <= first else min(lowest, self.focus)
        self.top = max(0, min(self.top, self._top_to_show(self.count - 1)))

    def _beyond(self, by: int, margin: int) -> int:
        index, rows = self.focus, 0
        while rows < margin and 0 <= index + by < self.count:
            index += by
            rows += len(self.rows_of(index))
        return index

    def _top_to_show(self, last: int) -> int:
        top, rows = last, len(self.rows_of(last)) if self.count else 0
        while top > 0 and rows + len(self.rows_of(top - 1)) <= self.height:
            top -= 1
            rows += len(self.rows_of(top))
        return top
