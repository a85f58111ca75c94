"""The outline: which sections are open, which are on the list, and the rows they are drawn as."""

from __future__ import annotations

from trd_tui.glyphs import Glyphs
from trd_tui.layout import wrap
from trd_tui.library.store import Library
from trd_tui.model import Entry
from trd_tui.tui.rows.listing import Listing
from trd_tui.tui.rows.row import Row

INDENT = 2


class Tree:
    """The list of sections on the screen; children are read from the library when their section is opened."""

    __slots__ = ("_glyphs", "_library", "_wrapped", "active", "entries", "linear", "list", "opened", "width")

    def __init__(self, library: Library, glyphs: Glyphs, *, linear: bool = False) -> None:
        self._library = library
        self._glyphs = glyphs
        self._wrapped: dict[tuple[str, str], list[str]] = {}
        self.linear = linear
        self.active = True
        self.width = 0
        self.opened: set[str] = set()
        self.entries: list[Entry] = list(library.children(""))
        self.list = Listing(self.rows_of, len(self.entries))

    @property
    def focused(self) -> Entry:
        """The section that has the focus."""
        return self.entries[self.list.focus]

    def place(self, width: int, height: int) -> None:
        """Take another size."""
        if width != self.width:
            self._wrapped.clear()
        self.width = width
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
        """The rows of one section: focus mark, indentation, open or closed, title."""
        entry = self.entries[index]
        here = index == self.list.focus
        glyphs = self._glyphs
        focus = glyphs.focus if here and self.active and not self.linear else " "
        mark = (glyphs.opened if entry.id in self.opened else glyphs.closed) if entry.children else " "
        lines = self._wrapped.get((entry.id, mark)) or self._wrap(entry, mark)
        style = "text" if not here or self.linear else "focus" if self.active else "current"
        return [[(focus if row == 0 else " ", "mark"), (line, style)] for row, line in enumerate(lines)]

    def _wrap(self, entry: Entry, mark: str) -> list[str]:
        room = self.width - 1
        indent = " " * min(INDENT * (entry.level - self.entries[0].level), max(0, room // 4))
        lines = wrap(self._glyphs.text(entry.short or entry.title), room, f"{indent}{mark} ", f"{indent}  ")
        self._wrapped[entry.id, mark] = lines
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
