"""Rules for the texts of the guide: how hard to read, what is never said, what never stands on the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trd_tui.guide.definition import Guide
from trd_tui.library.authoring import guide_texts
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.content import Content
from trd_tui.library.rules import wording
from trd_tui.library.rules.readability import grade
from trd_tui.library.rules.section import EASIER

GROUP = "guide"
HARDEST_QUESTION, HARDEST_PART = 8.0, 7.0
# One long word that cannot be left out would tip a short line.
LONG = re.compile(r"\bantidepressant(?=s?\b)|\btreatment-resistant\b", re.IGNORECASE)


def apply(content: Content, problems: Problems) -> None:
    """Check every text, then what is taken along, then how hard the questions are.

    The program's own words about the guide judge as little as the guide itself.
    """
    guide = content.guide
    written = (*guide_texts.sentences(guide), *guide_texts.names(guide))
    words = (text for key, text in content.words.items() if GROUP in key.split("."))
    for text in (*written, *words):
        if found := wording.verdict_in(text):
            mend = "judge nothing, and send them to the prescriber"
            problems.add_at(text, f'"{found}" is never said in the guide', mend)
    for text in written:
        if found := wording.number_in(text):
            what = f'"{found}" stands in the guide, where nothing says who was studied'
            problems.add_at(text, what, "leave it to the article")
    for text in guide_texts.taken_along(guide):
        if found := wording.never_taken_along(text):
            problems.add_at(text, f'"{found}" would stand on the sheet', "say it in a note, which stays on the screen")
    _check_grades(guide, problems)


def _check_grades(guide: Guide, problems: Problems) -> None:
    welcome = guide.welcome
    shown = (welcome.ask, welcome.why, *(line.text for line in welcome.also), *welcome.choices.values())
    _check_grade("welcome", welcome.id, shown, HARDEST_QUESTION, problems)
    for question in guide.questions:
        _check_grade(
            f'question "{question.id}"', question.id, guide_texts.shown_with(question), HARDEST_QUESTION, problems
        )
    for part in guide.parts:
        texts = [text for question in guide.in_part(part.id) for text in guide_texts.shown_with(question)]
        _check_grade(f'part "{part.id}"', part.id, texts, HARDEST_PART, problems)


def _check_grade(called: str, id: str, texts: Iterable[str], hardest: float, problems: Problems) -> None:
    found = grade(LONG.sub("medicine", text) for text in texts)
    if found > hardest:
        what = f"the {called} has reading grade {found:.1f}, at most {hardest:.1f} is wanted"
        problems.add_at(id, what, EASIER)
