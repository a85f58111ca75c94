"""What a search looks into, made when a library is built: passages, sentences, vocabulary and the names of terms.

Evidence and sources are not searched; neither is the way to Help now that the program adds to a text.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from trd_tui.library.content import Content
from trd_tui.library.search.leads import folded
from trd_tui.library.search.mentions import Mentions, names
from trd_tui.library.search.query import telling, tokens
from trd_tui.library.search.stems import Stems
from trd_tui.model import HELP, KEY_POINTS, Entry, Section, Term
from trd_tui.sentences import sentences

MOST_ALIKE = 3


def fill(db: sqlite3.Connection, content: Content, terms: list[Term]) -> None:
    """Write the search tables of a content into a database; `terms` are in the order of their rows."""
    index = _Index(db, content, terms)
    for section in content.sections:
        index.add(section)
    db.execute("INSERT INTO passage(passage) VALUES ('optimize')")
    index.add_names(terms)
    index.add_leads(content.sections, terms)
    index.add_vocabulary()


class _Index:
    def __init__(self, db: sqlite3.Connection, content: Content, terms: list[Term]) -> None:
        self._db = db
        self._stems = Stems()
        self._entries = {section.entry.id: section.entry for section in content.sections}
        self._called: dict[str, list[str]] = {}
        for term in terms:
            self._called.setdefault(str(term.section), []).extend(names(term))
        self._mentions = Mentions(terms)
        self._surface: set[str] = set()
        self._held: Counter[str] = Counter()

    def add(self, section: Section) -> None:
        position, id = section.entry.position, str(section.entry.id)
        said = list(_said(section))
        columns = self._columns(section, said)
        self._db.execute(
            "INSERT INTO passage(rowid, title, heading, name, above, text) VALUES (?, ?, ?, ?, ?, ?)",
            (position, *columns),
        )
        rows = ((position, place, text, " ".join(tokens(text))) for place, text in enumerate(said))
        self._db.executemany("INSERT INTO sentence VALUES (?, ?, ?, ?)", rows)
        title, heading, _, _, text = columns
        mentioned = ((id, place) for place in self._mentions.of(f"{title} {heading} {text}"))
        self._db.executemany("INSERT INTO term_in_section VALUES (?, ?)", mentioned)
        words = set(" ".join(columns).split())
        self._surface |= words
        self._held.update(set(self._stems.of(words)))

    def add_names(self, terms: list[Term]) -> None:
        for number, term in enumerate(terms):
            for place, name in enumerate(names(term)):
                said = tokens(name)
                words = telling(said)
                row = (number, place, name, " ".join(words), " ".join(self._stems.of(words)), folded(said))
                self._db.execute("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)", row)

    def add_leads(self, sections: tuple[Section, ...], terms: list[Term]) -> None:
        said = [(name, str(term.section)) for term in terms for name in names(term)]
        for section in sections:
            headings = [block.heading for block in section.blocks if block.heading]
            said += [(text, str(section.entry.id)) for text in (section.entry.title, section.entry.short, *headings)]
        often = Counter(text for text, _ in said)
        rare = sorted({(folded(tokens(text)), id) for text, id in said if often[text] <= MOST_ALIKE and tokens(text)})
        self._db.executemany("INSERT INTO lead (words, section) VALUES (?, ?)", rare)
        self._db.execute("INSERT INTO lead(lead) VALUES ('optimize')")

    def add_vocabulary(self) -> None:
        words = sorted(self._surface)
        rows = ((word, stem, self._held[stem]) for word, stem in zip(words, self._stems.of(words), strict=True))
        self._db.executemany("INSERT INTO vocabulary VALUES (?, ?, ?)", rows)
        self._stems.close()

    def _columns(self, section: Section, said: list[str]) -> tuple[str, ...]:
        entry = section.entry
        headings = [block.heading for block in section.blocks]
        points = [item.text for block in section.blocks if block.kind == KEY_POINTS for item in block.items]
        above = [f"{higher.title} {higher.short}" for higher in _above(entry, self._entries)]
        columns = ([entry.title, entry.short], headings + points, self._called.get(entry.id, []), above, said)
        return tuple(" ".join(tokens(" ".join(texts))) for texts in columns)


def _said(section: Section) -> Iterator[str]:
    for block in section.blocks:
        for item in block.items if block.kind != HELP else ():
            if not item.unknown:
                yield from map(str, sentences(f"{item.name}: {item.text}" if item.name else item.text))


def _above(entry: Entry, entries: dict[str, Entry]) -> Iterator[Entry]:
    while "." in entry.number and entry.parent in entries:
        entry = entries[entry.parent]
        yield entry
