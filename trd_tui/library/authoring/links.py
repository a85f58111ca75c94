"""Ids that texts name: every one must lead somewhere, and lead to one thing only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trd_tui.library.authoring.article import Page
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.content import Content
from trd_tui.model import HELP, Item


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
    """Every section that a term names is in the article."""
    sections = {section.entry.id for section in content.sections}
    for term in content.terms:
        if term.section:
            _known(term.section, sections, "a section", "the article", problems)


def check_parents(content: Content, pages: list[Page], problems: Problems) -> None:
    """Every section that a file goes under stands before it."""
    positions = {section.entry.id: section.entry.position for section in content.sections}
    for page in pages:
        if not page.parent:
            continue
        _known(page.parent, positions, "a section", "the article", problems)
        if positions.get(page.parent, -1) >= positions.get(page.id, 0):
            what = f'this section comes before "{page.parent}", under which it belongs'
            problems.add_at(page.parent, what, "give its file a higher number")


def check_twice(ids: Iterable[str], called: str, problems: Problems) -> None:
    """No id stands for two things."""
    seen: set[str] = set()
    for id in filter(None, ids):
        if id in seen:
            problems.add_at(id, f'"{id}" is the id of two {called}', "give one of them another id")
        seen.add(id)


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
    """Every id of evidence that the article, the crisis screen and the word list name."""
    for item in items(content):
        yield from item.evidence
    for term in content.terms:
        yield from term.evidence


def _known(id: str, known: Iterable[str], called: str, where: str, problems: Problems) -> None:
    if id not in known:
        problems.add_at(id, f'"{id}" is not {called} that {where} has', "mend the id, or add it there")
