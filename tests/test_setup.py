from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _setup(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    (folder / "scripts").mkdir()
    script = shutil.copy(ROOT / "scripts" / "setup", folder / "scripts" / "setup")
    env = {"PATH": os.environ["PATH"], "PYTHON": python}
    return subprocess.run([script, "run"], env=env, capture_output=True, text=True, check=False)


def _python(folder: Path, body: str) -> str:
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_without_a_new_enough_python_it_says_what_to_install(tmp_path: Path) -> None:
    ended = _setup(tmp_path, _python(tmp_path, "exit 1"))
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1] == (
        "trd-tui needs Python 3.11 or newer; there is none here. "
        "On Debian or Ubuntu: apt-get install python3 python3-venv"
    )


def test_without_venv_it_says_what_to_install(tmp_path: Path) -> None:
    ended = _setup(tmp_path, _python(tmp_path, 'case "$2" in *venv*) exit 1;; esac'))
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1] == (
        "Python is here, but its venv part is not. On Debian or Ubuntu: apt-get install python3-venv"
    )
    assert not (tmp_path / ".venv").exists()
