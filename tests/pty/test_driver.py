"""The driver under a small app of the tests' own, in a real pseudo terminal."""

from __future__ import annotations

import re
import signal
import termios
import time
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal, python

pytestmark = pytest.mark.pty

APP = str(Path(__file__).with_name("sample_app.py"))
UP, DOWN, QUIT, SUSPEND = "\x1b[A", "\x1b[B", "\x11", "\x1b[24~"
LEAVING = b"\x1b[?1049l"


def start(*arguments: str, size: tuple[int, int] = (80, 24), wait: str = "size", **env: str) -> Terminal:
    terminal = Terminal(python(APP, *arguments), size=size, env=env)
    terminal.wait_for(wait)
    terminal.read_until_quiet()
    return terminal


def kernel_says(terminal: Terminal, name: str) -> int:
    text = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="utf-8")
    return int(re.findall(rf"^{name}:\s+(\d+)", text, re.MULTILINE)[0])


def test_what_textual_draws_is_shown_and_the_cursor_is_visible_on_the_focus() -> None:
    with start() as terminal:
        assert terminal.rows[0] == "Item 0                  It helps many people when medicines have not 0"
        assert terminal.cursor == (0, 0)
        assert not terminal.screen.cursor.hidden
        assert terminal.screen.buffer[0][0].reverse


def test_keys_reach_the_app_and_only_the_difference_is_written() -> None:
    with start() as terminal:
        terminal.send(DOWN)
        terminal.wait_for("heard down")
        assert len(terminal.read_until_quiet()) < 1200
        assert terminal.rows[1].endswith("been enough 1")
        terminal.send("?")
        terminal.wait_for("heard question_mark")
        assert len(terminal.read_until_quiet()) < 80


def test_after_the_end_the_terminal_is_as_it_was() -> None:
    with start() as terminal:
        assert terminal.modes_now != terminal.modes
        terminal.send(QUIT)
        assert terminal.wait_exit() == 0
        assert terminal.modes_now == terminal.modes
        assert terminal.bytes.endswith(b"\x1b[0 q\x1b[m\x1b[H\x1b[2J\x1b[?7h\x1b[?2004l\x1b[?1049l\x1b[?25h")


def test_nothing_is_asked_of_the_terminal_and_no_mouse_is_wanted() -> None:
    with start() as terminal:
        terminal.send(QUIT)
        terminal.wait_exit()
        modes = set(re.findall(rb"\x1b\[\?(\d+)h", terminal.bytes))
        assert modes == {b"1049", b"2004", b"25", b"7"}
        assert not re.search(rb"\x1b\[[?>=]?[0-9;]*[cnup]|\x1b[\]P_^]|\x07|\$p", terminal.bytes)


@pytest.mark.parametrize("focus", [pytest.param("", marks=pytest.mark.every), "\t"], ids=["list", "field"])
def test_an_idle_app_sleeps(focus: str) -> None:
    with start() as terminal:
        if focus:
            terminal.send(focus)
            terminal.wait_for("heard tab")
        terminal.read_until_quiet(1)
        before, written = kernel_says(terminal, "voluntary_ctxt_switches"), len(terminal.bytes)
        time.sleep(3)
        terminal.read()
        assert kernel_says(terminal, "voluntary_ctxt_switches") == before
        assert kernel_says(terminal, "Threads") == 1
        assert len(terminal.bytes) == written


def test_the_cursor_follows_a_field_while_it_has_the_focus() -> None:
    with start() as terminal:
        terminal.send("\t")
        terminal.wait_until(lambda: terminal.cursor == (2, 22))
        terminal.send("hello")
        terminal.wait_until(lambda: terminal.cursor == (7, 22))
        terminal.send("\x1b[D")
        terminal.wait_until(lambda: terminal.cursor == (6, 22))
        terminal.send("\t")
        terminal.wait_until(lambda: terminal.cursor == (0, 0))


def test_the_cursor_arrives_before_the_app_has_looked_at_the_key() -> None:
    with start(SLOW="1") as terminal:
        terminal.send(DOWN)
        terminal.wait_until(lambda: terminal.cursor == (0, 1), 0.4)
        assert terminal.screen.buffer[0][0].reverse, "the frame comes later"
        terminal.wait_until(lambda: terminal.screen.buffer[1][0].reverse)
        assert terminal.cursor == (0, 1)


def test_nothing_is_predicted_past_an_end_and_while_keys_wait() -> None:
    with start(SLOW="1") as terminal:
        terminal.send(UP)
        terminal.read_until_quiet(0.3)
        assert terminal.cursor == (0, 0)
        terminal.wait_for("heard up")
        terminal.read_until_quiet()
        terminal.send(DOWN + DOWN)
        terminal.read(0.3)
        assert terminal.cursor == (0, 0)
        terminal.wait_until(lambda: terminal.cursor == (0, 2))


@pytest.mark.parametrize(
    ("colours", "allowed"),
    [("none", "[0-24-79]|2[0-9]"), ("16", "[0-24-79]|2[0-9]|[349][0-79]|10[0-7]"), ("256", r"[0-9]+|[34]8;5;\d+")],
)
def test_no_other_colours_are_written(colours: str, allowed: str) -> None:
    with start(colours) as terminal:
        terminal.send(DOWN)
        terminal.wait_for("heard down")
        terminal.read_until_quiet()
        styles = [style.decode() for style in re.findall(rb"\x1b\[([0-9;]*)m", terminal.bytes)]
        codes = [code for style in styles for code in re.findall(r"[34]8;5;\d+|[34]8;2|\d+", style)]
        assert codes
        assert [code for code in codes if not re.fullmatch(allowed, code)] == []


