"""terms.yaml: the word list."""

from __future__ import annotations

from trd_tui.library.authoring.nodes import Node, Problems
from trd_tui.library.authoring.record import Record, as_records
from trd_tui.library.authoring.reference import check_id
from trd_tui.model import Term


def terms(nodes: list[Node], problems: Problems) -> tuple[Term, ...]:
    """Every entry of the word list, in the order of the file."""
    return tuple(_term(record, problems) for record in as_records(nodes, "a term", problems))


def _term(record: Record, problems: Problems) -> Term:
    record.only("id", "term", "meaning", "section", "short", "also", "evidence")
    id = record.text("id")
    check_id(id, problems)
    return Term(
        id,
        record.text("term"),
        record.text("meaning"),
        record.text("section"),
        record.optional("short"),
        record.texts("also"),
        record.texts("evidence"),
    )
