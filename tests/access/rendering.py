"""States as a terminal shows them: theme, Textual's frame, the driver's cells and painter, bytes, pyte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

import pyte

from tests.access.palettes import Look
from tests.access.screens import State
from tests.tui.frames import frame
from trd_tui.layout import cells
from trd_tui.terminal import COLOURS_16, COLOURS_256, COLOURS_FULL, NO_COLOUR
from trd_tui.tui.themes import DECORATION, Theme
from trd_tui.tui.wire.cells import FrameReader, Picture
from trd_tui.tui.wire.paint import Painter
from trd_tui.tui.wire.sgr import Colours

DEPTHS = (COLOURS_FULL, COLOURS_256, COLOURS_16, NO_COLOUR)
TEXT, MARK = "text", "mark"
"""What a cell is: something to read, or a mark or a rule."""
_HALF = " "
"""What stands for the second cell of a wide letter, so that a row has a letter a cell."""
_DRAWN = frozenset("─│-|")
_STYLED = re.compile("\x1b\\[([0-9;]*)m")
_LONGER = {"38;5": 3, "48;5": 3, "38;2": 5, "48;2": 5}


class Kind(NamedTuple):
    """Cells that look alike: what they are, the name of their style, and what the terminal was told."""

    kind: str
    style: str
    look: Look


class Glass(NamedTuple):
    """One state on a terminal: what was written, the rows of text and of looks, and what kinds of cells there are."""

    written: str
    text: tuple[str, ...]
    looks: tuple[tuple[Look, ...], ...]
    kinds: frozenset[Kind]

    @property
    def without_colour(self) -> tuple[object, ...]:
        """All that is left for somebody who sees no colours."""
        bare = tuple(tuple(look[2:] for look in row) for row in self.looks)
        return self.text, bare


def written(state: State, theme: Theme, colours: str) -> str:
    """What the driver writes to show a state on an empty terminal of so many colours."""
    pieces = [(0, y, [(text, theme[style]) for text, style in row]) for y, row in enumerate(state.rows) if row]
    picture = Picture(*state.size)
    FrameReader(cast("Colours", colours)).draw(frame(pieces, state.cursor), picture)
    return Painter(fills=True).paint(picture, state.cursor)


def shown(state: State, theme: Theme, colours: str) -> Glass:
    """A state as a terminal of so many colours shows it."""
    told = written(state, theme, colours)
    text, looks = _emulated(told, state.size)
    return Glass(told, text, looks, frozenset(_kinds(state, text, looks)))


def _kinds(state: State, text: Sequence[str], looks: Sequence[Sequence[Look]]) -> Iterator[Kind]:
    for y, row in enumerate(state.rows):
        x = 0
        for run, style in row:
            end = x + cells(run)
            for letter, look in set(zip(text[y][x:end], looks[y][x:end], strict=True)):
                if letter.strip():
                    is_drawn = style == "mark" or (style in DECORATION and letter in _DRAWN)
                    yield Kind(MARK if is_drawn else TEXT, style, look)
            x = end


class Audit:
    """Some states in every theme at every depth of colours, each drawn once."""

    def __init__(self, states: Sequence[State]) -> None:
        self.states = states
        self._drawn: dict[tuple[str, str], list[Glass]] = {}

    def drawn(self, name: str, colours: str) -> list[Glass]:
        """The states as a theme shows them, in their order."""
        if (name, colours) not in self._drawn:
            theme = Theme(name, colours)
            self._drawn[name, colours] = [shown(state, theme, colours) for state in self.states]
        return self._drawn[name, colours]

    def kinds(self, name: str, colours: str) -> dict[Kind, State]:
        """Every kind of cell there is in a theme, and the first state that has it."""
        first: dict[Kind, State] = {}
        for state, glass in zip(self.states, self.drawn(name, colours), strict=True):
            for kind in glass.kinds:
                first.setdefault(kind, state)
        return first


def codes(told: str) -> set[str]:
    """Every SGR code in what was written, a colour of more than one number as one: "1", "38;5;16"."""
    found: set[str] = set()
    for sequence in _STYLED.findall(told):
        numbers = sequence.split(";")
        while numbers:
            length = _LONGER.get(";".join(numbers[:2]), 1)
            found.add(";".join(numbers[:length]))
            del numbers[:length]
    return found


@cache
def _emulated(told: str, size: tuple[int, int]) -> tuple[tuple[str, ...], tuple[tuple[Look, ...], ...]]:
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(f"\x1b[?7l{told}")
    rows = [[screen.buffer[y][x] for x in range(size[0])] for y in range(size[1])]
    text = tuple("".join(cell.data or _HALF for cell in row) for row in rows)
    return text, tuple(
        tuple(_look(cell.fg, cell.bg, cell.bold, cell.underscore, cell.reverse) for cell in row) for row in rows
    )


_look = cache(Look)
