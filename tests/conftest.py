"""What many tests need: the real content, compiled once a session, and the words of the program."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.unit.small_content import HELP, INTRO, write
from trd_tui import cli
from trd_tui.library import source
from trd_tui.library.build import build
from trd_tui.library.content import Content
from trd_tui.library.store import Library
from trd_tui.words import Words

# The same examples in every run.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

# Thousands of collected tests live until the end, and each garbage collection in whole looks at all of them again.
gc.set_threshold(700, 10, 100)

# Programs inherit which signals are ignored: under nohup, or in the background of a script, they would seem deaf.
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)

CONTENT = Path(__file__).parent.parent / "content"


@pytest.fixture(scope="session")
def content() -> Content:
    """Everything in the content folder, as its editors wrote it."""
    found, problems = source.load(CONTENT)
    assert found is not None, "\n".join(map(str, problems))
    return found


@pytest.fixture(scope="session")
def library_file(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled content."""
    file = tmp_path_factory.mktemp("library") / "library.sqlite"
    build(content, str(file))
    return file


@pytest.fixture(scope="session")
def library(library_file: Path) -> Library:
    """The compiled content, open."""
    return Library(str(library_file))


@pytest.fixture(scope="session")
def words(library: Library) -> Words:
    """The words of the program."""
    return library.words


@pytest.fixture
def env(library_file: Path, tmp_path: Path) -> dict[str, str]:
    """An environment that knows nothing of whoever runs the tests."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "TRD_TUI_CONTENT": str(library_file),
    }


@pytest.fixture
def main(env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run a command line in this process."""
    for name in os.environ:
        monkeypatch.delenv(name)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    return lambda *line: cli.main(list(line))


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A content folder with two problems."""
    return str(write(tmp_path / "broken", {INTRO: "id: intro\n", HELP: None}))
