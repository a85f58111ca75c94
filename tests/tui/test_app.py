from __future__ import annotations

import pytest

from tests.tui.driving import Start, Started
from trd_tui.commands import COMMANDS, Command
from trd_tui.model import NOTE
from trd_tui.pages import named_keys
from trd_tui.tui.app import ReaderApp
from trd_tui.tui.screens.page import PageFace

PAGES = {
    "help_now": ("f2", "h"),
    "keys": ("f1", "question_mark"),
    "sources": ("f5", "s"),
    "terms": ("t",),
    "where": ("w",),
}


async def test_f6_asks_for_plain_mode_and_ctrl_q_leaves(start: Start) -> None:
    for key, answer in (("f6", "switch"), ("ctrl+q", "quit")):
        async with start() as reader:
            await reader.press(key)
        assert reader.app.return_value == answer


async def test_ctrl_c_does_not_end_the_reader(start: Start) -> None:
    async with start() as reader:
        await reader.press("ctrl+c", "down")
        assert reader.view.tree.focused.id == "causes"


@pytest.mark.parametrize("page", list(PAGES))
async def test_each_page_opens_with_each_of_its_keys_and_escape_leads_back(start: Start, page: str) -> None:
    for key in PAGES[page]:
        async with start(section="long") as reader:
            await reader.press("enter", "pagedown")
            before = reader.text
            await reader.press(key)
            assert reader.page == page
            await reader.press("end", "escape")
            assert reader.page == ""
            assert reader.text == before


async def test_pages_never_stand_twice_on_the_stack(start: Start) -> None:
    async with start() as reader:
        await reader.press("f2", "f2", "f1", "f5", "f2", "f1", "f1", "t", "f2")
        assert reader.page == "help_now"
        pages = [face.page.id for face in reader.app.frame.faces if isinstance(face, PageFace)]
        assert len(pages) == len(set(pages))
        for _ in range(6):
            await reader.press("escape")
        assert reader.page == ""


async def test_help_now_is_on_the_last_row_of_every_screen(start: Start) -> None:
    async with start() as reader:
        for keys in ((), ("enter",), ("escape", "slash"), ("f1",), ("f2",), ("f5",)):
            await reader.press(*keys)
            assert reader.rows[-1].rstrip().endswith("F2 Help in a crisis: 988")


async def test_help_now_opens_while_typing_in_the_search_field_and_returns_to_it(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "h", "g", "f2")
        assert reader.page == "help_now"
        await reader.press("escape")
        assert reader.view.search is not None
        assert reader.view.search.field.text == "hg"


@pytest.mark.parametrize(("country", "told"), [("us", "Help in a crisis: 988"), ("gb", "Help in a crisis: 116 123")])
async def test_the_last_row_names_no_number_of_another_country(start: Start, country: str, told: str) -> None:
    async with start(country=country) as reader:
        for keys in ((), ("enter",), ("f2",), ("f1",), ("escape", "escape", "slash")):
            await reader.press(*keys)
            assert reader.rows[-1].rstrip().endswith(told)
        await reader.resize(20, 6)
        assert reader.rows[-1].rstrip().endswith("F1 Keys F2 Help 988" if country == "us" else "F1 Keys  F2 116 123")


async def test_help_now_begins_with_the_country_that_was_set(start: Start) -> None:
    async with start(country="GB") as reader:
        await reader.press("f2")
        assert "Samaritans" in "".join(reader.rows[:8])


async def test_the_keys_page_names_every_key_of_the_registry(start: Start) -> None:
    async with start(size=(80, 150)) as reader:
        await reader.press("f1")
        page = " ".join(reader.text.split())
        for command in COMMANDS:
            if command.keys:
                words = reader.view.words
                assert f"{named_keys(command, words)}: {words(f'command.{command.id}')}" in page


async def test_other_keys_from_the_registry_are_bound_and_shown(start: Start) -> None:
    changed = tuple(Command("help_now", ("f12",)) if one.id == "help_now" else one for one in COMMANDS)
    async with start(commands=changed) as reader:
        assert "F12 Help" in reader.rows[-1]
        await reader.press("f2")
        assert reader.page == ""
        await reader.press("f12")
        assert reader.page == "help_now"


