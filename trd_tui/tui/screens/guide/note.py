"""What is said straight after an answer: an urgent note, or where to get help right now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trd_tui import guide_pages
from trd_tui.pages import Page
from trd_tui.tui.rows.choices import closed_up, gap, paragraph
from trd_tui.tui.rows.foot import SPACE, Hint
from trd_tui.tui.screens.guide.face import BEFORE, LEAVE, GuideFace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trd_tui.guide.definition import Note
    from trd_tui.tui.rows.column import Piece
    from trd_tui.tui.screens.guide.way import GuideWay


class NoteFace(GuideFace):
    """One note; Space reads on and Escape closes it.

    Enter does not: the Enter that gave the answer may be held, and a terminal does not tell a held key from a new one.
    """

    hints = (Hint(SPACE, "read_on", rank=1), Hint("leave", "close"), Hint("country", "country"))

    def __init__(self, way: GuideWay, note: Note) -> None:
        super().__init__(way)
        self.note = note
        self.actions = {**self.moving, "leave": way.noted, "enter": self.enter}

    @property
    def name(self) -> str:
        """The heading of the note."""
        return self.note.title

    def pieces(self) -> list[Piece]:
        """The heading, the lines, each by itself, and how to go on."""
        page = self.page_shown()
        texts = [item.text for block in page.blocks for item in block.items]
        return [
            paragraph(page.title, self.glyphs, "heading"),
            *(piece for text in texts for piece in (gap(), paragraph(text, self.glyphs, "note"))),
            gap(),
            paragraph(self.words("tui.guide.read_on"), self.glyphs, "legend"),
        ]

    def typed(self, key: str, letter: str) -> bool:
        """Space shows the rest of the note, and after its end goes on."""
        if key != SPACE:
            return False
        if self.column.percent < 100:
            self.column.page(1)
        else:
            self.way.noted()
        return True

    def enter(self) -> None:
        """Say which key goes on."""
        self.say(self.words("tui.guide.read_on"), self.words("tui.guide.read_on_short"))

    def page_shown(self) -> Page:
        """The note as a page."""
        return guide_pages.note(self.note, self.way.walk, self.way.phrases)


class UrgentFace(GuideFace):
    """Get help right now: the numbers on lines of their own, with much room around; no answer and no result."""

    hints = (
        Hint("country", "country"),
        BEFORE,
        Hint("guide_sheet", "notes"),
        LEAVE,
    )

    def __init__(self, way: GuideWay, note: Note) -> None:
        super().__init__(way)
        self.note = note
        self.actions = {
            **self.moving,
            "leave": way.leave,
            "guide_leave": way.leave,
            "guide_back": way.then(way.walk.back),
            "guide_sheet": way.then(way.walk.stop),
        }

    @property
    def name(self) -> str:
        """The heading."""
        return self.note.title

    def pieces(self) -> list[Piece]:
        """The lines, the numbers standing out, and what can be pressed here."""
        texts = [item.text for block in self.page_shown().blocks for item in block.items]
        air = [gap()] if self.panes.rules else closed_up([gap()])
        pieces: list[Piece] = []
        for text in texts:
            style = "help" if self._is_number(text) else "note"
            pieces += [paragraph(text, self.glyphs, style), *air]
        between = closed_up([gap()]) if self.panes.rules else [gap()]
        return [*pieces, *between, *self._keys()]

    def typed(self, key: str, letter: str) -> bool:
        """The letters of plain mode do the same here: l leaves, b goes back."""
        id = self.letters.get(letter)
        if id:
            self.actions[id]()
        return bool(id)

    def page_shown(self) -> Page:
        """The urgent note as a page."""
        return guide_pages.note(self.note, self.way.walk, self.way.phrases)

    @property
    def letters(self) -> Mapping[str, str]:
        """Those of plain mode, where letters are keys at all."""
        return {
            one.letter: one.id for one in self.view.commands if one.letter and one.id in ("guide_leave", "guide_back")
        }

    def _is_number(self, text: str) -> bool:
        return any(self.way.phrases[name] in text.lower() for name in ("crisis", "emergency"))

    def _keys(self) -> list[Piece]:
        letters, words = {id: letter for letter, id in self.letters.items()}, self.words
        said = (
            (self.press("country"), words("command.country")),
            (self.press("guide_sheet"), words("guide.my_notes")),
            (letters.get("guide_back") or self.press("guide_back"), words("command.guide_back")),
            (letters.get("guide_leave") or self.press("leave"), words("command.guide_leave")),
        )
        return [
            paragraph(words("tui.guide.keyed", press=press, does=does), self.glyphs, "legend") for press, does in said
        ]
