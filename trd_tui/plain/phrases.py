"""A line that is wider than the terminal, broken where a person would pause: after a sentence, else after a comma."""

from __future__ import annotations

from trd_tui.layout import cells, wrap
from trd_tui.sentences import sentences

PAUSES = tuple(",;:.?!)")
MOST_ROWS = 20
"""Rows of a sentence for which a pause is looked for; a longer one is no sentence that anybody wrote."""


def phrases(text: str, width: int) -> list[str]:
    """Rows of at most `width` cells, each sentence from a new row, in no more rows than wrapping would take."""
    if cells(text) <= width:
        return [text]
    if any(cells(word) > width for word in text.split()):
        return wrap(text, width)
    return [row for sentence in sentences(text) for row in _rows(sentence, width)]


def _rows(sentence: str, width: int) -> list[str]:
    rows: list[str] = []
    words = sentence.split()
    while cells(" ".join(words)) > width:
        count = _break(words, width)
        rows.append(" ".join(words[:count]))
        words = words[count:]
    return [*rows, " ".join(words)]


def _break(words: list[str], width: int) -> int:
    """How many words stand in the first row: up to the last pause that fits, else so that all rows are alike."""
    rows = len(wrap(" ".join(words), width))
    most = _most(words, width)
    if rows > MOST_ROWS:
        return most
    fitting = [count for count in range(1, most + 1) if len(wrap(" ".join(words[count:]), width)) < rows]
    paused = [count for count in fitting if words[count - 1].endswith(PAUSES) or words[count].startswith("(")]
    if paused:
        return paused[-1]
    alike = cells(" ".join(words)) / rows
    return next((count for count in fitting if cells(" ".join(words[:count])) >= alike), most)


def _most(words: list[str], width: int) -> int:
    used = cells(words[0])
    count = 1
    while count < len(words) and used + 1 + cells(words[count]) <= width:
        used += 1 + cells(words[count])
        count += 1
    return count
