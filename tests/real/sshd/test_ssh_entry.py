"""Who comes in: anybody, where deploy/ssh/open.conf is there, else who has a known key; and what is written down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.sshd.account import NO_ENTRY_BY_PASSWORD, NO_PASSWORD
from tests.real.sshd.client import Client, Said, new_key
from tests.real.sshd.door import Door
from tests.real.sshd.place import PROJECT

pytestmark = pytest.mark.real

OPEN = (PROJECT / "deploy/ssh/open.conf").read_text()
SETTINGS = [line for line in OPEN.splitlines() if line and not line.startswith("#")]
STAFF = {
    "AuthenticationMethods": "any",
    "AuthorizedKeysFile": ".ssh/authorized_keys",
    "ForceCommand": "",
    "PasswordAuthentication": "yes",
    "UsePAM": "yes",
}
"""Where Debian's own server differs from this one, as far as coming in goes."""

OF_THE_RIG = "kex_exchange_identification: Connection closed by remote host"
"""From the look whether the server answers; there is no address in it."""


@pytest.fixture
def without_password(door: Door) -> Iterator[None]:
    """The account has an empty password."""
    door.account.change("--password", NO_PASSWORD)
    yield
    door.account.change("--password", NO_ENTRY_BY_PASSWORD)


def _stranger(door: Door, *settings: str) -> Client:
    """Somebody without a key, where these settings are in open.conf."""
    file = door.place.write(f"open-{len(settings)}-{hash(settings)}.conf", "\n".join(settings) + "\n")
    server = door.server(Include=str(file))
    return Client(door.folder, server, key="")


def _with_an_empty_password(client: Client, folder: Path) -> Said:
    """What comes when somebody presses Enter where a password is asked for."""
    answer = folder / "answer"
    answer.write_text("#!/bin/sh\necho\n")
    answer.chmod(0o755)
    asks = {"SSH_ASKPASS": str(answer), "SSH_ASKPASS_REQUIRE": "force", "DISPLAY": ":99"}
    return client.run(env=asks, BatchMode="no", NumberOfPasswordPrompts="1")


def _is_refused(said: Said) -> bool:
    return (said.status, said.stdout) == (255, b"") and "Permission denied" in said.stderr


def test_the_known_key_opens(client: Client) -> None:
    assert client.run().status == 0


def test_no_key_and_another_key_do_not(door: Door) -> None:
    new_key(door.folder / "another")
    for key in ("", "another"):
        said = Client(door.folder, door.server(), key=key).run("--", "id")
        assert _is_refused(said)
        assert "(publickey)" in said.stderr


@pytest.mark.parametrize("name", ["root", "nobody", "kiosk", "sshd"])
def test_no_other_account_comes_in(door: Door, name: str) -> None:
    assert _is_refused(door.client().run("--", "id", User=name))


def test_three_settings_and_an_empty_password_open_to_anybody(door: Door, without_password: None) -> None:
    assert len(SETTINGS) == 3
    stranger = _stranger(door, *SETTINGS)
    said = stranger.run()
    assert (said.status, said.stderr) == (0, "")
    assert b"elp" in said.stdout
    with stranger.terminal() as terminal:
        terminal.wait_for("elp")


@pytest.mark.parametrize("left_out", SETTINGS)
def test_without_one_of_the_three_nobody_comes_in(door: Door, without_password: None, left_out: str) -> None:
    assert _is_refused(_stranger(door, *(line for line in SETTINGS if line != left_out)).run())


def test_with_the_three_but_another_password_nobody_comes_in(door: Door) -> None:
    assert _is_refused(_stranger(door, *SETTINGS).run())


def test_where_anybody_may_come_in_there_is_no_password_to_guess(door: Door, without_password: None) -> None:
    said = _stranger(door, *SETTINGS).run("--", "id", User="root")
    assert _is_refused(said)
    assert "()" in said.stderr


def test_staffs_own_server_does_not_let_the_empty_password_in(
    door: Door, without_password: None, tmp_path: Path
) -> None:
    staff = Client(door.folder, door.server(**STAFF), key="")
    assert _is_refused(staff.run("--", "id"))
    assert _is_refused(_with_an_empty_password(staff, tmp_path))


def test_an_ordinary_visit_leaves_no_line_in_the_log(door: Door) -> None:
    client = door.client(VersionAddendum="its own log")
    client.run("--", "something private")
    with client.terminal() as terminal:
        terminal.wait_for("elp")
    door.account.wait_gone()
    assert set(client.server.log.read_text().splitlines()) <= {OF_THE_RIG}
