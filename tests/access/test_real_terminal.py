"""The program in a pseudo terminal: the cells that the audits look at, and no colour codes where none may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.access.palettes import Look
from tests.access.rendering import codes, shown
from tests.access.screens import WIDE, State, read, states
from tests.pty.terminal import PROJECT, Terminal, python
from trd_tui.library.store import Library
from trd_tui.terminal import COLOURS_16, COLOURS_256, COLOURS_FULL, NO_COLOUR
from trd_tui.tui.themes import DARK, HIGH_CONTRAST, LIGHT, TERMINAL, Theme

pytestmark = pytest.mark.pty

DOWN, ENTER, ESCAPE, F2 = "\x1b[B", "\r", "\x1b", "\x1bOQ"
PLAIN = {"", "0", "1", "3", "4", "7", "9", "22", "23", "24", "27", "29"}
"""SGR codes that are no colours."""


@pytest.fixture(scope="module")
def first_states(library: Library) -> list[State]:
    """The first screen, and that after two sections down."""
    return states(library, WIDE, (read,))[:2]


def _environment(library_file: Path, home: Path, **env: str) -> dict[str, str]:
    return {"PYTHONPATH": str(PROJECT), "HOME": str(home), "TRD_TUI_CONTENT": str(library_file), "COLORTERM": "", **env}


def _looks(terminal: Terminal) -> tuple[tuple[Look, ...], ...]:
    buffer, (width, height) = terminal.screen.buffer, WIDE
    cells = [[buffer[y][x] for x in range(width)] for y in range(height)]
    return tuple(tuple(Look(one.fg, one.bg, one.bold, one.underscore, one.reverse) for one in row) for row in cells)


def _visible(text: tuple[str, ...], looks: tuple[tuple[Look, ...], ...]) -> list[list[object]]:
    """What can be seen of each cell; of a blank only its background."""
    return [
        [(letter, look) if letter.strip() or look.reverse or look.underlined else look.back for letter, look in pairs]
        for pairs in (zip(line, row, strict=True) for line, row in zip(text, looks, strict=True))
    ]


@pytest.mark.parametrize(
    ("theme", "colours", "env"),
    [
        pytest.param(LIGHT, COLOURS_FULL, {"TERM": "xterm-256color", "COLORTERM": "truecolor"}, id="24bit"),
        pytest.param(HIGH_CONTRAST, COLOURS_256, {"TERM": "tmux-256color"}, id="256"),
        pytest.param(HIGH_CONTRAST, COLOURS_16, {"TERM": "xterm"}, id="16"),
        pytest.param(TERMINAL, COLOURS_FULL, {"TERM": "xterm", "COLORTERM": "truecolor"}, id="terminal"),
        pytest.param(DARK, NO_COLOUR, {"TERM": "xterm", "NO_COLOR": "1"}, id="none"),
    ],
)
def test_the_program_shows_what_the_audits_look_at(
    library_file: Path, tmp_path: Path, first_states: list[State], theme: str, colours: str, env: dict[str, str]
) -> None:
    command = python("-m", "trd_tui", "--theme", theme)
    with Terminal(command, size=WIDE, env=_environment(library_file, tmp_path, **env)) as terminal:
        for state, keys in zip(first_states, ("", DOWN + DOWN), strict=True):
            glass = shown(state, Theme(theme, colours), colours)
            terminal.send(keys)
            terminal.wait_for(glass.text[2].strip())
            terminal.read_until_quiet(0.15)
            text = tuple(terminal.screen.display)
            assert _visible(text, _looks(terminal)) == _visible(glass.text, glass.looks)
            assert terminal.cursor == state.cursor
            assert not terminal.screen.cursor.hidden


@pytest.mark.parametrize(
    ("options", "env"),
    [
        pytest.param((), {"NO_COLOR": "1"}, id="NO_COLOR"),
        pytest.param(("--no-color",), {}, id="asked for", marks=pytest.mark.every),
        pytest.param(("--linear",), {"NO_COLOR": "1"}, id="linear"),
        pytest.param((), {"TERM": "vt220"}, id="vt220"),
    ],
)
def test_the_full_screen_writes_no_colour_where_none_may_be(
    library_file: Path, tmp_path: Path, options: tuple[str, ...], env: dict[str, str]
) -> None:
    command = python("-m", "trd_tui", "--theme", "light", *options)
    environment = {"COLORTERM": "truecolor", **env}
    with Terminal(command, size=WIDE, env=_environment(library_file, tmp_path, **environment)) as terminal:
        terminal.wait_for("F2 Help")
        for keys, sign in (("/", "Search"), ("sleep" + ENTER, "Sleep"), (ESCAPE, ""), (F2, "988"), ("g", "Questions")):
            terminal.send(keys)
            terminal.wait_for(sign)
            terminal.read_until_quiet(0.15)
        terminal.send("\x11")
        terminal.wait_exit()
    assert codes(terminal.bytes.decode()) <= PLAIN
    assert {"1", "7"} <= codes(terminal.bytes.decode()) or "--linear" in options, "without colours nothing stands out"


COMMANDS = (
    ("--plain",),
    ("show", "ect", "--sources"),
    ("outline",),
    ("search", "shock", "treatment"),
    ("search", "ketmine"),
    ("help-now",),
    ("guide", "--plain"),
    ("--nonsense",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_no_full_screen_writes_no_escape_at_all(
    library_file: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    environment = _environment(library_file, tmp_path, COLORTERM="truecolor", NO_COLOR="1")
    with Terminal(python("-m", "trd_tui", *command), env=environment) as terminal:
        if "--plain" in command:
            for typed in ("1", "/sleep", "foo", "q"):
                terminal.read_until_quiet(0.1)
                terminal.send(f"{typed}\n")
        terminal.wait_exit()
    assert terminal.bytes
    assert b"\x1b" not in terminal.bytes
