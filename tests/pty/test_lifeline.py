"""Each way to lose the line, in each mode: the program is gone in time, without spinning, and leaves nothing on."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.pty import kernel
from tests.pty.lines import (
    GONE_SECONDS,
    GONE_UNREAD_SECONDS,
    HUP,
    LOST,
    ODD,
    SIGNALS,
    TERM,
    Line,
    Way,
    end_of,
    hangs_up,
)
from tests.pty.terminal import python

pytestmark = pytest.mark.pty

SEED = 20
SPINNING = 0.5
"""Seconds of processor time that no end needs; a program that spins uses them in as much time, or in twice as much."""
STALLED_SECONDS = 5
START_SECONDS = 0.6
REDRAW, QUIT = "\x0c", "\x11"
LINES = 100
"""Lines of the driver that take the terminal or give it back; `signalled_app.py` counts them."""
HERE = Path(__file__).parent


class Mode(NamedTuple):
    """One way to use the program: options, first words, keys with what to wait for after each, what makes it write."""

    options: tuple[str, ...] = ()
    starts: str = "F2 Help"
    keys: tuple[tuple[str, str], ...] = ()
    writes: str = REDRAW

    @property
    def is_plain(self) -> bool:
        """Whether it reads lines, and leaves the terminal's modes alone."""
        return "--plain" in self.options

    @property
    def ways(self) -> Mapping[str, Way]:
        """The signals that end it; a kiosk ignores what a keyboard may send."""
        kept = {"SIGQUIT"} if "--kiosk" in self.options else set()
        return {name: way for name, way in SIGNALS.items() if name not in kept}


MODES = {
    "full screen": Mode(),
    "plain": Mode(("--plain",), "commands:", writes="c\n"),
    "linear": Mode(("--linear",)),
    "question": Mode(("guide",), "1 Start"),
    "kiosk": Mode(("--kiosk",), "to start"),
    "kiosk, reader": Mode(("--kiosk",), "to start", (("\r", "F2 Help"),)),
    "kiosk, plain": Mode(("--kiosk", "--plain"), "Enter to start", (("\r", "commands:"),), "c\r"),
}
FIRST = ("full screen", "plain")
Begin = Callable[..., Line]


def _modes(*names: str) -> list[Any]:
    """All modes, those that are not named only in CI."""
    return [pytest.param(mode, id=id, marks=() if id in names else pytest.mark.every) for id, mode in MODES.items()]


@pytest.fixture
def begin(home: Path, library_file: Path) -> Iterator[Begin]:
    """Starts the program, or another command, on a line of its own."""
    program = python("-m", "trd_tui")
    with ExitStack() as stack:

        def begun(options: tuple[str, ...] = (), command: list[str] | None = None, **line: Any) -> Line:  # noqa: ANN401
            return stack.enter_context(
                Line(command or [*program, *options, "--content", str(library_file)], env={"HOME": str(home)}, **line)
            )

        yield begun


def _all(begin: Begin, mode: Mode, ways: Mapping[str, Way]) -> dict[str, Line]:
    """The program at each of the ways, waiting for a key."""
    lines = {name: begin(mode.options, **way.start) for name, way in ways.items()}
    for line in lines.values():
        _reach(line, mode)
    return lines


def _reach(line: Line, mode: Mode) -> None:
    """Wait until the program waits for a key, where the mode is to be tried."""
    line.wait_for(mode.starts)
    for key, shown in mode.keys:
        line.read_until_quiet(0.1)
        line.send(key)
        line.wait_for(shown)
    line.read_until_quiet(0.1)


def _left(line: Line) -> list[str]:
    """What is left on, where there is somebody to restore it for."""
    if line.handle < 0:
        return []
    line.read_until_quiet(0.05)
    return line.modes_left_on()


def _lost(begin: Begin, mode: Mode, ways: Mapping[str, Way]) -> dict[str, tuple[int, bool, list[str]]]:
    found = {}
    for name, line in _all(begin, mode, ways).items():
        end = end_of(line, ways[name].deeds)
        print(f"{name}: {end.seconds:.2f} s, {end.cpu:.3f} s of processor time")
        found[name] = end.status, end.cpu < SPINNING, [] if "dead" in name else _left(line)
    return found


def _expected(ways: Mapping[str, Way]) -> dict[str, tuple[int, bool, list[str]]]:
    return {name: (way.status, True, []) for name, way in ways.items()}


@pytest.mark.parametrize("mode", _modes(*FIRST))
def test_a_lost_line_ends_it(mode: Mode, begin: Begin) -> None:
    assert _lost(begin, mode, LOST) == _expected(LOST)


