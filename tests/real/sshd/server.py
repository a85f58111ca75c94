"""The real sshd on a free port of this machine, with the configuration of deploy/ssh."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from tests.real.sshd.account import Account, Process
from tests.real.sshd.place import PROJECT, Place, interpreter

NEEDED = ("sshd", "ssh", "ssh-keygen", "useradd")
PRIVILEGE_SEPARATION = Path("/run/sshd")
PATIENCE = 10.0


def missing() -> str:
    """What the rig needs and this machine has not; empty where everything is there."""
    absent = [name for name in NEEDED if shutil.which(name) is None and not Path("/usr/sbin", name).exists()]
    if not interpreter():
        absent.append("a Python that other accounts may run")
    if os.geteuid() != 0:
        absent.append("root")
    return ", ".join(absent)


class Sshd:
    """A running sshd; `changes` take the place of lines of its configuration, by the name of the setting."""

    def __init__(self, place: Place, account: Account, changes: dict[str, str] | None = None) -> None:
        """Start it, and wait until it answers."""
        self.place, self.account = place, account
        self.port = free_port()
        name = f"sshd-{self.port}"
        self.log = place.settings / f"{name}.log"
        self.config = place.write(f"{name}.conf", self._config(changes or {}))
        # Made by the unit in a deployment.
        PRIVILEGE_SEPARATION.mkdir(mode=0o755, exist_ok=True)
        command = ["/usr/sbin/sshd", "-D", "-f", str(self.config), "-E", str(self.log)]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        self._wait_until_it_answers()

    def stop(self) -> None:
        """End it; the sessions go on, as they do when a listening sshd ends."""
        self.process.terminate()
        self.process.wait()

    def settings(self) -> dict[str, str]:
        """What holds in it, by the names of the settings in small letters."""
        line = ["/usr/sbin/sshd", "-T", "-f", str(self.config)]
        said = subprocess.run(line, check=True, capture_output=True, text=True).stdout
        return dict(one.split(" ", 1) for one in said.splitlines() if " " in one)

    def family(self) -> list[Process]:
        """All processes of its sessions, root's part of each and the programs, without the listening one."""
        found, new = [], [Process(self.process.pid)]
        while new:
            parent = new.pop()
            children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
            below = [Process(int(pid)) for pid in children.read_text().split()] if children.exists() else []
            found += below
            new += below
        return found

    def _config(self, changes: dict[str, str]) -> str:
        lines = (PROJECT / "deploy/ssh/sshd_trd_kiosk.conf").read_text().splitlines()
        own = {"Port": f"{self.port}\nListenAddress 127.0.0.1", "AllowUsers": self.account.name, **changes}
        kept = [line for line in lines if line.split(" ")[0] not in own]
        # The first value counts, so what is included must not come before what the test wants.
        return "\n".join([*(f"{name} {value}" for name, value in own.items() if value), *kept]) + "\n"

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                assert self.process.poll() is None, self.log.read_text()
                assert time.monotonic() < deadline, "sshd did not answer"
                time.sleep(0.02)


def free_port() -> int:
    """A port that nothing listens on just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
