"""A text that scrolls: laid-out lines, the top line, marked places, and in linear mode a line that has the focus."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from trd_tui.layout import Line
from trd_tui.tui.rows.marks import Span
from trd_tui.tui.rows.row import Row, split

Spot = tuple[int, int]
"""The letters before a line, and the lines without a letter between it and the next letter."""
Anchor = tuple[Spot, Spot]
"""The places of the top line and of the focused line, so that they survive another size."""
START: Anchor = ((0, 0), (0, 0))


class Text:
    """Lines on the screen; `anchor` is where they were scrolled to, which a smaller screen in between does not change.

    `left_out` is how many letters, such as those of a title, were left out before the first line.
    """

    __slots__ = (
        "_letters", "anchor", "current", "height", "left_out", "line", "linear", "lines", "spans", "terms", "top",
    )  # fmt: skip

    def __init__(self) -> None:
        self.linear = False
        self.lines: Sequence[Line] = ()
        self.terms: Sequence[Span] = ()
        self.spans: Sequence[Span] = ()
        self.current = -1
        self.height = 0
        self.top = 0
        self.line = 0
        self.anchor: Anchor = START
        self.left_out = 0
        self._letters: Sequence[int] = ()

    @property
    def last_top(self) -> int:
        """The highest line that can be at the top."""
        return max(0, len(self.lines) - self.height)

    @property
    def percent(self) -> int:
        """How much of the text has been on the screen when read from its start; 100 at the end."""
        seen = min(len(self.lines), self.top + self.height)
        return 100 * seen // max(1, len(self.lines))

    def place(self, height: int, *, linear: bool) -> None:
        """Take another height."""
        self.height, self.linear = max(0, height), linear
        self._settle()

    def _settle(self) -> None:
        """Show the top line of the anchor, or as near to it as shows the line that has the focus, too."""
        top, self.line = map(self._line_at, self.anchor)
        self.top = min(max(min(top, self.last_top), self.line - max(0, self.height - 1)), self.line)

    def replace(
        self, lines: Sequence[Line], terms: Sequence[Span], *, anchor: Anchor = START, left_out: int = 0
    ) -> None:
        """Take other lines and show those from an anchor."""
        self.lines, self.terms, self.spans, self.current = lines, terms, (), -1
        self.anchor, self.left_out, self._letters = anchor, left_out, ()
        self._settle()

    @property
    def state(self) -> tuple[int, int, Anchor]:
        """The line that has the focus and the scroll place, to go back to."""
        return self.line, self.top, self.anchor

    @state.setter
    def state(self, state: tuple[int, int, Anchor]) -> None:
        self.line, self.top, self.anchor = state

    def move(self, by: int) -> bool:
        """Scroll by lines, or in linear mode move the line that has the focus; whether anything moved."""
        if not self.linear:
            return self.to(self.top + by)
        before, line = self.line, max(0, min(len(self.lines) - 1, self.line + by))
        self._go(line if line < self.top else max(self.top, line - max(0, self.height - 1)), line)
        return before != line

    def page(self, by: int) -> bool:
        """Scroll by pages, keeping one line of the page before."""
        step = by * max(1, self.height - 1)
        if not self.linear:
            return self.to(self.top + step)
        before = self.line
        self.to(self.top + step)
        if self.line == before:
            self._go(self.top, 0 if by < 0 else max(0, len(self.lines) - 1))
        return self.line != before

    def to(self, line: int) -> bool:
        """Scroll until a line is at the top, or as near as can be; whether anything moved."""
        before, top = self.top, max(0, min(self.last_top, line))
        self._go(top, top if top != before else self.line)
        return top != before

    def to_start(self) -> None:
        """Scroll to the start."""
        self._go(0, 0)

    def to_end(self) -> None:
        """Scroll to the end."""
        self._go(self.last_top, max(0, len(self.lines) - 1) if self.linear else self.last_top)

    def show_match(self, number: int) -> None:
        """Make one of the marked places the current one and bring it on the screen."""
        self.current = number
        line = self.spans[number][0]
        is_seen = self.top <= line < self.top + self.height
        self._go(self.top if is_seen else max(0, min(self.last_top, line - self.height // 3)), line)

    def rows(self) -> list[Row]:
        """The rows on the screen."""
        return [self._row(number) for number in range(self.top, min(len(self.lines), self.top + self.height))]

    @property
    def cursor_row(self) -> int:
        """The row of the screen that has the focus: the line in linear mode, the current match, else the first row."""
        if self.linear:
            return self.line - self.top
        if self.current >= 0:
            row = self.spans[self.current][0] - self.top
            return row if 0 <= row < self.height else 0
        return 0

    def _row(self, number: int) -> Row:
        line = self.lines[number]
        styled = [(start, end, "term") for place, start, end in self.terms if place == number]
        for index, (place, start, end) in enumerate(self.spans):
            if place == number:
                styled.append((start, end, "match_current" if index == self.current and not self.linear else "match"))
        return split(line.text, styled, line.style)

    def _go(self, top: int, line: int) -> None:
        """Scroll to a line and focus one."""
        if (top, line) != (self.top, self.line):
            self.top, self.line = top, line
            self.anchor = self._spot(top), self._spot(line)

    def _spot(self, line: int) -> Spot:
        if line <= 0:
            return 0, 0
        before = self._counted()
        here = before[min(line, len(self.lines))]
        return here, bisect_right(before, here) - 1 - line

    def _line_at(self, spot: Spot) -> int:
        if spot == (0, 0):
            return 0
        (here, blank), before = spot, self._counted()
        line = bisect_right(before, here) - 1
        while blank and line > 0 and before[line - 1] == here:
            line, blank = line - 1, blank - 1
        return max(0, min(line, len(self.lines) - 1))

    def _counted(self) -> Sequence[int]:
        """The letters before each line, and last those of the whole text."""
        if not self._letters:
            self._letters = tuple(accumulate(map(letters, self.lines), initial=self.left_out))
        return self._letters


def letters(line: Line) -> int:
    """How many letters and digits of a line are there at every width and in every mode: not marks of sources."""
    return sum(sum(map(str.isalnum, word)) for word in line.text.split() if word[0] != "[")
