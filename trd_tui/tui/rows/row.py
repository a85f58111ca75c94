"""One row of the screen: pieces of text with the names of their styles."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter

from trd_tui.layout import cells

PLAIN = frozenset({"label", "field", "message"})
Run = tuple[str, str]
Row = list[Run]


def width_of(row: Row) -> int:
    """Cells that a row takes."""
    return sum(cells(text) for text, _ in row)


def text_of(row: Row) -> str:
    """The characters of a row."""
    return "".join(text for text, _ in row)


def cut(text: str, width: int) -> str:
    """As many characters of a text as fit into `width` cells."""
    if text.isascii():
        return text[: max(0, width)]
    end, used = 0, 0
    for letter in text:
        used += cells(letter)
        if used > width:
            break
        end += 1
    return text[:end]


def flat(row: Row) -> Row:
    """A row in one style, that of its longest text: a change of style inside a line cuts what is spoken in two.

    What stands before its text has the style of text, and so has a field, so that nothing is said of the style of the
    cell that the cursor comes to.
    """
    _, style = max(((len(text.strip()), style) for text, style in row), key=itemgetter(0), default=(0, ""))
    style = "text" if style in PLAIN else style
    whole = text_of(row)
    text = whole.lstrip(" ")
    return [(whole[: len(whole) - len(text)], "text"), (text, style)] if row else []


def fit(row: Row, width: int, style: str = "text") -> Row:
    """A row of exactly `width` cells: cut at its end, or filled up with blanks of a style."""
    fitted: Row = []
    left = width
    for text, name in row:
        piece = cut(text, left)
        if piece:
            fitted.append((piece, name))
            left -= cells(piece)
        if piece != text:
            break
    return [*fitted, (" " * left, style)] if left > 0 else fitted


def sides(left: Row, right: Row, width: int, style: str = "text") -> Row:
    """Two rows on one line, the second at the right end; the first is cut where they would meet."""
    room = width - width_of(right)
    return [*fit(left, max(0, room), style), *fit(right, min(width, width_of(right)), style)]


def split(text: str, spans: list[tuple[int, int, str]], base: str) -> Row:
    """A text in runs: `spans` (start, end, style) over the style `base`; a later span wins over an earlier one."""
    edges = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    row: Row = []
    for start, end in pairwise(edges):
        over = [style for first, last, style in spans if first <= start and end <= last]
        row.append((text[start:end], over[-1] if over else base))
    return row
