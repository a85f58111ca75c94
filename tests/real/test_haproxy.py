from __future__ import annotations

import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.real.conftest import need
from tests.real.machine import machine
from tests.real.machine.machine import until

CONFIG = Path(__file__).parents[2] / "deploy/haproxy.cfg"
OF_ROOT = re.compile(r"(?m)^ +(user|group|chroot|stats|log) .*\n")
GREETING = b"SSH-2.0-%s\r\n"
NEW_IN_TEN_SECONDS = 20
CHECKED = 1.0
"""Seconds in which each machine is asked at least five times."""
Fleet = Callable[..., "Balancer"]
pytestmark = pytest.mark.real


class Server:
    """Stands for one machine: says its greeting to whoever comes, and keeps the connection."""

    def __init__(self, greeting: bytes) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._greeting = greeting
        self._open: list[socket.socket] = []
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._open.append(connection)
            connection.sendall(self._greeting)

    def die(self) -> None:
        """Take no connection any more, and close those that are open."""
        self._socket.shutdown(socket.SHUT_RDWR)
        for one in (self._socket, *self._open):
            one.close()


class Balancer:
    """HAProxy with the file of deploy/, with other addresses and without what needs root; it asks more often."""

    def __init__(self, servers: list[Server], folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        text = OF_ROOT.sub("", CONFIG.read_text(encoding="utf-8")).replace("bind :2222", f"bind 127.0.0.1:{self.port}")
        for number, server in enumerate(servers, start=11):
            text = text.replace(f"192.0.2.{number}:2222", f"127.0.0.1:{server.port}")
        file = folder / "haproxy.cfg"
        text = text.replace("inter 5s fastinter 1s", "inter 100ms").replace("timeout check 5s", "timeout check 100ms")
        file.write_text(text, encoding="utf-8")
        self._process = subprocess.Popen(
            ["haproxy", "-db", "-f", file], stderr=subprocess.DEVNULL, env={"PATH": machine.PATH}
        )
        self._open: list[socket.socket] = []
        until(self._answers)

    def _answers(self) -> bool:
        with socket.socket() as tried:
            return tried.connect_ex(("127.0.0.1", self.port)) == 0

    def connect(self) -> socket.socket:
        """A connection that stays open."""
        self._open.append(socket.create_connection(("127.0.0.1", self.port), timeout=5))
        return self._open[-1]

    def greeted(self) -> bytes:
        """What a new connection is greeted with; empty where it is refused."""
        try:
            return self.connect().recv(100)
        except ConnectionResetError:
            return b""

    def stop(self) -> None:
        for one in self._open:
            one.close()
        self._process.kill()
        self._process.wait()


@pytest.fixture
def fleet(tmp_path: Path) -> Iterator[Fleet]:
    """Start HAProxy in front of some servers."""
    need(machine, "scripts/console")
    started: list[Balancer] = []

    def start(*servers: Server) -> Balancer:
        started.append(Balancer(list(servers), tmp_path))
        return started[-1]

    yield start
    for one in started:
        one.stop()


def _servers() -> tuple[Server, Server, Server]:
    return Server(GREETING % b"a"), Server(GREETING % b"b"), Server(GREETING % b"c")


def test_connections_are_spread_and_the_spare_machine_has_none(fleet: Fleet) -> None:
    balancer = fleet(*_servers())
    greetings = [balancer.greeted() for _ in range(6)]
    assert set(greetings) == {GREETING % b"a", GREETING % b"b"}
    assert max(map(greetings.count, greetings)) <= 4


def test_what_is_no_ssh_server_gets_no_people(fleet: Fleet) -> None:
    balancer = fleet(Server(b"HTTP/1.1 400 no\r\n"), *_servers()[1:])
    time.sleep(CHECKED)
    assert {balancer.greeted() for _ in range(4)} == {GREETING % b"b"}


def test_when_a_machine_dies_its_visits_end_and_the_next_ones_go_elsewhere(fleet: Fleet) -> None:
    first, second, spare = _servers()
    balancer = fleet(first, second, spare)
    visits = {one.recv(100): one for one in (balancer.connect(), balancer.connect())}
    first.die()
    assert visits[GREETING % b"a"].recv(100) == b""
    assert {balancer.greeted() for _ in range(3)} == {GREETING % b"b"}
    second.die()
    time.sleep(CHECKED)
    assert balancer.greeted() == GREETING % b"c"


def test_one_address_cannot_take_all_places(fleet: Fleet) -> None:
    balancer = fleet(*_servers())
    greetings = [balancer.greeted() for _ in range(NEW_IN_TEN_SECONDS + 5)]
    assert sum(bool(one) for one in greetings) <= NEW_IN_TEN_SECONDS
    assert greetings[-1] == b""
