"""Whoever does not press a key for long is asked, can say so as often as they like, and else is forgotten."""

from __future__ import annotations

import pytest

from tests.cases import some
from tests.tui.driving import Started
from tests.tui.kiosks import Clock, at_first, begun, kiosk, place
from tests.tui.scenes import SCENES
from trd_tui.commands import COMMANDS, in_kiosk
from trd_tui.kiosk import CHARACTERS_A_SECOND
from trd_tui.library.store import Library
from trd_tui.tui.app import EXIT
from trd_tui.tui.guard import URGENT

IDLE, WARNING = 120, 60
SIZES = [(120, 40), (80, 24), (40, 12), (20, 6)]
SCENES_IN_KIOSK = [name for name in SCENES if name != "save"]
SOME = some(SCENES_IN_KIOSK, ["list", "results of a search", "question, several", "sheet", "help over a question"])
URGENT_KEYS = {key for one in in_kiosk(COMMANDS) if one.id in URGENT for key in one.keys}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def characters(reader: Started) -> int:
    """How many characters stand on the screen, blanks too."""
    return sum(len(text) for row in reader.app.frame.face.rows() for text, _ in row)


async def warned(reader: Started, clock: Clock) -> None:
    """Wait until somebody is asked for."""
    assert clock.left is not None
    clock.move(clock.left)
    await reader.pilot.pause()
    assert reader.shows == "StillThereFace"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_waits_as_long_as_the_screen_takes_to_be_read_aloud(
    library: Library, clock: Clock, size: tuple[int, int]
) -> None:
    async with begun(library, size) as reader:
        for keys in (["tab"], ["pagedown"], ["f2"], ["escape", "f5"]):
            await reader.press(*keys)
            waits = IDLE + characters(reader) / CHARACTERS_A_SECOND
            assert clock.left == pytest.approx(waits)
            clock.move(waits - 0.1)
            assert reader.shows != "StillThereFace"


async def test_it_says_how_long_there_is_and_what_to_do(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await warned(reader, clock)
        shown = " ".join(reader.text.split())
        assert library.words("kiosk.still") in shown
        assert library.words("kiosk.still_not", seconds=WARNING) in shown
        assert clock.left == WARNING


async def test_the_seconds_are_those_of_the_clinic(library: Library, clock: Clock) -> None:
    async with begun(library, kiosk=kiosk(idle=300, warning=25)) as reader:
        assert clock.left is not None
        assert clock.left >= 300
        await warned(reader, clock)
        assert "25 seconds" in reader.text
        assert clock.left == 25


async def test_nothing_on_the_warning_changes_while_it_stands(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await warned(reader, clock)
        before = reader.text, reader.app.frame.face.cursor()
        clock.move(WARNING - 1)
        await reader.pilot.pause()
        assert (reader.text, reader.app.frame.face.cursor()) == before


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("linear", [None, True], ids=["usual", "linear"])
async def test_the_warning_can_be_read_at_every_size(
    library: Library, clock: Clock, size: tuple[int, int], linear: bool | None
) -> None:
    async with begun(library, size, linear=linear) as reader:
        await warned(reader, clock)
        shown = " ".join(reader.text.split())
        assert library.words("kiosk.still_title") in shown or library.words("kiosk.still") in shown
        assert "F2" in reader.rows[-1]


@pytest.mark.parametrize("name", SOME)
async def test_any_key_leads_back_to_exactly_the_place(library: Library, clock: Clock, name: str) -> None:
    async with begun(library) as reader:
        await SCENES[name](reader)
        await reader.press("f12")
        before = place(reader)
        await warned(reader, clock)
        await reader.press("down")
        assert place(reader) == before
        assert clock.left is not None
        assert clock.left > IDLE


KEYS = ("down", "enter", "escape", "space", "a", "1", "f3", "f6", "f7", "tab", "l", "backspace", "ctrl+c", "f20")


async def test_the_key_that_says_so_does_nothing_else(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await SCENES["question, several"](reader)
        await reader.press("f12")
        before = place(reader)
        for key in KEYS:
            assert key not in URGENT_KEYS
            await warned(reader, clock)
            await reader.press(key)
            assert place(reader) == before, key
            assert reader.app.is_running


async def test_what_was_typed_and_not_sent_is_still_there(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press("f3")
        await reader.type("zebraf")
        before = place(reader)
        for key in ("x", "backspace", "enter", "left"):
            await warned(reader, clock)
            await reader.press(key)
            assert place(reader) == before
        await reader.type("ish")
        assert "zebrafish" in reader.text


async def test_a_paste_says_that_somebody_is_there_and_goes_nowhere(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press("f3")
        await reader.type("zebra")
        before = place(reader)
        await warned(reader, clock)
        await reader.paste("fish")
        assert place(reader) == before
        assert clock.left is not None
        assert clock.left > IDLE


async def test_time_can_be_had_again_and_again(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        for _ in range(30):
            await warned(reader, clock)
            clock.move(WARNING - 0.1)
            assert reader.app.is_running
            await reader.press("down")
            assert reader.shows == "ReaderFace"


async def test_whoever_is_gone_is_forgotten(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await SCENES["findings"](reader)
        await reader.press("f12")
        await warned(reader, clock)
        clock.move(WARNING)
        await reader.pilot.pause()
        assert reader.app.return_value == EXIT
        assert reader.app.wipes
        assert not reader.walk.answers
        assert not reader.text.strip()
        assert clock.left is None


@pytest.mark.parametrize("key", ["f2", "h"])
async def test_help_comes_at_once_even_then(library: Library, clock: Clock, key: str) -> None:
    async with begun(library) as reader:
        await reader.press("tab")
        before = place(reader)
        await warned(reader, clock)
        await reader.press(key)
        assert reader.page == "help_now"
        await reader.press("escape")
        assert place(reader) == before


async def test_done_is_taken_even_then(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await warned(reader, clock)
        await reader.press("f10")
        assert reader.shows == "DoneFace"


async def test_the_quick_way_out_is_taken_even_then(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await warned(reader, clock)
        await reader.press("ctrl+x")
        assert reader.app.return_value == EXIT


@pytest.mark.parametrize("is_warned", [False, True], ids=["before", "during the warning"])
async def test_another_size_gives_no_more_time(library: Library, clock: Clock, is_warned: bool) -> None:
    async with begun(library) as reader:
        await reader.press("tab")
        if is_warned:
            await warned(reader, clock)
        assert clock.left is not None
        clock.move(clock.left / 2)
        left = clock.left
        for size in ((40, 12), (1, 1), (200, 50), (80, 24)):
            await reader.resize(*size)
            assert clock.left == left
        assert (reader.shows == "StillThereFace") == is_warned


async def test_after_another_size_the_place_comes_back(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press("tab", "pagedown")
        before = place(reader)
        await warned(reader, clock)
        await reader.resize(40, 12)
        assert "Are you still there?" in reader.text
        await reader.resize(80, 24)
        await reader.press("down")
        assert place(reader) == before


async def test_the_warning_comes_over_every_other_page_of_the_kiosk(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        for keys in (["f10"], ["escape", "f12", "f12", "ctrl+t"], ["escape", "f2", "f1"]):
            await reader.press(*keys)
            shows = reader.shows
            await warned(reader, clock)
            await reader.press("enter")
            assert reader.shows == shows
            assert reader.app.is_running


async def test_the_first_screen_comes_back_whole(library: Library, clock: Clock) -> None:
    async with at_first(library) as reader:
        await reader.press("f7")
        before = reader.text
        await warned(reader, clock)
        await reader.press("x")
        assert reader.text == before
