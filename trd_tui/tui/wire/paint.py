"""What the terminal has, and the shortest bytes that turn it into what Textual wants.

The sequences are those that xterm, the Linux console, GNU screen and tmux share (ECMA-48): CUP, CUU, CUD, CUF, CUB,
CHA, EL, ED, SGR. Rows are broken with carriage return and line feed where that is shortest, so that a reader of the
byte stream speaks them as lines. The terminal must not wrap lines and must not turn LF into CR LF.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from trd_tui.tui.wire import sgr
from trd_tui.tui.wire.cells import BLANK, SURE, Cell, Picture
from trd_tui.tui.wire.sgr import SHOWS_ON_BLANK, Style

Place = tuple[int, int]
"""A column and a row of the screen, from 0."""

CLEAR = "\x1b[m\x1b[H\x1b[2J"
ERASE_TO_END = "\x1b[K"
_SHORT_STEPS = 3
_SHORT_GAP = 4
MOVED_AT_LEAST = 2
_MOVES = (1, -1, 2, -2, 3, -3)


@lru_cache(8192)
def moves(column: int | None, row: int, x: int, y: int, *, bare_feeds: bool = True) -> str:
    """The shortest sequence from a column (None: unknown) of a row to a place; empty when the cursor is there.

    Without `bare_feeds` each line feed follows a carriage return: some screen readers take it for both.
    """
    if (column, row) == (x, y):
        return ""
    line_feeds = ["\n" * (y - row)] if row <= y else []
    choices = [f"\r{down}{_steps(x, 'C')}" for down in line_feeds]
    bare = [down for down in line_feeds if bare_feeds or not down]
    choices += [f"{down}{across}" for down in (*bare, _rows(y - row)) for across in _across(column, x)]
    choices.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H")
    return min(choices, key=len)


def _rows(count: int) -> str:
    return _steps(count, "B") if count >= 0 else _steps(-count, "A")


def _across(column: int | None, x: int) -> list[str]:
    choices = [f"\x1b[{x + 1}G"]
    if column is not None:
        choices.append(_steps(x - column, "C") if x >= column else _steps(column - x, "D"))
        if 0 < column - x <= _SHORT_STEPS:
            choices.append("\b" * (column - x))
    return choices


def _steps(count: int, letter: str) -> str:
    return "" if count == 0 else f"\x1b[{letter}" if count == 1 else f"\x1b[{count}{letter}"


class Painter:
    """Knows what the terminal shows, where its cursor stands and which style it writes in."""

    def __init__(self, *, fills: bool = False, whole: bool = False) -> None:
        """A painter of a terminal that, if `fills`, erases with the background in use (terminfo: bce).

        If `whole`, a row that differs is written as a whole, and rows that only moved are scrolled by the terminal: a
        reader of the byte stream speaks what is written, all of it and no more.
        """
        self._fills = fills
        self.whole = whole
        self._shown: Picture | None = None
        self._column: int | None = None
        self._row = 0
        self._style = sgr.DEFAULT
        self._out: list[str] = []
        self._parked = 0
        self.anew = False
        """Whether the next picture is another page: then rows between those that differ are written, too."""

    def forget(self) -> None:
        """Nothing is known any more: the next `paint` clears the screen and writes it anew."""
        self._shown = None

    def paint(self, wanted: Picture, cursor: Place) -> str:
        """The bytes, as text, that show the wanted picture and end with the cursor at its place; "" when it is so."""
        painted: Container[int] = ()
        if self._shown is None:
            self._start_anew(wanted)
        if self._shown is not None and wanted.dirty:
            if self.whole and not self.anew:
                self._scroll(self._shown, wanted)
            painted = self._paint_rows(self._shown, wanted)
            wanted.dirty.clear()
        self._park(*cursor, painted)
        return self._taken()

    def point(self, cursor: Place) -> str:
        """The bytes that only move the cursor; "" before the first picture."""
        if self._shown is not None:
            self._park(*cursor, ())
        return self._taken()

    def _park(self, x: int, y: int, painted: Container[int]) -> None:
        """Bring the cursor to its place; a row further away than the next one is written again.

        A reader of the byte stream speaks the row that the cursor comes to only if it comes from the row beside it.
        """
        is_far = abs(y - self._parked) > 1
        if self.whole and is_far and y not in painted and self._shown is not None:
            self._write_row(y, self._shown.rows[y])
        self._parked = y
        self._go(x, y)

    def _taken(self) -> str:
        text = "".join(self._out)
        self._out.clear()
        return text

    def _start_anew(self, wanted: Picture) -> None:
        self._shown = Picture(wanted.width, wanted.height)
        self._column, self._row, self._style = 0, 0, sgr.DEFAULT
        wanted.dirty = set(range(wanted.height))
        self._out.append(CLEAR)

    def _scroll(self, shown: Picture, wanted: Picture) -> None:
        """Let the terminal move rows that only moved, by scrolling a region of whole rows (DECSTBM, IND and RI)."""
        found = scrolled(shown.rows, wanted.rows, wanted.dirty)
        if found is None:
            return
        first, last, by = found
        start = last if by > 0 else first
        step = "\n" if by > 0 else "\x1bM"
        place = f"\x1b[{start + 1}H"
        self._out.append(f"\x1b[m\x1b[{first + 1};{last + 1}r{place}{step * abs(by)}\x1b[r{place}")
        self._column, self._row, self._style = 0, start, sgr.DEFAULT
        kept = shown.rows[first + max(by, 0) : last + 1 + min(by, 0)]
        blank = [[BLANK] * shown.width for _ in range(abs(by))]
        shown.rows[first : last + 1] = kept + blank if by > 0 else blank + kept
        wanted.dirty.update(range(first, last + 1))

    def _paint_rows(self, shown: Picture, wanted: Picture) -> Container[int]:
        """Write the rows that differ, and those between them on another page; all that were written."""
        changed = [y for y in sorted(wanted.dirty) if shown.rows[y] != wanted.rows[y]]
        rows = range(changed[0], changed[-1] + 1) if changed and self.anew and self.whole else changed
        for y in rows:
            if shown.rows[y] != wanted.rows[y]:
                self._paint_row(y, shown.rows[y], wanted.rows[y])
                shown.rows[y] = wanted.rows[y][:]
            else:
                self._write_row(y, shown.rows[y])
        self.anew = self.anew and not changed
        return rows

    def _write_row(self, y: int, row: Sequence[Cell]) -> None:
        written = [x for x, (text, _) in enumerate(row) if text.strip()]
        if written:
            self._write(y, 0, row[: written[-1] + 1])

    def _paint_row(self, y: int, shown: list[Cell], wanted: list[Cell]) -> None:
        changed = [x for x, (before, after) in enumerate(zip(shown, wanted, strict=True)) if before != after]
        if self.whole and not _is_typed(changed, shown, wanted):
            # From the first cell on: a reader that counts written cells would give a row the style of another.
            written = [x for x, (text, _) in enumerate(wanted) if text.strip()]
            changed = list(range(max(changed + written) + 1))
        changed, erased = self._split_tail(changed, wanted)
        for start, stop in _runs(changed, wanted):
            self._write(y, start, wanted[start:stop])
        if erased is not None:
            self._go(erased, y)
            self._dress(wanted[-1])
            self._out.append(ERASE_TO_END)

    def _split_tail(self, changed: list[int], wanted: list[Cell]) -> tuple[list[int], int | None]:
        """The changed columns to write, and the column from where erasing to the end of the row is shorter."""
        last = wanted[-1]
        if last[0] != " " or last[1].attributes or (last[1].background and not self._fills):
            return changed, None
        tail = len(wanted)
        while tail and wanted[tail - 1] == last:
            tail -= 1
        first = next((index for index, x in enumerate(changed) if x >= tail), len(changed))
        if not changed[first:] or changed[-1] - changed[first] < len(ERASE_TO_END):
            return changed, None
        return changed[:first], changed[first]

    def _write(self, y: int, x: int, cells: Sequence[Cell]) -> None:
        for column, cell in enumerate(cells, x):
            text = cell[0]
            if not text:
                continue
            if self._column != column or self._row != y:
                self._go(column, y)
            self._dress(cell)
            self._out.append(text)
            self._column = column + 1 if text in SURE else None
        if self._shown is not None and self._column == self._shown.width:
            self._column = None

    def _dress(self, cell: Cell) -> None:
        style = cell[1]
        if style == self._style or (_looks_blank(cell, self._style) and not (self.whole and self._column == 0)):
            return
        self._out.append(sgr.change(self._style, style))
        self._style = style

    def _go(self, x: int, y: int) -> None:
        self._out.append(moves(self._column, self._row, x, y, bare_feeds=not self.whole))
        self._column, self._row = x, y


def scrolled(
    shown: Sequence[Sequence[Cell]], wanted: Sequence[Sequence[Cell]], dirty: Iterable[int]
) -> tuple[int, int, int] | None:
    """The first and last row of a region whose rows moved up (by more than 0) or down, and by how many; else None.

    Rows outside of it may differ too, such as a first row that says where one is; but most that differ have moved,
    and fewer are to be written after that than without it.
    """
    changed = [y for y in sorted(dirty) if shown[y] != wanted[y]]
    if len(changed) < MOVED_AT_LEAST:
        return None
    told = [y for y in changed if _says(wanted[y])]
    runs = [(_moved_rows(shown, wanted, told, by), by) for by in _MOVES]
    run, by = max(runs, key=lambda one: len(one[0]))
    if not run or 2 * len(run) < len(told) - abs(by):
        return None
    first, last = run[0] + min(by, 0), run[-1] + max(by, 0)
    freed = range(last + 1 - by, last + 1) if by > 0 else range(first, first - by)
    written = sum(_says(wanted[y]) for y in freed)
    return (first, last, by) if written < sum(first <= y <= last for y in told) else None


def _moved_rows(
    shown: Sequence[Sequence[Cell]], wanted: Sequence[Sequence[Cell]], told: Iterable[int], by: int
) -> list[int]:
    """Of the rows that differ and say something, those in the longest run that stood `by` rows further down before.

    Other rows are compared only where they are between two of these: a tall screen is mostly blank.
    """
    best: list[int] = []
    run: list[int] = []
    for y in told:
        if not _have_moved(shown, wanted, range(y, y + 1), by):
            run = []
        else:
            run = [*run, y] if run and _have_moved(shown, wanted, range(run[-1] + 1, y), by) else [y]
            best = max(best, run, key=len)
    return best


def _says(row: Sequence[Cell]) -> bool:
    return any(cell != BLANK for cell in row)


def _have_moved(shown: Sequence[Sequence[Cell]], wanted: Sequence[Sequence[Cell]], rows: range, by: int) -> bool:
    return rows.start + by >= 0 and rows.stop + by <= len(shown) and all(wanted[y] == shown[y + by] for y in rows)


def _is_typed(changed: list[int], shown: Sequence[Cell], wanted: Sequence[Cell]) -> bool:
    """Whether one letter was added or taken away at the end: that alone is then spoken, and not the line with it."""
    if len(changed) != 1 or (shown[changed[0]][0].strip() and wanted[changed[0]][0].strip()):
        return False
    return not any(text.strip() for text, _ in wanted[changed[0] + 1 :])


def _looks_blank(cell: Cell, style: Style) -> bool:
    """Whether a blank cell looks as it should in a style that was left from other text."""
    text, own = cell
    if text != " " or own.background != style.background:
        return False
    return not (own.attributes | style.attributes) & SHOWS_ON_BLANK


def _runs(changed: list[int], wanted: list[Cell]) -> list[tuple[int, int]]:
    """Changed columns as spans to write; short gaps of the same style are written again, not jumped over."""
    runs: list[tuple[int, int]] = []
    for x in changed:
        if runs and (x <= runs[-1][1] or _is_bridge(wanted, runs[-1][1], x)):
            runs[-1] = (runs[-1][0], x + 1)
        else:
            start = x
            while start and not wanted[start][0]:
                start -= 1
            runs.append((start, x + 1))
    return runs


def _is_bridge(wanted: list[Cell], start: int, stop: int) -> bool:
    style = wanted[start - 1][1]
    return stop - start <= _SHORT_GAP and all(
        cell[0] in SURE and (cell[1] == style or _looks_blank(cell, style)) for cell in wanted[start:stop]
    )
