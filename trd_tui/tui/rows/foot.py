"""The last row of the screen: the keys that are of use now, and Help now always at the right end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trd_tui.commands import Command, key_label
from trd_tui.glyphs import Glyphs
from trd_tui.layout import cells
from trd_tui.model import HelpLines, HelpNow
from trd_tui.tui.rows.panes import WIDE_FROM
from trd_tui.tui.rows.row import Row, fit, text_of, width_of
from trd_tui.words import Words

ROOMY = 30
NOTE_RANK = 2
SHORTER = {"Escape": "Esc"}
SPACE = "space"
"""A key of its own in the questions, where it chooses; it has the name of the key in place of a command."""
Ranked = tuple[int, Row]

HELPS = ("footer.help", "footer.help_short", "footer.help_shortest")


class Hint:
    """One entry of the last row: command, its word, the key shown (0 first, -1 last), and how long it stays.

    `rank` 0 goes first as the row gets narrow; of the others the highest goes first.
    """

    __slots__ = ("command", "key", "rank", "word")

    def __init__(self, command: str, word: str, key: int = 0, rank: int = 0) -> None:
        self.command = command
        self.word = word
        self.key = key
        self.rank = rank


STEADY = (Hint("leave", "back"), Hint("keys", "keys"), Hint("done", "done"))
DONE, DONE_SHORT = Hint("done", "done", rank=1), Hint("done", "done_short", rank=1)
"""On every screen of a kiosk, and nowhere else."""


def helps(help: HelpNow, country: str, words: Words) -> Sequence[str]:
    """Help now in shorter and shorter words, with the number of a country (the content's default if not named).

    The last, the number alone, is for where next to nothing else stands in the row.
    """
    number = lines_of(help, country).short.footer
    if number:
        return [*(words(key, number=number) for key in HELPS), number]
    bare = words(HELPS[-1], number="").strip()
    return [help.title, bare, bare]


def lines_of(help: HelpNow, country: str) -> HelpLines:
    """The help lines of a country, those of the default one where the content has none of it."""
    code = (country or help.default).upper()
    known = {lines.code: lines for lines in help.countries}
    return known.get(code) or known[help.default]


def rule_row(label: str, width: int, glyphs: Glyphs) -> Row:
    """A rule over the whole width, with a short text at its right end."""
    told = f" {glyphs.text(label)} " if label and cells(label) + 4 <= width else ""
    end = 1 if told else 0
    return [(glyphs.rule * (width - cells(told) - end), "rule"), (told, "legend"), (glyphs.rule * end, "rule")]


def steady_row(commands: Sequence[Command], helps: Sequence[str], width: int, words: Words, glyphs: Glyphs) -> Row:
    """The last row in stepwise use: the same on every screen, so that it is spoken once, and then only when looked at.

    The way back and the Keys page go where there is no room; Help now never.
    """
    hints = [text_of(_entry(one, _keys(commands), words, glyphs)) for one in STEADY if _keys(commands).get(one.command)]
    told = [text_of(help) for help in _helps(_keys(commands), helps, words, glyphs)]
    rows = [" " + ", ".join([*hints[start:], help]) for start in range(len(hints) + 1) for help in told[:-2]]
    fitting = next((row for row in (*rows, *told) if cells(row) <= width), told[-1])
    return fit([(fitting, "help_key")], width, "help_key")


def _keys(commands: Iterable[Command]) -> dict[str, tuple[str, ...]]:
    return {SPACE: (SPACE,)} | {command.id: command.keys for command in commands}


def foot_row(
    hints: Iterable[Hint],
    commands: Iterable[Command],
    helps: Iterable[str],
    width: int,
    words: Words,
    glyphs: Glyphs,
    note: str = "",
) -> Row:
    """The last row; entries go as it gets narrow, and the words of help get shorter before an entry with a rank goes.

    `helps` says Help now in shorter and shorter words; `note` is a short state in words, such as "match 2 of 5".
    """
    keys, done = _keys(commands), DONE if width >= WIDE_FROM else DONE_SHORT
    noted: list[Ranked] = [(NOTE_RANK, [(glyphs.text(note), "message")])] if note else []
    entries = noted + [(one.rank, _entry(one, keys, words, glyphs)) for one in (*hints, done) if keys.get(one.command)]
    return _fitting(entries, _helps(keys, helps, words, glyphs), width)


def _fitting(entries: list[Ranked], helps: Sequence[Row], width: int) -> Row:
    """The entries that have room beside the help; the number alone stands beside the last one at most."""
    kept = [entry for rank, entry in entries if rank]
    for help in helps[:-1] if len(kept) == 1 else helps[:-2]:
        if _needed(kept, help, width) <= width:
            return _joined(_chosen(entries, kept, help, width), help, width)
    if not kept:
        return fit(next((help for help in helps if width_of(help) <= width), helps[-1]), width, "foot")
    last = max(range(len(entries)), key=lambda index: entries[index][0])
    return _fitting(entries[:last] + entries[last + 1 :], helps, width)


def _entry(hint: Hint, keys: dict[str, tuple[str, ...]], words: Words, glyphs: Glyphs) -> Row:
    label = key_label(keys[hint.command][hint.key])
    return [(glyphs.text(SHORTER.get(label, label)), "key"), (" " + glyphs.text(words(f"footer.{hint.word}")), "foot")]


def _helps(keys: dict[str, tuple[str, ...]], helps: Iterable[str], words: Words, glyphs: Glyphs) -> list[Row]:
    """Help now in shorter and shorter words with its key; last without a number, since a number is never cut."""
    pressed = keys.get("help_now", ())
    label = key_label(pressed[0]) + " " if pressed else ""
    bare = words(HELPS[-1], number="").strip()
    return [[(glyphs.text(label), "help_key"), (glyphs.text(text), "help_key")] for text in (*helps, bare)]


def _needed(entries: Sequence[Row], help: Row, width: int) -> int:
    return sum(width_of(entry) + _gap(width) for entry in entries) + 1 + width_of(help)


def _gap(width: int) -> int:
    return 2 if width >= ROOMY else 1


def _chosen(entries: list[Ranked], kept: list[Row], help: Row, width: int) -> list[Row]:
    room = width - _needed(kept, help, width)
    chosen: list[Row] = []
    for rank, entry in entries:
        taken = 0 if rank else width_of(entry) + _gap(width)
        room = room - taken if taken <= room else -1
        if rank or room >= 0:
            chosen.append(entry)
    return chosen


def _joined(entries: list[Row], help: Row, width: int) -> Row:
    row: Row = [(" ", "foot")]
    for entry in entries:
        row += [*entry, (" " * _gap(width), "foot")]
    left = width - width_of(row) - width_of(help)
    end = 1 if left > 1 else 0
    return [*row, (" " * (left - end), "foot"), *help, (" " * end, "foot")]
