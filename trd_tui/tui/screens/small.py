"""What stands on a screen too small for anything else: the number for help, and what to do about the size."""

from __future__ import annotations

from trd_tui.layout import wrap
from trd_tui.tui.rows.foot import lines_of
from trd_tui.tui.rows.row import Row
from trd_tui.tui.screens.blank import BlankFace
from trd_tui.tui.view import View

NARROWEST, LOWEST = 16, 4
"""Cells; all that the program shows can be reached from 20x6 on."""


def is_too_small(width: int, height: int) -> bool:
    """Whether next to nothing has room."""
    return width < NARROWEST or height < LOWEST


class SmallFace(BlankFace):
    """Drawn in the place of whatever is open, which keeps the keys and comes back with the room."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view

    def rows(self) -> list[Row]:
        """As much as there is room for, the number first."""
        view, blank = self._view, super().rows()
        number = lines_of(view.library.help, view.reading.country).short.footer
        text = view.words("tui.too_small", number=number) if number else view.words("tui.too_small_bare")
        said: list[Row] = [[(line, "text")] for line in wrap(view.glyphs.text(text), max(1, self.width))]
        return [*said, *blank][: len(blank)]
