"""A line of 64 kbit/s on which a key and its answer take 300 ms, between the real ssh and the real sshd.

Counted is what arrives at the client, with all that ssh adds: at least 36 bytes for each packet.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.pty.terminal import Terminal
from tests.real.sshd.client import Client
from tests.real.sshd.door import Door
from tests.real.sshd.line import Line

pytestmark = pytest.mark.real

ONE_WAY, RATE = 0.150, 64_000 / 8
FIRST_FRAME = 5.0
A_KEY, A_PLAIN_KEY, A_PAGE = 1000, 200, 2000
"""Bytes."""
MOVES = {"down": "\x1b[B", "down again": "\x1b[B", "up": "\x1b[A", "to the text": "\t", "a line down": "\x1b[B"}
"""Keys that move the focus, with the preview beside it."""
PAGES = {"search": "/", "a letter": "s", "another letter": "h", "out of the search": "\x1b", "Keys": "\x1bOP"}
"""Keys that bring other text over most of the screen, which is most of what they cost."""
WORD = "where"


@pytest.fixture
def line(door: Door) -> Iterator[Line]:
    """The slow line to the server as deployed."""
    with Line(door.server().port, seconds=ONE_WAY, rate=RATE) as made:
        yield made


@pytest.fixture
def far(door: Door, line: Line) -> Client:
    """Somebody at its end."""
    return door.client(line.port)


def _settled(line: Line, terminal: Terminal) -> None:
    """Wait until nothing is under way: three times the line, in which nothing arrived."""
    arrived = -1
    while arrived != line.to_client:
        arrived = line.to_client
        terminal.read_until_quiet(6 * ONE_WAY)


def _cost(line: Line, terminal: Terminal, keys: str) -> tuple[int, int]:
    """Bytes that arrive for some keys: with what ssh adds, and for the terminal alone."""
    before, shown = line.to_client, len(terminal.bytes)
    terminal.send(keys)
    _settled(line, terminal)
    return line.to_client - before, len(terminal.bytes) - shown


def test_the_first_screen_is_there_in_five_seconds(far: Client) -> None:
    start = time.monotonic()
    with far.terminal() as terminal:
        terminal.wait_for("Press Enter to start")
        print(taken := time.monotonic() - start)
        assert taken < FIRST_FRAME


def test_plain_mode_is_there_in_five_seconds(far: Client) -> None:
    start = time.monotonic()
    with far.terminal(term="dumb") as terminal:
        terminal.wait_for("988")
        print(taken := time.monotonic() - start)
        assert taken < FIRST_FRAME


@pytest.mark.parametrize(("how", "page"), [(("-C",), A_KEY), ((), A_PAGE)], ids=["compressed", "as it is"])
def test_a_key_brings_at_most_a_kilobyte_and_a_page_two_or_one(
    how: tuple[str, ...], page: int, far: Client, line: Line
) -> None:
    with far.terminal(*how) as terminal:
        terminal.wait_for("Press Enter to start")
        terminal.send("\r")
        terminal.wait_for("What is TRD?")
        _settled(line, terminal)
        moves = {name: _cost(line, terminal, key) for name, key in MOVES.items()}
        terminal.send("\x1b")
        _settled(line, terminal)
        pages = {name: _cost(line, terminal, key) for name, key in PAGES.items()}
    print(moves, pages)
    assert max(cost for cost, _ in moves.values()) <= A_KEY
    assert max(cost for cost, _ in pages.values()) <= page


def test_a_typed_letter_in_plain_mode_brings_at_most_200_bytes(far: Client, line: Line) -> None:
    with far.terminal(term="dumb") as terminal:
        terminal.wait_for("988")
        _settled(line, terminal)
        costs = [_cost(line, terminal, letter) for letter in WORD]
        answer = _cost(line, terminal, "\r")
    print(costs, answer)
    assert max(cost for cost, _ in costs) <= A_PLAIN_KEY
    # What an answer costs besides its text.
    assert answer[0] - answer[1] <= A_PLAIN_KEY


def test_idle_is_silent(far: Client, line: Line) -> None:
    with far.terminal() as terminal:
        terminal.wait_for("Press Enter to start")
        _settled(line, terminal)
        before = line.to_client, line.to_server
        time.sleep(3)
        assert (line.to_client, line.to_server) == before
