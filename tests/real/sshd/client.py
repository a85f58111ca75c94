"""The real ssh, scp and sftp, with a key and a known host of their own and nothing of whoever runs the tests."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from tests.pty.terminal import Terminal
from tests.real.sshd.server import Sshd

PATIENCE = 20.0


class Said(NamedTuple):
    """What came of one command: its status, what it wrote, and the seconds that it took."""

    status: int
    stdout: bytes
    stderr: str
    seconds: float


class Client:
    """Somebody at another machine."""

    def __init__(self, folder: Path, server: Sshd, port: int = 0, key: str = "key") -> None:
        """A person with a key of `folder`, or with none (""); `port` where something stands before the server."""
        self.folder, self.server, self.port = folder, server, port or server.port
        self.key = folder / key if key else "none"
        host = (server.place.settings / "ssh_host_ed25519_key.pub").read_text().split()
        (folder / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {host[0]} {host[1]}\n")

    def options(self, **changes: str) -> list[str]:
        """What every command of theirs needs; `changes` by the name of the option."""
        values = {
            "UserKnownHostsFile": self.folder / "known_hosts",
            "GlobalKnownHostsFile": "none",
            "StrictHostKeyChecking": "yes",
            "IdentityFile": self.key,
            "IdentitiesOnly": "yes",
            "BatchMode": "yes",
            "LogLevel": "ERROR",
            "Port": self.port,
            "User": self.server.account.name,
            **changes,
        }
        return ["-F", "none", *(part for name, value in values.items() for part in ("-o", f"{name}={value}"))]

    def ssh(self, *arguments: str, **changes: str) -> list[str]:
        """The command `ssh ARGUMENTS`; those after the first `--` are what is asked of the other side."""
        place = arguments.index("--") if "--" in arguments else len(arguments)
        return ["ssh", *self.options(**changes), *arguments[:place], "127.0.0.1", *arguments[place:]]

    def run(self, *arguments: str, typed: bytes = b"", env: dict[str, str] | None = None, **changes: str) -> Said:
        """Run ssh without a terminal, and type something into it."""
        return _run(self.ssh(*arguments, **changes), typed, env or {})

    def copy(self, program: str, *arguments: str, typed: bytes = b"") -> Said:
        """Run scp or sftp, with all their arguments."""
        return _run([program, *self.options(), *arguments], typed, {})

    def terminal(self, *arguments: str, term: str = "xterm-256color", **changes: str) -> Terminal:
        """Start ssh in a terminal."""
        return Terminal(self.ssh(*arguments, **changes), env={"TERM": term})


def new_key(file: Path) -> str:
    """Make a key, and give its public part."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file], check=True)
    return file.with_suffix(".pub").read_text() if file.suffix else Path(f"{file}.pub").read_text()


def _run(command: list[str], typed: bytes, env: dict[str, str]) -> Said:
    start = time.monotonic()
    known = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **env}
    done = subprocess.run(command, input=typed, capture_output=True, timeout=PATIENCE, check=False, env=known)
    return Said(done.returncode, done.stdout, done.stderr.decode(errors="replace"), time.monotonic() - start)
