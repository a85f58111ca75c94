"""What deploy/install is given: wheels of the program, and a folder with all that it needs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.real.machine.machine import CHECKOUT

NEEDED = ("trd_tui", "content", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
LINE = re.compile(r'(?m)^__version__ = ".*"$')
PYTHON = "/usr/bin/python3"


def built(version: str, folder: Path) -> Path:
    """A wheel of this checkout that says it is another version."""
    source = folder / f"source {version}"
    for name in NEEDED:
        if (CHECKOUT / name).is_dir():
            shutil.copytree(CHECKOUT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite"))
        else:
            shutil.copy(CHECKOUT / name, source / name)
    start = source / "trd_tui/__init__.py"
    text, found = LINE.subn(f'__version__ = "{version}"', start.read_text(encoding="utf-8"))
    assert found == 1
    start.write_text(text, encoding="utf-8")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    return folder / f"trd_tui-{version}-py3-none-any.whl"


def downloaded(folder: Path) -> Path:
    """A folder with the wheels that requirements.lock names, for the Python that deploy/install takes."""
    tools = folder / "tools"
    subprocess.run([PYTHON, "-m", "venv", tools], check=True)
    download = ["-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--require-hashes"]
    lock = ["--only-binary", ":all:", "--dest", f"{folder}/wheels", "-r", f"{CHECKOUT}/requirements.lock"]
    subprocess.run([f"{tools}/bin/python", *download, *lock], check=True)
    return folder / "wheels"
