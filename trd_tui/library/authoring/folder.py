"""A content folder as its files: which there are, which cannot be read, and every text they hold."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from trd_tui.library.authoring.nodes import Node, Place, Problems, Scalar, Sequence
from trd_tui.library.authoring.record import Record, as_list, as_record

EVIDENCE, SOURCES = "evidence.yaml", "sources.yaml"
ENDING = ".yaml"
LIKE_CONTENT = (".yaml", ".yml", ".txt")

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

    def record(self, name: str, kind: str) -> Record | None:
        """The names and values in a file; None, and it counts as unread, where it holds something else."""
        node = self._node(name)
        found = as_record(node, kind, self.problems) if node else None
        if not found:
            self.unread.add(name)
        return found

    def nodes(self, name: str, called: str) -> list[Node]:
        """The nodes of a file that is a list; none, and it counts as unread, where it holds something else."""
        node = self._node(name)
        found = as_list(node, called, self.problems) if node else []
        if isinstance(node, Sequence):
            return found
        self.unread.add(name)
        return []

    def _node(self, name: str) -> Node | None:
        node = self._read_file(self._folder / name, name, self.problems)
        if node and name not in (EVIDENCE, SOURCES):
            self.named.update(_values(node))
        return node

    def written(self, name: str) -> str:
        """The name of a file of this language."""
        return f"{self.language}/{name}.yaml"

    def article(self) -> list[str]:
        """The names of the section files, in order."""
        listed = self._listed(f"{self.language}/article")
        found = [name for name in listed if name.endswith(ENDING)]
        for name in listed:
            if not name.endswith(ENDING):
                self._check_unread(name)
        for before, name in pairwise(found):
            self._check_number(before, name)
        if not found:
            place = Place(f"{self.language}/article")
            self.problems.add(place, "there is no section in this folder", "write one, in a file such as 01-intro.yaml")
            self.unread.add(place.file)
        return found

    def _listed(self, name: str) -> list[str]:
        """What stands in a folder by the number in its name; nothing where the folder cannot be read."""
        try:
            found = os.listdir(self._folder / name)
        except OSError:
            return []
        return [f"{name}/{one}" for one in sorted(found, key=_rank) if not one.startswith(".")]

    def _check_unread(self, name: str) -> None:
        if os.path.isdir(self._folder / name):
            self.problems.add(Place(name), "this folder is not read", "put its files beside the others")
        elif name.lower().endswith(LIKE_CONTENT):
            self.problems.add(Place(name), "the file is not read", f'let its name end in "{ENDING}"')

    def _check_number(self, before: str, name: str) -> None:
        number = _number(name.rpartition("/")[2])
        if number and number == _number(before.rpartition("/")[2]):
            self.problems.add(Place(name), f'"{before}" has the number {number} too', "give one of them another number")


def _number(name: str) -> str:
    number = name.partition("-")[0]
    return number.lstrip("0") if number.isascii() and number.isdigit() else ""


def _rank(name: str) -> tuple[int, str]:
    return int(_number(name)[:9] or 0), name


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
