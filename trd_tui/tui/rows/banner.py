"""A word in letters of five rows or more, to be read from across a room.

They are made of reversed blanks, so that a screen reader finds nothing there to spell out.
"""

from __future__ import annotations

from collections.abc import Sequence

from trd_tui.tui.rows.row import Row

HEIGHT = 5
LARGEST = 3
LETTER_DOTS = 5
GAP_DOTS = 1
CELLS = 2
"""Cells in a row for one dot; a cell is about twice as high as it is wide."""
_DOTS = {
    "A": (14, 17, 31, 17, 17), "B": (30, 17, 30, 17, 30), "C": (15, 16, 16, 16, 15), "D": (30, 17, 17, 17, 30),
    "E": (31, 16, 30, 16, 31), "F": (31, 16, 30, 16, 16), "G": (15, 16, 19, 17, 15), "H": (17, 17, 31, 17, 17),
    "I": (14, 4, 4, 4, 14), "J": (7, 2, 2, 18, 12), "K": (17, 18, 28, 18, 17), "L": (16, 16, 16, 16, 31),
    "M": (17, 27, 21, 17, 17), "N": (17, 25, 21, 19, 17), "O": (14, 17, 17, 17, 14), "P": (30, 17, 30, 16, 16),
    "Q": (14, 17, 21, 18, 13), "R": (30, 17, 30, 18, 17), "S": (15, 16, 14, 1, 30), "T": (31, 4, 4, 4, 4),
    "U": (17, 17, 17, 17, 14), "V": (17, 17, 17, 10, 4), "W": (17, 17, 21, 27, 17), "X": (17, 10, 4, 10, 17),
    "Y": (17, 10, 4, 4, 4), "Z": (31, 2, 4, 8, 31),
}  # fmt: skip
"""Five rows for each letter, each a number whose bits are the dots from the left."""


def banner(word: str, width: int, scale: int = 1) -> list[Row]:
    """The rows of a word in capital letters, `scale` times HEIGHT high.

    None where it has no room, or has letters that there are no dots for.
    """
    letters = [_DOTS[letter] for letter in word.upper() if letter in _DOTS]
    dots = len(word) * (LETTER_DOTS + GAP_DOTS) - GAP_DOTS
    if not word or len(letters) < len(word) or dots * CELLS * scale > width:
        return []
    margin = " " * ((width - dots * CELLS * scale) // 2)
    drawn = (_row([rows[number] for rows in letters], margin, CELLS * scale) for number in range(HEIGHT))
    return [row for row in drawn for _ in range(scale)]


def _row(letters: Sequence[int], margin: str, cells: int) -> Row:
    bits = ("0" * GAP_DOTS).join(f"{letter:0{LETTER_DOTS}b}" for letter in letters)
    return [(margin, "text"), *((" " * cells, "focus" if bit == "1" else "text") for bit in bits)]
