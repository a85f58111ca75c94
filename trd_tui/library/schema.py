"""The tables of a compiled library. Whoever changes them, or what stands in them, raises FORMAT.

Lists of ids and of folded words are kept as one text with blanks between; the order of rows is the order of reading.
"""

from __future__ import annotations

FORMAT = 2
APPLICATION_ID = 0x54524454  # "TRDT", so that another program's database is told at once
PAGE_SIZE = 4096

PASSAGE_COLUMNS = ("title", "heading", "name", "above", "text")
TOKENIZER = "porter unicode61 remove_diacritics 2"

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE section (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, title TEXT NOT NULL,
    short TEXT NOT NULL, level INTEGER NOT NULL, parent TEXT NOT NULL, children INTEGER NOT NULL, main INTEGER NOT NULL
);
CREATE INDEX section_number ON section (number);
CREATE INDEX section_parent ON section (parent, position);
CREATE TABLE block (
    section INTEGER, place INTEGER, kind TEXT NOT NULL, heading TEXT NOT NULL, PRIMARY KEY (section, place)
) WITHOUT ROWID;
CREATE TABLE item (
    section INTEGER, block INTEGER, place INTEGER, text TEXT NOT NULL, evidence TEXT NOT NULL, name TEXT NOT NULL,
    who TEXT NOT NULL, unknown INTEGER NOT NULL, PRIMARY KEY (section, block, place)
) WITHOUT ROWID;
CREATE TABLE evidence (
    id TEXT PRIMARY KEY, status TEXT NOT NULL, sources TEXT NOT NULL, recheck INTEGER NOT NULL,
    caution INTEGER NOT NULL, left_out TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE source (
    id TEXT PRIMARY KEY, short TEXT NOT NULL, citation TEXT NOT NULL, date TEXT NOT NULL, url TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE term (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, term TEXT NOT NULL, meaning TEXT NOT NULL,
    section TEXT NOT NULL, short TEXT NOT NULL, evidence TEXT NOT NULL
);
CREATE TABLE also (term INTEGER, place INTEGER, name TEXT NOT NULL, PRIMARY KEY (term, place)) WITHOUT ROWID;
CREATE TABLE term_in_section (section TEXT, term INTEGER, PRIMARY KEY (section, term)) WITHOUT ROWID;
CREATE TABLE help (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE help_country (
    place INTEGER PRIMARY KEY, code TEXT NOT NULL, country TEXT NOT NULL, crisis TEXT NOT NULL,
    emergency TEXT NOT NULL, home TEXT NOT NULL, footer TEXT NOT NULL
);
CREATE TABLE help_item (
    country INTEGER, place INTEGER, text TEXT NOT NULL, evidence TEXT NOT NULL, name TEXT NOT NULL, who TEXT NOT NULL,
    unknown INTEGER NOT NULL, PRIMARY KEY (country, place)
) WITHOUT ROWID;
CREATE TABLE danger (place INTEGER PRIMARY KEY, words TEXT NOT NULL);
CREATE TABLE guide (value TEXT NOT NULL);
CREATE TABLE offer (section TEXT PRIMARY KEY, title TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE word (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sentence (
    section INTEGER, place INTEGER, text TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (section, place)
) WITHOUT ROWID;
CREATE TABLE vocabulary (
    word TEXT PRIMARY KEY, stem TEXT NOT NULL, sections INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX vocabulary_stem ON vocabulary (stem);
CREATE TABLE name (
    term INTEGER, place INTEGER, name TEXT NOT NULL, words TEXT NOT NULL, stems TEXT NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (term, place)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE lead USING fts5(words, section UNINDEXED, tokenize='{TOKENIZER}');
CREATE VIRTUAL TABLE passage USING fts5(
    {", ".join(PASSAGE_COLUMNS)}, content='', detail=full, tokenize='{TOKENIZER}'
);
"""
