"""Rules for a section as a whole: what it must have, how long it may be, how hard to read."""

from __future__ import annotations

from collections.abc import Iterator

from trd_tui.library.authoring.draft import Draft
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.rules.readability import grade, words
from trd_tui.model import HELP, KEY_POINTS, TO_DO, WRITTEN_KINDS, Entry, Item, Section

LONGEST, LONGEST_TREATMENT = 300, 380
HARDEST_SECTION, HARDEST_ARTICLE = 9.0, 8.0
LONGEST_SHORT = 24
MOST_KEY_POINTS = 3
EASIER = "use shorter sentences and shorter words"


def apply(draft: Draft) -> None:
    """Check each section, then the article."""
    sections = draft.content.sections
    for section in sections:
        _check_parts(section, draft.problems)
        _check_title(section.entry, draft.problems)
        _check_length(section, draft)
        _check_grade(section, draft.problems)
    article = grade(text for section in sections for text in texts_of(section))
    if article > HARDEST_ARTICLE:
        what = f"the whole article has reading grade {article:.1f}, at most {HARDEST_ARTICLE:.1f} is wanted"
        draft.problems.add_at(sections[0].entry.id, what, EASIER)


def texts_of(section: Section) -> list[str]:
    """What is read as sentences in a section, without headings and without the lines that the program puts in."""
    return [item.text for block in section.blocks if block.kind != HELP for item in block.items if item.text]


def _items(section: Section, *kinds: str) -> Iterator[Item]:
    for block in section.blocks:
        if block.kind in kinds:
            yield from block.items


def _check_parts(section: Section, problems: Problems) -> None:
    entry = section.entry
    points = len(list(_items(section, KEY_POINTS)))
    if not 1 <= points <= MOST_KEY_POINTS:
        problems.add_at(entry.id, f"{_named(entry)} has {points} key points", f"give it 1 to {MOST_KEY_POINTS}")
    if not list(_items(section, TO_DO)):
        problems.add_at(entry.id, f"{_named(entry)} ends with nothing to do or ask", 'write it under "what_you_can_do"')
    if not entry.children and not list(_items(section, *WRITTEN_KINDS)):
        problems.add_at(entry.id, f"{_named(entry)} is empty", 'write something under "blocks"')


def _check_title(entry: Entry, problems: Problems) -> None:
    length = len(entry.short)
    if length <= LONGEST_SHORT:
        return
    called = "title" if entry.short == entry.title else "short title"
    mend = "add a short title" if called == "title" else "make it shorter"
    what = f"the {called} has {length} letters, the list has room for {LONGEST_SHORT}"
    problems.add_at(entry.short, what, mend)


def _check_length(section: Section, draft: Draft) -> None:
    most = LONGEST_TREATMENT if section.entry.id in draft.treatments else LONGEST
    count = sum(len(words(text)) for text in texts_of(section))
    if count > most:
        what = f"{_named(section.entry)} has {count} words of its own, at most {most} are wanted"
        draft.problems.add_at(section.entry.id, what, "move a part of it into a section inside it")


def _check_grade(section: Section, problems: Problems) -> None:
    found = grade(texts_of(section))
    if found > HARDEST_SECTION:
        what = f"{_named(section.entry)} has reading grade {found:.1f}, at most {HARDEST_SECTION:.1f} is wanted"
        problems.add_at(section.entry.id, what, EASIER)


def _named(entry: Entry) -> str:
    return f'the section "{entry.id}"'
