"""What stands on the screen, from the few sequences that the full screen writes; any other is left to the watcher."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder

_TOKEN = re.compile(
    r"\x1b\[(?P<numbers>[0-?]*)[ -/]*(?P<final>[@-~])|\x1b(?P<single>[ -/]*[0-Z\\^-~])|(?P<control>[\x00-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*)?$")
_MOVES = {"A": (0, -1), "B": (0, 1), "C": (1, 0), "D": (-1, 0)}


class Screen:
    """Rows of letters, one a cell; a wide letter takes one, since every place after it is said anew."""

    def __init__(self, columns: int, rows: int) -> None:
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Take another size, with nothing on it."""
        self.columns, self.rows_count = columns, rows
        self._cells = [[" "] * columns for _ in range(rows)]
        self._x = self._y = 0
        self._region = 0, rows - 1

    @property
    def rows(self) -> list[str]:
        """The rows, without blanks at their ends."""
        return ["".join(row).rstrip() for row in self._cells]

    def feed(self, data: bytes) -> None:
        """Show what was written; a read may end anywhere."""
        text = self._rest + self._decoder.decode(data)
        unfinished = _UNFINISHED.search(text)
        self._rest = unfinished[0] if unfinished else ""
        for token in _TOKEN.finditer(text, 0, len(text) - len(self._rest)):
            self._take(token)

    def _take(self, token: re.Match[str]) -> None:
        if token["text"] is not None:
            self._write(token["text"])
        elif token["final"] is not None:
            self._control(token["numbers"], token["final"])
        elif token["single"] == "M":
            self._reverse()
        elif token["control"] is not None:
            self._single(token["control"])

    def _write(self, text: str) -> None:
        row, x = self._cells[self._y], self._x
        room = self.columns - x
        if room > 0:
            row[x : x + min(len(text), room)] = text[:room]
        self._x = min(x + len(text), self.columns - 1)

    def _control(self, numbers: str, final: str) -> None:
        if final in _MOVES:
            dx, dy = _MOVES[final]
            count = _number(numbers, 0) or 1
            self._go(self._x + dx * count, self._y + dy * count)
        elif final == "H":
            self._go(_number(numbers, 1) - 1, _number(numbers, 0) - 1)
        elif final == "G":
            self._go(_number(numbers, 0) - 1, self._y)
        elif final == "K":
            self._cells[self._y][self._x :] = " " * (self.columns - self._x)
        elif final == "J":
            self._cells = [[" "] * self.columns for _ in range(self.rows_count)]
        elif final == "r":
            self._region = _number(numbers, 0) - 1, (_number(numbers, 1) if ";" in numbers else self.rows_count) - 1

    def _single(self, control: str) -> None:
        if control == "\n":
            self._feed_line()
        elif control == "\r":
            self._x = 0
        elif control == "\b":
            self._x = max(self._x - 1, 0)

    def _feed_line(self) -> None:
        top, bottom = self._region
        if self._y != bottom:
            self._go(self._x, self._y + 1)
        elif bottom < self.rows_count:
            del self._cells[top]
            self._cells.insert(bottom, [" "] * self.columns)

    def _reverse(self) -> None:
        top, bottom = self._region
        if self._y != top:
            self._go(self._x, self._y - 1)
        elif bottom < self.rows_count:
            del self._cells[bottom]
            self._cells.insert(top, [" "] * self.columns)

    def _go(self, x: int, y: int) -> None:
        self._x, self._y = min(max(x, 0), self.columns - 1), min(max(y, 0), self.rows_count - 1)


def _number(numbers: str, index: int) -> int:
    """One of the numbers of a sequence; 1 where it is left out or zero, as in most of them."""
    parts = numbers.split(";")
    return max(int(parts[index]), 1) if index < len(parts) and parts[index].isdigit() else 1
