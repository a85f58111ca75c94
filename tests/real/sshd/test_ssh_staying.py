"""Who stays too long, who crowds the door, and who is done."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack

import pytest

from tests.pty.terminal import Terminal
from tests.real.sshd.client import Client
from tests.real.sshd.door import Door

pytestmark = pytest.mark.real

START = "Press Enter to start"
GONE = 2.0
ELSEWHERE = "127.0.0.2"
"""Another address of this machine, for somebody who crowds the door."""
DONE = "\x1b[21~"
"""F10."""


def _started(terminal: Terminal) -> None:
    terminal.wait_until(lambda: START in terminal.text)


def test_a_session_in_which_nothing_comes_and_goes_is_closed(door: Door) -> None:
    with door.client(ChannelTimeout="*=2s").terminal() as terminal:
        _started(terminal)
        start = time.monotonic()
        terminal.wait_exit()
        assert time.monotonic() - start < 2 + GONE
        assert door.account.wait_gone(GONE) < GONE


def test_whoever_types_is_not_closed(door: Door) -> None:
    with door.client(ChannelTimeout="*=2s").terminal() as terminal:
        _started(terminal)
        for _ in range(5):
            time.sleep(0.8)
            terminal.send("\x1b[B")
        assert terminal.process.poll() is None


def test_silent_connections_from_one_address_keep_nobody_else_out(door: Door) -> None:
    server = door.server()
    with ExitStack() as lines:
        for _ in range(60):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", server.port), 5, (ELSEWHERE, 0)))
            line.sendall(b"SSH-2.0-nobody\r\n")
        start = time.monotonic()
        assert door.client().run().status == 0
        assert time.monotonic() - start < 5


def test_who_is_done_in_the_full_screen_is_let_out(client: Client) -> None:
    with client.terminal() as terminal:
        _started(terminal)
        terminal.send("\r")
        terminal.wait_for("What is TRD?")
        terminal.send(DONE)
        terminal.wait_for("Are you done?")
        terminal.send("\r")
        assert terminal.wait_exit() == 0
        assert terminal.text.strip() == ""


def test_who_is_done_in_plain_mode_is_let_out(client: Client) -> None:
    with client.terminal(term="dumb") as terminal:
        terminal.wait_for("Enter to start")
        terminal.send("done\r")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("keys", ["\x03", "\x1a", "\x1c", "\x04", "\x13", "\x11", "\x1b[5~\x03\x03"], ids=ascii)
def test_no_key_that_ends_or_stops_programs_leads_out(client: Client, keys: str) -> None:
    with client.terminal() as terminal:
        _started(terminal)
        terminal.send(keys)
        terminal.read_until_quiet(0.2)
        terminal.send("\r")
        terminal.wait_for("What is TRD?")
        assert len(client.server.account.readers()) == 1


def test_the_client_learns_how_the_reader_ended_and_gets_its_terminal_back(client: Client) -> None:
    with client.terminal() as terminal:
        _started(terminal)
        (reader,) = client.server.account.readers()
        reader.terminate()
        assert terminal.wait_exit() == 143
        assert terminal.bytes.count(b"\x1b[?1049h") == terminal.bytes.count(b"\x1b[?1049l")
