"""A kiosk that cannot start, and one into which somebody sends what never ends."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from tests.cases import some
from tests.pty import kernel
from tests.pty.terminal import Terminal, python
from trd_tui.fallback import HELP_NOW, OUT_OF_ORDER

pytestmark = pytest.mark.pty

BROKEN = [
    pytest.param(("--content", "README.md"), 3, "library", id="content"),
    pytest.param(("--config", "/nowhere/kiosk.toml"), 2, "config file", id="config"),
]
ENDLESS = [("yes", "n"), ("cat", "/dev/zero"), ("yes", "")]
NO_ROOM = """
import resource, sys
size = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (size + %d, resource.RLIM_INFINITY))
sys.argv[1:] = ["--kiosk"]
from trd_tui.cli import run
run()
"""
SECONDS, SHARE = 2.0, 0.1
"""How long an endless pipe is watched, and how much of the processor it may take."""


@pytest.mark.parametrize(("options", "status", "why"), BROKEN)
def test_who_comes_to_a_kiosk_that_cannot_start_gets_help(options: tuple[str, ...], status: int, why: str) -> None:
    with Terminal(python("-m", "trd_tui", "--kiosk", *options), size=(120, 40)) as terminal:
        terminal.wait_for(why)
        assert OUT_OF_ORDER in terminal.text
        for line in HELP_NOW.splitlines():
            assert line in terminal.text
        assert terminal.process.poll() is None
        terminal.send("\r")
        assert terminal.wait_exit() == status


@pytest.mark.parametrize("left", [4_000_000, 10_000_000, 19_000_000, 21_000_000, 30_000_000])
def test_where_there_is_too_little_memory_it_says_where_help_is_before_it_breaks(left: int) -> None:
    with Terminal(python("-c", NO_ROOM % left), size=(120, 40)) as terminal:
        terminal.wait_for("too little memory")
        for line in HELP_NOW.splitlines():
            assert line in terminal.text
        terminal.send("\r")
        assert terminal.wait_exit() == 1


@pytest.mark.parametrize(("options", "status", "why"), BROKEN)
def test_without_a_terminal_it_does_not_wait(options: tuple[str, ...], status: int, why: str) -> None:
    command = python("-m", "trd_tui", "--kiosk", *options)
    done = subprocess.run(command, check=False, capture_output=True, input="", text=True)
    assert done.returncode == status
    assert done.stdout.startswith(HELP_NOW)
    assert why in done.stderr


@pytest.mark.parametrize("endless", some(ENDLESS, ENDLESS[:1]), ids=" ".join)
def test_an_endless_pipe_costs_next_to_nothing(endless: tuple[str, ...], library_file: Path) -> None:
    with (
        subprocess.Popen(endless, stdout=subprocess.PIPE) as source,
        subprocess.Popen(
            python("-m", "trd_tui", "--kiosk", "--content", str(library_file)),
            stdin=source.stdout,
            stdout=subprocess.DEVNULL,
        ) as kiosk,
    ):
        time.sleep(1.0)
        before = kernel.cpu_seconds(kiosk.pid)
        time.sleep(SECONDS)
        used = kernel.cpu_seconds(kiosk.pid) - before
        assert kiosk.poll() is None
        kiosk.kill()
        source.kill()
    print(f"{used / SECONDS:.1%} of the processor")
    assert used < SECONDS * SHARE
