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
                   "os.posix_spawn", "os.fork", "os.forkpty", "os.mkdir", "os.rename", "os.link"):
        os.write(report, f"{event}\\n".encode())
sys.addaudithook(hook)
sys.argv = ["trd-tui", *sys.argv[1:]]
from trd_tui.cli import run
run()
"""


ANSWERED = "1\n2\n4\n1\nk\n2\n1\n7 8\nn\n"  # U1 and U2 come, and missed doses stand in the results
TO_STRAIN = "k\n" * 18
UNSAFE, DARK_THOUGHTS = "7\nn\nk\n", "2\nn\n"  # not safe at home, and the safety question
SHEET = "v\n"
WATCHED_PLAIN = [sys.executable, "-c", WATCHED, "guide", "--plain"]


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


def reported(report: Path) -> list[str]:
    """What was opened or done, but for the terminal."""
    return [
        line for line in report.read_text().splitlines() if not line.startswith(("open /dev/pts/", "open /dev/tty"))
    ]


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
    assert reported(report) == []
    assert files(tmp_path) == before | {report}


def test_the_guide_in_plain_mode_keeps_nothing(tmp_path: Path) -> None:
    env, report = environment(tmp_path), tmp_path / "report"
    before = files(tmp_path)
    typed = ANSWERED + TO_STRAIN + UNSAFE + DARK_THOUGHTS + SHEET + "print\nr\nq\n"
    ended = subprocess.run(
        WATCHED_PLAIN, cwd=tmp_path, env={**env, "REPORT": str(report)}, input=typed, text=True, check=True,
        capture_output=True,
    )  # fmt: skip
    assert "You missed doses on 1 or 2 days." in ended.stdout
    assert "You deserve to be safe." in ended.stdout
    assert report.read_text() == ""
    assert files(tmp_path) == before | {report}


@pytest.mark.parametrize("way_out", ["q\n", "x\n", "", "back\nl\n5\nq\n"], ids=["quit", "exit", "end", "article"])
def test_the_sheet_that_was_asked_for_is_all_that_is_kept(tmp_path: Path, way_out: str) -> None:
    env, report = environment(tmp_path), tmp_path / "report"
    before = files(tmp_path)
    typed = ANSWERED + TO_STRAIN + UNSAFE + DARK_THOUGHTS + SHEET + "save visit.txt\n" + way_out
    subprocess.run(
        WATCHED_PLAIN, cwd=tmp_path, env={**env, "REPORT": str(report)}, input=typed, text=True, check=True,
        capture_output=True,
    )  # fmt: skip
    sheet = tmp_path / "visit.txt"
    assert files(tmp_path) == before | {report, sheet}
    written, linked, *rest = report.read_text().splitlines()
    assert (written.partition(".trd-tui-")[0], linked, rest) == (f"open {tmp_path}/", "os.link", [])
    assert sheet.stat().st_mode & 0o777 == 0o600
    text = " ".join(sheet.read_text().split())
    assert "You missed doses on 1 or 2 days." in text
    for private in ("988,", "safe", "thoughts", "dark", "sit still", "tell your prescriber, or someone", str(tmp_path)):
        assert private not in text


@pytest.mark.pty
def test_the_guide_in_full_screen_keeps_the_sheet_alone(tmp_path: Path) -> None:
    env, report = environment(tmp_path), tmp_path / "report"
    before = files(tmp_path)
    command = [sys.executable, "-c", WATCHED, "guide", "--tui"]
    with Terminal(command, env={**env, "REPORT": str(report)}) as terminal:
        for seen, keys in (
            ("Ready to start?", "1\r"),
            ("Would you like", "2\r"),
            ("How many different", "4\r"),
            ("taking an antidepressant now", "1\r"),
            ("how much did it help", "k"),
            ("on how many days", "2\r"),
            ("What got in the way?", "k"),
            ("bothered you", "7\r"),
            ("cannot sit still can be", " "),
            ("How long have you", "e"),
            ("You missed doses on", "v"),
            ("Save it to a file", "\r"),
            ("File name", "~/visit.txt\r"),
            ("Saved:", "\x11"),
        ):
            terminal.wait_for(seen)
            terminal.send(keys)
        assert terminal.wait_exit() == 0
    assert [line.partition(".trd-tui-")[0] for line in reported(report)] == [f"open {tmp_path}/", "os.link"]
    assert files(tmp_path) == before | {report, tmp_path / "visit.txt"}
    assert "You missed doses on 1 or 2 days." in (tmp_path / "visit.txt").read_text()


@pytest.mark.pty
def test_the_quick_way_out_of_the_full_screen_keeps_nothing(tmp_path: Path) -> None:
    env, report = environment(tmp_path), tmp_path / "report"
    before = files(tmp_path)
    command = [sys.executable, "-c", WATCHED, "guide", "--tui"]
    with Terminal(command, env={**env, "REPORT": str(report)}) as terminal:
        for seen, keys in (("Ready to start?", "1\r"), ("Would you like", "2\r"), ("How many different", "4\x18")):
            terminal.wait_for(seen)
            terminal.send(keys)
        assert terminal.wait_exit() == 0
        assert terminal.text.strip() == ""
    assert reported(report) == []
    assert files(tmp_path) == before | {report}
