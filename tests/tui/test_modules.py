"""What the full screen imports, counted, since each module is memory in every session of a kiosk."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.pty.terminal import PROJECT, Terminal, python
from trd_tui.library.build import build
from trd_tui.library.content import Content
from trd_tui.tui.memory import LATER, PALETTE, Absent, Later

MOST = 170
"""Modules of Textual 8.2.8 and Rich 15.0.0; 185 with the command palette."""
LEFT_OUT = {*LATER, PALETTE, "_ssl"}
DOWN, ENTER, ESCAPE, QUIT = "\x1b[B", "\r", "\x1b", "\x11"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, content: Content) -> set[str]:
    """Names of all modules that were imported while somebody read, searched, was helped and answered a question."""
    folder = tmp_path_factory.mktemp("imports")
    report, compiled = folder / "report", str(folder / "library.sqlite")
    build(content, compiled)
    reader = python("-X", "importtime", "-m", "trd_tui", "--tui", "--content", compiled)
    with Terminal(["sh", "-c", 'exec "$@" 2>"$0"', str(report), *reader]) as terminal:
        terminal.wait_for("Get help now")
        for keys in (DOWN, ENTER, ESCAPE, "h", ESCAPE, "/", "drug", ENTER, ESCAPE, ESCAPE, "g", ENTER, "1", ENTER, "?"):
            terminal.send(keys)
            terminal.read_until_quiet(0.15)
        terminal.wait_for("Keys")
        terminal.send(QUIT)
        assert terminal.wait_exit() == 0
    lines = report.read_text().splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


def test_the_report_is_of_the_full_screen(imported: set[str]) -> None:
    assert {"textual.app", "trd_tui.tui.screens.guide.question", "trd_tui.library.search.engine"} <= imported


def test_few_modules_of_the_framework_are_in_memory(imported: set[str]) -> None:
    framework = {name for name in imported if name.partition(".")[0] in {"textual", "rich"}}
    assert len(framework) <= MOST


def test_a_session_never_imports_what_is_left_out(imported: set[str]) -> None:
    assert imported & LEFT_OUT == set()


@pytest.mark.parametrize(("name", "function"), [(name, one) for name, some in LATER.items() for one in some])
def test_each_function_that_comes_later_is_there(name: str, function: str) -> None:
    assert callable(getattr(import_module(name), function))


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module in whose place something else stands."""
    (tmp_path / "tall_story.py").write_text("WORD = 'whale'\ndef tell(who, *, loud): return f'{who}: {WORD}{loud}'\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(sys.modules, "tall_story", Later("tall_story", ("tell",)))
    return "tall_story"


def test_a_function_can_be_imported_before_its_module(module: str) -> None:
    tell = import_module(module).tell
    assert isinstance(sys.modules[module], Later)
    assert tell("Jonah", loud="!") == "Jonah: whale!"
    assert not isinstance(sys.modules[module], Later)


def test_any_other_name_imports_the_module(module: str) -> None:
    early = import_module(module)
    assert not hasattr(early, "__file__")
    assert isinstance(sys.modules[module], Later)
    assert early.WORD == "whale"
    assert not isinstance(sys.modules[module], Later)
    with pytest.raises(AttributeError):
        _ = early.no_such_name


def test_what_is_absent_can_be_derived_from_but_not_made() -> None:
    base = Absent("palette").Provider
    assert base.__qualname__ == "Provider"
    with pytest.raises(NotImplementedError, match="Derived"):
        type("Derived", (base,), {})(1, two=2)


WITHOUT = """
import sys
from trd_tui.library.build import build
from trd_tui.library.content import Content
from trd_tui.tui.memory import LATER, Later, leave_out
leave_out()
import asyncio, trd_tui.tui.app
assert all(isinstance(sys.modules[name], Later) for name in LATER), LATER
import hashlib, locale, mimetypes, platformdirs, traceback, urllib.parse, uuid
from difflib import get_close_matches
print(urllib.parse.quote("a b"), get_close_matches("drg", ["drug"]), mimetypes.guess_type("a.txt")[0])
print(len(str(uuid.uuid4())), platformdirs.PlatformDirs("x").appname, bool(locale.getpreferredencoding()))
print(asyncio.run(asyncio.sleep(0, "awake")), hashlib.scrypt(b"1", salt=b"2", n=2, r=1, p=1).hex()[:4])
try:
    raise ValueError("told")
except ValueError:
    print(traceback.format_exc().splitlines()[-1], sys.modules["ssl"])
"""


def test_what_was_left_out_works_when_it_is_wanted_after_all() -> None:
    ended = subprocess.run(python("-c", WITHOUT), cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ended.stderr == ""
    assert ended.stdout.splitlines()[:2] == ["a%20b ['drug'] text/plain", "36 x True"]
    assert ended.stdout.splitlines()[2].startswith("awake ")
    assert ended.stdout.splitlines()[3] == "ValueError: told None"
