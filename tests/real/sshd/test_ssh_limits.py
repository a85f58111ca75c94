"""The limits that the launcher puts on each session: what they are, and what happens to somebody who comes to one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.real.sshd.client import Client
from tests.real.sshd.door import Door

pytestmark = pytest.mark.real

LIMITS = {
    "Max address space": "134217728",
    "Max cpu time": "300",
    "Max file size": "0",
    "Max open files": "32",
    "Max processes": "0",
}
SEEN = """
import os, sys, threading, time
def tried(name, attempt):
    try:
        attempt()
    except (OSError, RuntimeError, MemoryError) as error:
        print(name, type(error).__name__, sep=": ")
    else:
        print(name, "WORKED", sep=": ")
def write():
    with open("WRITABLE/file", "wb", buffering=0) as file:
        file.write(b"x")
def start():
    os.posix_spawn("/bin/true", ["true"], {})
tried("child", os.fork)
tried("program", start)
tried("thread", threading.Thread(target=print).start)
tried("file", write)
tried("files", lambda: [os.dup(0) for _ in range(100)])
tried("memory", lambda: bytearray(150_000_000))
tried("still there", lambda: None)
"""
PATIENCE = 10.0
SPINS = "while True: pass"
FILLS = "kept = []\nwhile True: kept.append(bytearray(1_000_000))"

Changed = Callable[..., Client]


@pytest.fixture
def changed(door: Door) -> Iterator[Changed]:
    """Changes the launcher: another program in the place of the reader, and other texts in the place of some."""

    def put(program: str = "", **texts: str) -> Client:
        launcher = door.place.launcher.read_text()
        if program:
            texts['-m trd_tui --kiosk --config "$config"'] = str(door.place.write("instead.py", program))
        for old, new in texts.items():
            assert old in launcher
            launcher = launcher.replace(old, new)
        door.place.launcher.write_text(launcher)
        return door.client()

    yield put
    door.place.launch()


def test_the_kernel_knows_the_limits_of_the_program(client: Client) -> None:
    with client.terminal() as terminal:
        terminal.wait_for("elp")
        (reader,) = client.server.account.readers()
        assert {name: reader.limits[name] for name in LIMITS} == LIMITS
        assert int(reader.limits["Max core file size"]) <= 1


def test_beyond_a_limit_nothing_works_and_nothing_else_ends(changed: Changed, writable: Path) -> None:
    said = changed(SEEN.replace("WRITABLE", str(writable))).run()
    assert said.stdout.decode().splitlines() == [
        "child: BlockingIOError",
        "program: BlockingIOError",
        "thread: RuntimeError",
        "file: OSError",
        "files: OSError",
        "memory: MemoryError",
        "still there: WORKED",
    ]
    assert (said.status, said.stderr) == (0, "")


def test_a_program_that_spins_is_ended_when_its_time_is_over(changed: Changed) -> None:
    start = time.monotonic()
    with changed(SPINS, **{"ulimit -t 300": "ulimit -t 1"}).terminal() as terminal:
        assert terminal.wait_exit() != 0
    assert time.monotonic() - start < PATIENCE


def test_a_program_that_takes_all_memory_ends_and_the_others_read_on(door: Door, changed: Changed) -> None:
    with door.client().terminal() as other:
        other.wait_for("Enter")
        assert changed(FILLS).run().status == 1
        assert len(door.account.readers()) == 1
        other.send("\r")
        other.wait_until(lambda: "Enter to start" not in other.text)


def test_a_reader_that_has_no_room_says_where_help_is_and_is_not_started_again(door: Door, changed: Changed) -> None:
    with changed(**{"ulimit -v 131072": "ulimit -v 40000"}).terminal() as terminal:
        terminal.wait_for("too little memory")
        assert "988" in terminal.text
        terminal.send("\r")
        assert terminal.wait_exit() == 1
    time.sleep(1)
    assert door.account.processes() == []
