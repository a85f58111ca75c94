"""Writes lines to a stream as plain mode does: whole words, broken where the terminal has a width, nothing hidden."""

from __future__ import annotations

from trd_tui.glyphs import UNICODE, Glyphs
from trd_tui.plain import speech
from trd_tui.plain.hints import Hint, Hints
from trd_tui.plain.phrases import phrases
from trd_tui.plain.screen import Screen
from trd_tui.safe import printable
from trd_tui.sentences import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol

    from trd_tui.library.store import Library
    from trd_tui.pages import Page
    from trd_tui.words import Words

    class Sink(Protocol):
        """Where lines are written, such as a text stream."""

        def write(self, text: str, /) -> object:
            """Take some text."""

        def flush(self) -> object:
            """Let it be seen."""


LONGEST_SAID_BACK, BEGINNING = 20, 10
"""Letters of a typed line that an error names, whole or where it is longer, so that what is wrong is heard at once."""
SEEN_TWICE = 2
"""Rows of a screenful that were on the screen before, so that none is missed."""
MOST_RESTS = 16
"""Rests in one answer, in which no key is heard."""


class Voice:
    """What a session says, on a screen; `hints` knows which hints were heard.

    `waits` is asked before the next screenful where the screen pauses; after False nothing is written until `hear`.
    """

    __slots__ = ("_library", "_rests", "_screen", "_sink", "_stopped", "_written", "glyphs", "hints", "waits")

    def __init__(
        self,
        library: Library,
        sink: Sink,
        screen: Screen | None = None,
        glyphs: Glyphs = UNICODE,
        hints: Hints | None = None,
    ) -> None:
        self._library = library
        self._sink = sink
        self._screen = screen or Screen()
        self._written = self._rests = 0
        self._stopped = False
        self.glyphs = glyphs
        self.hints = hints or Hints()
        self.waits: Callable[[], bool] | None = None

    def ask(self, prompt: str) -> None:
        """Write a prompt, after which a line is typed."""
        self._sink.write(self.glyphs.text(prompt) + " ")
        self._sink.flush()
        self._written = self._rests = 0

    def hear(self) -> None:
        """Write again what comes, after a line was typed."""
        self._stopped = False

    def end_line(self) -> None:
        """End the line of a prompt, where the terminal did not."""
        self._sink.write("\n")

    def clear(self, sequence: str) -> None:
        """Write what clears the screen, as it is."""
        self._sink.write(sequence)
        self._sink.flush()

    def error(self, key: str, typed: str = "", **values: object) -> None:
        """Say what is wrong, in the words of a key; what comes from a person is made harmless, and `typed` short."""
        words = self._library.words
        kept = {name: printable(str(value)) for name, value in values.items()}
        self.write([words(key, typed=said_back(typed, words), **kept)])

    def help_in_danger(self, typed: str) -> bool:
        """Say the way to help if a person in danger may have typed this; such words are never said back."""
        if not self._library.search(typed, limit=0).danger:
            return False
        self.write([*sentences(self._library.help.mention), self._library.words("plain.danger")])
        return True

    def show(self, lines: Iterable[str]) -> None:
        """Write what a person has come to; the hints in it are those of this place."""
        self.hints.come_to_another_place()
        self.say(lines)

    def commands(self, page: Page) -> None:
        """Say the hints of this place, then what can be typed."""
        self.say([*self.hints.here(), *speech.page(page, self._library.words)])

    def say(self, lines: Iterable[str]) -> None:
        """Write lines, and the way to help after them if they name suicide."""
        self.write(speech.with_help(self._library, lines))

    def write(self, lines: Iterable[str]) -> None:
        """Lines of whole words, without hints that are not due; what has no blank, as an address, is left whole."""
        for line in lines:
            if isinstance(line, Hint) and not self.hints.is_due(line):
                continue
            shown, width = self.glyphs.text(line), self._screen.width
            for row in phrases(shown, width) if width and " " in shown else [shown]:
                self._row(row)

    def _row(self, row: str) -> None:
        screen = self._screen
        if screen.rows and self._written >= max(1, screen.rows - SEEN_TWICE):
            self._turn_over()
        if not self._stopped:
            self._sink.write(row + "\n")
            self._written += 1 + (len(row) - 1) // screen.width if screen.width and row else 1

    def _turn_over(self) -> None:
        """Come to the next screenful."""
        self._written = 0
        if self._screen.pauses and self.waits is not None:
            self._stopped = not self.waits()
        elif self._screen.rest is not None and self._screen.can_be_read and self._rests < MOST_RESTS:
            self._rests += 1
            self._sink.flush()
            self._screen.rest()


def said_back(typed: str, words: Words) -> str:
    """What was typed, made harmless; only its beginning where it is long."""
    kept = printable(typed)
    return kept if len(kept) <= LONGEST_SAID_BACK else words("plain.cut", typed=kept[:BEGINNING].rstrip())