async def test_escape_leads_out_of_the_field_even_where_back_has_another_key(start: Start) -> None:
    changed = tuple(Command("leave", ("x",)) if one.id == "leave" else one for one in COMMANDS)
    async with start(commands=changed) as reader:
        await reader.press("slash", "x", "escape")
        assert reader.view.search is None


async def test_sources_are_those_of_what_is_on_the_screen(start: Start) -> None:
    async with start(section="ect") as reader:
        await reader.press("s")
        assert "Sources: Electroconvulsive therapy (ECT)" in reader.text
        assert "First A. A study of many people." in reader.text
        await reader.press("escape", "f2", "s")
        assert "Sources: Get help now" in reader.text


async def test_sources_of_a_page_are_not_those_of_the_section_below(start: Start) -> None:
    async with start(section="ect") as reader:
        await reader.press("s", "f2", "s")
        assert "Sources: Get help now" in reader.text
        await reader.press("s", "escape")
        assert reader.page == "help_now"
        await reader.press("escape")
        assert "Sources: Electroconvulsive therapy (ECT)" in reader.text


async def test_a_held_enter_does_not_close_the_help_that_it_opened(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("suicide")
        await reader.press("enter", "enter", "right", "enter")
        assert reader.page == "help_now"
        await reader.press("left")
        assert reader.page == ""


@pytest.mark.parametrize("key", ["slash", "f3"])
async def test_a_search_starts_from_a_page_and_leads_back_to_the_reader(start: Start, key: str) -> None:
    async with start(section="long") as reader:
        await reader.press("enter", "pagedown")
        before = reader.text
        await reader.press("t", "f2")
        assert "/ Search" in reader.rows[-1]
        await reader.press(key)
        await reader.type("memory")
        assert "Search: memory" in reader.rows[0]
        await reader.press("escape")
        assert reader.text == before


async def test_words_of_the_section_come_first(start: Start) -> None:
    async with start(section="ect") as reader:
        await reader.press("t")
        text = reader.text
        assert text.index("electroconvulsive therapy (ECT)") < text.index("sleep: Rest at night")


async def test_where_says_number_and_way(start: Start) -> None:
    async with start(section="ect-day") as reader:
        await reader.press("w")
        assert "Section 3.1.1" in reader.text
        way = [row.strip() for row in reader.rows if row.strip()][4:-2]
        assert way == ["Treatment", "Electroconvulsive therapy (ECT)", "The day of treatment"]


async def test_one_key_is_one_frame(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[int] = []
    async with start(section="long") as reader:
        await reader.pilot.pause(0.1)
        monkeypatch.setattr(ReaderApp, "post_display_hook", lambda _: frames.append(1))
        for key in ("enter", "pagedown", "end", "f2", "escape", "escape", "up", "slash", "e", "escape"):
            frames.clear()
            await reader.press(key)
            await reader.pilot.pause(0.05)
            assert len(frames) == 1, key


async def test_nothing_is_drawn_while_nothing_happens(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[int] = []
    async with start() as reader:
        await reader.pilot.pause(0.1)
        monkeypatch.setattr(ReaderApp, "post_display_hook", lambda _: frames.append(1))
        await reader.pilot.pause(0.3)
        assert not frames


async def test_ascii_terminals_get_only_ascii(start: Start) -> None:
    async with start(section="ect", ascii=True) as reader:
        for keys in ((), ("enter",), ("f2",), ("f1",), ("escape", "slash", "e", "c", "t")):
            await reader.press(*keys)
            assert reader.text.isascii()
        await reader.type("ü…≥")
        assert reader.text.isascii()


async def test_other_keys_and_pastes_are_harmless_outside_the_field(start: Start) -> None:
    async with start() as reader:
        before = reader.text
        await reader.press("z", "x", "f12", "ctrl+v", "delete", "insert")
        await reader.paste("h\x1b[31m[/")
        assert reader.text == before


async def test_a_crash_says_one_calm_line(start: Start) -> None:
    reader = start()
    with pytest.raises(ZeroDivisionError):
        await _crash(reader)
    assert reader.app.crash_line == reader.view.words("tui.crashed")
    assert reader.app.return_code == 1


async def _crash(reader: Started) -> None:
    async with reader:
        face = reader.app.reader
        face.actions = {**face.actions, "move_down": lambda: 1 // 0}
        await reader.press("down")


def test_notes_and_paragraphs_may_hold_terms() -> None:
    from trd_tui.tui.rows.sections import TERM_STYLES

    assert NOTE in TERM_STYLES
