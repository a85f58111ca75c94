"""Hostile inputs in the real program: it answers, stays, and does nothing else. `python -m tests.hostile` has more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.cases import some
from tests.hostile.__main__ import options_for, places_for
from tests.hostile.inputs import HUGE, KINDS, MIXED, Size, source
from tests.hostile.monkey import Monkey
from tests.hostile.places import Place
from tests.hostile.screen import Screen

pytestmark = pytest.mark.pty

SEED, EACH = 5, 20
KIOSK = {place.name: place for place in places_for(kiosk=True)}
READER = {place.name: place for place in places_for(kiosk=False)}
SOON = ("search field", "question", "plain, contents")
BAD = {
    "a file left open": "kept.append(open('/etc/hostname'))",
    "a file left behind": "open('left', 'w').close()",
    "a file that came and went": "import os; open('left', 'w').close(); os.remove('left')",
    "bytes for another file": "import os; os.write(os.open('/dev/null', os.O_WRONLY), b'private')",
    "a child that ended": "import subprocess; subprocess.run(['true'])",
    "a thread": "import threading, time; threading.Thread(target=time.sleep, args=[9], daemon=True).start()",
    "a socket": "import socket; kept = socket.socket()",
    "the clipboard": "print('\\x1b]52;c;b3duZWQ=\\x07', end='')",
    "a title": "print('\\x1b]0;owned\\x07', end='')",
    "a question to the terminal": "print('\\x1b[6n', end='')",
    "an eight-bit control character": "print('\\x9b', end='')",
    "a hidden letter": "print('\\u202e', end='')",
    "a bell": "print('\\a', end='')",
    "an end": "raise SystemExit",
    "a crash": "1 / 0",
}
FRIEND = """
import sys, tty
tty.setraw(0)
kept = []
print("\\x1b[?1049h", end="", flush=True)
while True:
    key = sys.stdin.buffer.raw.read(64)
    if key == b"\\x0c":
        print("\\x1b[H\\x1b[2J", end="", flush=True)
    elif key in (b"\\x1bOP", b"\\x1bOQ"):
        print("\\x1b[HKeys\\r\\n" if key == b"\\x1bOP" else "\\x1b[HGet help now", end="", flush=True)
    elif b"\\x1b" not in key:
        DOES
"""
"""Answers as the full screen does, and does one thing more for any other key."""

Run = Callable[[Place, dict[str, int]], Monkey]


@pytest.fixture
def run(library_file: Path, tmp_path: Path) -> Iterator[Run]:
    """Give some inputs of some kinds in one place of the kiosk, or of the reader where only that has it."""
    monkeys = []

    def give(place: Place, share: dict[str, int], *, kiosk: bool = True) -> Monkey:
        options = options_for(place, str(library_file), kiosk=kiosk)
        monkeys.append(Monkey(place, SEED, tmp_path, options, kiosk=kiosk))
        for kind, count in share.items():
            monkeys[-1].run(kind, count)
        return monkeys[-1]

    yield give
    for monkey in monkeys:
        monkey.close()


@pytest.mark.parametrize("name", some(SOON, SOON[::2]))
def test_a_kiosk_stays_and_answers_whatever_is_typed(name: str, run: Run) -> None:
    monkey = run(KIOSK[name], {MIXED: 50, HUGE: 1})
    assert not monkey.failures, "\n".join(map(str, monkey.failures))


@pytest.mark.parametrize("name", some(KIOSK, ()))
def test_a_kiosk_stays_and_answers_in_every_place(name: str, run: Run) -> None:
    monkey = run(KIOSK[name], {**dict.fromkeys(KINDS, EACH), HUGE: 4})
    assert not monkey.failures, "\n".join(map(str, monkey.failures))


@pytest.mark.parametrize("name", some(READER, ()))
def test_the_reader_stays_and_answers_in_every_place(name: str, library_file: Path, tmp_path: Path) -> None:
    options = options_for(READER[name], str(library_file), kiosk=False)
    monkey = Monkey(READER[name], SEED, tmp_path, options)
    try:
        for kind in (*KINDS, HUGE):
            monkey.run(kind, EACH if kind != HUGE else 4)
    finally:
        monkey.close()
    assert not monkey.failures, "\n".join(map(str, monkey.failures))


@pytest.mark.parametrize("does", BAD.values(), ids=BAD)
def test_the_monkey_notices_what_must_not_be(does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkey = _among_friends(does, tmp_path, monkeypatch)
    assert monkey.failures


def test_the_monkey_finds_nothing_where_nothing_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _among_friends("pass", tmp_path, monkeypatch).failures


def test_the_monkey_notices_who_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.hostile.monkey.PATIENCE", 0.3)
    monkeypatch.setattr("tests.hostile.monkey.ANSWER_SECONDS", 0.3)
    (failure,) = _among_friends("while True: sys.stdin.buffer.raw.read(64)", tmp_path, monkeypatch).failures
    assert "no answer" in failure.what


def _among_friends(does: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Monkey:
    """The monkey, with a small program that does one thing when a letter comes."""
    monkeypatch.setattr("tests.hostile.monkey.CHANGE_SECONDS", 0.05)
    program = "-c", FRIEND.replace("DOES", does)
    monkey = Monkey(Place("friend", (), ""), SEED, folder, (), program=program)
    try:
        monkey.run("letters", 2)
    finally:
        monkey.close()
    return monkey


@pytest.mark.parametrize("kind", [*KINDS, MIXED])
def test_inputs_are_the_same_for_the_same_seed(kind: str) -> None:
    first, again, other = (list(islice(source(kind, Random(seed)), 50)) for seed in (1, 1, 2))
    assert first == again != other
    assert all(isinstance(one, Size) or one for one in first if one != b"")


def test_every_control_character_comes_alone() -> None:
    given = set(islice(source("control characters", Random(SEED)), 97))
    assert given >= {bytes([code]) for code in (*range(32), 127, *range(128, 160))}
    assert given >= {chr(code).encode() for code in range(128, 160)}


def test_the_screen_shows_what_was_written() -> None:
    screen = Screen(8, 3)
    screen.feed(b"\x1b[m\x1b[H\x1b[2Jone\r\ntw\xc3")
    screen.feed(b"\xa9\x1b[2;1HT\x1b[3")
    screen.feed(b"Gx\x1b[K\x1b[3;5Hend\b!")
    assert screen.rows == ["one", "Twx", "    en!"]
    screen.feed(b"\x1b[1;2r\x1b[2H\n\x1b[r\x1b[H\x1b[3Bfoo")
    assert screen.rows == ["Twx", "", "foo en!"]
    screen.feed(b"\x1b[2;3r\x1b[2H\x1bM\x1b[r")
    assert screen.rows == ["Twx", "", ""]
