"""The sentence of a section that holds most of what was asked."""

from __future__ import annotations

import sqlite3

FULL = 4

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Excerpt:
    """A sentence, the share of the query that it or the title holds (0 to 1), the words to mark, all folded words."""

    __slots__ = ("marked", "sentence", "share", "words")

    def __init__(self, sentence: str, share: float, marked: tuple[str, ...], words: str) -> None:
        self.sentence = sentence
        self.share = share
        self.marked = marked
        self.words = words


class Wanted:
    """What a sentence should hold: for each folded word the places of the query's words that it stands for; weights."""

    __slots__ = ("places", "weights", "whole")

    def __init__(self, places: Mapping[str, set[int]], weights: list[float]) -> None:
        self.places = places
        self.weights = weights
        self.whole = sum(weights) or 1.0

    def share(self, words: set[str]) -> float:
        """The share of the query's weight that some words hold."""
        held = {place for word in words for place in self.places[word]}
        return sum(self.weights[place] for place in held) / self.whole


def excerpt(db: sqlite3.Connection, position: int, title: Collection[str], wanted: Wanted) -> Excerpt:
    """The best sentence of a section; of equals, the first. What its title says already makes no sentence better."""
    rows = db.execute("SELECT text, words FROM sentence WHERE section = ? ORDER BY place", (position,)).fetchall()
    told = wanted.places.keys() & title
    marked = set(told)
    best = _opening(rows)
    best_share = best_new = wanted.share(told)
    for text, words in rows:
        held = wanted.places.keys() & words.split()
        if held:
            marked |= held
            best_share = max(best_share, wanted.share(held))
            new = wanted.share(held | told)
            if new > best_new:
                best, best_new = text, new
    return Excerpt(best, best_share, tuple(sorted(marked)), " ".join(words for _, words in rows))


def _opening(rows: list[tuple[str, str]]) -> str:
    """The first sentence that says something by itself; "Yes." does not."""
    full = (text for text, words in rows if len(words.split()) >= FULL)
    return next(full, rows[0][0] if rows else "")
