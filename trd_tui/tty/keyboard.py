"""What was typed: bytes of the terminal to keys and pastes, with a limit on everything. Pure: the time is given.

Sixteen printable characters in one read are a paste, whoever sent them: a person does not type so fast, and pasted
text must never act as commands. Bytes and keys beyond a budget are dropped; typing and held keys stay below it. Where a
flood, or a paste that never ends, ends in a key and then in silence, that key counts: a person may have pressed it.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import NamedTuple

from trd_tui.tty.budget import KEYS_A_PASTE, Budget
from trd_tui.tty.sequences import CONTROLS, alt_key, character_key, sequence_key

ESCAPE = "\x1b"
ESCAPE_SECONDS = 0.05
PASTE_SECONDS = 0.5
STREAM_SECONDS = 0.2
LONGEST_PASTE = 64 * 1024
LONGEST_SEQUENCE = 64
MANY_CHARACTERS = 16
MANY_SECONDS = 0.1

_SPACES = " \xa0"
_WITH_ALT = ("\t", "\r", "\b", "\x7f")
_IN_TEXTS = ("\t", "\n", "\r")
_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"
_SEQUENCE = re.compile(
    r"\x1b(?:\[(?:\[.|M[^\x00-\x1f]{3}|[0-9]{1,2}\$|[0-?]*[ -/]*[@-LN-Z\\-~]|[0-?]+[ -/]*M)"
    r"|O[0-9]{0,2}[ -/:-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\))",
    re.DOTALL,
)
_UNFINISHED = re.compile(
    r"\x1b(?:\[(?:\[?|M[^\x00-\x1f]{0,2}|[0-?]*[ -/]*)|O[0-9]{0,2}|[\]PX^_][^\x07\x1b]*\x1b?)?",
    re.DOTALL,
)
_BROKEN = re.compile(r"\x1b(?:\[M[^\x00-\x1f]{0,2}|\[[0-?]*[ -/]*|O[0-9]{0,2}|[\]PX^_][^\x07\x1b]*)")


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
        self._budget = Budget()
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._paste: list[str] | None = None
        self._paste_room = 0
        self._paste_until = 0.0
        self._fed = 0.0
        self._many_until = 0.0
        self._swallowed = ""
        self._typed: list[Typed] = []
        self._loose: list[str] = []

    def feed(self, data: bytes, now: float) -> list[Typed]:
        """The keys and pastes that are complete with one read of the terminal, at a time in seconds."""
        taken = self._budget.take_bytes(len(data), now, pasting=self._paste is not None)
        text = self._rest + self._decoder.decode(data[:taken])
        self._rest = ""
        self._scan(text)
        dropped = self._drop(data[taken:], now) if taken < len(data) else ""
        typed, has_swallowed = self._taken(now)
        in_paste = self._paste is not None
        swallowed = self._swallowed + text + dropped if in_paste or has_swallowed or dropped else ""
        self._swallowed = swallowed[-LONGEST_SEQUENCE:]
        self._wait(now, text + dropped)
        return typed

    def expire(self, now: float) -> list[Typed]:
        """What becomes clear by silence: a lone Escape, Alt with `[`, `]`, `O` or `P`, the end of a broken paste."""
        self.deadline = None
        rest, self._rest = self._rest, ""
        last = _last_key(self._swallowed + rest) if self._swallowed else None
        self._swallowed = ""
        if self._paste is not None:
            self._end_paste(without=last[1] if last else "")
        if last is not None:
            self._typed.append(last[0])
        elif rest == ESCAPE:
            self._typed.append(Key("escape", ESCAPE))
        elif len(rest) == len(ESCAPE) + 1:
            self._typed.append(Key(alt_key(rest[1]), None))
        return self._taken(now)[0]

    def _drop(self, data: bytes, now: float) -> str:
        """Pass over bytes, but for what begins and ends a paste; they are given back, one character each."""
        self._decoder.reset()
        self._many_until = now + MANY_SECONDS
        dropped = data.decode("latin-1")
        text, self._rest = self._rest + dropped, ""
        start, end = text.rfind(_PASTE_START), text.rfind(_PASTE_END)
        if end >= 0:
            self._end_paste()
        if start > end and self._paste is None:
            self._paste, self._paste_room = [], 0
        last = text.rfind(ESCAPE)
        if last >= 0 and (_PASTE_START.startswith(text[last:]) or _PASTE_END.startswith(text[last:])):
            self._rest = text[last:]
        return dropped

    def _wait(self, now: float, text: str) -> None:
        """Set the deadline; an unfinished paste lasts no longer for keys, or for letters that come one by one."""
        is_open = bool(self._rest) or _last_key(self._swallowed) is not None
        self.deadline = now + ESCAPE_SECONDS if is_open else None
        if self._paste is not None:
            is_stream = now - self._fed < STREAM_SECONDS and any(map(str.isprintable, _SEQUENCE.sub("", text)))
            if is_stream or len(text) >= MANY_CHARACTERS or _PASTE_START in text:
                self._paste_until = now + PASTE_SECONDS
            self.deadline = self._paste_until
        self._fed = now

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
        if letter == ESCAPE or (letter in CONTROLS and letter not in _WITH_ALT):
            # In haste Escape and Ctrl+X arrive together, and nobody holds Alt and Ctrl here.
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

    def _end_paste(self, without: str = "") -> None:
        """Give what was pasted, but for a key at its end."""
        if text := _harmless("".join(self._paste or ()).removesuffix(without)):
            self._typed.append(Paste(text))
        self._paste = None

    def _taken(self, now: float) -> tuple[list[Typed], bool]:
        """What was typed since the last time, and whether the last of it was swallowed.

        Loose text that came too fast is one paste, and nothing else counts. Of too many keys the last one is kept.
        """
        typed, self._typed = self._typed, []
        loose, self._loose = "".join(self._loose), []
        is_many = sum(map(str.isprintable, loose)) >= MANY_CHARACTERS or bool(loose and now < self._many_until)
        if is_many:
            self._many_until = now + MANY_SECONDS
            pasted: list[Typed] = [item for item in typed if isinstance(item, Paste)]
            typed = [*pasted, Paste(text)] if (text := _harmless(loose)) else pasted
        cost = KEYS_A_PASTE if any(isinstance(item, Paste) for item in typed) else 1
        most = self._budget.take_keys(len(typed) * cost, now) // cost
        if not most:
            return [], is_many or bool(typed)
        return [*typed[: most - 1], *typed[-1:]], is_many


def _last_key(text: str) -> tuple[Key, str] | None:
    """The key that a text ends in, and how it was sent; none that types, and neither Enter nor Tab."""
    last = text[max(text.rfind(ESCAPE), 0) :]
    if last == ESCAPE:
        return Key("escape", ESCAPE), last
    if _SEQUENCE.fullmatch(last) and (key := sequence_key(last)) is not None:
        return (Key(*key), last) if key[1] is None and key[0] != "enter" else None
    letter = text[-1:]
    return (Key(CONTROLS[letter], letter), letter) if letter in CONTROLS and letter not in _IN_TEXTS else None


def _shortened(sequence: str) -> str:
    """An unfinished sequence without its middle: too long to be a key, and still waiting for its end."""
    if len(sequence) <= LONGEST_SEQUENCE + 1:
        return sequence
    return sequence[:LONGEST_SEQUENCE] + sequence[-1]


def _harmless(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter in "\n\t" or letter.isprintable())
