from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal, python

Start = Callable[..., Terminal]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that the tests in terminals share, so that the article is compiled once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def start(home: Path) -> Start:
    """Starts the real program with options in a terminal of (columns, rows), with more environment if given."""

    def run(*options: str, size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
        return Terminal(python("-m", "trd_tui", *options), size=size, env={"HOME": str(home), **env})

    return run
