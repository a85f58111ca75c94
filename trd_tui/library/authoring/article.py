"""The section files: items, blocks and pages, a page being a section with those inside it."""

from __future__ import annotations

from itertools import pairwise

from trd_tui.library.authoring.nodes import Place, Problems, Written
from trd_tui.library.authoring.record import Record
from trd_tui.library.authoring.reference import check_id
from trd_tui.model import FACTS, KEY_POINTS, NOTE, TEXT, TO_DO, WRITTEN_KINDS, Block, Item

FIELDS = ("what", "how", "works", "risks", "suits", "approval")
KEYS = ("id", "title", "short", "parent", "treatment", KEY_POINTS, "blocks", TO_DO, "children")
OF_ITEM = ("evidence", "who", "unknown")


class Page:
    """A section as it was written, with the pages inside it; `parent` is what its file names."""

    __slots__ = ("blocks", "children", "id", "parent", "place", "short", "title", "treatment")

    def __init__(self, record: Record, blocks: tuple[Block, ...], children: list[Page]) -> None:
        self.place = record.place
        self.id = record.text("id")
        self.title = record.text("title")
        self.short = record.optional("short")
        self.parent = record.optional("parent")
        self.treatment = record.truth("treatment")
        self.blocks = blocks
        self.children = children


def item(record: Record, *texts: str) -> Item:
    """One text with its evidence; `texts` are the keys that must be there, "text" and perhaps "name"."""
    record.only(*texts, *OF_ITEM)
    name = record.text("name") if "name" in texts else ""
    return _item(record, record.text("text"), name)


def _item(record: Record, text: str, name: str = "") -> Item:
    return Item(text, record.texts("evidence"), name, record.optional("who"), record.truth("unknown"))


def page(record: Record, headings: dict[str, str], problems: Problems) -> Page:
    """A section, with those inside it; headings are those of a treatment's fields."""
    record.only(*KEYS)
    nested = record.records("children", "a section") if "children" in record else []
    for child in nested:
        if "parent" in child:
            problems.add(child.at("parent"), '"parent" stands in a section inside another', "take it out")
    found = Page(record, _blocks(record, headings, problems), [page(child, headings, problems) for child in nested])
    check_id(found.id, problems)
    return found


def _blocks(record: Record, headings: dict[str, str], problems: Problems) -> tuple[Block, ...]:
    written = record.records("blocks", "a block") if "blocks" in record else []
    if record.truth("treatment"):
        _check_fields(record, written, problems)
    return (
        Block(KEY_POINTS, _items(record, KEY_POINTS)),
        *(block for entry in written if (block := _block(entry, headings, problems))),
        Block(TO_DO, _items(record, TO_DO)),
    )


def _items(record: Record, key: str) -> tuple[Item, ...]:
    texts = ("name", "text") if key == FACTS else ("text",)
    return tuple(item(entry, *texts) for entry in record.records(key, "an item"))


def _block(record: Record, headings: dict[str, str], problems: Problems) -> Block | None:
    kinds = [kind for kind in WRITTEN_KINDS if kind in record]
    if len(kinds) != 1:
        what = f'a block has "{kinds[0]}" and "{kinds[1]}"' if kinds else "a block has nothing in it"
        problems.add(record.place, what, f"give it one of {', '.join(WRITTEN_KINDS)}")
        record.only("heading", "field", *WRITTEN_KINDS, *OF_ITEM)
        return None
    kind = kinds[0]
    heading = _heading(record, headings, problems)
    if kind in (TEXT, NOTE):
        record.only("heading", "field", kind, *OF_ITEM)
        return Block(kind, (_item(record, record.text(kind)),), heading)
    record.only("heading", "field", kind)
    return Block(kind, _items(record, kind), heading)


def _heading(record: Record, headings: dict[str, str], problems: Problems) -> str:
    if "field" not in record:
        return record.optional("heading")
    if "heading" in record:
        problems.add(record.at("heading"), 'a block has "field" and "heading"', "keep one of the two")
    field = record.text("field")
    if field and field not in FIELDS:
        problems.add_at(field, f'"{field}" is not a field of a treatment', f"write one of {', '.join(FIELDS)}")
    return Written(headings.get(field, ""), record.at("field"))


def _check_fields(record: Record, written: list[Record], problems: Problems) -> None:
    """A treatment answers the same fields in the same order, so that treatments can be compared."""
    named = [(entry.text("field"), entry) for entry in written if "field" in entry]
    fields = [(field, entry.at("field")) for field, entry in named if field in FIELDS]
    for field in FIELDS:
        if field not in dict(fields) and len(fields) == len(named):
            problems.add(
                record.at("treatment"), f'a treatment has no field "{field}"', "add it, with unknown: true if so"
            )
    _check_order(fields, problems)


def _check_order(fields: list[tuple[str, Place]], problems: Problems) -> None:
    for (before, _), (field, place) in pairwise(fields):
        if FIELDS.index(field) < FIELDS.index(before):
            problems.add(
                place, f'the field "{field}" stands after "{before}"', f"keep to the order {', '.join(FIELDS)}"
            )
