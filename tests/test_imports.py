from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = ("textual", "rich", "yaml")
SLOW = ("argparse", "asyncio", "dataclasses", "enum", "json", "pathlib", "re", "typing")


def _imported(home: Path, *arguments: str) -> set[str]:
    """Names of the modules that a Python process imports, as it reports them itself."""
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    command = [sys.executable, "-X", "importtime", *arguments]
    ended = subprocess.run(
        command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )
    lines = [line for line in ended.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What plain mode imports beyond what the interpreter does by itself, once the library is compiled."""
    home = tmp_path_factory.mktemp("home")
    _imported(home, "-m", "trd_tui", "--plain")
    return _imported(home, "-m", "trd_tui", "--plain") - _imported(home, "-c", "import runpy")


def test_the_report_is_of_plain_mode(plain: set[str]) -> None:
    assert {"trd_tui.cli", "trd_tui.plain.session", "trd_tui.library.store"} <= plain


@pytest.mark.parametrize("package", HEAVY)
def test_plain_mode_never_imports(package: str, plain: set[str]) -> None:
    assert [name for name in plain if name == package or name.startswith(package + ".")] == []


@pytest.mark.parametrize("module", SLOW)
def test_plain_mode_starts_without(module: str, plain: set[str]) -> None:
    assert module not in plain


def test_plain_mode_leaves_the_editors_side_alone(plain: set[str]) -> None:
    assert plain & {"trd_tui.library.source", "trd_tui.library.check", "trd_tui.library.build"} == set()


def test_help_now_imports_nothing_heavy(tmp_path: Path) -> None:
    _imported(tmp_path, "-m", "trd_tui", "help-now")
    roots = {name.partition(".")[0] for name in _imported(tmp_path, "-m", "trd_tui", "help-now")}
    assert roots & set(HEAVY) == set()


def test_plain_mode_starts_without_the_guide(plain: set[str]) -> None:
    assert [name for name in plain if name.startswith("trd_tui.guide")] == []
