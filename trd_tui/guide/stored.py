"""The guide as plain values and back, for the library; the classes of the definition say what there is."""

from __future__ import annotations

from trd_tui.guide import condition, definition

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KIND = "is"
KINDS = {
    kind.__name__: kind
    for kind in (
        condition.Chosen, condition.Not, condition.And, condition.Or, definition.Line, definition.Choice,
        definition.Question, definition.Part, definition.Welcome, definition.Finding, definition.Nothing,
        definition.Note, definition.Fixed, definition.Guide,
    )
}  # fmt: skip


def to_value(thing: Any) -> Any:
    """A guide, or anything in it, as dicts, lists, texts, truths and None."""
    name = type(thing).__name__
    if name in KINDS:
        return {KIND: name} | {slot: to_value(getattr(thing, slot)) for slot in sorted(thing.__slots__)}
    if isinstance(thing, tuple):
        return [to_value(one) for one in thing]
    if isinstance(thing, dict):
        return {str(key): to_value(one) for key, one in thing.items()}
    return str(thing) if isinstance(thing, str) else thing


def from_value(value: Any) -> Any:
    """What `to_value` was given; KeyError or TypeError for values that another version wrote."""
    if isinstance(value, list):
        return tuple(map(from_value, value))
    if not isinstance(value, dict):
        return value
    read = {key: from_value(one) for key, one in value.items() if key != KIND}
    return KINDS[value[KIND]](**read) if KIND in value else read
