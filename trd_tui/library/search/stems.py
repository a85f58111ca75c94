"""Word stems as the full-text index makes them, so that the article, the word list and a query are cut alike."""

from __future__ import annotations

import sqlite3

from trd_tui.library.schema import TOKENIZER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Stems:
    """Stems of folded words, asked of SQLite's own Porter stemmer and remembered."""

    __slots__ = ("_db", "_known")

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute(f"CREATE VIRTUAL TABLE stem USING fts5(word, content='', tokenize='{TOKENIZER}')")
        self._db.execute("CREATE VIRTUAL TABLE cut USING fts5vocab(stem, instance)")
        self._known: dict[str, str] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Cut many words at once."""
        new = sorted(set(words) - self._known.keys())
        if not new:
            return
        first = len(self._known)
        self._db.executemany("INSERT INTO stem(rowid, word) VALUES (?, ?)", enumerate(new, first + 1))
        self._known.update((word, word) for word in new)
        rows = self._db.execute('SELECT doc, term FROM cut WHERE "offset" = 0 AND doc > ?', (first,))
        self._known.update((new[doc - first - 1], stem) for doc, stem in rows)

    def of(self, words: Iterable[str]) -> list[str]:
        """The stem of each word, in order."""
        listed = list(words)
        self.learn(listed)
        return [self._known[word] for word in listed]

    def close(self) -> None:
        """Let the stemmer's memory go."""
        self._db.close()
