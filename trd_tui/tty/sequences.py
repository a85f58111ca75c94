"""Key names, as Textual's own parser gives them: xterm, the Linux console, rxvt, screen and tmux."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = {
    "A": "up", "B": "down", "C": "right", "D": "left", "F": "end", "H": "home",
    "P": "f1", "Q": "f2", "R": "f3", "S": "f4",
}  # fmt: skip
"""Finals of CSI and SS3."""

TILDES = {
    1: "home", 2: "insert", 3: "delete", 4: "end", 5: "pageup", 6: "pagedown", 7: "home", 8: "end",
    11: "f1", 12: "f2", 13: "f3", 14: "f4", 15: "f5", 17: "f6", 18: "f7", 19: "f8", 20: "f9", 21: "f10",
    23: "f11", 24: "f12", 25: "f13", 26: "f14", 28: "f15", 29: "f16", 31: "f17", 32: "f18", 33: "f19", 34: "f20",
}  # fmt: skip
"""Numbers before `~`, and before rxvt's `$` (shift), `^` (ctrl) and `@` (both)."""

KEYPAD = dict(zip("jkmnopqrstuvwxy", "*+-./0123456789", strict=True))
"""Finals of SS3 on a numeric keypad in application mode."""

CONSOLE = {"A": "f1", "B": "f2", "C": "f3", "D": "f4", "E": "f5"}
"""Finals of the Linux console's `ESC [ [`."""

MEANT = {"b": "ctrl+left", "f": "ctrl+right", "\t": "shift+tab", "\x7f": "ctrl+w", "\b": "ctrl+w"}
"""Letters that, after ESC, stand for an editing key; word by word on macOS terminals."""

CONTROLS = {
    "\t": "tab", "\r": "enter", "\b": "backspace", "\x7f": "backspace", "\x1b": "escape", "\x1c": "ctrl+backslash",
    "\x1d": "ctrl+right_square_bracket", "\x1e": "ctrl+circumflex_accent", "\x1f": "ctrl+underscore",
    **{chr(code): f"ctrl+{chr(code + 96)}" for code in range(1, 27) if code not in (8, 9, 13)},
}  # fmt: skip
"""Control characters; NUL and those from 0x80 to 0x9F are no keys."""

_RENAMED = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
_RXVT = {"$": 1, "^": 4, "@": 5}
_RXVT_ARROWS = dict(zip("abcd", "ABCD", strict=True))
_SHIFT, _CONTROL, _LARGEST_MODIFIER = 1, 4, 16
_MODIFIERS = ((2, "alt"), (4, "ctrl"), (1, "shift"), (8, "super"))
_KEY_SEQUENCE = re.compile(r"\x1b(?P<intro>\[\[?|O)(?P<numbers>[0-9]{0,3}(?:;[0-9]{1,2})?)(?P<final>[$-~])")


def character_key(letter: str) -> str:
    """The name of a printable character: itself, or its Unicode name with underscores."""
    if letter.isalnum():
        return letter
    name = unicodedata.name(letter, letter).lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)


@lru_cache(256)
def sequence_key(sequence: str) -> tuple[str, str | None] | None:
    """Name and character of the key behind a whole ESC sequence; None for replies, reports and what is not known."""
    match = _KEY_SEQUENCE.fullmatch(sequence)
    if match is None:
        return None
    first, _, second = match["numbers"].partition(";")
    number, modifiers = int(first or 1), int(second or 1) - 1
    final = match["final"]
    if match["intro"] == "[[":
        return (CONSOLE[final], None) if final in CONSOLE and not first else None
    if modifiers not in range(_LARGEST_MODIFIER):
        return None
    return _single_shift_key(final, number, first) if match["intro"] == "O" else _control_key(final, number, modifiers)


def _single_shift_key(final: str, number: int, digits: str) -> tuple[str, str | None] | None:
    if final in LETTERS and number <= _LARGEST_MODIFIER:
        return _modified(LETTERS[final], number - 1), None
    if digits:
        return None
    if final in KEYPAD:
        return character_key(KEYPAD[final]), KEYPAD[final]
    if final in _RXVT_ARROWS:
        return _modified(LETTERS[_RXVT_ARROWS[final]], _CONTROL), None
    return ("enter", None) if final == "M" else None


def _control_key(final: str, number: int, modifiers: int) -> tuple[str, str | None] | None:
    if final == "~" and number in TILDES:
        return _modified(TILDES[number], modifiers), None
    if final in _RXVT and number in TILDES and not modifiers:
        return _modified(TILDES[number], _RXVT[final]), None
    if number != 1:
        is_tmux_arrow = number == _CONTROL + 1 and final in "ABCD"
        return (_modified(LETTERS[final], _CONTROL), None) if is_tmux_arrow else None
    if final in LETTERS:
        return _modified(LETTERS[final], modifiers), None
    if final in _RXVT_ARROWS:
        return _modified(LETTERS[_RXVT_ARROWS[final]], _SHIFT), None
    return ("shift+tab", None) if final == "Z" else None


def _modified(key: str, modifiers: int) -> str:
    return "+".join([*(name for bit, name in _MODIFIERS if modifiers & bit), key])


def alt_key(letter: str) -> str:
    """The name of a character typed with Alt (sent as ESC and the character)."""
    if letter in MEANT:
        return MEANT[letter]
    name = CONTROLS.get(letter) or ("space" if letter == " " else character_key(letter))
    if len(name) == 1 and name.isupper():
        name = f"shift+{name.lower()}"
    return f"alt+{name}"
