"""A face that is one scrolling column of pieces, some of which can have the focus, and that can say something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from trd_tui.tui.rows.column import Column
from trd_tui.tui.screens.face import Beside, Face, Place, Scrolling


class ColumnFace(Face):
    """The column, the keys that move in it (`moving`), and a message in the first row until the next key."""

    def __init__(self) -> None:
        self.column = Column()
        self._message: Sequence[str] = ()
        column = self.column
        self.moving: dict[str, Callable[[], object]] = {
            "move_up": partial(column.move, -1),
            "move_down": partial(column.move, 1),
            "page_up": partial(column.page, -1),
            "page_down": partial(column.page, 1),
            "first": partial(column.to_end, last=False),
            "last": partial(column.to_end, last=True),
            "other_pane": partial(column.tab, 1),
            "pane_before": partial(column.tab, -1),
        }

    def say(self, *messages: str) -> None:
        """Say something in the first row until the next key, in shorter and shorter words."""
        self._message = messages

    def forget_message(self) -> None:
        """A message stays until the next key."""
        self._message = ()

    @property
    def speaks(self) -> bool:
        """A message, which has to be read before anything is done."""
        return bool(self._message)

    @property
    def scrolling(self) -> Scrolling:
        """The column."""
        return self.column

    def cursor(self) -> Place:
        """The row that has the focus."""
        return 0, self.panes.top + self.column.cursor_row

    @property
    def beside(self) -> Beside:
        """Where Up and Down lead on the screen."""
        up, down = self.column.rows_beside()
        top = self.panes.top
        return (None if up is None else (0, top + up)), (None if down is None else (0, top + down))
