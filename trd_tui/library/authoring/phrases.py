"""words.yaml: the words of the program itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trd_tui.library.authoring.nodes import Mapping, Node, Problems, Written
from trd_tui.library.authoring.record import Record, as_record, as_text

FIELD = re.compile(r"\{[a-z_]+\}")


def phrases(node: Node, problems: Problems) -> dict[str, str]:
    """Every text by its dotted key."""
    record = as_record(node, "a text under its name", problems)
    texts: dict[str, str] = {}
    for key, text in _leaves(record, "", problems) if record else ():
        if key in texts:
            problems.add_at(key, f'"{key}" stands twice', "keep one of the two")
        elif text:
            texts[key] = text
            _check_braces(text, problems)
    return texts


def _leaves(record: Record, above: str, problems: Problems) -> Iterator[tuple[str, str]]:
    for name, node in record.named():
        key = Written(f"{above}{name}", record.at(name))
        if isinstance(node, Mapping):
            yield from _leaves(Record(node, "a group of texts", problems), f"{key}.", problems)
        else:
            yield key, as_text(node, f'"{key}"', problems, allowed="\n")


def _check_braces(text: str, problems: Problems) -> None:
    left = FIELD.sub("", text)
    if "{" in left or "}" in left:
        problems.add_at(text, "a brace stands here that is not part of a {name}", "write small letters between { and }")
