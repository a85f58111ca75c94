"""Words to mark in lines of text: terms of a section, and what was searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from trd_tui.layout import Line

Span = tuple[int, int, int]


def matches(lines: Sequence[Line], marked: Iterable[str]) -> list[Span]:
    """Every place where one of the words stands: line, start and end, in reading order."""
    found = _pattern(marked)
    if found is None:
        return []
    return [(number, at.start(), at.end()) for number, line in enumerate(lines) for at in found.finditer(line.text)]


def first_of_each(lines: Sequence[Line], names: Iterable[tuple[str, ...]], styles: Iterable[str]) -> list[Span]:
    """The first place, in lines of these styles, where each term stands under any of its names."""
    allowed = frozenset(styles)
    found: list[Span] = []
    for variants in names:
        pattern = _pattern(variants)
        span = next(_spans(lines, pattern, allowed), None) if pattern else None
        if span is not None and not any(
            span[0] == other[0] and span[1] < other[2] > other[1] > span[1] for other in found
        ):
            found.append(span)
    return found


def _spans(lines: Sequence[Line], pattern: re.Pattern[str], allowed: frozenset[str]) -> Iterator[Span]:
    for number, line in enumerate(lines):
        if line.style in allowed:
            yield from ((number, at.start(), at.end()) for at in pattern.finditer(line.text))


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    kept = sorted({word for word in words if word.strip()}, key=len, reverse=True)
    if not kept:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, kept))})(?!\w)", re.IGNORECASE)
