"""Rules for what texts rest on: every text has evidence, every number a source, and nothing lies unused."""

from __future__ import annotations

from trd_tui.library.authoring.draft import Draft
from trd_tui.library.authoring.folder import EVIDENCE
from trd_tui.library.authoring.links import items, named_evidence
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.content import Content
from trd_tui.library.rules import wording
from trd_tui.model import HELP, RECALLED, Evidence, Item

UNKNOWN = "evidence: [...], or unknown: true where nothing is known"


def apply(draft: Draft) -> None:
    """Check the texts, then the statements and sources."""
    for item in items(draft.content):
        _check_named(item, draft.problems)
    for term in draft.content.terms:
        if term.meaning and not term.evidence:
            draft.problems.add_at(term.meaning, f'the meaning of "{term.term}" has no evidence', "add evidence: [...]")
    for item in _article_items(draft.content):
        _check_studied(item, draft)
    for id in named_evidence(draft.content):
        _check_allowed(id, draft)
    for statement in draft.content.evidence.values():
        _check_statement(statement, draft)
    if EVIDENCE not in draft.unread:
        _check_sources(draft.content, draft.problems)


def _article_items(content: Content) -> list[Item]:
    return [
        item for section in content.sections for block in section.blocks if block.kind != HELP for item in block.items
    ]


def _check_named(item: Item, problems: Problems) -> None:
    if not item.text:
        return
    if item.unknown and item.evidence:
        problems.add_at(item.text, 'this text has evidence and "unknown: true"', "keep one of the two")
    elif not item.unknown and not item.evidence:
        problems.add_at(item.text, "this text has no evidence", f"add {UNKNOWN}")


def _check_studied(item: Item, draft: Draft) -> None:
    """A number says who was studied; where either stands, a source is printed beside it."""
    number = wording.number_in(item.text)
    if number and not item.who:
        draft.problems.add_at(item.text, f'"{number}" stands without who was studied', 'add "who:"')
    if (number or item.who) and not _has_source(item, draft):
        told = f'"{number}" has no source' if number else '"who" stands without a source'
        out = "the number" if number else '"who"'
        draft.problems.add_at(item.text if number else item.who, told, f"name evidence that has one, or take {out} out")


def _has_source(item: Item, draft: Draft) -> bool:
    """Whether a source stands behind an item, as far as the files that could be read tell."""
    known = [statement for id in item.evidence if (statement := draft.content.evidence.get(id))]
    unsure = EVIDENCE in draft.unread or len(known) < len(item.evidence)
    return unsure or any(one.sources for one in known)


def _check_allowed(id: str, draft: Draft) -> None:
    statement = draft.content.evidence.get(id)
    if statement and statement.left_out:
        draft.problems.add_at(
            id, f'"{id}" is left out of the article', "take it out here, or confirm it in evidence.yaml"
        )


def _check_statement(statement: Evidence, draft: Draft) -> None:
    if statement.left_out:
        return
    if statement.status not in ("", RECALLED) and not statement.sources:
        draft.problems.add_at(statement.id, f'"{statement.id}" is {statement.status} but names no source', "add one")
    if statement.id not in draft.named and draft.whole:
        draft.problems.add_at(statement.id, f'"{statement.id}" is shown nowhere', "use it, or say why under left_out")


def _check_sources(content: Content, problems: Problems) -> None:
    used = {id for statement in content.evidence.values() if not statement.left_out for id in statement.sources}
    for id in content.sources:
        if id not in used:
            problems.add_at(id, f'no statement names the source "{id}"', "take it out, or name it in evidence.yaml")
