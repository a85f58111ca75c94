from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.terminals import CELLS, Cell
from trd_tui.terminal import (
    CANNOT_MOVE,
    COLOURS_16,
    COLOURS_256,
    COLOURS_FULL,
    NO_COLOUR,
    PLAIN,
    TUI,
    Terminal,
    choose,
    colour_depth,
    is_known,
    unicode_fits,
)
from trd_tui.words import Words

XTERM = {"TERM": "xterm-256color", "LANG": "en_US.UTF-8"}


def chosen(env: dict[str, str], front_end: str = "") -> Terminal:
    return choose(env, stdin_tty=True, stdout_tty=True, front_end=front_end)


@pytest.mark.parametrize(
    ("env", "asked", "front_end", "reason"),
    [
        pytest.param({}, "", TUI, "", id="capable"),
        pytest.param({}, PLAIN, PLAIN, "plain.because.asked", id="asked for plain"),
        pytest.param({"TERM": "dumb"}, "", PLAIN, "plain.because.term", id="dumb"),
        pytest.param({"TERM": ""}, "", PLAIN, "plain.because.term", id="TERM empty"),
        pytest.param({"TERM": "dumb"}, TUI, PLAIN, "plain.because.term", id="asked for what cannot be"),
        pytest.param({"ACCESSIBLE": "1"}, "", PLAIN, "plain.because.accessible", id="ACCESSIBLE"),
        pytest.param({"ACCESSIBLE": "yes"}, TUI, TUI, "", id="full screen asked for in spite of ACCESSIBLE"),
        pytest.param({"ACCESSIBLE": "0"}, "", TUI, "", id="ACCESSIBLE 0"),
        pytest.param({"ACCESSIBLE": "False"}, "", TUI, "", id="ACCESSIBLE false"),
        pytest.param({"ACCESSIBLE": ""}, "", TUI, "", id="ACCESSIBLE empty"),
    ],
)
def test_the_front_end_and_why(env: dict[str, str], asked: str, front_end: str, reason: str) -> None:
    terminal = chosen(XTERM | env, asked)
    assert (terminal.front_end, terminal.reason) == (front_end, reason)


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_each_terminal_gets_what_it_can_show(cell: Cell) -> None:
    no_color = "--no-color" in cell.options
    terminal = choose(cell.env, stdin_tty=True, stdout_tty=True, no_color=no_color)
    assert (terminal.front_end == TUI, terminal.ascii, terminal.colours) == (cell.full, cell.ascii, cell.depth)


def test_the_table_has_every_cell() -> None:
    assert len(CELLS) == 10 * 2 * 4


NOBODY_KNOWS = {"TERM": "bogus", "LANG": "en_US.UTF-8"}


def test_a_terminal_that_nobody_knows_is_plain_until_somebody_asks() -> None:
    assert (chosen(NOBODY_KNOWS).front_end, chosen(NOBODY_KNOWS).reason) == (PLAIN, "plain.because.unknown_term")
    assert (chosen(NOBODY_KNOWS, TUI).front_end, chosen(NOBODY_KNOWS, TUI).colours) == (TUI, NO_COLOUR)
    assert chosen(NOBODY_KNOWS | {"COLORTERM": "rxvt"}).front_end == TUI
    assert chosen(NOBODY_KNOWS | {"ACCESSIBLE": "1"}).reason == "plain.because.accessible"


@pytest.mark.parametrize(
    "term", "xterm-ghostty rxvt-unicode st st-256color screen.linux tmux-direct vt102 vt520 new-256color ansi".split()
)
def test_families_of_terminals_are_known(term: str) -> None:
    assert is_known({"TERM": term})


@pytest.mark.parametrize("term", "vt52 adm3a stv52 wyse50 hp2621 emacs lpr network Xterm".split())
def test_what_may_not_move_its_cursor_is_not_known(term: str) -> None:
    assert not is_known({"TERM": term})


def test_without_term_or_without_a_terminal_it_is_plain() -> None:
    assert chosen({}).reason == "plain.because.term"
    for stdin, stdout in ((True, False), (False, True), (False, False)):
        terminal = choose(XTERM, stdin_tty=stdin, stdout_tty=stdout, front_end=TUI)
        assert (terminal.front_end, terminal.reason) == (PLAIN, "plain.because.no_terminal")


