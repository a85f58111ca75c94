"""A section of the article over the results, at the full width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trd_tui import pages
from trd_tui.layout import lay_out
from trd_tui.pages import Page
from trd_tui.tui.screens.page import PageFace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trd_tui.layout import Line
    from trd_tui.tui.view import View


class SectionFace(PageFace):
    """One section with the marks of its sources; Escape leads back to the finding, and the reader's place stays."""

    def __init__(self, id: str, view: View, close: Callable[[], None]) -> None:
        section = view.library.section(id)
        super().__init__(Page(f"section {id}", section.entry.title, section.blocks), view, close)
        self._citations = pages.cited(view.library, section.blocks)
        self._short = section.entry.short

    @property
    def short(self) -> str:
        """The short title of the section."""
        return self._short or self.page.title

    def lines(self, width: int) -> Sequence[Line]:
        """The section as the reader lays it out."""
        view, page = self._view, self.page
        citations, spoken = self._citations, view.stepwise
        return lay_out(page.title, page.blocks, width, view.words, citations, view.glyphs, spoken=spoken)
