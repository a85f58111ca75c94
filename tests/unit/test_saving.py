from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from trd_tui import saving
from trd_tui.saving import ExistsError, SaveError, save
from trd_tui.words import Words

ROOT = Path(__file__).parents[2]
NOBODY = 65534
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from trd_tui.saving import SaveError, save
try:
    save("x" * 5000, sys.argv[1], replace=True)
except SaveError as error:
    print(error.key)
"""


@contextmanager
def unprivileged() -> Iterator[None]:
    """As somebody whom permissions stop, since root may write everywhere."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if before == 0:
            os.seteuid(before)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, hidden ones too, with what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(name: str, *, replace: bool = False) -> SaveError:
    with pytest.raises(SaveError) as error:
        save("a text", name, replace=replace)
    return error.value


def test_a_text_is_saved_under_its_name(tmp_path: Path) -> None:
    assert save("naïve ≥ text\n", str(tmp_path / "visit.txt")) == str(tmp_path / "visit.txt")
    assert tree(tmp_path) == {"visit.txt": "naïve ≥ text\n".encode()}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277, 0o777])
def test_only_the_owner_may_read_it_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        save("a text", str(tmp_path / "visit.txt"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "visit.txt").stat().st_mode) == 0o600


def test_a_name_alone_is_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert save("a text", "  my visit.txt ") == str(tmp_path / "my visit.txt")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ('"my visit.txt"', "my visit.txt"),
        ("' my visit.txt '", "my visit.txt"),
        ('a"b"', 'a"b"'),
        ('"', '"'),
        ("'a\"", "'a\""),
    ],
)
def test_quotes_around_a_name_are_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert save("a text", typed) == str(tmp_path / name)


def test_a_tilde_is_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert save("a text", "~/visit.txt") == str(tmp_path / "visit.txt")


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text("older")
    error = refused(str(tmp_path / "visit.txt"))
    assert isinstance(error, ExistsError)
    assert tree(tmp_path) == {"visit.txt": b"older"}


def test_a_file_is_replaced_when_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text("older and longer than what comes")
    (tmp_path / "visit.txt").chmod(0o644)
    save("newer", str(tmp_path / "visit.txt"), replace=True)
    assert tree(tmp_path) == {"visit.txt": b"newer"}
    assert stat.S_IMODE((tmp_path / "visit.txt").stat().st_mode) == 0o600


def test_replace_also_makes_a_new_file(tmp_path: Path) -> None:
    save("newer", str(tmp_path / "visit.txt"), replace=True)
    assert tree(tmp_path) == {"visit.txt": b"newer"}


def test_a_file_that_comes_while_saving_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = saving._fill

    def meanwhile(handle: int, data: bytes) -> None:
        written(handle, data)
        (tmp_path / "visit.txt").write_text("of somebody else")

    monkeypatch.setattr(saving, "_fill", meanwhile)
    assert isinstance(refused(str(tmp_path / "visit.txt")), ExistsError)
    assert tree(tmp_path) == {"visit.txt": b"of somebody else"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("", "empty", id="nothing"),
        pytest.param("  \t", "empty", id="blanks"),
        pytest.param("a\0b", "bad_name", id="NUL"),
        pytest.param("\x1b[2J", "bad_name", id="escape"),
        pytest.param("a\nb", "bad_name", id="line break"),
        pytest.param("\u202etxt", "bad_name", id="turned round"),
        pytest.param("\udc80", "bad_name", id="no text"),
        pytest.param("a\ufffd", "bad_name", id="bytes that were no text"),
        pytest.param('" "', "empty", id="nothing in quotes"),
        pytest.param(".", "folder", id="this folder"),
        pytest.param("..", "folder", id="the folder above"),
        pytest.param("new/", "folder", id="slash at the end"),
        pytest.param("new/.", "folder", id="this folder in a new one"),
        pytest.param("new/..", "folder", id="the folder above a new one"),
        pytest.param("folder", "folder", id="folder"),
        pytest.param("to_folder", "folder", id="link to a folder"),
        pytest.param("pipe", "no_file", id="pipe"),
        pytest.param("to_pipe", "no_file", id="link to a pipe"),
        pytest.param("/dev/full", "no_file", id="device"),
        pytest.param("nowhere/visit.txt", "no_folder", id="no such folder"),
        pytest.param("~nobody-has-this-name/visit.txt", "no_folder", id="no such person"),
        pytest.param("file/visit.txt", "under_file", id="under a file"),
        pytest.param("x" * 256, "too_long", id="long name"),
        pytest.param("é" * 128, "too_long", id="long in bytes"),
        pytest.param("x/" * 3000 + "x", "too_long", id="long path"),
        pytest.param("dangling", "link", id="link to nothing"),
        pytest.param("loop", "link", id="link to itself"),
    ],
)
@pytest.mark.parametrize("replace", [False, True], ids=["new", "replace"])
def test_names_that_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, key: str, replace: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("older")
    os.mkfifo(tmp_path / "pipe")
    for link, target in (("to_folder", "folder"), ("to_pipe", "pipe"), ("dangling", "none"), ("loop", "loop")):
        (tmp_path / link).symlink_to(target)
    assert refused(name, replace=replace).key == key
    assert tree(tmp_path) == {"file": b"older"}