@pytest.mark.parametrize("mode", _modes())
def test_so_do_two_ways_at_once(mode: Mode, begin: Begin) -> None:
    assert _lost(begin, mode, ODD) == _expected(ODD)


@pytest.mark.parametrize("mode", _modes())
def test_no_signal_leaves_a_mode_on(mode: Mode, begin: Begin) -> None:
    found = _lost(begin, mode, mode.ways)
    if mode.is_plain:
        # It has changed nothing there, so the signal's own default may end it.
        found = {name: (abs(status) % 128 + 128, *rest) for name, (status, *rest) in found.items()}  # type: ignore[misc]
    assert found == _expected(mode.ways)


@pytest.mark.parametrize("mode", _modes("full screen"))
def test_some_signals_end_nothing(mode: Mode, begin: Begin) -> None:
    line = begin(mode.options)
    _reach(line, mode)
    for number in (signal.SIGPIPE, signal.SIGCHLD, signal.SIGURG, signal.SIGWINCH, signal.SIGSTOP, signal.SIGCONT):
        line.signal(number)
        time.sleep(0.02)
    if not mode.is_plain:
        line.signal(signal.SIGINT)
    line.read_until_quiet(0.2)
    written = len(line.bytes)
    line.send(mode.writes)
    line.wait_until(lambda: len(line.bytes) > written + len(mode.writes) + 1)


# A terminal that nobody reads


def _stall(lines: list[Line], mode: Mode) -> None:
    """Make the program write until the terminal takes no more."""
    for _ in range(60):
        for line in lines:
            line.send(mode.writes * 10 if mode.is_plain else mode.writes)
        time.sleep(0.02)
    deadline, before = time.monotonic() + 10, [-1]
    while before != (before := [kernel.wakeups(line.pid) for line in lines]) and time.monotonic() < deadline:
        time.sleep(0.3)


def _stop(lines: list[Line], mode: Mode) -> None:
    for line in lines:
        line.stop_output()
        line.send(mode.writes)
    time.sleep(0.2)


@pytest.mark.every
def test_a_stalled_line_is_waited_for_without_cost_and_then_goes_on(begin: Begin) -> None:
    lines = {(name, how): begin(mode.options) for name, mode in MODES.items() for how in (_stall, _stop)}
    for (name, how), line in lines.items():
        _reach(line, MODES[name])
        how([line], MODES[name])
    before = [(kernel.wakeups(line.pid), kernel.cpu_seconds(line.pid)) for line in lines.values()]
    time.sleep(STALLED_SECONDS)
    assert [(kernel.wakeups(line.pid), kernel.cpu_seconds(line.pid)) for line in lines.values()] == before
    for (name, _), line in lines.items():
        line.go_on()
        line.read_until_quiet(0.2)
        written = len(line.bytes)
        line.send(MODES[name].writes)
        line.wait_until(lambda line=line, written=written: len(line.bytes) > written + 10)  # type: ignore[misc]


@pytest.mark.every
def test_ctrl_s_holds_plain_mode_and_ctrl_q_lets_it_go_on(begin: Begin) -> None:
    line = begin(("--plain",))
    line.wait_for("commands:")
    line.send("\x13")
    time.sleep(0.05)
    line.send("w\n")
    line.read_until_quiet(0.5)
    written = len(line.bytes)
    assert kernel.waits_for_ever(line.pid) or kernel.timeout(line.pid) == 0
    line.send("\x11")
    line.wait_until(lambda: len(line.bytes) > written + 10)
    assert end_of(line, (TERM,)).status == 143


UNREAD = {
    "SIGTERM": Way((TERM,), 143),
    "SIGHUP": Way((HUP,), 129),
    "hangup": Way((hangs_up,), 129, {"ignored": (signal.SIGHUP,)}),
}


@pytest.mark.every
@pytest.mark.parametrize("mode", _modes(*FIRST))
def test_a_line_that_nobody_reads_does_not_delay_the_end(mode: Mode, begin: Begin) -> None:
    lines = _all(begin, mode, UNREAD)
    _stall([*lines.values()], mode)
    ends = {name: end_of(line, UNREAD[name].deeds, GONE_UNREAD_SECONDS) for name, line in lines.items()}
    assert {name: end.status for name, end in ends.items()} == {name: way.status for name, way in UNREAD.items()}
    assert [_left(line) for line in lines.values()] == [[], [], []]


# Any moment


def _moments(count: int) -> list[float]:
    return sorted(random.Random(SEED).uniform(0, START_SECONDS) for _ in range(count))


