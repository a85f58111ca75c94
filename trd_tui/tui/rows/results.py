"""What a search found, as a list: Help now where the words speak of danger, hits with a reason, a spelling to try."""

from __future__ import annotations

from trd_tui.glyphs import Glyphs
from trd_tui.layout import wrap
from trd_tui.model import HelpNow, Hit, Results
from trd_tui.tui.rows.listing import MARGIN, Listing
from trd_tui.tui.rows.row import Row
from trd_tui.tui.rows.top import cut_end
from trd_tui.words import Words

HELP, HIT, SUGGESTION = "help", "hit", "suggestion"
SENTENCE_ROWS = 2


class Found:
    """The rows of an answer to a search; `kinds` names each item that can have the focus.

    `press` is the key of Help now as a person reads it.
    """

    __slots__ = (
        "_glyphs", "_help", "_press", "_words", "active", "kinds", "linear", "list", "results", "stepwise", "width",
    )  # fmt: skip

    def __init__(
        self, results: Results, help: HelpNow, words: Words, glyphs: Glyphs, press: str, *, stepwise: bool
    ) -> None:
        self.results = results
        self.linear, self.stepwise = False, stepwise
        self._help = help
        self._press = press
        self._words = words
        self._glyphs = glyphs
        self.active = True
        self.width = 0
        suggestion = [SUGGESTION] if results.suggestion else []
        self.kinds = [HELP] * results.danger + [HIT] * len(results.hits) + suggestion
        self.list = Listing(self.rows_of, len(self.kinds))

    @property
    def focused(self) -> str:
        """The kind of the item that has the focus; empty when nothing was found."""
        return self.kinds[self.list.focus] if self.kinds else ""

    @property
    def hit(self) -> Hit | None:
        """The result that has the focus."""
        if self.focused != HIT:
            return None
        return self.results.hits[self.list.focus - self.results.danger]

    @property
    def count(self) -> str:
        """How many were found, in words; empty before anything was typed."""
        if not self.results.query.strip():
            return ""
        found = len(self.results.hits)
        return self._words("search.found_one") if found == 1 else self._words("search.found", count=found)

    def place(self, width: int, height: int, *, linear: bool) -> None:
        """Take another size; what stands beside the list takes its rows first."""
        self.width, self.linear = width, linear
        self.list.margin = 0 if linear else MARGIN
        self.list.place(max(1, height - len(self.preface())))

    def preface(self) -> list[Row]:
        """The rows beside the list: that nothing was found, or what to type."""
        if not self.results.query.strip():
            return self._told(self._words("search.empty_enter" if self.stepwise else "search.empty"))
        if self.results.hits:
            return []
        told = self._told(self._words("search.nothing", query=self.results.query))
        return told if self.results.suggestion else told + self._told(self._words("search.hint"))

    def rows(self) -> list[Row]:
        """All rows on the screen; nothing stands above Help now."""
        listed = [row for _, row in self.list.visible()]
        return listed + self.preface() if self.results.danger else self.preface() + listed

    def cursor_row(self) -> int:
        """The row of the focused item; the first row where nothing was found."""
        return self.list.row() + self._above if self.kinds else 0

    def focused_rows(self) -> range:
        """The rows of the focused item; where nothing was found, those that say so."""
        if not self.kinds:
            return range(len(self.preface()))
        rows = self.list.focused_rows()
        return range(rows.start + self._above, rows.stop + self._above)

    @property
    def _above(self) -> int:
        return 0 if self.results.danger else len(self.preface())

    def rows_of(self, index: int) -> list[Row]:
        """The rows of one item."""
        kind = self.kinds[index]
        here = index == self.list.focus
        if kind == HELP:
            title = self._words("search.help", title=self._help.title, press=self._press)
            return self._item(here, title, self._help.mention, "", "help")
        if kind == SUGGESTION:
            return self._item(here, self._words("search.suggest", suggestion=self.results.suggestion), "", "", "text")
        hit = self.results.hits[index - self.results.danger]
        return self._item(here, hit.entry.short or hit.entry.title, hit.sentence, hit.reason, "text")

    def _item(self, here: bool, title: str, sentence: str, reason: str, style: str) -> list[Row]:
        room = max(1, self.width - 1)
        if self.stepwise:
            told = " ".join(filter(None, (f"{title}:" if sentence else title, sentence, reason)))
            rows = len(wrap(self._glyphs.text(f"{title}:"), room, " ", " "))
            return [[(line, style)] for line in self._some(told, room, rows, " ")]
        marked = here and self.active and not self.linear
        focus = self._glyphs.focus if marked else " "
        heading = "focus" if marked else "help" if style == "help" else "heading"
        lines = [(line, heading) for line in wrap(self._glyphs.text(title), room, " ", " ")]
        lines += [(line, style) for line in self._some(sentence, room, SENTENCE_ROWS if style != "help" else 4)]
        lines += [(line, "studied") for line in self._some(reason, room, SENTENCE_ROWS)]
        return [[(focus if row == 0 else " ", "mark"), (line, name)] for row, (line, name) in enumerate(lines)]

    def _some(self, text: str, room: int, rows: int, margin: str = "") -> list[str]:
        if not text:
            return []
        margin = margin or ("   " if room > 20 else " ")
        lines = wrap(self._glyphs.text(text), room, margin, margin)
        if len(lines) > rows:
            lines = [*lines[: rows - 1], cut_end(lines[rows - 1] + " " * room, room, self._glyphs)]
        return lines

    def _told(self, text: str) -> list[Row]:
        return [[(line, "text")] for line in wrap(self._glyphs.text(text), self.width, " ", " ")]
