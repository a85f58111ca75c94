"""The first screen of a kiosk, and the ways from a person to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from textual._styles_cache import StylesCache

from tests.cases import some
from tests.tui.driving import Started
from tests.tui.kiosks import Clock, at_first, begun, kiosk, place
from tests.tui.scenes import REASONS, SCENES, state
from trd_tui.commands import COMMANDS, in_kiosk, remapped, without_shortcuts
from trd_tui.layout import cells
from trd_tui.library.store import Library
from trd_tui.reading import Reading
from trd_tui.tui.app import EXIT, SWITCH
from trd_tui.tui.screens.guide.question import QuestionFace
from trd_tui.tui.screens.guide.sheet import SheetFace
from trd_tui.tui.screens.kiosk.attract import AttractFace
from trd_tui.tui.wire.paint import moves

LARGE, USUAL, ZOOMED, SMALLEST = (120, 40), (80, 24), (40, 12), (20, 6)
HOW: Sequence[dict[str, bool]] = ({}, {"linear": True}, {"ascii": True})
ALLOWED = frozenset({"help_now", "switch", "linear", "redraw", "enter"})
IGNORED = [key for one in in_kiosk(COMMANDS) if one.id not in ALLOWED for key in one.keys if key != "p"]
MOST_OPEN = 15
"""About one of each kind of screen."""
OTHER_KEYS = [
    *IGNORED,
    "a",
    "z",
    "0",
    "f8",
    "f12",
    "ctrl+q",
    "ctrl+c",
    "ctrl+z",
    "ctrl+s",
    "ctrl+d",
    "delete",
    "insert",
]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def said(reader: Started) -> str:
    """All words on the screen, as one line."""
    return " ".join(reader.text.split())


@pytest.mark.parametrize("how", HOW, ids=["usual", "linear", "ASCII"])
@pytest.mark.parametrize("size", some([LARGE, USUAL, ZOOMED], [USUAL]), ids=str)
async def test_the_first_screen_says_how_to_start_how_to_hear_it_and_how_to_get_help(
    library: Library, clock: Clock, size: tuple[int, int], how: dict[str, bool]
) -> None:
    async with at_first(library, size, **how) as reader:
        words = library.words
        assert reader.shows == "AttractFace"
        for key, values in (("title", {}), ("about", {}), ("start", {"press": "Enter"}), ("plain", {"press": "P"})):
            assert words(f"kiosk.{key}", **values) in said(reader)
        assert words("kiosk.help", press="F2", crisis="call or text 988") in said(reader)
        assert all(row.isascii() for row in reader.rows) or "ascii" not in how


@pytest.mark.parametrize("how", HOW, ids=["usual", "linear", "ASCII"])
async def test_on_the_smallest_screen_the_keys_and_the_number_are_left(
    library: Library, clock: Clock, how: dict[str, bool]
) -> None:
    async with at_first(library, SMALLEST, **how) as reader:
        assert said(reader) == "Enter: start P: plain text F2: help 988"


@pytest.mark.parametrize("size", [(10, 3), (1, 1), (0, 0), (3, 40), (200, 1)], ids=str)
async def test_on_a_screen_too_small_for_anything_the_number_comes_first_and_nothing_breaks(
    library: Library, clock: Clock, size: tuple[int, int]
) -> None:
    async with at_first(library) as reader:
        await reader.resize(*size)
        assert said(reader).startswith("988"[: size[0] * size[1]])
        await reader.resize(*USUAL)
        assert "Press Enter to start." in said(reader)
        await reader.press("enter")
        assert reader.shows == "ReaderFace"


@pytest.mark.parametrize(
    "size",
    some([(width, height) for width in (16, 20, 24, 29, 30, 33, 64, 66) for height in (4, 6, 9)], [(20, 6)]),
    ids=str,
)
async def test_nothing_on_the_first_screen_is_cut(library: Library, clock: Clock, size: tuple[int, int]) -> None:
    async with at_first(library, size, kiosk=kiosk(hear="Ask at the desk.")) as reader:
        rows = reader.app.frame.face.rows()
        assert len(rows) == size[1]
        assert all(sum(cells(text) for text, _ in row) <= size[0] for row in rows)
        shown = "".join(said(reader).split()).replace("Press", "")
        for essence in ("Enter", "P", "F2", "988"):
            assert essence in shown


@pytest.mark.parametrize("linear", [None, True], ids=["usual", "linear"])
async def test_it_is_shown_whole_each_time_it_is_come_back_to(
    library: Library, clock: Clock, linear: bool | None
) -> None:
    async with at_first(library, linear=linear) as reader:
        before = reader.text
        await reader.press("f2")
        assert reader.text != before
        await reader.press("escape")
        assert reader.text == before


async def test_the_line_of_the_clinic_comes_before_plain_mode(library: Library, clock: Clock) -> None:
    async with at_first(library, kiosk=kiosk(hear="Ask at the desk for [headphones].")) as reader:
        shown = said(reader)
        assert shown.index("to start.") < shown.index("[headphones].") < shown.index("for plain text")


async def test_the_large_letters_are_blanks_so_that_nothing_spells_them_out(library: Library, clock: Clock) -> None:
    async with at_first(library, LARGE) as reader:
        rows = reader.app.frame.face.rows()
        marked = [row for row in rows if any(style == "focus" for _, style in row)]
        assert len(marked) == 10
        assert all(not text.strip() for row in marked for text, _ in row)
    async with at_first(library, LARGE, linear=True) as reader:
        assert not any(style == "focus" for row in reader.app.frame.face.rows() for _, style in row)


async def test_the_cursor_is_on_the_first_line_that_says_something(library: Library, clock: Clock) -> None:
    async with at_first(library, USUAL) as reader:
        column, row = reader.app.frame.face.cursor()
        assert column == 0
        assert library.words("kiosk.title") in reader.rows[row]


@pytest.mark.parametrize("size", [USUAL, ZOOMED, SMALLEST], ids=str)
async def test_every_other_key_does_nothing(library: Library, clock: Clock, size: tuple[int, int]) -> None:
    async with at_first(library, size) as reader:
        before = state(reader), reader.text, reader.app.frame.face.cursor()
        for key in OTHER_KEYS:
            await reader.press(key)
            assert (state(reader), reader.text, reader.app.frame.face.cursor()) == before, key
        await reader.paste("private words")
        assert (state(reader), reader.text, reader.app.frame.face.cursor()) == before
        assert not clock.timers


async def test_nothing_is_waited_for_while_the_first_screen_stands(library: Library, clock: Clock) -> None:
    async with at_first(library) as reader:
        assert not clock.timers
        await reader.press("f2")
        assert len(clock.timers) == 1
        await reader.press("escape", "down", "x", "ctrl+l")
        assert not clock.timers
        await reader.resize(40, 12)
        assert not clock.timers


@pytest.mark.parametrize("key", ["enter", "right"])
async def test_enter_starts(library: Library, clock: Clock, key: str) -> None:
    async with at_first(library) as reader:
        await reader.press(key)
        assert reader.shows == "ReaderFace"
        assert reader.view.tree.focused.id == library.entry_at(0).id
        assert "What is TRD?" in reader.text


@pytest.mark.parametrize("key", ["f2", "h"])
async def test_help_is_one_key_away_and_leads_back(library: Library, clock: Clock, key: str) -> None:
    async with at_first(library) as reader:
        before = reader.text, reader.app.frame.face.cursor()
        await reader.press(key)
        assert reader.page == "help_now"
        assert "988" in reader.text
        await reader.press("escape")
        assert (reader.shows, reader.text, reader.app.frame.face.cursor()) == ("AttractFace", *before)


@pytest.mark.parametrize("key", ["p", "P", "f6"])
async def test_plain_mode_is_one_key_away(library: Library, clock: Clock, key: str) -> None:
    async with at_first(library) as reader:
        await reader.press(key)
        assert reader.app.return_value == SWITCH
        assert not reader.app.wipes


async def test_who_comes_back_from_plain_mode_goes_on(library: Library, clock: Clock) -> None:
    """FrontEnds shows the first screen to a person once."""
    reading = Reading(library, "ect")
    async with Started(reading, kiosk=kiosk()) as reader:
        assert reader.shows == "AttractFace"
    reader = Started(reading, kiosk=kiosk())
    reader.app.frame.faces = [one for one in reader.app.frame.faces if not isinstance(one, AttractFace)]
    async with reader:
        assert reader.view.tree.focused.id == "ect"
        assert clock.left is not None


async def test_a_section_that_was_asked_for_is_behind_the_first_screen(library: Library, clock: Clock) -> None:
    async with at_first(library, ZOOMED, section="ect") as reader:
        assert reader.shows == "AttractFace"
        await reader.press("enter")
        assert reader.view.shown is not None
        assert reader.view.shown.id == "ect"


async def test_the_questions_that_were_asked_for_are_behind_the_first_screen(library: Library, clock: Clock) -> None:
    reading = Reading(library)
    reading.in_guide = True
    async with at_first(reading) as reader:
        assert reader.shows == "AttractFace"
        await reader.press("enter")
        assert reader.shows == "WelcomeFace"


async def test_without_letters_the_first_screen_names_keys_that_work(library: Library, clock: Clock) -> None:
    async with at_first(library, commands=without_shortcuts(COMMANDS)) as reader:
        assert "Press F6 for plain text" in said(reader)
        await reader.press("p", "h")
        assert reader.shows == "AttractFace"
        await reader.press("f6")
        assert reader.app.return_value == SWITCH


async def test_keys_of_the_clinic_are_named_and_work(library: Library, clock: Clock) -> None:
    known = remapped(
        {"help_now": ["f8"], "enter": ["f5"], "sources": ["s"], "done": ["f4"], "guide": ["g"]}, in_kiosk(COMMANDS)
    )
    async with at_first(library, commands=known) as reader:
        assert "Press F5 to start." in said(reader)
        assert "Press F8 for help" in said(reader)
        await reader.press("enter")
        assert reader.shows == "AttractFace"
        await reader.press("f5")
        assert "F4 I am done" in reader.rows[-1] or "F4 Done" in reader.rows[-1]


async def test_what_was_changed_on_the_first_screen_does_not_stay_there(library: Library, clock: Clock) -> None:
    for keys in (["l"], ["f2", "c", "down", "enter", "escape"]):
        async with at_first(library) as reader:
            await reader.press(*keys)
            assert reader.shows == "AttractFace"
            assert clock.left is not None, keys
            clock.move(clock.left)
            assert reader.shows == "StillThereFace"
            assert clock.left is not None
            clock.move(clock.left)
            await reader.pilot.pause()
            assert reader.app.return_value == EXIT


# Being done

IN_KIOSK = [name for name in SCENES if name != "save"]
SOME = some(IN_KIOSK, ["list", "field", "question, several", "findings", "keys"])


@pytest.mark.parametrize("name", SOME)
async def test_f10_asks_and_escape_leads_back_to_exactly_the_place(library: Library, clock: Clock, name: str) -> None:
    async with begun(library) as reader:
        await SCENES[name](reader)
        before = place(reader)
        await reader.press("f10")
        assert reader.shows == "DoneFace"
        assert library.words("kiosk.done", press="Enter") in said(reader)
        assert library.words("kiosk.done_not", press="Escape") in said(reader)
        await reader.press("escape")
        assert place(reader) == before


async def test_f10_and_enter_forget_everything(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.results(REASONS)
        assert reader.walk.answers
        await reader.press("f10", "enter")
        assert reader.app.return_value == EXIT
        assert not reader.walk.answers
        assert reader.app.wipes
        assert not reader.text.strip()


async def test_held_f10_and_other_held_keys_open_nothing_twice(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.ask("B1")
        for keys in (["v"], ["p", "a"], ["f10"], ["f10", "f2"], ["c", "v"], ["f12"], ["v", "f1", "f5", "w", "t"]):
            for _ in range(20):
                await reader.press(*keys)
            assert len(reader.app.frame.faces) <= MOST_OPEN, keys


@pytest.mark.parametrize("key", ["ctrl+x", "f9"])
@pytest.mark.parametrize("name", SOME)
async def test_one_key_hides_and_forgets_at_once(library: Library, clock: Clock, name: str, key: str) -> None:
    async with begun(library) as reader:
        await SCENES[name](reader)
        await reader.press(key)
        assert not reader.text.strip()
        assert reader.app.return_value == EXIT
        assert reader.app.wipes


@pytest.mark.parametrize("key", ["ctrl+q", "q", "ctrl+c", "ctrl+z", "ctrl+d", "ctrl+s", "ctrl+backslash", "f8", "f12"])
async def test_no_other_key_ends_it(library: Library, clock: Clock, key: str) -> None:
    async with begun(library) as reader:
        await reader.press("tab")
        before = state(reader), reader.text
        await reader.press(key)
        assert reader.app.is_running
        assert (state(reader), reader.text) == before


@pytest.mark.parametrize("size", some([LARGE, USUAL, ZOOMED, SMALLEST], [SMALLEST]), ids=str)
@pytest.mark.parametrize("name", SOME)
async def test_every_screen_says_the_key_for_who_is_done(
    library: Library, clock: Clock, name: str, size: tuple[int, int]
) -> None:
    async with begun(library, size) as reader:
        await SCENES[name](reader)
        foot = reader.rows[-1]
        assert "F10" in foot
        assert "988" in foot or "F2" in foot


@pytest.mark.parametrize("size", [USUAL, ZOOMED], ids=str)
async def test_every_screen_says_it_in_linear_mode(library: Library, clock: Clock, size: tuple[int, int]) -> None:
    async with begun(library, size, linear=True) as reader:
        for scene in (SCENES["list"], SCENES["field"], SCENES["question"], SCENES["help"]):
            await scene(reader)
            assert "F10" in reader.rows[-1]


# The sheet

SHEET_SIZES = [(100, 400), ZOOMED, SMALLEST]


@pytest.mark.parametrize("linear", [None, True], ids=["usual", "linear"])
@pytest.mark.parametrize("size", SHEET_SIZES, ids=str)
async def test_the_sheet_can_neither_be_saved_nor_printed(
    library: Library, clock: Clock, size: tuple[int, int], linear: bool | None
) -> None:
    async with begun(library, size, linear=linear) as reader:
        await SCENES["sheet"](reader)
        face = reader.app.frame.face
        assert isinstance(face, SheetFace)
        assert not {"save", "print"}.intersection(face.column.ids)
        for key in [*"1234567890", "enter", "space", "home", "down", "enter"]:
            await reader.press(key)
            assert reader.app.frame.face is face, key
            assert not reader.app.way.prints, key


async def test_the_sheet_says_what_to_do_instead(library: Library, clock: Clock) -> None:
    async with begun(library, (100, 400)) as reader:
        await SCENES["sheet"](reader)
        assert library.words("kiosk.sheet") in said(reader)
        for key in ("tui.guide.save", "tui.guide.print"):
            assert library.words(key) not in said(reader)


@pytest.mark.parametrize("linear", [None, True], ids=["usual", "linear"])
async def test_the_keys_page_offers_neither(library: Library, clock: Clock, linear: bool | None) -> None:
    async with begun(library, (100, 400), linear=linear) as reader:
        await SCENES["sheet"](reader)
        await reader.press("f1")
        listed = said(reader).replace(library.words("keys.opening"), "").lower()
        assert f"f10: {library.words('command.done')}".lower() in listed
        assert "ctrl+q" not in listed
        for offered in ("save", "print", "quit"):
            assert offered not in listed


async def test_answers_are_still_chosen_by_number(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.ask("B1")
        face = reader.app.frame.face
        assert isinstance(face, QuestionFace)
        await reader.press("2")
        assert reader.walk.draft == (face.question.choices[1].id,)


async def test_nothing_of_an_app_outlives_the_next_one(library: Library, clock: Clock) -> None:
    shared = kiosk()
    async with begun(library, kiosk=shared) as reader:
        await reader.press("f3")
        await reader.type("zebrafish")
        await reader.press("tab", "pagedown")
    assert StylesCache.get_inner_outer.cache_info().currsize
    clock.timers.clear()
    Started(library, kiosk=shared)
    assert not StylesCache.get_inner_outer.cache_info().currsize
    assert not moves.cache_info().currsize
    assert not [one for one in re._cache if "zebrafish" in str(one)]  # type: ignore[attr-defined]
