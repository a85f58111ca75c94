"""Writes lines to a stream as plain mode does: whole words, wrapped where the terminal has a width, nothing hidden."""

from __future__ import annotations

from trd_tui.glyphs import UNICODE, Glyphs
from trd_tui.layout import wrap
from trd_tui.plain import speech
from trd_tui.safe import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from trd_tui.library.store import Library


class Voice:
    """What a session says; `width` 0 leaves lines unwrapped."""

    __slots__ = ("_library", "_sink", "glyphs", "width")

    def __init__(self, library: Library, sink: TextIO, width: int = 0, glyphs: Glyphs = UNICODE) -> None:
        self._library = library
        self._sink = sink
        self.width = width
        self.glyphs = glyphs

    def ask(self, prompt: str) -> None:
        """Write a prompt, after which a line is typed."""
        self._sink.write(self.glyphs.text(prompt) + " ")
        self._sink.flush()

    def end_line(self) -> None:
        """End the line of a prompt, where the terminal did not."""
        self._sink.write("\n")

    def clear(self, sequence: str) -> None:
        """Write what clears the screen, as it is."""
        self._sink.write(sequence)
        self._sink.flush()

    def error(self, key: str, **values: object) -> None:
        """Say what is wrong, in the words of a key; what was typed is made harmless."""
        self.write([self._library.words(key, **{name: printable(str(value)) for name, value in values.items()})])

    def help_in_danger(self, typed: str) -> bool:
        """Say the way to help if a person in danger may have typed this; such words are never said back."""
        if not self._library.search(typed, limit=0).danger:
            return False
        self.write([self._library.help.mention, self._library.words("plain.danger")])
        return True

    def say(self, lines: Iterable[str]) -> None:
        """Write lines, and the way to help after them if they name suicide."""
        self.write(speech.with_help(self._library, lines))

    def write(self, lines: Iterable[str]) -> None:
        """Lines of whole words; what has no blank, such as an address, is left whole for the terminal to break."""
        for line in lines:
            shown = self.glyphs.text(line)
            for row in wrap(shown, self.width) if self.width and " " in shown else [shown]:
                self._sink.write(row + "\n")
