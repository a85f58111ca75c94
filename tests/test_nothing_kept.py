"""Nothing that a person reads, searches for or types leaves the process: no file, no connection, no other program.

The interpreter reports each opened file, socket and started program to an audit hook (PEP 578).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal

PROJECT = Path(__file__).resolve().parents[1]
WATCHED = """
import os, sys
report = os.open(os.environ["REPORT"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def hook(event, found):
    writes = event == "open" and (found[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes and isinstance(found[0], (str, bytes)):
        os.write(report, f"open {os.fsdecode(found[0])}\\n".encode())
    elif event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec",
                   "os.posix_spawn", "os.fork", "os.forkpty", "os.mkdir", "os.rename"):
        os.write(report, f"{event}\\n".encode())
sys.addaudithook(hook)
sys.argv = ["trd-tui", *sys.argv[1:]]
from trd_tui.cli import run
run()
"""


def environment(folder: Path) -> dict[str, str]:
    """A home of its own, where the article is compiled already."""
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(PROJECT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    subprocess.run([sys.executable, "-m", "trd_tui", "outline"], env=env, check=True, capture_output=True)
    return env


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_plain_mode_keeps_nothing(tmp_path: Path) -> None:
    env, report = environment(tmp_path), tmp_path / "report"
    before = files(tmp_path)
    subprocess.run(
        [sys.executable, "-c", WATCHED, "--plain"],
        env={**env, "REPORT": str(report)},
        input="12\nsearch my very private words\n1\ns\nt\nh\nq\n",
        text=True,
        check=True,
        capture_output=True,
    )
    assert report.read_text() == ""
    assert files(tmp_path) == before | {report}


@pytest.mark.pty
def test_full_screen_keeps_nothing_but_the_terminal_open(tmp_path: Path) -> None:
    env, report = environment(tmp_path), tmp_path / "report"
    before = files(tmp_path)
    command = [sys.executable, "-c", WATCHED, "--tui"]
    with Terminal(command, env={**env, "REPORT": str(report)}) as terminal:
        terminal.wait_for("What is TRD?")
        for keys, seen in (("/private words", "private words"), ("\x1b", "What is TRD?"), ("s", "Sources:")):
            terminal.send(keys)
            terminal.wait_for(seen)
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
    opened = report.read_text().split("\n")
    assert [line for line in opened if line and not line.startswith(("open /dev/pts/", "open /dev/tty"))] == []
    assert files(tmp_path) == before | {report}
