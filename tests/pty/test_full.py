"""The real program, full screen, in a real pseudo terminal: keys in, screen out."""

from __future__ import annotations

import signal
import termios

import pytest

from tests.cases import some
from tests.pty.conftest import Start
from tests.pty.terminal import Terminal

DOWN, ENTER, ESCAPE, F2, F6, QUIT = "\x1b[B", "\r", "\x1b", "\x1bOQ", "\x1b[17~", "\x11"
HELP = "Help in a crisis: 988"
MARK = ">"


def _ready(terminal: Terminal) -> None:
    terminal.wait_for("F2 Help")
    terminal.read_until_quiet(0.15)


def _marked(terminal: Terminal) -> str:
    """What the mark of the outline stands at."""
    (row,) = [row for row in terminal.rows if row.startswith(MARK)]
    return row.partition("\u2502")[0].lstrip(f"{MARK}+- ").rstrip()


def _open(terminal: Terminal, word: str) -> None:
    """Search for a word and open the first result, as a person does."""
    terminal.send("/")
    terminal.wait_for("Search:")
    terminal.send(word)
    terminal.wait_for(" found")
    terminal.send(ENTER)
    terminal.wait_for("match 1 of")


def test_it_starts_with_the_contents_and_a_section(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        assert terminal.rows[0].split() == "Treatment-resistant depression Get help now \u00b7 1 of 23".split()
        assert _marked(terminal) == "Get help now"
        assert terminal.rows[-1].endswith(HELP)


def test_down_shows_the_next_section_and_takes_the_cursor_along(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        terminal.send(DOWN)
        terminal.wait_for("What is treatment-resistant depression?")
        terminal.wait_until(lambda: terminal.rows[terminal.cursor[1]].startswith(MARK))
        assert _marked(terminal) == "What is TRD?"
        assert "2 of 23" in terminal.rows[0]


def test_enter_opens_a_section_with_pages_inside(start: Start) -> None:
    with start("--section", "symptoms") as terminal:
        _ready(terminal)
        terminal.send(ENTER)
        terminal.wait_for("Signs to act on fast")
        assert _marked(terminal) == "Symptoms"


def test_search_finds_by_words_of_patients_and_escape_leads_back(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        _open(terminal, "shock treatment")
        assert "ECT \u00b7 12 of 23" in terminal.rows[0]
        terminal.send("n")
        terminal.wait_for("match 2 of")
        for _ in range(3):
            terminal.send(ESCAPE)
            terminal.read_until_quiet()
        assert "F1 Keys" in terminal.rows[-1]
        assert "match" not in terminal.rows[-1]


def test_typing_in_the_search_field_is_never_a_command(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        terminal.send("/")
        terminal.wait_for("Search:")
        terminal.send("hwnq")
        terminal.wait_for("Search: hwnq")


@pytest.mark.parametrize("before", some(["", "/", "s", "t", "?", "w", "g"], ["/", "?", "g"]))
def test_help_now_is_one_key_away(before: str, start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        terminal.send(before)
        terminal.read_until_quiet()
        terminal.send(F2)
        terminal.wait_for("Crisis line, any hour, free: Call or text 988.")


def test_help_now_has_a_letter_too(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        terminal.send("h")
        terminal.wait_for("Crisis line, any hour, free: Call or text 988.")


@pytest.mark.parametrize(
    ("key", "title"), [("s", "Sources: "), ("t", "What the words mean"), ("?", "Keys"), ("w", "Where you are")]
)
def test_a_page_opens_by_its_key_and_closes_by_escape(key: str, title: str, start: Start) -> None:
    with start("--section", "ect") as terminal:
        _ready(terminal)
        terminal.send(key)
        terminal.wait_until(lambda: any(row.strip().startswith(title) for row in terminal.rows[2:4]))
        terminal.send(ESCAPE)
        terminal.wait_for("Electroconvulsive therapy (ECT)")


def test_plain_mode_and_back_keeps_the_place(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        _open(terminal, "shock treatment")
        terminal.send(F6)
        terminal.wait_for("Electroconvulsive therapy (ECT). Section 12 of 23.")
        terminal.send("n\n")
        terminal.wait_for("Next:")
        terminal.send("p\nf\n")
        terminal.wait_for(HELP)
        terminal.read_until_quiet()
        assert "ECT \u00b7 12 of 23" in terminal.rows[0]
        assert _marked(terminal) == "ECT"


@pytest.mark.parametrize("size", [(40, 12), (20, 6)], ids=["40x12", "20x6"])
def test_a_smaller_terminal_shows_one_pane_and_the_way_to_help(size: tuple[int, int], start: Start) -> None:
    with start("--section", "ect") as terminal:
        _ready(terminal)
        terminal.resize(*size)
        terminal.wait_until(lambda: any(row.strip().startswith("ECT, ") for row in terminal.rows))
        assert "988" in terminal.rows[-1]
        assert "\u2502" not in terminal.text
        terminal.send(ENTER)
        terminal.read_until_quiet()
        terminal.send(ENTER)
        terminal.wait_until(lambda: any("asleep" in row or "Electro" in row for row in terminal.rows))


def test_one_cell_and_back_harms_nothing(start: Start) -> None:
    with start("--section", "ect") as terminal:
        _ready(terminal)
        before = terminal.rows
        terminal.resize(1, 1)
        terminal.read_until_quiet()
        terminal.resize(80, 24)
        terminal.wait_for(HELP)
        terminal.read_until_quiet()
        assert terminal.rows == before


def test_leaving_gives_the_terminal_back_as_it_was(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        assert not terminal.modes_now[3] & termios.ICANON
        terminal.send(QUIT)
        assert terminal.wait_exit() == 0
        assert terminal.modes_now == terminal.modes
        assert b"\x1b[?1049h" in terminal.bytes
        assert terminal.bytes.rfind(b"\x1b[?1049l") > terminal.bytes.rfind(b"\x1b[?1049h")
        assert terminal.bytes.rfind(b"\x1b[?25h") > terminal.bytes.rfind(b"\x1b[?25l")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["TERM", "HUP"])
def test_a_signal_ends_it_with_its_status_and_the_modes_restored(
    number: signal.Signals, status: int, start: Start
) -> None:
    with start() as terminal:
        _ready(terminal)
        terminal.signal(number)
        assert terminal.wait_exit(seconds=5) == status
        assert terminal.modes_now[:4] == terminal.modes[:4]
        assert b"\x1b[?1049l" in terminal.bytes


def test_a_terminal_that_is_gone_ends_it(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        terminal.hang_up()
        assert terminal.process.wait(timeout=5) == 129


def test_no_color_sends_no_color(start: Start) -> None:
    with start(NO_COLOR="1") as terminal:
        _ready(terminal)
        terminal.send(DOWN)
        terminal.read_until_quiet()
        colors = {cell.fg for row in terminal.screen.buffer.values() for cell in row.values()}
        backgrounds = {cell.bg for row in terminal.screen.buffer.values() for cell in row.values()}
        assert (colors, backgrounds) == ({"default"}, {"default"})


def test_the_linux_console_gets_ascii_alone(start: Start) -> None:
    with start(TERM="linux", COLORTERM="") as terminal:
        _ready(terminal)
        assert terminal.text.isascii()


def test_nothing_is_written_while_nothing_happens(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        terminal.read_until_quiet(1.0)
        assert terminal.read(1.5) == b""


def test_a_hostile_paste_into_the_search_field_is_harmless(start: Start) -> None:
    with start() as terminal:
        _ready(terminal)
        terminal.send("/")
        terminal.wait_for("Search:")
        terminal.send(b"\x1b[200~[/red] \xff\xfe \x1b]0;owned\x07 \xe2\x80\xae drawkcab '\"* OR NEAR(\x1b[201~")
        terminal.wait_for("[/red]")
        terminal.send(F2)
        terminal.wait_for("Call or text 988.")
        assert b"\x1b]0;owned" not in terminal.bytes


def test_without_shortcuts_letters_do_nothing_and_function_keys_do(start: Start) -> None:
    with start("--no-shortcuts") as terminal:
        _ready(terminal)
        assert "F3 Search" in terminal.rows[-1]
        before = terminal.text
        terminal.send("h")
        terminal.send("g")
        terminal.read_until_quiet()
        assert terminal.text == before
        terminal.send(F2)
        terminal.wait_for("Crisis line")
