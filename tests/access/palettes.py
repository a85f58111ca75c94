"""Terminals that people use, as facts: their 16 colours, their own text and background, and what they do to bold.

The sources are the defaults of each program: the Linux kernel (drivers/tty/vt/vt.c), xterm (XTerm-col.ad), PuTTY
(its settings), GNOME Terminal (its profiles "Tango" and "GNOME"), Ethan Schoonover's Solarized, Windows Terminal
("Campbell"), macOS Terminal ("Basic").
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from tests.access.contrast import Colour, colour, contrast

BRIGHT, WHITE, CYAN, BLACK = 8, 7, 6, 0
NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
NUMBERS = {name: number for number, name in enumerate(NAMES)} | {
    f"bright{name}": BRIGHT + number for number, name in enumerate(NAMES)
}
"""The 16 colours by pyte's names."""


class Bold(Enum):
    """What a terminal makes of bold besides thicker letters."""

    KEEPS = "no other colour"
    BRIGHTENS = "the first eight colours turn bright, if asked for by number"
    PUTTY = "the colour of the letters turns bright, its own text too, and after a reversal"
    CONSOLE = "Linux console: as PuTTY, bright colours are bold, and underlined text is cyan"


class Look(NamedTuple):
    """What a terminal was told of one cell: names or six digits of its colours, "default" for its own."""

    front: str = "default"
    back: str = "default"
    bold: bool = False
    underlined: bool = False
    reverse: bool = False


class Palette(NamedTuple):
    """One terminal with one choice of its own colours; `most` is the greatest depth of colours that it shows."""

    name: str
    colours: tuple[Colour, ...]
    text: Colour
    background: Colour
    bold: Bold = Bold.KEEPS
    has_more: bool = True

    @property
    def own(self) -> float:
        """The contrast of the terminal's own text on its own background."""
        return contrast(self.text, self.background)

    def seen(self, look: Look) -> tuple[Colour, Colour]:
        """The colours of letters and background as they come to the eye."""
        front, back = (look.back, look.front) if look.reverse else (look.front, look.back)
        own = (self.background, self.text) if look.reverse else (self.text, self.background)
        if self.bold is Bold.CONSOLE:
            return self._on_console(look)
        if self.bold is Bold.PUTTY and look.bold:
            return self._bright(front, own[0]), self._plain(back, own[1])
        if self.bold is Bold.BRIGHTENS and look.bold and look.front in NAMES:
            bright = self.colours[NUMBERS[look.front] + BRIGHT]
            return (self._plain(front, own[0]), bright) if look.reverse else (bright, self._plain(back, own[1]))
        return self._plain(front, own[0]), self._plain(back, own[1])

    def _plain(self, name: str, own: Colour) -> Colour:
        if name == "default":
            return own
        return self.colours[NUMBERS[name]] if name in NUMBERS else colour(name)

    def _bright(self, name: str, own: Colour) -> Colour:
        if name == "default":
            return self.colours[WHITE + BRIGHT] if own == self.text else self.colours[BLACK + BRIGHT]
        return self.colours[NUMBERS[name] | BRIGHT] if name in NUMBERS else colour(name)

    def _on_console(self, look: Look) -> tuple[Colour, Colour]:
        """As the kernel puts an attribute byte together (vt.c, build_attr)."""
        front = WHITE if look.front == "default" else NUMBERS[look.front]
        back = BLACK if look.back == "default" else NUMBERS[look.back] % BRIGHT
        is_bright = look.bold or front >= BRIGHT
        front = CYAN if look.underlined else front % BRIGHT
        front, back = (back, front) if look.reverse else (front, back)
        return self.colours[front + BRIGHT * is_bright], self.colours[back]


def _sixteen(digits: str) -> tuple[Colour, ...]:
    return tuple(map(colour, digits.split()))


VGA = _sixteen(
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
XTERM = _sixteen(
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
PUTTY = _sixteen(
    "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
TANGO = _sixteen(
    "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec"
)
GNOME = _sixteen(
    "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff"
)
SOLARIZED = _sixteen(
    "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"
)
CAMPBELL = _sixteen(
    "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"
)
BASIC = _sixteen(
    "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5"
)


def _palette(
    name: str,
    colours: tuple[Colour, ...],
    text: str,
    background: str,
    bold: Bold = Bold.KEEPS,
    *,
    has_more: bool = True,
) -> Palette:
    return Palette(name, colours, colour(text), colour(background), bold, has_more)


PALETTES = (
    _palette("Linux console", VGA, "aaaaaa", "000000", Bold.CONSOLE, has_more=False),
    _palette("xterm", XTERM, "000000", "ffffff", Bold.BRIGHTENS),
    _palette("xterm -rv", XTERM, "ffffff", "000000", Bold.BRIGHTENS),
    _palette("PuTTY", PUTTY, "bbbbbb", "000000", Bold.PUTTY),
    _palette("Tango dark", TANGO, "d3d7cf", "2e3436"),
    _palette("Tango light", TANGO, "2e3436", "eeeeec"),
    _palette("GNOME dark", GNOME, "d0cfcc", "171421"),
    _palette("GNOME light", GNOME, "171421", "ffffff"),
    _palette("Solarized dark", SOLARIZED, "839496", "002b36"),
    _palette("Solarized light", SOLARIZED, "657b83", "fdf6e3"),
    _palette("Solarized dark, bold bright", SOLARIZED, "839496", "002b36", Bold.BRIGHTENS),
    _palette("Windows Terminal", CAMPBELL, "cccccc", "0c0c0c", Bold.BRIGHTENS),
    _palette("macOS Terminal", BASIC, "000000", "ffffff", Bold.BRIGHTENS),
)
