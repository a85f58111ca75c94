"""Rules for the word list and the crisis screen."""

from __future__ import annotations

from trd_tui.library.authoring.draft import Draft
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.rules.readability import WORD, grade, words
from trd_tui.library.rules.section import EASIER, HARDEST_ARTICLE
from trd_tui.model import HelpNow, Term

HARDEST_MEANING = 12.0
SHORTEST_GRADED = 10


def apply(draft: Draft) -> None:
    """Check the terms, then the countries."""
    terms = draft.content.terms
    _check_names(terms, draft.problems)
    for term in terms:
        _check_also(term, draft.problems)
        _check_meaning(term, draft.problems)
    _check_meanings(terms, draft.problems)
    _check_countries(draft.content.help, draft.problems)


def _check_names(terms: tuple[Term, ...], problems: Problems) -> None:
    """A name stands for one term; what people say may mean several, so other names may be shared."""
    seen: dict[str, Term] = {}
    for term in terms:
        for name in filter(None, (term.term, term.short)):
            first = seen.setdefault(name.casefold(), term)
            if first is not term:
                problems.add_at(name, f'"{name}" is the name of the term "{first.id}" too', "give one another name")


def _check_also(term: Term, problems: Problems) -> None:
    seen = {term.term.casefold(), term.short.casefold()}
    for name in term.also:
        if name.casefold() in seen:
            problems.add_at(name, f'"{name}" stands twice in the term "{term.id}"', "take one out")
        seen.add(name.casefold())


def _check_meaning(term: Term, problems: Problems) -> None:
    """The words of the term itself are what is explained, so they do not make its meaning hard."""
    own = {word.casefold() for word in words(term.term)}
    found = grade([WORD.sub(lambda word: "it" if word.group().casefold() in own else word.group(), term.meaning)])
    if found > HARDEST_MEANING and len(words(term.meaning)) >= SHORTEST_GRADED:
        what = f'the meaning of "{term.term}" has reading grade {found:.1f}, at most {HARDEST_MEANING:.1f} is wanted'
        problems.add_at(term.meaning, what, EASIER)


def _check_meanings(terms: tuple[Term, ...], problems: Problems) -> None:
    meanings = [term.meaning for term in terms if term.meaning]
    found = grade(meanings)
    if found > HARDEST_ARTICLE and len(words(" ".join(meanings))) >= SHORTEST_GRADED:
        what = f"the meanings together have reading grade {found:.1f}, at most {HARDEST_ARTICLE:.1f} is wanted"
        problems.add_at(meanings[0], what, EASIER)


def _check_countries(help: HelpNow, problems: Problems) -> None:
    for country in help.countries:
        if not country.items:
            problems.add_at(country.country, f'"{country.country}" has no lines', "write at least one")
