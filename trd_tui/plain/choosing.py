"""Typed numbers, such as "1 3 4" or "1,3-5": what they choose, or what is wrong with them."""

from __future__ import annotations

NOT, BACKWARD = "plain.guide.no_answer", "plain.guide.backward"
TWICE, ONE_ONLY = "plain.guide.twice", "plain.guide.one_only"
LONGEST_NUMBER = 6


class Refused(Exception):  # noqa: N818 - it names what was typed, and the caller says the rest
    """Numbers that choose nothing: `reason` is the key of the error in words.yaml, `typed` the piece that is wrong."""

    def __init__(self, reason: str, typed: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.typed = typed


def numbers(typed: str, last: int, *, several: bool = False) -> tuple[int, ...]:
    """The numbers that were typed, each from 1 to `last` and none twice, in that order; Refused says what is wrong.

    Commas and blanks part them, "3-5" is a range. Only the digits 0 to 9 count as digits.
    """
    joined = "-".join(piece.strip() for piece in typed.split("-"))
    pieces = joined.replace(",", " ").split()
    if not pieces:
        raise Refused(NOT, typed)
    found = [number for piece in pieces for number in _range(piece, last)]
    if len(found) > 1 and not several:
        raise Refused(ONE_ONLY, typed)
    for place, number in enumerate(found):
        if number in found[:place]:
            raise Refused(TWICE, str(number))
    return tuple(found)


def _range(piece: str, last: int) -> range:
    """The numbers of "4" or "3-5"."""
    first, dash, end = piece.partition("-")
    start = _number(first, piece, last)
    stop = _number(end, piece, last) if dash else start
    if stop < start:
        raise Refused(BACKWARD, piece)
    return range(start, stop + 1)


def _number(text: str, piece: str, last: int) -> int:
    """One number from 1 to `last`, in ASCII digits; a long row of them is refused before it is counted."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER and 1 <= int(text) <= last):
        raise Refused(NOT, piece)
    return int(text)
