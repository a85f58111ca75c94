"""Marks, source lines and source lists of one section: what stands beside a text, and who was studied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trd_tui.model import RECALLED, Block, Evidence, Item, Source
from trd_tui.words import Words

GENERAL = "G"


class Citations:
    """The evidence of some blocks; sources are numbered from 1 in order of first use."""

    __slots__ = ("_evidence", "_numbers", "general", "listed")

    def __init__(
        self, blocks: Iterable[Block], evidence: Mapping[str, Evidence], sources: Mapping[str, Source]
    ) -> None:
        self._evidence = evidence
        self._numbers: dict[str, int] = {}
        self.listed: list[Source] = []
        self.general = False
        for block in blocks:
            for item in block.items:
                self._note(item, sources)

    def _note(self, item: Item, sources: Mapping[str, Source]) -> None:
        for statement in self._statements(item):
            self.general = self.general or statement.status == RECALLED
            for source in statement.sources:
                if source not in self._numbers and source in sources:
                    self.listed.append(sources[source])
                    self._numbers[source] = len(self.listed)

    def _statements(self, item: Item) -> list[Evidence]:
        return [self._evidence[name] for name in item.evidence if name in self._evidence]

    def _sources(self, item: Item) -> list[int]:
        return sorted(
            {self._numbers[name] for one in self._statements(item) for name in one.sources if name in self._numbers}
        )

    def marks(self, item: Item) -> str:
        """The marks after a text: "[1] [3]" for its sources, "[G]" for general medical knowledge."""
        general = any(one.status == RECALLED for one in self._statements(item))
        marks = [str(number) for number in self._sources(item)] + ([GENERAL] if general else [])
        return " ".join(f"[{mark}]" for mark in marks)

    def studied(self, item: Item, words: Words) -> str:
        """The line under a number: who was studied, and the source with its date; empty where `who` is."""
        if not item.who:
            return ""
        names = "; ".join(dict.fromkeys(self.listed[number - 1].short for number in self._sources(item)))
        return words("layout.studied", who=item.who, source=names)
