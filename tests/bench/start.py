"""How long the program takes to start, and its memory, beside Python itself and the smallest Textual program.

CPU is user and system time of the whole process in milliseconds (start, first page, end); memory is the most that it
held, in MB. What is compared runs in turns, so that a busy machine slows all alike; minimum and median of all rounds
are printed. Rounds: first argument, 9 if none.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello textual")
Hello().run()
"""
START = "from trd_tui.cli import run; run()"
ROOT = Path(__file__).parents[2]
QUIET = 0.4
LONGEST = 20.0
Cost = tuple[float, float]


def main() -> None:
    """Measure and print a table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 9
    python = sys.executable
    what: dict[str, Callable[[], Cost]] = {
        "python -c pass": lambda: _ended([python, "-c", "pass"]),
        "--version": lambda: _ended([python, "-c", START, "--version"]),
        "plain, first page": lambda: _ended([python, "-c", START, "--plain"]),
        "plain, by python -m": lambda: _ended([python, "-m", "trd_tui", "--plain"]),
        "search": lambda: _ended([python, "-c", START, "search", "memory"]),
        "hello-textual": lambda: _full_screen([python, "-c", HELLO]),
        "full screen": lambda: _full_screen([python, "-c", START, "--tui"]),
    }
    with tempfile.TemporaryDirectory() as home:
        env = {"PATH": os.defpath, "HOME": home, "LANG": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.environ.clear()
        os.environ.update(env)
        os.chdir(ROOT)
        _table(what, rounds)


def _table(what: dict[str, Callable[[], Cost]], rounds: int) -> None:
    costs: dict[str, list[Cost]] = {name: [] for name in what}
    for number in range(rounds + 1):
        for name, measure in what.items():
            cost = measure()
            costs[name] += [cost] if number else []  # the first round compiles and fills caches
    bases = [min(cpu for cpu, _ in costs[name]) for name in ("python -c pass", "hello-textual")]
    print(f"{'':22}{'CPU min':>9}{'median':>9}{'x pass':>9}{'x hello':>9}{'MB':>7}   load {os.getloadavg()[0]:.1f}")
    for name, all_costs in costs.items():
        times, sizes = [cpu for cpu, _ in all_costs], [size for _, size in all_costs]
        ratios = "".join(f"{min(times) / base:9.2f}" for base in bases)
        print(f"{name:22}{min(times):9.1f}{statistics.median(times):9.1f}{ratios}{statistics.median(sizes):7.1f}")


def _ended(command: list[str]) -> Cost:
    """What a program costs that ends by itself, with nothing on its input."""
    child = os.fork()
    if not child:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        os.execv(command[0], command)  # noqa: S606
    return _cost(child, " ".join(command))


def _full_screen(command: list[str]) -> Cost:
    """What a program costs that draws on an 80x24 terminal and is told to leave once nothing more comes."""
    child, master = pty.fork()
    if not child:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execv(command[0], command)  # noqa: S606
    _until_quiet(master)
    with contextlib.suppress(OSError):
        os.write(master, b"\x11")
    _until_quiet(master)
    if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        os.kill(child, signal.SIGKILL)
    cost = _cost(child, " ".join(command))
    os.close(master)
    return cost


def _until_quiet(master: int) -> None:
    """Read until something has come and then nothing for a while, or the program is gone."""
    wait, end = LONGEST, time.monotonic() + LONGEST
    while time.monotonic() < end and select.select([master], [], [], wait)[0]:
        try:
            said = os.read(master, 65536)
        except OSError:
            return
        if not said:
            return
        wait = QUIET


def _cost(child: int, name: str) -> Cost:
    """CPU and memory of a process that has ended or is about to."""
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{name} ended with status {os.waitstatus_to_exitcode(status)}; nothing was measured")
    return (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
