"""The sheet to take along: every line can be taken off, then it is saved, or printed on leaving."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from trd_tui import guide_pages
from trd_tui.guide_pages import STATE_WORDS
from trd_tui.model import FACTS
from trd_tui.tui.rows.choices import SEVERAL, box, choice, entry, gap, page_piece, paragraph, spread
from trd_tui.tui.rows.foot import SPACE, Hint
from trd_tui.tui.screens.guide.face import BACK, KEYS, GuideFace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trd_tui.citations import Citations
    from trd_tui.guide.sheet import Group
    from trd_tui.pages import Page
    from trd_tui.tui.rows.column import Piece
    from trd_tui.tui.screens.guide.way import GuideWay

SAVE, PRINT = "save", "print"


class SheetFace(GuideFace):
    """What can be done with the sheet, and its lines with their state; Space takes a line off or puts it back."""

    hints = (Hint(SPACE, "strike"), Hint("enter", "choose"), BACK, KEYS)

    def __init__(self, way: GuideWay) -> None:
        super().__init__(way)
        self.walk = way.walk
        self.actions |= {"leave": way.close, "guide_back": way.close}

    @property
    def name(self) -> str:
        """The heading."""
        return self.words("guide.sheet")

    def pieces(self) -> list[Piece]:
        """Heading, what can be done, all lines with their state, sources."""
        words, glyphs = self.words, self.glyphs
        page, citations = self._sheet()
        linear, prints, print_it = self.panes.linear, self.way.prints, words("tui.guide.print")
        printed = "" if linear else box(SEVERAL, chosen=prints)
        print_it = words("tui.guide.chosen", text=print_it) if linear and prints else print_it
        mark = box(SEVERAL, chosen=True)
        strike = words("tui.guide.strike_words") if linear else words("tui.guide.strike", mark=mark)
        told = [strike, *(one.text for one in page.blocks[0].items)]
        kept = [choice(1, words("tui.guide.save"), "", glyphs, SAVE), choice(2, print_it, printed, glyphs, PRINT)]
        return [
            paragraph(page.title, glyphs, "heading"),
            gap(),
            *(kept if self.view.saves else [paragraph(words("kiosk.sheet"), glyphs)]),
            gap(),
            *spread(told, glyphs),
            *self._lines(_marks(page, citations)),
            *self._ending(page),
        ]

    def typed(self, key: str, letter: str) -> bool:
        """Space changes what has the focus."""
        if key != SPACE:
            return super().typed(key, letter)
        self._change(self.column.take())
        return True

    def enter(self) -> None:
        """Save, or say which key takes a line off."""
        id = self.column.take()
        if id == SAVE:
            self.way.open_save()
        elif id == PRINT:
            self._change(id)
        elif id:
            self.say(self.words("tui.guide.strike_how"), self.words("tui.guide.strike_how_short"))

    def page_shown(self) -> Page:
        """The sheet as a page."""
        return self._sheet()[0]

    def _sheet(self) -> tuple[Page, Citations]:
        view = self.view
        return guide_pages.sheet(self.walk, view.library, self.words, self.way.phrases, guide_pages.today())

    def _change(self, id: str) -> None:
        if id == SAVE:
            self.way.open_save()
        elif id == PRINT:
            self.way.prints = not self.way.prints
        elif id:
            off = self.walk.struck.intersection(_with_above(id))
            self.walk.struck = self.walk.struck - off if off else self.walk.struck | {id}
        self.renew()

    def _lines(self, marks: dict[str, str]) -> list[Piece]:
        """The findings under the headings of their states, each state closed by the fixed line; then what to bring."""
        pieces: list[Piece] = []
        for state, groups in groupby(guide_pages.shown_groups(self.walk), attrgetter("state")):
            if state:
                pieces += [paragraph(self.words(STATE_WORDS[state]), self.glyphs, "title"), gap()]
            for group in groups:
                pieces += [*self._group(group, marks), gap()]
            if state:
                pieces += [paragraph(self.walk.guide.fixed.group, self.glyphs), gap()]
        return [*pieces, *self._group(guide_pages.bring_group(self.walk, self.words), marks), gap()]

    def _group(self, group: Group, marks: dict[str, str]) -> list[Piece]:
        """The title, which stands for the whole of it, then its lines."""
        lines = [(group.id, group.title), *((one.key, one.text) for one in group.entries)]
        return [self._line(id, text, marks.get(text, "")) for id, text in lines]

    def _line(self, id: str, text: str, cited: str) -> Piece:
        off = bool(self.walk.struck.intersection(_with_above(id)))
        marked = f"{text} {cited}" if cited and not self.stepwise else text
        told = self.words("tui.guide.struck", text=text) if off else marked
        state = "" if self.panes.linear else box(SEVERAL, chosen=not off)
        return entry(told, state, self.glyphs, id, inner="." in id)

    def _ending(self, page: Page) -> list[Piece]:
        """The lines and the sources that always stand at the end."""
        listed = [block for block in page.blocks if block.kind == FACTS]
        closing = [item.text for item in page.blocks[-1 - len(listed)].items]
        sources = [page_piece(listed, self.words, self.glyphs, spoken=self.stepwise)] if listed else []
        end = paragraph(self.walk.guide.fixed.end, self.glyphs)
        return [end, gap(), *spread(closing, self.glyphs), *sources]


def _with_above(id: str) -> list[str]:
    """A line, the line that it stands under, and the whole that it is part of: R-B3.1.2, R-B3.1, R-B3."""
    pieces = id.split(".")
    return [".".join(pieces[:end]) for end in range(len(pieces), 0, -1)]


def _marks(page: Page, citations: Citations) -> dict[str, str]:
    """The marks of the sources behind each line, by its text."""
    items: Sequence[tuple[str, str]] = [
        (item.text, citations.marks(item)) for block in page.blocks for item in block.items if item.evidence
    ]
    return dict(items)
