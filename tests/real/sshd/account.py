"""An account that may do nothing, made for the tests and taken away after them; and what runs under it."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import time
from pathlib import Path

NO_PASSWORD = ""
NO_ENTRY_BY_PASSWORD = "*"  # noqa: S105 - what stands in the place of a password where none can be right
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 20.0


class Account:
    """An account with the launcher in the place of a shell.

    Limits on processes count by account, so each rig has one of its own.
    """

    def __init__(self, name: str, shell: Path, password: str = NO_ENTRY_BY_PASSWORD) -> None:
        """Make it; `password` is what stands for it among the hashes."""
        self.name = name
        line = ["useradd", "--system", "--no-create-home", "--home-dir", "/", "--shell", str(shell)]
        subprocess.run([*line, "--password", password, name], check=True, capture_output=True)
        self.uid = pwd.getpwnam(name).pw_uid

    def change(self, *options: str) -> None:
        """Change it, with the options of usermod."""
        subprocess.run(["usermod", *options, self.name], check=True, capture_output=True)

    def remove(self) -> None:
        """End what runs under it, and take it away."""
        for process in self.processes():
            process.kill()
        self.wait_gone()
        subprocess.run(["userdel", self.name], check=True, capture_output=True)

    def processes(self) -> list[Process]:
        """What runs under it: sshd's side of each session, and the program."""
        found = (Process(int(name)) for name in os.listdir("/proc") if name.isdigit())
        return [process for process in found if process.uid == self.uid]

    def readers(self) -> list[Process]:
        """The programs among them."""
        return [process for process in self.processes() if "trd_tui" in process.command]

    def wait_gone(self, seconds: float = PATIENCE) -> float:
        """Seconds until nothing runs under it any more; AssertionError where something stays."""
        start = time.monotonic()
        while left := self.processes():
            waited = time.monotonic() - start
            assert waited < seconds, f"still there after {waited:.1f} s: {[one.command for one in left]}"
            time.sleep(0.01)
        return time.monotonic() - start


class Process:
    """One process, by its number; what is gone has no command, and uses nothing."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    @property
    def uid(self) -> int:
        """Whose it is, -1 where it is gone."""
        line = self._line("status", "Uid:")
        return int(line.split()[1]) if line and not self.is_dead else -1

    @property
    def is_dead(self) -> bool:
        """Whether it has ended, waited for or not."""
        return self._line("status", "State:").split()[1:2] in ([], ["Z"], ["X"])

    @property
    def command(self) -> str:
        """What it was started as."""
        return self._read("cmdline").replace("\0", " ").strip()

    @property
    def parent(self) -> Process:
        """What started it."""
        return Process(int(self._line("status", "PPid:").split()[1]))

    @property
    def seconds(self) -> float:
        """Processor time."""
        fields = self._read("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS if fields else 0.0

    @property
    def pss(self) -> int:
        """Bytes of memory, what is shared divided by those who share it."""
        line = self._line("smaps_rollup", "Pss:")
        return int(line.split()[1]) * 1024 if line else 0

    @property
    def limits(self) -> dict[str, str]:
        """Its soft limits, by the kernel's names."""
        lines = self._read("limits").splitlines()[1:]
        return {line[:26].strip(): line[26:47].strip() for line in lines}

    @property
    def environment(self) -> dict[str, str]:
        """The environment that it was started with."""
        return dict(one.split("=", 1) for one in self._read("environ").split("\0") if "=" in one)

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal; nothing where it is gone."""
        try:
            os.kill(self.pid, number)
        except ProcessLookupError:
            return

    def terminate(self) -> None:
        """Tell it to end."""
        self.signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.signal(signal.SIGKILL)

    def _line(self, file: str, start: str) -> str:
        return next((line for line in self._read(file).splitlines() if line.startswith(start)), "")

    def _read(self, file: str) -> str:
        try:
            return Path(f"/proc/{self.pid}/{file}").read_text(errors="replace")
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            return ""
