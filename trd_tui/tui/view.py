"""What the reader shows and how keys change it, without any screen: list, text, search, and what has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from trd_tui import pages
from trd_tui.commands import Command
from trd_tui.glyphs import Glyphs
from trd_tui.layout import lay_out
from trd_tui.model import Entry
from trd_tui.reading import Reading
from trd_tui.tui.rows.foot import helps
from trd_tui.tui.rows.marks import matches
from trd_tui.tui.rows.panes import DETAIL, OUTLINE, SEARCH, Panes
from trd_tui.tui.rows.sections import Sections
from trd_tui.tui.rows.text import START, Anchor, Text
from trd_tui.tui.rows.tree import Tree
from trd_tui.tui.searching import Search
from trd_tui.words import Words


class View:
    """The state of the reader; `pane` has the focus, `shown` is the section in the text pane (None for Help now).

    `linear` is whether linear mode was chosen, or chosen against; None leaves it to the size of the screen. `saves` is
    whether the sheet may be saved and printed.
    """

    def __init__(
        self, reading: Reading, commands: Sequence[Command], glyphs: Glyphs, *, linear: bool | None = None
    ) -> None:
        self.reading = reading
        self.library = reading.library
        self.words: Words = reading.library.words
        self.commands = commands
        self.glyphs = glyphs
        self.linear = linear
        self.saves = True
        self.panes = Panes(0, 0, linear=linear)
        self.sections = Sections(self.library, self.words, glyphs, commands)
        self.tree = Tree(self.library, glyphs)
        self.text = Text()
        self.pane = OUTLINE
        self.shown: Entry | None = reading.entry
        self.search: Search | None = None
        self.marked: tuple[str, ...] = ()
        self.marked_in = ""
        self.match = 0
        self.message = ""
        self.begun = False
        self.hinted = False
        self._spoken = self.stepwise
        self._read = reading.entry
        self.tree.reveal(reading.entry)

    @property
    def stepwise(self) -> bool:
        """Whether linear mode was chosen: rows are then written as they are gone to, so that no more is spoken."""
        return bool(self.linear)

    @property
    def helps(self) -> Sequence[str]:
        """Help now for the last row, in shorter and shorter words, with the number of the country."""
        return helps(self.library.help, self.reading.country, self.words)

    def renew(self) -> None:
        """Take the help lines of another country."""
        if self.shown is None:
            self._fill(START)

    def place(self, width: int, height: int) -> None:
        """Take another size; focus, section, place in the text and search stay.

        At the first size a section that was asked for is opened, where it is not shown beside the list.
        """
        before = self.panes
        self.panes = Panes(width, height, linear=self.linear, searching=self.search is not None)
        linear = self.panes.linear
        self.tree.place(self.panes.list_width, self.panes.body, linear=linear)
        self.text.place(self.panes.body, linear=linear)
        if self.search is not None:
            self.search.found.place(self.panes.list_width, self.panes.body, linear=linear)
        if (before.text_width, self._spoken) != (self.panes.text_width, self.stepwise) or not self.text.lines:
            self._fill(self.text.anchor)
        if self.pane == OUTLINE and self.search is None:
            self.preview()
        if not before.width and not self.panes.wide and self.reading.entry.position:
            self.pane, self.tree.active = DETAIL, False

    def show(self, entry: Entry) -> None:
        """Show the start of a section in the text pane."""
        if self.shown is None or entry.id != self.shown.id or self.text.top or self.text.line:
            self.shown = entry
            self._fill(START)

    def show_help(self) -> None:
        """Show Help now in the text pane."""
        self.shown = None
        self._fill(START)

    def restore(self, entry: Entry, anchor: Anchor) -> None:
        """Show a section again where it was left."""
        self.shown = entry
        self._fill(anchor)

    def turn(self) -> None:
        """Note that something else is on the screen now: what is said once has been said."""
        self.begun, self.hinted = True, self.begun and (self.hinted or self.pane == OUTLINE)

    def focus(self, pane: str) -> None:
        """Give the focus to another part."""
        if pane != self.pane:
            self.turn()
        self.pane = pane
        self.tree.active = pane == OUTLINE
        if self.search is not None:
            self.search.found.active = pane == SEARCH

    def move(self, by: int) -> None:
        """One row up or down in what has the focus."""
        if self.pane == DETAIL:
            self.text.move(by)
        elif self.tree.list.move(by):
            self.preview()

    def page(self, by: int) -> None:
        """One page up or down in what has the focus."""
        if self.pane == DETAIL:
            self.text.page(by)
        elif self.tree.list.page(by):
            self.preview()

    def ends(self, *, last: bool) -> None:
        """To the start or the end of what has the focus."""
        if self.pane == OUTLINE:
            self.tree.list.go(self.tree.list.count - 1 if last else 0)
            self.preview()
        elif last:
            self.text.to_end()
        else:
            self.text.to_start()

    def preview(self) -> None:
        """Show the section that has the focus in the list, without noting it as read."""
        entry = self.tree.focused
        self.reading.entry = entry
        if self.panes.wide and (self.shown is None or self.shown.id != entry.id):
            self.show(entry)

    def enter(self) -> None:
        """Open the focused section in the list, or go into its text; with one pane at a time, both."""
        if self.pane == OUTLINE and (not self.tree.open() or not self.panes.wide):
            self.go(self.tree.focused)
            self.focus(DETAIL)

    def leave(self) -> None:
        """Back: from the text to the list it was opened from; in the list close, or go to the section above."""
        if self.pane == DETAIL:
            self.focus(SEARCH if self.search is not None else OUTLINE)
        elif self.tree.close():
            self.preview()

    def other_pane(self) -> None:
        """From the list to the text and back."""
        if self.pane == DETAIL:
            self.leave()
        elif self.pane == OUTLINE:
            self.go(self.tree.focused)
            self.focus(DETAIL)

    def go(self, entry: Entry) -> None:
        """Read a section: noted in the history, shown, and on the list."""
        self.reading.entry = self._read
        self._read = self.reading.open(entry.id)
        self.tree.reveal(entry)
        if self.shown is None or self.shown.id != entry.id:
            self.show(entry)

    def step(self, by: int) -> None:
        """The next section in reading order, or the one before."""
        position = self.reading.entry.position + by
        if not 0 <= position < self.library.count:
            self.message = self.words("tui.last_section" if by > 0 else "tui.first_section")
            return
        self.end_search()
        self.go(self.library.entry_at(position))
        self.show(self.reading.entry)

    def end_search(self) -> None:
        """Give the list its place back."""
        if self.search is not None:
            self.search = None
            self.place(self.panes.width, self.panes.height)
            if self.pane == SEARCH:
                self.focus(OUTLINE)

    def mark(self, entry: Entry, marked: tuple[str, ...]) -> None:
        """Mark words in a section, which stay marked there until the next search."""
        self.marked, self.marked_in, self.match, self.shown = marked, entry.id, 0, entry
        self._fill(START)
        if self.text.spans:
            self.text.show_match(0)

    def step_match(self, by: int) -> None:
        """The next marked place or the one before, round the ends."""
        if not self.text.spans:
            self.message = self.words("tui.no_match")
            return
        self.focus(DETAIL)
        self.match = (self.text.current + by) % len(self.text.spans)
        self.text.show_match(self.match)

    def _fill(self, anchor: Anchor) -> None:
        width, self._spoken = self.panes.text_width, self.stepwise
        if self.shown is None:
            page = pages.help_now(self.library, self.reading.country)
            lines = lay_out(page.title, page.blocks, width, self.words, None, self.glyphs, spoken=self.stepwise)
            self.text.replace(lines, (), anchor=anchor)
            return
        laid = self.sections.laid(self.shown, width, spoken=self.stepwise)
        self.text.replace(laid.lines, laid.terms, anchor=anchor)
        if self.marked_in == self.shown.id:
            self.text.spans = matches(laid.lines, map(self.glyphs.text, self.marked))
            self.text.current = self.match if self.match < len(self.text.spans) else -1