@pytest.mark.every
@pytest.mark.parametrize("count", [4, pytest.param(40, marks=pytest.mark.every)])
@pytest.mark.parametrize("mode", _modes(*FIRST))
def test_a_signal_at_any_moment_of_the_start_ends_it(mode: Mode, count: int, begin: Begin) -> None:
    for number, moment in enumerate(_moments(count)):
        sent = (signal.SIGTERM, signal.SIGHUP)[number % 2]
        line = begin(mode.options)
        line.read(0)
        time.sleep(moment)
        end = end_of(line, (lambda line, sent=sent: line.signal(sent),))  # type: ignore[misc]
        # Until Python runs, the signal's own default is what ends it.
        assert end.status in (128 + sent, -sent), moment
        assert _left(line) == [], moment


@pytest.mark.parametrize(
    "numbers", [(10, 28, 95), pytest.param(range(1, LINES, 3), marks=pytest.mark.every)], ids=["some", "each third"]
)
def test_a_signal_before_any_line_of_the_driver_ends_it(numbers: Iterable[int], begin: Begin) -> None:
    """Lines that take the terminal or give it back."""
    for number in numbers:
        line = begin(command=python(str(HERE / "signalled_app.py"), str(int(signal.SIGTERM)), str(number)))
        line.wait_until(lambda line=line: line.process.poll() is not None or "F2 Help" in line.text)  # type: ignore[misc]
        if line.process.poll() is None:
            line.send(QUIT)
        assert line.wait_exit() == 143, number
        assert _left(line) == [], number


@pytest.mark.every
def test_a_signal_while_plain_mode_writes_and_rests_ends_it(begin: Begin) -> None:
    for number, moment in enumerate(_moments(12)):
        line = begin(("--plain",), size=(80, 6), ignored=(signal.SIGHUP,))
        line.wait_for("commands:")
        line.send("12\n")
        time.sleep(moment / 2)
        deed, status = ((TERM, 143), (hangs_up, 129))[number % 2]
        assert end_of(line, (deed,)).status == status


@pytest.mark.every
def test_a_stopped_job_in_the_background_is_gone_after_sigterm(begin: Begin) -> None:
    """As `kill %1` has it: while a shell holds the terminal, giving it back must not stop the process once more."""
    shell = begin(command=["bash", "--norc", "-i"])
    shell.send(f"{' '.join(python('-m', 'trd_tui'))}\r")
    shell.wait_for("F2 Help")
    shell.read_until_quiet(0.1)
    (job,) = map(int, Path(f"/proc/{shell.pid}/task/{shell.pid}/children").read_text(encoding="ascii").split())
    os.kill(job, signal.SIGSTOP)
    shell.wait_for("Stopped")
    shell.read_until_quiet(0.2)
    modes = shell.modes_now
    shell.send("kill %1\r")
    shell.wait_until(lambda: not Path(f"/proc/{job}/fd/0").exists(), GONE_SECONDS)
    shell.send("\r")
    shell.wait_for("Exit 143")
    shell.read_until_quiet(0.2)
    assert shell.modes_now == modes


# Input that ends


@pytest.mark.parametrize("asked", ["--plain", "--tui"])
@pytest.mark.parametrize("input", ["closed", "at its end", "an ended pipe"])
def test_without_an_input_it_ends_with_status_0(input: str, asked: str, begin: Begin) -> None:
    redirected = {"closed": "<&-", "at its end": "</dev/null", "an ended pipe": "< <(true)"}[input]
    line = begin(command=["bash", "-c", f'exec "$@" {redirected}', "bash", *python("-m", "trd_tui", asked)])
    assert line.wait_exit(10) == 0
    assert "commands:" in line.text
    assert _left(line) == []


@pytest.mark.every
def test_an_input_that_ends_later_ends_it_with_status_0(begin: Begin) -> None:
    end, other = os.pipe()
    line = begin(input=end)
    os.close(end)
    line.wait_for("commands:")
    line.read_until_quiet(0.1)
    found = end_of(line, (lambda _line: os.close(other),))
    assert found.status == 0


@pytest.mark.every
def test_streams_left_non_blocking_are_no_end_of_input(begin: Begin) -> None:
    unblock = "import os, sys; os.set_blocking(0, False); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    line = begin(command=python("-c", unblock, "-m", "trd_tui", "--plain"))
    line.wait_for("commands:")
    line.read_until_quiet(0.2)
    line.send("w\n")
    line.wait_for("Contents", 5)
    assert line.process.poll() is None


@pytest.mark.every
def test_few_files_are_no_hangup(begin: Begin) -> None:
    line = begin(command=["bash", "-c", 'ulimit -n 7; exec "$@"', "bash", *python("-m", "trd_tui")])
    assert line.wait_exit() == 1
    assert "Too many open files" in line.text
    assert _left(line) == []
