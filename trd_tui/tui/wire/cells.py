"""What Textual wants on the screen: a picture of cells, and the reading of Textual's frame strings into it.

A frame (Textual 8.2) is a string of absolute moves, styled text, a reset at the end of each styled text, and a line
feed between rows; its last move is `App.cursor_position`. Everything else in it is dropped: titles, clipboard, pointer
shapes, links, queries, control and format characters.
"""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

from trd_tui.tui.wire import sgr
from trd_tui.tui.wire.sgr import SHOWS_ON_BLANK, Colours, Style

Cell = tuple[str, Style]
"""The text of one cell and its style; the text is empty in the further cells of a wide character."""

BLANK: Cell = (" ", sgr.DEFAULT)
_SURE_RANGES = (
    (0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x2FF), (0x370, 0x377), (0x384, 0x3FF), (0x400, 0x482), (0x2010, 0x2015),
    (0x2018, 0x2027), (0x2030, 0x203B), (0x20A0, 0x20BF), (0x2190, 0x2199), (0x2260, 0x2265), (0x2500, 0x25FC),
    (0x2800, 0x28FF),
)  # fmt: skip
SURE = frozenset(chr(code) for first, last in _SURE_RANGES for code in range(first, last + 1))
"""Characters that every terminal puts into one cell, so that the cursor's place after them is known."""

_JOINER = "\u200d"
_UNSAFE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_TOKEN = re.compile(
    r"(?P<text>[^\x1b\n]+)"
    r"|\x1b\[(?P<style>[0-9;]*)m"
    r"|\x1b\[(?P<place>[0-9;]*)H"
    r"|(?P<row>\n)"
    r"|\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[^\x1b\n]|)",
)


class Picture:
    """Rows of cells; `dirty` holds the rows that changed since somebody last cleared it."""

    __slots__ = ("dirty", "height", "rows", "width")

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.rows: list[list[Cell]] = [[BLANK] * width for _ in range(height)]
        self.dirty: set[int] = set(range(height))

    def resize(self, width: int, height: int) -> None:
        """Cut or extend with blanks at the right and at the bottom."""
        rows = [(row + [BLANK] * (width - len(row)))[:width] for row in self.rows[:height]]
        rows += [[BLANK] * width for _ in range(height - len(rows))]
        self.width, self.height, self.rows = width, height, rows
        for row in rows:
            _blank_halves(row, width)
        self.dirty = set(range(height))

    def put(self, x: int, y: int, cells: list[Cell]) -> int:
        """Write cells into a row and return the column after them; what lies outside the picture is lost."""
        after = x + len(cells)
        if y < self.height and x < self.width:
            row = self.rows[y]
            end = min(after, self.width)
            _blank_halves(row, x)
            _blank_halves(row, end)
            row[x:end] = cells[: end - x]
            if after > end:
                _blank_halves(row, end)
            self.dirty.add(y)
        return after


def _blank_halves(row: list[Cell], edge: int) -> None:
    """Blank a wide character that an edge cuts, as terminals do; an edge at the end cuts what does not fit."""
    if edge < len(row) and row[edge][0]:
        return
    start = edge - 1
    while start > 0 and not row[start][0]:
        start -= 1
    is_cut = edge < len(row) or (start >= 0 and start + cell_len(row[start][0]) > len(row))
    if not is_cut:
        return
    stop = edge
    while stop < len(row) and not row[stop][0]:
        stop += 1
    row[start:stop] = [(" ", row[x][1]) for x in range(start, stop)]


class FrameReader:
    """Draws Textual's frames into a picture, with no more than the given colours."""

    def __init__(self, colours: Colours = "24bit") -> None:
        self.colours: Colours = colours
        self._style = sgr.DEFAULT
        self._place = (0, 0)

    def draw(self, frame: str, picture: Picture) -> None:
        """Change the picture as the frame says; unknown sequences change nothing."""
        x, y = self._place
        for token in _TOKEN.finditer(frame):
            kind = token.lastgroup
            if kind == "text":
                x = picture.put(x, y, self._cells(token["text"]))
            elif kind == "style":
                self._style = sgr.read(self._style, token["style"])
            elif kind == "place":
                x, y = _place(token["place"])
            elif kind == "row":
                x, y = 0, y + 1
        self._place = x, y

    def _cells(self, text: str) -> list[Cell]:
        style = sgr.reduced(self._style, self.colours)
        blank = _blank(style)
        if SURE.issuperset(text):
            return [blank if letter == " " else (letter, style) for letter in text]
        cells: list[Cell] = []
        for cluster in _clusters(text):
            cells.append(blank if cluster == " " else (cluster, style))
            cells += [("", style)] * (cell_len(cluster) - 1)
        return cells


def _blank(style: Style) -> Cell:
    """The one spelling of a blank: without what cannot be seen on it."""
    return " ", style if style.attributes & SHOWS_ON_BLANK else Style(background=style.background)


def _place(parameters: str) -> tuple[int, int]:
    row, _, column = parameters.partition(";")
    return _index(column), _index(row)


def _index(number: str) -> int:
    return max(int(number[:5]), 1) - 1 if number.isdecimal() else 0


def _clusters(text: str) -> list[str]:
    """The text in pieces of one character with the marks on it; unsafe characters become blanks of their width."""
    clusters: list[str] = []
    for letter in text:
        joins = bool(clusters) and (clusters[-1].endswith(_JOINER) or letter == _JOINER)
        if letter != _JOINER and unicodedata.category(letter) in _UNSAFE:
            clusters += [" "] * cell_len(letter)
        elif clusters and (joins or not cell_len(letter)):
            clusters[-1] += letter
        elif cell_len(letter):
            clusters.append(letter)
    return clusters
