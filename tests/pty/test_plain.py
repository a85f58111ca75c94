"""The real program in plain mode, in a real pseudo terminal: what is typed, and every byte that comes."""

from __future__ import annotations

import re
import signal

import pytest

from tests.pty.conftest import Start
from tests.pty.terminal import Terminal

PROMPT = "Number, or ? for commands:"
END_OF_INPUT = "\x04"
HELP_HINT = "Help in a crisis: h."


def _said(terminal: Terminal, typed: str, until: str) -> str:
    """What a typed line brings, up to a text."""
    before = len(terminal.bytes)
    terminal.send(typed + "\n")
    terminal.wait_until(lambda: until.encode() in terminal.bytes[before:])
    terminal.read_until_quiet(0.1)
    return terminal.bytes[before:].decode()


@pytest.mark.parametrize(
    ("options", "env", "reason"),
    [
        (("--plain",), {}, "Plain mode, because you asked for it."),
        ((), {"ACCESSIBLE": "1"}, "Plain mode, because ACCESSIBLE is set."),
        ((), {"TERM": ""}, "Plain mode, because this terminal says that it cannot show a full screen (TERM)."),
        ((), {"TERM": "dumb"}, "Plain mode, because this terminal says that it cannot show a full screen (TERM)."),
    ],
    ids=["--plain", "ACCESSIBLE", "no TERM", "dumb"],
)
def test_the_first_line_says_why_and_how_to_get_help(
    options: tuple[str, ...], env: dict[str, str], reason: str, start: Start
) -> None:
    with start(*options, size=(120, 40), **env) as terminal:
        terminal.wait_for(PROMPT)
        assert terminal.bytes.decode().splitlines()[0] == f"{reason} {HELP_HINT}"


def test_a_session_from_contents_to_goodbye(start: Start) -> None:
    with start("--plain") as terminal:
        terminal.wait_for(PROMPT)
        assert "Electroconvulsive therapy (ECT). Section 12 of 23." in _said(terminal, "12", "End of section 12.")
        assert "Section 12 of 23." in _said(terminal, "w", "Section 12 of 23.")
        assert "988" in _said(terminal, "h", "988")
        assert "shock treatment" in _said(terminal, "search shock treatment", "Result number")
        assert "Error: xyz is not a command." in _said(terminal, "xyz", "Error: ")
        terminal.send("q\n")
        assert terminal.wait_exit() == 0
        assert terminal.bytes.decode().splitlines()[-1] == "Goodbye."


def test_nothing_but_lines_is_written(start: Start) -> None:
    with start("--plain") as terminal:
        terminal.wait_for(PROMPT)
        for typed in ("1", "s", "t", "?", "search memory", "1", "q"):
            terminal.send(typed + "\n")
            terminal.read_until_quiet(0.2)
        assert terminal.wait_exit() == 0
        text = terminal.bytes.decode()
        assert re.findall("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f\u2500-\u259f]", text) == []
        assert text.replace("\r\n", "").count("\r") == 0


def test_end_of_input_ends_the_session(start: Start) -> None:
    with start("--plain") as terminal:
        terminal.wait_for(PROMPT)
        terminal.send(END_OF_INPUT)
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["TERM", "HUP"])
def test_a_signal_ends_it_with_its_status(number: signal.Signals, status: int, start: Start) -> None:
    with start("--plain") as terminal:
        terminal.wait_for(PROMPT)
        terminal.read_until_quiet()
        terminal.signal(number)
        assert terminal.wait_exit(seconds=5) == status


def test_an_interrupt_ends_it_without_a_traceback(start: Start) -> None:
    with start("--plain") as terminal:
        terminal.wait_for(PROMPT)
        terminal.read_until_quiet()
        terminal.send("\x03")
        assert terminal.wait_exit() == 130
        assert b"Traceback" not in terminal.bytes


def test_a_terminal_that_is_gone_ends_it(start: Start) -> None:
    with start("--plain") as terminal:
        terminal.wait_for(PROMPT)
        terminal.hang_up()
        assert terminal.process.wait(timeout=5) == 129


def test_no_line_is_wider_than_a_narrow_terminal(start: Start) -> None:
    with start("--plain", "--section", "ect", size=(38, 24)) as terminal:
        terminal.wait_for("Number, n next, or ?:")
        lines = terminal.bytes.decode().splitlines()
        assert [line for line in lines if len(line) > 38] == []
