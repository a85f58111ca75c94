"""Ids that texts name: every one must lead somewhere, and lead to one thing only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from trd_tui.library.authoring import guide_texts
from trd_tui.library.authoring.article import Page
from trd_tui.library.authoring.nodes import Problems, place_of
from trd_tui.library.content import Content
from trd_tui.model import HELP, HelpNow, Item

CODE = re.compile(r"[A-Z]{2}")


def check_evidence(content: Content, problems: Problems) -> None:
    """Every piece of evidence that a text names is in evidence.yaml."""
    for id in named_evidence(content):
        _known(id, content.evidence, "evidence", "evidence.yaml", problems)


def check_sources(content: Content, problems: Problems) -> None:
    """Every source that a statement names is in sources.yaml."""
    for statement in content.evidence.values():
        for id in statement.sources:
            _known(id, content.sources, "a source", "sources.yaml", problems)


def check_sections(content: Content, problems: Problems) -> None:
    """Every section that a term or the guide names is in the article."""
    sections = {section.entry.id for section in content.sections}
    for id in guide_texts.sections(content.guide):
        _known(id, sections, "a section", "the article", problems)
    for term in content.terms:
        if term.section:
            _known(term.section, sections, "a section", "the article", problems)


def check_parents(content: Content, pages: list[Page], problems: Problems) -> None:
    """Every section that a file goes under stands before it."""
    positions = {section.entry.id: section.entry.position for section in content.sections}
    for page in pages:
        if not page.parent:
            continue
        if page.parent == page.id:
            problems.add_at(page.parent, f'"{page.id}" cannot stand under itself', "name the section above it")
            continue
        _known(page.parent, positions, "a section", "the article", problems)
        if positions.get(page.parent, -1) >= positions.get(page.id, 0):
            what = f'this section comes before "{page.parent}", under which it belongs'
            problems.add_at(page.parent, what, "give its file a higher number")


def check_twice(ids: Iterable[str], called: str, problems: Problems) -> None:
    """No id stands for two things."""
    seen: dict[str, str] = {}
    for id in filter(None, ids):
        first = seen.setdefault(id, id)
        if first is not id:
            tell_twice(first, id, called, problems)


def tell_twice(first: str, id: str, called: str, problems: Problems) -> None:
    """Report an id that stands for two things, with the place of the first."""
    place = place_of(first)
    what = f'"{id}" is the id of two {called}, first in {place.file}:{place.line}'
    problems.add_at(id, what, "give one of them another id")


def check_countries(help: HelpNow, problems: Problems) -> None:
    """Every country can be asked for by its code, and the one that comes first is there."""
    codes = [country.code for country in help.countries if country.code]
    for code in codes:
        if not CODE.fullmatch(code):
            problems.add_at(code, f'"{code}" cannot be the code of a country', "write two capital letters, such as US")
    if help.default and help.default not in codes:
        what = f'the default country "{help.default}" is not among the countries'
        problems.add_at(help.default, what, f"write one of {', '.join(codes)}")


def items(content: Content) -> Iterator[Item]:
    """Every item of the article and of the crisis screen, without the lines that the program puts in."""
    for section in content.sections:
        for block in section.blocks:
            if block.kind != HELP:
                yield from block.items
    yield from content.help.opening
    for country in content.help.countries:
        yield from country.items


def named_evidence(content: Content) -> Iterator[str]:
    """Every id of evidence that the article, the crisis screen, the word list and the guide name."""
    for item in items(content):
        yield from item.evidence
    for term in content.terms:
        yield from term.evidence
    yield from guide_texts.evidence(content.guide)


def _known(id: str, known: Iterable[str], called: str, where: str, problems: Problems) -> None:
    if id not in known:
        mend = "put a comma between two ids" if " " in id else "mend the id, or add it there"
        problems.add_at(id, f'"{id}" is not {called} that {where} has', mend)
