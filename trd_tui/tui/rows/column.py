"""One scrolling column of texts and of pieces that can have the focus, such as a question and its choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from trd_tui.layout import Line
from trd_tui.tui.rows.row import Row
from trd_tui.tui.rows.text import letters

MARGIN = 2
Spot = tuple[int, int]
"""A piece, and the letters in it before a line."""
MARKED = frozenset({"choice", "heading"})
"""Styles of lines that are drawn in the style of the focus where their piece has it."""


class Piece:
    """Lines at a width; what has an `id` can have the focus."""

    __slots__ = ("id", "lay")

    def __init__(self, lay: Callable[[int], Sequence[Line]], id: str = "") -> None:
        self.lay = lay
        self.id = id


class Column:
    """Pieces one under the other, the focus, and the line at the top; in linear mode a line has the focus instead.

    Up and Down go from piece to piece and scroll where the next one, or the rest of this one, is not on the screen.
    """

    __slots__ = (
        "_items", "_kept", "_owners", "_starts", "focus", "height", "line", "linear", "lines", "pieces", "top", "width",
    )  # fmt: skip

    def __init__(self) -> None:
        self.linear = False
        self.pieces: Sequence[Piece] = ()
        self.lines: list[Line] = []
        self.width = self.height = 0
        self.top = self.line = self.focus = 0
        self._owners: list[int] = []
        self._starts: list[int] = []
        self._items: list[int] = []
        self._kept: tuple[tuple[int, int, int], tuple[tuple[Spot, Spot], bool]] = (0, 0, 0), (((0, 0), (0, 0)), False)

    def fill(self, pieces: Sequence[Piece], width: int, height: int, *, linear: bool) -> None:
        """Take pieces and a size; what was at the top, and the focus if it was on the screen, stay there."""
        spots, has_focus = self._place()
        self.pieces, self.width, self.height, self.linear = pieces, width, max(0, height), linear
        self._lay()
        self.top, self.line = map(self._line_at, spots)
        self._scroll(0)
        if self.linear or not has_focus:
            self._show_line()
        elif not self.is_seen:
            self._reveal(1)
        self._kept = self.state, (spots, has_focus)

    def _place(self) -> tuple[tuple[Spot, Spot], bool]:
        """Where one went to last, whatever the size was since: the top, the line, and whether it is in the focus."""
        if self.state == self._kept[0] or not self.lines:
            return self._kept[1]
        if self.linear:
            owner = self._owners[self.line]
            has_focus = owner in self._items
            self.focus = self._items.index(owner) if has_focus else self.focus
        else:
            has_focus = bool(self._items) and self.is_seen
            self.line = self._rows(self.focus)[0] if has_focus else self.top
        return (self._spot(self.top), self._spot(self.line)), has_focus

    @property
    def state(self) -> tuple[int, int, int]:
        """The focus, the line that has it, and the scroll place, to go back to."""
        return self.focus, self.line, self.top

    @state.setter
    def state(self, state: tuple[int, int, int]) -> None:
        self.focus, self.line, self.top = state

    @property
    def ids(self) -> list[str]:
        """What can have the focus, in order."""
        return [self.pieces[number].id for number in self._items]

    @property
    def is_seen(self) -> bool:
        """Whether a row of what has the focus is on the screen."""
        start, end = self._rows(self.focus)
        return start < self.top + self.height and end > self.top

    def take(self) -> str:
        """What Enter or Space are meant for: the id that has the focus; empty, and brought on the screen, if unseen."""
        if self.linear:
            return self.pieces[self._owners[self.line]].id if self.lines else ""
        if not self._items:
            return ""
        if self.is_seen:
            return self.pieces[self._items[self.focus]].id
        self._reveal(1)
        return ""

    def go(self, id: str) -> bool:
        """Put the focus on a piece and bring it on the screen; False where there is no such piece."""
        if id not in self.ids:
            return False
        self.focus = self.ids.index(id)
        if self.linear:
            self.line, end = self._rows(self.focus)
            self._show_line()
            self.top = max(self.top, min(self.line, end - self.height))
        else:
            self._reveal(1)
        return True

    def start_at(self, id: str) -> None:
        """Put the focus on a piece without scrolling to it."""
        if id in self.ids:
            self.focus = self.ids.index(id)

    def move(self, by: int) -> None:
        """One piece, or in linear mode one line, up (-1) or down (1); one line of scrolling where that is not near."""
        if self.linear:
            self._move_line(by)
        elif self._goes_beyond(by):
            self._scroll(by)
        else:
            self._step(by)

    def tab(self, by: int) -> None:
        """To the next piece that can have the focus (1), or the one before (-1), round the ends."""
        if not self._items:
            return
        here = self._owners[self.line] if self.linear else self._items[self.focus]
        beyond = [number for number in self._items if (number - here) * by > 0] or self._items
        self.go(self.pieces[beyond[0 if by > 0 else -1]].id)

    def page(self, by: int) -> None:
        """One page up or down, keeping one line of the page before."""
        before = self.top
        self._scroll(by * max(1, self.height - 1))
        if self.linear:
            ends = len(self.lines) - 1 if by > 0 else 0
            self.line = self.top if self.top != before else max(0, ends)
        elif self.top == before:
            self.focus = max(0, len(self._items) - 1) if by > 0 else 0
        elif not self.is_seen:
            self._adopt(by)

    def to_end(self, *, last: bool) -> None:
        """To the first line, or to the last."""
        self._scroll(len(self.lines) if last else -len(self.lines))
        self.focus = max(0, len(self._items) - 1) if last else 0
        self.line = max(0, len(self.lines) - 1) if last else 0

    @property
    def percent(self) -> int:
        """How much has been on the screen when read from the start; 100 at the end."""
        return 100 * min(len(self.lines), self.top + self.height) // max(1, len(self.lines))

    @property
    def cursor_row(self) -> int:
        """The row of the screen that has the focus, or the first that is not empty where the focus is not there."""
        if self.linear:
            return self.line - self.top
        if self._items and self.is_seen:
            return max(0, self._rows(self.focus)[0] - self.top)
        shown = self.lines[self.top : self.top + self.height]
        return next((row for row, line in enumerate(shown) if line.text), 0)

    def rows_beside(self) -> tuple[int | None, int | None]:
        """The rows that Up and Down lead to; None where nothing moves or the column scrolls."""
        return self._led(-1), self._led(1)

    def rows(self, mark: str) -> list[Row]:
        """The rows on the screen, with the mark of the focus before its first row."""
        return [self._row(number, mark) for number in range(self.top, min(len(self.lines), self.top + self.height))]

    def _row(self, number: int, mark: str) -> Row:
        line, owner = self.lines[number], self._owners[number]
        here = not self.linear and bool(self._items) and owner == self._items[self.focus]
        first = here and number == max(self._starts[owner], self.top)
        style = "focus" if here and line.style in MARKED else line.style
        return [(mark if first else " ", "mark"), (line.text, style)]

    def _lay(self) -> None:
        self.lines, self._owners, self._starts = [], [], []
        for number, piece in enumerate(self.pieces):
            self._starts.append(len(self.lines))
            laid = piece.lay(self.width)
            self.lines += laid
            self._owners += [number] * len(laid)
        self._items = [number for number, piece in enumerate(self.pieces) if piece.id]
        self.focus = max(0, min(self.focus, len(self._items) - 1))

    def _spot(self, line: int) -> Spot:
        line = min(line, len(self.lines) - 1)
        if line <= 0:
            return 0, 0
        owner = self._owners[line]
        start = self._starts[owner]
        return owner, sum(map(letters, self.lines[start:line]))

    def _line_at(self, spot: Spot) -> int:
        number, before = spot
        if number >= len(self._starts):
            return max(0, len(self.lines) - 1)
        start, end = self._extent(number)
        seen = accumulate(map(letters, self.lines[start:end]))
        found = next((place for place, count in enumerate(seen) if count > before), max(0, end - start - 1))
        return max(0, min(start + found, len(self.lines) - 1))

    def _rows(self, item: int) -> tuple[int, int]:
        """The first line of what can have the focus, and the line after its last."""
        return self._extent(self._items[item]) if self._items else (0, 0)

    def _extent(self, number: int) -> tuple[int, int]:
        """The first line of a piece, and the line after its last."""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.lines)
        return self._starts[number], end

    def _goes_beyond(self, by: int) -> bool:
        start, end = self._rows(self.focus)
        return end > self.top + self.height if by > 0 else start < self.top

    def _step(self, by: int) -> None:
        target = self.focus + by
        if not 0 <= target < len(self._items):
            self._scroll(by)
            return
        start, end = self._rows(target)
        if start <= self.top + self.height if by > 0 else end >= self.top:
            self.focus = target
            self._reveal(by)
        else:
            self._scroll(by)

    def _reveal(self, by: int) -> None:
        """Bring the focus on the screen, with some rows before and after it; of a longer piece the end that is next."""
        start, end = self._rows(self.focus)
        if end - start >= self.height:
            self.top = start if by > 0 else end - self.height
        else:
            margin = min(MARGIN, (self.height - (end - start)) // 2)
            lowest = min(len(self.lines), end + margin) - self.height
            self.top = min(max(self.top, lowest), max(0, start - margin))
        self._scroll(0)

    def _adopt(self, by: int) -> None:
        """Give the focus to what is on the screen, the first of it on the way down and the last on the way up."""
        before = self.focus
        order = range(len(self._items)) if by > 0 else reversed(range(len(self._items)))
        for self.focus in order:
            if self.is_seen:
                return
        self.focus = before

    def _move_line(self, by: int) -> None:
        self.line = max(0, min(len(self.lines) - 1, self.line + by))
        self._show_line()

    def _show_line(self) -> None:
        self.line = max(0, min(self.line, len(self.lines) - 1))
        self.top = min(max(self.top, self.line - max(0, self.height - 1)), self.line)

    def _scroll(self, by: int) -> None:
        self.top = max(0, min(self.top + by, len(self.lines) - max(1, self.height)))

    def _led(self, by: int) -> int | None:
        before = self.state
        self.move(by)
        moved = self.top == before[2] and self.state != before
        row = self.cursor_row if moved else None
        self.state = before
        return row