def test_a_name_that_this_system_cannot_write(tmp_path: Path) -> None:
    """Where file names are ASCII, and nothing says how other letters are written."""
    code = "import sys; from trd_tui.saving import save; save('a text', sys.argv[1] + '/na\\u00efve')"
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", code, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert ended.stderr.splitlines()[-1] == "trd_tui.saving.SaveError: bad_name"
    assert tree(tmp_path) == {}


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "file").write_text("older")
    (tmp_path / "link").symlink_to("there/file")
    assert isinstance(refused(str(tmp_path / "link")), ExistsError)
    assert save("newer", str(tmp_path / "link"), replace=True) == str(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "file").read_text() == "newer"
    assert sorted(os.listdir(tmp_path / "there")) == ["file"]


def test_a_folder_where_a_person_may_not_write() -> None:
    with TemporaryDirectory() as named:
        top = Path(named)
        (top / "closed").mkdir()
        (top / "closed" / "visit.txt").write_text("older")
        # Anybody may look into it, and nobody but root may write.
        top.chmod(0o755)
        (top / "closed").chmod(0o555)
        with unprivileged():
            assert refused(str(top / "closed" / "new.txt")).key == "not_allowed"
            assert refused(str(top / "closed" / "visit.txt"), replace=True).key == "not_allowed"
        (top / "closed").chmod(0o755)
        assert tree(top) == {"closed/visit.txt": b"older"}


@pytest.mark.parametrize("there", [False, True], ids=["new", "over a file"])
def test_a_file_that_may_not_grow_is_not_begun(tmp_path: Path, there: bool) -> None:
    file = tmp_path / "visit.txt"
    if there:
        file.write_text("older")
    ended = subprocess.run(
        [sys.executable, "-c", LIMITED, str(file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (ended.stdout, ended.stderr) == ("full\n", "")
    assert tree(tmp_path) == ({"visit.txt": b"older"} if there else {})


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EFBIG, "full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "not_allowed"),
        (errno.EIO, "failed"),
    ],
    ids=errno.errorcode.get,
)
@pytest.mark.parametrize("step", ["write", "fsync", "open", "replace"])
def test_whatever_fails_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str, step: str
) -> None:
    (tmp_path / "visit.txt").write_text("older")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "it failed")

    monkeypatch.setattr(os, step, fail)
    error = refused(str(tmp_path / "visit.txt"), replace=True)
    monkeypatch.undo()
    assert error.key == key
    assert tree(tmp_path) == {"visit.txt": b"older"}


def test_a_write_that_takes_little_at_a_time_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: whole(handle, data[:3]))
    save("a text in parts", str(tmp_path / "visit.txt"))
    assert tree(tmp_path) == {"visit.txt": b"a text in parts"}


class TestWithoutLinks:
    """File systems such as that of a USB stick have no links."""

    @pytest.fixture(autouse=True)
    def no_links(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", fail)

    def test_a_file_is_made(self, tmp_path: Path) -> None:
        save("a text", str(tmp_path / "visit.txt"))
        assert tree(tmp_path) == {"visit.txt": b"a text"}

    def test_a_file_that_comes_meanwhile_is_left_alone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(saving, "_target", lambda path, replace: path)
        (tmp_path / "visit.txt").write_text("older")
        assert isinstance(refused(str(tmp_path / "visit.txt")), ExistsError)
        assert tree(tmp_path) == {"visit.txt": b"older"}

    def test_a_name_that_was_held_is_let_go(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise OSError(errno.ENOSPC, "no room")

        monkeypatch.setattr(os, "replace", fail)
        assert refused(str(tmp_path / "visit.txt")).key == "full"
        assert tree(tmp_path) == {}


@pytest.mark.parametrize("key", sorted({"empty", "bad_name", "no_file", "failed", *saving.KEYS.values()}))
def test_every_error_has_its_words(words: Words, key: str) -> None:
    message, hint = SaveError(key, "folder/\x1b[2J/{visit}", "it failed").said(words)
    assert message.startswith("Nothing was saved")
    assert (message + hint).isprintable()
    assert hint


def test_what_is_said_names_the_file(words: Words, tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text("older")
    message, _ = refused(str(tmp_path / "visit.txt")).said(words)
    assert str(tmp_path / "visit.txt")[:100] in message
