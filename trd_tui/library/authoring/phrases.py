"""words.yaml: the words of the program itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trd_tui.library.authoring.nodes import Mapping, Place, Problems, Written
from trd_tui.library.authoring.program_words import needed
from trd_tui.library.authoring.record import Record, as_text

FIELD = re.compile(r"\{([a-z_]+)\}")


def phrases(record: Record, problems: Problems) -> dict[str, str]:
    """Every text by its dotted key; the program asks for each of those it needs, and fills only its own braces."""
    wanted = needed()
    texts: dict[str, str] = {}
    for key, text in _leaves(record, "", problems):
        if key in texts:
            problems.add_at(key, f'"{key}" stands twice', "keep one of the two")
        else:
            texts[key] = text
            _check_braces(text, problems)
            if key in wanted:
                _check_filled(text, wanted[key], problems)
    for key in wanted.keys() - texts.keys():
        problems.add(Place(record.place.file), f'"{key}" is missing', "add it, since the program shows it")
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


def _check_filled(text: str, filled: frozenset[str], problems: Problems) -> None:
    mend = "use only " + ", ".join(f"{{{name}}}" for name in sorted(filled)) if filled else "take it out"
    for name in FIELD.findall(text):
        if name not in filled:
            problems.add_at(text, f"nothing is filled in for {{{name}}} here", mend)
