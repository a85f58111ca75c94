"""Characters that decorate, by name, and text made safe for terminals that show only ASCII.

State marks (`focus`, `closed`, `opened`) are the same plain characters everywhere, so speech is, too.
"""

from __future__ import annotations

SPELLED = {
    "≥": ">=", "≤": "<=", "≠": "!=", "≈": "~", "±": "+/-", "×": "x", "÷": "/", "−": "-", "⁄": "/", "°": " degrees",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "·": "-", "•": "-", "…": "...", "─": "-", "│": "|",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "‹": "'", "›": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "→": "->", "←": "<-", "↓": "v", "↑": "^", "\u00a0": " ", "€": "EUR ", "£": "GBP ", "©": "(c)", "®": "(R)",
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ı": "i", "μ": "u", "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta",
}  # fmt: skip
NOTHING = ("Mn", "Me", "Cf")
"""Unicode's categories of what takes no cell: accents beside their letters, soft hyphens, zero-width characters."""
STRUCK_THROUGH = "\u0338"


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
    """A text spelled in ASCII: "≥" becomes ">=", accents go, "2½" becomes "2 1/2", anything else becomes "?"."""
    if text.isascii():
        return text
    return "".join(_spell(letter, before) for before, letter in zip(f" {text}", text, strict=False))


def _spell(letter: str, before: str) -> str:
    if letter.isascii():
        return letter
    if letter in SPELLED:
        return SPELLED[letter]
    from unicodedata import category, decomposition, normalize

    pieces = normalize("NFKD", letter)
    if STRUCK_THROUGH in pieces and letter != STRUCK_THROUGH:
        return "?"
    spelled = "".join(
        piece if piece.isascii() else SPELLED.get(piece, "" if category(piece) in NOTHING else "?") for piece in pieces
    )
    if before.isdigit() and pieces != letter:
        between = {"<fraction>": " ", "<super>": "^"}.get(decomposition(letter).partition(" ")[0], "")
        return between + spelled
    return spelled
