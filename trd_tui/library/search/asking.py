"""A query in terms of the library: what to look up for each word, which terms it names, and which words to mark."""

from __future__ import annotations

import sqlite3

from trd_tui.library.search.excerpts import Wanted
from trd_tui.library.search.leads import Lead, leads
from trd_tui.library.search.names import Asked, Name, asked
from trd_tui.library.search.query import STOP_WORDS, Query, expression, telling, tokens
from trd_tui.library.search.ranking import LeadClue, TermClue, WordClue
from trd_tui.library.search.slips import Mended, Vocabulary
from trd_tui.library.search.stems import Stems
from trd_tui.model import Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_NEAR = 50


class Names:
    """Every name of the word list, with the term that it belongs to."""

    __slots__ = ("_db", "all", "stems", "terms")

    def __init__(self, db: sqlite3.Connection, terms: tuple[Term, ...], stems: Stems) -> None:
        self._db = db
        self.terms = terms
        self.stems = stems
        rows = db.execute("SELECT term, name, words, stems, said FROM name ORDER BY term, place")
        self.all = [Name(term, name, name in (terms[term].term, terms[term].short), *row) for term, name, *row in rows]

    def own(self, term: int) -> list[list[str]]:
        """Folded words of a term's own names: its first name and its short form."""
        return [words for name in (self.terms[term].term, self.terms[term].short) if (words := tokens(name))]

    def home(self, term: int) -> tuple[int | None, tuple[int, ...]]:
        """Position of the section that a term leads to, None if there is no such one, and of the pages inside it."""
        home, main = self.position(self.terms[term].section)
        inside = "SELECT position FROM section WHERE main = ? AND position > ? LIMIT ?"
        near = self._db.execute(inside, (home, home, MOST_NEAR)) if home is not None and home == main else ()
        return home, tuple(position for (position,) in near)

    def leads(self, said: tuple[str, ...]) -> list[Lead]:
        """The leads that folded words follow."""
        return leads(self._db, self.stems, said)

    def position(self, section: str) -> tuple[int | None, int | None]:
        """Positions of a section and of its main section; None if there is no such section."""
        row = self._db.execute("SELECT position, main FROM section WHERE id = ?", (section,)).fetchone()
        return row or (None, None)


class Asking:
    """What a mended query asks of the library."""

    __slots__ = (
        "_forms",
        "_names",
        "_text",
        "_vocabulary",
        "asked",
        "corrected",
        "leads",
        "own_forms",
        "terms",
        "words",
    )

    def __init__(self, mended: Mended, query: Query, names: Names, vocabulary: Vocabulary) -> None:
        self._names = names
        self._vocabulary = vocabulary
        self.corrected = mended.corrected
        self._text = f" {' '.join(mended.tokens)} | {' '.join(query.tokens)} "
        words = telling(mended.tokens)
        start = words[-1] if query.open_end and words[-1] == mended.tokens[-1] else ""
        stems = names.stems.of(words)
        self._forms = [self._all_forms(word, start) for word in words]
        self.words = [
            WordClue(self._expression(word, forms, start)) for word, forms in zip(words, self._forms, strict=True)
        ]
        self.asked = asked(names.all, mended.tokens, stems, start)
        self.terms = [self._term(one) for one in self.asked]
        self.own_forms = {one.name.term: self._own_forms(one) for one in self.asked}
        self.leads = list(self._leads(mended.tokens, stems))

    def wanted(self, weights: list[float]) -> Wanted:
        """What a sentence should hold: forms of the words asked, and the most telling word of each term's own names."""
        places: dict[str, set[int]] = {}
        for place, forms in enumerate(self._forms):
            for form in forms:
                places.setdefault(form, set()).add(place)
        for one in self.asked:
            for form in self.own_forms[one.name.term]:
                places.setdefault(form, set()).update(one.places)
        return Wanted(places, weights)

    def says_own_name(self, one: Asked) -> bool:
        """Whether the query, as it was typed or as it was meant, holds one of a term's own names, too."""
        return any(f" {' '.join(words)} " in self._text for words in self._names.own(one.name.term))

    def typed(self, one: Asked) -> list[list[str]]:
        """For each word of the query that names a term, the forms in which it may stand in a text."""
        return [self._forms[place] or [""] for place in sorted(one.places)]

    def term(self, one: Asked) -> Term:
        """The term that was asked for by one of its names."""
        return self._names.terms[one.name.term]

    def _own_forms(self, one: Asked) -> set[str]:
        """Forms of the most telling word of each of a term's own names, or of the word in it that was asked for."""
        heard = {form for forms in self.typed(one) for form in forms}
        telling = [
            next((word for word in words if word in heard), "") or self._vocabulary.rarest(words)
            for words in self._names.own(one.name.term)
        ]
        return {form for word in telling for form in self._vocabulary.forms(word)}

    def _all_forms(self, word: str, start: str) -> list[str]:
        if word == "not":
            return []
        forms = self._vocabulary.forms(word)
        return [*forms, *self._vocabulary.starting(word)] if word == start else forms

    def _expression(self, word: str, forms: list[str], start: str) -> str:
        if word != start:
            return expression([word]) if forms else ""
        one_for_each_stem = dict(zip(self._names.stems.of(forms), forms, strict=True))
        return expression(*([form] for form in one_for_each_stem.values() if form not in STOP_WORDS or form == word))

    def _leads(self, said: tuple[str, ...], stems: list[str]) -> Iterator[LeadClue]:
        for lead in self._names.leads(said):
            position, _ = self._names.position(lead.section)
            if position is not None:
                words = frozenset(place for place, stem in enumerate(stems) if stem in lead.stems)
                yield LeadClue(position, lead.share, words, lead.small)

    def _term(self, one: Asked) -> TermClue:
        home, near = self._names.home(one.name.term)
        return TermClue(expression(*self._names.own(one.name.term)), one.places, one.share, home, near)
