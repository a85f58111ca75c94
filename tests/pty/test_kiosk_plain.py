"""The real kiosk in plain mode, in a real terminal and in pipes: nobody gets out, and nothing of anybody stays."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.pty import kernel
from tests.pty.lines import GONE_UNREAD_SECONDS, LOST, ODD, SIGNALS, TERM, Line, end_of, hangs_up, pause
from tests.pty.terminal import PROJECT, python

pytestmark = pytest.mark.pty

FIRST, CONTENTS, SECTION = "Enter to start, or h for help:", "Number, done, or ? for commands:", "Number, n next, done"
CLEAR = b"\x1b[H\x1b[2J\x1b[3J"
HASTY = str(PROJECT / "tests/pty/hasty_kiosk.py")
KEYBOARD = "\x03\x1a\x1c\x13\x11\x04\x0f\x16\x12\x17\x15"
LEAVE = "Type done when you are finished, or x to hide"
F2, F6, F10 = "\x1bOQ", "\x1b[17~", "\x1b[21~"
Begin = Callable[..., Line]


@pytest.fixture
def begin(library_file: Path) -> Iterator[Begin]:
    """Starts a kiosk on a line of its own and waits for some words; hasty where the clinic's table is given."""
    with ExitStack() as stack:

        def begun(*options: str, shows: str = FIRST, table: dict[str, object] | None = None, **start: Any) -> Line:  # noqa: ANN401 - what Line takes
            program = ["-m", "trd_tui"] if table is None else [HASTY]
            command = python(*program, "--kiosk", "--content", str(library_file), *(options or ("--plain",)))
            env = {"HASTY": json.dumps(table)}
            found = stack.enter_context(Line(command, env=env, **start))
            found.wait_for(shows)
            found.read_until_quiet(0.1)
            return found

        yield begun


def say(line: Line, typed: str, until: str) -> str:
    """What a line or key brings, up to a text."""
    before = len(line.bytes)
    line.send(typed)
    line.wait_until(lambda: until.encode() in line.bytes[before:])
    line.read_until_quiet(0.05)
    return line.bytes[before:].decode()


def test_no_key_of_the_keyboard_leads_out_or_stops_it(begin: Begin) -> None:
    line = begin()
    for key in KEYBOARD:
        line.send(key)
    say(line, "\r", CONTENTS)
    for key in KEYBOARD:
        line.send(key)
        line.read_until_quiet(0.02)
    assert "Section 12 of 23." in say(line, "12\r", SECTION)
    assert line.process.poll() is None
    assert b"\x1b" not in line.bytes.removeprefix(CLEAR)


def test_nothing_but_lines_and_backspaces_is_written(begin: Begin) -> None:
    line = begin()
    for typed, until in (
        ("\r", CONTENTS),
        ("1x\x7f\r", SECTION),
        (F2, SECTION),
        ("search sleep", "sleep"),
        ("\r", "done"),
    ):
        say(line, typed, until)
    text = line.bytes.removeprefix(CLEAR).decode()
    assert set(re.findall("[\x00-\x1f\x7f-\x9f]", text)) == {"\r", "\n", "\b"}
    assert text.replace("\r\n", "").count("\r") == text.replace("\r\n", "").count("\n") == 0


@pytest.mark.every
def test_whoever_comes_next_finds_the_first_screen_alone(begin: Begin) -> None:
    line = begin()
    first = line.text
    for way in ((F10, "1\r"), ("quit\r", "1\r"), ("\x18",), ("exit\r",)):
        say(line, "\r", CONTENTS)
        say(line, "/zebrafish\r", "Nothing for zebrafish.")
        say(line, "private", "private")
        for _ in "private" * ("\r" in way[0]):
            line.send("\x7f")
        before = len(line.bytes)
        for keys in way:
            line.send(keys)
            line.read_until_quiet(0.1)
        line.wait_until(lambda before=before: FIRST.encode() in line.bytes[before:])  # type: ignore[misc]
        line.read_until_quiet(0.05)
        assert CLEAR in line.bytes[before:]
        assert line.text == first


def test_nobody_there_is_asked_and_then_forgotten(begin: Begin) -> None:
    line = begin(table={"idle": 1, "warning": 1})
    say(line, "\r", CONTENTS)
    line.send("zebra")
    line.wait_for("Are you still there?")
    line.send("\x1b[A")
    line.wait_for(f"{CONTENTS} zebra")
    before = len(line.bytes)
    line.wait_until(lambda: FIRST.encode() in line.bytes[before:])
    line.read_until_quiet(0.05)
    assert CLEAR in line.bytes[before:]
    assert "zebra" not in line.text


@pytest.mark.every
def test_the_first_screen_waits_for_ever_in_silence(begin: Begin) -> None:
    line = begin(table={"idle": 1, "warning": 1})
    written, woken = len(line.bytes), kernel.wakeups(line.pid)
    line.read(1.5)
    assert len(line.bytes) == written
    assert kernel.wakeups(line.pid) == woken


@pytest.mark.every
@pytest.mark.parametrize("keys", [(F10, "1\r"), ("\x18",)], ids=["done", "away"])
def test_behind_a_door_of_its_own_it_ends_after_each_person(keys: tuple[str, ...], begin: Begin) -> None:
    line = begin(table={"after": "end"})
    say(line, "\r", CONTENTS)
    for key in keys:
        line.send(key)
        line.read_until_quiet(0.1)
    assert line.wait_exit() == 0
    assert line.bytes.endswith(CLEAR)
    assert line.modes_now == line.modes


@pytest.mark.every
def test_so_it_does_where_nobody_is_there(begin: Begin) -> None:
    line = begin(table={"after": "end", "idle": 1, "warning": 1})
    say(line, "\r", CONTENTS)
    assert line.wait_exit() == 0
    assert line.bytes.endswith(CLEAR)
    assert line.modes_now == line.modes


