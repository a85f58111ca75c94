"""What an unknown word of a query was meant to be: words typed in pieces, run together, or with a slip in them."""

from __future__ import annotations

import sqlite3

from trd_tui.library.search.query import STOP_WORDS, Query
from trd_tui.library.search.spelling import allowed, nearest
from trd_tui.library.search.stems import Stems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST_PART = 3
MOST_PIECES = 4
MOST_ENDINGS = 30
SHORTEST_GUESS = 6
SLIPS_IN_A_GUESS = 2


class Mended:
    """A query's words as they were most likely meant, what was corrected, and whether none was known as typed."""

    __slots__ = ("corrected", "nothing_known", "tokens")

    def __init__(self, tokens: Sequence[str], corrected: dict[str, str], nothing_known: bool) -> None:
        self.tokens = tuple(tokens)
        self.corrected = corrected
        self.nothing_known = nothing_known


class Vocabulary:
    """Every word of the article and the word list."""

    __slots__ = ("_db", "_stems", "_words")

    def __init__(self, db: sqlite3.Connection, stems: Stems) -> None:
        self._db = db
        self._stems = stems
        self._words: dict[str, int] = {}

    def mend(self, query: Query) -> Mended:
        """Read a query's words; a word that is known, or that nothing is near to, stays as it is."""
        fixed = query.tokens[-1] if query.open_end and self.starting(query.tokens[-1]) else ""
        whole, corrected = self._joined(query.tokens)
        known = [word for word in query.tokens if word == fixed or self._tells(word)]
        for place, word in enumerate(whole):
            if word not in STOP_WORDS and word != fixed and not self.knows(word):
                meant = self._meant(word, guess=not known)
                if meant:
                    whole[place] = meant
                    corrected[meant] = word
        return Mended(" ".join(whole).split(), corrected, bool(corrected) and not known)

    def knows(self, word: str) -> bool:
        """Whether any form of a word stands in the library."""
        (stem,) = self._stems.of([word])
        return self._db.execute("SELECT 1 FROM vocabulary WHERE stem = ? LIMIT 1", (stem,)).fetchone() is not None

    def holds(self, word: str) -> bool:
        """Whether just this form of a word stands in the library."""
        return self._db.execute("SELECT 1 FROM vocabulary WHERE word = ?", (word,)).fetchone() is not None

    def starting(self, start: str) -> list[str]:
        """Words with a start, the most frequent first."""
        rows = self._db.execute(
            "SELECT word FROM vocabulary WHERE word >= ? AND word < ? ORDER BY sections DESC, word LIMIT ?",
            (start, start + "\U0010ffff", MOST_ENDINGS),
        )
        return [word for (word,) in rows]

    def forms(self, word: str) -> list[str]:
        """All forms of a word that stand in the library."""
        rows = self._db.execute("SELECT word FROM vocabulary WHERE stem = ?", self._stems.of([word]))
        return [form for (form,) in rows]

    def rarest(self, words: Sequence[str]) -> str:
        """The word that stands in the fewest sections; a word that stands in none counts as in all."""
        marks = ", ".join("?" * len(words))
        ordered = f"SELECT word FROM vocabulary WHERE word IN ({marks}) ORDER BY sections, word LIMIT 1"
        row = self._db.execute(ordered, tuple(words)).fetchone()
        return row[0] if row else words[0]

    def _joined(self, words: Sequence[str]) -> tuple[list[str], dict[str, str]]:
        """Words typed in pieces put together: "ketamin e", "for ever"; one piece must be a stray one, or all small."""
        whole: list[str] = []
        corrected: dict[str, str] = {}
        place = 0
        while place < len(words):
            count = next(
                (count for count in range(MOST_PIECES, 1, -1) if self._one_word(words[place : place + count], count)), 1
            )
            pieces = words[place : place + count]
            whole.append("".join(pieces))
            if count > 1:
                corrected[whole[-1]] = " ".join(pieces)
            place += count
        return whole, corrected

    def _one_word(self, pieces: Sequence[str], count: int) -> bool:
        joined = "".join(pieces)
        if len(pieces) < count or joined in STOP_WORDS or not self.holds(joined):
            return False
        small = len(joined) >= SHORTEST_GUESS and STOP_WORDS.issuperset(pieces)
        return small or any(self._stray(piece) for piece in pieces)

    def _tells(self, word: str) -> bool:
        return len(word) > 1 and word not in STOP_WORDS and self.holds(word)

    def _stray(self, piece: str) -> bool:
        return piece not in STOP_WORDS and not self._tells(piece)

    def _meant(self, word: str, *, guess: bool) -> str:
        """Two words run together, or else the nearest word; a guess, when nothing was known, may be farther off."""
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            if self._tells(word[:cut]) and self._tells(word[cut:]):
                return f"{word[:cut]} {word[cut:]}"
        limit = max(allowed(word), SLIPS_IN_A_GUESS if guess and len(word) >= SHORTEST_GUESS else 0)
        near = nearest(word, self._all(), limit) if limit else []
        return near[0] if near else ""

    def _all(self) -> dict[str, int]:
        if not self._words:
            self._words = dict(self._db.execute("SELECT word, sections FROM vocabulary ORDER BY sections DESC, word"))
        return self._words
