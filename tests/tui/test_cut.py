"""A text that has no room in a field is cut, and that is said."""

from __future__ import annotations

import pytest

from tests.tui.driving import Start
from trd_tui.tui.rows.field import LONGEST, Field

SAID, SAID_SHORT = f"Cut to {LONGEST} letters.", f"Cut: {LONGEST}"


@pytest.mark.parametrize(
    ("before", "text", "cut"),
    [
        ("", "x" * LONGEST, False),
        ("", "x" * LONGEST + "\n", False),
        ("", "x" * (LONGEST + 1), True),
        ("", "\x00" * 1000 + "x", False),
        ("x" * LONGEST, "y", True),
        ("x" * LONGEST, "", False),
        ("", "x" * 1_000_000, True),
    ],
)
def test_a_field_knows_whether_it_cut(before: str, text: str, *, cut: bool) -> None:
    field = Field(before)
    field.insert(text)
    assert field.cut == cut
    assert len(field.text) <= LONGEST


@pytest.mark.parametrize("key", ["backspace", "left", "end"])
def test_the_next_key_of_a_field_forgets_it(key: str) -> None:
    field = Field("x" * LONGEST)
    field.insert("y")
    assert field.rub_out(key) if key == "backspace" else field.move(key)
    assert not field.cut


@pytest.mark.parametrize(("size", "said"), [((80, 24), SAID), ((40, 12), SAID), ((20, 6), SAID_SHORT)], ids=str)
async def test_the_search_field_says_that_a_paste_was_cut(start: Start, size: tuple[int, int], said: str) -> None:
    async with start(size=size) as reader:
        await reader.press("f3")
        await reader.paste("sleep " * 1000)
        assert said in reader.rows[0]
        await reader.press("backspace")
        assert said not in reader.rows[0]
        await reader.type("xy")
        assert said in reader.rows[0]


async def test_the_name_of_a_file_says_that_a_paste_was_cut(start: Start) -> None:
    async with start() as reader:
        await reader.results({})
        await reader.press("v", "enter")
        await reader.paste("name" * 100)
        assert SAID in reader.rows[0]
        await reader.press("left")
        assert SAID not in reader.rows[0]
        await reader.paste("more")
        assert SAID in reader.rows[0]
