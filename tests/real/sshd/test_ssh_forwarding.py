"""No way through the server to anywhere else: each kind of forwarding is tried, and tried where it is allowed too."""

from __future__ import annotations

import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.real.sshd.client import Client
from tests.real.sshd.door import Door
from tests.real.sshd.server import free_port

pytestmark = pytest.mark.real

NAMED = {
    "DisableForwarding": "no",
    "AllowAgentForwarding": "yes",
    "AllowStreamLocalForwarding": "yes",
    "AllowTcpForwarding": "yes",
    "PermitListen": "",
    "PermitOpen": "",
    "PermitTunnel": "yes",
    "X11Forwarding": "yes",
}
UNRESTRICTED = {"AuthorizedKeysFile": "/etc/trd-tui/ssh_keys_without_restrictions"}
DOORS: dict[str, dict[str, str]] = {
    "as deployed": {},
    "with the settings alone": UNRESTRICTED,
    "with the key's restrictions alone": NAMED,
}
OPEN = {**NAMED, **UNRESTRICTED}
WORD = b"through"
PATIENCE = 5.0


@pytest.fixture(params=list(DOORS))
def shut(request: pytest.FixtureRequest, door: Door) -> Client:
    """Somebody at a door where nothing is forwarded, by both locks or by one of them."""
    return door.client(**DOORS[request.param])


@pytest.fixture
def wide(door: Door) -> Client:
    """Somebody at a door where everything is forwarded: what gets through here is what the others must stop."""
    return door.client(**OPEN)


class Target:
    """Something behind the server that must not be reached; it says one word to whoever comes."""

    def __init__(self, family: int = socket.AF_INET, address: str = "") -> None:
        self._socket = socket.socket(family)
        self._socket.bind(address or ("127.0.0.1", 0))
        self._socket.listen()
        self.port = 0 if address else self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                reached, _ = self._socket.accept()
            except OSError:
                return
            with reached, suppress(OSError):
                reached.sendall(WORD)

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()


@pytest.fixture
def target() -> Iterator[Target]:
    made = Target()
    yield made
    made.close()


@contextmanager
def running(client: Client, *options: str, agent: str = "/nonexistent") -> Iterator[None]:
    """An ssh that stays, with a session that holds it open; `agent` is where the client's own agent listens."""
    command, env = client.ssh("-T", *options), {"PATH": "/usr/bin:/bin", "SSH_AUTH_SOCK": agent}
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=env, stdout=nowhere, stderr=nowhere) as process:
        try:
            wait(lambda: bool(client.server.account.readers()))
            yield
        finally:
            process.kill()


def wait(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def heard(address: str | tuple[str, int], first: bytes = b"", skip: int = 0) -> bytes:
    """What is said to somebody who goes to an address; nothing where nobody is there."""
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family) as line:
        line.settimeout(PATIENCE)
        try:
            line.connect(address)
            line.sendall(first)
            data = b""
            while part := line.recv(100):
                data += part
        except OSError:
            return b""
        return data[skip:]


def local(client: Client, target: Target, writable: Path) -> bytes:
    port = free_port()
    with running(client, "-L", f"{port}:127.0.0.1:{target.port}"):
        return heard(("127.0.0.1", port))


def dynamic(client: Client, target: Target, writable: Path) -> bytes:
    port = free_port()
    request = b"\x05\x01\x00" + b"\x05\x01\x00\x01\x7f\x00\x00\x01" + target.port.to_bytes(2, "big")
    with running(client, "-D", str(port)):
        return heard(("127.0.0.1", port), request, skip=12)


def standard_streams(client: Client, target: Target, writable: Path) -> bytes:
    return client.run("-W", f"127.0.0.1:{target.port}").stdout


def remote(client: Client, target: Target, writable: Path) -> bytes:
    port = free_port()
    with running(client, "-R", f"{port}:127.0.0.1:{target.port}"):
        return heard(("127.0.0.1", port))


def to_a_local_socket(client: Client, target: Target, writable: Path) -> bytes:
    address = str(writable / "there")
    behind = Target(socket.AF_UNIX, address)
    Path(address).chmod(0o777)
    port = free_port()
    try:
        with running(client, "-L", f"{port}:{address}"):
            return heard(("127.0.0.1", port))
    finally:
        behind.close()


def from_a_local_socket(client: Client, target: Target, writable: Path) -> bytes:
    with running(client, "-R", f"{writable}/here:127.0.0.1:{target.port}"):
        return heard(str(writable / "here"))


WAYS = (local, dynamic, standard_streams, remote, to_a_local_socket, from_a_local_socket)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_connection_is_forwarded(
    shut: Client, target: Target, writable: Path, way: Callable[[Client, Target, Path], bytes]
) -> None:
    assert way(shut, target, writable) == b""


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_each_way_leads_through_where_it_is_allowed(
    wide: Client, target: Target, writable: Path, way: Callable[[Client, Target, Path], bytes]
) -> None:
    """What shows that the tests above would see it."""
    assert way(wide, target, writable) == WORD


def _agents(client: Client, writable: Path) -> set[str]:
    """Sockets of forwarded agents that sshd made while a session is open."""
    before = _agent_sockets()
    with subprocess.Popen(["ssh-agent", "-D", "-a", f"{writable}/agent"], stdout=subprocess.DEVNULL) as agent:
        try:
            wait((writable / "agent").exists)
            with running(client, "-A", agent=f"{writable}/agent"):
                return _agent_sockets() - before
        finally:
            agent.terminate()


def _agent_sockets() -> set[str]:
    return {str(one) for one in Path("/tmp").glob("ssh-*/agent.*")}  # noqa: S108 - where sshd makes them


def test_the_agent_of_the_client_is_not_reached(shut: Client, writable: Path) -> None:
    assert _agents(shut, writable) == set()


def test_the_agent_is_reached_where_that_is_allowed(wide: Client, writable: Path) -> None:
    assert len(_agents(wide, writable)) == 1


@pytest.mark.parametrize("option", ["-X", "-Y"])
def test_the_display_of_the_client_is_not_reached(shut: Client, option: str) -> None:
    said = shut.run(option, env={"DISPLAY": ":99"}, LogLevel="INFO")
    assert "X11 forwarding request failed" in said.stderr
    assert said.status == 0


def test_no_tunnel_is_opened(shut: Client) -> None:
    """Where the machine has no tunnels at all, the client says so and stops in the same way."""
    said = shut.run("-w", "any:any", "--", "x", LogLevel="INFO", ExitOnForwardFailure="yes")
    assert (said.status, said.stdout) == (255, b"")
    assert "Tunnel" in said.stderr
