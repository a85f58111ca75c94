"""One line while it is typed, and what shows that on a terminal of some width. Pure.

Nothing but printable characters, and BACKSPACE as the kernel writes it: to the left, a blank, to the left. That cannot
leave a row, so where the cursor would have to, the line is written again instead.
"""

from __future__ import annotations

from trd_tui.layout import cells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_TYPED = 200
"""Characters."""


class TypedLine:
    """A line that begins at a column of a terminal of `width` cells; `shown` is how a letter is written there."""

    __slots__ = ("_column", "_letters", "_shown", "_width")

    def __init__(self, column: int, width: int, shown: Callable[[str], str] = str) -> None:
        self._letters: list[tuple[str, str, int]] = []
        self._column = column
        self._width = width
        self._shown = shown

    @property
    def text(self) -> str:
        """What was typed."""
        return "".join(letter for letter, _, _ in self._letters)

    @property
    def echo(self) -> str:
        """All of it as it is written."""
        return "".join(shown for _, shown, _ in self._letters)

    @property
    def is_full(self) -> bool:
        """Whether there is no room for another character."""
        return len(self._letters) >= LONGEST_TYPED

    def add(self, letter: str) -> str:
        """Take a printable character; what is to be written. An accent without a letter is not taken."""
        shown = self._shown(letter)
        if self.is_full or not (cells(shown) or self._letters):
            return ""
        self._letters.append((letter, shown, self._column))
        self._column = column_after(shown, self._column, self._width)
        return shown

    def erase(self) -> str | None:
        """Take the last character away, with its accents; what is to be written, None for the whole line again."""
        now, gone = self._column, 0
        while self._letters and not gone:
            _, shown, self._column = self._letters.pop()
            gone = cells(shown)
        if gone and (now - gone != self._column or now >= self._width):
            return None
        return "\b" * gone + " " * gone + "\b" * gone


def column_after(text: str, column: int, width: int) -> int:
    """The column that a text ends at, from 0; `width` where the next character begins a new row."""
    if text.isascii():
        at = column + len(text)
        return at if at <= width else (at - 1) % width + 1
    for letter in text:
        wide = cells(letter)
        column = column + wide if column + wide <= width else wide
    return column
