"""A text that scrolls: laid-out lines, the top line, marked places, and in linear mode a line that has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from trd_tui.layout import Line
from trd_tui.tui.rows.marks import Span
from trd_tui.tui.rows.row import Row, split

Anchor = tuple[int, int]
START: Anchor = (0, 0)


class Text:
    """Lines on the screen; `anchor` is the place of the top line in words, so that it survives another size.

    It counts the words before the top line, and the lines without a word between it and the next word.
    """

    __slots__ = ("anchor", "current", "height", "line", "linear", "lines", "spans", "terms", "top")

    def __init__(self, *, linear: bool = False) -> None:
        self.linear = linear
        self.lines: Sequence[Line] = ()
        self.terms: Sequence[Span] = ()
        self.spans: Sequence[Span] = ()
        self.current = -1
        self.height = 0
        self.top = 0
        self.line = 0
        self.anchor: Anchor = START

    @property
    def last_top(self) -> int:
        """The highest line that can be at the top."""
        return max(0, len(self.lines) - self.height)

    @property
    def percent(self) -> int:
        """How much of the text has been on the screen when read from its start; 100 at the end."""
        seen = min(len(self.lines), self.top + self.height)
        return 100 * seen // max(1, len(self.lines))

    def place(self, height: int) -> None:
        """Take another height."""
        self.height = max(0, height)
        self.top = min(self._line_at(self.anchor), self.last_top)
        self.line = max(self.top, min(self.line, self.top + max(0, self.height - 1)))

    def replace(self, lines: Sequence[Line], terms: Sequence[Span], *, anchor: Anchor = START) -> None:
        """Take other lines and show those from an anchor."""
        self.lines, self.terms, self.spans, self.current = lines, terms, (), -1
        self.anchor = anchor
        self.line = self._line_at(anchor)
        self.place(self.height)

    def scroll(self, by: int) -> bool:
        """Scroll by lines, or in linear mode move the line that has the focus; whether anything moved."""
        if not self.linear:
            return self.to(self.top + by)
        moved, self.line = self.line, max(0, min(len(self.lines) - 1, self.line + by))
        top = self.line if self.line < self.top else max(self.top, self.line - max(0, self.height - 1))
        self._set_top(top)
        return moved != self.line

    def page(self, by: int) -> bool:
        """Scroll by pages, keeping one line of the page before."""
        step = by * max(1, self.height - 1)
        if not self.linear:
            return self.to(self.top + step)
        before = self.line
        self.to(self.top + step)
        if self.line == before:
            self.line = 0 if by < 0 else max(0, len(self.lines) - 1)
        return self.line != before

    def to(self, line: int) -> bool:
        """Scroll until a line is at the top, or as near as can be; whether anything moved."""
        before = self.top
        self._set_top(max(0, min(self.last_top, line)))
        if self.linear and self.top != before:
            self.line = self.top
        return self.top != before

    def to_start(self) -> None:
        """Scroll to the start."""
        self.to(0)
        self.line = 0

    def to_end(self) -> None:
        """Scroll to the end."""
        self.to(self.last_top)
        self.line = max(0, len(self.lines) - 1)

    def show_match(self, number: int) -> None:
        """Make one of the marked places the current one and bring it on the screen."""
        self.current = number
        line = self.spans[number][0]
        self.line = line
        if not self.top <= line < self.top + self.height:
            self._set_top(max(0, min(self.last_top, line - self.height // 3)))

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

    def rows_beside(self) -> tuple[int | None, int | None]:
        """In linear mode the rows that Up and Down lead to, where they are on the screen; else None."""
        if not self.linear:
            return None, None
        row, shown = self.cursor_row, min(self.height, len(self.lines) - self.top)
        return row - 1 if row > 0 else None, row + 1 if row + 1 < shown else None

    def _row(self, number: int) -> Row:
        line = self.lines[number]
        styled = [(start, end, "term") for place, start, end in self.terms if place == number]
        for index, (place, start, end) in enumerate(self.spans):
            if place == number:
                styled.append((start, end, "match_current" if index == self.current and not self.linear else "match"))
        return split(line.text, styled, line.style)

    def _set_top(self, line: int) -> None:
        if line != self.top:
            self.top = line
            wordless = next((n for n, one in enumerate(self.lines[line:]) if _words(one)), 0)
            self.anchor = sum(map(_words, self.lines[:line])), wordless

    def _line_at(self, anchor: Anchor) -> int:
        if anchor == START:
            return 0
        before, wordless = anchor
        seen = 0
        for number, line in enumerate(self.lines):
            seen += _words(line)
            if seen > before:
                return max(0, number - wordless)
        return max(0, len(self.lines) - 1)


def _words(line: Line) -> int:
    return sum(word[:1].isalnum() or len(word) > 1 for word in line.text.split())
