"""Large letters: the whole guide is answered at 20x6 by keys alone, and Help now is one key away from every screen."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.access.screens import MANY
from tests.access.walking import assert_in_order, assert_one_column, body, read_down, squeezed
from tests.cases import some
from tests.tui.driving import Started
from tests.tui.scenes import SCENES
from trd_tui import guide_pages
from trd_tui.library.store import Library
from trd_tui.model import Item
from trd_tui.tui.rows.row import text_of
from trd_tui.tui.screens.guide.menu import MenuFace
from trd_tui.tui.screens.guide.note import NoteFace
from trd_tui.tui.screens.guide.question import QuestionFace
from trd_tui.tui.screens.guide.results import ResultsFace
from trd_tui.tui.screens.guide.sheet import SheetFace
from trd_tui.tui.screens.page import PageFace

SIZES = [(20, 6), (40, 12)]
MODES = [None, True, False]
FEWEST = 6
"""Cells of the shortest way to say where help is: "F2 988"."""


def _text(item: Item) -> str:
    return item.text


async def _handled(_delay: float | None = None) -> None:
    """Rows and cursor are right once a key was handled; a pilot would wait until Textual rests, 20 ms a key."""
    await asyncio.sleep(0)


async def _to(reader: Started, text: str) -> None:
    """Go down until the cursor is on a row that begins with a text."""
    await reader.press("home")
    for _ in range(300):
        face = reader.app.frame.face
        if text_of(face.rows()[face.cursor()[1]]).strip("> ").startswith(text):
            return
        await reader.press("down")
    raise AssertionError((text, reader.rows))


async def _answer(reader: Started, face: QuestionFace, chosen: Sequence[str]) -> list[str]:
    """Read a question and give an answer, by arrows, Space and Enter; k where there is none."""
    await reader.press("home")
    read = read_down(face)
    told = [one.text for one in face.question.choices]
    assert_in_order([*guide_pages.asked(face.walk, face.way.phrases), *told], read)
    for number, one in enumerate(face.question.choices, 1):
        if one.id in chosen:
            await _to(reader, f"{number} ")
            await reader.press("space")
    await reader.press("enter" if chosen else "k")
    return read


async def _go_through(reader: Started) -> list[str]:
    """Every screen of the questions until the results, read and left by keys; the ids of the questions."""
    asked: list[str] = []
    while not isinstance(face := reader.app.frame.face, ResultsFace):
        await _help_and_back(reader)
        if isinstance(face, QuestionFace):
            asked.append(face.question.id)
            known = {one.id for one in face.question.choices}
            assert_one_column(await _answer(reader, face, [id for id in MANY.get(asked[-1], ()) if id in known]))
        elif isinstance(face, NoteFace):
            assert_in_order(
                [_text(item) for block in face.page_shown().blocks for item in block.items], read_down(face)
            )
            await reader.press("space")
        else:
            assert isinstance(face, PageFace)
            await reader.press("escape")
    return asked


async def _help_and_back(reader: Started) -> None:
    """Help now is one key away, its number in sight, and Escape leads back to what was shown."""
    number = reader.view.library.help.countries[0].short.footer
    assert number in text_of(reader.app.frame.face.rows()[-1])
    before = reader.app.frame.face, body(reader.app.frame.face)
    if reader.page != "help_now":
        await reader.press("f2")
        assert reader.page == "help_now"
        assert number in squeezed(body(reader.app.frame.face)) or reader.view.stepwise
        await reader.press("escape")
        assert (reader.app.frame.face, body(reader.app.frame.face)) == before


async def _save(reader: Started, file: Path) -> None:
    await reader.press("v")
    sheet = reader.app.frame.face
    assert isinstance(sheet, SheetFace)
    await reader.press("home")
    read = read_down(sheet)
    groups = [*guide_pages.shown_groups(reader.walk), guide_pages.bring_group(reader.walk, reader.view.words)]
    assert_in_order([text for group in groups for text in (group.title, *(one.text for one in group.entries))], read)
    assert_one_column([row for row in read if "http" not in row])
    await _to(reader, "1 ")
    await reader.press("enter")
    await reader.type(str(file))
    await reader.press("enter")
    assert "Saved:" in " ".join(body(reader.app.frame.face))


async def _sheet_by_keys(library: Library, size: tuple[int, int], linear: bool | None, file: Path) -> list[str]:
    async with Started(library, size, linear=linear) as reader:
        reader.pilot.pause = _handled  # type: ignore[method-assign, assignment]
        await reader.press("g")
        welcome = reader.app.frame.face
        assert isinstance(welcome, MenuFace)
        assert_in_order([*welcome.texts(), *(text for _, text in welcome.options)], read_down(welcome))
        await _to(reader, "1 ")
        await reader.press("enter")
        asked = await _go_through(reader)
        results = reader.app.frame.face
        assert isinstance(results, ResultsFace)
        for _ in range(20):
            if results.column.take() != "more":
                await reader.press("tab")
        await reader.press("enter", "home")
        told = [text for block in results.page_shown().blocks for text in (block.heading, *map(_text, block.items))]
        assert_in_order(told, read_down(results))
        await _help_and_back(reader)
        await _save(reader, file)
        return asked


@pytest.fixture
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that does not end while the test runs."""
    monkeypatch.setattr(guide_pages, "today", lambda: "2031-02-03")


