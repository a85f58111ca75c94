"""Where the reader is in the article: the section, and the way that led there."""

from __future__ import annotations

from trd_tui.library.store import Library
from trd_tui.model import Entry
from trd_tui.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.guide.walk import Walk

LONGEST_HISTORY = 200


class Reading:
    """Where one person is: section and history, country of the help lines, and the way through the guide.

    Both front ends share one, so a change of front end keeps the place. `safety` is where the safety question of the
    guide stands: "first", "last" or "off". `in_guide` is whether the guide is on the screen.
    """

    __slots__ = ("_history", "_safety", "_walk", "country", "entry", "in_guide", "library")

    def __init__(self, library: Library, section: str = "", country: str = "", safety: str = "last") -> None:
        self.library = library
        self.entry = library.entry(section) if section else library.entry_at(0)
        self.country = country
        self.in_guide = False
        self._safety = safety
        self._walk: Walk | None = None
        self._history: list[str] = []

    @property
    def walk(self) -> Walk:
        """The way through the guide, with what was answered."""
        if self._walk is None:
            from trd_tui.guide.walk import Walk

            self._walk = Walk(self.library.guide, self._safety)
        return self._walk

    def forget(self) -> None:
        """Let go of all that the person did."""
        self._walk = None
        self._history = []
        self.in_guide = False

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
