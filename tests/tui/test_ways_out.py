"""Escape leads out of everything, and nothing that was chosen is lost on the way."""

from __future__ import annotations

import random
from itertools import count

import pytest

from tests.cases import some
from tests.tui.driving import Start, Started
from tests.tui.scenes import FIELDS, SCENES, is_home, is_typing, state
from trd_tui import saving
from trd_tui.commands import COMMANDS

MOST_ESCAPES = 9
"""Pages on pages, a note, the questions, the text, the search and each level of the list: one Escape for each."""
ENDING = ("quit", "switch", "quick_exit")
KEYS = [key for one in COMMANDS for key in one.keys if one.id not in (*ENDING, "redraw")]
TYPED = [*"sleep1 2", "delete", "space", "enter", "down", "enter", "space"]
SIZES = ((1, 1), (7, 3), (20, 6), (40, 12), (80, 24))


@pytest.fixture(autouse=True)
def nothing_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that random keys type are not written to; every second file is there already."""
    calls = count()

    def save(_text: str, name: str, *, replace: bool) -> str:
        if next(calls) % 2 and not replace:
            raise saving.ExistsError(name)
        return name

    monkeypatch.setattr(saving, "save", save)


async def escape(reader: Started) -> int:
    """Press Escape until nothing is left to leave; how often that was. It must do something each time."""
    for pressed in range(MOST_ESCAPES + 1):
        if is_home(reader):
            return pressed
        before = state(reader)
        await reader.press("escape")
        assert state(reader) != before, (pressed, before)
    raise AssertionError(f"not out after {MOST_ESCAPES}: {state(reader)}")


@pytest.mark.parametrize("scene", some(SCENES, list(SCENES)[::3]))
@pytest.mark.parametrize("linear", some([None, True], [None]))
async def test_escape_leads_from_every_screen_to_the_contents(guided: Start, scene: str, linear: bool | None) -> None:
    async with guided(linear=linear) as reader:
        await SCENES[scene](reader)
        await escape(reader)
        before = reader.text, state(reader)
        await reader.press("escape", "escape")
        assert (reader.text, state(reader)) == before
        assert reader.app.return_value is None


@pytest.mark.parametrize("scene", [*FIELDS, "note", "urgent", "sheet", "again", "pages on pages"])
async def test_one_cell_and_back_keeps_the_way_out(guided: Start, scene: str) -> None:
    async with guided() as reader:
        await SCENES[scene](reader)
        await reader.resize(1, 1)
        at_one_cell = await escape(reader)
        assert at_one_cell
        await reader.resize(80, 24)
        assert is_home(reader)
    async with guided() as reader:
        await SCENES[scene](reader)
        for size in ((1, 1), (80, 24)):
            await reader.resize(*size)
        assert await escape(reader) == at_one_cell


@pytest.mark.parametrize("seed", some(range(6), [0]))
async def test_escape_leads_out_wherever_random_keys_lead(guided: Start, seed: int) -> None:
    draw = random.Random(seed)
    scenes = list(SCENES)
    async with guided(linear=(None, True, False)[seed % 3]) as reader:
        for _ in range(12):
            await SCENES[draw.choice(scenes)](reader)
            await reader.press(*draw.choices(KEYS + TYPED, k=draw.randrange(12)))
            if draw.random() < 0.5:
                await reader.resize(*draw.choice(SIZES))
                await reader.press(*draw.choices(KEYS + TYPED, k=draw.randrange(6)))
            await escape(reader)
            await reader.resize(80, 24)
            assert is_home(reader)
            await reader.press("home")


@pytest.mark.parametrize("field", FIELDS)
async def test_escape_leaves_a_field_with_one_press_whatever_was_typed(guided: Start, field: str) -> None:
    async with guided() as reader:
        await FIELDS[field](reader)
        await reader.type("N~/[1 ")
        assert is_typing(reader)
        await reader.press("escape")
        assert not is_typing(reader)


# What was chosen, but not given.


@pytest.mark.parametrize("keys", [("escape",), ("left",), ("slash", "escape"), ("f3", "escape")], ids=str)
async def test_what_was_chosen_is_there_on_coming_back_to_the_questions(guided: Start, keys: tuple[str, ...]) -> None:
    async with guided() as reader:
        await reader.ask("B3")
        await reader.press("1", "3")
        chosen = reader.walk.draft
        assert len(chosen) == 2
        await reader.press(*keys)
        assert reader.shows == "ReaderFace"
        await reader.press("g", "enter")
        assert (reader.question, reader.walk.draft, "B3" in reader.walk.answers) == ("B3", chosen, False)
        assert reader.text.count("[x]") == 2


async def test_what_was_chosen_is_there_after_the_question_before(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B3")
        await reader.press("1", "3")
        chosen = reader.walk.draft
        await reader.press("backspace", "2", "enter")
        assert (reader.question, reader.walk.draft) == ("B3", chosen)
        await reader.press("k", "backspace")
        assert (reader.question, reader.walk.draft) == ("B3", ())


async def test_what_was_chosen_in_a_private_question_is_not_shown_again(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("H1")
        await reader.choose("unsafe")
        await reader.press("escape", "g", "enter")
        assert reader.question == "H1"
        assert "x]" not in reader.text
        assert "(x)" not in reader.text
