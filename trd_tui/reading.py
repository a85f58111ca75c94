"""Where the reader is in the article: the section, and the way that led there."""

from __future__ import annotations

from trd_tui.library.store import Library
from trd_tui.model import Entry
from trd_tui.words import Words

LONGEST_HISTORY = 200


class Reading:
    """A reading position with its history; both front ends share one, so a change of front end keeps the place."""

    __slots__ = ("_history", "entry", "library")

    def __init__(self, library: Library, section: str = "") -> None:
        self.library = library
        self.entry = library.entry(section) if section else library.entry_at(0)
        self._history: list[str] = []

    def open(self, id: str, *, remember: bool = True) -> Entry:
        """Go to a section and remember the one before, if that was read; NotFoundError for an unknown id."""
        entry = self.library.entry(id)
        if remember and entry.id != self.entry.id:
            self._history = [*self._history[-LONGEST_HISTORY:], self.entry.id]
        self.entry = entry
        return entry

    def next(self) -> Entry | None:
        """Go to the next section in reading order; None at the end."""
        return self._step(1)

    def previous(self) -> Entry | None:
        """Go to the section before in reading order; None at the start."""
        return self._step(-1)

    def up(self) -> Entry | None:
        """Go to the section that this one is part of; None at the top."""
        return self.open(self.entry.parent) if self.entry.parent else None

    def back(self) -> Entry | None:
        """Go to the section read before this one; None when there was none."""
        if not self._history:
            return None
        self.entry = self.library.entry(self._history.pop())
        return self.entry

    def _step(self, by: int) -> Entry | None:
        position = self.entry.position + by
        if not 0 <= position < self.library.count:
            return None
        return self.open(self.library.entry_at(position).id)


def place(entry: Entry, library: Library, words: Words) -> str:
    """Where a section stands, in words: "Section 12 of 23" or "Section 12.1, part of 12 of 23"."""
    whole, _, inner = entry.number.partition(".")
    key = "where.inside" if inner else "where.section"
    return words(key, number=entry.number, whole=whole, total=library.total)


def place_short(entry: Entry, library: Library, words: Words) -> str:
    """Where a section stands, for a title line: "12 of 23"."""
    return words("where.short", number=entry.number, total=library.total)
