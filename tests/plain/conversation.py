"""A plain session, text in and text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from typing import TypedDict, Unpack

from trd_tui.glyphs import Glyphs
from trd_tui.guide.walk import LAST, ONE_PART, PARTS, QUESTION, RESULTS, REVIEW, START, STOPPED, WELCOME, Walk
from trd_tui.library.store import Library
from trd_tui.plain.hints import Hints
from trd_tui.plain.screen import Screen
from trd_tui.plain.session import Outside, Session
from trd_tui.reading import Reading

PROMPT_END = ": "


class Greeting(TypedDict, total=False):
    """What a session begins with."""

    reason: str
    section: bool
    resumed: bool


class Setup(TypedDict, total=False):
    """How a session writes."""

    screen: Screen
    glyphs: Glyphs
    hints: Hints
    echo: bool
    outside: Outside


class Conversation:
    """One reader; each session that it holds says something, and ends somehow."""

    def __init__(self, library: Library, section: str = "") -> None:
        self.reading = Reading(library, section)
        self.ended = ""
        self.text = ""

    def hold(self, typed: str, greeting: Greeting | None = None, *, width: int = 0, **setup: Unpack[Setup]) -> str:
        """All that is written while some text is read; what is typed is not echoed. `width` is that of the screen."""
        sink = StringIO()
        wanted: Setup = {"echo": False, "screen": Screen(width), **setup}
        session = Session(self.reading, StringIO(typed), sink, **wanted)
        said: Greeting = {"reason": "plain.because.asked", **(greeting or {})}
        session.greet(**said)
        self.ended = session.run()
        self.text = sink.getvalue()
        return self.text

    def answers(
        self, *typed: str, greeting: Greeting | None = None, width: int = 0, **setup: Unpack[Setup]
    ) -> list[list[str]]:
        """The lines between the prompts: the greeting, then one list for each line typed."""
        self.hold("".join(f"{line}\n" for line in typed), greeting, width=width, **setup)
        said: list[list[str]] = [[]]
        for line in self.text.splitlines():
            if line.endswith(PROMPT_END):
                said.append([])
            else:
                said[-1].append(line)
        return said[: len(typed) + 1]

    def answer(
        self, *typed: str, greeting: Greeting | None = None, width: int = 0, **setup: Unpack[Setup]
    ) -> list[str]:
        """The lines after the last line typed."""
        return self.answers(*typed, greeting=greeting, width=width, **setup)[-1]

    def prompts(self) -> list[str]:
        """Every prompt of the last session, in order."""
        return [line for line in self.text.splitlines() if line.endswith(PROMPT_END)]


def at_question(library: Library, id: str, answers: Mapping[str, Sequence[str]] | None = None) -> Conversation:
    """A reader who has come to a question of the guide; what they gave no answer to, they skipped."""
    conversation = at_start(library)
    walk = conversation.reading.walk
    walk.choose(START)
    given = answers or {}
    while walk.current.id != id:
        if walk.current.id in given:
            walk.answer(given[walk.current.id])
        else:
            walk.skip()
        walk.seen()
        assert walk.stage == QUESTION, f"{id} is not asked"
    return conversation


def at_results(library: Library, answers: Mapping[str, Sequence[str]]) -> Conversation:
    """A reader who has come to the end of the guide."""
    conversation = at_question(library, library.guide.safety.id, answers)
    walk = conversation.reading.walk
    walk.answer(answers[walk.current.id]) if walk.current.id in answers else walk.skip()
    walk.seen()
    return conversation


def at_start(library: Library) -> Conversation:
    """A reader who is about to begin with the guide."""
    conversation = Conversation(library)
    conversation.reading.in_guide = True
    return conversation


class Asked:
    """A question as it was heard: its id, the lines from the answer before to the prompt, and the prompt."""

    def __init__(self, id: str, lines: list[str], prompt: str) -> None:
        self.id = id
        self.lines = lines
        self.prompt = prompt


class Told:
    """All that one person heard in the guide.

    `notes` are the ids of the notes and their lines, `urgent` and `results` are lines, all findings shown; empty where
    the person did not come that far.
    """

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.notes: list[tuple[tuple[str, ...], list[str]]] = []
        self.urgent: list[str] = []
        self.results: list[str] = []
        self.text = ""
        self.ended = ""

    def lines(self, question: str) -> list[str]:
        """What was heard at a question, when it was asked first."""
        return next(one.lines for one in self.asked if one.id == question)

    @property
    def order(self) -> list[str]:
        """The ids of the questions, in the order in which they were asked."""
        return [one.id for one in self.asked]


class Person(StringIO):
    """Types what a person with some answers types, one line at a time, and listens to what is said before it.

    A question without an answer of its own gets `otherwise`, a choice, or is skipped where it has no such choice.
    """

    def __init__(
        self,
        reading: Reading,
        sink: StringIO,
        answers: Mapping[str, Sequence[str]],
        *,
        part: str = "",
        otherwise: str = "",
        sees_notes_later: bool = False,
    ) -> None:
        super().__init__()
        self.told = Told()
        self._reading, self._sink, self._heard = reading, sink, 0
        self._answers, self._part, self._otherwise = answers, part, otherwise
        self._later = sees_notes_later

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        *lines, prompt = self._sink.getvalue()[self._heard :].lstrip("\n").splitlines()
        self._heard = len(self._sink.getvalue())
        typed = self._typed(self._reading.walk, lines, prompt)
        return "" if typed is None else f"{typed}\n"

    def _typed(self, walk: Walk, lines: list[str], prompt: str) -> str | None:
        if walk.stage == STOPPED:
            self.told.urgent = lines
            return "n" if self._later else None
        if walk.notes:
            self.told.notes.append((tuple(note.id for note in walk.notes), lines))
            return ""
        at: dict[str, Callable[[], str | None]] = {
            WELCOME: lambda: self._welcomed(walk),
            PARTS: lambda: str([part.id for part in walk.guide.parts].index(self._part) + 1),
            QUESTION: lambda: self._asked(walk, lines, prompt),
            REVIEW: lambda: "n",
            RESULTS: lambda: self._results(lines),
        }
        return at[walk.stage]()

    def _welcomed(self, walk: Walk) -> str:
        names = [name for name, _ in walk.choices()]
        return str(names.index(ONE_PART if self._part else START) + 1)

    def _asked(self, walk: Walk, lines: list[str], prompt: str) -> str:
        question = walk.current
        self.told.asked.append(Asked(question.id, lines, prompt))
        known = [choice.id for choice in question.choices]
        given = self._answers.get(question.id, [self._otherwise] if self._otherwise in known else [])
        return " ".join(str(known.index(id) + 1) for id in given) or "skip"

    def _results(self, lines: list[str]) -> str | None:
        more = not self.told.results and any("Type m" in line or "type m" in line for line in lines)
        self.told.results = lines
        return "more" if more else None


def walk_through(
    library: Library,
    answers: Mapping[str, Sequence[str]],
    *,
    part: str = "",
    otherwise: str = "",
    sees_notes_later: bool = False,
    safety: str = LAST,
    country: str = "",
) -> Told:
    """One run of the guide in plain mode, answered by question id with ids of choices; what was heard."""
    reading, sink = Reading(library, "", country, safety), StringIO()
    reading.in_guide = True
    person = Person(reading, sink, answers, part=part, otherwise=otherwise, sees_notes_later=sees_notes_later)
    session = Session(reading, person, sink, echo=False)
    session.greet("plain.because.asked")
    person.told.ended = session.run()
    person.told.text = sink.getvalue()
    return person.told
