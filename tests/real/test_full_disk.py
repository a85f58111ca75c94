"""The sheet saved on a real disk that is full, and on one that can only be read. Mounting needs root, as in .ci/run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from trd_tui.saving import SaveError, save

PROJECT = Path(__file__).parents[2]
SMALL = 16 * 1024
ANSWERS = '{"trd-tui-answers": 1, "guide": "2026-11", "answers": {"A1": "two", "B1": "few"}}'

pytestmark = pytest.mark.real


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 KB with a file on it, taken away after the test."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", folder], check=True)
    try:
        (folder / "visit.txt").write_text("older")
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize(("name", "replace"), [("new.txt", False), ("visit.txt", True)])
def test_a_full_disk_keeps_what_was_there(disk: Path, name: str, replace: bool) -> None:
    with pytest.raises(SaveError) as error:
        save("x" * (SMALL + 1), str(disk / name), replace=replace)
    assert error.value.key == "full"
    assert os.listdir(disk) == ["visit.txt"]
    assert (disk / "visit.txt").read_text() == "older"
    save("short", str(disk / "new.txt"))


def test_a_disk_that_can_only_be_read(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    for name, replace in (("new.txt", False), ("visit.txt", True)):
        with pytest.raises(SaveError) as error:
            save("a text", str(disk / name), replace=replace)
        assert error.value.key == "read_only"
    assert os.listdir(disk) == ["visit.txt"]
    assert (disk / "visit.txt").read_text() == "older"


def test_the_sheet_on_stdout_says_that_the_disk_is_full(disk: Path, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(ANSWERS)
    (disk / "filler").write_bytes(b"x" * (SMALL - 4096))
    command = [sys.executable, "-m", "trd_tui", "guide", "--sheet", "--answers", str(tmp_path / "answers.json")]
    with (disk / "sheet.txt").open("wb") as sheet:
        ended = subprocess.run(command, cwd=PROJECT, stdout=sheet, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 1
    assert ended.stderr == b"trd-tui: cannot go on: No space left on device\n"
