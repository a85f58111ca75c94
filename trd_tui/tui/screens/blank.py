"""An empty screen, for leaving at once: nothing of what was read or answered is drawn again."""

from __future__ import annotations

from trd_tui.tui.rows.row import Row
from trd_tui.tui.screens.face import Face, Place


class BlankFace(Face):
    """Nothing, on the whole screen."""

    def __init__(self) -> None:
        self.actions = {}
        self._size = (0, 0)

    @property
    def width(self) -> int:
        """Columns of the screen."""
        return self._size[0]

    def place(self, width: int, height: int) -> None:
        """Take another size."""
        self._size = width, height

    def rows(self) -> list[Row]:
        """Empty rows."""
        return [[] for _ in range(self._size[1])]

    def cursor(self) -> Place:
        """The first cell."""
        return 0, 0

    def forget_message(self) -> None:
        """Nothing: there is no message."""

    def say(self, *messages: str) -> None:
        """Nothing: there is no message."""

    def renew(self) -> None:
        """Nothing: there are no words."""
