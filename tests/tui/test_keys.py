"""Keys: without letters, with other keys, in fields, from the Keys page; WCAG 2.2, 2.1.1 and 2.1.4."""

from __future__ import annotations

from functools import partial

import pytest

from tests.cases import some
from tests.tui.driving import Start, Started
from tests.tui.scenes import FIELDS, HINTS, SCENES, doing, is_typing, state
from trd_tui import saving
from trd_tui.commands import COMMANDS, NUMBERS, SHOWN, Command, is_shortcut, remapped, without_shortcuts
from trd_tui.glyphs import UNICODE
from trd_tui.library.store import Library
from trd_tui.pages import key_groups
from trd_tui.tui import compat
from trd_tui.tui.app import EXIT
from trd_tui.tui.rows.foot import foot_row, helps
from trd_tui.tui.rows.row import text_of
from trd_tui.tui.screens.guide.face import GuideFace
from trd_tui.tui.screens.keys import KeysFace
from trd_tui.words import Words

NO_SHORTCUTS = without_shortcuts(COMMANDS)
PRINTABLE = "".join(chr(code) for code in range(0x21, 0x7F)) + "äß§"
COMMAND_LETTERS = "".join(SHOWN.get(key, key) for one in COMMANDS for key in one.keys if is_shortcut(key))