@pytest.mark.parametrize("linear", some(MODES, [None]))
async def test_the_whole_guide_is_answered_and_saved_at_20x6_by_keys_alone(
    library: Library, tmp_path: Path, linear: bool | None, same_day: None
) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    asked = await _sheet_by_keys(library, (20, 6), linear, small)
    assert asked == await _sheet_by_keys(library, (80, 24), linear, large)
    assert len(asked) > 20
    assert small.read_bytes() == large.read_bytes()
    assert "2031-02-03" in small.read_text()


@pytest.mark.parametrize("linear", some(MODES, [None]))
@pytest.mark.parametrize("size", some(SIZES, [(20, 6)]))
async def test_every_choice_of_every_question_is_gone_to_and_chosen_by_arrows_and_space(
    library: Library, size: tuple[int, int], linear: bool | None
) -> None:
    async with Started(library, size, linear=linear) as reader:
        way, nothing = reader.app.way, tuple[str, ...]()
        for question in way.walk.guide.questions:
            way.walk.current, way.walk.draft = question, nothing
            face = QuestionFace(way)
            face.place(*size)
            chosen: list[str] = []
            for _ in range(200):
                if linear is not False or face.column.is_seen:
                    way.walk.draft = nothing
                    face.typed("space", " ")
                    chosen += [id for id in way.walk.draft if id not in chosen]
                face.actions["move_down"]()
            assert chosen == [one.id for one in question.choices]


@pytest.mark.parametrize("linear", some(MODES, [None]))
@pytest.mark.parametrize("size", some(SIZES, [(20, 6)]))
@pytest.mark.parametrize("scene", some([one for one in SCENES if one != "pages on pages"], list(SCENES)[::6]))
async def test_help_now_is_one_key_away_from_every_screen(
    library: Library, scene: str, size: tuple[int, int], linear: bool | None
) -> None:
    async with Started(library, size, linear=linear) as reader:
        reader.pilot.pause = _handled  # type: ignore[method-assign, assignment]
        await SCENES[scene](reader)
        await _help_and_back(reader)
        face = reader.app.frame.face
        for width in range(FEWEST, 141):
            for height in (1, 2, 3, size[1]):
                face.place(width, height)
                assert "988" in text_of(face.rows()[-1]), (width, height)


async def test_what_has_nothing_to_choose_is_said_in_words_that_have_room(library: Library) -> None:
    async with Started(library, (20, 6)) as reader:
        told = []
        for keys in ("g enter", "1 enter enter", "e home enter", "v tab tab tab enter", "escape f1 enter"):
            await reader.press(*keys.split())
            told.append(reader.rows[0].strip())
        assert told == [
            "Tab: to an answer", "Choose, or k: skip", "Go to a line first", "Space: on or off", "Go to another line",
        ]  # fmt: skip
