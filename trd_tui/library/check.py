"""Every problem of a content folder at once, in an editor's words."""

from __future__ import annotations

from pathlib import Path

from trd_tui.library.content import Problem
from trd_tui.library.rules import evidence, guide, section, text, words
from trd_tui.library.source import read


def check(folder: Path, language: str = "en") -> list[Problem]:
    """Problems by file, line and column; none where every rule of FORMAT.md holds.

    Never raises for what stands in the folder. What a file that cannot be read may hold is not held against the others.
    """
    draft = read(folder, language)
    for rules in (section, text, evidence, words, guide):
        rules.apply(draft)
    return draft.problems.in_order()
