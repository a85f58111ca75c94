"""Blocks to lines: wrapped at a width for the eye, or one sentence a line for the ear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trd_tui.citations import Citations
from trd_tui.glyphs import UNICODE, Glyphs
from trd_tui.model import FACTS, HELP, KEY_POINTS, LIST, NOTE, STEPS, TO_DO, Block, Item
from trd_tui.sentences import ended, sentences
from trd_tui.words import Words

NARROWEST_INDENTED = 30
WIDEST = 2
JOINTS = ("-", "/")
BULLETED = (LIST, KEY_POINTS, TO_DO)


class Line:
    """One line of a page: text without a line break, and the name of its style.

    Styles: title, heading, text, note, help, studied, legend, blank.
    """

    __slots__ = ("style", "text")

    def __init__(self, text: str, style: str = "text") -> None:
        self.text = text
        self.style = style


BLANK = Line("", "blank")


def lay_out(
    title: str,
    blocks: Iterable[Block],
    width: int,
    words: Words,
    citations: Citations | None = None,
    glyphs: Glyphs = UNICODE,
    *,
    spoken: bool = False,
) -> list[Line]:
    """A page as lines of at most `width` cells (at least 1): title, blocks with headings and marks, legend.

    If it is `spoken` line by line, it has no marks, no bullets, no indentation and no empty lines.
    """
    page = _Page(max(1, width), words, citations, glyphs, spoken=spoken)
    page.add(title, "title")
    for block in blocks:
        page.block(block)
    if citations is not None and citations.general and not spoken:
        page.lines.append(BLANK)
        page.add(words("layout.general"), "legend")
    return [line for line in page.lines if line.text] if spoken else page.lines


def read_out(blocks: Iterable[Block], words: Words, citations: Citations | None = None) -> Iterator[str]:
    """Blocks for a screen reader: one sentence a line, counts before lists, no marks, nothing decorative."""
    for block in blocks:
        heading = _heading(block, words)
        if heading:
            yield _announced(heading, len(block.items), words)
        for number, item in enumerate(block.items, 1):
            lead = f"{item.name.strip('[]')}: " if item.name else f"{number}. " if block.kind == STEPS else ""
            first, *rest = sentences(item.text) or [""]
            yield _led(block, words) + lead + first
            yield from rest
            if citations is not None and item.who:
                yield from sentences(citations.studied(item, words))


def cells(text: str) -> int:
    """Width of a text on the screen, in cells."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(letter) in ("Mn", "Me", "Cf") else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `width` cells; `first` and `rest` stand before the first line and the others.

    Where they leave no room for a wide character, nothing is indented. A character wider than the width
    stands on a line of its own.
    """
    if (first or rest) and max(cells(first), cells(rest)) + WIDEST > width:
        return wrap(f"{first} {text}", width)
    lines: list[str] = []
    line, filled = first, False
    for word in text.split():
        for number, piece in enumerate(_pieces(word, max(1, width - cells(rest)))):
            joined = f"{line} {piece}" if filled else line + piece
            if filled and (number or cells(joined) > width):
                lines.append(line)
                joined = rest + piece
            line, filled = joined, True
    return [*lines, line] if filled or not lines else lines


def _pieces(word: str, width: int) -> list[str]:
    if cells(word) <= width:
        return [word]
    pieces: list[str] = []
    piece, used = "", 0
    for letter in word:
        wide = cells(letter)
        if piece and wide and used + wide > width:
            end = _joint(piece, width - wide)
            pieces.append(piece[:end])
            piece, used = piece[end:], cells(piece[end:])
        piece += letter
        used += wide
    return [*pieces, piece]


def _joint(piece: str, room: int) -> int:
    """Where a word that is too long is best broken: after a hyphen or a slash, if that leaves no short line.

    `room` is for the cells of what is left over.
    """
    end = max(map(piece.rfind, JOINTS)) + 1
    return end if cells(piece[:end]) * 2 > room >= cells(piece[end:]) else len(piece)


def _announced(heading: str, count: int, words: Words) -> str:
    if count < 2:
        return ended(heading)
    asked = ended(heading) == heading
    return words("layout.counted_asked" if asked else "layout.counted", heading=heading, count=count)


def _heading(block: Block, words: Words) -> str:
    return words(f"layout.{block.kind}") if block.kind in (KEY_POINTS, TO_DO) else block.heading


def _led(block: Block, words: Words) -> str:
    return words("layout.note") + " " if block.kind == NOTE else ""


class _Page:
    def __init__(
        self, width: int, words: Words, citations: Citations | None, glyphs: Glyphs, *, spoken: bool = False
    ) -> None:
        self.lines: list[Line] = []
        self._width = width
        self._words = words
        self._citations = citations
        self._glyphs = glyphs
        self._spoken = spoken
        self._indent = "  " if width >= NARROWEST_INDENTED and not spoken else ""

    def add(self, text: str, style: str, first: str = "", rest: str = "") -> None:
        self.lines.extend(Line(line, style) for line in wrap(self._glyphs.text(text), self._width, first, rest))

    def block(self, block: Block) -> None:
        heading = _heading(block, self._words)
        self.lines.append(BLANK)
        if heading:
            self.add(heading, "heading")
        for number, item in enumerate(block.items, 1):
            self._item(block, number, item)

    def _item(self, block: Block, number: int, item: Item) -> None:
        style = {NOTE: "note", HELP: "help"}.get(block.kind, "text")
        bullet = self._bullet(block, number)
        hanging = self._indent + " " * cells(bullet)
        name = item.name.strip("[]") if self._spoken else item.name
        text = f"{name}: {item.text}" if block.kind == FACTS and name else _led(block, self._words) + item.text
        marks = self._citations.marks(item) if self._citations is not None and not self._spoken else ""
        self.add(f"{text} {marks}" if marks else text, style, self._indent + bullet, hanging)
        if self._citations is not None and item.who:
            self.add(self._citations.studied(item, self._words), "studied", hanging, hanging)

    def _bullet(self, block: Block, number: int) -> str:
        if block.kind == STEPS:
            return f"{number}. "
        return f"{self._glyphs.bullet} " if block.kind in BULLETED and self._indent else ""
