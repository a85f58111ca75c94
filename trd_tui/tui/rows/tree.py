"""The outline: which sections are open, which are on the list, and the rows they are drawn as."""

from __future__ import annotations

from trd_tui.glyphs import Glyphs
from trd_tui.layout import wrap
from trd_tui.library.store import Library
from trd_tui.model import Entry
from trd_tui.tui.rows.listing import MARGIN, Listing
from trd_tui.tui.rows.row import Row

INDENT = 2


class Tree:
    """The list of sections on the screen; children are read from the library when their section is opened.

    In linear mode whether a section is open is said in words, nothing marks the focus, and the list scrolls by the row
    that is gone to.
    """

    __slots__ = ("_glyphs", "_library", "_wrapped", "active", "entries", "linear", "list", "opened", "width")

    def __init__(self, library: Library, glyphs: Glyphs) -> None:
        self._library = library
        self._glyphs = glyphs
        self._wrapped: dict[tuple[str, bool], list[str]] = {}
        self.linear = False
        self.active = True
        self.width = 0
        self.opened: set[str] = set()
        self.entries: list[Entry] = list(library.children(""))
        self.list = Listing(self.rows_of, len(self.entries))

    @property
    def focused(self) -> Entry:
        """The section that has the focus."""
        return self.entries[self.list.focus]

    def place(self, width: int, height: int, *, linear: bool) -> None:
        """Take another size."""
        if (width, linear) != (self.width, self.linear):
            self._wrapped.clear()
        self.width, self.linear = width, linear
        self.list.margin = 0 if linear else MARGIN
        self.list.place(height)

    def open(self) -> bool:
        """Show the children of the focused section; False where it has none or shows them."""
        entry = self.focused
        if not entry.children or entry.id in self.opened:
            return False
        self.opened.add(entry.id)
        at = self.list.focus + 1
        self.entries[at:at] = self._library.children(entry.id)
        self._changed()
        return True

    def close(self) -> bool:
        """Hide the children of the focused section, or go to its parent; False at the top."""
        entry = self.focused
        if entry.id in self.opened:
            self._shut(self.list.focus)
            self._changed()
            return True
        if not entry.parent:
            return False
        return self.list.go(self._index(entry.parent))

    def reveal(self, entry: Entry) -> None:
        """Put the focus on a section, and open all that it is part of."""
        for above in self._library.path(entry.id):
            self.list.focus = self._index(above.id)
            if above.id != entry.id:
                self.open()
        self.list.scroll()

    def rows_of(self, index: int) -> list[Row]:
        """The rows of one section: focus mark, indentation, open or closed, title; in linear mode without marks."""
        entry = self.entries[index]
        here = index == self.list.focus
        glyphs = self._glyphs
        focus = glyphs.focus if here and self.active and not self.linear else " "
        is_open = entry.id in self.opened
        lines = self._wrapped.get((entry.id, is_open)) or self._wrap(entry, is_open=is_open)
        style = "text" if not here or self.linear else "focus" if self.active else "current"
        return [[(focus if row == 0 else " ", "mark"), (line, style)] for row, line in enumerate(lines)]

    def _wrap(self, entry: Entry, *, is_open: bool) -> list[str]:
        room, glyphs, title = self.width - 1, self._glyphs, entry.short or entry.title
        indent = " " * min(INDENT * (entry.level - self.entries[0].level), max(0, room // 4))
        if self.linear:
            state = ("tui.open" if is_open else "tui.closed") if entry.children else ""
            told = self._library.words(state, title=title) if state else title
            lines = wrap(glyphs.text(told), room, indent, f"{indent} ")
        else:
            mark = (glyphs.opened if is_open else glyphs.closed) if entry.children else " "
            lines = wrap(glyphs.text(title), room, f"{indent}{mark} ", f"{indent}  ")
        self._wrapped[entry.id, is_open] = lines
        return lines

    def _index(self, id: str) -> int:
        return next(index for index, entry in enumerate(self.entries) if entry.id == id)

    def _shut(self, at: int) -> None:
        level, end = self.entries[at].level, at + 1
        while end < len(self.entries) and self.entries[end].level > level:
            self.opened.discard(self.entries[end].id)
            end += 1
        self.opened.discard(self.entries[at].id)
        del self.entries[at + 1 : end]

    def _changed(self) -> None:
        self.list.count = len(self.entries)
        self.list.scroll()
