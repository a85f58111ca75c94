from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from tests.real.readers import brltty
from tests.real.readers.brltty import Braille
from tests.real.readers.fenrir import Fenrir
from tests.real.readers.reader import Reader
from tests.real.readers.spoken import Spoken
from tests.real.readers.yasr import Yasr

SPEAKING: dict[str, Reader] = {"yasr": Yasr(), "fenrir": Fenrir()}

Listen = Callable[..., Spoken]
"""Starts the program with some options below the reader of the test."""
Feel = Callable[..., Braille]
"""Starts the program with some options beside BRLTTY."""


class Present(Protocol):
    def missing(self) -> str: ...


def need(program: Present, script: str = "scripts/readers") -> None:
    """Leave the test out where a program is missing; where everything is installed (CI), that is a failure."""
    missing = program.missing()
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{missing} is not installed. {script} installs it.")
    if missing:
        pytest.skip(f"{missing} is not installed. {script} installs it.")


@pytest.fixture
def quiet_env(library_file: Path, tmp_path: Path) -> dict[str, str]:
    """An environment that knows nothing of whoever runs the tests."""
    return {"HOME": str(tmp_path), "TRD_TUI_CONTENT": str(library_file)}


@pytest.fixture(params=list(SPEAKING))
def listen(request: pytest.FixtureRequest, quiet_env: dict[str, str], tmp_path: Path) -> Listen:
    """Start the program below each reader that speaks."""
    reader = SPEAKING[request.param]
    need(reader)
    return lambda *options: Spoken(reader, options, tmp_path, quiet_env)


@pytest.fixture
def feel(quiet_env: dict[str, str], tmp_path: Path) -> Feel:
    """Start the program beside a braille display."""
    need(brltty)
    return lambda *options: Braille(options, tmp_path, quiet_env)
