"""Tab goes from top to bottom in the order of plain mode; the last row shows nothing that the Keys page has not."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from tests.cases import some
from tests.plain.conversation import at_question, at_results
from tests.tui.driving import Start, Started
from tests.tui.scenes import HINTS, REASONS, SCENES
from trd_tui.commands import COMMANDS, DIGITS, Command, key_label, relettered, without_shortcuts
from trd_tui.glyphs import ASCII, UNICODE
from trd_tui.library.store import Library
from trd_tui.pages import Keyed, key_groups
from trd_tui.tui.rows.foot import SHORTER, foot_row, helps, steady_row
from trd_tui.tui.rows.row import text_of, width_of
from trd_tui.tui.screens.guide.face import GuideFace
from trd_tui.tui.screens.keys import KeysFace
from trd_tui.words import Words

COLUMNS = ("question", "question, several", "answers", "parts", "again", "findings", "sheet", "countries", "keys")


def column_face(reader: Started) -> GuideFace | KeysFace:
    face = reader.app.frame.face
    assert isinstance(face, GuideFace | KeysFace)
    return face


async def tabbed(reader: Started, key: str) -> list[str]:
    """What has the focus, from one end and round by Tab, until it comes round."""
    column = column_face(reader).column
    column.go(column.ids[0])
    found: list[str] = []
    while column.take() not in found:
        found.append(column.take())
        await reader.press(key)
    assert column.take() == found[0]
    return found


@pytest.mark.parametrize("scene", some(COLUMNS, COLUMNS[::6]))
@pytest.mark.parametrize("how", some([{}, {"linear": True}, {"size": (40, 12)}, {"size": (20, 6)}], [{}]), ids=str)
async def test_tab_goes_from_top_to_bottom_and_round(guided: Start, scene: str, how: dict[str, object]) -> None:
    async with guided(**how) as reader:
        await SCENES[scene](reader)
        column = column_face(reader).column
        forth = await tabbed(reader, "tab")
        back = await tabbed(reader, "shift+tab")
        assert forth == column.ids == [back[0], *reversed(back[1:])]
        starts = [next(n for n, owner in enumerate(column._owners) if column.pieces[owner].id == id) for id in forth]
        assert starts == sorted(starts)


async def test_after_tab_the_cursor_is_on_what_has_the_focus(guided: Start) -> None:
    for how in ({}, {"linear": True}, {"size": (40, 12)}):
        async with guided(**how) as reader:
            await SCENES["question, several"](reader)
            face = column_face(reader)
            for _ in face.column.ids:
                await reader.press("tab")
                choice = reader.walk.current.choice(face.column.take())
                shown = " ".join(reader.rows[reader.cursor[1]].split())
                assert choice.text.split()[0] in shown


async def test_tab_from_a_text_goes_to_what_comes_next(guided: Start) -> None:
    async with guided(linear=True) as reader:
        await SCENES["question"](reader)
        column = column_face(reader).column
        column.line = 0
        await reader.press("tab")
        assert column.take() == column.ids[0]
        column.line = 0
        await reader.press("shift+tab")
        assert column.take() == column.ids[-1]


async def test_tab_goes_round_the_list_and_the_text(guided: Start) -> None:
    async with guided() as reader:
        for key in ("tab", "shift+tab"):
            assert reader.view.pane == "outline"
            await reader.press(key)
            assert reader.view.pane == "detail"
            await reader.press(key)


@pytest.mark.parametrize(
    ("typed", "text"),
    [("sleep", "Sleep"), ("suicide", "Get help now"), ("dipression", "Get help now"), ("", "Get help now")],
)
async def test_tab_goes_from_the_field_to_the_text_beside_it_and_back(guided: Start, typed: str, text: str) -> None:
    async with guided() as reader:
        await reader.press("f3")
        await reader.type(typed)
        search = reader.view.search
        for key in ("tab", "shift+tab"):
            await reader.press(key)
            assert (reader.view.pane, reader.view.search) == ("detail", search)
            assert text in reader.text
            await reader.press(key)
            assert reader.view.pane == "search"
            assert search is not None
            assert search.field.text == typed


def shown(reader: Started) -> str:
    """All lines of the column, as one."""
    return " ".join(" ".join(line.text for line in column_face(reader).column.lines).split())


def in_order(texts: Sequence[str], whole: str) -> bool:
    """Whether some texts stand one after the other."""
    place = 0
    for text in texts:
        place = whole.find(text, place)
        if place < 0:
            return False
        place += len(text)
    return True


async def test_choices_have_the_order_of_plain_mode(guided: Start, library: Library) -> None:
    for id in ("A1", "B3", "S2"):
        said = " ".join(at_question(library, id).answer("repeat"))
        async with guided() as reader:
            await reader.ask(id)
            texts = [reader.walk.current.choice(one).text for one in await tabbed(reader, "tab")]
            assert in_order([f"{number} {text}" for number, text in enumerate(texts, 1)], said)


async def test_answers_have_the_order_of_plain_mode(guided: Start, library: Library) -> None:
    said = " ".join(at_question(library, "B1").answer("review"))
    async with guided() as reader:
        await SCENES["answers"](reader)
        ids = await tabbed(reader, "tab")
        assert ids[-1] == "go_on"
        titles = [reader.walk.guide.question(one).title for one in ids[:-1] if one in reader.walk.answers]
        assert in_order([f"{title}:" for title in titles], said)


async def test_findings_and_the_lines_of_the_sheet_have_the_order_of_plain_mode(
    guided: Start, library: Library
) -> None:
    heard = at_results(library, REASONS)
    async with guided() as reader:
        face = await reader.results(REASONS)
        titles = {one.id: one.title for one in face._groups}
        opened = [titles[id] for id in await tabbed(reader, "tab") if id in titles]
        assert len(opened) > 1
        assert in_order(
            [f"{number} {title}" for number, title in enumerate(opened, 1)], " ".join(heard.answer("repeat"))
        )
        await SCENES["sheet"](reader)
        lines = [id for id in await tabbed(reader, "tab") if id not in ("save", "print")]
        texts = [_text_of(reader, id) for id in lines]
        assert in_order(texts, shown(reader))
        assert in_order(texts, " ".join(_sheet(library)))


def _sheet(library: Library) -> list[str]:
    return at_results(library, REASONS).answer("v")


def _text_of(reader: Started, id: str) -> str:
    from trd_tui import guide_pages

    walk = reader.walk
    groups = (*guide_pages.shown_groups(walk), guide_pages.bring_group(walk, reader.view.words))
    texts = {group.id: group.title for group in groups}
    texts |= {entry.key: entry.text for group in groups for entry in group.entries}
    return texts[id]


# The last row.


def labelled(groups: Sequence[tuple[str, Sequence[Keyed]]]) -> str:
    """The keys that a Keys page names, each between blanks."""
    names = [one.item.name for _, listed in groups for one in listed]
    return f" {' or '.join(names)} ".replace("1 to 9, or 0 for the tenth", " or ".join(DIGITS))


def test_every_key_that_the_last_row_can_show_is_on_the_keys_page(words: Words) -> None:
    page = labelled(key_groups(COMMANDS, words))
    keys = {one.id: one.keys for one in COMMANDS} | {"space": ("space",)}
    for hint in HINTS:
        assert f" {key_label(keys[hint.command][hint.key])} " in page, hint.word


@pytest.mark.parametrize("scene", some(SCENES, list(SCENES)[::5]))
async def test_what_works_and_what_the_last_row_shows_is_on_the_keys_page(guided: Start, scene: str) -> None:
    draw = random.Random(scene)
    async with guided() as reader:
        await SCENES[scene](reader)
        app, face = reader.app, reader.app.frame.face
        does = {**app._everywhere, **face.actions}
        commands = relettered(app.commands, face.letters)
        told = labelled(key_groups(commands, reader.view.words, guide=app.reading.in_guide, here=does))
        for key, id in app.frame._keymap.items():
            assert id not in does or f" {key_label(key)} " in told
        longer = {short: long for long, short in SHORTER.items()}
        for _ in range(60):
            face.place(draw.randrange(1, 141), draw.randrange(1, 51))
            for text, style in face.rows()[-1]:
                label = longer.get(text.strip(), text.strip())
                assert style != "key" or f" {label} " in told


@pytest.mark.parametrize("country", ["", "GB", "XX"])
@pytest.mark.parametrize("commands", [COMMANDS, without_shortcuts(COMMANDS)], ids=["all", "without shortcuts"])
def test_help_now_never_goes_and_no_number_is_cut(
    words: Words, library: Library, country: str, commands: tuple[Command, ...]
) -> None:
    told = helps(library.help, country, words)
    whole = [f"F2 {one}" for one in (*told, words("footer.help_shortest", number="").strip())]
    for width in range(len(whole[-1]), 141):
        for glyphs in (UNICODE, ASCII):
            for row in (
                foot_row(HINTS, commands, told, width, words, glyphs, "match 2 of 5"),
                steady_row(commands, told, width, words, glyphs),
            ):
                assert width_of(row) == width
                said = next(one for one in whole if text_of(row).rstrip().endswith(glyphs.text(one)))
                assert said != whole[-1] or min(map(len, whole[:-1])) > width or said in whole[:-1]


@pytest.mark.parametrize("scene", some(SCENES, list(SCENES)[::5]))
async def test_the_last_row_of_every_screen_keeps_help_now(guided: Start, scene: str) -> None:
    async with guided() as reader:
        await SCENES[scene](reader)
        face, told = reader.app.frame.face, reader.view.helps
        shortest = min(len(f"F2 {one}") for one in told)
        for width in range(shortest, 141, 7):
            for height in (1, 2, 3, 6, 13, 14, 50):
                face.place(width, height)
                row = text_of(face.rows()[-1]).rstrip()
                assert any(row.endswith(f"F2 {one}") for one in told), (width, height)
