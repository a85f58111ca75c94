"""Moving somebody through a guide."""

from __future__ import annotations

from trd_tui.guide.walk import QUESTION, Walk


def give(walk: Walk, *answers: str) -> Walk:
    """Answer the questions that come; an empty answer is a skip, "a+b" is several."""
    for answer in answers:
        walk.answer(answer.split("+")) if answer else walk.skip()
    return walk


def at(walk: Walk) -> str:
    """The question that is asked, or the stage."""
    return walk.current.id if walk.stage == QUESTION else walk.stage


def ids(walk: Walk) -> str:
    return " ".join(question.id for question in walk.order)
