"""The sheet: lines taken off and put back, saved under a name, printed on leaving; nothing written unasked."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from tests.tui.driving import TALL, Start, Started
from trd_tui import guide_pages
from trd_tui.layout import cells
from trd_tui.tui.screens.guide.save import SaveFace
from trd_tui.tui.screens.guide.sheet import SheetFace

ANSWERS = {"B1": ["few"], "A1": ["two"], "B2": ["cost"], "B3": ["sex", "sleep", "weight", "flat"], "H1": ["unsafe"]}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where a name without a folder is saved."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def _sheet(reader: Started) -> SheetFace:
    await reader.results(ANSWERS)
    await reader.press("v")
    face = reader.app.frame.face
    assert isinstance(face, SheetFace)
    return face


async def _to(reader: Started, face: SheetFace, id: str) -> None:
    assert face.column.go(id)
    await reader.press("f1", "escape")
    assert face.column.take() == id


async def test_every_line_of_the_sheet_stands_there_and_is_marked(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        face = await _sheet(reader)
        groups = (*guide_pages.shown_groups(reader.walk), guide_pages.bring_group(reader.walk, reader.view.words))
        keys = [id for group in groups for id in (group.id, *(entry.key for entry in group.entries))]
        assert face.column.ids == ["save", "print", *keys]
        page, _ = guide_pages.sheet(reader.walk, reader.view.library, reader.view.words, reader.app.way.phrases, "")
        shown = re.sub(r"\s|\[[x\dG]+\]", "", "".join(reader.lines))
        for item in (item for block in page.blocks[1:] for item in block.items):
            assert "".join(item.text.split()) in shown
        assert reader.text.count("[x]") == len(keys) + 1


async def test_space_takes_a_line_off_and_puts_it_back(guided: Start) -> None:
    async with guided() as reader:
        face = await _sheet(reader)
        (first, *_) = guide_pages.shown_groups(reader.walk)
        line = first.entries[0]
        await _to(reader, face, line.key)
        await reader.press("space")
        row = reader.rows[reader.cursor[1]]
        assert row.startswith(">   [ ] ")
        assert reader.rows[reader.cursor[1] - 1].startswith("  [x] ")
        assert "(taken off)" in row
        assert line.text not in reader.app.way.sheet_text()
        await reader.press("space")
        assert reader.rows[reader.cursor[1]].startswith(">   [x] ")
        assert line.text in reader.app.way.sheet_text()


async def test_a_title_takes_all_of_its_lines_off_and_any_of_them_puts_all_back(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        face = await _sheet(reader)
        group = guide_pages.shown_groups(reader.walk)[0]
        await _to(reader, face, group.id)
        await reader.press("space")
        assert reader.text.count("(taken off)") == 1 + len(group.entries)
        assert group.title not in reader.app.way.sheet_text()
        await reader.press("down", "space")
        assert "(taken off)" not in reader.text


async def test_what_was_chosen_goes_with_the_line_that_it_stands_under(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        face = await _sheet(reader)
        group = next(one for one in guide_pages.shown_groups(reader.walk) if one.id == "R-B2")
        await _to(reader, face, group.entries[0].key)
        await reader.press("space")
        assert reader.text.count("(taken off)") == 5
        assert "weight or hunger" not in reader.app.way.sheet_text()


async def test_enter_on_a_line_changes_nothing_and_says_the_key(guided: Start) -> None:
    async with guided() as reader:
        await _sheet(reader)
        await reader.press("down", "down", "enter")
        assert reader.rows[0].strip() == reader.view.words("tui.guide.strike_how")
        assert reader.walk.struck == frozenset()


async def test_saving_writes_the_sheet_for_its_owner_alone_and_tells_where(guided: Start, folder: Path) -> None:
    async with guided() as reader:
        await _sheet(reader)
        await reader.press("enter")
        assert reader.shows == "SaveFace"
        await reader.type("visit h?g.txt")
        await reader.press("enter")
        file = folder / "visit h?g.txt"
        assert file.read_text(encoding="utf-8") == reader.app.way.sheet_text()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert str(file)[:60] in "".join(reader.lines)
        assert "afe at home" not in file.read_text(encoding="utf-8")
        await reader.press("escape", "escape")
        assert reader.shows == "ResultsFace"


async def test_what_is_taken_off_is_not_in_the_file(guided: Start, folder: Path) -> None:
    async with guided() as reader:
        face = await _sheet(reader)
        group = guide_pages.shown_groups(reader.walk)[0]
        await _to(reader, face, group.id)
        await reader.press("space", "home", "enter")
        await reader.type("a")
        await reader.press("enter")
        assert group.title not in (folder / "a").read_text(encoding="utf-8")


async def test_enter_held_on_save_writes_nothing(guided: Start, folder: Path) -> None:
    async with guided() as reader:
        await _sheet(reader)
        await reader.press(*["enter"] * 30)
        assert os.listdir(folder) == []
        assert reader.view.words("saving.empty")[:40] in reader.text


async def test_a_file_that_is_there_is_left_alone_until_the_person_agrees(guided: Start, folder: Path) -> None:
    there = folder / "a.txt"
    there.write_text("mine", encoding="utf-8")
    async with guided() as reader:
        await _sheet(reader)
        await reader.press("enter")
        await reader.type("a.txt")
        await reader.press("enter")
        assert reader.shows == "AskFace"
        await reader.press("enter")
        assert there.read_text(encoding="utf-8") == "mine"
        assert reader.shows == "SaveFace"
        assert "a.txt" in reader.rows[2]
        await reader.press("enter", "escape", "enter", "2", "enter")
        assert there.read_text(encoding="utf-8") == reader.app.way.sheet_text()


@pytest.mark.parametrize(("name", "key"), [("no/such.txt", "no_folder"), ("..", "folder"), ("x" * 300, "too_long")])
async def test_what_cannot_be_written_is_told_and_the_name_stays(guided: Start, name: str, key: str) -> None:
    async with guided() as reader:
        await _sheet(reader)
        await reader.press("enter")
        await reader.paste(name)
        if key == "too_long":
            await reader.press("home")
            await reader.paste("y" * 300)
        typed = reader.app.frame.face
        assert isinstance(typed, SaveFace)
        before = typed.field.text
        await reader.press("enter")
        shown = " ".join(reader.lines)
        assert reader.view.words(f"saving.{key}_hint")[:30] in shown or len(before) == 200
        assert typed.field.text == before


async def test_hostile_names_are_made_harmless(guided: Start, folder: Path) -> None:
    async with guided() as reader:
        await _sheet(reader)
        await reader.press("enter")
        await reader.paste("\x1b]0;owned\x07 [/red] \u202ex\x00 " + "z" * 100_000)
        assert "\x1b" not in reader.text
        assert "\u202e" not in reader.text
        face = reader.app.frame.face
        assert isinstance(face, SaveFace)
        assert len(face.field.text) == 200


@pytest.mark.parametrize("size", [(1, 1), (20, 6), (40, 12), (80, 24)])
async def test_the_field_and_what_came_of_it_fit_every_size(guided: Start, size: tuple[int, int]) -> None:
    async with guided() as reader:
        await _sheet(reader)
        await reader.press("enter")
        await reader.type("name")
        await reader.resize(*size)
        await reader.press("left", "x")
        face = reader.app.frame.face
        assert isinstance(face, SaveFace)
        assert face.field.text == "namxe"
        assert [cells(row) for row in reader.rows] == [size[0]] * size[1]
        assert reader.cursor[0] < size[0]
        assert reader.cursor[1] < size[1]


async def test_help_now_comes_back_to_the_name_that_was_being_typed(guided: Start) -> None:
    async with guided() as reader:
        await _sheet(reader)
        await reader.press("enter")
        await reader.type("half a na")
        before = reader.text, reader.cursor
        await reader.press("f2")
        assert reader.page == "help_now"
        await reader.press("escape")
        assert (reader.text, reader.cursor) == before


async def test_printing_is_for_those_who_asked_for_it_and_left(guided: Start) -> None:
    for asked, key, printed in ((True, "ctrl+q", True), (False, "ctrl+q", False), (True, "ctrl+x", False)):
        async with guided() as reader:
            await _sheet(reader)
            await reader.press("down", *(["space"] if asked else []))
            assert ("[x] Print" in reader.text) == asked
            text = reader.app.way.sheet_text()
            await reader.press(key)
        assert reader.app.printed == (text if printed else "")


async def test_the_sheet_is_ascii_where_the_terminal_is(guided: Start) -> None:
    async with guided(ascii=True) as reader:
        await _sheet(reader)
        assert reader.text.isascii()
        assert reader.app.way.sheet_text().isascii()
