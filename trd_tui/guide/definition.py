"""What the guide is made of: parts, questions, choices, findings, urgent notes. Read from the library, unchanging."""

from __future__ import annotations

from trd_tui.guide.condition import NEVER, Condition

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_SURE, NOT_SAID = "not_sure", "not_said"
HELP, STOP = "help", "stop"
LINES, URGENT = "lines", "urgent"
SOON, RAISE, FIND_OUT = "soon", "raise", "find_out"
STATES = (SOON, RAISE, FIND_OUT)


class Line:
    """A text that is said where its condition holds."""

    __slots__ = ("evidence", "text", "when")

    def __init__(self, text: str, when: Condition | None = None, evidence: tuple[str, ...] = ()) -> None:
        self.text = text
        self.when = when
        self.evidence = evidence


class Choice:
    """One answer to choose; `named` is how a finding says it, empty where it is never said.

    `alone` clears the others, `private` leaves by no exit, `then` is "help" or "stop" where it leads to no question.
    """

    __slots__ = ("alone", "id", "named", "private", "text", "then")

    def __init__(
        self, id: str, text: str, named: str = "", alone: bool = False, private: bool = False, then: str = ""
    ) -> None:
        self.id = id
        self.text = text
        self.named = named
        self.alone = alone or id in (NOT_SURE, NOT_SAID)
        self.private = private
        self.then = then


class Question:
    """One question; `part` is empty for the offer of help and the safety question, `topic` is how R-N names it."""

    __slots__ = (
        "also", "ask", "choices", "evidence", "id", "part", "private", "several", "title", "topic", "unless", "when",
        "why",
    )  # fmt: skip

    def __init__(
        self,
        id: str,
        part: str,
        title: str,
        ask: tuple[Line, ...],
        why: str,
        choices: tuple[Choice, ...],
        evidence: tuple[str, ...] = (),
        also: tuple[Line, ...] = (),
        when: Condition | None = None,
        topic: str = "",
        unless: Condition = NEVER,
        several: bool = False,
        private: bool = False,
    ) -> None:
        self.id = id
        self.part = part
        self.title = title
        self.ask = ask
        self.why = why
        self.choices = choices
        self.evidence = evidence
        self.also = also
        self.when = when
        self.topic = topic
        self.unless = unless
        self.several = several
        self.private = private

    @property
    def hidden(self) -> bool:
        """Whether no answer to it is shown again: if only a private one were not, its absence would tell of it."""
        return self.private or any(choice.private for choice in self.choices)

    def choice(self, id: str) -> Choice:
        """The choice with an id; KeyError where there is none."""
        for choice in self.choices:
            if choice.id == id:
                return choice
        raise KeyError(id)


class Part:
    """Some questions that belong together; `first` are asked before them in a run of this part alone."""

    __slots__ = ("first", "id", "sections", "title")

    def __init__(self, id: str, title: str, first: tuple[str, ...] = (), sections: tuple[str, ...] = ()) -> None:
        self.id = id
        self.title = title
        self.first = first
        self.sections = sections


class Welcome:
    """The first screen; `choices` are the texts of start, one_part, not_now, go_on and this_part."""

    __slots__ = ("also", "ask", "choices", "id", "why")

    def __init__(self, id: str, ask: str, why: str, also: tuple[Line, ...], choices: dict[str, str]) -> None:
        self.id = id
        self.ask = ask
        self.why = why
        self.also = also
        self.choices = choices


class Finding:
    """Something to raise or to find out: shown in the first state whose condition holds, if one does."""

    __slots__ = ("ask", "evidence", "find_out", "id", "matters", "raise_", "said", "section", "soon", "title")

    def __init__(
        self,
        id: str,
        title: str,
        said: tuple[Line, ...],
        matters: tuple[Line, ...] = (),
        ask: tuple[Line, ...] = (),
        soon: Condition = NEVER,
        raise_: Condition = NEVER,
        find_out: Condition = NEVER,
        section: str = "",
        evidence: tuple[str, ...] = (),
    ) -> None:
        self.id = id
        self.title = title
        self.said = said
        self.matters = matters
        self.ask = ask
        self.soon = soon
        self.raise_ = raise_
        self.find_out = find_out
        self.section = section
        self.evidence = evidence

    def states(self) -> tuple[tuple[str, Condition], ...]:
        """Each state with the condition for it, the most pressing first."""
        return (SOON, self.soon), (RAISE, self.raise_), (FIND_OUT, self.find_out)


class Nothing:
    """What is said where no finding is: `stood_out` after answers, `skipped` where there were none."""

    __slots__ = ("id", "skipped", "stood_out", "title")

    def __init__(self, id: str, title: str, stood_out: tuple[Line, ...], skipped: tuple[Line, ...]) -> None:
        self.id = id
        self.title = title
        self.stood_out = stood_out
        self.skipped = skipped


class Note:
    """Said straight after the answer that calls for it; `shows` is "lines", "help" or "urgent".

    `results` is whether its lines stand above the results, on the screen only.
    """

    __slots__ = ("evidence", "id", "lines", "results", "shows", "title", "when")

    def __init__(
        self,
        id: str,
        title: str,
        when: Condition,
        lines: tuple[Line, ...],
        shows: str = LINES,
        results: bool = True,
        evidence: tuple[str, ...] = (),
    ) -> None:
        self.id = id
        self.title = title
        self.when = when
        self.lines = lines
        self.shows = shows
        self.results = results
        self.evidence = evidence


class Fixed:
    """Lines that always stand there: before the results, after each group, at the end."""

    __slots__ = ("before", "end", "group")

    def __init__(self, before: str, group: str, end: str) -> None:
        self.before = before
        self.group = group
        self.end = end


class Guide:
    """The whole guide; `questions` stand in the order of asking, the offer of help first, the safety question last."""

    __slots__ = (
        "bring", "findings", "fixed", "joint", "notes", "nothing", "parts", "questions", "title", "unsure", "version",
        "welcome",
    )  # fmt: skip

    def __init__(
        self,
        version: str,
        title: str,
        joint: str,
        welcome: Welcome,
        parts: tuple[Part, ...],
        questions: tuple[Question, ...],
        findings: tuple[Finding, ...],
        unsure: Finding,
        nothing: Nothing,
        notes: tuple[Note, ...],
        bring: tuple[Line, ...],
        fixed: Fixed,
    ) -> None:
        self.version = version
        self.title = title
        self.joint = joint
        self.welcome = welcome
        self.parts = parts
        self.questions = questions
        self.findings = findings
        self.unsure = unsure
        self.nothing = nothing
        self.notes = notes
        self.bring = bring
        self.fixed = fixed

    @property
    def offer(self) -> Question:
        """The offer of help, asked first."""
        return self.questions[0]

    @property
    def safety(self) -> Question:
        """The safety question."""
        return self.questions[-1]

    def question(self, id: str) -> Question:
        """The question with an id; KeyError where there is none."""
        for question in self.questions:
            if question.id == id:
                return question
        raise KeyError(id)

    def part(self, id: str) -> Part:
        """The part with an id; KeyError where there is none."""
        for part in self.parts:
            if part.id == id:
                return part
        raise KeyError(id)

    def in_part(self, id: str) -> Iterator[Question]:
        """The questions of a part, in order."""
        return (question for question in self.questions if question.part == id)
