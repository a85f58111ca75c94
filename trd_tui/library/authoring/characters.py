"""Characters and markup that no text may hold: a terminal or a widget would act on them instead of showing them."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 5000
# A capital letter alone in brackets, such as [G], is a mark of the program and no markup anywhere.
MARKUP = re.compile(r"\[(?![A-Z]\])[A-Za-z/#@$]\w*")
OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
KINDS = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
    "Cs": "a half character",
    "Co": "a character without a meaning",
    "Cn": "a character without a meaning",
}
NAMED = {
    "\0": "a NUL character",
    "\x1b": "an escape character",
    "\t": "a tab",
    "\n": "a line break",
    "\ufeff": "a byte order mark",
}
_SUSPECT = re.compile(r"[^\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]")


def forbidden(text: str, allowed: str = "") -> list[tuple[int, str]]:
    """Offset and name of each character that may not stand in a text, apart from those that are allowed."""
    return [
        (match.start(), name)
        for match in _SUSPECT.finditer(text)
        if match.group() not in allowed and (name := _name(match.group()))
    ]


def markup(text: str) -> str:
    """The first thing in a text that a screen library would take for markup, or nothing."""
    match = MARKUP.search(text)
    return match.group() if match else ""


def _name(letter: str) -> str:
    kind = KINDS.get(unicodedata.category(letter), "")
    if not kind:
        return ""
    if letter in OVERRIDES:
        kind = "a character that turns the direction of text"
    return f"{NAMED.get(letter, kind)} (U+{ord(letter):04X})"
