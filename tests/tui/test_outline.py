from __future__ import annotations

import pytest

from tests.tui.driving import Start
from trd_tui.commands import COMMANDS
from trd_tui.glyphs import UNICODE
from trd_tui.library.store import Library
from trd_tui.reading import Reading
from trd_tui.tui.view import View


async def test_down_and_up_move_the_focus_and_show_the_section_at_once(start: Start) -> None:
    async with start() as reader:
        await reader.press("down")
        assert reader.view.tree.focused.id == "causes"
        assert "Nobody knows one cause." in reader.text
        assert reader.rows[3].startswith(">")
        assert "Causes · 2 of 35" in reader.rows[0]
        await reader.press("up", "up", "up")
        assert reader.view.tree.focused.id == "intro"


async def test_the_cursor_stands_on_the_focused_row_and_up_and_down_are_foretold(start: Start) -> None:
    async with start() as reader:
        await reader.press("down")
        assert reader.cursor == (0, 3)
        assert reader.predicted() == ((0, 2), (0, 4))
        await reader.press("up")
        assert reader.predicted() == (None, (0, 3))


async def test_enter_opens_a_parent_and_then_goes_into_its_text(start: Start) -> None:
    async with start(section="treatment") as reader:
        await reader.press("enter")
        assert [entry.id for entry in reader.view.tree.entries[2:5]] == ["treatment", "ect", "tms"]
        assert reader.view.pane == "outline"
        await reader.press("enter")
        assert reader.view.pane == "detail"


async def test_left_closes_and_then_goes_to_the_parent(start: Start) -> None:
    async with start(section="ect-day") as reader:
        await reader.press("left")
        assert reader.view.tree.focused.id == "ect"
        await reader.press("left")
        assert "ect-day" not in [entry.id for entry in reader.view.tree.entries]
        await reader.press("left", "left")
        assert reader.view.tree.focused.id == "treatment"
        assert "ect" not in [entry.id for entry in reader.view.tree.entries]
        await reader.press("escape", "escape")
        assert reader.view.tree.focused.id == "treatment"


async def test_a_closed_section_does_not_come_back_half_open(start: Start) -> None:
    async with start(section="ect-day") as reader:
        await reader.press("left", "left", "left", "left", "enter")
        assert [entry.id for entry in reader.view.tree.entries[2:6]] == ["treatment", "ect", "tms", "long"]


async def test_marks_say_closed_open_and_focus(start: Start) -> None:
    async with start() as reader:
        row = next(row for row in reader.rows if "Treatment" in row and row.startswith(" + "))
        assert row.startswith(" + Treatment")
        await reader.press("down", "down", "enter")
        assert any(row.startswith(">- Treatment") for row in reader.rows)
        assert any(row.startswith("   + ECT") for row in reader.rows)


async def test_home_end_and_pages(start: Start) -> None:
    async with start() as reader:
        await reader.press("end")
        assert reader.view.tree.focused.id == "more-35"
        await reader.press("pageup")
        assert reader.view.tree.focused.id == "more-16"
        await reader.press("home")
        assert reader.view.tree.focused.id == "intro"
        await reader.press("pagedown")
        assert reader.view.tree.list.focus == 19


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (60, 14)])
def test_two_rows_stay_between_the_focus_and_the_edge(article: Library, size: tuple[int, int]) -> None:
    view = View(Reading(article), COMMANDS, UNICODE, linear=False)
    view.place(*size)
    list = view.tree.list
    for by in [1] * 40 + [-1] * 40:
        view.move(by)
        shown = {index for index, _ in list.visible()}
        assert {max(0, list.focus - 2), min(list.count - 1, list.focus + 2)} <= shown


async def test_next_and_previous_section_work_from_the_list(start: Start) -> None:
    async with start(section="treatment") as reader:
        await reader.press("right_square_bracket")
        assert reader.view.tree.focused.id == "ect"
        assert reader.view.reading.entry.id == "ect"
        await reader.press("left_square_bracket", "left_square_bracket")
        assert reader.view.tree.focused.id == "causes"


async def test_the_ends_of_the_article_are_said_until_the_next_key(start: Start) -> None:
    async with start() as reader:
        await reader.press("left_square_bracket")
        assert reader.view.words("tui.first_section") in reader.rows[0]
        await reader.press("x")
        assert reader.view.words("tui.first_section") not in reader.rows[0]
        await reader.press("end", "right_square_bracket")
        assert reader.view.words("tui.last_section") in reader.rows[0]


async def test_moving_in_the_list_leaves_no_history_and_reading_does(start: Start) -> None:
    async with start() as reader:
        await reader.press("down", "down", "down", "down", "enter")
        reading = reader.view.reading
        assert reading.entry.id == "life"
        back = reading.back()
        assert back is not None
        assert back.id == "intro"
        assert reading.back() is None
