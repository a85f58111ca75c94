"""From answers to what is worth raising: findings in their states, their texts filled in, urgent lines first."""

from __future__ import annotations

from trd_tui.guide.asking import counted
from trd_tui.guide.condition import holds
from trd_tui.guide.definition import FIND_OUT, NOT_SAID, NOT_SURE, STATES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from trd_tui.guide.condition import Answers
    from trd_tui.guide.definition import Finding, Guide, Line, Note

    Item = tuple[int, str]

MOST_INLINE = 3
TOPICS = "topics"
NOTHING, SKIPPED = "nothing", "skipped"


class Said:
    """A text with what was chosen filled in; more than three of them stand as items under it.

    `line` is where the text comes from; each item has its place among all that could stand there, from 1, and its text.
    """

    __slots__ = ("items", "line", "text")

    def __init__(self, line: Line, text: str, items: tuple[Item, ...] = ()) -> None:
        self.line = line
        self.text = text
        self.items = items


class Result:
    """A finding that is shown: its state, what the person said, why it may matter, and what they could ask."""

    __slots__ = ("ask", "finding", "matters", "said", "state")

    def __init__(
        self, finding: Finding, state: str, said: tuple[Said, ...], matters: tuple[Said, ...], ask: tuple[Said, ...]
    ) -> None:
        self.finding = finding
        self.state = state
        self.said = said
        self.matters = matters
        self.ask = ask


class Outcome:
    """All that the answers give: notes for the screen alone, results in order, or why there are none.

    `quiet` is "nothing" where nothing stood out, "skipped" where nothing was answered, else empty.
    """

    __slots__ = ("notes", "quiet", "results")

    def __init__(self, notes: tuple[Note, ...], results: tuple[Result, ...], quiet: str) -> None:
        self.notes = notes
        self.results = results
        self.quiet = quiet


def outcome(guide: Guide, answers: Answers) -> Outcome:
    """What some answers give; the order in which they were given does not matter."""
    live = counted(guide, answers)
    shown = [result for finding in guide.findings if (result := _result(guide, finding, live))]
    shown += _unsure(guide, live)
    results = tuple(result for state in STATES for result in shown if result.state == state)
    notes = tuple(note for note in guide.notes if note.results and holds(note.when, live))
    return Outcome(notes, results, "" if results else NOTHING if _answered(guide, live) else SKIPPED)


def called_for(guide: Guide, before: Answers, after: Answers, question: str) -> tuple[Note, ...]:
    """The notes that an answer calls for: those that hold now, and did not hold before it or would not without it."""
    then, now = counted(guide, before), counted(guide, after)
    without = counted(guide, {id: chosen for id, chosen in after.items() if id != question})
    return tuple(
        note
        for note in guide.notes
        if holds(note.when, now) and not (holds(note.when, then) and holds(note.when, without))
    )


def lines(said: Iterable[Line], answers: Answers) -> tuple[Line, ...]:
    """Those of some lines whose condition holds; `answers` are those that count."""
    return tuple(line for line in said if holds(line.when, answers))


def topics(guide: Guide, live: Answers) -> tuple[str, ...]:
    """What the person was not sure about, where no finding takes it up."""
    return tuple(text for _, text in _topics(guide, live))


def _topics(guide: Guide, live: Answers) -> tuple[Item, ...]:
    return tuple(
        (place, question.topic)
        for place, question in enumerate(guide.questions, 1)
        if question.topic and NOT_SURE in live.get(question.id, ()) and not holds(question.unless, live)
    )


def _result(guide: Guide, finding: Finding, live: Answers) -> Result | None:
    state = next((state for state, condition in finding.states() if holds(condition, live)), "")
    return _shown(guide, finding, state, live) if state else None


def _shown(guide: Guide, finding: Finding, state: str, live: Answers) -> Result:
    said, matters, ask = (
        tuple(_filled(guide, line, live) for line in lines(some, live))
        for some in (finding.said, finding.matters, finding.ask)
    )
    return Result(finding, state, said, matters, ask)


def _unsure(guide: Guide, live: Answers) -> list[Result]:
    return [_shown(guide, guide.unsure, FIND_OUT, live)] if _topics(guide, live) else []


def _filled(guide: Guide, line: Line, live: Answers) -> Said:
    text = line.text
    for name in _placeholders(text):
        items = _topics(guide, live) if name == TOPICS else _named(guide, name, live)
        place = f"{{{name}}}"
        if len(items) > MOST_INLINE and text.endswith(f" {place}.") and text.count(place) == 1:
            return Said(line, text.removesuffix(f" {place}.").removesuffix(":") + ":", items)
        text = text.replace(place, _joined([text for _, text in items], guide.joint))
    return Said(line, text)


def _placeholders(text: str) -> list[str]:
    return [piece.partition("}")[0] for piece in text.split("{")[1:]]


def _named(guide: Guide, id: str, live: Answers) -> tuple[Item, ...]:
    choices, chosen = guide.question(id).choices, live.get(id, ())
    return tuple((place, one.named) for place, one in enumerate(choices, 1) if one.id in chosen and one.named)


def _joined(named: list[str], joint: str) -> str:
    return f" {joint} ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))


def _answered(guide: Guide, live: Answers) -> bool:
    """Whether anything was said in any part that may leave: no private answer, and nothing of the safety question."""
    given = [(guide.question(id), one) for id, chosen in live.items() for one in chosen]
    return any(question.part and one != NOT_SAID and not question.choice(one).private for question, one in given)
