"""What is said of a line that fits nothing in the guide: what is wrong with it, where, and what is allowed."""

from __future__ import annotations

from trd_tui.guide.walk import QUESTION, STOPPED
from trd_tui.plain.choosing import NOT, ONE_ONLY
from trd_tui.plain.voice import said_back

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.guide.walk import Walk
    from trd_tui.words import Words

NOTE = "note"
EMPTY, UNREADABLE = "plain.guide.empty", "plain.guide.unreadable"
ALONE, NOT_HERE, NOTHING_KEPT = "plain.guide.alone", "plain.guide.not_here", "plain.guide.nothing_kept"
IN_LISTS = {NOT: "plain.guide.no_item", ONE_ONLY: "plain.guide.one_item"}
AFTER_ANSWERS = {NOTE: "plain.guide.allowed_note", STOPPED: "plain.guide.allowed_stopped"}
OURS = (ALONE, NOT_HERE)
"""Errors that name a word of the program, not one that was typed freely."""


def refusal(reason: str, typed: str, view: str, last: int, walk: Walk, words: Words) -> str:
    """The error for a line: `reason` is its key in words.yaml, `last` the highest number that could be typed.

    What was typed is not said back where it may be private.
    """
    question = named(walk, words)
    shown = words("plain.guide.that") if reason not in OURS and _unheard(view, walk) else said_back(typed, words)
    what = words(_key(reason, view), typed=shown, question=question)
    allowed = words(_allowed(reason, view, last), last=last, question=question)
    hint = [words("plain.guide.words")] if reason == NOT and last and not typed[:1].isdigit() else []
    return " ".join((what, allowed, *hint))


def named(walk: Walk, words: Words) -> str:
    """How an error names the question: "question 4", or "this question" where it has no number."""
    number = walk.progress.number
    return words("plain.guide.question", number=number) if number else words("plain.guide.this")


def _key(reason: str, view: str) -> str:
    if view == QUESTION:
        return reason
    return "plain.guide.no_step" if reason == NOT and view in AFTER_ANSWERS else IN_LISTS.get(reason, reason)


def _allowed(reason: str, view: str, last: int) -> str:
    if view == QUESTION:
        return "plain.guide.allowed" if reason in IN_LISTS else "plain.guide.allowed_named"
    if view in AFTER_ANSWERS:
        return AFTER_ANSWERS[view]
    if last == 1:
        return "plain.guide.allowed_item_one"
    return "plain.guide.allowed_item" if last else "plain.guide.allowed_word"


def _unheard(view: str, walk: Walk) -> bool:
    """At a question with private answers, and at what follows an answer."""
    return view in AFTER_ANSWERS or (view == QUESTION and walk.current.hidden)
