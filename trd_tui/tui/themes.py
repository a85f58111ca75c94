"""Colours and emphasis of every style of a row, by theme and by the colours that the terminal has.

What something is never hangs on its colour: focus, matches, terms and open sections differ in bold, underline,
reverse or a character, too. `dark` and `terminal` keep the terminal's own background and text, which is the cheapest
to draw and right on every background; `dark` adds a quiet grey for what only decorates.
`light` and `high-contrast` paint theirs where the terminal shows the colours that are asked for.

Text has a contrast of at least 7:1 (WCAG 2.2, 1.4.6), marks and rules 3:1 (1.4.11). On the terminal's own colours it
is no less than that of the terminal's own text; that is 7:1 unless somebody has set up less for it.
"""

from __future__ import annotations

from rich.style import Style

from trd_tui.terminal import COLOURS_16, COLOURS_256, COLOURS_FULL, NO_COLOUR

DARK, LIGHT, HIGH_CONTRAST, TERMINAL = "dark", "light", "high-contrast", "terminal"
THEMES = (DARK, LIGHT, HIGH_CONTRAST, TERMINAL)

EMPHASIS = {
    "title": "bold", "heading": "bold", "help": "bold", "focus": "reverse", "current": "bold", "mark": "bold",
    "key": "bold", "help_key": "bold", "term": "underline", "match": "bold underline", "match_current": "reverse",
    "message": "bold", "label": "bold",
}  # fmt: skip
"""Reverse is never bold as well: the Linux console and PuTTY make dark grey on light grey of that, which is 3:1."""
PLAIN = frozenset({"text", "note", "studied", "legend", "blank", "choice", "place", "foot", "field"})
DECORATION = frozenset({"rule", "bar"})
STRONG = frozenset({"heading", "mark", "title"})
URGENT = frozenset({"help", "help_key"})
STYLES = PLAIN | DECORATION | EMPHASIS.keys()
"""The name of every style that a row may have."""


class Palette:
    """Colours of a theme at one depth, in Rich's words; empty is the terminal's own."""

    __slots__ = ("background", "decoration", "strong", "text", "urgent")

    def __init__(
        self, text: str = "", background: str = "", strong: str = "", decoration: str = "", urgent: str = ""
    ) -> None:
        self.text = text
        self.background = background
        self.strong = strong or text
        self.decoration = decoration or text
        self.urgent = urgent or text


OWN = Palette()
# With 16 colours `light` stays the terminal's own: nobody knows which they are, and bold black may be grey, underlined
# black cyan. `high-contrast` has no bright colours there, which the Linux console takes for bold, even when reversed.
PALETTES = {
    (DARK, COLOURS_FULL): Palette(decoration="#808080"),
    (DARK, COLOURS_256): Palette(decoration="color(244)"),
    (LIGHT, COLOURS_FULL): Palette("#1a1a1a", "#ffffff", "#003a8c", "#767676", "#8b0000"),
    (LIGHT, COLOURS_256): Palette("color(234)", "color(231)", "color(18)", "color(243)", "color(88)"),
    (HIGH_CONTRAST, COLOURS_FULL): Palette("#ffffff", "#000000", "#ffff00"),
    (HIGH_CONTRAST, COLOURS_256): Palette("color(231)", "color(16)", "color(226)"),
    (HIGH_CONTRAST, COLOURS_16): Palette("white", "black"),
}


class Theme:
    """The Rich style for each name of a style, at the depth of colours that the terminal has."""

    def __init__(self, name: str = DARK, colours: str = COLOURS_FULL) -> None:
        self.name = name
        self._palette = OWN if colours == NO_COLOUR else PALETTES.get((name, colours), OWN)
        self._styles: dict[str, Style] = {}

    def __getitem__(self, style: str) -> Style:
        """The style of a name; KeyError for a name that is none of STYLES, whose look nobody has checked."""
        found = self._styles.get(style)
        if found is None:
            if style not in STYLES:
                raise KeyError(style)
            found = self._styles[style] = Style.parse(self.described(style))
        return found

    def described(self, style: str) -> str:
        """A style in Rich's words: emphasis, colour of the text, colour behind it."""
        palette = self._palette
        colour = (
            palette.decoration if style in DECORATION
            else palette.strong if style in STRONG
            else palette.urgent if style in URGENT
            else palette.text
        )  # fmt: skip
        return (
            " ".join(filter(None, (EMPHASIS.get(style, ""), colour, palette.background and f"on {palette.background}")))
            or "none"
        )
