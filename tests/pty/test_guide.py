"""The questions in the real program and a real terminal: the quick way out, and the way through both front ends."""

from __future__ import annotations

import pytest

from tests.pty.conftest import Start

F6, F9, QUICK = "\x1b[17~", "\x1b[20~", "\x18"
CLEARED = b"\x1b[H\x1b[2J\x1b[3J"


@pytest.mark.parametrize("key", [QUICK, F9], ids=["Ctrl+X", "F9"])
def test_the_quick_way_out_clears_screen_and_scrollback_and_ends_well(key: str, start: Start) -> None:
    with start("--tui") as terminal:
        terminal.wait_for("F2 Help")
        for keys, shown in (("g", "1 Start"), ("\r", "Show me help"), ("2", "2 (x)"), ("\r", "part A"), ("3", "3 (x)")):
            terminal.send(keys)
            terminal.wait_for(shown)
        terminal.read_until_quiet()
        terminal.send(key)
        assert terminal.wait_exit(seconds=5) == 0
        assert terminal.bytes.endswith(CLEARED)
        assert terminal.bytes.rfind(b"\x1b[?1049l") < terminal.bytes.rfind(CLEARED)
        assert terminal.text.strip() == ""
        assert terminal.modes_now == terminal.modes


def test_leaving_in_the_usual_way_clears_nothing_of_the_shell(start: Start) -> None:
    with start("--tui") as terminal:
        terminal.wait_for("F2 Help")
        terminal.send("\x11")
        assert terminal.wait_exit(seconds=5) == 0
        assert CLEARED not in terminal.bytes
        assert b"\x1b[3J" not in terminal.bytes


def test_f6_shows_the_same_question_in_plain_mode(start: Start) -> None:
    with start("--tui") as terminal:
        terminal.wait_for("F2 Help")
        for keys, shown in (("g", "1 Start"), ("\r", "Show me help"), ("2", "2 (x)"), ("\r", "part A")):
            terminal.send(keys)
            terminal.wait_for(shown)
        question = terminal.rows[3].strip()[:40]
        terminal.send(F6)
        terminal.wait_for("Plain mode.")
        terminal.wait_for(question)
        terminal.send("f\n")
        terminal.wait_for("( )")
        assert question in terminal.text


def test_in_linear_mode_a_choice_that_changes_is_written_as_a_whole(start: Start) -> None:
    with start("guide", "--linear") as terminal:
        terminal.wait_for("1 Start")
        terminal.send("1")
        terminal.read_until_quiet()
        terminal.send("\r")
        terminal.wait_for("2 Go on")
        terminal.read_until_quiet()
        before = len(terminal.bytes)
        terminal.send("2")
        terminal.wait_for("2 Go on, chosen")
        assert b"2 Go on, chosen" in terminal.bytes[before:]


def test_may_act_is_followed_by_the_urgent_page_and_nothing_else(start: Start) -> None:
    with start("guide") as terminal:
        terminal.wait_for("1 Start")
        terminal.send("\r")
        terminal.wait_for("Show me help")
        for _ in range(40):
            if "may act on them" in terminal.text:
                break
            terminal.send("k")
            terminal.read_until_quiet(0.1)
        terminal.send("3")
        terminal.wait_for("3 (x)")
        terminal.read_until_quiet()
        before = len(terminal.bytes)
        for _ in range(60):
            terminal.send("\r")
            terminal.read(0.033)
        terminal.read_until_quiet()
        written = terminal.bytes[before:].decode()
        assert terminal.rows[3].strip() == "Please get help right now."
        assert written.index("Please get help right now.") < written.index("Call or text 988.")
        assert not [word for word in ("( )", "talk over", "Why we ask", "Where", "not a diagnosis") if word in written]
