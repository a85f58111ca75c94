"""A session with a reader that speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.real.readers.reader import Reader
from tests.real.readers.session import Session, ended_in, program
from tests.real.readers.speech import SAY, Speech

BLANKS = " ,"
"""Of these alone a line is empty: Fenrir says a comma for each row without text."""


class Spoken(Session):
    """The program below a reader that speaks."""

    def __init__(self, reader: Reader, arguments: Sequence[str], folder: Path, env: Mapping[str, str]) -> None:
        """Start `python -m trd_tui` with some arguments; the folder is for this session alone."""
        self.reader = reader
        self.ended = ended_in(folder)
        self.lost: list[str] = []
        """What was begun and cut off before the next key, so that nobody hears it."""
        self.speech = Speech(str(folder / "speech"))
        start = reader.start(program(arguments, folder), folder, self.speech.path)
        super().__init__(start.command, env={**env, **start.env})

    def listen(self) -> bool:
        return self.speech.read()

    def mark(self) -> int:
        return len(self.speech.events)

    def since(self, mark: int) -> list[str]:
        """What was spoken; what the reader cut off itself, although no key was pressed, goes to `lost`."""
        texts: list[str] = []
        for event in self.speech.events[mark:]:
            if event.kind == SAY:
                texts += self._lines(event.text)
            else:
                self.lost += texts
                texts = []
        return texts

    def passed(self, code: str) -> list[str]:
        return self.reader.passed(code)

    def _lines(self, text: str) -> list[str]:
        lines = [" ".join(line.split()) for line in self.reader.utterances(text)]
        return [line for line in lines if line.strip(BLANKS) and line not in self.reader.own]
