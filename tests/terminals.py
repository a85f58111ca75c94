"""What each terminal is to get: one table, to which both the choice itself and real starts are held."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

TABLE = """
    TERM            full screen  letters  COLORTERM  TERM
    xterm-256color  always       locale   24bit      256
    xterm           always       locale   24bit      16
    linux           always       ASCII    16         16
    screen-256color always       locale   256        256
    tmux-256color   always       locale   24bit      256
    vt100           always       ASCII    none       none
    vt220           always       ASCII    none       none
    dumb            never        locale   none       none
    (unset)         never        locale   none       none
    bogus           COLORTERM    locale   24bit      none
"""
"""Per TERM: where it is the full screen, what decides on letters, and the colors with COLORTERM and without."""

LOCALES = {"UTF-8": {"LANG": "C.UTF-8"}, "C": {"LANG": "C", "LC_ALL": "C"}}
COLOURS: dict[str, dict[str, str]] = {
    "COLORTERM": {"COLORTERM": "truecolor"},
    "TERM": {},
    "NO_COLOR": {"COLORTERM": "truecolor", "NO_COLOR": "1"},
    "--no-color": {"COLORTERM": "truecolor"},
}
"""Where the number of colors comes from, and the variables of each."""


class Cell(NamedTuple):
    """One terminal, locale and choice of colors, with what it is to get."""

    term: str
    locale: str
    colours: str
    full: bool
    ascii: bool
    depth: str

    @property
    def id(self) -> str:
        """Its place in the table."""
        return f"{self.term} {self.locale} {self.colours}"

    @property
    def env(self) -> dict[str, str]:
        """The environment that makes it."""
        term = {} if self.term == "(unset)" else {"TERM": self.term}
        return {**term, **LOCALES[self.locale], **COLOURS[self.colours]}

    @property
    def options(self) -> list[str]:
        """The options that make it."""
        return [self.colours] if self.colours == "--no-color" else []


def _cell(row: list[str], locale: str, colours: str) -> Cell:
    term, full, letters, direct, own = row
    is_set = "COLORTERM" in COLOURS[colours]
    return Cell(
        term,
        locale,
        colours,
        full == "always" or (full == "COLORTERM" and is_set),
        letters == "ASCII" or locale == "C",
        {"COLORTERM": direct, "TERM": own}.get(colours, "none"),
    )


CELLS = {
    cell.id: cell
    for line in TABLE.strip().splitlines()[1:]
    for cell in (_cell(line.split(), locale, colours) for locale, colours in product(LOCALES, COLOURS))
}
