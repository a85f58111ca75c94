from __future__ import annotations

import json

import pytest

from tests.unit.guide.small import SMALL
from trd_tui.guide.condition import Chosen, Not
from trd_tui.guide.definition import Guide, Line
from trd_tui.guide.stored import KINDS, from_value, to_value
from trd_tui.library.store import Library


def again(guide: Guide) -> object:
    """A guide after it went through a file."""
    return from_value(json.loads(json.dumps(to_value(guide))))


def test_a_guide_comes_back_as_it_was() -> None:
    back = again(SMALL)
    assert isinstance(back, Guide)
    assert to_value(back) == to_value(SMALL)
    assert back.question("A1").choice("unsafe").private
    assert back.welcome.choices["this_part"] == "Only {title}"


def test_the_guide_of_the_program_comes_back_as_it_was(library: Library) -> None:
    assert to_value(again(library.guide)) == to_value(library.guide)


def test_everything_is_a_plain_value() -> None:
    assert to_value(Line("L", Not(Chosen("A1", ("a", "b"))), ("one",))) == {
        "is": "Line",
        "text": "L",
        "when": {"is": "Not", "condition": {"is": "Chosen", "question": "A1", "choices": ["a", "b"]}},
        "evidence": ["one"],
    }


def test_fields_stand_in_an_order_of_their_own() -> None:
    assert list(to_value(Line("L"))) == ["is", "evidence", "text", "when"]


class Marked(str):
    """A text that knows where it was written."""

    __slots__ = ()


def test_texts_with_a_place_become_plain_texts() -> None:
    value = to_value({Marked("a"): (Marked("b"), True, None)})
    assert value == {"a": ["b", True, None]}
    assert [type(value["a"][0]), *map(type, value)] == [str, str]


def test_values_of_another_version_are_refused() -> None:
    with pytest.raises(KeyError, match="Picture"):
        from_value({"is": "Picture"})
    with pytest.raises(TypeError, match="color"):
        from_value({"is": "Line", "text": "L", "color": "red"})
    with pytest.raises(TypeError, match="text"):
        from_value({"is": "Line"})


def test_every_kind_of_thing_is_known() -> None:
    assert {*KINDS} == {
        "Chosen", "Not", "And", "Or", "Line", "Choice", "Question", "Part", "Welcome", "Finding", "Nothing", "Note",
        "Fixed", "Guide",
    }  # fmt: skip
