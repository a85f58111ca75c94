from __future__ import annotations

import pytest

from tests.tui.driving import Start
from trd_tui.layout import cells

SIZES = [(20, 6), (40, 12), (59, 24), (80, 13), (60, 14), (80, 24), (120, 40), (400, 150)]
NARROW = [(20, 6), (40, 12), (59, 24), (80, 13)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_is_exactly_as_wide_as_the_screen(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size, section="ect") as reader:
        for keys in ((), ("enter", "enter"), ("end",), ("slash", "m", "e", "m"), ("enter",), ("f2",), ("end",)):
            await reader.press(*keys)
            assert [cells(row) for row in reader.rows] == [size[0]] * size[1]
            x, y = reader.cursor
            assert x < size[0]
            assert y < size[1]


@pytest.mark.parametrize("size", NARROW)
async def test_one_pane_at_a_time_enter_goes_in_and_escape_back(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size, section="life", linear=False) as reader:
        await reader.press("escape")
        assert "│" not in reader.text
        assert "Walking helps" not in reader.text
        await reader.press("enter")
        assert "Daily life" in reader.text
        assert not any(row.startswith((">", " +")) for row in reader.rows[1:])
        await reader.press("escape")
        assert any(row.startswith(">") for row in reader.rows)


@pytest.mark.parametrize("size", NARROW)
async def test_enter_on_a_section_with_pages_inside_goes_in_and_shows_them_on_the_way_back(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size=size) as reader:
        tree = reader.view.tree
        while not tree.focused.children:
            await reader.press("down")
        await reader.press("enter")
        assert (reader.view.pane, reader.view.shown) == ("detail", tree.focused)
        await reader.press("escape", "down")
        assert tree.focused.level == 1


@pytest.mark.parametrize("how", [{"size": (20, 6)}, {"size": (40, 12)}, {"linear": True}])
async def test_a_section_that_was_asked_for_is_open_where_there_is_one_pane(
    start: Start, how: dict[str, object]
) -> None:
    async with start(section="life", **how) as reader:
        assert reader.view.pane == "detail"
        assert "Daily life" in reader.text
        await reader.press("escape")
        assert (reader.view.pane, reader.view.tree.focused.id) == ("outline", "life")
    async with start(**how) as reader:
        assert reader.view.pane == "outline"


@pytest.mark.parametrize("size", [(20, 6), (40, 12)])
async def test_no_word_of_the_text_is_lost_at_zoom(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size, section="ect") as reader:
        read = []
        while True:
            read.append(reader.rows[reader.cursor[1]].strip())
            line = reader.view.text.line
            await reader.press("down")
            if reader.view.text.line == line:
                break
        words = " ".join(read).split()
        for block in reader.view.library.section("ect").blocks:
            for item in block.items:
                assert " ".join(item.text.split()) in " ".join(words)


@pytest.mark.parametrize("size", [(20, 6), (40, 12)])
async def test_titles_in_the_list_wrap_and_are_not_cut(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size, section="ect-day") as reader:
        await reader.press("escape")
        shown = " ".join(reader.text.split())
        assert "The day of treatment" in shown
        assert "…" not in reader.text


async def test_the_last_row_gets_shorter_and_keeps_help(start: Start) -> None:
    async with start(size=(40, 12)) as reader:
        await reader.press("enter")
        assert reader.rows[-1] == " Esc Back  F1 Keys         F2 Help: 988 "
        await reader.resize(20, 6)
        assert reader.rows[-1] == " F1 Keys F2 Help 988"
        await reader.resize(16, 4)
        assert reader.rows[-1] == " F1 Keys  F2 988"


@pytest.mark.parametrize("size", [(15, 4), (16, 3), (10, 3), (6, 3)])
async def test_where_nothing_has_room_the_number_stands_and_what_to_do(start: Start, size: tuple[int, int]) -> None:
    async with start(size=(40, 12)) as reader:
        await reader.press("enter", "down")
        before = reader.rows
        await reader.resize(*size)
        assert " ".join(reader.text.split()).startswith("988: help")
        assert "988: help. Make the window larger.".startswith(" ".join(reader.text.split()))
        await reader.press("f2", "escape")
        await reader.resize(40, 12)
        assert reader.rows == before


@pytest.mark.parametrize("small", [(1, 1), (2, 2), (3, 3), (20, 6), (40, 12), (400, 150), (60, 13)])
async def test_another_size_and_back_keeps_focus_section_and_place(start: Start, small: tuple[int, int]) -> None:
    async with start(section="long") as reader:
        await reader.press("enter", "pagedown", "pagedown")
        before, state = reader.text, (reader.view.pane, reader.view.text.top, reader.view.tree.list.focus)
        await reader.resize(*small)
        await reader.resize(80, 24)
        assert (reader.view.pane, reader.view.text.top, reader.view.tree.list.focus) == state
        assert reader.text == before


async def test_a_resize_keeps_the_same_words_on_the_screen(start: Start) -> None:
    async with start(section="long") as reader:
        await reader.press("enter", *["pagedown"] * 3)
        first = next(row for row in reader.rows[2:] if "Paragraph" in row).partition("Paragraph")[2].split()[0]
        await reader.resize(40, 12)
        assert f"Paragraph {first} " in " ".join(reader.text.split())


async def test_a_resize_keeps_the_search(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "m", "e", "m")
        await reader.resize(40, 12)
        assert "Search: mem" in reader.rows[0]
        assert any(row.strip() == "ECT" for row in reader.rows)
        await reader.press("enter")
        await reader.press("n")
        assert "match 2 of" in reader.rows[-1]
        await reader.resize(1, 1)
        await reader.resize(80, 24)
        assert "match 2 of" in reader.rows[-1]


async def test_a_resize_under_a_page_reaches_the_reader_below(start: Start) -> None:
    async with start() as reader:
        await reader.press("f2")
        await reader.resize(40, 12)
        await reader.press("escape")
        assert [len(row) for row in reader.rows] == [40] * 12


async def test_keys_at_one_cell_harm_nothing(start: Start) -> None:
    async with start(size=(1, 1)) as reader:
        await reader.press("down", "enter", "end", "pageup", "slash", "a", "down", "enter", "escape", "escape")
        await reader.press("f2", "end", "escape", "n")
        await reader.resize(80, 24)
        assert "Treatment" in reader.text


@pytest.mark.parametrize("linear", [None, True, False])
@pytest.mark.parametrize("open_it", [("g",), ("f1",), ("f2",)])
async def test_the_end_gone_to_where_nothing_is_shown_is_there(
    guided: Start, linear: bool | None, open_it: tuple[str, ...]
) -> None:
    async with guided(size=(1, 1), linear=linear) as reader:
        await reader.press(*open_it, "end", "pagedown", "up", "end")
        await reader.resize(20, 6)
        assert reader.rows[-2].strip()
        await reader.press("enter", "home", "f2")
        assert "988" in reader.text


async def test_linear_is_one_pane_without_marks_rules_or_counters(start: Start) -> None:
    async with start(size=(120, 40), linear=True) as reader:
        before = reader.rows
        await reader.press("down", "down")
        assert reader.rows == before
        assert reader.cursor == (0, 3)
        assert not any(mark in reader.text for mark in (">", "│", "──"))


async def test_in_linear_mode_down_moves_a_line_cursor_in_the_text(start: Start) -> None:
    async with start(size=(80, 24), linear=True, section="long") as reader:
        await reader.press("enter")
        before, (x, y) = reader.rows, reader.cursor
        assert reader.predicted() == (None, (x, y + 1))
        await reader.press("down", "down")
        assert reader.rows == before
        assert reader.cursor == (x, y + 2)
        assert reader.predicted() == ((x, y + 1), (x, y + 3))
        await reader.press(*["down"] * 30)
        assert reader.cursor[1] == 22
        await reader.press(*["up"] * 40)
        assert reader.cursor == (x, y)


async def test_in_linear_mode_matches_are_not_reversed(start: Start) -> None:
    async with start(linear=True) as reader:
        await reader.press("slash", *"memory", "enter", "enter")
        styles = {style for row in reader.view.text.rows() for _, style in row}
        assert "match_current" not in styles
        assert "match" in styles


async def test_on_a_small_screen_the_first_down_goes_to_the_first_result(start: Start) -> None:
    async with start(size=(20, 6)) as reader:
        await reader.press("slash", *"sleep", "down")
        assert reader.rows[reader.cursor[1]].strip() == "Daily life"
        await reader.press("down")
        assert reader.rows[reader.cursor[1]].strip() != "Daily life"
        await reader.press("up", "up")
        assert reader.rows[reader.cursor[1]].strip() == "Daily life"


@pytest.mark.parametrize("linear", [None, False])
async def test_a_page_opened_over_a_text_leads_back_to_its_place_at_another_size(
    start: Start, linear: bool | None
) -> None:
    async with start(size=(40, 12), section="long", linear=linear) as reader:
        await reader.press("pagedown", "pagedown", "down", "down", "down")
        word = reader.rows[reader.cursor[1]].split()[:2]
        await reader.press("f2")
        for size in ((20, 6), (80, 24), (1, 1), (20, 6)):
            await reader.resize(*size)
        await reader.press("escape")
        assert " ".join(word) in " ".join(reader.text.split())
        await reader.resize(40, 12)
        assert reader.rows[reader.cursor[1]].split()[:2] == word


async def test_a_tab_shows_all_of_what_it_leads_to(guided: Start) -> None:
    async with guided(size=(20, 6)) as reader:
        await reader.ask("A2")
        await reader.press("tab", "tab", "tab")
        assert [row.strip() for row in reader.rows[reader.cursor[1] : -1]][:2] == ["3 I have a new one", "but have not"]


async def test_in_linear_mode_the_cursor_goes_along_with_the_results(start: Start) -> None:
    async with start(linear=True) as reader:
        await reader.press("slash", *"sleep")
        field = reader.cursor
        await reader.press("enter")
        assert "Daily life" in reader.rows[reader.cursor[1]]
        await reader.press("down")
        assert "A long section" in reader.rows[reader.cursor[1]]
        await reader.press("up")
        assert "Daily life" in reader.rows[reader.cursor[1]]
        await reader.press("s", "backspace")
        assert reader.cursor == field
