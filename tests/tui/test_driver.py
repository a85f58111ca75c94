from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import Callable, Iterator

import pytest
from textual.app import App
from textual.dom import DOMNode

from trd_tui.tty.keyboard import Key, Typed
from trd_tui.tui import compat
from trd_tui.tui.compat import CalmCrash
from trd_tui.tui.driver import TerminalDriver
from trd_tui.tui.environment import drop_textual_settings
from trd_tui.tui.wire.cells import FrameReader, Picture
from trd_tui.tui.wire.line import Listener, Sender
from trd_tui.tui.wire.sgr import DEFAULT, Style, change, read, reduced

BOLD, UNDERLINE = 1, 8


class FakeDevice:
    """One end of a socket in place of a terminal."""

    def __init__(self, end: socket.socket) -> None:
        end.settimeout(0)
        self.fileno = end.fileno()

    def read(self) -> bytes | None:
        with contextlib.suppress(BlockingIOError):
            return os.read(self.fileno, 4096) or None
        return b""

    def has_unread(self) -> bool:
        return False

    def write(self, data: bytes) -> int | None:
        try:
            return os.write(self.fileno, data[:1000])
        except BlockingIOError:
            return 0
        except OSError:
            return None


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    near, far = socket.socketpair()
    with near, far:
        near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        yield near, far


