"""A machine of its own for a test: this one's files, with a layer above them that takes every change, and systemd.

Namespaces and an overlay, no virtual machine: the kernel and its first console are shared, and nothing below is
written to. Needs root. What the machine starts with is in `layers.sh`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Self

from tests.real.machine import virtual_console

PROGRAMS = (
    "unshare",
    "nsenter",
    "pivot_root",
    "systemctl",
    "systemd-analyze",
    "dumpkeys",
    "setfont",
    "haproxy",
    "foot",
)
FILES = ("/lib/systemd/systemd", "/dev/tty1", "/dev/vcs1")
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
CHECKOUT = Path(__file__).parents[3]
LAYERS = Path(__file__).with_name("layers.sh")
CGROUPS = Path("/sys/fs/cgroup")
HIERARCHIES = ("", "systemd", "unified", "memory", "pids", "devices", "freezer", "blkio")
JOIN = 'for one in $GROUPS; do echo $$ >"$one/cgroup.procs"; done; exec "$@"'
UNSHARE = ("unshare", "--mount", "--pid", "--ipc", "--uts", "--cgroup", "--fork", "--kill-child")


class Machine:
    """Started by `with`; `run` runs a command in it as root, `boot` puts systemd at its head."""

    def __init__(self, folder: Path) -> None:
        """An empty folder that the layers are mounted in."""
        self._folder = folder
        self._name = f"trd-tui-test-{os.getpid()}-{id(self):x}"
        self._after = ExitStack()
        self._console = ExitStack()
        self._process: subprocess.Popen[str] | None = None
        self.pid = 0

    def __enter__(self) -> Self:
        groups = [CGROUPS / one / self._name for one in HIERARCHIES if (CGROUPS / one / "cgroup.procs").exists()]
        for group in groups:
            group.mkdir()
        self._after.callback(_remove, groups)
        start = ("/bin/sh", LAYERS, self._folder, CHECKOUT, self._name)
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", JOIN, "sh", *UNSHARE, "--propagation=private", *start],
            env={"PATH": PATH, "GROUPS": " ".join(map(str, groups))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._after.callback(self._process.communicate)
        assert self._process.stdout
        assert self._process.stdout.readline() == "ready\n", "the layers of the machine could not be mounted"
        head = self._process.pid
        self.pid = int(Path(f"/proc/{head}/task/{head}/children").read_text(encoding="ascii"))
        self._after.callback(os.kill, self.pid, signal.SIGKILL)
        return self

    def __exit__(self, *_: object) -> None:
        with self._console:
            self._after.close()

    def boot(self, lock: Path) -> None:
        """Put systemd at the head, with the units of /etc/systemd/system only, and hold the console."""
        self._console.enter_context(virtual_console.held(lock))
        assert self._process
        assert self._process.stdin
        self._process.stdin.write("boot\n")
        self._process.stdin.flush()
        until(lambda: self.run("systemctl", "is-active", "basic.target", check=False).stdout == "active\n")

    def run(self, *command: str, check: bool = True, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
        """Run a command as root."""
        done = subprocess.run(self.inside(*command), env={"PATH": PATH}, input=stdin, capture_output=True, check=False)
        out, err = done.stdout.decode(), done.stderr.decode()
        assert not check or done.returncode == 0, f"{command}: {done.returncode}\n{out}{err}"
        return subprocess.CompletedProcess(command, done.returncode, out, err)

    def inside(self, *command: str) -> list[str]:
        """The command line that runs a command in it."""
        spaces = ("--mount", "--pid", "--ipc", "--uts", "--cgroup", "--root", "--wd")
        return ["nsenter", f"--target={self.pid}", *spaces, "env", "-i", f"PATH={PATH}", "LANG=C.UTF-8", *command]

    def put(self, file: Path, target: str) -> None:
        """Copy a file of the machine below."""
        self.run("sh", "-c", 'mkdir -p "${0%/*}" && cat >"$0"', target, stdin=file.read_bytes())

    def changed(self) -> set[str]:
        """Every file, link and hole (what was taken away) that differs from the machine below; no folders."""
        found = self.run("find", "/run/top", "-mindepth", "1", "!", "-type", "d", "-printf", "/%P\n").stdout
        return set(found.splitlines())

    def shown(self, name: str, unit: str = "trd-kiosk") -> str:
        """One property of a unit."""
        return self.run("systemctl", "show", "--value", "-p", name, unit).stdout.strip()


def until(holds: Callable[[], bool], seconds: float = 10) -> float:
    """Seconds until something holds; fails when it takes longer than allowed."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, "it never came"
        time.sleep(0.01)
    return time.monotonic() - began


def missing() -> str:
    """What a machine needs and does not find here; empty where it can be started."""
    for name in PROGRAMS:
        if not shutil.which(name, path=PATH):
            return name
    for name in FILES:
        if not Path(name).exists():
            return name
    return "" if os.geteuid() == 0 else "root"


def _remove(groups: list[Path]) -> None:
    """Take the folders away, the deepest first; the kernel needs a moment after the last process."""
    for group in groups:
        below = [one for one in (group, *group.rglob("*")) if one.is_dir()]
        for folder in sorted(below, key=lambda one: -len(one.parts)):
            until(partial(_gone, folder))


def _gone(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
