"""Content as its editors wrote it, read whole: what the check looks at and the build compiles."""

from __future__ import annotations

from trd_tui.guide.definition import Guide
from trd_tui.model import Evidence, HelpNow, Section, Source, Term


class Content:
    """Everything in a content folder; sections in reading order, words by their dotted key."""

    __slots__ = ("evidence", "guide", "help", "language", "sections", "sources", "terms", "words")

    def __init__(
        self,
        language: str,
        sections: tuple[Section, ...],
        evidence: dict[str, Evidence],
        sources: dict[str, Source],
        terms: tuple[Term, ...],
        help: HelpNow,
        words: dict[str, str],
        guide: Guide,
    ) -> None:
        self.language = language
        self.sections = sections
        self.evidence = evidence
        self.sources = sources
        self.terms = terms
        self.help = help
        self.words = words
        self.guide = guide


class Problem:
    """Something wrong in a content folder; line and column count from 1."""

    __slots__ = ("column", "file", "line", "mend", "what")

    def __init__(self, file: str, line: int, column: int, what: str, mend: str) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.what}: {self.mend}"
