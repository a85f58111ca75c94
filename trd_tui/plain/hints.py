"""Hints: lines that say how to go on; how often each is said, and which ones belong to where the person is."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from trd_tui.words import Words

FULL, NORMAL, BRIEF = "full", "normal", "brief"
LEVELS = (FULL, NORMAL, BRIEF)


class Hint(str):
    """A line that says how to go on; what is news is never a hint. `key` is its key in words.yaml."""

    __slots__ = ("key",)
    key: str

    def __new__(cls, words: Words, key: str, **values: object) -> Self:
        """The text of a key, filled in."""
        made = super().__new__(cls, words(key, **values))
        made.key = key
        return made


class Hints:
    """What one person heard of the hints, as long as the program runs.

    `level` is "full" (each hint every time), "normal" (each once, then when asked for) or "brief" (when asked for).
    """

    __slots__ = ("_here", "_said", "level")

    def __init__(self, level: str = NORMAL) -> None:
        self.level = level
        self._said: set[str] = set()
        self._here: dict[str, str] = {}

    def is_due(self, hint: Hint) -> bool:
        """Whether a hint is said now; it counts as one of this place either way."""
        self._here[hint.key] = str(hint)
        due = self.level == FULL or (self.level == NORMAL and hint.key not in self._said)
        if due:
            self._said.add(hint.key)
        return due

    def come_to_another_place(self) -> None:
        """Let go of the hints that belonged to the place before."""
        self._here.clear()

    def here(self) -> Iterator[str]:
        """The hints of this place, for whoever asks, said or not."""
        yield from self._here.values()
