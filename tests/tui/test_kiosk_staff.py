"""Staff leave a kiosk by some keys in a row and a PIN, which is never shown and slow to guess."""

from __future__ import annotations

import pytest

from tests.tui.driving import Started
from tests.tui.kiosks import PIN, STAFF, WRONG, Clock, at_first, begun, kiosk, place
from trd_tui.library.store import Library
from trd_tui.tui.app import QUIT
from trd_tui.tui.screens.kiosk import pages


class Watch:
    """Seconds that pass as a test wants."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watch = Watch()
    monkeypatch.setattr(pages, "monotonic", watch)
    return watch


async def enter(reader: Started, pin: str) -> None:
    await reader.press(*pin, "enter")


async def test_the_keys_in_a_row_ask_for_the_pin_and_it_lets_out(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press(*STAFF)
        assert reader.shows == "PinFace"
        await enter(reader, PIN)
        assert reader.app.return_value == QUIT
        assert reader.app.wipes


@pytest.mark.parametrize(
    "keys",
    [
        ("f12", "ctrl+t"),
        ("f12", "f12"),
        ("f12", "down", "f12", "ctrl+t"),
        ("f12", "f12", "down", "ctrl+t"),
        ("ctrl+t", "f12", "f12"),
        ("f12", "f12", "t"),
    ],
    ids=" ".join,
)
async def test_other_keys_do_not(library: Library, clock: Clock, keys: tuple[str, ...]) -> None:
    async with begun(library) as reader:
        await reader.press(*keys)
        assert reader.shows != "PinFace"


async def test_more_of_the_first_key_does_no_harm(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press("f12", *STAFF)
        assert reader.shows == "PinFace"


async def test_a_paste_between_the_keys_breaks_the_row(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press("f12", "f12")
        await reader.paste("x")
        await reader.press("ctrl+t")
        assert reader.shows == "ReaderFace"


async def test_without_keys_nobody_leaves(library: Library, clock: Clock) -> None:
    async with begun(library, kiosk=kiosk(staff=(), pin="")) as reader:
        for key in ("f12", "ctrl+t", "enter", "escape"):
            await reader.press(*[key] * 3)
        await enter(reader, PIN)
        assert reader.app.is_running


async def test_one_key_is_enough_where_the_clinic_wants_it(library: Library, clock: Clock) -> None:
    async with begun(library, kiosk=kiosk(staff=("Ctrl+T",))) as reader:
        await reader.press("ctrl+t")
        assert reader.shows == "PinFace"


async def test_staff_can_leave_from_the_first_screen(library: Library, clock: Clock) -> None:
    async with at_first(library) as reader:
        await reader.press(*STAFF)
        assert (reader.shows, len(clock.timers)) == ("PinFace", 1)
        await reader.press("escape")
        assert (reader.shows, len(clock.timers)) == ("AttractFace", 0)
        await reader.press(*STAFF)
        await enter(reader, PIN)
        assert reader.app.return_value == QUIT


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (20, 6)], ids=str)
@pytest.mark.parametrize("linear", [None, True], ids=["usual", "linear"])
async def test_the_pin_is_never_shown(
    library: Library, clock: Clock, size: tuple[int, int], linear: bool | None
) -> None:
    async with begun(library, size, linear=linear) as reader:
        await reader.press(*STAFF)
        before = reader.text
        for typed, key in enumerate("QXZJ", 1):
            await reader.press(key)
            assert not [one for one in "QXZJ" if one in reader.text and one not in before]
            if size[1] > 12:
                assert library.words("kiosk.pin_typed", count=typed) in reader.text
        await reader.press("enter")
        assert not [one for one in "QXZJ" if one in reader.text and one not in before]


async def test_letters_are_the_pins_and_no_commands(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press(*STAFF)
        for key in ("h", "g", "slash", "question_mark", "p", "space"):
            await reader.press(key)
            assert reader.shows == "PinFace"
        await reader.press("backspace")
        assert library.words("kiosk.pin_typed", count=5) in reader.text
        await reader.press("f2")
        assert reader.page == "help_now"


async def test_a_wrong_pin_has_to_wait_and_the_right_one_too(library: Library, clock: Clock, watch: Watch) -> None:
    async with begun(library) as reader:
        await reader.press(*STAFF)
        for seconds in (2, 4, 8):
            await enter(reader, WRONG)
            assert library.words("kiosk.pin_wrong", seconds=seconds) in " ".join(reader.text.split())
            await enter(reader, PIN)
            assert reader.app.is_running
            watch.now += seconds
        await enter(reader, PIN)
        assert reader.app.return_value == QUIT


async def test_the_wait_is_the_same_for_the_next_person(library: Library, clock: Clock, watch: Watch) -> None:
    shared = kiosk()
    async with begun(library, kiosk=shared) as reader:
        await reader.press(*STAFF)
        await enter(reader, WRONG)
    clock.timers.clear()
    async with begun(library, kiosk=shared) as reader:
        await reader.press(*STAFF)
        await enter(reader, PIN)
        assert reader.app.is_running
        watch.now += 2
        await enter(reader, PIN)
        assert reader.app.return_value == QUIT


async def test_a_pin_has_no_end(library: Library, clock: Clock, watch: Watch) -> None:
    async with begun(library) as reader:
        await reader.press(*STAFF, *"9" * 100)
        assert library.words("kiosk.pin_typed", count=64) in reader.text
        await reader.press("enter")
        assert reader.app.is_running


async def test_escape_and_the_pin_is_forgotten(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press("tab")
        before = place(reader)
        await reader.press(*STAFF, *PIN, "escape")
        assert place(reader) == before
        await reader.press(*STAFF)
        assert library.words("kiosk.pin_typed", count=0) in reader.text


async def test_a_paste_is_no_pin(library: Library, clock: Clock) -> None:
    async with begun(library) as reader:
        await reader.press(*STAFF)
        await reader.paste(PIN)
        await reader.press("enter")
        assert reader.app.is_running


async def test_enter_alone_is_no_try(library: Library, clock: Clock, watch: Watch) -> None:
    async with begun(library) as reader:
        await reader.press(*STAFF, "enter", "enter", "enter")
        assert reader.shows == "PinFace"
        await enter(reader, PIN)
        assert reader.app.return_value == QUIT
