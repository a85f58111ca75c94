from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.driving import Start, Started
from trd_tui.glyphs import ASCII, UNICODE
from trd_tui.layout import cells
from trd_tui.model import Results
from trd_tui.tui.rows.field import LONGEST, Field
from trd_tui.tui.rows.results import Found

HOSTILE = (
    "[/",
    "[red]",
    "\x1b[31m",
    "\x00",
    "\u202eabc",
    '"',
    "'; --",
    "*",
    "NEAR(",
    "a AND",
    "\ud800",
    "]]>",
    "{query}",
)


def _query(reader: Started) -> str:
    assert reader.view.search is not None
    return reader.view.search.field.text


def _focused(reader: Started) -> str:
    assert reader.view.search is not None
    hit = reader.view.search.found.hit
    return hit.entry.id if hit else reader.view.search.found.focused


@pytest.mark.parametrize("key", ["slash", "f3"])
async def test_results_take_the_place_of_the_outline_as_you_type(start: Start, key: str) -> None:
    async with start() as reader:
        await reader.press(key)
        await reader.type("memo")
        assert "Search: memo" in reader.rows[0]
        assert "1 found" in reader.rows[0]
        assert reader.rows[2].startswith("> ECT")
        assert "Memory loss is common" in reader.text
        assert not any("Daily life" in row for row in reader.rows)


