"""A one-line text field: what was typed, made harmless, and where the next letter goes."""

from __future__ import annotations

from trd_tui.glyphs import Glyphs
from trd_tui.layout import cells

LONGEST = 200
LONGEST_PASTE = 4000


class Field:
    """At most LONGEST characters without control characters; `at` is the insertion point, counted in characters.

    `cut` is whether the last that was typed or pasted had no room and was cut.
    """

    __slots__ = ("at", "cut", "text")

    def __init__(self, text: str = "") -> None:
        self.text = harmless(text)[:LONGEST]
        self.at = len(self.text)
        self.cut = False

    def insert(self, text: str) -> bool:
        """Type or paste a text, as far as there is room; whether the field changed."""
        whole = harmless(text[:LONGEST_PASTE])
        added = whole[: LONGEST - len(self.text)]
        self.cut = len(added) < len(whole.rstrip()) or len(text) > LONGEST_PASTE
        self.text = self.text[: self.at] + added + self.text[self.at :]
        self.at += len(added)
        return bool(added)

    def rub_out(self, key: str) -> bool:
        """Take away the letter before (backspace) or after (delete) the insertion point; whether the field changed."""
        self.cut = False
        place = self.at - 1 if key == "backspace" else self.at
        if not 0 <= place < len(self.text):
            return False
        self.text = self.text[:place] + self.text[place + 1 :]
        self.at = place
        return True

    def move(self, key: str) -> bool:
        """Move the insertion point by a key; False for a key that moves nothing in a field."""
        places = {"left": self.at - 1, "right": self.at + 1, "home": 0, "end": len(self.text)}
        if key not in places:
            return False
        self.cut = False
        self.at = max(0, min(len(self.text), places[key]))
        return True

    def shown(self, width: int, glyphs: Glyphs) -> tuple[str, int]:
        """The part of the text that fits into `width` cells, and the cell of the insertion point in it."""
        start = 0
        while start < self.at and cells(glyphs.text(self.text[start : self.at])) >= width:
            start += 1
        before = glyphs.text(self.text[start : self.at])
        return before + glyphs.text(self.text[self.at :]), cells(before)


def harmless(text: str) -> str:
    """A text without control, format and unassigned characters; line breaks and tabs become blanks."""
    return "".join(letter if letter.isprintable() else " " if letter.isspace() else "" for letter in text)
