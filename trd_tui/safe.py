"""Text from people, made harmless before it is shown or searched for."""

from __future__ import annotations

LONGEST = 200


def printable(text: str, longest: int = LONGEST) -> str:
    """A text without control, format and surrogate characters, cut at `longest` letters; blanks become one space."""
    cut = text[: longest * 4]
    kept = cut if cut.isascii() and cut.isprintable() else "".join(map(_harmless, cut))
    return " ".join(kept.split())[:longest]


def _harmless(letter: str) -> str:
    return letter if letter.isprintable() else " " if letter.isspace() else ""
