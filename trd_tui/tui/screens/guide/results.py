"""What the answers give: findings that lead to the article, and on to the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trd_tui import guide_pages
from trd_tui.guide_pages import FIRST_SHOWN, MORE
from trd_tui.tui.rows.choices import gap, page_piece, paragraph
from trd_tui.tui.rows.foot import Hint
from trd_tui.tui.screens.guide.face import BEFORE, KEYS, LEAVE, REVIEW, GuideFace

if TYPE_CHECKING:
    from trd_tui.guide.sheet import Group
    from trd_tui.pages import Page
    from trd_tui.tui.rows.column import Piece
    from trd_tui.tui.screens.guide.way import GuideWay

SHEET = "sheet"


class ResultsFace(GuideFace):
    """Five findings first, then the rest; Enter on one opens its section of the article."""

    hints = (Hint("enter", "open"), Hint("guide_sheet", "sheet"), REVIEW, LEAVE, BEFORE, KEYS)

    def __init__(self, way: GuideWay) -> None:
        super().__init__(way)
        self.all = False
        self.actions |= {"guide_back": way.then(way.walk.back)}

    @property
    def name(self) -> str:
        """The heading."""
        return self.words("guide.results")

    def pieces(self) -> list[Piece]:
        """The results as both front ends show them; what can be opened can have the focus."""
        pieces = [paragraph(self.name, self.glyphs, "heading")]
        for one in guide_pages.passages(self.way.walk, self.words, self.way.phrases, more=self.all):
            leads = one.id if one.section or one.id == MORE else ""
            pieces += [gap(), page_piece(one.blocks, self.words, self.glyphs, leads, spoken=self.stepwise)]
        pieces += [gap(), paragraph(self.words("command.guide_sheet"), self.glyphs, "choice", SHEET)]
        if not self.stepwise:
            return pieces
        prompt = self.words("tui.guide.prompt_results", press=self.press("enter"), sheet=self.press("guide_sheet"))
        return [*pieces, paragraph(prompt, self.glyphs, "legend")]

    def enter(self) -> None:
        """Open the section of a finding, show the rest, or go to the sheet."""
        id = self.column.take()
        if id == MORE:
            self._show_all()
        elif id == SHEET:
            self.way.open_sheet()
        elif id:
            self.way.open_section(next(group.section for group in self._groups if group.id == id))
        elif self.panes.linear:
            self.say(self.words("tui.guide.no_finding"), self.words("tui.guide.no_finding_short"))

    def page_shown(self) -> Page:
        """The results as a page."""
        return guide_pages.results(self.way.walk, self.words, self.way.phrases, more=self.all)

    def _show_all(self) -> None:
        """Show the rest; the first of it has the focus."""
        first = self._groups[FIRST_SHOWN]
        self.all = True
        self.renew()
        self.column.go(first.id)

    @property
    def _groups(self) -> Sequence[Group]:
        return guide_pages.shown_groups(self.way.walk)
