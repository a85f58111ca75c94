"""What a listener makes of speech: words without the marks that readers name each in their own way, and time."""

from __future__ import annotations

import re
from collections.abc import Sequence

A_SECOND = 15
"""Characters that a voice speaks in a second at its usual rate."""
NAMED = {"dash", "slash", "quote", "star", "plus", "greater", "than", "less", "at"}
"""Words that readers put in place of marks which also stand in texts."""
DRAWN = re.compile(
    r"[\u2010\u2011\u2022\u2023\u2190-\u2bff\ue000-\uf8ff]|[|_~^<>]"
    r"|^(?:dash|greater|star|plus|bar|left bracket \d|left paren)\b|\b(?:bar|tilde|underscore|left bracket \w)\b"
)
"""Marks that draw and say nothing, or what readers call them, most of all at the start of a line."""
ADDRESS = "//"
"""In an address such marks are part of the text."""


def words(*texts: str) -> list[str]:
    """The words of some texts in lower case, without marks and without the names of marks."""
    return [word for word in re.findall(r"[a-z0-9]+", " ".join(texts).lower()) if word not in NAMED]


def characters(lines: Sequence[str]) -> int:
    """How much there is to hear; a pause counts as one, so that a line said in two parts is no longer than in one."""
    return len(" ".join(lines).replace(" , ", " "))


def first_seconds(lines: Sequence[str], seconds: float) -> str:
    """What is heard in the first seconds."""
    return " ".join(lines)[: int(seconds * A_SECOND)]


def drawn(lines: Sequence[str]) -> list[str]:
    """Lines in which a mark is spoken that only draws."""
    return [line for line in lines if DRAWN.search(line) and ADDRESS not in line]
