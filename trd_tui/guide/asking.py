"""Which questions are asked, for some answers, and which answers count."""

from __future__ import annotations

from trd_tui.guide.condition import holds, named_in
from trd_tui.guide.definition import NOT_SAID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.guide.condition import Answers
    from trd_tui.guide.definition import Choice, Guide, Question


def counted(guide: Guide, answers: Answers) -> dict[str, tuple[str, ...]]:
    """The answers whose question is asked; an answer kept from before its question went away counts for nothing.

    Conditions look at earlier questions only, so one pass in order settles them.
    """
    found: dict[str, tuple[str, ...]] = {}
    for question in guide.questions:
        if question.id in answers and holds(question.when, found):
            found[question.id] = answers[question.id]
    return found


def asked(guide: Guide, answers: Answers) -> tuple[Question, ...]:
    """Every question that is asked for these answers, answered or not, in the order of the definition."""
    live = counted(guide, answers)
    return tuple(question for question in guide.questions if holds(question.when, live))


def exported(guide: Guide, answers: Answers) -> dict[str, tuple[str, ...]]:
    """The answers that may leave: those that count, without private ones and without what was not said."""
    found: dict[str, tuple[str, ...]] = {}
    for id, chosen in counted(guide, answers).items():
        question = guide.question(id)
        kept = tuple(choice for choice in chosen if _may_leave(question.choice(choice)))
        if kept and not question.private:
            found[id] = kept
    return found


def because(guide: Guide, question: Question, answers: Answers) -> tuple[Question, ...]:
    """The answered questions on which it rests whether a question is asked; none where it always is."""
    live = counted(guide, answers)
    return tuple(guide.question(id) for id in named_in(question.when) if live.get(id))


def ruled_out_by(guide: Guide, question: Question, answers: Answers) -> tuple[Question, ...]:
    """The answered or skipped questions that keep a question from being asked.

    Where it rests on a question that is not asked itself, they are those that keep that one from being asked.
    """
    live, open_ = counted(guide, answers), asked(guide, answers)
    found: dict[str, Question] = {}
    for one in map(guide.question, named_in(question.when)):
        if one.id in live:
            found[one.id] = one
        elif one not in open_:
            found |= {other.id: other for other in ruled_out_by(guide, one, answers)}
    return tuple(found.values())


def toggled(question: Question, chosen: tuple[str, ...], id: str) -> tuple[str, ...]:
    """The chosen answers after one was pressed: the only one, or on or off among several, in the order of choices.

    What stands alone, such as "None" and "Not sure", clears the others and is cleared by them.
    """
    if not question.several:
        return (id,)
    if id in chosen:
        kept = {one for one in chosen if one != id}
    elif question.choice(id).alone:
        kept = {id}
    else:
        kept = {one for one in chosen if not question.choice(one).alone} | {id}
    return tuple(choice.id for choice in question.choices if choice.id in kept)


def problem(question: Question, chosen: tuple[str, ...]) -> str:
    """What keeps some choices from being an answer: "unknown", "none", "one_only", "twice", "alone"; else nothing."""
    known = {choice.id for choice in question.choices}
    if not chosen:
        return "none"
    if not known.issuperset(chosen):
        return "unknown"
    if len(set(chosen)) < len(chosen):
        return "twice"
    if len(chosen) > 1 and not question.several:
        return "one_only"
    return "alone" if len(chosen) > 1 and any(question.choice(id).alone for id in chosen) else ""


def _may_leave(choice: Choice) -> bool:
    return not choice.private and choice.id != NOT_SAID
