"""Hostile inputs in a kiosk, with every call to the kernel that opens, starts, connects or removes written down."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.hostile.inputs import MIXED, Size, source
from tests.hostile.places import HELP_TITLE
from tests.pty.terminal import Terminal, python
from tests.pty.waits import Strace
from tests.real.conftest import need

pytestmark = [pytest.mark.real, pytest.mark.pty]

SEED, INPUTS = 5, 300
F2 = "\x1bOQ"
TRACED = "%file,%process,%network,memfd_create,io_uring_setup"
READS = re.compile(r'open(at)?\(.*"[^"]*", O_RDONLY(\|O_(CLOEXEC|NONBLOCK|NOCTTY|DIRECTORY|NOFOLLOW|LARGEFILE))*\) ')
TERMINAL = re.compile(r'open(at)?\(.*"/dev/(pts/\d+|tty)"')
OWN_PAIR = re.compile(r'socketpair\(AF_UNIX|sendto\(\d+, "\\0", 1, 0, NULL, 0\)|recvfrom\(\d+, .*, NULL, NULL\)')
"""The pair of an event loop, through which it wakes itself."""
ASKS = re.compile(r"(access|faccessat2?|stat|lstat|newfstatat|statx|readlink(at)?|getcwd|fchdir|utime\w*)\(")


def test_no_call_leads_out_of_a_kiosk(library_file: Path, tmp_path: Path) -> None:
    need(Strace(), ".ci/run")
    report = tmp_path / "calls"
    traced = ["strace", "-f", "-qq", "-o", str(report), "-e", f"trace={TRACED}"]
    with Terminal([*traced, *python("-m", "trd_tui", "--kiosk", "--tui", "--content", str(library_file))]) as terminal:
        terminal.wait_for("to start", seconds=60)
        begun = len(report.read_text())
        for one in islice(source(MIXED, Random(SEED)), INPUTS):
            if isinstance(one, Size):
                terminal.resize(*one)
            else:
                terminal.send(one)
            terminal.read(0.002)
        terminal.resize(80, 24)
        terminal.read_until_quiet(1.0)
        terminal.send(F2)
        terminal.wait_for(HELP_TITLE)
        calls = [line.split(maxsplit=1)[1] for line in report.read_text()[begun:].splitlines()]
    assert len(calls) > 1
    assert [call for call in calls if not _is_harmless(call)] == []


def _is_harmless(call: str) -> bool:
    return any(known.match(call) for known in (READS, TERMINAL, OWN_PAIR, ASKS)) or call.startswith(("---", "???"))
