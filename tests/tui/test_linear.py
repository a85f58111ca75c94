"""Linear mode as it was chosen: what is written at each key, and where the cursor is put before and after."""

from __future__ import annotations

import pytest

from tests.tui.driving import Start, Started
from trd_tui.tui import compat


def _said(reader: Started) -> list[str]:
    """The rows between the first and the last that are not empty."""
    return [row.strip() for row in reader.rows[1:-1] if row.strip()]


def _ahead(reader: Started, key: str) -> str:
    parking = compat.parking(reader.app)
    assert isinstance(parking, compat.RememberedParking)
    return parking.ahead.get(key, "")


async def test_whether_a_section_is_open_is_said_in_words(start: Start) -> None:
    async with start(linear=True) as reader:
        await reader.press("down", "down")
        assert reader.rows[3].startswith(" Treatment, closed ")
        await reader.press("enter", "escape")
        assert reader.rows[3].startswith(" Treatment, open ")
        await reader.press("left")
        assert reader.rows[3].startswith(" Treatment, closed ")


async def test_coming_back_to_the_list_says_where_one_is_and_not_the_list(start: Start) -> None:
    async with start(linear=True) as reader:
        whole = _said(reader)
        assert len(whole) > 3
        await reader.press("down", "down", "enter", "escape")
        assert reader.rows[0].strip() == "Contents, 35 sections. Ctrl+L shows all of them."
        assert _said(reader) == ["Treatment, open"]
        await reader.press("down")
        assert len(_said(reader)) == 2
        await reader.press("ctrl+l")
        assert len(_said(reader)) == len(whole)
        for key in ("enter", "f2", "w"):
            await reader.press(key, "escape")
            assert reader.rows[0].strip() == "Contents, 35 sections"


async def test_coming_back_to_a_text_shows_the_line_where_one_was(start: Start) -> None:
    async with start(linear=True, section="long") as reader:
        await reader.press("down", "down", "down")
        line = reader.rows[reader.cursor[1]].strip()
        await reader.press("f2")
        assert len(_said(reader)) > 3
        await reader.press("escape")
        assert _said(reader) == [line]
        await reader.press("pagedown")
        assert len(_said(reader)) > 3


@pytest.mark.parametrize("size", [(40, 12), (20, 6)])
async def test_where_only_the_screen_is_small_the_whole_list_comes_back(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as reader:
        await reader.press("enter", "escape")
        assert len(_said(reader)) == size[1] - 2


async def test_a_small_screen_is_linear_by_itself_unless_somebody_chose_otherwise(start: Start) -> None:
    for linear, marked in ((None, False), (False, True), (True, False)):
        async with start(size=(40, 12), linear=linear) as reader:
            assert (">" in reader.text) == marked
            await reader.resize(80, 24)
            assert ("│" in reader.text) == (linear is not True)


async def test_a_key_switches_it_and_says_so(start: Start) -> None:
    async with start() as reader:
        await reader.press("f7")
        assert "│" not in reader.text
        assert reader.rows[0].strip() == reader.view.words("tui.linear_on")
        assert len(_said(reader)) > 3
        await reader.press("down", "f7")
        assert "│" in reader.text
        assert reader.rows[0].strip() == reader.view.words("tui.linear_off")
        await reader.press("f2", "l", "escape")
        assert "│" not in reader.text


@pytest.mark.parametrize("keys", [(), ("enter",), ("f2",), ("f1",), ("slash", "s", "l", "enter"), ("g",)])
async def test_down_leads_where_it_was_foretold_with_the_rows_that_were(start: Start, keys: tuple[str, ...]) -> None:
    async with start(linear=True, size=(60, 10)) as reader:
        await reader.press(*keys)
        for key in (*["down"] * 14, *["up"] * 14):
            up, down = reader.predicted()
            told, before, ahead = (down if key == "down" else up), reader.rows, _ahead(reader, key)
            await reader.press(key)
            assert told == (reader.cursor if told else None)
            assert told or reader.rows == before
            assert bool(ahead) == (reader.rows != before)


async def test_on_down_nothing_changes_but_the_cursor(start: Start) -> None:
    async with start(linear=True, section="long") as reader:
        for keys in (("down",) * 5, ("escape", "ctrl+l", "down", "up"), ("f2", "down", "down")):
            for key in keys:
                before = reader.rows
                await reader.press(key)
                assert key in ("escape", "ctrl+l", "f2") or reader.rows == before


async def test_a_message_stays_on_its_row_while_one_moves(start: Start) -> None:
    async with start(linear=True, section="long") as reader:
        await reader.press("n")
        assert reader.rows[0].strip() == reader.view.words("tui.no_match")
        assert reader.cursor == (0, 0)
        before = reader.rows
        await reader.press("down")
        assert reader.rows == before
        assert reader.cursor[1] > 0
        await reader.press("w", "escape")
        assert reader.view.words("tui.no_match") not in reader.text


async def test_a_search_waits_for_enter_and_says_the_count_once(start: Start) -> None:
    async with start(linear=True) as reader:
        await reader.press("slash")
        first = reader.rows[1:]
        await reader.type("sleep")
        assert reader.rows[1:] == first
        await reader.press("enter")
        assert reader.rows[0].count("found") == 1
        assert len(_said(reader)) == 1
        assert _said(reader)[0].startswith("Daily life: ")
        await reader.press("down", "up", "enter")
        assert reader.view.shown is not None
        assert reader.view.shown.id == "life"
        await reader.press("escape")
        assert len(_said(reader)) == 1


async def test_a_search_without_results_says_so_where_the_cursor_is(start: Start) -> None:
    async with start(linear=True) as reader:
        await reader.press("slash", *"qqzz", "enter")
        assert "qqzz" in reader.rows[reader.cursor[1]]
        assert reader.cursor[1] == 1
        await reader.press("x")
        assert reader.cursor[1] == 0


async def test_one_row_is_one_style_and_the_last_row_never_changes(start: Start) -> None:
    async with start(linear=True, section="ect") as reader:
        foot = reader.rows[-1]
        for key in ("down", "escape", "slash", "escape", "f2", "escape", "f1", "escape", "g", "down", "escape"):
            await reader.press(key)
            assert reader.rows[-1] == foot
            for row in reader.app.frame._pane._given:
                assert len({style for text, style in row if text.strip()}) <= 1


async def test_a_question_reads_question_choices_and_what_to_press(guided: Start) -> None:
    async with guided(linear=True) as reader:
        await reader.ask("A1")
        await reader.press("ctrl+l")
        said = _said(reader)
        question = reader.walk.current
        assert said[0].split()[:3] == question.ask[0].text.split()[:3]
        assert [row.split(maxsplit=1)[1] for row in said if row[0].isdigit()] == [one.text for one in question.choices]
        assert said[-1] == reader.view.words("tui.guide.prompt", press="Enter")
        assert "why" not in said[-1].lower()
