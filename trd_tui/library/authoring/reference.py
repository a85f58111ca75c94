"""evidence.yaml and sources.yaml: what the text rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trd_tui.library.authoring.nodes import Mapping, Problems, place_of
from trd_tui.library.authoring.record import Record, as_record
from trd_tui.model import RECALLED, SEED, VERIFIED, Evidence, Source

STATUSES = (SEED, VERIFIED, RECALLED)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s/]+\S*")


def evidence(whole: Record, problems: Problems) -> dict[str, Evidence]:
    """Every statement by its id."""
    return {id: _statement(id, record, problems) for id, record in _records(whole, "a statement", problems)}


def sources(whole: Record, problems: Problems) -> dict[str, Source]:
    """Every source by its id."""
    return {id: _source(id, record, problems) for id, record in _records(whole, "a source", problems)}


def check_id(id: str, problems: Problems) -> None:
    """Report an id that is not of small letters, figures and single hyphens."""
    if id and not ID.fullmatch(id):
        problems.add_at(id, f'"{id}" cannot be an id', 'use small letters, figures and "-" between them')


def _records(whole: Record, kind: str, problems: Problems) -> Iterator[tuple[str, Record]]:
    """Every id with its record; an id that leads to none is known all the same, so that one slip is told once."""
    for id, node in whole.named():
        check_id(id, problems)
        yield id, as_record(node, kind, problems) or Record(Mapping(place_of(id)), kind, Problems())


def _statement(id: str, record: Record, problems: Problems) -> Evidence:
    record.only("status", "sources", "recheck", "caution", "left_out")
    status = record.text("status")
    if status and status not in STATUSES:
        problems.add_at(status, f'"{status}" is not a status', f"write one of {', '.join(STATUSES)}")
    listed = record.texts("sources") if record.nodes("sources") else ()
    return Evidence(id, status, listed, record.truth("recheck"), record.truth("caution"), record.optional("left_out"))


def _source(id: str, record: Record, problems: Problems) -> Source:
    record.only("short", "citation", "date", "url")
    url = record.optional("url")
    if url and not ADDRESS.fullmatch(url):
        problems.add_at(url, f'"{url[:60]}" is not a web address', "begin it with https://, and leave no blank in it")
    return Source(id, record.text("short"), record.text("citation"), record.text("date"), url)
