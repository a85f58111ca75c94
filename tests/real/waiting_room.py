"""A kiosk in the real tmux, started again whenever it ends, as by systemd: what a person leaves there is looked for."""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.real.test_tmux import PATIENCE, Tmux

PROJECT = Path(__file__).parents[2]
SUPERVISOR = """
printf '\\033[H\\033[2J\\033[3J'
while :; do
    {command}
    echo $? >{ended}
    while [ -e {ended} ]; do sleep 0.05; done
done
"""
HURRIED = """
import sys
import trd_tui.kiosk as kiosk
made = kiosk.from_table
def hurried(table, path):
    found = made(table, path)
    found.idle, found.warning = 3, 1
    return found
kiosk.from_table, kiosk.CHARACTERS_A_SECOND = hurried, 1e9
from trd_tui.cli import run
run()
"""
LAUNCHED = "-c " + shlex.quote("from trd_tui.cli import run; run()")
FIRST_SCREEN = "to start"


class Traces(NamedTuple):
    """What there is of people; `scrollback` has the screen too, `other` is what full-screen programs leave as it is."""

    screen: str
    scrollback: str
    other: str
    title: str
    copied: str
    files: tuple[str, ...]
    handles: tuple[str, ...]

    def hold(self, text: str) -> bool:
        """Whether a text is in there."""
        return any(text in str(one) for one in self)


class WaitingRoom:
    """The kiosk with a home, a folder for temporary files and a working folder of its own."""

    def __init__(self, folder: Path, content: Path, *options: str, hurries: bool = False) -> None:
        self._places = [folder / name for name in ("home", "tmp", "work")]
        for place in self._places:
            place.mkdir()
        home, tmp, work = map(str, self._places)
        code = f"-c {shlex.quote(HURRIED)}" if hurries else LAUNCHED
        line = shlex.join(["--kiosk", "--content", str(content), *options])
        self._ended = folder / "ended"
        env = (
            f"env -i PATH=/usr/bin:/bin HOME={home} TMPDIR={tmp} LANG=C.UTF-8 TERM=screen-256color PYTHONPATH={PROJECT}"
        )
        command = f"(cd {work} && exec {env} PYTHONDONTWRITEBYTECODE=1 {shlex.quote(sys.executable)} {code} {line})"
        script = folder / "supervisor"
        script.write_text(SUPERVISOR.format(command=command, ended=self._ended))
        self.tmux = Tmux(folder)
        self.tmux.type(f"exec sh {shlex.quote(str(script))}", "Enter")
        self.wait()

    def close(self) -> None:
        """Take all of it away."""
        self.tmux.do("kill-server")

    def type(self, *keys: str) -> None:
        """Type keys by tmux's names, or texts."""
        for key in keys:
            self.tmux.type(key)
            time.sleep(0.1)

    def wait(self) -> None:
        """Wait for the first screen."""
        self.tmux.wait_for(FIRST_SCREEN)
        self.until(lambda: bool(self.pid))

    def wait_end(self) -> int:
        """Wait until the program has ended; its status."""
        self.until(self._ended.exists)
        return int(self._ended.read_text())

    def start_again(self) -> None:
        """Let the supervisor start it again, and wait for the first screen."""
        self._ended.unlink()
        self.wait()

    @staticmethod
    def until(holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, "it did not come to hold"
            time.sleep(0.05)

    @property
    def pid(self) -> int:
        """The program's number; 0 while there is none."""
        shell = self.tmux.do("display", "-p", "#{pane_pid}").strip()
        children = Path("/proc", shell, "task", shell, "children").read_text().split()
        return int(children[0]) if children else 0

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def traces(self) -> Traces:
        """Everything there is of people."""
        do = self.tmux.do
        files = [f"{path} {path.read_bytes()!r}" for place in self._places for path in sorted(place.rglob("*"))]
        return Traces(
            self.tmux.screen,
            self.tmux.scrollback.strip("\n"),
            do("capture-pane", "-p", "-a", "-q", "-S", "-"),
            do("display", "-p", "#{pane_title}"),
            do("list-buffers"),
            tuple(files),
            self._handles(),
        )

    def _handles(self) -> tuple[str, ...]:
        """What is open, with the numbers of sockets and pipes left out; those of a network are named."""
        pid = self.pid
        if not pid:
            return ()
        folder = Path("/proc", str(pid), "fd")
        found = [os.readlink(one) for one in folder.iterdir()]
        return tuple(sorted(_named(one, _in_networks(pid)) for one in found))


def _named(handle: str, networks: str) -> str:
    number = re.search(r"\[(\d+)\]", handle)
    if number is None:
        return handle
    return f"network {handle}" if f" {number[1]} " in networks else handle.partition("[")[0]


def _in_networks(pid: int) -> str:
    """The sockets that lead somewhere: all of the internet, and those of the machine that have a name."""
    net = Path("/proc", str(pid), "net")
    tables = [
        (net / name).read_text() for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6") if (net / name).exists()
    ]
    named = [line for line in (net / "unix").read_text().splitlines() if len(line.split()) > 7]
    return "\n".join([*tables, *named])
