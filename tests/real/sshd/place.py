"""A folder with the program in it that any account may read, as `pip install` would leave one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

from trd_tui.library import source
from trd_tui.library.build import build

PROJECT = Path(__file__).parents[3]
PARENT = Path("/opt")
"""Root's, and nobody else may write to it or above it: sshd and the kiosk refuse files in any other folder."""
VERSION = f"python{sys.version_info.major}.{sys.version_info.minor}"
REQUIREMENT = re.compile(r"[\w.-]+")


class Place:
    """The program, its launcher and its settings in a folder of their own, where nobody but root may write."""

    def __init__(self) -> None:
        """Copy what is needed from the checkout and from the environment that runs the tests."""
        self.root = Path(tempfile.mkdtemp(prefix="trd-tui-test-", dir=PARENT))
        self.root.chmod(0o755)
        self.settings = self.root / "etc"
        self.settings.mkdir(mode=0o755)
        self.launcher = self.root / "bin/trd-kiosk"
        self.python = self.root / "bin/python"
        subprocess.run([interpreter(), "-m", "venv", "--without-pip", self.root], check=True)
        self._program(self.root / "lib" / VERSION / "site-packages")
        for name in ("kiosk.toml", "kiosk-ssh.toml"):
            self.write(name, (PROJECT / "deploy" / name).read_text())
        self.launch()

    def launch(self, *options: str) -> None:
        """Put the launcher in place; with options, it starts the program with these in place of the kiosk's."""
        text = self.moved((PROJECT / "deploy/trd-kiosk").read_text())
        if options:
            text = text.replace('--kiosk --config "$config"', " ".join(options))
        self.launcher.write_text(text)
        self.launcher.chmod(0o755)

    def write(self, name: str, text: str) -> Path:
        """Write a file of settings, with the paths of this place."""
        file = self.settings / name
        file.write_text(self.moved(text))
        return file

    def moved(self, text: str) -> str:
        """A file of deploy/ with the paths of this place."""
        text = re.sub("/opt/trd-tui(?=/)", str(self.root), text)
        return re.sub("/etc/trd-tui(?=/)", str(self.settings), text)

    def remove(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.root)

    def _program(self, packages: Path) -> None:
        left_out = shutil.ignore_patterns("*.sqlite", "__pycache__")
        shutil.copytree(PROJECT / "trd_tui", packages / "trd_tui", ignore=left_out)
        content, problems = source.load(PROJECT / "content")
        assert content is not None, problems
        build(content, str(packages / "trd_tui/library.sqlite"))
        (packages / "trd_tui/library.sqlite").chmod(0o644)
        for name in sorted(_needed("trd-tui")):
            _copy(distribution(name), packages)
        subprocess.run([self.python, "-I", "-m", "compileall", "-q", packages], check=True)
        subprocess.run([PROJECT / "deploy/compile", self.root], check=True)
        subprocess.run(["chmod", "-R", "a+rX", self.root], check=True)


def interpreter() -> str:
    """A Python of this version that other accounts may run; empty where there is none."""
    names = (f"{sys.base_prefix}/bin/{VERSION}", f"/usr/bin/{VERSION}", f"/usr/local/bin/{VERSION}")
    return next((name for name in names if _open_to_all(Path(name))), "")


def _open_to_all(file: Path) -> bool:
    return file.exists() and all(one.stat().st_mode & 0o001 for one in (file.resolve(), *file.resolve().parents))


def _needed(name: str, known: frozenset[str] = frozenset()) -> frozenset[str]:
    """The names of the distributions that one needs, and that they need, apart from extras and itself."""
    for line in distribution(name).requires or ():
        one = REQUIREMENT.match(line)
        if one and "extra ==" not in line and one[0] not in known:
            known |= {one[0]}
            known = _needed(one[0], known)
    return known


def _copy(found: Distribution, target: Path) -> None:
    for file in found.files or ():
        if ".." not in file.parts and "__pycache__" not in file.parts:
            copied = target / file
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(os.fspath(file.locate()), copied)
