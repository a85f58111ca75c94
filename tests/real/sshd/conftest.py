from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.conftest import need
from tests.real.sshd import server
from tests.real.sshd.client import Client
from tests.real.sshd.door import Door


@pytest.fixture(scope="session")
def deployed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """The deployment, once for all tests of a process."""
    need(server, "scripts/sshd")
    door = Door(tmp_path_factory.mktemp("client"))
    try:
        yield door
    finally:
        door.remove()


@pytest.fixture
def door(deployed: Door) -> Iterator[Door]:
    """The deployment; whatever a test does, nothing of the account runs afterwards."""
    yield deployed
    deployed.account.wait_gone()


@pytest.fixture
def client(door: Door) -> Client:
    """Somebody who has the known key, at the server as deploy/ssh has it."""
    return door.client()


@pytest.fixture
def writable(door: Door) -> Path:
    """A folder that the account can reach and write to."""
    folder = Path(tempfile.mkdtemp(prefix="writable-", dir=door.place.root))
    folder.chmod(0o777)
    return folder
