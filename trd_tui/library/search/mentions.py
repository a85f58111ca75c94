"""Names of terms, and which of them stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trd_tui.library.search.query import STOP_WORDS, tokens
from trd_tui.model import Term

SHORTEST = 3
MOST_WORDS = 4


def names(term: Term) -> tuple[str, ...]:
    """Every name of a term: its own first, the short form next if there is one, then what people say."""
    return tuple(str(name) for name in (term.term, term.short, *term.also) if name)


def looks_like_a_name(name: str) -> bool:
    """Whether a phrase names a thing, as "shock treatment" does and "pills don't work" does not."""
    words = tokens(name)
    return 0 < len(words) <= MOST_WORDS and STOP_WORDS.isdisjoint(words)


class Mentions:
    """Finds terms by any of their names of at least three letters; one plural s more or less does not matter."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[tuple[int, str]]] = {}
        for place, term in enumerate(terms):
            for name in _names_in_text(term):
                words = _singular(tokens(name))
                self._by_first.setdefault(words[0], []).append((place, f" {' '.join(words)} "))

    def of(self, text: str) -> list[int]:
        """Places of the terms that stand in a text of folded words, each once, in order."""
        words = _singular(text.split())
        whole = f" {' '.join(words)} "
        return sorted({place for word in set(words) for place, name in self._by_first.get(word, ()) if name in whole})


def _names_in_text(term: Term) -> Iterator[str]:
    for name in names(term):
        own = name in (term.term, term.short)
        # A small single word that people type, such as "numbers", says too many other things in a text.
        telling = own or (looks_like_a_name(name) and (len(tokens(name)) > 1 or name != name.lower()))
        if telling and len(name) >= SHORTEST and tokens(name):
            yield name


def _singular(words: Iterable[str]) -> list[str]:
    return [word[:-1] if len(word) > SHORTEST and word.endswith("s") else word for word in words]
