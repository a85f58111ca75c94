"""The hints command: how often hints are said, and how to change it."""

from __future__ import annotations

from trd_tui.plain.hints import BRIEF, FULL, NORMAL
from trd_tui.plain.voice import said_back
from trd_tui.sentences import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from trd_tui.plain.hints import Hints
    from trd_tui.words import Words

SAID = {FULL: "plain.hints.full", NORMAL: "plain.hints.normal", BRIEF: "plain.hints.brief"}


def answered(typed: str, hints: Hints, words: Words) -> Iterator[str]:
    """What is said after `hints` and perhaps a level; a level that there is holds from now on."""
    level = typed.casefold()
    if level in SAID:
        hints.level = level
    elif level:
        yield words("plain.hints.unknown", typed=said_back(typed, words))
        return
    yield from sentences(words(SAID[hints.level]))
    if not level:
        yield words("plain.hints.how")
