"""Rules for each text: its length, its wording, and what it may not tell a person to do."""

from __future__ import annotations

from collections.abc import Iterator

from trd_tui.library.authoring import guide_texts
from trd_tui.library.authoring.draft import Draft
from trd_tui.library.authoring.links import items
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.rules import wording
from trd_tui.library.rules.readability import words
from trd_tui.model import HELP
from trd_tui.sentences import sentences

LONGEST_SENTENCE, LONGEST_PARAGRAPH = 25, 60


def apply(draft: Draft) -> None:
    """Check every text of the article, the crisis screen, the word list and the guide."""
    for text in _prose(draft):
        _check_length(text, draft.problems)
        _check_wording(text, draft.problems)
    for text in _labels(draft):
        _check_wording(text, draft.problems)


def _prose(draft: Draft) -> Iterator[str]:
    yield from (item.text for item in items(draft.content))
    yield draft.content.help.mention
    yield from (term.meaning for term in draft.content.terms)
    yield from guide_texts.sentences(draft.content.guide)


def _labels(draft: Draft) -> Iterator[str]:
    """Headings, names and the like, which are no sentences; other names of a term may be any words people use."""
    content = draft.content
    for section in content.sections:
        yield section.entry.title
        yield section.entry.short
        yield from (block.heading for block in section.blocks if block.kind != HELP)
    for item in items(content):
        yield item.name
        yield item.who
    yield from (term.term for term in content.terms)
    yield from content.words.values()
    yield from guide_texts.names(content.guide)


def _check_length(text: str, problems: Problems) -> None:
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > LONGEST_SENTENCE:
            what = f'the sentence "{_opening(sentence)}" has {count} words, at most {LONGEST_SENTENCE} are wanted'
            problems.add_at(text, what, "make two of it")
    count = len(words(text))
    if count > LONGEST_PARAGRAPH:
        problems.add_at(text, f"this text has {count} words, at most {LONGEST_PARAGRAPH} are wanted", "make two of it")


def _check_wording(text: str, problems: Problems) -> None:
    for sentence in sentences(text):
        for found, instead in wording.to_avoid(sentence):
            problems.add_at(text, f'"{found}" is not to be used', instead)
        if advice := wording.advice_in(sentence):
            what = f'"{advice}" tells a person to start, stop or change a medicine'
            problems.add_at(text, what, "send them to the prescriber instead")


def _opening(sentence: str) -> str:
    return " ".join(sentence.split()[:4]) + " ..."