@pytest.mark.parametrize(
    ("env", "fits"),
    [
        pytest.param({"LANG": "en_US.UTF-8"}, True, id="UTF-8"),
        pytest.param({"LANG": "de_DE.utf8@euro"}, True, id="with a modifier"),
        pytest.param({"LC_CTYPE": "en_US.UTF-8"}, True, id="LC_CTYPE"),
        pytest.param({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, False, id="LC_ALL wins"),
        pytest.param({"LANG": "en_US.ISO-8859-1"}, False, id="latin-1"),
        pytest.param({}, False, id="nothing set"),
        pytest.param({"LC_CTYPE": "C.UTF-8"}, False, id="put there by Python itself"),
        pytest.param({"LC_CTYPE": "C.UTF-8", "LANG": "de_DE.UTF-8"}, True, id="LC_CTYPE beside LANG"),
        pytest.param({"LANG": "en_US.UTF-8", "TERM": "linux"}, False, id="Linux console"),
        pytest.param({"LANG": "en_US.UTF-8", "TERM": "linux-16color"}, False, id="Linux console with more colors"),
        pytest.param({"LANG": "en_US.UTF-8", "TERM": "vt220"}, False, id="VT220"),
        pytest.param({"LANG": "en_US.UTF-8", "TERM": "vte-256color"}, True, id="no VT"),
    ],
)
def test_unicode(env: dict[str, str], fits: bool) -> None:
    assert unicode_fits(env) is fits
    assert chosen({"TERM": "xterm"} | env).ascii is not fits


@pytest.mark.parametrize(
    ("env", "depth"),
    [
        pytest.param({"TERM": "xterm", "COLORTERM": "truecolor"}, COLOURS_FULL, id="truecolor"),
        pytest.param({"TERM": "linux", "COLORTERM": "truecolor"}, COLOURS_16, id="the console promises too much"),
        pytest.param({"TERM": "tmux-direct"}, COLOURS_FULL, id="TERM says it"),
        pytest.param({"TERM": "screen", "COLORTERM": "truecolor"}, COLOURS_16, id="screen in a terminal that has more"),
        pytest.param({"TERM": "vt220", "COLORTERM": "truecolor"}, NO_COLOUR, id="VT in a terminal that has more"),
        pytest.param({"TERM": "screen-256color"}, COLOURS_256, id="256"),
        pytest.param({"TERM": "bogus", "COLORTERM": "yes"}, COLOURS_16, id="colors, but not how many"),
        pytest.param({"TERM": "bogus"}, NO_COLOUR, id="nobody knows it"),
        pytest.param({"TERM": "xterm-kitty"}, COLOURS_256, id="kitty"),
        pytest.param({"TERM": "xterm"}, COLOURS_16, id="xterm"),
        pytest.param({"TERM": "vt100"}, NO_COLOUR, id="vt100"),
        pytest.param({}, NO_COLOUR, id="unknown"),
    ],
)
def test_colour_depth(env: dict[str, str], depth: str) -> None:
    assert colour_depth(env) == depth


def test_no_colour_however_it_is_asked_for() -> None:
    assert chosen(XTERM).colours == COLOURS_256
    assert chosen(XTERM | {"NO_COLOR": "1"}).colours == NO_COLOUR
    assert chosen(XTERM | {"NO_COLOR": ""}).colours == COLOURS_256
    assert choose(XTERM, stdin_tty=True, stdout_tty=True, no_color=True).colours == NO_COLOUR


def test_ascii_and_linear_as_asked() -> None:
    terminal = choose(XTERM, stdin_tty=True, stdout_tty=True, ascii=True, linear=True)
    assert (terminal.ascii, terminal.linear) == (True, True)
    assert (chosen(XTERM).ascii, chosen(XTERM).linear) == (False, None)


ENVIRONMENTS = st.dictionaries(
    st.sampled_from(("TERM", "LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "NO_COLOR", "ACCESSIBLE")),
    st.sampled_from(("", "0", "1", "dumb", "bogus", "xterm", "linux", "C", "C.UTF-8", "truecolor", "x\x1b[")),
)


@settings(max_examples=60)
@given(ENVIRONMENTS, st.booleans(), st.sampled_from(("", PLAIN, TUI)))
def test_plain_mode_always_has_a_reason(words: Words, env: dict[str, str], tty: bool, asked: str) -> None:
    terminal = choose(env, stdin_tty=tty, stdout_tty=tty, front_end=asked)
    if terminal.front_end == PLAIN:
        assert terminal.reason in words
    else:
        assert tty
        assert not terminal.reason
        assert env["TERM"] not in CANNOT_MOVE
