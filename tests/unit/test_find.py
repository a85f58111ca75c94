from __future__ import annotations

import os
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.unit.contents import many, small
from tests.unit.small_content import INTRO, write
from trd_tui.errors import ContentError, UsageError
from trd_tui.library import find, source
from trd_tui.library.build import build


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write(tmp_path / "article")


def cached(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache" / "trd-tui").iterdir())


def change(folder: Path) -> None:
    file = folder / INTRO
    file.write_text(file.read_text().replace("What it is", "What it is called"))


def test_a_compiled_file(tmp_path: Path) -> None:
    build(small(), str(tmp_path / "any name"))
    assert find.open_library(str(tmp_path / "any name")).title == "A small article"


def test_a_folder_is_compiled_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find.open_library(str(folder)).entry("ect").number == "3"
    before = cached(tmp_path)
    monkeypatch.setattr(source, "load", lambda *_: pytest.fail("compiled again"))
    assert find.open_library(str(folder)).entry("ect").number == "3"
    assert cached(tmp_path) == before
    assert len(before) == 1


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with content, and the user's cache elsewhere."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(find, "PACKAGE", str(tmp_path / "checkout" / "trd_tui"))
    write(tmp_path / "checkout" / "content")
    return tmp_path / "checkout"


def test_a_checkout_keeps_its_own_content_beside_it(checkout: Path, tmp_path: Path) -> None:
    """A new home, as every person of a shared checkout has one, then costs no compiling."""
    assert find.open_library().entry("ect").number == "3"
    assert len(list((checkout / ".compiled").iterdir())) == 1
    assert not (tmp_path / "cache").exists()


def test_a_checkout_that_cannot_be_written_uses_the_users_cache(checkout: Path, tmp_path: Path) -> None:
    (checkout / ".compiled").write_text("a file where the folder should be")
    assert find.open_library().entry("ect").number == "3"
    assert len(cached(tmp_path)) == 1


def test_the_cache_is_private(folder: Path, tmp_path: Path) -> None:
    find.open_library(str(folder))
    assert (tmp_path / "cache" / "trd-tui").stat().st_mode & 0o777 == 0o700


def test_a_changed_folder_is_compiled_again_and_the_old_file_goes(folder: Path, tmp_path: Path) -> None:
    find.open_library(str(folder))
    before = cached(tmp_path)
    before[0].with_name(before[0].name + ".1f.part").write_bytes(b"half a library, left by a crash")
    change(folder)
    assert find.open_library(str(folder)).entry("intro").title == "What it is called"
    assert len(cached(tmp_path)) == 1
    assert cached(tmp_path) != before


def test_another_version_compiles_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find.open_library(str(folder))
    before = cached(tmp_path)
    monkeypatch.setattr("trd_tui.__version__", "999")
    find.open_library(str(folder))
    assert cached(tmp_path) != before


def test_two_folders_keep_a_file_each(folder: Path, tmp_path: Path) -> None:
    find.open_library(str(folder))
    find.open_library(str(write(tmp_path / "other")))
    assert len(cached(tmp_path)) == 2


@pytest.mark.parametrize("damage", [b"", b"not a database", None])
def test_a_broken_cache_file_is_compiled_again(folder: Path, tmp_path: Path, damage: bytes | None) -> None:
    find.open_library(str(folder))
    (file,) = cached(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:5000] if damage is None else damage)
    assert find.open_library(str(folder)).entry("ect").number == "3"
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_the_content_is_compiled_in_memory(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the cache should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert find.open_library(str(folder)).entry("ect").number == "3"


def test_a_cache_that_is_a_link_is_not_used(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cache" / "trd-tui").symlink_to(tmp_path / "elsewhere")
    assert find.open_library(str(folder)).count == 4
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_cache_that_is_open_to_others_is_closed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache" / "trd-tui").mkdir(parents=True)
    (tmp_path / "cache" / "trd-tui").chmod(0o777)
    find.open_library(str(folder))
    assert (tmp_path / "cache" / "trd-tui").stat().st_mode & 0o777 == 0o700


def test_the_cache_of_somebody_else_is_not_used(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 12345678)
    assert find.open_library(str(folder)).count == 4
    assert cached(tmp_path) == []


def test_a_full_disk_is_no_hindrance(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    assert find.open_library(str(folder)).count == 4


def test_broken_content_lists_every_problem(folder: Path) -> None:
    (folder / INTRO).write_text("id: no\ntitle: [\n")
    with pytest.raises(ContentError) as error:
        find.open_library(str(folder))
    assert error.value.status == 3
    assert all(line.count(":") >= 4 for line in error.value.hint.splitlines())
    assert INTRO in error.value.hint


def test_broken_content_is_not_served_from_an_older_state(folder: Path) -> None:
    find.open_library(str(folder))
    (folder / INTRO).write_text("id: [\n")
    with pytest.raises(ContentError):
        find.open_library(str(folder))


@pytest.mark.parametrize("name", ["", "no/such/place", "nul\0"])
def test_content_that_is_not_there(name: str) -> None:
    with pytest.raises(ContentError):
        find.open_library(name)


def test_the_file_beside_the_package_comes_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "trd_tui"
    package.mkdir()
    monkeypatch.setattr(find, "PACKAGE", str(package))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(ContentError):
        find.open_library()
    assert find.checkout_content() is None
    write(tmp_path / "content")
    assert find.open_library().count == 4
    assert find.checkout_content() == str(tmp_path / "content")
    build(many(2), str(package / "library.sqlite"))
    assert find.open_library().count == 2


def test_a_file_is_built_from_a_folder(folder: Path, tmp_path: Path) -> None:
    find.build_file(str(folder), str(tmp_path / "built"))
    assert find.open_library(str(tmp_path / "built")).count == 4
    with pytest.raises(ContentError, match="cannot be written"):
        find.build_file(str(folder), str(tmp_path / "no" / "such" / "folder"))
    (folder / INTRO).write_text("id: [\n")
    with pytest.raises(ContentError, match="cannot be read"):
        find.build_file(str(folder), str(tmp_path / "built"))


def test_a_build_takes_the_place_of_a_library_or_of_an_empty_file(folder: Path, tmp_path: Path) -> None:
    built = tmp_path / "built"
    built.touch()
    for _ in range(2):
        find.build_file(str(folder), str(built))
        assert find.open_library(str(built)).count == 4


@pytest.mark.parametrize("text", ["my notes", "x" * 100, "SQLite format 3\0" + "\0" * 100])
def test_a_build_never_replaces_another_file(text: str, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text(text)
    with pytest.raises(UsageError, match="no library of trd-tui"):
        find.build_file(str(folder), str(other))
    assert other.read_text() == text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article", "other"]


def test_a_build_never_replaces_what_is_no_file(folder: Path, tmp_path: Path) -> None:
    """As root, a rename would put the library in the place of a device such as the null device."""
    find.build_file(str(folder), str(tmp_path / "built"))
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "built")
    for name in ("pipe", "link", "article"):
        before = (tmp_path / name).lstat()
        with pytest.raises(UsageError):
            find.build_file(str(folder), str(tmp_path / name))
        assert (tmp_path / name).lstat().st_ino == before.st_ino


def test_only_public_content_is_kept(folder: Path, tmp_path: Path) -> None:
    library = find.open_library(str(folder))
    library.search("a word of my own, zanzibar")
    (file,) = cached(tmp_path)
    assert b"zanzibar" not in file.read_bytes()
    assert str(tmp_path).encode() not in file.read_bytes()


def test_a_compiled_library_needs_no_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(small(), str(tmp_path / "file"))
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert find.open_library(str(tmp_path / "file")).search("ketamine").hits


def test_an_error_of_the_database_is_no_traceback(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("trd_tui.library.build._fill", refuse)
    with pytest.raises(ContentError, match="cannot be written"):
        find.build_file(str(folder), str(folder / "built"))


def test_a_dead_link_among_the_files_is_a_problem_not_a_crash(folder: Path) -> None:
    (folder / INTRO).unlink()
    (folder / INTRO).symlink_to(folder / "gone.yaml")
    with pytest.raises(ContentError):
        find.open_library(str(folder))


def test_starts_at_the_same_time_do_no_harm(folder: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        counts = list(pool.map(lambda _: find.open_library(str(folder)).count, range(6)))
    assert counts == [4] * 6
    assert len(cached(tmp_path)) == 1
