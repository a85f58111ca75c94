"""Content -> one SQLite file that the program reads; the same content gives the same bytes."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping

from trd_tui.guide import stored
from trd_tui.library.content import Content
from trd_tui.library.schema import APPLICATION_ID, FORMAT, PAGE_SIZE, TABLES
from trd_tui.library.search import index
from trd_tui.model import HelpNow, Item, Section, Term

INSIDE = "."


def build(content: Content, target: str | sqlite3.Connection) -> None:
    """Write the library of a content to a file, all at once or not at all, or into an open, empty database.

    OSError or sqlite3.Error where the file cannot be written; a file that was there before then stays as it was.
    """
    if isinstance(target, sqlite3.Connection):
        _fill(target, content)
        return
    unfinished = f"{target}.{os.urandom(8).hex()}.part"
    try:
        with contextlib.closing(sqlite3.connect(unfinished)) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            _fill(db, content)
            db.execute("VACUUM")
        os.replace(unfinished, target)
    finally:
        _remove(unfinished)


def _remove(file: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(file)


def _fill(db: sqlite3.Connection, content: Content) -> None:
    db.executescript(
        f"PRAGMA page_size = {PAGE_SIZE}; PRAGMA encoding = 'UTF-8'; PRAGMA application_id = {APPLICATION_ID};"
    )
    db.executescript(TABLES)
    with db:
        _put_meta(db, content)
        _put_sections(db, content.sections)
        _put_references(db, content)
        terms = sorted(content.terms, key=lambda term: (term.term.casefold(), term.id))
        _put_terms(db, terms)
        _put_help(db, content.help)
        guide = json.dumps(stored.to_value(content.guide), sort_keys=True, ensure_ascii=False)
        db.execute("INSERT INTO guide VALUES (?)", (guide,))
        offers = ((str(id), str(part.title)) for part in content.guide.parts for id in part.sections)
        db.executemany("INSERT OR IGNORE INTO offer VALUES (?, ?)", offers)
        db.executemany("INSERT INTO word VALUES (?, ?)", sorted(_plain(content.words).items()))
        index.fill(db, content, terms)


def _put_meta(db: sqlite3.Connection, content: Content) -> None:
    mains = sum(INSIDE not in section.entry.number for section in content.sections)
    values = {
        "format": FORMAT,
        "language": content.language,
        "title": content.words.get("title", ""),
        "count": len(content.sections),
        "total": mains,
    }
    db.executemany("INSERT INTO meta VALUES (?, ?)", sorted((key, str(value)) for key, value in values.items()))


def _put_sections(db: sqlite3.Connection, sections: tuple[Section, ...]) -> None:
    main = 0
    for section in sections:
        entry = section.entry
        main = main if INSIDE in entry.number else entry.position
        row = (
            entry.position,
            entry.id,
            entry.number,
            entry.title,
            entry.short,
            entry.level,
            entry.parent,
            entry.children,
        )
        db.execute("INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*map(_bare, row), main))
        for place, block in enumerate(section.blocks):
            db.execute("INSERT INTO block VALUES (?, ?, ?, ?)", (entry.position, place, block.kind, str(block.heading)))
            items = ((entry.position, place, *row) for row in _items(block.items))
            db.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)", items)


def _items(items: tuple[Item, ...]) -> Iterator[tuple[object, ...]]:
    for place, item in enumerate(items):
        yield place, str(item.text), " ".join(item.evidence), str(item.name), str(item.who), int(item.unknown)


def _put_references(db: sqlite3.Connection, content: Content) -> None:
    evidence = (
        (one.id, one.status, " ".join(one.sources), one.recheck, one.caution, one.left_out)
        for _, one in sorted(content.evidence.items())
    )
    db.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)", (tuple(map(_bare, row)) for row in evidence))
    sources = ((one.id, one.short, one.citation, one.date, one.url) for _, one in sorted(content.sources.items()))
    db.executemany("INSERT INTO source VALUES (?, ?, ?, ?, ?)", (tuple(map(_bare, row)) for row in sources))


def _put_terms(db: sqlite3.Connection, terms: list[Term]) -> None:
    for place, term in enumerate(terms):
        row = (place, term.id, term.term, term.meaning, term.section, term.short, " ".join(term.evidence))
        db.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)", tuple(map(_bare, row)))
        also = ((place, order, str(name)) for order, name in enumerate(term.also))
        db.executemany("INSERT INTO also VALUES (?, ?, ?)", also)


def _put_help(db: sqlite3.Connection, help: HelpNow) -> None:
    texts = {"title": help.title, "mention": help.mention, "footer": help.footer, "default": help.default}
    db.executemany("INSERT INTO help VALUES (?, ?)", sorted(_plain(texts).items()))
    for country, items in enumerate((help.opening, *(lines.items for lines in help.countries))):
        rows = ((country, *row) for row in _items(items))
        db.executemany("INSERT INTO help_item VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    db.executemany("INSERT INTO help_country VALUES (?, ?, ?, ?, ?, ?, ?)", _countries(help))
    danger = [(str(word),) for word in help.danger_words] + [(" ".join(phrase),) for phrase in help.danger_phrases]
    db.executemany("INSERT INTO danger (words) VALUES (?)", danger)


def _countries(help: HelpNow) -> Iterator[tuple[object, ...]]:
    for place, lines in enumerate(help.countries, 1):
        short = lines.short
        texts = (lines.code, lines.country, short.crisis, short.emergency, short.home, short.footer)
        yield place, *map(str, texts)


def _plain(texts: Mapping[str, str]) -> dict[str, str]:
    return {str(key): str(text) for key, text in texts.items()}


def _bare(value: object) -> object:
    """A text without what the reading of files hung on it; SQLite takes only plain values quickly."""
    return str(value) if isinstance(value, str) else value
