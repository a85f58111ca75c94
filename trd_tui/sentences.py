"""Sentences of a text, for line-by-line reading, search excerpts and the reading-grade check."""

from __future__ import annotations

ABBREVIATIONS = frozenset({"al.", "e.g.", "i.e.", "dr.", "vs.", "mr.", "mrs.", "ms.", "st.", "prof.", "approx."})
BEFORE_FIGURES = frozenset({"no.", "nos.", "p.", "pp.", "vol.", "fig."})
ENDS = ".?!"
CLOSERS = "\"')]\u201d\u2019"
OPENERS = " \"'([\u201c\u2018"


def sentences(text: str) -> list[str]:
    """Split a text into its sentences, without the blanks between them; takes time in proportion to its length."""
    text = " ".join(text.split())
    found: list[str] = []
    start = 0
    blank = text.find(" ")
    while blank >= 0:
        if _ends(text, start, blank):
            found.append(text[start:blank])
            start = blank + 1
        blank = text.find(" ", blank + 1)
    if text[start:]:
        found.append(text[start:])
    return found


def ended(text: str) -> str:
    """A text with an end mark, such as a title or a heading that is read out as a sentence."""
    return text if text.rstrip(CLOSERS).endswith(tuple(ENDS)) else text + "."


def _ends(text: str, start: int, blank: int) -> bool:
    """Whether a sentence ends at a blank: the word before it closes one, the word after it can open one."""
    word = text[max(start, text.rfind(" ", 0, blank) + 1) : blank]
    bare = word.rstrip(CLOSERS)
    if bare[-1:] not in ENDS or not bare:
        return False
    following = text.find(" ", blank + 1)
    first = text[blank + 1 : following if following > 0 else len(text)].lstrip(OPENERS)[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    known = bare.lstrip(OPENERS).lower()
    return known not in ABBREVIATIONS and not (known in BEFORE_FIGURES and first.isdigit())
