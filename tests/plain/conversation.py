"""A plain session, text in and text out."""

from __future__ import annotations

from io import StringIO
from typing import TypedDict, Unpack

from trd_tui.glyphs import Glyphs
from trd_tui.library.store import Library
from trd_tui.plain.session import Session
from trd_tui.reading import Reading

PROMPT_END = ": "


class Greeting(TypedDict, total=False):
    """What a session begins with."""

    reason: str
    section: bool
    resumed: bool


class Setup(TypedDict, total=False):
    """How a session writes."""

    width: int
    glyphs: Glyphs
    echo: bool
    can_switch: bool
    country: str


class Conversation:
    """One reader; each session that it holds says something, and ends somehow."""

    def __init__(self, library: Library, section: str = "") -> None:
        self.reading = Reading(library, section)
        self.ended = ""
        self.text = ""

    def hold(self, typed: str, greeting: Greeting | None = None, **setup: Unpack[Setup]) -> str:
        """All that is written while some text is read; what is typed is not echoed."""
        sink = StringIO()
        wanted: Setup = {"echo": False, **setup}
        session = Session(self.reading, StringIO(typed), sink, **wanted)
        said: Greeting = {"reason": "plain.because.asked", **(greeting or {})}
        session.greet(**said)
        self.ended = session.run()
        self.text = sink.getvalue()
        return self.text

    def answers(self, *typed: str, greeting: Greeting | None = None, **setup: Unpack[Setup]) -> list[list[str]]:
        """The lines between the prompts: the greeting, then one list for each line typed."""
        self.hold("".join(f"{line}\n" for line in typed), greeting, **setup)
        said: list[list[str]] = [[]]
        for line in self.text.splitlines():
            if line.endswith(PROMPT_END):
                said.append([])
            else:
                said[-1].append(line)
        return said[: len(typed) + 1]

    def answer(self, *typed: str, greeting: Greeting | None = None, **setup: Unpack[Setup]) -> list[str]:
        """The lines after the last line typed."""
        return self.answers(*typed, greeting=greeting, **setup)[-1]

    def prompts(self) -> list[str]:
        """Every prompt of the last session, in order."""
        return [line for line in self.text.splitlines() if line.endswith(PROMPT_END)]