def test_a_resize_repaints_in_the_new_size() -> None:
    with start() as terminal:
        terminal.resize(50, 23)
        terminal.wait_for("size 50 23")
        terminal.read_until_quiet()
        assert b"\x1b[2J" in terminal.bytes[-4000:]
        assert terminal.rows[1] == "Item 1".ljust(24) + "medicines have not 0"
        terminal.resize(1, 1)
        terminal.read_until_quiet()
        terminal.resize(80, 24)
        terminal.wait_for("size 80 24")
        terminal.read_until_quiet()
        assert terminal.rows[0].startswith("Item 0                  It helps")


def test_a_terminal_without_a_size_is_taken_as_usual() -> None:
    with Terminal(python(APP), size=(80, 24)) as terminal:
        terminal.resize(0, 0, tell=False)
        terminal.wait_for("size 80 24")


def test_sizes_have_a_limit() -> None:
    with Terminal(python(APP), size=(500, 200)) as terminal:
        terminal.wait_for("size 400 150")


def test_variables_do_not_change_the_size() -> None:
    with start(wait="size 80 24", COLUMNS="30", LINES="5") as terminal:
        assert terminal.rows[0].endswith("have not 0")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_with_its_status(number: signal.Signals, status: int) -> None:
    with start() as terminal:
        terminal.signal(number)
        assert terminal.wait_exit(2) == status
        assert terminal.modes_now == terminal.modes
        assert LEAVING in terminal.bytes


def test_a_signal_ends_an_app_that_is_busy() -> None:
    with start() as terminal:
        terminal.send("z")
        terminal.read_until_quiet(0.2)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit(2.5) == 143
        assert terminal.modes_now == terminal.modes
        assert LEAVING in terminal.bytes


@pytest.mark.parametrize("ignoring", [False, True], ids=["usual", "SIGHUP ignored"])
def test_a_hangup_ends_it(ignoring: bool) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN if ignoring else signal.SIG_DFL)
    try:
        with start() as terminal:
            terminal.hang_up()
            assert terminal.wait_exit(2) == 129
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_hangup_arrives_although_the_other_end_was_inherited() -> None:
    with Terminal(python(APP), inherits=True) as terminal:
        terminal.wait_for("size")
        terminal.read_until_quiet()
        terminal.hang_up()
        assert terminal.wait_exit(2) == 129


def test_an_unread_terminal_costs_nothing_and_does_not_delay_the_end() -> None:
    with start(size=(200, 100)) as terminal:
        for _ in range(40):
            terminal.send(DOWN)
            time.sleep(0.03)
        time.sleep(0.5)
        before = kernel_says(terminal, "voluntary_ctxt_switches")
        time.sleep(1)
        assert kernel_says(terminal, "voluntary_ctxt_switches") == before
        terminal.signal(signal.SIGTERM)
        assert terminal.process.wait(2.5) == 143


def test_control_keys_are_keys_and_end_nothing() -> None:
    with start() as terminal:
        for key, name in (("\x03", "ctrl+c"), ("\x1a", "ctrl+z"), ("\x1c", "ctrl+backslash"), ("\x13", "ctrl+s")):
            terminal.send(key)
            terminal.wait_for(f"heard {name}")
        terminal.signal(signal.SIGINT)
        terminal.send("\x1bOP")
        terminal.wait_for("heard f1")


def test_a_crash_shows_one_line_and_no_values() -> None:
    with start() as terminal:
        terminal.send("x")
        assert terminal.wait_exit() == 1
        assert terminal.modes_now == terminal.modes
        assert terminal.bytes.partition(LEAVING)[2] == b"\x1b[?25hThe program had to stop. Nothing was stored.\r\n"
        assert b"nobody" not in terminal.bytes


@pytest.mark.parametrize(("term", "shape"), [("linux", b""), ("xterm", b"\x1b[2 q")])
def test_the_linux_console_gets_no_sequence_that_it_would_print(term: str, shape: bytes) -> None:
    with start(TERM=term) as terminal:
        assert b"".join(re.findall(rb"\x1b\[\d q", terminal.bytes)) == shape


def test_random_bytes_cannot_hang_it() -> None:
    with start() as terminal:
        terminal.send(bytes(range(32, 256)) * 15)
        terminal.read_until_quiet(0.5)
        terminal.send("\x1bOP")
        terminal.wait_for("heard f1", 5)


def test_a_stop_gives_the_terminal_to_the_shell_and_back() -> None:
    with Terminal(["bash", "--norc", "-i"], env={"PS1": "> "}) as terminal:
        terminal.wait_for(">")
        terminal.send(f"{' '.join(python(APP))}\r")
        terminal.wait_for("size 80 24")
        terminal.read_until_quiet()
        terminal.send(SUSPEND)
        terminal.wait_for("Stopped")
        assert terminal.modes_now[1] & termios.OPOST
        terminal.send("fg\r")
        terminal.wait_for("Item 5")
        terminal.send(DOWN)
        terminal.wait_for("heard down")
        terminal.send(QUIT)
        terminal.wait_until(lambda: "Item 5" not in terminal.text)
