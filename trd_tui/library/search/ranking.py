"""Which sections answer best: every clue of a query adds to the sections that hold it.

A word's gain is its BM25 strength (SQLite's, columns weighted title, heading, name, above, text) times its rarity, and
more if it stands in a title or in a name of the word list. A term that the query names brings in its own names and the
section it leads to, its home. Sections that hold more of what was asked come first (coverage).
"""

from __future__ import annotations

import sqlite3
from math import log

COLUMN_WEIGHTS = "6.0, 3.0, 3.0, 1.0, 1.0"
MOST_ROWS = 2000
STRONGEST = 2.2
COMMON = 1e-6
IN_TITLE = 0.8
OWN_NAMES = 0.8
HOME = 1.5
NEAR_HOME = 0.4
LEAD = 1.0
SMALL_WORD = 1.0
LEAST_COVERAGE = 0.4


class WordClue:
    """A word of the query, as a full-text expression of the words that it may stand for; empty if there are none."""

    __slots__ = ("expression",)

    def __init__(self, expression: str) -> None:
        self.expression = expression


class TermClue:
    """A term that the query names: an expression of its own names, the query's words that name it, how much of the name
    was said (0 to 1), the term's home and the pages inside that.
    """

    __slots__ = ("expression", "home", "near", "share", "words")

    def __init__(
        self, expression: str, words: frozenset[int], share: float, home: int | None, near: tuple[int, ...]
    ) -> None:
        self.expression = expression
        self.words = words
        self.share = share
        self.home = home
        self.near = near


class LeadClue:
    """A lead in the query: where to, how much of it was said (0 to 1), the query's words in it, small words besides."""

    __slots__ = ("home", "share", "small", "words")

    def __init__(self, home: int, share: float, words: frozenset[int], small: int) -> None:
        self.home = home
        self.share = share
        self.words = words
        self.small = small


class Ranked:
    """Positions of sections with their scores, best first, and what each word of the query weighs."""

    __slots__ = ("scores", "weights")

    def __init__(self, scores: list[tuple[float, int]], weights: list[float]) -> None:
        self.scores = scores
        self.weights = weights


class Ranking:
    """Ranks the sections of one library."""

    __slots__ = ("_count", "_db")

    def __init__(self, db: sqlite3.Connection, count: int) -> None:
        self._db = db
        self._count = count

    def rank(self, words: list[WordClue], terms: list[TermClue], leads: list[LeadClue]) -> Ranked:
        """The sections that hold any clue."""
        held = [self._held(word.expression) for word in words]
        named = {place for term in terms for place in term.words}
        weights = [
            self._rarity(len(sections)) if sections or place in named else 0.0 for place, sections in enumerate(held)
        ]
        sums = _Sums(weights)
        for place, sections in enumerate(held):
            for position, strength in sections.items():
                sums.add(position, strength * weights[place], (place,))
        for term in terms:
            self._add_term(sums, term)
        for lead in leads:
            told = sum(weights[place] for place in lead.words) + lead.small * SMALL_WORD
            sums.add(lead.home, LEAD * lead.share * told, lead.words)
        return Ranked(sums.scores(), weights)

    def _add_term(self, sums: _Sums, term: TermClue) -> None:
        weight = term.share * sum(sums.weights[place] for place in term.words)
        for position, strength in self._held(term.expression).items():
            sums.add(position, OWN_NAMES * strength * weight, term.words)
        if term.home is not None:
            sums.add(term.home, HOME * weight, term.words)
        for position in term.near:
            sums.add(position, NEAR_HOME * weight, term.words)

    def _held(self, expression: str) -> dict[int, float]:
        """How strongly each section holds an expression: up to 2.2 for BM25, and 0.8 for a title or a name."""
        if not expression:
            return {}
        statement = (
            f"SELECT rowid, -bm25(passage, {COLUMN_WEIGHTS}) FROM passage WHERE passage MATCH ? LIMIT {MOST_ROWS}"
        )
        rows = self._db.execute(statement, (expression,)).fetchall()
        unit = max(COMMON, log((self._count - len(rows) + 0.5) / (len(rows) + 0.5)))
        held = {position: min(STRONGEST, strength / unit) for position, strength in rows}
        titles = f"SELECT rowid FROM passage WHERE passage MATCH ? LIMIT {MOST_ROWS}"
        for (position,) in self._db.execute(titles, (f"{{title name}} : ({expression})",)):
            held[position] = held.get(position, 0.0) + IN_TITLE
        return held

    def _rarity(self, sections: int) -> float:
        return log(1 + (self._count - sections + 0.5) / (sections + 0.5))


class _Sums:
    """Gain and coverage of each section while clues are added."""

    def __init__(self, weights: list[float]) -> None:
        self.weights = weights
        self._gains: dict[int, float] = {}
        self._covered: dict[int, set[int]] = {}

    def add(self, position: int, gain: float, words: tuple[int, ...] | frozenset[int]) -> None:
        self._gains[position] = self._gains.get(position, 0.0) + gain
        self._covered.setdefault(position, set()).update(words)

    def scores(self) -> list[tuple[float, int]]:
        whole = sum(self.weights) or 1.0
        scored = [(gain * self._coverage(position, whole), position) for position, gain in self._gains.items()]
        return sorted(scored, key=lambda one: (-one[0], one[1]))

    def _coverage(self, position: int, whole: float) -> float:
        share = sum(self.weights[place] for place in self._covered[position]) / whole
        return LEAST_COVERAGE + (1 - LEAST_COVERAGE) * share * share
