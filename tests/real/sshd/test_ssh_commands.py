"""Whatever is asked of the account over SSH, what comes is the reader, or nothing."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.real.sshd.client import Client
from tests.real.sshd.door import Door

pytestmark = pytest.mark.real

COMMANDS = {
    "a program": "id",
    "a shell": "/bin/sh -i",
    "a shell's option": "-c id",
    "a shell's line": "echo $HOME; id && cat /etc/passwd | head `id` > /tmp/trd-kiosk-was-here",
    "another Python": "python3 -c 'print(1)'",
    "an option of the reader": "--version",
    "another command of the reader": "check /etc",
    "a file of settings": "--config /etc/passwd",
    "copying here": "scp -t /tmp/trd-kiosk-was-here",
    "copying away": "scp -f /etc/passwd",
    "files": "internal-sftp",
    "a server of files": "/usr/lib/openssh/sftp-server",
    "rsync": "rsync --server -e.LsfxC . /tmp/trd-kiosk-was-here",
    "git": "git-upload-pack /",
    "nothing but control characters": "\x1b]0;title\x07\x03\x1a\x1b[2J",
    "a new line": "x\nid\n",
    "bytes that are no text": "\udcff\udcfe",
    "100,000 characters": "x" * 100_000,
}


@pytest.fixture(scope="module")
def plain(deployed: Door) -> bytes:
    """What somebody without a terminal is given who asks for nothing, and says nothing."""
    said = deployed.client().run("-T")
    assert (said.status, said.stderr) == (0, "")
    return said.stdout


def test_without_a_terminal_comes_the_reader_in_plain_lines(plain: bytes) -> None:
    assert b"elp" in plain
    assert b"\x1b" not in plain
    assert b"\r" not in plain


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_a_command_brings_the_reader_and_nothing_else(client: Client, plain: bytes, command: str) -> None:
    said = client.run("--", command)
    assert (said.status, said.stdout, said.stderr) == (0, plain, "")
    assert said.seconds < 1
    assert not Path("/tmp/trd-kiosk-was-here").exists()  # noqa: S108 - where the commands would have left it


def test_words_after_a_command_are_read_as_the_reader_reads_them(client: Client) -> None:
    said = client.run("--", "sh", typed=b"id\n1\n")
    assert said.status == 0
    assert b"uid=" not in said.stdout
    assert b"988" in said.stdout


def test_a_command_in_a_terminal_brings_the_reader(client: Client) -> None:
    with client.terminal("-tt", "--", "sh -i") as terminal, client.terminal() as other:
        other.wait_for("988")
        terminal.wait_until(lambda: terminal.text == other.text)


@pytest.mark.parametrize("subsystem", ["sftp", "netconf", "sh", "/bin/sh", "publickey@vandyke.com"])
def test_there_is_no_subsystem(client: Client, subsystem: str) -> None:
    said = client.run("-s", "--", subsystem)
    assert (said.status, said.stdout) == (255, b"")
    assert "subsystem request failed" in said.stderr


@pytest.mark.parametrize("options", [(), ("-O",)], ids=["as sftp", "as scp"])
def test_no_file_is_copied_in_either_direction(
    client: Client, tmp_path: Path, writable: Path, options: tuple[str, ...]
) -> None:
    (tmp_path / "mine").write_text("mine")
    given = client.copy("scp", *options, str(tmp_path / "mine"), f"127.0.0.1:{writable}/mine")
    taken = client.copy("scp", *options, "127.0.0.1:/etc/passwd", str(tmp_path / "taken"))
    assert given.status != 0
    assert taken.status != 0
    assert list(writable.iterdir()) == []
    assert not (tmp_path / "taken").exists()


def test_there_is_no_sftp(client: Client) -> None:
    said = client.copy("sftp", "-b", "-", "127.0.0.1", typed=b"ls /\n")
    assert (said.status, said.stdout) == (255, b"")


def test_a_connection_without_a_session_starts_nothing_and_ends(door: Door) -> None:
    client = door.client(UnusedConnectionTimeout="1s")
    said = client.run("-N")
    assert (said.status, said.stdout) == (255, b"")
    assert 1 <= said.seconds < 5


def test_bytes_that_are_no_ssh_end_when_the_time_to_come_in_is_over(door: Door) -> None:
    server = door.server(LoginGraceTime="1s")
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        line.sendall(b"SSH-2.0-x\r\n")
        while line.recv(4096):
            pass


def test_one_connection_has_one_session(client: Client, tmp_path: Path) -> None:
    shared = ("-o", f"ControlPath={tmp_path}/shared")
    with client.terminal("-M", *shared) as first:
        first.wait_for("988")
        # Where the first connection has no place for it, the client would go on by one of its own.
        second = client.run(*shared, "--", "id", ControlMaster="no", ProxyCommand="false")
        assert second.status == 255
        assert second.stdout == b""
        assert "refused" in second.stderr
        assert len(client.server.account.readers()) == 1


@pytest.mark.parametrize("lock", ["the account's shell", "sshd's command"])
def test_each_of_the_two_locks_holds_alone(door: Door, plain: bytes, lock: str) -> None:
    try:
        if lock == "sshd's command":
            door.account.change("--shell", "/bin/sh")
            said = door.client().run("--", "id")
        else:
            said = door.client(ForceCommand="").run("--", "id")
    finally:
        door.account.change("--shell", str(door.place.launcher))
    assert (said.status, said.stdout) == (0, plain)


def test_without_both_locks_the_same_command_is_run(door: Door) -> None:
    """What shows that the tests above would see it."""
    try:
        door.account.change("--shell", "/bin/sh")
        said = door.client(ForceCommand="").run("--", "id")
    finally:
        door.account.change("--shell", str(door.place.launcher))
    assert b"uid=" in said.stdout
