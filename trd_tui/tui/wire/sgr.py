"""Styles of cells: read from Textual's SGR codes, brought down to the terminal's colours, written in the fewest bytes.

Codes are those of ECMA-48 (SGR) with xterm's `38;5;N` and `38;2;R;G;B`. Blinking, hidden and framed text is not
passed on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from rich.color import Color, ColorSystem

Colours = Literal["none", "16", "256", "24bit"]

BOLD, DIM, ITALIC, UNDERLINE, REVERSE, STRIKE = 1, 2, 4, 8, 16, 32
SHOWS_ON_BLANK = UNDERLINE | REVERSE | STRIKE
_ON = {1: BOLD, 2: DIM, 3: ITALIC, 4: UNDERLINE, 21: UNDERLINE, 7: REVERSE, 9: STRIKE}
_OFF = {22: BOLD | DIM, 23: ITALIC, 24: UNDERLINE, 27: REVERSE, 29: STRIKE}
_ON_CODES = ((BOLD, "1"), (DIM, "2"), (ITALIC, "3"), (UNDERLINE, "4"), (REVERSE, "7"), (STRIKE, "9"))
_OFF_CODES = ((ITALIC, "23"), (UNDERLINE, "24"), (REVERSE, "27"), (STRIKE, "29"))
_FOREGROUND, _BACKGROUND = 38, 48
_OWN_FOREGROUND, _OWN_BACKGROUND = 39, 49
_FOREGROUNDS = frozenset((*range(30, 38), *range(90, 98), _OWN_FOREGROUND))
_BACKGROUNDS = frozenset((*range(40, 48), *range(100, 108), _OWN_BACKGROUND))
_INDEXED, _DIRECT = 5, 2
_COLOUR_WORDS = {_INDEXED: 1, _DIRECT: 3}
_LARGEST_WORD = 255
_LONGEST_CODE = 3
_BRIGHT, _NAMED = 8, 16
_FRONT_BASES, _BACK_BASES, _FIRST_BRIGHT = (30, 82), (40, 92), 90
_PALE = 384


class Style(NamedTuple):
    """One style in its only spelling: attribute bits, and the codes of both colours ("" is the terminal's own)."""

    attributes: int = 0
    foreground: str = ""
    background: str = ""

    def codes(self) -> str:
        """The SGR parameters that give this style after a reset."""
        parts = [code for bit, code in _ON_CODES if self.attributes & bit]
        return ";".join([*parts, *filter(None, (self.foreground, self.background))])


DEFAULT = Style()


@lru_cache(4096)
def read(before: Style, parameters: str) -> Style:
    """The style after one SGR sequence, given the style before it; codes that are not understood change nothing."""
    attributes, foreground, background = before
    codes = [int(code) if code.isdecimal() and len(code) <= _LONGEST_CODE else 0 for code in parameters.split(";")]
    while codes:
        code = codes.pop(0)
        if code == 0:
            attributes, foreground, background = DEFAULT
        elif code in (_FOREGROUND, _BACKGROUND):
            colour = _take_colour(code, codes)
            foreground, background = (colour, background) if code == _FOREGROUND else (foreground, colour)
        elif code in _FOREGROUNDS:
            foreground = "" if code == _OWN_FOREGROUND else str(code)
        elif code in _BACKGROUNDS:
            background = "" if code == _OWN_BACKGROUND else str(code)
        else:
            attributes = (attributes | _ON.get(code, 0)) & ~_OFF.get(code, 0)
    return Style(attributes, foreground, background)


def _take_colour(code: int, codes: list[int]) -> str:
    kind = codes.pop(0) if codes else 0
    words = codes[: _COLOUR_WORDS.get(kind, 0)]
    del codes[: len(words)]
    if not words or len(words) != _COLOUR_WORDS[kind]:
        return ""
    return ";".join(map(str, (code, kind, *(min(word, _LARGEST_WORD) for word in words))))


@lru_cache(4096)
def reduced(style: Style, colours: Colours) -> Style:
    """A style with no more than the terminal's colours.

    Two colours that become the same are told apart again: the foreground turns black or white.
    """
    attributes, foreground, background = style
    if colours == "24bit":
        return style
    if colours == "none":
        return Style(attributes)
    front, back = _nearest(foreground, colours), _nearest(background, colours)
    if front and back and foreground[3:] != background[3:] and _number(front) == _number(back):
        front = _terminal_colour(0 if _is_pale(back) else _NAMED - 1, is_front=True)
    return Style(attributes, front, back)


def _nearest(colour: str, colours: Colours) -> str:
    if not _exceeds(colour, colours):
        return colour
    kind, *words = map(int, colour.split(";")[1:])
    is_front = colour.startswith(str(_FOREGROUND))
    exact = Color.from_ansi(words[0]) if kind == _INDEXED else Color.from_rgb(*words)
    if colours == "256":
        return ";".join(exact.downgrade(ColorSystem.EIGHT_BIT).get_ansi_codes(foreground=is_front))
    return _terminal_colour(exact.downgrade(ColorSystem.STANDARD).number or 0, is_front=is_front)


def _exceeds(colour: str, colours: Colours) -> bool:
    return colour[2:4] == f";{_DIRECT}" or (colours == "16" and colour[2:4] == f";{_INDEXED}")


def _terminal_colour(number: int, *, is_front: bool) -> str:
    bases = _FRONT_BASES if is_front else _BACK_BASES
    return str(bases[number >= _BRIGHT] + number)


def _number(colour: str) -> int:
    """The place of a colour of at most 256 in xterm's palette."""
    code = int(colour.rpartition(";")[2])
    if ";" in colour:
        return code
    bases = _FRONT_BASES if code in _FOREGROUNDS else _BACK_BASES
    return code - bases[code >= _FIRST_BRIGHT]


def _is_pale(colour: str) -> bool:
    return sum(Color.from_ansi(_number(colour)).get_truecolor()) > _PALE


@lru_cache(4096)
def change(before: Style, after: Style) -> str:
    """The shortest sequence that turns one style into another; empty when they are the same."""
    if before == after:
        return ""
    whole = f"\x1b[0;{after.codes()}m" if before != DEFAULT else f"\x1b[{after.codes()}m"
    if after == DEFAULT:
        return "\x1b[m"
    stepwise = f"\x1b[{';'.join(_steps(before, after))}m"
    return min(whole, stepwise, key=len)


def _steps(before: Style, after: Style) -> list[str]:
    gone, new = before.attributes & ~after.attributes, after.attributes & ~before.attributes
    steps = []
    if gone & (BOLD | DIM):
        steps.append("22")
        new |= after.attributes & (BOLD | DIM)
    steps += [code for bit, code in _OFF_CODES if gone & bit]
    steps += [code for bit, code in _ON_CODES if new & bit]
    if after.foreground != before.foreground:
        steps.append(after.foreground or "39")
    if after.background != before.background:
        steps.append(after.background or "49")
    return steps
