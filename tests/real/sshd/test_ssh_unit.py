"""The files of deploy/ssh, unchanged but for the port, under the real systemd, set up as docs/deploy.md says."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.real.conftest import need
from tests.real.machine import machine
from tests.real.machine.machine import Machine, until
from tests.real.sshd.client import Client, Said
from tests.real.sshd.door import Door
from tests.real.sshd.server import free_port

pytestmark = pytest.mark.real

LOCK = Path(tempfile.gettempdir()) / "trd-tui-console.lock"
UNIT = "trd-kiosk-sshd"
DROP_IN = f"/etc/systemd/system/{UNIT}.service.d"
DEPLOY = "/run/checkout/deploy"
WHO = {"User": "kiosk"}
SETUP = f"""set -eu
cp -a PLACE /opt/trd-tui
install -m 755 {DEPLOY}/trd-kiosk /opt/trd-tui/bin
useradd --system --no-create-home --home-dir / --shell /opt/trd-tui/bin/trd-kiosk --password '*' kiosk
mkdir -p /etc/trd-tui {DROP_IN}
install -m 644 {DEPLOY}/kiosk-ssh.toml /etc/trd-tui
install -m 644 {DEPLOY}/ssh/sshd_trd_kiosk.conf /etc/trd-tui/sshd_config
sed -i 's/^Port 2222$/Port PORT\\nListenAddress 127.0.0.1/' /etc/trd-tui/sshd_config
install -m 600 PLACE/etc/ssh_host_ed25519_key PLACE/etc/ssh_host_ed25519_key.pub /etc/trd-tui
install -m 644 PLACE/etc/ssh_keys /etc/trd-tui
install -m 644 {DEPLOY}/ssh/{UNIT}.service /etc/systemd/system
install -m 644 {DEPLOY}/ssh/limits.conf {DROP_IN}
touch RECORDS
"""
RECORDS = ("/var/log/wtmp", "/var/log/btmp", "/var/log/lastlog", "/run/utmp")
"""Where a machine keeps who came, when, and from where."""
TRIES = """
import os, socket
def tried(name, attempt):
    try:
        attempt()
    except OSError as error:
        print(name, error.__class__.__name__)
    else:
        print(name, "WORKED")
for folder in ("/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/run/sshd", "/etc/trd-tui", "/home", "/opt/trd-tui"):
    tried("file", lambda: os.mkdir(folder + "/x"))
tried("log", lambda: open("/var/log/wtmp", "rb"))
tried("raw", lambda: socket.socket(socket.AF_PACKET))
tried("netlink", lambda: socket.socket(socket.AF_NETLINK))
tried("root", lambda: os.setuid(0))
print([name for name in os.listdir("/proc") if name.isdigit() and os.stat("/proc/" + name).st_uid != os.getuid()])
"""


class Served:
    """A machine with the unit running, and somebody outside who has the known key."""

    def __init__(self, machine: Machine, client: Client) -> None:
        self.machine, self.client = machine, client

    def sessions(self) -> int:
        """Readers that run in it."""
        found = self.machine.run("pgrep", "-u", "kiosk", "-fc", "trd_tui", check=False)
        return int(found.stdout or 0)

    def restart(self, service: str = "") -> None:
        """Start the unit anew, with some lines added to it."""
        self.machine.run("tee", f"{DROP_IN}/test.conf", stdin=f"[Service]\n{service}".encode())
        self.machine.run("systemctl", "daemon-reload")
        self.machine.run("systemctl", "restart", UNIT)

    def records(self) -> str:
        """The state of what is kept about visits."""
        return self.machine.run("sha256sum", *RECORDS).stdout

    def run(self, *arguments: str) -> Said:
        """Somebody without a terminal."""
        return self.client.run(*arguments, User="kiosk")


@pytest.fixture(scope="module")
def started(deployed: Door, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The machine, once for the module."""
    need(machine, "scripts/console")
    port = free_port()
    client = Client(deployed.folder, deployed.server(), port)
    setup = SETUP.replace("PLACE", str(deployed.place.root)).replace("PORT", str(port))
    setup = setup.replace("RECORDS", " ".join(RECORDS))
    with Machine(tmp_path_factory.mktemp("machine")) as made:
        made.run("sh", "-c", setup)
        made.boot(LOCK)
        yield Served(made, client)


