"""However a line is lost, what ran at its end is gone in time, and has not spun."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.pty.terminal import Terminal
from tests.real.sshd.account import Process
from tests.real.sshd.client import Client
from tests.real.sshd.door import Door
from tests.real.sshd.line import Line

pytestmark = pytest.mark.real

GONE = 2.0
ASKS = {"ClientAliveInterval": "1", "ClientAliveCountMax": "1"}
LIMIT = 2
"""Seconds after which sshd gives a silent client up: one question without an answer, and the time for one more."""
SPENT = 0.5
"""Seconds of processor time that the end may take: what spins for two seconds takes more."""


class Session:
    """One session over a line: the client, the line, and what runs for it at the other end."""

    def __init__(self, client: Client, line: Line, terminal: Terminal | None, process: subprocess.Popen[bytes]) -> None:
        self.client, self.line, self.terminal, self.process = client, line, terminal, process
        (self.reader,) = client.server.account.readers()
        self.spent = self.reader.seconds

    @property
    def served_by(self) -> Process:
        """The process of sshd that has the account's rights."""
        return self.reader.parent

    def wait_gone(self, seconds: float) -> float:
        """Seconds until nothing of it runs any more; meanwhile the reader must not have spun."""
        start, spent = time.monotonic(), self.spent
        while self.client.server.account.processes() or self.client.server.family():
            spent = max(spent, self.reader.seconds)
            assert time.monotonic() - start < seconds, [one.command for one in self.client.server.family()]
            time.sleep(0.01)
        assert spent - self.spent < SPENT
        return time.monotonic() - start


@contextmanager
def _session(door: Door, kind: str) -> Iterator[Session]:
    with Line(door.server(**ASKS).port) as line:
        client = door.client(line.port, **ASKS)
        if kind == "without a terminal":
            with subprocess.Popen(client.ssh("-T"), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
                assert process.stdout is not None
                process.stdout.readline()
                yield Session(client, line, None, process)
                process.kill()
        else:
            with client.terminal(term="dumb" if kind == "plain" else "xterm-256color") as terminal:
                terminal.wait_for("elp")
                yield Session(client, line, terminal, terminal.process)


@pytest.fixture(params=["full screen", "plain", "without a terminal"])
def session(request: pytest.FixtureRequest, door: Door) -> Iterator[Session]:
    """A session in which somebody reads."""
    with _session(door, request.param) as started:
        yield started


def client_killed(session: Session) -> None:
    session.process.kill()


def client_told_to_end(session: Session) -> None:
    session.process.terminate()


def client_window_closed(session: Session) -> None:
    session.process.send_signal(signal.SIGHUP)


def line_ended(session: Session) -> None:
    session.line.close()


def line_reset(session: Session) -> None:
    session.line.reset()


def sessions_sshd_killed(session: Session) -> None:
    session.served_by.kill()


def both_sshds_killed(session: Session) -> None:
    parent = session.served_by.parent
    session.served_by.kill()
    parent.kill()


def sessions_sshd_told_to_end(session: Session) -> None:
    session.served_by.signal(signal.SIGTERM)


def reader_told_to_end(session: Session) -> None:
    session.reader.signal(signal.SIGTERM)


def reader_hung_up(session: Session) -> None:
    session.reader.signal(signal.SIGHUP)


def reader_killed(session: Session) -> None:
    session.reader.kill()


WAYS = (
    client_killed,
    client_told_to_end,
    client_window_closed,
    line_ended,
    line_reset,
    sessions_sshd_killed,
    both_sshds_killed,
    sessions_sshd_told_to_end,
    reader_told_to_end,
    reader_hung_up,
    reader_killed,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_session_that_has_lost_its_line_is_gone(session: Session, way: Callable[[Session], None]) -> None:
    way(session)
    session.wait_gone(GONE)


def client_frozen(session: Session) -> None:
    session.process.send_signal(signal.SIGSTOP)


def cable_pulled(session: Session) -> None:
    session.line.pull()


@pytest.mark.parametrize("way", [client_frozen, cable_pulled], ids=lambda way: way.__name__)
def test_a_silent_client_is_given_up_within_twice_sshds_limit(session: Session, way: Callable[[Session], None]) -> None:
    way(session)
    assert session.wait_gone(2 * LIMIT + GONE) > 1


def test_a_client_that_is_there_is_not_given_up(session: Session) -> None:
    time.sleep(2 * LIMIT + 1)
    assert session.process.poll() is None
    assert not session.reader.is_dead
    session.process.kill()
    session.wait_gone(GONE)


def test_a_client_that_has_typed_all_it_had_gets_the_end_of_it(client: Client) -> None:
    start = time.monotonic()
    assert client.run("-T", typed=b"1").status == 0
    client.server.account.wait_gone(GONE)
    assert time.monotonic() - start < GONE
