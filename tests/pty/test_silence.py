"""Ten seconds in which nobody types, in every mode at once: no byte, no wake-up, no second thread, no blinking."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import NamedTuple

import pytest

from tests.pty import kernel, sequences
from tests.pty.conftest import Start
from tests.pty.terminal import Terminal
from tests.pty.walks import settle

IDLE_SECONDS = 10
LONGEST_TIMER = 500
"""Milliseconds; the longest of the program's own are 100."""
F2, ENTER = "\x1bOQ", "\r"
QUESTION = [("g", "1 Start"), (ENTER, "Show me help"), ("2", "2 (x)")]


class Mode(NamedTuple):
    """One way to use the program: options, columns and rows, keys with what to wait for after each, the first words."""

    options: tuple[str, ...] = ()
    size: tuple[int, int] = (80, 24)
    keys: tuple[tuple[str, str], ...] = ()
    starts: str = "F2 Help"


MODES = {
    "full screen, wide": Mode(keys=(("\x1b[B", "What is TRD? \u00b7 2 of 23"),)),
    "full screen, text": Mode(keys=(("\t", "Esc Back"),)),
    "full screen, narrow": Mode(size=(40, 12)),
    "full screen, smallest": Mode(size=(20, 6), starts="988"),
    "full screen, high contrast": Mode(("--theme", "high-contrast")),
    "linear": Mode(("--linear",)),
    "linear, text": Mode(("--linear",), keys=((ENTER, "Esc Back"),)),
    "search field": Mode(keys=(("/", "Search:"), ("sleep", " found"))),
    "question": Mode(keys=tuple(QUESTION)),
    "help page": Mode(keys=((F2, "Crisis line, any hour"),)),
    "plain": Mode(("--plain",), starts="commands:"),
    "plain, question": Mode(("--plain",), keys=(("g\n", "Number, "), ("1\n", "Show me help")), starts="commands:"),
}


@pytest.fixture
def running(start: Start) -> Iterator[dict[str, Terminal]]:
    """The program in every mode at once, each waiting for a key."""
    with ExitStack() as stack:
        terminals = {name: stack.enter_context(start(*mode.options, size=mode.size)) for name, mode in MODES.items()}
        for name, terminal in terminals.items():
            _reach(terminal, MODES[name])
        yield terminals


def _reach(terminal: Terminal, mode: Mode) -> None:
    terminal.wait_for(mode.starts)
    for key, shown in mode.keys:
        settle(terminal, longest=LONGEST_TIMER)
        terminal.send(key)
        terminal.wait_for(shown)
    settle(terminal, longest=LONGEST_TIMER)


def test_nothing_happens_by_itself_and_nothing_is_due(running: dict[str, Terminal]) -> None:
    before = {name: kernel.wakeups(terminal.process.pid) for name, terminal in running.items()}
    time.sleep(IDLE_SECONDS)
    woken = {name: kernel.wakeups(terminal.process.pid) - before[name] for name, terminal in running.items()}
    assert woken == dict.fromkeys(MODES, 0)
    assert {name: terminal.read() for name, terminal in running.items()} == dict.fromkeys(MODES, b"")
    assert [name for name, terminal in running.items() if not kernel.waits_for_ever(terminal.process.pid)] == []
    for name, terminal in running.items():
        assert (name, sequences.blinking(terminal.bytes)) == (name, [])
        assert (name, sequences.strangers(terminal.bytes)) == (name, [])