@pytest.fixture
def served(started: Served) -> Iterator[Served]:
    """The same, with the unit as deployed."""
    started.restart()
    yield started
    until(lambda: started.sessions() == 0)


def _visit(served: Served) -> None:
    assert served.run("--", "id").status == 0
    with served.client.terminal(**WHO) as terminal:
        terminal.wait_for("Press Enter to start")
        assert served.sessions() == 1
    until(lambda: served.sessions() == 0)


def test_a_visit_leaves_no_record_and_changes_no_file(served: Served) -> None:
    before = served.records(), served.machine.changed()
    _visit(served)
    assert (served.records(), served.machine.changed()) == before


def test_a_visit_would_be_recorded_where_the_unit_does_not_stop_it(served: Served) -> None:
    """What shows that the test above would see it."""
    served.restart("ProtectSystem=no\nInaccessiblePaths=\n")
    before = served.records()
    _visit(served)
    assert served.records() != before


def test_sessions_stay_in_the_unit_and_end_with_it(served: Served) -> None:
    with served.client.terminal(**WHO) as terminal:
        terminal.wait_for("Press Enter to start")
        assert int(served.machine.shown("TasksCurrent", UNIT)) == 4
        start = time.monotonic()
        served.machine.run("systemctl", "stop", UNIT)
        terminal.wait_exit()
        assert time.monotonic() - start < 5
        assert served.sessions() == 0


def test_a_session_can_write_nowhere_and_sees_nobody(served: Served) -> None:
    launcher = served.machine.run("cat", "/opt/trd-tui/bin/trd-kiosk").stdout
    served.machine.run("tee", "/opt/trd-tui/tries.py", stdin=TRIES.encode())
    changed = launcher.replace('-m trd_tui --kiosk --config "$config"', "/opt/trd-tui/tries.py")
    served.machine.run("tee", "/opt/trd-tui/bin/trd-kiosk", stdin=changed.encode())
    try:
        said = served.run()
    finally:
        served.machine.run("tee", "/opt/trd-tui/bin/trd-kiosk", stdin=launcher.encode())
    assert (said.status, said.stderr) == (0, "")
    assert b"WORKED" not in said.stdout
    assert said.stdout.count(b"file ") == 9
    assert said.stdout.endswith(b"[]\n")


def test_when_the_tasks_are_used_up_the_next_is_not_let_in_and_the_others_read_on(served: Served) -> None:
    served.restart("TasksMax=11\n")
    with ExitStack() as leaving:
        terminals = [leaving.enter_context(served.client.terminal(**WHO)) for _ in range(3)]
        for terminal in terminals:
            terminal.wait_for("Press Enter to start")
        assert served.run().status == 255
        for terminal in terminals:
            terminal.send("\r")
            terminal.wait_for("What is TRD?")
        terminals[0].process.kill()
        until(lambda: served.sessions() == 2)
        assert served.run().status == 0
    assert served.machine.shown("NRestarts", UNIT) == "0"


def test_when_the_memory_is_used_up_one_session_ends_and_the_server_stays(served: Served) -> None:
    served.restart("MemoryMax=60M\n")
    with ExitStack() as leaving:
        terminals = [leaving.enter_context(served.client.terminal(**WHO)) for _ in range(6)]
        until(lambda: any(terminal.process.poll() is not None for terminal in terminals), seconds=30)
        time.sleep(1)
        assert served.machine.shown("ActiveState", UNIT) == "active"
        assert 1 <= served.sessions() < 6
    until(lambda: served.sessions() == 0)
    assert served.run().status == 0
    assert served.machine.shown("NRestarts", UNIT) == "0"
