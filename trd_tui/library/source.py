"""Content files as nodes, and a content folder as content; the only place that knows YAML.

A file is read event by event, never constructed: so duplicate names, `no` for false and every place are seen as
written, nothing in a file can run, repeat itself or nest without end, and one broken file hides no other.
"""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

import yaml

from trd_tui.library.authoring import characters, draft, syntax
from trd_tui.library.authoring.nodes import (
    DATE,
    NOTHING,
    NUMBER,
    TEXT,
    TRUTH,
    Mapping,
    Node,
    Place,
    Problems,
    Scalar,
    Sequence,
)
from trd_tui.library.content import Content, Problem

LARGEST = 2_000_000
DEEPEST = 40
MOST = 50
# One blank before a "#" is a slip, as in "Step #2"; a comment of an editor stands further off.
LOST = re.compile(r"[ \t]#")
KINDS = {"bool": TRUTH, "int": NUMBER, "float": NUMBER, "timestamp": DATE, "null": NOTHING}
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = yaml.resolver.Resolver()


def load(folder: Path, language: str = "en") -> tuple[Content | None, list[Problem]]:
    """The content of a folder, and what keeps it from being whole; None if anything does.

    Never raises for what stands in the folder. Style is no matter here: `check.check` looks at that.
    """
    found = read(folder, language)
    problems = found.problems.in_order()
    return (None if problems else found.content), problems


def read(folder: Path, language: str = "en") -> draft.Draft:
    """As much of a content folder as can be read, with the problems on the way."""
    return draft.read(folder, language, read_file)


def read_file(path: Path, name: str, problems: Problems) -> Node | None:
    """The node that a file holds, or None and a problem."""
    text = _text(path, name, problems)
    return None if text is None else parse(text, name, problems)


def parse(text: str, name: str, problems: Problems) -> Node | None:
    """The node that a text holds, or None and a problem; the name is the file's, for the places."""
    lines = text.split("\n")
    growing = _Growing(name, lines, problems)
    try:
        for event in yaml.parse(_cleaned(text, name, problems), Loader=_FAST):
            growing.take(event)
    except yaml.MarkedYAMLError as error:
        _report(_told_better(text, error), lines, name, problems)
    except yaml.YAMLError:
        problems.add(Place(name), "this file cannot be read", "write it as plain text with names and values")
    except _StopReadingError:
        pass
    else:
        if growing.root is None or (isinstance(growing.root, Scalar) and growing.root.kind == NOTHING):
            problems.add(Place(name), "the file is empty", "write something in it, or delete it")
            return None
        return growing.root
    return None


def _text(path: Path, name: str, problems: Problems) -> str | None:
    raw = _bytes(path, name, problems)
    if raw is None:
        return None
    try:
        return raw.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        what = f"the byte {raw[error.start]:02X} is not UTF-8"
        problems.add(_place(name, before, len(before)), what, "save the file as UTF-8")
        return None


def _bytes(path: Path, name: str, problems: Problems) -> bytes | None:
    try:
        about = path.stat()
        if about.st_size > LARGEST:
            problems.add(Place(name), f"the file has {about.st_size} bytes, at most {LARGEST} are read", "split it")
            return None
        if stat.S_ISREG(about.st_mode):
            return path.read_bytes().removeprefix(codecs.BOM_UTF8)
        problems.add(Place(name), "this is not a file", "make it a readable text file")
    except FileNotFoundError:
        problems.add(Place(name), "the file is missing", "write it; FORMAT.md says what goes into it")
    except OSError:
        problems.add(Place(name), "the file cannot be opened", "make it a readable text file")
    return None


