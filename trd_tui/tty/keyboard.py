"""What was typed: bytes of the terminal to keys and pastes, with a limit on everything. Pure: the time is given.

Sixteen printable characters in one read are a paste, whoever sent them: a person does not type so fast, and pasted
text must never act as commands. Bytes beyond a budget are dropped, each key counting for its bytes and eight more, and
so are keys beyond 256 in one read; typing and held keys stay far below both.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import NamedTuple

from trd_tui.tty.sequences import CONTROLS, alt_key, character_key, sequence_key

ESCAPE = "\x1b"
ESCAPE_SECONDS = 0.05
PASTE_SECONDS = 1.0
LONGEST_PASTE = 64 * 1024
LONGEST_SEQUENCE = 64
MANY_CHARACTERS = 16
MANY_SECONDS = 0.1
BURST_BYTES = 8 * 1024
BYTES_A_SECOND = 4 * 1024
PASTE_DISCOUNT = 8
BYTES_A_KEY = 8
MOST_KEYS = 256

_SPACES = " \xa0"
_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"
_SEQUENCE = re.compile(
    r"\x1b(?:\[(?:\[.|M...|[0-9]{1,2}\$|[0-?]*[ -/]*[@-LN-Z\\-~]|[0-?]+[ -/]*M)"
    r"|O[0-9]{0,2}[ -/:-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\))",
    re.DOTALL,
)
_UNFINISHED = re.compile(
    r"\x1b(?:\[(?:\[?|M.{0,2}|[0-?]*[ -/]*)|O[0-9]{0,2}|[\]PX^_][^\x07\x1b]*\x1b?)?",
    re.DOTALL,
)
_BROKEN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O[0-9]{0,2}|[\]PX^_][^\x07\x1b]*)")


class Key(NamedTuple):
    """One key: Textual's name for it, and the character it types or sends, if it is one."""

    name: str
    character: str | None


class Paste(NamedTuple):
    """Text that was pasted, or came too fast to be typed; printable characters, tabs and line feeds only."""

    text: str


Typed = Key | Paste


class Keyboard:
    """Reads a terminal's bytes; `deadline` is the time at which `expire` must be called, or None."""

    def __init__(self) -> None:
        self.deadline: float | None = None
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._paste: list[str] | None = None
        self._paste_room = 0
        self._allowance = float(BURST_BYTES)
        self._seen = 0.0
        self._many_until = 0.0
        self._typed: list[Typed] = []
        self._loose: list[str] = []

    def feed(self, data: bytes, now: float) -> list[Typed]:
        """The keys and pastes that are complete with one read of the terminal, at a time in seconds."""
        text = self._rest + self._decoder.decode(self._affordable(data, now))
        self._rest = ""
        self._scan(text)
        self.deadline = now + PASTE_SECONDS if self._paste is not None else now + ESCAPE_SECONDS if self._rest else None
        return self._taken(now)

    def expire(self, now: float) -> list[Typed]:
        """What becomes clear by silence: a lone Escape, Alt with `[`, `]`, `O` or `P`, the end of a broken paste."""
        self.deadline = None
        rest, self._rest = self._rest, ""
        if self._paste is not None:
            self._end_paste()
        elif rest == ESCAPE:
            self._typed.append(Key("escape", ESCAPE))
        elif len(rest) == len(ESCAPE) + 1:
            self._typed.append(Key(alt_key(rest[1]), None))
        return self._taken(now)

    def _affordable(self, data: bytes, now: float) -> bytes:
        refill = max(now - self._seen, 0.0) * BYTES_A_SECOND
        self._allowance, self._seen = min(self._allowance + refill, BURST_BYTES), now
        discount = PASTE_DISCOUNT if self._paste is not None else 1
        kept = data[: max(int(self._allowance), 0) * discount]
        self._allowance -= len(kept) / discount
        if len(kept) < len(data):
            self._many_until = now + MANY_SECONDS
        return kept

    def _scan(self, text: str) -> None:
        at = 0
        while at < len(text):
            if self._paste is not None:
                at = self._scan_paste(text, at)
            elif text[at] == ESCAPE:
                at = self._scan_sequence(text, at)
            else:
                stop = text.find(ESCAPE, at)
                stop = len(text) if stop < 0 else stop
                self._type(text[at:stop])
                at = stop

    def _scan_paste(self, text: str, at: int) -> int:
        stop = text.find(_PASTE_END, at)
        if stop >= 0:
            self._add_to_paste(text[at:stop])
            self._end_paste()
            return stop + len(_PASTE_END)
        last = text.rfind(ESCAPE, at)
        stop = last if last >= 0 and _PASTE_END.startswith(text[last:]) else len(text)
        self._add_to_paste(text[at:stop])
        self._rest = text[stop:]
        return len(text)

    def _scan_sequence(self, text: str, at: int) -> int:
        if match := _SEQUENCE.match(text, at):
            self._press(match[0])
            return match.end()
        if (unfinished := _UNFINISHED.fullmatch(text, at)) is not None:
            self._rest = _shortened(unfinished[0])
            return len(text)
        if broken := _BROKEN.match(text, at):
            return broken.end()
        return self._press_after_escape(text, at)

    def _press_after_escape(self, text: str, at: int) -> int:
        letter = text[at + 1]
        if letter == ESCAPE:
            self._typed.append(Key("escape", ESCAPE))
            return at + 1
        if letter in CONTROLS or letter.isprintable():
            self._typed.append(Key(alt_key(letter), None))
        return at + 2

    def _press(self, sequence: str) -> None:
        if sequence == _PASTE_START:
            self._paste, self._paste_room = [], LONGEST_PASTE
        elif len(sequence) <= LONGEST_SEQUENCE and (key := sequence_key(sequence)) is not None:
            self._typed.append(Key(*key))

    def _type(self, text: str) -> None:
        self._loose.append(text)
        for letter in text:
            if letter in CONTROLS:
                self._typed.append(Key(CONTROLS[letter], letter))
            elif letter in _SPACES:
                self._typed.append(Key("space", " "))
            elif letter.isprintable():
                self._typed.append(Key(character_key(letter), letter))

    def _add_to_paste(self, text: str) -> None:
        if self._paste is not None:
            self._paste.append(text[: self._paste_room])
            self._paste_room -= len(self._paste[-1])

    def _end_paste(self) -> None:
        if text := _harmless("".join(self._paste or ())):
            self._typed.append(Paste(text))
        self._paste = None

    def _taken(self, now: float) -> list[Typed]:
        """What was typed since the last time; loose text that came too fast is one paste, and nothing else counts."""
        typed, self._typed = self._typed[:MOST_KEYS], []
        self._allowance = max(self._allowance - len(typed) * BYTES_A_KEY, -BYTES_A_SECOND)
        loose, self._loose = "".join(self._loose), []
        is_many = sum(map(str.isprintable, loose)) >= MANY_CHARACTERS
        if not (is_many or (loose and now < self._many_until)):
            return typed
        self._many_until = now + MANY_SECONDS
        text = _harmless(loose)
        pastes: list[Typed] = [item for item in typed if isinstance(item, Paste)]
        return [*pastes, Paste(text)] if text else pastes


def _shortened(sequence: str) -> str:
    """An unfinished sequence without its middle: too long to be a key, and still waiting for its end."""
    if len(sequence) <= LONGEST_SEQUENCE + 1:
        return sequence
    return sequence[:LONGEST_SEQUENCE] + sequence[-1]


def _harmless(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter in "\n\t" or letter.isprintable())
