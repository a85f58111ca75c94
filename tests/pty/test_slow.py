"""Readers that look at the cursor's row 20 ms after an arrow key find the right one, on slow machines as well.

What makes it so is order: the driver brings the cursor to the row, with the right words in it, before the program looks
at the key. That is held here without a clock; what such a reader finds on a slow machine is in the tests marked `real`.
"""

from __future__ import annotations

import os
import time
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.cases import some
from tests.pty import kernel
from tests.pty.conftest import Start
from tests.pty.slices import slowed
from tests.pty.terminal import Terminal, python
from tests.pty.walks import DOWN, WALKS, Walk, begin, settle, title

APP = str(Path(__file__).with_name("held_app.py"))
UNPREDICTED = """
from trd_tui import cli
from trd_tui.tui.driver import TerminalDriver
TerminalDriver.predict = lambda *_: None
cli.run()
"""
LOOK_SECONDS, SLOWNESS = 0.020, 15
SHARE = LOOK_SECONDS / SLOWNESS
LEAST, MOST = SHARE * 0.75, SHARE * 1.75
"""Seconds of processor time between which a look counts: with others the program was slowed too much or too little."""
TRIES = 4
SOME = ("list, wide", "list, linear, scrolling", "text, linear, scrolling", "question and choices, linear")


class Gate:
    """What holds the program before it looks at a key."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        os.mkfifo(self.path)

    def open(self) -> None:
        """Let the program look at one key; this waits until it wants to."""
        with open(self.path, "w", encoding="utf-8"):
            pass


def _pressed(terminal: Terminal, gate: Gate) -> tuple[str, str]:
    """What a reader finds on the cursor's row after Down, before the program has looked at the key and after."""
    written = len(terminal.bytes)
    terminal.send(DOWN)
    terminal.wait_until(lambda: len(terminal.bytes) > written)
    terminal.read_until_quiet(0.05)
    before = title(terminal)
    gate.open()
    settle(terminal)
    return before, title(terminal)


@pytest.mark.parametrize("name", some(WALKS, SOME))
def test_the_cursor_is_on_the_next_row_before_the_program_looks_at_the_key(
    name: str, home: Path, tmp_path: Path
) -> None:
    walk = WALKS[name]
    gate = Gate(tmp_path / "gate")
    env = {"HOME": str(home), "GATE": gate.path}
    with Terminal(python(APP, *walk.options), size=walk.size, env=env) as terminal:
        begin(terminal, walk, gate.open)
        titles = [title(terminal)]
        for _ in range(walk.length):
            before, after = _pressed(terminal, gate)
            assert before == after
            assert before != titles[-1]
            titles.append(after)
        assert len(set(titles)) == walk.length + 1


def _slowed(terminal: Terminal) -> AbstractContextManager[None]:
    return slowed(terminal.process.pid, run=1, stop=SLOWNESS - 1)


def _looks(terminal: Terminal, walk: Walk) -> list[bool]:
    """Whether a reader that looks 20 ms after each Down, on a machine 15 times slower, finds the right row."""
    begin(terminal, walk)
    right = []
    for number in range(walk.length):
        before = title(terminal)
        with _slowed(terminal):
            time.sleep(0.03 + number * 0.0037)
            used = kernel.cpu_seconds(terminal.process.pid)
            terminal.send(DOWN)
            time.sleep(LOOK_SECONDS)
            terminal.read()
            found, used = title(terminal), kernel.cpu_seconds(terminal.process.pid) - used
        settle(terminal)
        if LEAST <= used <= MOST:
            right.append(found == title(terminal) != before)
    return right


@pytest.mark.real
@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
def test_a_reader_that_looks_after_20_ms_is_right_on_a_slow_machine(walk: Walk, start: Start) -> None:
    tries: list[list[bool]] = []
    while len(tries) < TRIES and not (tries and all(tries[-1]) and len(tries[-1]) > walk.length / 2):
        with start(*walk.options, size=walk.size) as terminal:
            tries.append(_looks(terminal, walk))
    assert all(tries[-1]), tries
    assert len(tries[-1]) > walk.length / 2


@pytest.mark.real
def test_without_prediction_it_would_be_wrong(home: Path) -> None:
    with Terminal(python("-c", UNPREDICTED), env={"HOME": str(home)}) as terminal:
        right = _looks(terminal, WALKS["list, wide"])
    assert right
    assert sum(right) < len(right) / 2
