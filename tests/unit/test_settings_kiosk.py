"""Where a kiosk takes its settings from: its own options, and one file that nobody but root can have written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from trd_tui import settings
from trd_tui.errors import UsageError
from trd_tui.front_ends import commands
from trd_tui.pin import hashed
from trd_tui.settings import gather

KIOSK = {"kiosk": "1"}
ROOT, VISITOR = 0, 1000
FILE, LOOSE, SHARED, STICKY, CLOSED = 0o100644, 0o100664, 0o040777, 0o041777, 0o040755


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "etc" / "kiosk.toml"
    file.parent.mkdir()
    file.write_text("")
    return file


@pytest.fixture(autouse=True)
def no_file_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have a kiosk."""
    monkeypatch.setattr(settings, "KIOSK_FILE", str(tmp_path / "none.toml"))


Owned = dict[Path, tuple[int, int]]


@pytest.fixture
def owned() -> Iterator[Owned]:
    """Owner and mode of some paths; all others are root's, and closed to others."""
    known: Owned = {}
    stat = os.stat

    def state(path: str) -> os.stat_result:
        found = stat(path)
        owner, mode = known.get(Path(path), (ROOT, CLOSED))
        return os.stat_result((mode, *found[1:4], owner, *found[5:]))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "_state", state)
        yield known


def configured(file: Path, text: str, options: Mapping[str, str] = KIOSK) -> settings.Settings:
    file.write_text(text)
    return gather({**options, "config": str(file)}, {})


def test_a_kiosk_without_any_file(tmp_path: Path) -> None:
    found = gather(KIOSK, {"HOME": str(tmp_path)})
    assert found.kiosk is not None
    assert found.kiosk.idle == 120
    assert found.values == KIOSK


def test_no_kiosk_where_none_was_asked_for() -> None:
    assert gather({}, {}).kiosk is None


def test_its_own_file_is_read(file: Path, owned: Owned, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "KIOSK_FILE", str(file))
    file.write_text('theme = "light"\n[kiosk]\nidle = 60\n')
    found = gather(KIOSK, {})
    assert found.kiosk is not None
    assert (found.text("theme"), found.kiosk.idle) == ("light", 60)


def test_a_named_file_is_read(file: Path, owned: Owned) -> None:
    found = configured(file, 'linear = true\n[keys]\nsources = ["x"]\n[kiosk]\nwarning = 20\n')
    assert found.kiosk is not None
    assert (found.on("linear"), found.keys, found.kiosk.warning) == (True, {"sources": ["x"]}, 20)


@pytest.mark.parametrize("table", ["[kiosk]\n", "[kiosk]\n# idle = 60\n", ""])
def test_a_table_with_nothing_in_it(file: Path, owned: Owned, table: str) -> None:
    found = configured(file, table)
    assert found.kiosk is not None
    assert found.kiosk.idle == 120


def test_options_win(file: Path, owned: Owned) -> None:
    found = configured(file, 'theme = "light"\ncountry = "NZ"\n', {**KIOSK, "theme": "dark"})
    assert (found.text("theme"), found.text("country")) == ("dark", "NZ")


def test_the_environment_is_not_read(file: Path, owned: Owned) -> None:
    names = ("PLAIN", "LINEAR", "SECTION", "CONTENT", "THEME", "ASCII", "COUNTRY", "VERBOSITY", "NO_SHORTCUTS")
    env = {f"TRD_TUI_{name}": "light" for name in names}
    assert gather({**KIOSK, "config": str(file)}, env).values == {**KIOSK, "config": str(file)}
    assert gather(KIOSK, {"TRD_TUI_CONFIG": str(file.parent / "other.toml")}).values == KIOSK


@pytest.mark.parametrize("name", ["HOME", "XDG_CONFIG_HOME"])
def test_the_config_of_the_user_is_not_read(tmp_path: Path, name: str) -> None:
    folder = tmp_path / ".config" / "trd-tui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("nonsense")
    place = tmp_path if name == "HOME" else tmp_path / ".config"
    assert gather(KIOSK, {name: str(place)}).values == KIOSK
    with pytest.raises(UsageError):
        gather({}, {name: str(place)})


@pytest.mark.parametrize("text", ["kiosk = true", "kiosk = true\nplain = true"])
def test_a_user_cannot_ask_for_a_kiosk_in_a_config(tmp_path: Path, text: str) -> None:
    (tmp_path / "trd-tui").mkdir()
    (tmp_path / "trd-tui" / "config.toml").write_text(text)
    with pytest.raises(UsageError, match="start with the option --kiosk"):
        gather({}, {"XDG_CONFIG_HOME": str(tmp_path)})


