"""The real kiosk in a real terminal, from person to person: what it ignores, and what it keeps of who was there."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal, python

pytestmark = pytest.mark.pty

FIRST_SCREEN = "to start"
OF_ITS_OWN = """
import sys
import trd_tui.kiosk as kiosk
from trd_tui.pin import hashed
made = kiosk.from_table
def own(table, path):
    return made({"after": "end", "staff": ["f12", "ctrl+t"], "pin": hashed("4711")}, path)
kiosk.from_table = own
from trd_tui.cli import run
run()
"""
"""Settings that stand in a file of root's, for tests of whoever."""
KEYBOARD = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
DONE, AWAY = ("\x1b[21~", "\r"), ("\x18",)


@pytest.fixture
def kiosk(library_file: Path) -> Iterator[Terminal]:
    with Terminal(python("-m", "trd_tui", "--kiosk", "--content", str(library_file))) as terminal:
        terminal.wait_for(FIRST_SCREEN)
        terminal.read_until_quiet()
        yield terminal


def ignored(terminal: Terminal) -> set[signal.Signals]:
    """The signals of the keyboard that the process ignores, or only takes note of."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text()
    masks = [int(mask, 16) for mask in re.findall(r"Sig(?:Ign|Cgt):\s+([0-9a-f]+)", status)]
    return {number for number in KEYBOARD for mask in masks if mask >> (number - 1) & 1}


def leave(terminal: Terminal, *keys: str) -> None:
    """Leave, and see the first screen."""
    before = len(terminal.bytes)
    for key in keys:
        terminal.send(key)
        terminal.read_until_quiet(0.1)
    terminal.wait_until(lambda: FIRST_SCREEN.encode() in terminal.bytes[before:])


def test_signals_of_the_keyboard_are_ignored_from_the_first_person_to_the_last(kiosk: Terminal) -> None:
    assert ignored(kiosk) == set(KEYBOARD)
    for way in (DONE, AWAY):
        kiosk.send("\r")
        kiosk.wait_for("What is TRD?")
        assert ignored(kiosk) == set(KEYBOARD)
        leave(kiosk, *way)
        assert ignored(kiosk) == set(KEYBOARD)
    kiosk.send("p")
    kiosk.wait_for("done")
    assert ignored(kiosk) == set(KEYBOARD)


def test_whoever_comes_next_finds_the_first_screen_and_the_usual_place(kiosk: Terminal) -> None:
    first = kiosk.text
    for way in (DONE, AWAY):
        kiosk.send("\r")
        kiosk.wait_for("What is TRD?")
        kiosk.read_until_quiet()
        begun = kiosk.text
        for keys, seen in (("\x1b[B\x1b[B\r", "TRD"), ("/", "Search:"), ("zebrafish", "zebrafish")):
            kiosk.send(keys)
            kiosk.wait_for(seen)
        leave(kiosk, *way)
        kiosk.read_until_quiet()
        assert kiosk.text == first
        assert b"\x1b[H\x1b[2J\x1b[3J" in kiosk.bytes
        kiosk.send("\r")
        kiosk.wait_until(lambda begun=begun: kiosk.text == begun)  # type: ignore[misc]
        kiosk.send("/")
        kiosk.wait_for("Search:")
        assert "zebrafish" not in kiosk.text
        leave(kiosk, "\x1b", *AWAY)


def test_between_two_people_the_terminal_shows_nothing_that_is_typed(kiosk: Terminal) -> None:
    for _ in range(3):
        kiosk.send("\r")
        kiosk.wait_for("What is TRD?")
        kiosk.send(*AWAY)
        for _ in range(100):
            kiosk.send("~")
            kiosk.read()
            time.sleep(0.002)
        kiosk.wait_for(FIRST_SCREEN)
        kiosk.read_until_quiet(0.3)
    assert b"~" not in kiosk.bytes


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_an_end_from_outside_leaves_an_empty_terminal(kiosk: Terminal, number: signal.Signals, status: int) -> None:
    kiosk.send("\r")
    kiosk.wait_for("What is TRD?")
    leave(kiosk, *AWAY)
    kiosk.send("\r")
    kiosk.wait_for("What is TRD?")
    kiosk.signal(number)
    assert kiosk.wait_exit() == status
    assert kiosk.bytes.endswith(b"\x1b[H\x1b[2J\x1b[3J")
    assert kiosk.modes_now == kiosk.modes


@pytest.fixture
def own(library_file: Path) -> Iterator[Terminal]:
    """A kiosk that ends after each person, and that staff can leave."""
    with Terminal(python("-c", OF_ITS_OWN, "--kiosk", "--content", str(library_file))) as terminal:
        terminal.wait_for(FIRST_SCREEN)
        yield terminal


@pytest.mark.every
@pytest.mark.parametrize("way", [DONE, AWAY], ids=["done", "away"])
def test_behind_a_door_of_its_own_it_ends_after_each_person(own: Terminal, way: tuple[str, ...]) -> None:
    own.send("\r")
    own.wait_for("What is TRD?")
    for key in way:
        own.send(key)
        own.read_until_quiet(0.1)
    assert own.wait_exit() == 0
    assert not own.text.strip()
    assert own.modes_now == own.modes


@pytest.mark.every
def test_staff_leave_with_the_pin(own: Terminal) -> None:
    own.send("\x1b[24~\x14")
    own.wait_for("For staff")
    own.send("4")
    own.wait_for("Characters typed: 1")
    for key in ("7", "1", "1", "\r"):
        own.send(key)
        own.read_until_quiet(0.05)
    assert own.wait_exit() == 0
    assert not own.text.strip()
