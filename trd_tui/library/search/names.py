"""Which names of the word list stand in a query."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_BETWEEN = 2
SHORTEST_START = 3
LEAST_SHARE = 0.6
MOST = 8


class Name:
    """A name of a term: the term's place, the name as written and folded, its telling words and their stems.

    There are thousands of names, so each keeps its texts and takes them apart when it is asked for.
    """

    __slots__ = ("_said", "_stems", "_words", "name", "own", "term")

    def __init__(self, term: int, name: str, own: bool, words: str, stems: str, said: str) -> None:
        self.term = term
        self.name = name
        self.own = own
        self._words = words
        self._stems = stems
        self._said = said

    @property
    def words(self) -> list[str]:
        """The telling words."""
        return self._words.split()

    @property
    def stems(self) -> list[str]:
        """The stems of the telling words."""
        return self._stems.split()

    @property
    def said(self) -> list[str]:
        """All words, folded."""
        return self._said.split()


class Asked:
    """A name found in a query, the places of the query's telling words in it, and how much of it was said (0 to 1)."""

    __slots__ = ("name", "places", "share")

    def __init__(self, name: Name, places: frozenset[int], share: float) -> None:
        self.name = name
        self.places = places
        self.share = share


def asked(names: Iterable[Name], said: Iterable[str], stems: Sequence[str], start: str = "") -> list[Asked]:
    """At most eight names in a query, the longest first; a name inside a longer one found does not count.

    `said` are all folded words of the query, `stems` those of its telling words; `start` is its last word where that is
    still being typed. A name of which less than 0.6 was said does not count: "depressed" is not "why am I depressed".
    """
    heard, spoken = set(stems), set(said)
    found = [
        Asked(name, places, share)
        for name in names
        if _likely(name, heard, start)
        and (places := _places(name, stems, start))
        and (share := _share(name, spoken)) >= LEAST_SHARE
    ]
    found.sort(key=lambda one: (-len(one.places), -one.share, not one.name.own, one.name.term))
    kept: list[Asked] = []
    for one in found:
        same = [other for other in kept if one.places < other.places or one.name.term == other.name.term]
        if not same:
            kept.append(one)
    return kept[:MOST]


def _likely(name: Name, heard: set[str], start: str) -> bool:
    """Whether all words of a name may be there; tells most names quickly that they are not."""
    missing = set(name.stems) - heard
    return not missing or (len(start) >= SHORTEST_START and len(missing) == 1)


def _share(name: Name, spoken: set[str]) -> float:
    said, telling = name.said, name.words
    return 1 - sum(word not in spoken and word not in telling for word in said) / len(said)


def _places(name: Name, stems: Sequence[str], start: str) -> frozenset[int]:
    """Where the words of a name stand, close together and in whatever order; nowhere if one of them is missing."""
    taken: list[int] = []
    for word, stem in zip(name.words, name.stems, strict=True):
        fitting = [
            place
            for place, heard in enumerate(stems)
            if place not in taken and (heard == stem or (place == len(stems) - 1 and _starts(word, start)))
        ]
        if not fitting:
            return frozenset()
        after = [place for place in fitting if not taken or place > taken[-1]]
        taken.append((after or fitting)[0])
    close = max(taken) - min(taken) < len(taken) * (MOST_BETWEEN + 1)
    return frozenset(taken) if close else frozenset()


def _starts(word: str, start: str) -> bool:
    return len(start) >= SHORTEST_START and word.startswith(start)