@pytest.mark.every
def test_staff_leave_with_the_pin(begin: Begin) -> None:
    from trd_tui.pin import hashed

    line = begin(table={"staff": ["f12", "ctrl+t"], "pin": hashed("4711")})
    say(line, "\x1b[24~", "")
    say(line, "\x14", "Staff PIN")
    for key in "4711\r":
        line.send(key)
        line.read_until_quiet(0.05)
    assert line.wait_exit() == 0
    assert b"4711" not in line.bytes
    assert line.modes_now == line.modes


def test_the_full_screen_and_back_keep_the_place(begin: Begin) -> None:
    line = begin(size=(100, 40))
    say(line, "\r", CONTENTS)
    say(line, "12\r", SECTION)
    say(line, F6, "F10")
    line.wait_for("12 of 23")
    before = len(line.bytes)
    line.send(F6)
    line.wait_until(lambda: SECTION.encode() in line.bytes[before:])
    line.wait_for("Section 12 of 23.")
    assert FIRST.encode() not in line.bytes[before:]
    assert LEAVE in line.text


@pytest.mark.every
def test_after_plain_mode_the_next_person_has_the_clinics_screen(begin: Begin) -> None:
    line = begin("--linear", shows="to start")
    first = line.text
    say(line, "p", CONTENTS)
    say(line, F10, "Are you done?")
    say(line, "1\r", "to start")
    line.wait_until(lambda: line.text == first)


@pytest.mark.every
def test_after_the_full_screen_the_next_person_has_the_clinics_lines(begin: Begin) -> None:
    line = begin()
    first = line.text
    say(line, "\r", CONTENTS)
    say(line, F6, "F10")
    line.wait_for("What is TRD?")
    line.send("\x18")
    line.wait_until(lambda: line.text == first)


def test_a_novel_is_a_short_text_and_the_next_key_is_answered(begin: Begin) -> None:
    line = begin()
    say(line, "\r", CONTENTS)
    novel = b"quit\rexit\n" * 20_000
    while novel:
        novel = novel[os.write(line.handle, novel[:2048]) :]
        line.read(0.001)
    line.read_until_quiet(0.3)
    assert "A line has room for 200 characters." in line.text
    began = time.monotonic()
    assert "Get help now." in say(line, F2, "findahelpline.com")
    assert time.monotonic() - began < 1
    assert line.process.poll() is None


ENDS = {**LOST, **{name: ODD[name] for name in ("output stopped, hangup", "stopped, hangup")}, **SIGNALS}
del ENDS["SIGQUIT"]  # A key of the keyboard, which a kiosk ignores.
OFTEN = ("hangup", "hangup, SIGHUP ignored", "SIGTERM", "output stopped, SIGTERM", "SIGUSR1")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in OFTEN else pytest.mark.every) for name in ENDS]
)
def test_every_end_from_outside_is_one(name: str, begin: Begin) -> None:
    way = ENDS[name]
    line = begin(**way.start)
    say(line, "\r", CONTENTS)
    end = end_of(line, way.deeds)
    assert end.status == way.status
    assert end.cpu < 0.5
    if line.handle >= 0 and "dead" not in name:
        line.read_until_quiet(0.05)
        assert line.modes_now == line.modes
        assert line.bytes.endswith(CLEAR)


@pytest.mark.every
@pytest.mark.parametrize("deed", [TERM, hangs_up], ids=["SIGTERM", "hangup"])
def test_a_terminal_that_nobody_reads_is_waited_for_and_can_be_lost(deed: Callable[[Line], None], begin: Begin) -> None:
    line = begin()
    say(line, "\r", CONTENTS)
    line.stop_output()
    for _ in range(20):
        line.send("c\r")
        pause(line)
    used, woken = kernel.cpu_seconds(line.pid), kernel.wakeups(line.pid)
    time.sleep(0.5)
    assert kernel.cpu_seconds(line.pid) - used < 0.01
    assert kernel.wakeups(line.pid) == woken
    assert end_of(line, (deed,), GONE_UNREAD_SECONDS).status in (143, 129)


def piped(library_file: Path, typed: str | None, table: dict[str, object]) -> subprocess.CompletedProcess[bytes]:
    """A kiosk in pipes; the input of one that is given nothing to read stays open until it has ended."""
    source, sink = os.pipe()
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm", "PYTHONPATH": str(PROJECT)}
    command = python(HASTY, "--kiosk", "--plain", "--content", str(library_file))
    try:
        if typed is not None:
            os.write(sink, typed.encode())
            os.close(sink)
        return subprocess.run(
            command, stdin=source, capture_output=True, timeout=20, check=False, env=env | {"HASTY": json.dumps(table)}
        )
    finally:
        os.close(source)
        if typed is None:
            os.close(sink)


@pytest.mark.parametrize("typed", ["", "12\n", "12\ndone\n", "quit\n", "exit\n"])
def test_without_a_terminal_it_is_lines_and_ends_with_them(typed: str, library_file: Path) -> None:
    ended = piped(library_file, typed, {})
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"988" in ended.stdout.splitlines()[0]
    assert b"Contents, 23 sections." in ended.stdout
    assert (b"Section 12 of 23." in ended.stdout) is ("12" in typed)
    assert b"\x1b" not in ended.stdout
    assert FIRST.encode() not in ended.stdout


@pytest.mark.every
def test_without_a_terminal_nobody_stays_who_says_nothing(library_file: Path) -> None:
    ended = piped(library_file, None, {"idle": 1, "warning": 1})
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert (
        ended.stdout.splitlines()[-1] == b"Nothing was typed for 2 seconds, so all was forgotten, and this has ended."
    )