@pytest.fixture(autouse=True)
def nothing_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that random keys type are not written to."""
    monkeypatch.setattr(saving, "save", lambda _text, name, *, replace: name)


def keys_page(reader: Started) -> KeysFace:
    """The Keys page on the screen."""
    page = reader.app.frame.face
    assert isinstance(page, KeysFace)
    return page


# Without shortcuts.


@pytest.mark.parametrize("scene", some([name for name in SCENES if name not in FIELDS], list(SCENES)[::3]))
async def test_without_shortcuts_no_character_does_anything(guided: Start, scene: str) -> None:
    async with guided(commands=NO_SHORTCUTS) as reader:
        await SCENES[scene](reader)
        assert not is_typing(reader)
        before = reader.text, state(reader)
        await reader.type(PRINTABLE)
        assert (reader.text, state(reader)) == before


async def test_without_shortcuts_the_other_keys_stay(guided: Start) -> None:
    async with guided(commands=NO_SHORTCUTS) as reader:
        await SCENES[QUESTION](reader)
        await reader.press("down", "space", "enter")
        assert reader.walk.answers["B3"]
        await reader.press("f2", "ctrl+l", "escape", "f9")
    assert reader.app.return_value == EXIT


@pytest.mark.parametrize("scene", some([name for name in SCENES if name not in FIELDS], list(SCENES)[::3]))
@pytest.mark.parametrize("linear", some([None, True], [None]))
async def test_without_shortcuts_no_text_tells_to_press_one(guided: Start, scene: str, linear: bool | None) -> None:
    told = {f"press {one}" for one in COMMAND_LETTERS if not one.isdigit()}
    async with guided(commands=NO_SHORTCUTS, size=(100, 100), linear=linear) as reader:
        await SCENES[scene](reader)
        for keys in ((), ("end",), ("enter",)):
            if scene not in ("keys", "pages on pages", "keys over a question"):
                await reader.press(*keys)
            shown = " ".join(reader.text.split()) + " "
            assert [one for one in told if f"{one} " in shown.lower().replace(".", " ")] == []
            assert "or its number" not in shown


async def test_the_urgent_page_names_keys_that_work(guided: Start) -> None:
    for commands, leave in ((COMMANDS, "l"), (NO_SHORTCUTS, "Escape")):
        async with guided(commands=commands) as reader:
            await SCENES["urgent"](reader)
            assert f"{leave}: {reader.view.words('command.guide_leave')}" in " ".join(reader.text.split())
            await reader.press("f1")
            assert ("guide_leave" in keys_page(reader).column.ids) is True
            named = [one.item.name for _, listed in keys_page(reader)._groups for one in listed]
            assert ("l" in named, "b or Backspace" in named or "Backspace or b" in named) == (leave == "l",) * 2
            assert "F7 or l" not in named


# Fields and pastes.


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("linear", some([None, True], [None]))
async def test_in_a_field_every_key_that_types_is_typed(guided: Start, field: str, linear: bool | None) -> None:
    async with guided(linear=linear) as reader:
        await FIELDS[field](reader)
        held = state(reader)[1]
        for letter in COMMAND_LETTERS + " ":
            before = _typed(reader)
            await reader.type(letter)
            assert (_typed(reader), state(reader)[1]) == (before + letter, held)
            assert is_typing(reader)


def _typed(reader: Started) -> str:
    face = reader.app.frame.face
    if isinstance(face, GuideFace):
        return str(face.field.text)  # type: ignore[attr-defined]
    assert reader.view.search is not None
    return reader.view.search.field.text


@pytest.mark.parametrize("scene", some(SCENES, list(SCENES)[::2]))
async def test_a_paste_never_does_what_its_letters_would(guided: Start, scene: str) -> None:
    async with guided() as reader:
        await SCENES[scene](reader)
        before, text = state(reader), reader.text
        await reader.paste("g")
        await reader.paste(f"{COMMAND_LETTERS}\n\t \x1b[A\r")
        if scene in FIELDS:
            assert (state(reader)[1], reader.app.return_value) == (before[1], None)
            assert _typed(reader).endswith(COMMAND_LETTERS + "   [A ") or COMMAND_LETTERS in _typed(reader)
        else:
            assert (state(reader), reader.text) == (before, text)


@pytest.mark.parametrize("field", FIELDS)
async def test_in_a_field_the_last_row_names_keys_that_work_there(guided: Start, field: str) -> None:
    commands = remapped({"help_now": ["h", "f2"], "leave": ["x", "escape"], "keys": ["question_mark", "f1"]})
    async with guided(commands=commands) as reader:
        await FIELDS[field](reader)
        row = reader.rows[-1]
        assert ("F2 Help" in row, "Esc Back" in row, " h " in row, " x " in row) == (True, True, False, False)


# Other keys.

TEXT, QUESTION = "text", "question, several, open"
PLACES = {
    "move_up": "list, open",
    "move_down": "list",
    "enter": "list",
    "previous_section": "list, open",
    "next_match": "match",
    "previous_match": "match",
    **{one.id: QUESTION for one in COMMANDS if one.guide},
}
"""Where a command is tried, if not in a text."""


async def after(guided: Start, commands: tuple[Command, ...], id: str, key: str, drawn: list[int]) -> object:
    """What is seen after a key was pressed where its command does something."""
    reader = guided(commands=commands)
    async with reader:
        await SCENES[PLACES.get(id, TEXT)](reader)
        before, count = state(reader), len(drawn)
        await reader.press(key)
        now = state(reader)
    return (*now, reader.app.return_value, len(drawn) - count) if now != before or len(drawn) > count else None


@pytest.mark.parametrize("command", some([one for one in COMMANDS if one.keys], COMMANDS[::4]), ids=lambda one: one.id)
async def test_every_command_can_have_another_key(
    guided: Start, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(compat.RememberedParking, "redraw", lambda _: drawn.append(1))
    own = await after(guided, COMMANDS, command.id, command.keys[0], drawn)
    assert own is not None
    changed = remapped({command.id: ["f19"]})
    assert await after(guided, changed, command.id, "f19", drawn) == own
    for key in command.keys:
        if key != "escape":
            assert await after(guided, changed, command.id, key, drawn) is None, key


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.keys], ids=lambda one: one.id)
def test_the_keys_page_and_the_last_row_name_the_other_key(words: Words, library: Library, command: Command) -> None:
    commands = remapped({command.id: ["f19"]})
    named = [one.item.name for _, listed in key_groups(commands, words) for one in listed]
    assert ("F19 or Escape" if command.id == "leave" else "F19") in named
    for hint in HINTS:
        row = text_of(foot_row([hint], commands, helps(library.help, "", words), 140, words, UNICODE))
        key = "F19" if hint.command == command.id else ""
        assert row.startswith(f" {key} {words(f'footer.{hint.word}')} ") or not key
        assert row.endswith("F19 Help in a crisis: 988 ") == (command.id == "help_now")


@pytest.mark.parametrize(
    ("changes", "scene", "told"),
    [
        ({"next_section": ["f19"]}, TEXT, "Press F19."),
        ({"next_section": []}, TEXT, "Press F1 (Keys)."),
        ({"next_section": [], "keys": ["f18"]}, TEXT, "Press F18 (Keys)."),
        ({"guide": ["f4"]}, TEXT, "Press F4."),
        ({"guide": []}, TEXT, "Press F1 (Keys)."),
        ({"guide_skip": ["f19"]}, QUESTION, "Press F19 to leave the question out."),
        ({"guide_skip": []}, QUESTION, "Press F1 (Keys) to leave the question out."),
        ({"guide_number": []}, QUESTION, "Choose an answer with Space. Press k"),
        ({"country": ["f19"]}, "urgent", "F19: Help lines"),
        ({"country": []}, "urgent", "F1 (Keys): Help lines"),
        ({"quick_exit": []}, "note", "press F1 (Keys)"),
        ({"help_now": ["f19"]}, "urgent", "F19 Help"),
        ({"move_down": ["f18"]}, "keys", "with Up and F18, then press Enter"),
    ],
    ids=str,
)
async def test_hints_in_texts_follow(guided: Start, changes: dict[str, list[str]], scene: str, told: str) -> None:
    async with guided(section="pseudo-too-soon", commands=remapped(changes), size=(120, 60)) as reader:
        await SCENES[scene](reader)
        if scene == QUESTION:
            await reader.press("enter")
        shown = " ".join(reader.text.split())
        assert told in shown


# From the Keys page.


ELSEWHERE: list[dict[str, object]] = [{"linear": True}, {"size": (20, 6)}]


@pytest.mark.parametrize(
    ("scene", "how"),
    [
        *((scene, {}) for scene in ("match", "question")),
        *(
            pytest.param(scene, how, marks=pytest.mark.every)
            for scene, how in (
                *((scene, {}) for scene in SCENES if scene not in ("match", "question")),
                *((scene, how) for scene in ("match", "question") for how in ELSEWHERE),
            )
        ),
    ],
    ids=str,
)
async def test_down_and_enter_do_every_command_from_the_keys_page(
    guided: Start, scene: str, how: dict[str, object]
) -> None:
    async with guided(**how) as reader:
        await SCENES[scene](reader)
        under = reader.app.frame.face
        can = {**reader.app._everywhere, **under.actions}
        if isinstance(under, KeysFace):
            return
        await reader.press("f1")
        ids = keys_page(reader).column.ids
        assert set(ids) == set(can) - {"keys", NUMBERS}
        assert await _led_to(reader) == ids
        done: list[str] = []
        for id in ids:
            page = keys_page(reader)
            page._does = {one: partial(done.append, one) for one in can}
            page.column.go(id)
            await reader.press("enter")
            assert (done.pop(), done, reader.app.frame.face) == (id, [], under)
            await reader.press("f1")


async def _led_to(reader: Started) -> list[str]:
    """What Down leads to, from the first line to the last."""
    column, found = keys_page(reader).column, dict[str, None]()
    before = None
    while column.state != before:
        before = column.state
        if column.linear or column.is_seen:
            found |= {column.take(): None}
        await reader.press("down")
    return [*filter(None, found)]


@pytest.mark.parametrize("id", ["terms", "where", "next_section", "previous_section", "next_match", "country"])
async def test_a_letter_is_never_needed_in_the_article(guided: Start, id: str) -> None:
    outcomes = []
    for commands, by_letter in ((COMMANDS, True), (NO_SHORTCUTS, False)):
        async with guided(commands=commands, section="ect") as reader:
            await SCENES["match"](reader)
            before = state(reader)
            if by_letter:
                await reader.press(next(one.keys[-1] for one in COMMANDS if one.id == id))
            else:
                await doing(id)(reader)
            assert state(reader) != before
            outcomes.append(state(reader))
    assert outcomes[0] == outcomes[1]


GUIDE_LETTERS = [one.id for one in COMMANDS if one.guide and one.keys and one.id not in (NUMBERS, "guide_back")]


@pytest.mark.parametrize("id", GUIDE_LETTERS)
async def test_a_letter_is_never_needed_in_the_questions(guided: Start, id: str) -> None:
    outcomes = []
    for commands, by_letter in ((COMMANDS, True), (NO_SHORTCUTS, False)):
        async with guided(commands=commands) as reader:
            await SCENES[QUESTION](reader)
            await reader.press("down", "space")
            if by_letter:
                await reader.press(next(one.keys[-1] for one in COMMANDS if one.id == id))
            else:
                await doing(id)(reader)
            assert reader.shows != "KeysFace"
            outcomes.append((reader.text.splitlines()[1:-1], state(reader)))
    assert outcomes[0] == outcomes[1]


async def test_enter_on_a_line_that_cannot_be_done_does_nothing(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("f2", "f1")
        assert "enter" not in keys_page(reader).column.ids
        assert "next_section" not in keys_page(reader).column.ids
        assert "]: Next section" in " ".join(line.text for line in keys_page(reader).column.lines)
    async with guided(linear=True) as reader:
        await reader.press("f1", "enter")
        assert reader.view.words("keys.not_here") in reader.rows[0]
        assert reader.cursor == (0, 0)
        assert isinstance(reader.app.frame.face, KeysFace)


async def test_the_keys_page_looks_like_a_page_and_escape_leads_back(guided: Start) -> None:
    async with guided(section="ect") as reader:
        await reader.press("enter", "pagedown")
        before = reader.text
        for key in ("f1", "question_mark"):
            await reader.press(key)
            assert reader.rows[2].split() == ["Keys"]
            assert "Esc Back" in reader.rows[-1]
            await reader.press(key, "end", "f1", "escape")
            assert reader.text == before


async def test_another_size_keeps_the_place_on_the_keys_page(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("f1", *["down"] * 12)
        id = keys_page(reader).column.take()
        assert id
        for size in ((40, 12), (1, 1), (140, 50), (80, 24)):
            await reader.resize(*size)
        assert keys_page(reader).column.take() == id


async def test_numbers_can_be_other_keys(guided: Start) -> None:
    async with guided(commands=remapped({NUMBERS: ["f13", "f14"], "guide_why": ["1"]})) as reader:
        await SCENES[QUESTION](reader)
        await reader.press("f14", "2")
        assert reader.walk.draft == (reader.walk.current.choices[1].id,)
        await reader.press("1")
        assert reader.page == "why"
