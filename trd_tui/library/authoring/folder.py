"""A content folder as its files: which there are, which cannot be read, and every text they hold."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from trd_tui.library.authoring.nodes import Node, Place, Problems, Scalar, Sequence

EVIDENCE, SOURCES = "evidence.yaml", "sources.yaml"

ReadFile = Callable[[Path, str, Problems], Node | None]


class Folder:
    """The files of a content folder, each read once; notes which cannot be read, and every text they hold."""

    def __init__(self, folder: Path, language: str, read_file: ReadFile) -> None:
        self.language = language
        self.problems = Problems()
        self.unread: set[str] = set()
        self.named: set[str] = set()
        self._folder = folder
        self._read_file = read_file

    def node(self, name: str) -> Node | None:
        """The node of a file, named from the folder."""
        node = self._read_file(self._folder / name, name, self.problems)
        if node is None:
            self.unread.add(name)
        elif name not in (EVIDENCE, SOURCES):
            self.named.update(_values(node))
        return node

    def written(self, name: str) -> str:
        """The name of a file of this language."""
        return f"{self.language}/{name}.yaml"

    def article(self) -> list[str]:
        """The names of the section files, in order."""
        folder = self._folder / self.language / "article"
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) and os.access(folder, os.R_OK) else []
        found = [f"{self.language}/article/{name}" for name in names if name.endswith(".yaml") and name[0] != "."]
        for name in names:
            if name.endswith(".yml"):
                place = Place(f"{self.language}/article/{name}")
                self.problems.add(place, "the file is not read", 'let its name end in ".yaml"')
        if not found:
            place = Place(f"{self.language}/article")
            self.problems.add(place, "there is no section in this folder", "write one, in a file such as 01-intro.yaml")
            self.unread.add(place.file)
        return found


def _values(node: Node) -> list[str]:
    """Every value below a node."""
    found: list[str] = []
    waiting: list[Node] = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            found.append(node.value)
        else:
            waiting.extend(node.items if isinstance(node, Sequence) else node.pairs.values())
    return found
