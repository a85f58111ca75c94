from __future__ import annotations

import pytest

from tests.tui.driving import Start


async def test_keys_scroll_the_text(start: Start) -> None:
    async with start(section="long") as reader:
        await reader.press("enter")
        text = reader.view.text
        await reader.press("down", "down")
        assert text.top == 2
        await reader.press("pagedown")
        assert text.top == 2 + text.height - 1
        await reader.press("space", "pageup", "up")
        assert text.top == text.height
        await reader.press("end")
        assert text.top == text.last_top
        await reader.press("home")
        assert text.top == 0


async def test_how_much_is_below_is_always_said_in_the_same_place(start: Start) -> None:
    async with start(section="long") as reader:
        await reader.press("enter")
        places = set()
        for _ in range(3):
            assert "more below" in reader.rows[-2]
            places.add(reader.rows[-2].rindex("%"))
            await reader.press("pagedown")
        assert len(places) == 1
        await reader.press("end")
        assert "more below" not in reader.text


async def test_the_end_names_the_next_section_and_its_key(start: Start) -> None:
    async with start(section="treatment") as reader:
        await reader.press("enter", "enter", "end", "down")
        assert "Next: Electroconvulsive therapy" in reader.text
        assert "Press ]." in reader.text
        await reader.press("right_square_bracket")
        assert reader.view.reading.entry.id == "ect"
        assert reader.view.pane == "detail"


async def test_a_section_opens_at_its_start(start: Start) -> None:
    async with start(section="long") as reader:
        await reader.press("enter", "end", "right_square_bracket", "left_square_bracket")
        assert reader.view.text.top == 0


async def test_tab_goes_to_the_text_and_back_and_keeps_the_place_in_it(start: Start) -> None:
    async with start(section="long") as reader:
        await reader.press("tab", "pagedown")
        top = reader.view.text.top
        await reader.press("tab")
        assert reader.view.pane == "outline"
        await reader.press("shift+tab")
        assert (reader.view.pane, reader.view.text.top) == ("detail", top)


async def test_the_mark_and_the_cursor_are_where_the_focus_is(start: Start) -> None:
    async with start(section="long") as reader:
        await reader.press("enter")
        assert "│>A long section" in reader.rows[2]
        assert not any(row.startswith(">") for row in reader.rows)
        assert reader.cursor == (reader.view.panes.text_x + 2, 2)
        assert sum(row.count(">") for row in reader.rows[1:]) == 1


async def test_the_first_place_of_each_term_is_marked(start: Start) -> None:
    async with start(section="ect") as reader:
        text = reader.view.text
        named = [text.lines[line].text[first:last] for line, first, last in text.terms]
        assert named == ["Memory"]
        line = text.terms[0][0]
        assert any((run, style) == ("Memory", "term") for run, style in text.rows()[line - text.top])


async def test_words_with_capitals_and_parts_of_words_are_told_apart() -> None:
    from trd_tui.layout import Line
    from trd_tui.tui.rows.marks import first_of_each, matches

    lines = [Line("Sleep", "title"), Line("Asleep, then sleep and SLEEP.")]
    assert matches(lines, ["sleep"]) == [(0, 0, 5), (1, 13, 18), (1, 23, 28)]
    assert first_of_each(lines, [("sleep",)], ["text"]) == [(1, 13, 18)]
    assert matches(lines, ["", " "]) == []


@pytest.mark.parametrize("pattern", ["[/", ".*", "\\", "(", "["])
async def test_marked_words_are_never_read_as_patterns(pattern: str) -> None:
    from trd_tui.layout import Line
    from trd_tui.tui.rows.marks import matches

    assert matches([Line(f"a {pattern} b")], [pattern]) == [(0, 2, 2 + len(pattern))]


async def test_sections_are_laid_out_once_for_a_width(start: Start) -> None:
    async with start(section="ect") as reader:
        sections, entry = reader.view.sections, reader.view.reading.entry
        assert sections.laid(entry, 40, spoken=False) is sections.laid(entry, 40, spoken=False)
        assert sections.laid(entry, 40, spoken=False) is not sections.laid(entry, 30, spoken=False)
        for width in range(20, 60):
            sections.laid(entry, width, spoken=False)
        assert len(sections._kept) <= 16
