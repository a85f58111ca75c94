"""Slips of the keyboard: how far one word is from another, and which known words are nearest."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST = 4
LONG = 8


def distance(word: str, other: str, limit: int) -> int:
    """Letters to insert, drop, replace or swap with a neighbour to make one word the other; above `limit`, limit + 1.

    This is the optimal string alignment distance (restricted Damerau-Levenshtein).
    """
    if abs(len(word) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, 1):
        before, row = row, _next_row(before, row, word[place - 2 : place], letter, other)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _next_row(before: list[int], row: list[int], pair: str, letter: str, other: str) -> list[int]:
    after = [row[0] + 1]
    for column, target in enumerate(other, 1):
        best = min(row[column] + 1, after[-1] + 1, row[column - 1] + (letter != target))
        if column > 1 and len(pair) == 2 and pair[0] == target and pair[1] == other[column - 2]:
            best = min(best, before[column - 2] + 1)
        after.append(best)
    return after


def allowed(word: str) -> int:
    """How many slips a word of this length may hold and still be told: 0 below four letters, 2 from eight on."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < LONG else 2


def nearest(word: str, known: Iterable[str], limit: int) -> list[str]:
    """Known words within `limit` slips, the nearest first; of equals, one with the same first letter comes first."""
    letters = set(word)
    length = len(word)
    found = []
    for other in known:
        if abs(len(other) - length) <= limit and len(letters.symmetric_difference(other)) <= 2 * limit:
            away = distance(word, other, limit)
            if away <= limit:
                found.append((away, other[:1] != word[:1], other))
    return [other for _, _, other in sorted(found)]


def likely(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words that somebody most likely meant: near ones, and those that hold the word or stand in it."""
    listed = list(known)
    near = nearest(word.lower(), listed, max(1, len(word) // 3))
    holding = [other for other in listed if word and (word.lower() in other or other in word.lower())]
    return list(dict.fromkeys((*near[:most], *holding)))[:most]
