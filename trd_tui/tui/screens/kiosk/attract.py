"""The first screen of a kiosk: still, to be read from across a room, and saying how to begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trd_tui.commands import told_key
from trd_tui.layout import wrap
from trd_tui.tui.rows.banner import LARGEST, banner
from trd_tui.tui.rows.foot import lines_of
from trd_tui.tui.rows.panes import Panes
from trd_tui.tui.rows.row import Row
from trd_tui.tui.screens.face import Face, Place
from trd_tui.tui.view import View

PLAIN_KEY = "p"
WIDEST = 64
MARGIN_FROM = 30
SHORT = ("kiosk.start_short", "kiosk.plain_short", "kiosk.help_short")


class AttractFace(Face):
    """The title, how to start, how to get plain mode, how to get help now; every other key does nothing."""

    leads_on = True

    def __init__(
        self,
        view: View,
        hear: str,
        does: Mapping[str, Callable[[], object]],
        allowed: Mapping[str, Callable[[], object]],
    ) -> None:
        """`does` is every command there is, of which only those `allowed` do something here."""
        self._view = view
        self._hear = hear
        self.panes = Panes(0, 0, linear=view.linear)
        self.actions = {**dict.fromkeys((*does, "leave"), _nothing), **allowed}
        self._plain = allowed["switch"]
        self._width = 0

    @property
    def stepwise(self) -> bool:  # type: ignore[override]
        """Whether linear mode was chosen."""
        return self._view.stepwise

    def place(self, width: int, height: int) -> None:
        """Take another size."""
        self.panes = Panes(width, height, linear=self._view.linear)
        self.panes.narrow()

    def typed(self, key: str, letter: str) -> bool:
        """P leads to plain mode, where single letters are keys at all."""
        if letter.lower() != PLAIN_KEY or not self._has_letters:
            return False
        self._plain()
        return True

    def rows(self) -> list[Row]:
        """The fullest form that has room, in the middle of the screen."""
        width, height = self.panes.width, self.panes.height
        shown = next((rows for rows in self._forms(width) if len(rows) <= height), [])
        shown = shown or self._short(width)[-height or 1 :]
        above = (height - len(shown)) // 2
        rows: list[Row] = [[] for _ in range(above)]
        rows += shown
        return rows + [[] for _ in range(height - len(rows))]

    def cursor(self) -> Place:
        """The first row that says something."""
        said = (y for y, row in enumerate(self.rows()) if any(text.strip() for text, _ in row))
        return 0, next(said, 0)

    def forget_message(self) -> None:
        """Nothing: there is no message."""

    def say(self, *messages: str) -> None:
        """Nothing: there is no message."""

    def renew(self) -> None:
        """Nothing: the words are asked for each time."""

    def _forms(self, width: int) -> list[list[Row]]:
        airy, word = self._texts(width, air=not self.stepwise), self._view.words("kiosk.big")
        sizes = [] if self._view.linear else [banner(word, width, scale) for scale in range(LARGEST, 0, -1)]
        full = [[*big, [], [], *airy] for big in sizes if big]
        return [*full, airy, self._texts(width, air=False), self._short(width)]

    def _texts(self, width: int, *, air: bool) -> list[Row]:
        words, view = self._view.words, self._view
        keys = {id: told_key(view.commands, id, words) for id in ("enter", "switch", "help_now")}
        plain = PLAIN_KEY.upper() if self._has_letters else keys["switch"]
        crisis = lines_of(view.library.help, view.reading.country).short.crisis
        texts = [
            (words("kiosk.title"), "title"),
            (words("kiosk.about"), "text"),
            (words("kiosk.start", press=keys["enter"]), "heading"),
            (self._hear or words("kiosk.plain", press=plain), "text"),
            *([(words("kiosk.plain", press=plain), "text")] if self._hear else []),
            (words("kiosk.help", press=keys["help_now"], crisis=crisis), "help_key"),
        ]
        return self._laid(texts, width, air=air)

    def _short(self, width: int) -> list[Row]:
        words, view = self._view.words, self._view
        number = lines_of(view.library.help, view.reading.country).short.footer
        plain = PLAIN_KEY.upper() if self._has_letters else told_key(view.commands, "switch", words)
        filled = (
            words(SHORT[0], press=told_key(view.commands, "enter", words)),
            words(SHORT[1], press=plain),
            words(SHORT[2], press=told_key(view.commands, "help_now", words), number=number).rstrip(),
        )
        return self._laid([(text, "text") for text in filled], width, air=False)

    def _laid(self, texts: Sequence[tuple[str, str]], width: int, *, air: bool) -> list[Row]:
        room = max(1, min(width - 1, WIDEST))
        margin = " " * ((width - room) // 2) if width >= MARGIN_FROM and not self.stepwise else ""
        rows: list[Row] = []
        for text, style in texts:
            rows += [[(line, style)] for line in wrap(self._view.glyphs.text(text), len(margin) + room, margin, margin)]
            rows += [[]] if air else []
        return rows[:-1] if air else rows

    @property
    def _has_letters(self) -> bool:
        """Whether single letters are keys, which a clinic can switch off."""
        return any(command.id == "search" and len(command.keys) > 1 for command in self._view.commands)


def _nothing() -> None:
    """Do nothing."""
