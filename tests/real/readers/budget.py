"""How much the ten tasks may say: what was measured, as data, and how it is compared.

The file has a line for each task, mode and reader, with tabs between: utterances, characters spoken, and characters of
the plain text of the same content, all at the time of measuring. If SPEECH_MEASURED names a file, each test adds its
line there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parents[1] / "speech_budget.tsv"
MEASURED = "SPEECH_MEASURED"


class Measure(NamedTuple):
    """What one task said in one mode below one reader."""

    task: str
    mode: str
    reader: str
    utterances: int
    characters: int
    text: int

    @property
    def key(self) -> tuple[str, str, str]:
        """What was measured."""
        return self.task, self.mode, self.reader


def stored() -> dict[tuple[str, str, str], Measure]:
    """The measures that may not grow."""
    lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []
    return {one.key: one for one in map(_read, lines)}


def _read(line: str) -> Measure:
    task, mode, reader, *numbers = line.split("\t")
    utterances, spoken, text = map(int, numbers)
    return Measure(task, mode, reader, utterances, spoken, text)


SLACK = {"yasr": 0.0, "fenrir": 0.05}
"""The part by which speech differs from run to run: Fenrir says a line twice where it looks while a text scrolls."""


def allowed(before: Measure, now: Measure) -> int:
    """Characters that may be spoken: as many as before, and one for each that the content has gained or lost."""
    return int(before.characters * (1 + SLACK[now.reader])) + now.text - before.text


def note(now: Measure) -> None:
    """Add a measure to the file that was asked for."""
    if name := os.environ.get(MEASURED):
        with open(name, "a", encoding="utf-8") as file:
            file.write("\t".join(map(str, now)) + "\n")