async def test_the_cursor_stays_at_the_insertion_point(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", "a", "b")
        assert reader.cursor == (len(" Search: ab"), 0)
        await reader.press("left", "down")
        assert reader.cursor == (len(" Search: a"), 0)
        await reader.press("home", "x", "end", "y", "backspace", "home", "delete")
        assert _query(reader) == "ab"


async def test_letters_are_text_and_never_commands_in_the_field(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("hsgtwnN?[]/ q")
        assert _query(reader) == "hsgtwnN?[]/ q"
        assert reader.page == ""


async def test_up_and_down_move_in_the_results_and_show_them(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("sleep")
        first = _focused(reader)
        await reader.press("down")
        assert _focused(reader) != first
        assert reader.view.shown is not None
        assert reader.view.shown.id == _focused(reader)
        assert reader.view.pane == "search"
        await reader.press("up")
        assert _focused(reader) == first


async def test_enter_opens_a_result_at_its_first_match_and_n_goes_round(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("memory")
        await reader.press("enter")
        text = reader.view.text
        assert (reader.view.pane, reader.view.reading.entry.id) == ("detail", "ect")
        assert "match 1 of 5" in reader.rows[-1]
        await reader.press("n", "n")
        assert text.current == 2
        await reader.press("n", "n", "n")
        assert text.current == 0
        await reader.press("N")
        assert "match 5 of 5" in reader.rows[-1]
        line, start_of_match, _ = text.spans[4]
        assert reader.cursor[1] == 2 + line - text.top
        assert reader.cursor[0] == reader.view.panes.text_x + 2 + start_of_match


async def test_matches_are_marked_without_colour(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("memory")
        await reader.press("enter")
        styles = {style for row in reader.view.text.rows() for run, style in row if run.lower() == "memory"}
        assert styles == {"match", "match_current"}
        look = reader.app.look
        assert look["match_current"].reverse
        assert look["match"].underline


async def test_escape_restores_outline_section_and_place(start: Start) -> None:
    async with start(section="long") as reader:
        await reader.press("enter", "pagedown", "pagedown")
        before = reader.text
        await reader.press("slash")
        await reader.type("memory")
        await reader.press("escape")
        assert reader.text == before
        assert reader.view.search is None
        await reader.press("n")
        assert reader.view.words("tui.no_match") in reader.rows[0]


async def test_escape_from_an_opened_result_leads_to_the_results_and_then_to_the_outline(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("memory")
        await reader.press("enter", "escape")
        assert _query(reader) == "memory"
        await reader.press("escape")
        assert reader.view.tree.focused.id == "ect"
        assert reader.view.pane == "outline"
        await reader.press("n")
        assert "match 2 of 5" in reader.rows[-1]


async def test_a_new_search_begins_with_an_empty_field(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("memory")
        await reader.press("enter", "slash")
        assert _query(reader) == ""
        await reader.press("escape", "slash")
        assert _query(reader) == ""


async def test_the_next_section_ends_the_search(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("memory")
        await reader.press("enter", "right_square_bracket")
        assert reader.view.search is None
        assert reader.view.reading.entry.id == "ect-day"
        assert any("Daily life" in row for row in reader.rows)


async def test_words_of_danger_put_help_now_first(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("suicide")
        assert _focused(reader) == "help"
        assert reader.rows[2].startswith("> Get help now (F2)")
        assert "988" in "".join(reader.rows[3:5])
        assert "United States" in reader.text
        await reader.press("enter")
        assert reader.page == "help_now"
        await reader.press("escape")
        assert _query(reader) == "suicide"


async def test_nothing_found_offers_a_spelling_that_enter_takes(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("memmory")
        assert "Nothing for memmory." in reader.text
        assert "Did you mean memory?" in reader.text
        await reader.press("enter")
        assert _query(reader) == "memory"
        assert _focused(reader) == "ect"


async def test_a_spelling_that_speaks_of_danger_is_taken_first_and_then_offers_help(start: Start) -> None:
    async with start() as reader:
        view = reader.view
        await reader.press("slash", "x")
        assert view.search is not None
        misspelled = Results("x", (), suggestion="suicide")
        view.search.found = Found(misspelled, view.library.help, view.words, view.glyphs, "F2", stepwise=False)
        await reader.press("enter")
        assert (_query(reader), _focused(reader), reader.page) == ("suicide", "help", "")
        await reader.press("enter")
        assert reader.page == "help_now"


@pytest.mark.parametrize("nothing", ["xqzj", ""])
async def test_where_nothing_is_found_the_text_is_what_was_being_read(start: Start, nothing: str) -> None:
    async with start(section="long") as reader:
        await reader.press("enter", "pagedown", "slash")
        place = reader.view.text.top
        await reader.type("memory")
        assert "Memory loss" in reader.text
        await reader.press(*["backspace"] * 6, *nothing)
        assert (reader.view.shown, reader.view.text.top) == (reader.view.reading.entry, place)


async def test_after_a_search_the_matches_of_the_one_before_are_as_they_were(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"memory", "enter", "n", "escape", "escape", "tab")
        before = reader.rows
        assert "match 2 of 5" in before[-1]
        await reader.press("slash", *"sleep", "escape")
        assert reader.rows == before


async def test_only_one_place_has_the_mark_of_the_focus(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"sleep", "down", "enter")
        assert sum(row.count(">") for row in reader.rows) == 1
        assert ">" in reader.rows[reader.cursor[1]]
        await reader.press("escape")
        assert sum(row.startswith(">") for row in reader.rows) == 1


async def test_why_a_result_was_found_is_said_where_the_words_differ(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type("shock treatment")
        assert _focused(reader) == "ect"
        reason = reader.view.search.found.results.hits[0].reason  # type: ignore[union-attr]
        assert reason
        assert reason.split()[0] in reader.text


async def test_an_empty_search_says_what_to_do(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        assert reader.view.words("search.empty") in reader.text
        await reader.press("enter", "up", "down", "pagedown", "backspace", "space")
        assert reader.view.pane == "search"


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_queries_and_pastes_are_harmless(start: Start, query: str) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.type(query)
        await reader.paste(query)
        assert "\x1b" not in reader.text
        assert "\x00" not in reader.text
        assert _query(reader).isprintable() or not _query(reader)
        await reader.press("enter", "escape", "escape")
        assert reader.app.is_running


async def test_a_paste_of_a_megabyte_keeps_its_first_letters(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash")
        await reader.paste("word\n" * 200_000)
        assert _query(reader) == ("word " * 200)[:LONGEST]
        await reader.type("more")
        assert len(_query(reader)) == LONGEST


@given(
    st.lists(st.one_of(st.text(max_size=5), st.sampled_from(["left", "right", "home", "end", "backspace", "delete"])))
)
def test_a_field_holds_only_harmless_text(typed: list[str]) -> None:
    field = Field()
    for one in typed:
        if not field.move(one) and not field.rub_out(one):
            field.insert(one)
        assert field.text.isprintable() or not field.text
        assert 0 <= field.at <= len(field.text) <= LONGEST


@given(st.text(max_size=60), st.integers(1, 40))
def test_the_insertion_point_is_always_in_sight(text: str, width: int) -> None:
    field = Field(text)
    for glyphs in (UNICODE, ASCII):
        shown, at = field.shown(width, glyphs)
        assert 0 <= at < max(width, 2)
        assert cells(shown) >= at


async def test_results_fit_any_width(start: Start) -> None:
    async with start() as reader:
        view = reader.view
        results = view.library.search("shock treatment sleep memory", 20, typing=True)
        for width in range(1, 120):
            found = Found(results, view.library.help, view.words, view.glyphs, "F2", stepwise=False)
            found.place(width, 4, linear=False)
            assert len(found.rows()) <= 4
            assert all(sum(cells(run) for run, _ in row) <= max(width, 8) for row in found.rows())
        nothing = Found(Results("x", ()), view.library.help, view.words, view.glyphs, "F2", stepwise=False)
        nothing.place(20, 1, linear=False)
        assert nothing.hit is None