def _place(name: str, text: str, offset: int) -> Place:
    return Place(name, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _cleaned(text: str, name: str, problems: Problems) -> str:
    """The text with a blank for each forbidden character, so that the rest of the file is still looked at.

    One at the very start goes without a blank, which would put the first line out of step.
    """
    found = characters.forbidden(text, allowed="\n\t")
    for offset, what in found[:MOST]:
        problems.add(_place(name, text, offset), f"{what} stands here", "delete it")
    letters = list(text) if found else []
    for offset, _ in found:
        letters[offset] = " " if offset else ""
    return "".join(letters) or text


def _told_better(text: str, error: yaml.MarkedYAMLError) -> yaml.MarkedYAMLError:
    """The same mistake as the slower parser tells it: it says more, and the same on every machine."""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.MarkedYAMLError as better:
        return better
    except (yaml.YAMLError, RecursionError):
        pass
    return error


def _report(error: yaml.MarkedYAMLError, lines: list[str], name: str, problems: Problems) -> None:
    start, noticed = error.context_mark, error.problem_mark
    near = " on one line" if start and noticed and start.line == noticed.line else ""
    what, mend, from_start = syntax.in_plain_words(f"{error.context} {error.problem}{near}")
    mark = (start if from_start else None) or noticed
    if mark is None:
        problems.add(Place(name), what, mend)
        return
    line = lines[mark.line] if mark.line < len(lines) else ""
    column, what, mend = syntax.slip_in(line, mark.column) or (mark.column, what, mend)
    problems.add(Place(name, mark.line + 1, column + 1), what, mend)


class _StopReadingError(Exception):
    """The rest of a file is not worth reading; the problem is noted."""


class _Growing:
    """The node of one file while its events come in."""

    def __init__(self, name: str, lines: list[str], problems: Problems) -> None:
        self.root: Node | None = None
        self._name = name
        self._lines = lines
        self._problems = problems
        self._open: list[Sequence | Mapping] = []
        self._names: list[Scalar | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Add what one event stands for."""
        if isinstance(event, yaml.ScalarEvent):
            self._put(self._scalar(event))
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Mapping(self._at(event)), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Sequence(self._at(event)), event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._open.pop()
            self._names.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._quote("*", event)
            self._put(Scalar(f"*{event.anchor}", TEXT, self._at(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._one_document(event)

    def _at(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._name, mark.line + 1, mark.column + 1) if mark else Place(self._name)

    def _one_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._problems.add(self._at(event), '"---" starts a second text in this file', "take it out")
            raise _StopReadingError

    def _begin(self, node: Sequence | Mapping, event: yaml.CollectionStartEvent) -> None:
        self._unmarked(event)
        if len(self._open) == DEEPEST:
            self._problems.add(node.place, f"lists stand more than {DEEPEST} deep in each other", "write them flatter")
            raise _StopReadingError
        self._put(node)
        self._open.append(node)
        self._names.append(None)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        self._unmarked(event)
        self._check_whole(event)
        tag: str = event.tag or _RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
        return Scalar(event.value, KINDS.get(tag.rpartition(":")[2], TEXT), self._at(event))

    def _check_whole(self, event: yaml.ScalarEvent) -> None:
        """Report a text without quotation marks of which YAML takes the rest of the line for a comment."""
        end = event.end_mark
        if event.implicit[0] and event.value and end and LOST.match(self._lines[end.line], end.column):
            place = Place(self._name, end.line + 1, end.column + 2)
            mend = f'{syntax.QUOTES}; a comment has two blanks before the "#"'
            self._problems.add(place, 'the text ends here, before the "#"', mend)

    def _unmarked(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._quote("&", event)
        if event.tag:
            self._quote("!", event)

    def _quote(self, sign: str, event: yaml.Event) -> None:
        self._problems.add(self._at(event), f'a text cannot begin with "{sign}"', syntax.QUOTES)

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        whole = self._open[-1]
        if isinstance(whole, Sequence):
            whole.items.append(node)
        elif (key := self._names[-1]) is None:
            self._names[-1] = self._name_from(node)
        else:
            self._names[-1] = None
            self._pair(whole, key, node)

    def _name_from(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self._problems.add(node.place, "a name is wanted here, not a list", "write it as name: value")
        return Scalar("", TEXT, node.place)

    def _pair(self, whole: Mapping, key: Scalar, node: Node) -> None:
        first = whole.names.setdefault(key.value, key)
        if first is not key:
            what = f'"{key.value}" stands here twice, first in line {first.place.line}'
            self._problems.add(key.place, what, "keep one of the two")
        else:
            whole.pairs[key.value] = node