def test_what_a_kiosk_has_is_nothing_outside_of_one(tmp_path: Path) -> None:
    (tmp_path / "trd-tui").mkdir()
    (tmp_path / "trd-tui" / "config.toml").write_text("[kiosk]\nidle = 60\n")
    assert gather({}, {"XDG_CONFIG_HOME": str(tmp_path)}).kiosk is None


@pytest.mark.parametrize(
    ("place", "owner", "mode"),
    [
        pytest.param(0, VISITOR, FILE, id="a visitor's file"),
        pytest.param(0, ROOT, LOOSE, id="a file that a group may write"),
        pytest.param(0, ROOT, 0o100646, id="a file that all may write"),
        pytest.param(0, ROOT, 0o101666, id="a file that all may write, with the bit of /tmp"),
        pytest.param(1, VISITOR, CLOSED, id="a visitor's folder"),
        pytest.param(1, ROOT, 0o040775, id="a folder that a group may write"),
        pytest.param(1, ROOT, SHARED, id="a folder that all may write"),
        pytest.param(2, ROOT, SHARED, id="a folder further up that all may write"),
        pytest.param(2, VISITOR, STICKY, id="a visitor's folder further up, with the bit of /tmp"),
    ],
)
def test_a_file_that_others_may_have_written(file: Path, owned: Owned, place: int, owner: int, mode: int) -> None:
    path = (file, *file.parents)[place]
    owned[path] = owner, mode
    with pytest.raises(UsageError, match="a kiosk takes its config only from root") as error:
        configured(file, "[kiosk]\nidle = 60\n")
    assert str(path) in str(error.value)


def test_root_may_have_a_file_in_a_place_such_as_tmp(file: Path, owned: Owned) -> None:
    owned[file.parent] = ROOT, STICKY
    assert configured(file, "[kiosk]\n").kiosk is not None


def test_a_link_is_judged_and_read_by_where_it_leads(file: Path, owned: Owned) -> None:
    link = file.parent.parent / "link.toml"
    link.symlink_to(file)
    owned[link.parent] = VISITOR, SHARED
    with pytest.raises(UsageError, match="only from root"):
        gather({**KIOSK, "config": str(link)}, {})
    owned[link.parent] = ROOT, CLOSED
    file.write_text("[kiosk]\nidle = 77\n")
    found = gather({**KIOSK, "config": str(link)}, {})
    assert found.kiosk is not None
    assert found.kiosk.idle == 77


def test_the_file_of_an_ordinary_user_is_refused(file: Path) -> None:
    if os.geteuid() == 0:
        os.chown(file, VISITOR, VISITOR)
    with pytest.raises(UsageError, match="only from root"):
        configured(file, "")


def test_a_file_that_all_may_write_is_refused(file: Path) -> None:
    file.chmod(0o666)
    with pytest.raises(UsageError, match="only from root"):
        configured(file, "")


@pytest.mark.parametrize("name", ["none.toml", "none/none.toml", "\x1b[2J", "x" * 5000, "nothing\0"])
def test_a_file_that_is_not_there(file: Path, owned: Owned, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be read") as error:
        gather({**KIOSK, "config": str(file.parent / name)}, {})
    assert str(error.value).isprintable()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[kiosk]\nidle = 1\n", "idle needs seconds from 20 to 3600", id="wrong value"),
        pytest.param("[kiosk]\nflying = 1\n", "'flying' is not a setting", id="unknown"),
        pytest.param("kiosk = 3", "kiosk needs true or false", id="no table"),
        pytest.param("[[kiosk]]\nidle = 60\n", "kiosk needs true or false", id="a list of tables"),
    ],
)
def test_a_wrong_table(file: Path, owned: Owned, text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        configured(file, text)
    assert said in str(error.value)


@pytest.mark.parametrize("key", ["f99", "ctrl+", "hello"])
def test_what_is_no_key_leads_no_staff_out(file: Path, owned: Owned, key: str) -> None:
    pin = hashed("471147")
    settings = configured(file, f'[kiosk]\nstaff = ["f12", "{key}", "ctrl+t"]\npin = "{pin}"\n')
    with pytest.raises(UsageError, match=re.escape("[kiosk] staff in the config file")):
        commands(settings)
