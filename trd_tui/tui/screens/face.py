"""What can stand on the screen, without Textual: the reader, or a page over it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping

from trd_tui.pages import Page
from trd_tui.tui.rows.row import Row

Place = tuple[int, int]
Cursor = tuple[Place, Place | None, Place | None]
"""The place of the cursor, and where Up and Down lead; None where nothing moves or the place is not on the screen."""


class Face(ABC):
    """Rows for the whole screen, and what the commands do there; `width` is that of the rows."""

    actions: Mapping[str, Callable[[], object]]

    @property
    @abstractmethod
    def width(self) -> int:
        """Columns of the screen."""

    @abstractmethod
    def place(self, width: int, height: int) -> None:
        """Take another size."""

    @abstractmethod
    def rows(self) -> list[Row]:
        """Every row of the screen, from the top."""

    @abstractmethod
    def cursor(self) -> Cursor:
        """The place of the cursor, and where Up and Down lead."""

    @abstractmethod
    def forget_message(self) -> None:
        """Take away what the key before said."""

    @abstractmethod
    def renew(self) -> None:
        """Take other words, such as those of another country."""

    def page_shown(self) -> Page | None:
        """What is shown as a page, for its sources; None where it is the article."""
        return None

    def typed(self, key: str, letter: str) -> bool:
        """Take a key, and the letter it types if it types one, into a text field; False where it is a command."""
        return False

    def pasted(self, text: str) -> bool:
        """Take a paste into a text field; False where there is none."""
        return False
