"""What can stand on the screen, without Textual: the reader, or a page over it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from trd_tui.pages import Page
from trd_tui.tui.rows.panes import Panes
from trd_tui.tui.rows.row import Row

Place = tuple[int, int]
Beside = tuple[Place | None, Place | None]
"""Where Up and Down lead on the screen as it is; None where nothing moves or the place is not on the screen."""


class Scrolling(Protocol):
    """A list or a text that can be moved in and put back."""

    state: Any

    def move(self, by: int) -> object:
        """One step up or down."""


class Foreseen(NamedTuple):
    """What a key will lead to: every row of the screen, the place of the cursor, and the rows with the focus."""

    rows: list[Row]
    cursor: Place
    focused: range


class Face(ABC):
    """Rows for the whole screen, and what the commands do there; `width` is that of the rows."""

    actions: Mapping[str, Callable[[], object]]
    panes = Panes(0, 0)
    stepwise = False
    """Whether linear mode was chosen: see `Veil`."""
    leads_on = False
    """Whether what comes when it is closed is new, and not come back to; it is itself shown whole each time."""

    @property
    def width(self) -> int:
        """Columns of the screen."""
        return self.panes.width

    @abstractmethod
    def place(self, width: int, height: int) -> None:
        """Take another size."""

    @abstractmethod
    def rows(self) -> list[Row]:
        """Every row of the screen, from the top."""

    @abstractmethod
    def cursor(self) -> Place:
        """The place of the cursor."""

    @abstractmethod
    def forget_message(self) -> None:
        """Take away what the key before said."""

    @abstractmethod
    def renew(self) -> None:
        """Take other words, such as those of another country."""

    @property
    def beside(self) -> Beside:
        """Where Up and Down lead, where `foresee` does not say it."""
        return None, None

    @property
    def scrolling(self) -> Scrolling | None:
        """What Up and Down move in, for `foresee`; None where they do more than that."""
        return None

    @property
    def depth(self) -> int:
        """How far in one is on this face: less than before means that one came back."""
        return 0

    @property
    def what(self) -> object:
        """What is shown at this depth: other than before means that it is read from its start."""
        return None

    @property
    def is_text(self) -> bool:
        """Whether it is read line by line, so that a page further is read as a whole."""
        return True

    def focused_rows(self) -> range:
        """The rows of the screen that belong to what has the focus."""
        row = self.cursor()[1]
        return range(row, row + 1)

    def foresee(self, by: int) -> Foreseen | None:
        """What one step up (-1) or down (1) will lead to, in linear mode; None where nothing moves."""
        moved = self.scrolling if self.panes.linear else None
        if moved is None:
            return None
        before = moved.state
        moved.move(by)
        has_moved = moved.state != before
        foreseen = Foreseen(self.rows(), self.cursor(), self.focused_rows()) if has_moved else None
        moved.state = before
        return foreseen

    @property
    def speaks(self) -> bool:
        """Whether something was said in the first row that the cursor must not miss."""
        return False

    @abstractmethod
    def say(self, *messages: str) -> None:
        """Say something in the first row until the next key, in shorter and shorter words."""

    @property
    def letters(self) -> Mapping[str, str]:
        """Letters that mean something else than everywhere, with the ids of their commands."""
        return {}

    def page_shown(self) -> Page | None:
        """What is shown as a page, for its sources; None where it is the article."""
        return None

    def typed(self, key: str, letter: str) -> bool:
        """Take a key, and the letter it types if it types one, into a text field; False where it is a command."""
        return False

    def pasted(self, text: str) -> bool:
        """Take a paste into a text field; False where there is none."""
        return False
