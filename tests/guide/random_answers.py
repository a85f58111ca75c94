"""Random answers, and what they give."""

from __future__ import annotations

import os
import re

from hypothesis import strategies as st

from tests.guide import design
from trd_tui.guide.definition import Guide
from trd_tui.guide.findings import outcome
from trd_tui.guide.sheet import groups, to_bring
from trd_tui.guide.walk import QUESTION, START, Walk

MANY = int(os.environ.get("TRD_TUI_WALKS", "1"))

Answers = dict[str, tuple[str, ...]]
PRIVATE = re.compile(
    r"dark thoughts|not safe at home|thoughts of death|i am safe now|may act|show me help", re.IGNORECASE
)


def one_answer(id: str) -> st.SearchStrategy[tuple[str, ...]]:
    """An answer to a question; an empty one is a skip."""
    choices = list(design.choices_of(id))
    free = [choice for choice in choices if choice not in design.CLEARING]
    alone = st.sampled_from([()] + [(choice,) for choice in choices])
    if id not in design.SEVERAL:
        return alone
    some = st.lists(st.sampled_from(free), min_size=1, unique=True)
    return st.one_of(alone, some.map(lambda chosen: tuple(sorted(chosen, key=choices.index))))


ANSWERS = st.fixed_dictionaries({id: one_answer(id) for id in design.CHOICES if id != "S1"}).map(
    lambda answers: {"S1": ("go_on",), **answers}
)


def shown(guide: Guide, answers: Answers) -> list[str]:
    """All texts of results and sheet."""
    every = (*groups(guide, outcome(guide, answers)), to_bring(guide, answers, ""))
    return [f"{group.id} {group.state} {group.title} {entry.text}" for group in every for entry in group.entries]


def walked(guide: Guide, answers: Answers) -> tuple[Walk, list[str], list[str]]:
    """A run with some answers, straight to its end; the questions and the notes that it met."""
    walk = Walk(guide)
    walk.choose(START)
    met, notes = [], []
    while walk.stage == QUESTION:
        id = walk.current.id
        met.append(id)
        found = walk.answer(answers[id]) if answers[id] else walk.skip()
        notes += [note.id for note in found]
    return walk, met, notes
