"""The list of answers: Enter changes one and comes back to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trd_tui import guide_pages
from trd_tui.guide.walk import GO_ON
from trd_tui.tui.rows.foot import Hint
from trd_tui.tui.screens.guide.face import BACK, KEYS
from trd_tui.tui.screens.guide.menu import MenuFace

if TYPE_CHECKING:
    from trd_tui.tui.screens.guide.way import GuideWay


class ReviewFace(MenuFace):
    """Every question with its answer, and last the way on; the focus comes back to what was changed."""

    hints = (Hint("enter", "change"), BACK, KEYS)

    def __init__(self, way: GuideWay) -> None:
        walk, words = way.walk, way.view.words
        options = [
            (one.id, words("guide.answered", title=one.title, answer=guide_pages.answer_text(walk, one, words)))
            for one in walk.reviewed
        ]
        go_on = (GO_ON, walk.guide.welcome.choices[GO_ON])
        super().__init__(way, words("guide.review"), [*options, go_on], self._chosen)
        self._first = walk.current.id
        back = way.then(walk.back)
        self.actions |= {**way.actions, "leave": back, "guide_back": back}

    def place(self, width: int, height: int) -> None:
        """Wrap anew; at first the focus is on the question that was on the screen."""
        super().place(width, height)
        if self._first:
            self.column.go(self._first)
            self._first = ""

    def _chosen(self, id: str) -> None:
        walk = self.way.walk
        if id == GO_ON:
            walk.go_on()
        else:
            walk.change(id)
        self.way.show()
