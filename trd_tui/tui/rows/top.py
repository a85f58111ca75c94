"""The first row of the screen: the article, the way to the section and its number; or a message."""

from __future__ import annotations

from collections.abc import Sequence

from trd_tui.glyphs import Glyphs
from trd_tui.layout import cells
from trd_tui.model import Entry
from trd_tui.tui.rows.foot import ROOMY
from trd_tui.tui.rows.row import Row, cut, fit, sides
from trd_tui.words import Words

AIR = 2
SHORTEST_CUT = 6
"""Cells of a title that is cut, below which it says too little to stand there."""


def place_row(
    title: str, path: Sequence[Entry], numbers: Sequence[str], width: int, words: Words, glyphs: Glyphs
) -> Row:
    """Article at the left, way and number at the right; what does not fit goes from the left.

    `numbers` says the same in shorter and shorter words; the last may be empty. Where not even the last of the way
    and a number have room, the number stands alone; on a very narrow screen the title is cut instead.
    """
    title, joined = glyphs.text(title), f" {words('where.joined')} "
    ways = [joined.join(glyphs.text(one.short or one.title) for one in path[start:]) for start in range(len(path))]
    for number in map(glyphs.text, numbers):
        for way in ways or [""]:
            if fits(title, right := f" {glyphs.dot} ".join(filter(None, (way, number))), width):
                return _spread(title, right, width)
        for way in ways:
            if fits(way, number, width):
                return _spread(way, number, width)
    alone = next((number for number in map(glyphs.text, numbers) if number and fits("", number, width)), "")
    shortest = min((glyphs.text(number) for number in numbers if number), key=cells, default="")
    short = _cut_title(ways[-1] if ways else title, shortest, width, glyphs) if width < ROOMY else ""
    return _spread(short, shortest, width) if short else _spread(alone, "", width)


def title_row(titles: Sequence[str], right: str, width: int, glyphs: Glyphs) -> Row:
    """The first of some titles that is not too wide, and a short state at the right end."""
    fitting = next((title for title in map(glyphs.text, titles) if fits(title, right, width)), "")
    return _spread(fitting, glyphs.text(right), width)


def sides_row(titles: Sequence[str], states: Sequence[str], width: int, glyphs: Glyphs, needed: str = "") -> Row:
    """A title and a state, each in shorter and shorter words; the title gets shorter first, and then goes.

    The shortest title is cut rather than that a state that is `needed` goes, or that it is not there at all.
    """
    for state in map(glyphs.text, states):
        for title in map(glyphs.text, titles):
            if state and fits(title, state, width):
                return _spread(title, state, width)
    if needed and fits("", needed, width):
        return _spread(_cut_title(glyphs.text(titles[-1]), needed, width, glyphs), glyphs.text(needed), width)
    whole = next((title for title in map(glyphs.text, titles) if fits(title, "", width)), "")
    short = whole or _cut_title(glyphs.text(titles[-1]), "", width, glyphs)
    alone = next((state for state in map(glyphs.text, states) if fits("", state, width)), "")
    return _spread(short, "" if short else alone, width)


def fitting_message(messages: Sequence[str], width: int, glyphs: Glyphs) -> str:
    """The first of some messages that has room, else the last."""
    return next((one for one in messages if cells(glyphs.text(one)) < width), messages[-1])


def more_below(percent: int, width: int, words: Words, *, linear: bool) -> str:
    """What the first row says where there is more below: how much was read, but in linear mode only that there is more.

    A first row that changes with each line would be spoken with each line.
    """
    if not linear:
        return words("tui.percent", percent=percent)
    return words("tui.guide.more_short" if width < ROOMY else "tui.guide.more")


def fits(left: str, right: str, width: int) -> bool:
    """Whether a title and a state have room in the first row."""
    return cells(left) + cells(right) + _blanks(right, width) <= width


def _blanks(right: str, width: int) -> int:
    """Blanks before, between and after two texts; a very narrow screen has none to spare at its end."""
    if width < ROOMY:
        return 1 + bool(right)
    return 2 + (AIR if right else 0)


def _cut_title(title: str, right: str, width: int, glyphs: Glyphs) -> str:
    """A title cut to what is left beside a state; empty where that is too little."""
    room = width - cells(right) - _blanks(right, width)
    return cut_end(title, room, glyphs) if room >= min(SHORTEST_CUT, cells(title)) else ""


def _spread(left: str, right: str, width: int) -> Row:
    end = " " if width >= ROOMY else ""
    return sides([(" " + left, "place")], [(right + end, "place")], width, "place")


def message_row(message: str, width: int, glyphs: Glyphs) -> Row:
    """One short message in the place of the first row, until the next key."""
    return fit([(" " + cut_end(glyphs.text(message), width - 1, glyphs), "message")], width, "place")


def cut_end(text: str, width: int, glyphs: Glyphs) -> str:
    """A text in at most `width` cells, with dots where its end was cut off."""
    if cells(text) <= width:
        return text
    dots = glyphs.text("…")
    return cut(text, width - cells(dots)).rstrip() + dots if width > cells(dots) else cut(text, width)
