"""What a column is made of: paragraphs, blocks of a page, and choices with their state in characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trd_tui.glyphs import Glyphs
from trd_tui.layout import BLANK, Line, lay_out, wrap
from trd_tui.model import Block
from trd_tui.tui.rows.column import Piece
from trd_tui.tui.rows.foot import ROOMY
from trd_tui.words import Words

ONE, SEVERAL = "()", "[]"
TEXT_WIDEST = 78


def gap() -> Piece:
    """An empty line."""
    return Piece(_empty)


def closed_up(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces with no empty lines between them, which say nothing to who goes line by line."""
    return [Piece(_nothing) if piece.lay is _empty else piece for piece in pieces]


def _empty(_width: int) -> Sequence[Line]:
    return [BLANK]


def _nothing(_width: int) -> Sequence[Line]:
    return []


def paragraph(text: str, glyphs: Glyphs, style: str = "text", id: str = "") -> Piece:
    """A text with a margin where there is room for one."""

    def lay(width: int) -> Sequence[Line]:
        margin = "  " if width >= ROOMY else ""
        return [Line(line, style) for line in wrap(glyphs.text(text), min(width, TEXT_WIDEST), margin, margin)]

    return Piece(lay, id)


def spread(texts: Iterable[str], glyphs: Glyphs) -> list[Piece]:
    """Some texts, each with an empty line after it."""
    return [piece for text in texts for piece in (paragraph(text, glyphs), gap())]


def page_piece(blocks: Sequence[Block], words: Words, glyphs: Glyphs, id: str = "", *, spoken: bool = False) -> Piece:
    """Blocks as every page lays them out."""

    def lay(width: int) -> Sequence[Line]:
        margin = "  " if width >= ROOMY else ""
        room = max(1, min(width, TEXT_WIDEST) - len(margin))
        laid = lay_out("", blocks, room, words, None, glyphs, spoken=spoken)[0 if spoken else 2 :]
        return [Line(margin + line.text if line.text else "", line.style) for line in laid]

    return Piece(lay, id)


def choice(number: int, text: str, state: str, glyphs: Glyphs, id: str) -> Piece:
    """A numbered choice; `state` is what stands before its text, such as "( )" and "[x]", or nothing."""
    return _hanging(f"{number:>3} {state} " if state else f"{number:>3} ", text, glyphs, id)


def entry(text: str, state: str, glyphs: Glyphs, id: str, *, inner: bool = False) -> Piece:
    """A line that can be marked or not, without a number; an `inner` one stands under another."""
    return _hanging(f"{'   ' if inner else ' '}{state} " if state else " ", text, glyphs, id)


def _hanging(lead: str, text: str, glyphs: Glyphs, id: str) -> Piece:
    def lay(width: int) -> Sequence[Line]:
        first, rest = (lead, " " * len(lead)) if width >= ROOMY else (lead.lstrip(), "  ")
        return [Line(line, "choice") for line in wrap(glyphs.text(text), min(width, TEXT_WIDEST), first, rest)]

    return Piece(lay, id)


def box(kind: str, *, chosen: bool) -> str:
    """The state of a choice: "( )" or "(x)" where one can be chosen, "[ ]" or "[x]" where several can."""
    return f"{kind[0]}{'x' if chosen else ' '}{kind[1]}"
