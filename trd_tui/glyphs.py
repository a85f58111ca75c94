"""Characters that decorate, by name, and text made safe for terminals that show only ASCII.

State marks (`focus`, `closed`, `opened`) are the same plain characters everywhere, so speech is, too.
"""

from __future__ import annotations

SPELLED = {
    "≥": ">=", "≤": "<=", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "•": "-", "…": "...", "×": "x",
    "→": "->", "↓": "v", "↑": "^", "·": "-", "─": "-", "│": "|", "\u00a0": " ", "°": " degrees", "½": "1/2",
}  # fmt: skip


class Glyphs:
    """One set of characters; each is one cell wide."""

    __slots__ = ("ascii", "bar", "bullet", "closed", "dot", "focus", "opened", "rule")

    def __init__(self, *, ascii: bool, bullet: str, rule: str, bar: str, dot: str) -> None:
        self.ascii = ascii
        self.bullet = bullet
        self.rule = rule
        self.bar = bar
        self.dot = dot
        self.focus, self.closed, self.opened = ">", "+", "-"

    def text(self, text: str) -> str:
        """A text with only characters that this set may show."""
        return to_ascii(text) if self.ascii else text


UNICODE = Glyphs(ascii=False, bullet="•", rule="─", bar="│", dot="·")
ASCII = Glyphs(ascii=True, bullet="-", rule="-", bar="|", dot="-")


def to_ascii(text: str) -> str:
    """A text spelled in ASCII: "≥" becomes ">=", accents go, anything else becomes "?"."""
    return text if text.isascii() else "".join(_spell(letter) for letter in text)


def _spell(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in SPELLED:
        return SPELLED[letter]
    from unicodedata import normalize

    bare = normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return bare or "?"
