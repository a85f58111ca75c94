"""Which rows of a screen are written, so that a screen reader does not speak a whole screen that was only come back to.

Readers of the byte stream speak what is written, others what differs between two screens; both speak a list anew when
it comes back. So only the row with the focus is written then, and each other row when it is gone to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trd_tui.tui.rows.row import Row

FURTHEST = 3


class Veil:
    """Nothing is held back until `drop`; then only rows that had the focus since are shown, until `lift`."""

    __slots__ = ("_before", "_shown")

    def __init__(self) -> None:
        self._shown: frozenset[int] | None = None
        self._before: Sequence[Row] = ()

    @property
    def is_down(self) -> bool:
        """Whether rows are held back."""
        return self._shown is not None

    def drop(self) -> None:
        """Hold back all but what has the focus."""
        self._shown = frozenset()

    def lift(self) -> None:
        """Show everything again."""
        self._shown = None

    def over(self, rows: Sequence[Row], body: range, focused: Iterable[int]) -> list[Row]:
        """The rows as they are shown now; those outside of `body` always are."""
        shown = self._next(rows, body, focused)
        if shown is not None:
            self._shown, self._before = shown, rows
        return self._covered(rows, body, shown)

    def foresee(self, rows: Sequence[Row], body: range, focused: Iterable[int]) -> list[Row]:
        """The rows as they would be shown if they came next."""
        return self._covered(rows, body, self._next(rows, body, focused))

    def _next(self, rows: Sequence[Row], body: range, focused: Iterable[int]) -> frozenset[int] | None:
        """The rows shown before, moved with what they hold, without those that hold something else; and the focus."""
        if self._shown is None:
            return None
        by = _moved(self._before, rows, body) if self._shown else 0
        kept = {row + by for row in self._shown if row + by in body and _same(self._before, rows, row, by)}
        return frozenset(kept.union(focused))

    def _covered(self, rows: Sequence[Row], body: range, shown: frozenset[int] | None) -> list[Row]:
        if shown is None:
            return list(rows)
        return [[] if number in body and number not in shown else row for number, row in enumerate(rows)]


def _moved(before: Sequence[Row], rows: Sequence[Row], body: range) -> int:
    """By how many rows a screen was scrolled, as most of its rows say."""
    by = sorted(range(-FURTHEST, FURTHEST + 1), key=abs)
    return max(by, key=lambda shift: sum(_same(before, rows, row, shift) for row in body))


def _same(before: Sequence[Row], rows: Sequence[Row], row: int, by: int) -> bool:
    return row < len(before) and 0 <= row + by < len(rows) and bool(before[row]) and before[row] == rows[row + by]
