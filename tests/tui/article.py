"""A small article of a known shape, with the words and the help of the real content."""

from __future__ import annotations

import sqlite3

from trd_tui.library.build import build
from trd_tui.library.content import Content
from trd_tui.library.store import Library
from trd_tui.model import (
    KEY_POINTS,
    LIST,
    RECALLED,
    TEXT,
    VERIFIED,
    Block,
    Entry,
    Evidence,
    Item,
    Section,
    Source,
    Term,
)

SHAPE = (
    ("1", "intro", "What it is", "", ""),
    ("2", "causes", "Causes and risks of depression that stays", "Causes", ""),
    ("3", "treatment", "Treatment", "", ""),
    ("3.1", "ect", "Electroconvulsive therapy (ECT)", "ECT", "treatment"),
    ("3.1.1", "ect-day", "The day of treatment", "", "ect"),
    ("3.2", "tms", "Magnetic stimulation (TMS)", "TMS", "treatment"),
    ("4", "long", "A long section", "", ""),
    ("5", "life", "Daily life", "", ""),
    *((str(number), f"more-{number}", f"Further reading {number}", "", "") for number in range(6, 36)),
)
TEXTS = {
    "intro": ("Depression that stays after two medicines.", "It can be treated."),
    "causes": ("Nobody knows one cause.", "Genes play a part, and so does stress."),
    "treatment": ("There are many ways forward.",),
    "ect": (
        "You are asleep while it is given.",
        "Memory loss is common. Memory mostly comes back.",
        "Ask how memory is checked.",
    ),
    "ect-day": ("You may not eat before it. Somebody takes you home.",),
    "tms": ("You are awake. Magnetic pulses come from outside the head.",),
    "long": tuple(f"Paragraph {number} says a little more about lithium and sleep." for number in range(1, 61)),
    "life": ("Walking helps some people. So does sleep.",),
}
TERMS = (
    Term(
        "ect",
        "electroconvulsive therapy",
        "A short seizure under anesthetic.",
        "ect",
        "ECT",
        ("shock treatment",),
        ("two",),
    ),
    Term("memory", "Memory", "What you keep of the past.", "ect", evidence=("one",)),
    Term("sleep", "sleep", "Rest at night.", "life", evidence=("one",)),
)
EVIDENCE = {
    "one": Evidence("one", RECALLED),
    "two": Evidence("two", VERIFIED, ("first",)),
}
SOURCES = {
    "first": Source("first", "First 2020", "First A. A study of many people.", "2020", "https://example.org/first")
}


def small(content: Content) -> Library:
    """The small article, compiled into memory."""
    sections = tuple(_section(position) for position in range(len(SHAPE)))
    db = sqlite3.connect(":memory:")
    build(Content(content.language, sections, EVIDENCE, SOURCES, TERMS, content.help, content.words, content.guide), db)
    return Library(db)


def _section(position: int) -> Section:
    number, id, title, short, parent = SHAPE[position]
    children = sum(row[4] == id for row in SHAPE)
    entry = Entry(position, id, number, title, short, number.count("."), parent, children)
    texts = TEXTS.get(id, ("Read on elsewhere.",))
    items = tuple(Item(text, ("one",) if place else ("two",)) for place, text in enumerate(texts))
    paragraphs = tuple(Block(TEXT, (item,)) for item in items)
    return Section(
        entry, (Block(KEY_POINTS, items[:1]), Block(LIST, items[1:2]) if items[1:2] else paragraphs[0], *paragraphs)
    )
