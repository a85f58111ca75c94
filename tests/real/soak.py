"""One kiosk, one process, many people after each other: what stays of memory, handles, threads and children.

`python -m tests.real.soak --seed 1 --minutes 3` runs it. The people are made of the seed: they read, search, answer,
ask for help, paste, change the size, change to plain mode and back, and are done, gone or away with one key. They do
not rest, but each thing that they do counts the time that a person takes for it, so that it is known how many hours of
a waiting room have passed. Only the clinic's times for who is gone are shortened.
"""

from __future__ import annotations

import argparse
import array
import fcntl
import os
import random
import re
import select
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple, Self

from tests.pty.terminal import Terminal, python

HURRIED = """
import sys
import trd_tui.kiosk as kiosk
made = kiosk.from_table
def hurried(table, path):
    found = made(table, path)
    found.idle, found.warning = 2, 1
    return found
kiosk.from_table, kiosk.CHARACTERS_A_SECOND = hurried, 1e9
sys.argv = ["trd-tui", *sys.argv[1:]]
from trd_tui.cli import run
run()
"""
QUARTERS = 4
EVERY = 5
"""People between two measurements, which are taken on the first screen."""
MOST_GROWTH = 0.02
"""Of memory that is its own, from the median of the first quarter to that of the last.

Less cannot be told from the allocator, which takes memory in steps of some 500 KB and does not always give it back.
"""
PATIENCE, AT_ONCE, AFTER_ESCAPE = 20.0, 0.004, 0.08
FIRST_SCREEN = re.compile(rb"to start|: start")
USUAL, LARGEST = (80, 24), (400, 150)
SIZES = ((120, 40), (100, 30), (60, 20), (40, 12), (20, 6), (1, 1), LARGEST)
WORDS = ("sleep", "ketamine", "side effects", "zebrafish", "suicide", "ect", "thyroid", "x" * 60)
KEY, LETTER, PAGE, QUESTION = 1.0, 0.4, 20.0, 8.0
"""Seconds that a person takes: for a key, a letter, a page to read, a question to answer."""
ENTER, ESCAPE, UP, DOWN, TAB, PAGE_DOWN, BACKSPACE = "\r", "\x1b", "\x1b[A", "\x1b[B", "\t", "\x1b[6~", "\x7f"
F1, F2, F5, F6, F7, F10 = "\x1bOP", "\x1bOQ", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[21~"
QUICK_EXIT = "\x18"


class Measured(NamedTuple):
    """The state of the process between two people; memory in KB, `own` is what no other process shares."""

    people: int
    seconds: float
    own: int
    resident: int
    handles: int
    threads: int
    children: int


class Room:
    """The kiosk and its terminal; `seconds` is the time that has passed for the people."""

    def __init__(self, content: str) -> None:
        self.seconds = 0.0
        self.people = 0
        self._terminal = Terminal(python("-c", HURRIED, "--kiosk", "--content", content))
        self._seen = b""

    def __enter__(self) -> Self:
        self.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._terminal.__exit__()

    def press(self, *keys: str, each: float = KEY) -> None:
        """Press some keys, each after the one before was handled."""
        for key in keys:
            self._terminal.send(key)
            self.seconds += each
            # What comes at once after Escape is one key with it.
            self._settle(AFTER_ESCAPE if key == ESCAPE else AT_ONCE)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self._terminal.resize(columns, rows, tell=False)
        self._settle()

    def leave(self, *keys: str) -> None:
        """Leave by some keys, or by none; the quick way out if that does not lead to the first screen."""
        self.resize(*USUAL)
        self._seen = b""
        self.press(*keys)
        if not self._comes(PATIENCE if not keys else 2.0):
            self._seen = b""
            # In plain mode it is a letter.
            self.press(QUICK_EXIT, "\r", "x", "\r")
            self.wait()
        self.people += 1

    def wait(self) -> None:
        """Wait for the first screen."""
        assert self._comes(PATIENCE), self._seen[-2000:]

    def measured(self) -> Measured:
        """What the kernel says of the process."""
        folder = Path("/proc", str(self._terminal.process.pid))
        status = (folder / "status").read_text()
        own, resident, threads = (
            int(re.findall(rf"{name}:\s+(\d+)", status)[0]) for name in ("RssAnon", "VmRSS", "Threads")
        )
        running = sum(len((task / "children").read_text().split()) for task in (folder / "task").iterdir())
        ended = int((folder / "stat").read_text().rpartition(")")[2].split()[8]) > 0
        handles = len(list((folder / "fd").iterdir()))
        return Measured(self.people, self.seconds, own, resident, handles, threads, running + ended)

    def _comes(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while not FIRST_SCREEN.search(self._seen):
            if time.monotonic() > deadline or self._terminal.process.poll() is not None:
                return False
            self._read(0.05)
        self._settle()
        return True

    def _settle(self, quiet: float = AT_ONCE) -> None:
        """Until all that was typed has been read and nothing more is written."""
        deadline = time.monotonic() + PATIENCE
        while self._read(quiet) or self._unread():
            assert time.monotonic() < deadline, "keys are not read"
            assert self._terminal.process.poll() is None, self._seen[-2000:]

    def _read(self, seconds: float) -> bool:
        handle = self._terminal.handle
        if not select.select([handle], [], [], seconds)[0]:
            return False
        self._seen = (self._seen + os.read(handle, 1 << 16))[-20_000:]
        return True

    def _unread(self) -> int:
        count = array.array("i", [0])
        fcntl.ioctl(self._terminal._other, termios.FIONREAD, count)
        return count[0]


Act = Callable[[Room, random.Random], None]


def read(room: Room, chance: random.Random) -> None:
    """A section, some pages of it, and the next one."""
    room.press(*[DOWN] * chance.randrange(12), ENTER)
    room.press(*chance.choices([PAGE_DOWN, DOWN, TAB, "]", "[", "n", ENTER], k=chance.randrange(2, 10)), each=PAGE)
    room.press(ESCAPE)


def search(room: Room, chance: random.Random) -> None:
    """A word, typed with mistakes, a hit, the next match."""
    word = chance.choice(WORDS)
    room.press("/", *word[: chance.randrange(1, 60)], BACKSPACE, *word[-1:], each=LETTER)
    room.press(*[DOWN] * chance.randrange(4), ENTER)
    room.press("n", "N", PAGE_DOWN, each=PAGE)
    room.press(ESCAPE, ESCAPE, ESCAPE)


def answer(room: Room, chance: random.Random) -> None:
    """The questions, some or all, and what comes of them."""
    room.press("g", ENTER)
    for _ in range(chance.randrange(3, 30)):
        room.press(
            *chance.choices("12345", k=chance.randrange(1, 3)), chance.choice([ENTER, ENTER, ENTER, "k", BACKSPACE])
        )
        room.seconds += QUESTION
    room.press(
        *chance.choices(["r", "y", "v", " ", DOWN, ENTER, ESCAPE, "p", "e", "w"], k=chance.randrange(8)), each=PAGE
    )
    room.press(ESCAPE, ESCAPE)


def ask(room: Room, chance: random.Random) -> None:
    """Help now, with another country perhaps, and other pages."""
    room.press(F2, *chance.choice([[], ["c", DOWN, ENTER], [PAGE_DOWN]]), ESCAPE, each=PAGE / 2)
    room.press(*chance.choices([F1, F5, "w", "t", F7, "l"], k=3), ESCAPE, ESCAPE, ESCAPE, each=KEY)


def paste(room: Room, chance: random.Random) -> None:
    """A text into the search field, and into nothing."""
    text = f"\x1b[200~{'a private text ' * chance.randrange(1, 150)}\x1b[201~"
    room.press(*chance.choice([["/"], []]), text, ESCAPE, ESCAPE, ESCAPE, ESCAPE)


def resize(room: Room, chance: random.Random) -> None:
    """A terminal that gets other sizes."""
    for size in chance.choices(SIZES, k=3):
        room.resize(*size)
        room.press(*chance.choices([DOWN, ENTER, ESCAPE, PAGE_DOWN], k=3))
    room.resize(*USUAL)


def listen(room: Room, chance: random.Random) -> None:
    """Plain mode, and back."""
    room.press(F6)
    for line in chance.choices(
        ["n", "3", "search sleep", "1", "h", "s", "g", "2", "back", "b", "c", "?", "w", "full"], k=6
    ):
        room.press(*line, ENTER, each=LETTER)
        room.seconds += PAGE
    room.press(*"full", ENTER)


def lean(room: Room, chance: random.Random) -> None:
    """A hand on a key."""
    room.press(*[chance.choice(["v", "p", "a", " ", "h", F10, F1, "\x03", "\x1a", "\x11", "\x13"])] * 40, each=0.03)
    room.press(*[ESCAPE] * 3)


ACTS: Sequence[tuple[Act, int]] = (
    (read, 8),
    (search, 4),
    (answer, 5),
    (ask, 3),
    (paste, 1),
    (resize, 1),
    (listen, 2),
    (lean, 1),
)
DONE, AWAY, GONE = (F10, ENTER), (QUICK_EXIT,), ()
WAYS_OUT = ((DONE, 10), (AWAY, 6), (GONE, 1))


def visit(room: Room, chance: random.Random) -> None:
    """One person, from the first screen to the first screen."""
    room.press(ENTER)
    for act in chance.choices([act for act, _ in ACTS], [weight for _, weight in ACTS], k=chance.randrange(1, 5)):
        act(room, chance)
    (keys,) = chance.choices([keys for keys, _ in WAYS_OUT], [weight for _, weight in WAYS_OUT])
    room.leave(*keys)


def warm_up(room: Room, chance: random.Random) -> None:
    """People who do everything, on the largest terminal: what can be taken for one is taken before it is measured."""
    for size in [LARGEST] * 3 + [USUAL]:
        room.press(ENTER)
        for act, _ in ACTS:
            room.resize(*size)
            act(room, chance)
        room.leave(*DONE)


def soak(content: str, seed: int, minutes: float) -> list[Measured]:
    """People for some minutes; the state of the process after every few of them."""
    chance, found = random.Random(seed), list[Measured]()
    deadline = time.monotonic() + minutes * 60
    with Room(content) as room:
        warm_up(room, chance)
        while time.monotonic() < deadline:
            visit(room, chance)
            if room.people % EVERY == 0:
                found.append(room.measured())
    return found


def quarters(found: Sequence[Measured]) -> list[Sequence[Measured]]:
    """The measurements in four parts, without the first tenth, in which what is loaded late is loaded."""
    kept = found[max(1, len(found) // 10) :]
    return [kept[len(kept) * number // QUARTERS : len(kept) * (number + 1) // QUARTERS] for number in range(QUARTERS)]


def told(found: Sequence[Measured]) -> str:
    """The quarters as a table."""
    lines = ["quarter  people  hours  own KB (median, most)  resident KB  handles  threads  children"]
    for number, part in enumerate(quarters(found), 1):
        owns = [one.own for one in part]
        resident = median(one.resident for one in part)
        counts = ["-".join(map(str, sorted({one[place] for one in part}))) for place in (4, 5, 6)]
        passed = f"{number:>7} {part[-1].people:>7} {part[-1].seconds / 3600:>6.1f}"
        memory = f"{median(owns):>13.0f} {max(owns):>8} {resident:>12.0f}"
        lines.append(f"{passed} {memory} {counts[0]:>8} {counts[1]:>8} {counts[2]:>9}")
    return "\n".join(lines)


def faults(found: Sequence[Measured]) -> list[str]:
    """What is not as it should be."""
    if len(found) < 5 * QUARTERS:
        return [f"only {len(found)} measurements: it needs more time"]
    first, *_, last = quarters(found)
    before, after = (median(one.own for one in part) for part in (first, last))
    said = [f"memory grew by {after - before:.0f} KB"] if after > before * (1 + MOST_GROWTH) else []
    kept = [one for part in quarters(found) for one in part]
    for name, place in (("handles", 4), ("threads", 5)):
        if len({one[place] for one in kept}) > 1:
            said.append(f"{name} changed: {sorted({one[place] for one in kept})}")
    return [*said, *(["children were started"] if any(one.children for one in found) else [])]


def main() -> int:
    """Run it and tell what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--content", default="", help="a compiled library; the checkout's own content if none is named")
    chosen = parser.parse_args()
    found = soak(chosen.content or str(Path(__file__).parents[2] / "content"), chosen.seed, chosen.minutes)
    wrong = faults(found)
    print(f"seed {chosen.seed}\n{told(found)}", *wrong, sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
