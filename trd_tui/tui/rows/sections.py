"""Sections laid out at a width, with the words that have a meaning in the word list; the last few are kept."""

from __future__ import annotations

from collections.abc import Sequence

from trd_tui import pages
from trd_tui.commands import Command, told_key
from trd_tui.glyphs import Glyphs
from trd_tui.layout import BLANK, Line, lay_out
from trd_tui.library.store import Library
from trd_tui.model import Entry
from trd_tui.sentences import ended
from trd_tui.tui.rows.marks import Span, first_of_each
from trd_tui.words import Words

KEPT = 16
TERM_STYLES = ("text", "note")


class Laid:
    """The lines of one section at one width, and the places of its terms."""

    __slots__ = ("lines", "terms")

    def __init__(self, lines: Sequence[Line], terms: Sequence[Span]) -> None:
        self.lines = lines
        self.terms = terms


class Sections:
    """Laid-out sections of a library, the least recently used forgotten first."""

    def __init__(self, library: Library, words: Words, glyphs: Glyphs, commands: Sequence[Command]) -> None:
        self._library = library
        self._words = words
        self._glyphs = glyphs
        self._next_key = told_key(commands, "next_section", words)
        self._guide_key = told_key(commands, "guide", words, last=True)
        self._kept: dict[tuple[str, int, bool], Laid] = {}

    def laid(self, entry: Entry, width: int, *, spoken: bool) -> Laid:
        """The lines of a section at a width."""
        key = (entry.id, width, spoken)
        laid = self._kept.pop(key, None) or self._lay_out(entry, width, spoken=spoken)
        self._kept[key] = laid
        if len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return laid

    def _lay_out(self, entry: Entry, width: int, *, spoken: bool) -> Laid:
        section = self._library.section(entry.id)
        citations = pages.cited(self._library, section.blocks)
        lines = lay_out(entry.title, section.blocks, width, self._words, citations, self._glyphs, spoken=spoken)
        names = ((one.term, one.short) for one in self._library.terms_in(entry.id))
        terms = first_of_each(lines, ((*map(self._glyphs.text, variants),) for variants in names), TERM_STYLES)
        return Laid([*lines, *([] if spoken else [BLANK]), *self._ending(entry, width)], terms)

    def _ending(self, entry: Entry, width: int) -> Sequence[Line]:
        last = entry.position + 1 >= self._library.count
        following = None if last else self._library.entry_at(entry.position + 1)
        text = (
            self._words("tui.last_section")
            if following is None
            else self._words("tui.next", title=following.title, press=self._next_key)
        )
        return [line for told in (*self._offers(entry), text) for line in self._told(told, width)]

    def _offers(self, entry: Entry) -> list[str]:
        """The part of the guide that is about this section, in one line."""
        title = self._library.offered(entry.id)
        if not title:
            return []
        offer = self._words("guide.offers", title=ended(title))
        return [self._words("tui.guide.offers", offer=offer, press=self._guide_key)]

    def _told(self, text: str, width: int) -> Sequence[Line]:
        lines = lay_out(text, (), width, self._words, None, self._glyphs)
        return [Line(line.text, "legend") for line in lines]