async def test_a_slow_terminal_gets_all_bytes_and_then_the_line_is_free(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    near, far = ends
    freed = asyncio.Event()
    sender = Sender(asyncio.get_running_loop(), FakeDevice(near), freed.set, pytest.fail)  # type: ignore[arg-type]
    data = bytes(range(256)) * 400
    sender.send(data)
    assert not sender.is_free
    got = b""
    while len(got) < len(data):
        await asyncio.sleep(0)
        with contextlib.suppress(BlockingIOError):
            got += far.recv(4096, socket.MSG_DONTWAIT)
    await freed.wait()
    assert got == data
    assert sender.is_free


async def test_a_terminal_that_is_gone_is_reported_once(ends: tuple[socket.socket, socket.socket]) -> None:
    near, far = ends
    hung: list[int] = []
    sender = Sender(asyncio.get_running_loop(), FakeDevice(near), pytest.fail, lambda: hung.append(1))  # type: ignore[arg-type]
    far.close()
    sender.send(b"x")
    assert not sender.is_free
    assert hung == [1]


async def test_keys_wait_until_the_app_has_handled_those_before(ends: tuple[socket.socket, socket.socket]) -> None:
    near, far = ends
    delivered: list[tuple[list[Typed], Callable[[], None]]] = []
    listener = Listener(
        asyncio.get_running_loop(),
        FakeDevice(near),  # type: ignore[arg-type]
        lambda typed, handled: delivered.append((typed, handled)),
        pytest.fail,
    )
    far.send(b"a")
    await asyncio.sleep(0.01)
    far.send(b"b")
    await asyncio.sleep(0.01)
    assert [typed for typed, _ in delivered] == [[Key("a", "a")]]
    delivered[0][1]()
    await asyncio.sleep(0.01)
    assert [typed for typed, _ in delivered] == [[Key("a", "a")], [Key("b", "b")]]
    far.send(b"c")
    await asyncio.sleep(0.15)
    assert len(delivered) == 3, "an app that does not answer must not lock the keyboard"
    listener.stop()


async def test_a_lone_escape_arrives_by_itself(ends: tuple[socket.socket, socket.socket]) -> None:
    near, far = ends
    delivered: list[Typed] = []
    listener = Listener(
        asyncio.get_running_loop(),
        FakeDevice(near),  # type: ignore[arg-type]
        lambda typed, _: delivered.extend(typed),
        pytest.fail,
    )
    far.send(b"\x1b")
    await asyncio.sleep(0.08)
    assert delivered == [Key("escape", "\x1b")]
    listener.stop()


async def test_a_hangup_is_noticed(ends: tuple[socket.socket, socket.socket]) -> None:
    near, far = ends
    hung = asyncio.Event()
    Listener(asyncio.get_running_loop(), FakeDevice(near), pytest.fail, hung.set)  # type: ignore[arg-type]
    far.close()
    await asyncio.wait_for(hung.wait(), 1)


def test_the_shortest_change_of_style_is_written() -> None:
    red, bold_red = Style(foreground="31"), Style(BOLD, "31")
    assert change(DEFAULT, bold_red) == "\x1b[1;31m"
    assert change(red, bold_red) == "\x1b[1m"
    assert change(bold_red, red) == "\x1b[22m"
    assert change(bold_red, DEFAULT) == "\x1b[m"
    assert change(red, Style(foreground="31", background="44")) == "\x1b[44m"
    assert change(red, red) == ""


def test_equal_styles_have_one_spelling() -> None:
    assert read(DEFAULT, "4;1;39;49") == read(DEFAULT, "0;1;4") == Style(BOLD | UNDERLINE)
    assert read(Style(BOLD, "31"), "") == read(Style(BOLD, "31"), "0") == DEFAULT
    assert read(DEFAULT, "5;8;38;5") == DEFAULT


@pytest.mark.parametrize(
    ("colours", "expected"),
    [
        ("none", Style(BOLD)),
        ("16", Style(BOLD, "97", "40")),
        ("256", Style(BOLD, "38;5;231", "48;5;16")),
        ("24bit", Style(BOLD, "38;2;255;255;255", "48;2;0;0;0")),
    ],
)
def test_colours_come_down_to_those_of_the_terminal(colours: str, expected: Style) -> None:
    assert reduced(Style(BOLD, "38;2;255;255;255", "48;2;0;0;0"), colours) == expected


def test_text_does_not_vanish_when_colours_come_down() -> None:
    dark = reduced(Style(0, "38;2;40;40;40", "48;2;0;0;0"), "16")
    pale = reduced(Style(0, "38;2;230;230;230", "48;2;255;255;255"), "16")
    assert dark == Style(0, "97", "40")
    assert pale.foreground in ("30", "37")
    assert pale.background == "107"


def test_a_picture_is_cut_and_extended() -> None:
    picture = Picture(4, 1)
    FrameReader().draw("abcd", picture)
    picture.resize(2, 2)
    assert [[text for text, _ in row] for row in picture.rows] == [["a", "b"], [" ", " "]]


class Fallen(CalmCrash):
    def on_mount(self) -> None:
        raise ValueError("a value that nobody may see")


async def test_a_crash_has_a_status_and_keeps_no_report() -> None:
    app = Fallen()
    with pytest.raises(ValueError, match="nobody"):
        async with app.run_test():
            pass
    assert app.return_code == compat.CRASHED
    assert app._exit_renderables == []


async def test_without_a_terminal_the_places_are_remembered() -> None:
    app = App[None]()
    async with app.run_test():
        parking = compat.parking(app)
        parking.park(3, 4)
        parking.predict(None, ((3, 5), ""))
    assert isinstance(parking, compat.RememberedParking)
    assert (parking.place, parking.up, parking.down) == ((3, 4), None, (3, 5))


def test_the_driver_can_be_found_as_what_parks_the_cursor() -> None:
    assert issubclass(TerminalDriver, compat.Parking)


def test_textual_still_has_what_the_driver_relies_on() -> None:
    assert all(
        hasattr(App, name) for name in ("_handle_exception", "_print_error_renderables", "_close_messages_no_wait")
    )
    assert isinstance(DOMNode.parent, property)


def test_settings_of_textual_from_outside_are_dropped() -> None:
    env = {"TEXTUAL": "debug", "TEXTUAL_LOG": "log", "TERM": "xterm", "TEXTUALLY": "kept"}
    drop_textual_settings(env)
    assert env == {"TERM": "xterm", "TEXTUALLY": "kept"}
