"""Each kind of terminal, by locale and colors, started for real: front end, letters, colors, and no questions asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cases import some
from tests.pty import kernel, sequences, waits
from tests.pty.terminal import Terminal, python
from tests.real.conftest import need
from tests.terminals import CELLS, Cell

SOME = """
    xterm-256color UTF-8 COLORTERM | xterm-256color C TERM | xterm UTF-8 NO_COLOR | xterm UTF-8 TERM
    linux UTF-8 COLORTERM | screen-256color UTF-8 COLORTERM | tmux-256color C --no-color | vt100 UTF-8 COLORTERM
    vt220 C TERM | dumb UTF-8 COLORTERM | (unset) C TERM | bogus UTF-8 TERM | bogus UTF-8 COLORTERM | bogus C NO_COLOR
"""
ALIKE = "xterm-256color UTF-8 COLORTERM | xterm UTF-8 COLORTERM | tmux-256color UTF-8 COLORTERM | bogus UTF-8 COLORTERM"
ALIKE_PLAIN = "dumb UTF-8 TERM | (unset) UTF-8 TERM | dumb UTF-8 COLORTERM | dumb UTF-8 NO_COLOR"
FIRST = "xterm UTF-8 TERM | xterm C TERM | dumb UTF-8 TERM"
"""What is started before all else, since the first start of each kind compiles."""
WHY = {
    "dumb": b"Plain mode, because this terminal says that it cannot show a full screen (TERM).",
    "(unset)": b"Plain mode, because this terminal says that it cannot show a full screen (TERM).",
    "bogus": b"Plain mode, because the program does not know this terminal (TERM). Type f for the full screen.",
}
WHOLE_SCREEN = b"\x1b[?1049h"
RESTS = 0.05
"""The longest wait of any start: plain mode's pause between paragraphs, shorter than what an answer is waited for."""

Run = Callable[..., Terminal]
"""Starts the program as a cell of the table has it, below another command where one is given."""


class Start(NamedTuple):
    """A start up to where the program waits for a key: what it wrote, and how much it read before."""

    written: bytes
    read: int


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Starts the program as a cell of the table has it, in colors that show how many there are."""
    home = str(tmp_path_factory.mktemp("home"))

    def start(cell: Cell, *below: str) -> Terminal:
        env = {"HOME": home, "PATH": os.environ["PATH"], **cell.env}
        given = [f"{name}={value}" for name, value in env.items()]
        return Terminal(
            [*below, "env", "-i", *given, *python("-m", "trd_tui", "--theme", "high-contrast", *cell.options)],
            size=(120, 24),
        )

    for id in _named(FIRST):
        _reached(start(CELLS[id]))
    return start


def _reached(terminal: Terminal) -> Start:
    """Wait until the program waits for a key, without ever answering it anything."""
    pid = terminal.process.pid
    with terminal:
        terminal.wait_until(lambda: "F2 Help" in terminal.text or "commands:" in terminal.text)
        terminal.wait_until(lambda: kernel.waits_for_ever(pid) and not terminal.read(0.02))
        return Start(terminal.bytes, kernel.bytes_read(pid))


def _wrong(cell: Cell, written: bytes) -> list[str]:
    """What a start did that is not what the table has."""
    reason = WHY.get(cell.term, b"")
    expected = {
        "front end": (WHOLE_SCREEN in written, cell.full),
        "letters": (written.isascii(), cell.ascii or not cell.full),
        "colors": (sequences.depth(written), cell.depth if cell.full else "none"),
        "sequences": (b"\x1b" in written, cell.full),
        "sequences that are not known": (sequences.strangers(written), []),
        "blinking": (sequences.blinking(written), []),
        "first line": (written[: len(reason)], written[: len(reason)] if cell.full else reason),
    }
    return [f"{name}: {found}, not {right}" for name, (found, right) in expected.items() if found != right]


def _named(cells: str) -> list[str]:
    return [name.strip() for line in cells.strip().splitlines() for name in line.split("|")]


@pytest.mark.parametrize("id", some(_named(SOME), _named(SOME)[::2]))
def test_each_terminal_gets_its_front_end_letters_and_colors(id: str, run: Run) -> None:
    start = _reached(run(CELLS[id]))
    assert _wrong(CELLS[id], start.written) == []


@pytest.mark.parametrize("cells", [ALIKE, ALIKE_PLAIN], ids=["full screen", "plain"])
def test_no_terminal_makes_the_start_read_more(cells: str, run: Run) -> None:
    with ExitStack() as stack:
        running = [stack.enter_context(run(CELLS[id])) for id in _named(cells)]
        assert len({_reached(terminal).read for terminal in running}) == 1


@pytest.mark.real
def test_the_whole_table(run: Run) -> None:
    starts = {id: _reached(run(cell)) for id, cell in CELLS.items()}
    wrong = {id: _wrong(CELLS[id], start.written) for id, start in starts.items()}
    assert {id: found for id, found in wrong.items() if found} == {}
    read: dict[tuple[bool, bool, str], set[int]] = {}
    for id, start in starts.items():
        read.setdefault(_alike(id), set()).add(start.read)
    assert [kind for kind, found in read.items() if len(found) > 1] == []


@pytest.mark.real
def test_no_terminal_makes_the_start_wait_for_an_answer(run: Run, tmp_path: Path) -> None:
    need(waits.Strace(), ".ci/run")
    asked = {}
    for number, (id, cell) in enumerate(CELLS.items()):
        report = tmp_path / f"{number}"
        _reached(run(cell, *waits.traced(report)))
        asked[id] = waits.seconds(report)
    assert all(asked.values())
    assert {id: max(found) for id, found in asked.items() if max(found) > RESTS} == {}


def _alike(id: str) -> tuple[bool, bool, str]:
    """What makes a start need more files: the front end, the letters, and the files of the locale."""
    return CELLS[id].full, CELLS[id].ascii, CELLS[id].locale
