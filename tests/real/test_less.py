"""The whole article through the real less."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.real


def test_less_gets_the_whole_text(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8", "LESS": "", "TERM": "dumb"}
    program = [sys.executable, "-m", "trd_tui", "show", "all"]
    alone = subprocess.run(program, cwd=PROJECT, env=env, capture_output=True, check=True)
    piped = ["bash", "-o", "pipefail", "-c", '"$@" | less', "bash", *program]
    paged = subprocess.run(piped, cwd=PROJECT, env=env, capture_output=True, check=False)
    assert (paged.returncode, paged.stderr) == (0, b"")
    assert paged.stdout == alone.stdout
