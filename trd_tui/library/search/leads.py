"""Leads: ways to say what a section is about, matched as whole phrases rather than word by word.

A lead is a name of the word list, a section's title or one of its headings, small words included: "will it come back"
and "is it my fault" are told by their small words. A lead counts when at least half of it was said.
"""

from __future__ import annotations

import sqlite3

from trd_tui.library.search.query import NEGATIONS, STOP_WORDS, expression
from trd_tui.library.search.stems import Stems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 40
MOST_WORDS = 24
SMALL_WORD = 0.25
LEAST_SHARE = 0.5


class Lead:
    """A lead found in a query: its section, how much of it was said (0 to 1), shared stems, small words in them."""

    __slots__ = ("section", "share", "small", "stems")

    def __init__(self, section: str, share: float, stems: frozenset[str], small: int) -> None:
        self.section = section
        self.share = share
        self.stems = stems
        self.small = small


def folded(words: Iterable[str]) -> str:
    """The text of a lead as it is kept: folded words, every negation as "not"."""
    return " ".join("not" if word in NEGATIONS else word for word in words)


def leads(db: sqlite3.Connection, stems: Stems, words: Sequence[str]) -> list[Lead]:
    """The leads that a query's folded words follow, the nearest first; one for each section at most."""
    said = list(dict.fromkeys(folded(words).split()))[:MOST_WORDS]
    weights = dict(zip(stems.of(said), map(_weight, said), strict=True))
    nearest = "SELECT section, words FROM lead WHERE words MATCH ? ORDER BY rank LIMIT ?"
    found: dict[str, Lead] = {}
    for section, text in db.execute(nearest, (expression(*([word] for word in said)), MOST)).fetchall():
        lead = _lead(section, text.split(), stems, weights)
        if lead.share >= LEAST_SHARE and (section not in found or _told(lead) > _told(found[section])):
            found[section] = lead
    return list(found.values())


def _lead(section: str, words: list[str], stems: Stems, weights: dict[str, float]) -> Lead:
    own = dict(zip(stems.of(words), map(_weight, words), strict=True))
    shared = own.keys() & weights.keys()
    share = sum(own[stem] for stem in shared) / sum(own.values())
    return Lead(section, share, frozenset(shared), sum(own[stem] == SMALL_WORD for stem in shared))


def _told(lead: Lead) -> float:
    return lead.share * (len(lead.stems) - lead.small * (1 - SMALL_WORD))


def _weight(word: str) -> float:
    return SMALL_WORD if word in STOP_WORDS else 1.0
