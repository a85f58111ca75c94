"""Search: what a worried person means by a query, the sections that answer it, and why they were found.

Every telling word of the query is looked up by its stem, the names of the word list that stand in it bring in the
term's own names and its section, and an unknown word is read as the nearest known one where that is clearly a slip.
"""

from __future__ import annotations

import sqlite3

from trd_tui.library.search.asking import Asking, Names
from trd_tui.library.search.excerpts import Excerpt, excerpt
from trd_tui.library.search.query import STOP_WORDS, parse, speaks_of_danger, tokens
from trd_tui.library.search.ranking import Ranking
from trd_tui.library.search.reasons import reason
from trd_tui.library.search.slips import Vocabulary
from trd_tui.library.search.stems import Stems
from trd_tui.model import Entry, Hit, Results

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.library.store import Library

LOOKED_AT = 30
FIRST = 3
BY_SENTENCE = 1.0
BY_SECOND_PAGE = 0.25


class Search:
    """The search of one library; what it has read of the word list stays in memory."""

    __slots__ = ("_db", "_library", "_names", "_ranking", "_vocabulary")

    def __init__(self, db: sqlite3.Connection, library: Library) -> None:
        self._db = db
        self._library = library
        stems = Stems()
        self._vocabulary = Vocabulary(db, stems)
        self._names = Names(db, library.terms(), stems)
        self._ranking = Ranking(db, library.count)

    def find(self, text: str, limit: int, typing: bool) -> Results:
        """Results for any text, best first; a suggestion where no word of it is known but others are near.

        Where there is neither, the last word may be the start of one, even when it is not being typed any more.
        """
        results = self._find(text, limit, typing)
        last = parse(text, typing).tokens[-1:]
        if typing or results.hits or results.suggestion or STOP_WORDS.issuperset(last):
            return results
        return self._find(text, limit, typing=True)

    def _find(self, text: str, limit: int, typing: bool) -> Results:
        help = self._library.help
        danger = speaks_of_danger(text, help.danger_words, help.danger_phrases)
        query = parse(text, typing)
        if not query.tokens or limit < 1:
            return Results(text, (), danger)
        mended = self._vocabulary.mend(query)
        if mended.nothing_known:
            # Another spelling is no answer to a person who may be in danger.
            return Results(text, (), danger, "" if danger else " ".join(mended.tokens))
        asking = Asking(mended, query, self._names, self._vocabulary)
        return Results(text, self._hits(asking, limit), danger)

    def _hits(self, asking: Asking, limit: int) -> tuple[Hit, ...]:
        ranked = self._ranking.rank(asking.words, asking.terms, asking.leads)
        wanted = asking.wanted(ranked.weights)
        near = ranked.scores[: max(LOOKED_AT, limit)]
        entries = {position: self._library.entry_at(position) for _, position in near}
        excerpts = {
            position: excerpt(self._db, position, tokens(f"{entry.title} {entry.short}"), wanted)
            for position, entry in entries.items()
        }
        scores = {position: score * (1 + BY_SENTENCE * excerpts[position].share) for score, position in near}
        order = self._spread(scores)[:limit]
        return tuple(self._hit(entries[position], excerpts[position], asking) for position in order)

    def _hit(self, entry: Entry, found: Excerpt, asking: Asking) -> Hit:
        why = reason(entry, found, asking, self._library.words)
        return Hit(entry, found.sentence, why, found.marked)

    def _spread(self, scores: dict[int, float]) -> list[int]:
        """Positions, best first, but the first three each from another main section, where there are so many."""
        mains = self._mains(scores)
        best: dict[int, list[float]] = {}
        for position, score in scores.items():
            best.setdefault(mains[position], []).append(score)
        whole = {main: sum(sorted(page, reverse=True)[1:2]) * BY_SECOND_PAGE for main, page in best.items()}
        order = sorted(scores, key=lambda position: (-scores[position] - whole[mains[position]], position))
        leaders = {mains[position]: position for position in reversed(order)}
        first = sorted(leaders.values(), key=order.index)[:FIRST]
        return first + [position for position in order if position not in first]

    def _mains(self, positions: dict[int, float]) -> dict[int, int]:
        marks = ", ".join("?" * len(positions))
        return dict(
            self._db.execute(f"SELECT position, main FROM section WHERE position IN ({marks})", tuple(positions))
        )
