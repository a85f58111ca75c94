"""Where only ASCII can be shown, nothing else is: on every screen, in every section, in plain mode, in messages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.access.rendering import written
from tests.access.screens import FOREIGN, WIDE, State, search, states
from tests.pty.terminal import PROJECT, Terminal, python
from tests.tui.driving import Started
from trd_tui.commands import remapped
from trd_tui.library.store import Library
from trd_tui.terminal import COLOURS_16
from trd_tui.tui.rows.row import Row
from trd_tui.tui.screens.guide.face import GuideFace
from trd_tui.tui.screens.page import PageFace
from trd_tui.tui.themes import DARK, Theme
from trd_tui.tui.view import View

LOWEST, HIGHEST = " ", "~"
ASCII_ONLY = (
    pytest.param({"LC_ALL": "C"}, id="C"),
    pytest.param({"LANG": "POSIX"}, id="POSIX", marks=pytest.mark.every),
    pytest.param({"LANG": "de_DE.ISO-8859-1"}, id="Latin 1"),
    pytest.param({"TERM": "linux"}, id="linux"),
    pytest.param({"TERM": "vt100"}, id="vt100", marks=pytest.mark.every),
    pytest.param({"TERM": "vt220"}, id="vt220", marks=pytest.mark.every),
    pytest.param({"TRD_TUI_ASCII": "1"}, id="asked for"),
)
SECTIONS = 23


def _others(text: str) -> str:
    """What is no printable letter of ASCII."""
    return "".join(sorted({letter for letter in text if not LOWEST <= letter <= HIGHEST and letter != "\n"}))


def test_every_cell_of_every_screen_is_ascii(every_ascii_state: list[State], foreign: Library) -> None:
    bad = {(one.tour, one.name): _others(one.text) for one in every_ascii_state if _others(one.text)}
    assert not bad
    assert all(written(one, Theme(DARK, COLOURS_16), COLOURS_16).isascii() for one in every_ascii_state)
    usual = "".join(one.text for one in states(foreign, WIDE, (search,)))
    assert set("•│─·öé").union(FOREIGN) <= set(usual), "else this shows nothing"


async def test_every_section_is_ascii(foreign: Library) -> None:
    async with Started(foreign, ascii=True) as reader:
        view = reader.view
        shown = _lines(reader)
        for _ in range(foreign.count - 1):
            view.step(1)
            shown += _lines(reader)
        assert view.reading.entry.position == foreign.count - 1
        titles = "".join("".join(run) for index in range(foreign.count) for row in _rows(view, index) for run, _ in row)
    assert not _others("".join(shown) + titles)
    assert len(shown) > 50 * SECTIONS


def _rows(view: View, index: int) -> list[Row]:
    view.tree.reveal(view.library.entry_at(index))
    return view.tree.rows_of(view.tree.list.focus)


async def test_the_whole_guide_is_ascii(foreign: Library) -> None:
    """Every question and why it is asked, every note, and findings and sheet after each of the answers."""
    async with Started(foreign, ascii=True) as reader:
        walk, way = reader.walk, reader.app.way
        shown: list[str] = []
        for question in walk.guide.questions:
            await reader.ask(question.id)
            shown += _lines(reader)
            await reader.press("y")
            shown += _lines(reader)
        for note in walk.guide.notes:
            walk.notes = (note,)
            way.show()
            shown += _lines(reader)
        for number in range(max(len(question.choices) for question in walk.guide.questions)):
            walk.answers = {one.id: (one.choices[number % len(one.choices)].id,) for one in walk.guide.questions}
            walk.review()
            walk.go_on()
            way.show()
            shown += _lines(reader)
            way.open_sheet()
            shown += [*_lines(reader), way.sheet_text()]
    assert not _others("".join(shown))
    assert len(shown) > 1000


def _lines(reader: Started) -> list[str]:
    """All lines of what is on the screen, those beyond its edge too."""
    face = reader.app.frame.face
    if isinstance(face, GuideFace):
        return [line.text for line in face.column.lines]
    text = face.text if isinstance(face, PageFace) else reader.view.text
    return [line.text for line in text.lines]


async def test_keys_of_a_persons_own_are_ascii_on_the_screen(library: Library) -> None:
    commands = remapped({"search": ["ä"], "help_now": ["ö", "f2"], "guide": ["ф"]})
    async with Started(library, ascii=True, commands=commands) as reader:
        shown = reader.text
        await reader.press("f1")
        assert not _others(shown + reader.text)


def test_letters_beyond_ascii_are_noticed() -> None:
    assert _others(f"a~ \n{FOREIGN}") == "".join(sorted(set("ä“ж”≥…漢")))


def _environment(foreign_file: Path, home: Path, env: Mapping[str, str]) -> dict[str, str]:
    base = {"PYTHONPATH": str(PROJECT), "HOME": str(home), "TRD_TUI_CONTENT": str(foreign_file)}
    locale = {} if {"LC_ALL", "LANG"} & env.keys() else {"LANG": "C.UTF-8"}
    return {**base, **locale, **env}


def _run(arguments: Iterable[str], env: Mapping[str, str], typed: str = "") -> bytes:
    """What a command wrote on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "trd_tui", *arguments],
        input=typed.encode(),
        env=dict(env),
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("env", ASCII_ONLY)
def test_plain_mode_is_ascii(foreign_file: Path, tmp_path: Path, env: dict[str, str]) -> None:
    typed = ["n"] * SECTIONS + [f"/{FOREIGN}", FOREIGN, "/ketmine ä", "s", "t", "?", "h", "g", *["1"] * 60, "v"]
    said = _run(["--plain"], _environment(foreign_file, tmp_path, env), "\n".join(typed))
    assert not _others(said.decode("latin-1"))
    assert said.count(b"\n") > 800


COMMANDS = (
    ("show", "all", "--sources"),
    ("show", "all", "--json"),
    ("search", FOREIGN),
    ("search", "ketmine", "ä"),
    ("search", "--json", "sleep"),
    ("show", FOREIGN),
    ("--theme", FOREIGN),
    (f"--{FOREIGN}",),
    ("check", f"/{FOREIGN}"),
    ("--config", f"/{FOREIGN}"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=map(str, range(len(COMMANDS))))
def test_what_commands_say_is_ascii_on_both_streams(foreign_file: Path, tmp_path: Path, command: tuple[str]) -> None:
    env = _environment(foreign_file, tmp_path, {"LC_ALL": "C"})
    assert not _others(_run(command, env).decode("latin-1"))
    asked = _environment(foreign_file, tmp_path, {})
    assert not _others(_run((*command, "--ascii"), asked).decode("latin-1"))


@pytest.mark.pty
@pytest.mark.parametrize("env", ASCII_ONLY)
def test_the_full_screen_is_ascii(foreign_file: Path, tmp_path: Path, env: dict[str, str]) -> None:
    environment = _environment(foreign_file, tmp_path, env)
    with Terminal(
        python("-m", "trd_tui", "--section", "ect"), env={"LANG": "", "COLORTERM": "", **environment}
    ) as terminal:
        terminal.wait_for("F2 Help")
        terminal.send("/")
        terminal.wait_for("Search:")
        terminal.send("äж“sleep")
        terminal.wait_for('a?"sleep')
        terminal.read_until_quiet(0.15)
    assert terminal.bytes.isascii()


def test_ascii_is_not_chosen_where_all_letters_fit(foreign_file: Path, tmp_path: Path) -> None:
    env = _environment(foreign_file, tmp_path, {})
    assert "•".encode() in _run(["show", "ect"], env)
    assert FOREIGN.encode() in _run(["search", FOREIGN], env)
