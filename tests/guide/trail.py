"""A scripted run through the engine, and what was seen on the way."""

from __future__ import annotations

from tests.guide.script import Script
from trd_tui import guide_pages
from trd_tui.guide.sheet import groups
from trd_tui.guide.walk import ONE_PART, QUESTION, START
from trd_tui.library.store import Library
from trd_tui.model import Block
from trd_tui.reading import Reading

FULL_SCREEN, PLAIN = ("press F2", "press Ctrl+X"), ("type h", "type x")
"""How to get help and how to leave quickly, in the words of each front end."""


class Trail:
    """What one run saw: the questions in order with their texts, the notes of each, and the walk at its end."""

    def __init__(self, library: Library, script: Script, phrases: tuple[str, str] = FULL_SCREEN) -> None:
        self.reading = Reading(library)
        self.walk = self.reading.walk
        self.filled = guide_pages.phrases(self.reading, *phrases)
        self.asked: list[str] = []
        self.texts: dict[str, str] = {}
        self.notes: dict[str, list[str]] = {}
        self.note_texts: dict[str, str] = {}
        self._begin(script.part)
        while self.walk.stage == QUESTION:
            self._answer(script)

    def _begin(self, part: str) -> None:
        self.walk.open()
        self.walk.choose(ONE_PART if part else START)
        if part:
            self.walk.choose_part(part)

    def _answer(self, script: Script) -> None:
        walk, id = self.walk, self.walk.current.id
        self.asked.append(id)
        self.texts[id] = " ".join(guide_pages.asked(walk, self.filled))
        found = walk.answer(script.given[id]) if script.given[id] else walk.skip()
        if found:
            self.notes[id] = [note.id for note in found]
        for note in found:
            self.note_texts[note.id] = page_text(guide_pages.note(note, walk, self.filled).blocks)
        walk.seen()

    @property
    def results(self) -> list[tuple[str, str]]:
        """Results and states, in order."""
        return [(result.finding.id, result.state) for result in self.walk.outcome.results]

    @property
    def sheet(self) -> str:
        """The text of the sheet."""
        page, _ = guide_pages.sheet(self.walk, self.reading.library, self.reading.library.words, self.filled, "a day")
        return page_text(page.blocks)

    @property
    def screen(self) -> str:
        """The text of the results on the screen, all of them."""
        words = self.reading.library.words
        return page_text(guide_pages.results(self.walk, words, self.filled, more=True).blocks)

    @property
    def found(self) -> str:
        """The text of the results alone, without what always stands there."""
        shown = groups(self.walk.guide, self.walk.outcome)
        return "\n".join(entry.text for group in shown for entry in group.entries)


def page_text(blocks: tuple[Block, ...]) -> str:
    """The texts of a page, a line each, its headings too."""
    return "\n".join(line for block in blocks for line in (block.heading, *(item.text for item in block.items)) if line)
