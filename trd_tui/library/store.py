"""A compiled library, read: the outline, one section at a time, evidence, terms, help and search.

The file is opened read-only and never changes while it is open, so nothing is locked and nothing is written beside it.
"""

from __future__ import annotations

import os
import sqlite3

from trd_tui.errors import ContentError, NotFoundError
from trd_tui.library.schema import APPLICATION_ID, FORMAT, PAGE_SIZE
from trd_tui.model import Block, Entry, Evidence, HelpLines, HelpNow, Item, Results, Section, Short, Source, Term
from trd_tui.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from trd_tui.guide.definition import Guide
    from trd_tui.library.search.engine import Search

ENTRY = "position, id, number, title, short, level, parent, children"
ITEM = "text, evidence, name, who, unknown"
MANY = 500
CACHE = 256
"""KB of the file that one reader keeps; the kernel keeps it all once for every reader, so more would save no time."""
SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~:")
HINT = "Compile it again with: trd-tui build DIR -o FILE"


class Library:
    """The article and all that belongs to it, read from one SQLite file or an open database.

    ContentError if the file is missing, broken, or written by another version of the program.
    """

    __slots__ = ("_db", "_guide", "_help", "_search", "_words", "count", "language", "title", "total")

    def __init__(self, source: str | sqlite3.Connection) -> None:
        self._db = source if isinstance(source, sqlite3.Connection) else _opened(source)
        meta = _meta(self._db)
        self.title = meta["title"]
        self.language = meta["language"]
        self.count = int(meta["count"])
        self.total = int(meta["total"])
        self._words: Words | None = None
        self._help: HelpNow | None = None
        self._guide: Guide | None = None
        self._search: Search | None = None

    @property
    def words(self) -> Words:
        """The words of the program itself."""
        if self._words is None:
            self._words = Words(dict(self._rows("SELECT key, text FROM word")))
        return self._words

    @property
    def help(self) -> HelpNow:
        """The crisis screen."""
        if self._help is None:
            self._help = self._read_help()
        return self._help

    @property
    def guide(self) -> Guide:
        """The questions, their findings and notes; read when they are first wanted."""
        if self._guide is None:
            self._guide = self._read_guide()
        return self._guide

    def offered(self, section: str) -> str:
        """The title of the part of the guide that a section offers, without reading the guide; empty for none."""
        return next((title for (title,) in self._rows("SELECT title FROM offer WHERE section = ?", section)), "")

    def entry(self, id: str) -> Entry:
        """The outline entry of a section; NotFoundError, whose hint names the nearest ids, if there is none."""
        found = self._entry("id = ?", id) or self._entry("id = ?", id.lower())
        if found is None:
            raise NotFoundError(f"There is no section {id[:60]!a}.", self._nearest(id))
        return found

    def entry_at(self, position: int) -> Entry:
        """The entry at a place in reading order, from 0; NotFoundError beyond the ends."""
        found = self._entry("position = ?", position)
        if found is None:
            raise NotFoundError(f"There is no section at place {position}.", f"Places go from 0 to {self.count - 1}.")
        return found

    def numbered(self, number: str) -> Entry | None:
        """The entry with a number such as "12" or "12.1"."""
        return self._entry("number = ?", number)

    def children(self, id: str = "") -> tuple[Entry, ...]:
        """The entries directly inside a section, in reading order; the top level for an empty id."""
        return tuple(self._entries("WHERE parent = ? ORDER BY position", id))

    def outline(self) -> Iterator[Entry]:
        """Every entry in reading order, read as it is needed."""
        return self._entries("ORDER BY position")

    def path(self, id: str) -> tuple[Entry, ...]:
        """The entries from the top level down to a section, itself included."""
        way = [self.entry(id)]
        while way[0].parent:
            way.insert(0, self.entry(way[0].parent))
        return tuple(way)

    def section(self, id: str) -> Section:
        """A section with its blocks."""
        entry = self.entry(id)
        items: dict[int, list[Item]] = {}
        rows = self._rows(f"SELECT block, {ITEM} FROM item WHERE section = ? ORDER BY block, place", entry.position)
        for block, *row in rows:
            items.setdefault(block, []).append(_item(*row))
        blocks = self._rows("SELECT place, kind, heading FROM block WHERE section = ? ORDER BY place", entry.position)
        return Section(
            entry, tuple(Block(kind, tuple(items.get(place, ())), heading) for place, kind, heading in blocks)
        )

    def evidence(self, ids: Iterable[str]) -> dict[str, Evidence]:
        """Statements by id; unknown ids are left out."""
        rows = self._by_ids("id, status, sources, recheck, caution, left_out FROM evidence", ids)
        return {
            row[0]: Evidence(row[0], row[1], tuple(row[2].split()), bool(row[3]), bool(row[4]), row[5]) for row in rows
        }

    def sources(self, ids: Iterable[str]) -> dict[str, Source]:
        """Sources by id; unknown ids are left out."""
        return {row[0]: Source(*row) for row in self._by_ids("id, short, citation, date, url FROM source", ids)}

    def terms(self) -> tuple[Term, ...]:
        """The word list, sorted."""
        return self._terms("ORDER BY place")

    def terms_in(self, section: str) -> tuple[Term, ...]:
        """The terms that stand, under any of their names, in the text of a section, sorted."""
        return self._terms(
            "WHERE place IN (SELECT term FROM term_in_section WHERE section = ?) ORDER BY place", section
        )

    def search(self, query: str, limit: int = 20, typing: bool = False) -> Results:
        """Sections for a person's query, best first, at most `limit`; never an error, whatever was typed.

        While a query is typed, its last word counts as the start of one.
        """
        if self._search is None:
            from trd_tui.library.search.engine import Search

            self._search = Search(self._db, self)
        try:
            return self._search.find(query, limit, typing)
        except sqlite3.DatabaseError as error:
            raise _broken(error) from error

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(statement, values)
        except sqlite3.DatabaseError as error:
            raise _broken(error) from error

    def _entry(self, where: str, value: object) -> Entry | None:
        if isinstance(value, str):
            value = value.encode("utf-8", "replace").decode()
        return next(self._entries(f"WHERE {where} LIMIT 1", value), None)

    def _entries(self, which: str, *values: object) -> Iterator[Entry]:
        return (Entry(*row) for row in self._rows(f"SELECT {ENTRY} FROM section {which}", *values))

    def _by_ids(self, columns: str, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        wanted = sorted(set(ids))
        for start in range(0, len(wanted), MANY):
            some = wanted[start : start + MANY]
            yield from self._rows(f"SELECT {columns} WHERE id IN ({', '.join('?' * len(some))}) ORDER BY id", *some)

    def _terms(self, which: str, *values: object) -> tuple[Term, ...]:
        also: dict[int, list[str]] = {}
        for place, name in self._rows("SELECT term, name FROM also ORDER BY term, place"):
            also.setdefault(place, []).append(name)
        rows = self._rows(f"SELECT place, id, term, meaning, section, short, evidence FROM term {which}", *values)
        return tuple(
            Term(id, term, meaning, section, short, tuple(also.get(place, ())), tuple(evidence.split()))
            for place, id, term, meaning, section, short, evidence in rows
        )

    def _read_help(self) -> HelpNow:
        texts = dict(self._rows("SELECT key, value FROM help"))
        items: dict[int, list[Item]] = {}
        for country, *row in self._rows(f"SELECT country, {ITEM} FROM help_item ORDER BY country, place"):
            items.setdefault(country, []).append(_item(*row))
        columns = "place, code, country, crisis, emergency, home, footer"
        lines = tuple(
            HelpLines(code, country, tuple(items.get(place, ())), Short(*phrases))
            for place, code, country, *phrases in self._rows(f"SELECT {columns} FROM help_country ORDER BY place")
        )
        danger = [tuple(words.split()) for (words,) in self._rows("SELECT words FROM danger ORDER BY place")]
        return HelpNow(
            opening=tuple(items.get(0, ())),
            countries=lines,
            danger_words=tuple(words[0] for words in danger if len(words) == 1),
            danger_phrases=tuple(words for words in danger if len(words) > 1),
            **texts,
        )

    def _read_guide(self) -> Guide:
        import json

        from trd_tui.guide.definition import Guide
        from trd_tui.guide.stored import from_value

        written = "".join(value for (value,) in self._rows("SELECT value FROM guide"))
        try:
            found = from_value(json.loads(written))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ContentError("The guide in this library cannot be read.", HINT) from error
        if not isinstance(found, Guide):
            raise ContentError("The guide in this library cannot be read.", HINT)
        return found

    def _nearest(self, id: str) -> str:
        from trd_tui.library.search.spelling import likely

        near = likely(id[:60], (entry.id for entry in self.outline()))
        return "The nearest are: " + ", ".join(near) if near else "trd-tui outline lists all of them."


def _item(text: str, evidence: str, name: str, who: str, unknown: int) -> Item:
    return Item(text, tuple(evidence.split()), name, who, bool(unknown))


def _opened(file: str) -> sqlite3.Connection:
    try:
        if os.path.exists(file) and not os.path.isfile(file):
            raise ContentError(f"{file!a} is no file.", HINT)
        whole = os.stat(file).st_size
        db = sqlite3.connect(f"file://{_quoted(os.path.abspath(file))}?immutable=1&mode=ro", uri=True)
        db.execute(f"PRAGMA cache_size = -{CACHE}")
        (pages,) = db.execute("PRAGMA page_count").fetchone()
    except FileNotFoundError as error:
        raise ContentError(
            f"There is no {file!a}.", "Name a content folder, or a file made by: trd-tui build"
        ) from error
    except (OSError, ValueError) as error:
        raise ContentError(f"The library {file!a} cannot be opened: {error}.", HINT) from error
    except sqlite3.Error as error:
        raise _broken(error) from error
    if pages * PAGE_SIZE != whole:
        db.close()
        raise ContentError("This file is not a whole library.", HINT)
    return db


def _quoted(file: str) -> str:
    """A path as the path of a URI."""
    path = file.replace(os.sep, "/")
    slashed = path if path.startswith("/") else "/" + path
    return "".join(chr(byte) if byte in SAFE else f"%{byte:02X}" for byte in os.fsencode(slashed))


def _meta(db: sqlite3.Connection) -> dict[str, str]:
    try:
        (mark,) = db.execute("PRAGMA application_id").fetchone()
        meta = dict(db.execute("SELECT key, value FROM meta")) if mark == APPLICATION_ID else {}
    except sqlite3.DatabaseError as error:
        raise _broken(error) from error
    if not meta:
        raise ContentError("This file is not a library of trd-tui.", HINT)
    if meta.get("format") != str(FORMAT):
        raise ContentError("This library was written by another version of the program.", HINT)
    return meta


def _broken(error: sqlite3.Error) -> ContentError:
    return ContentError(f"The library cannot be read: {error}.", HINT)
