from __future__ import annotations

from pathlib import Path

import pytest

from trd_tui.errors import UsageError
from trd_tui.settings import Settings, gather


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "trd-tui").mkdir()
    return tmp_path


def configured(home: Path, text: str, options: dict[str, str] | None = None, **env: str) -> Settings:
    (home / "trd-tui" / "config.toml").write_text(text)
    return gather(options or {}, {"XDG_CONFIG_HOME": str(home), **env})


def test_nothing_set() -> None:
    nothing = gather({}, {})
    assert not nothing.on("plain")
    assert nothing.text("theme") == ""
    assert nothing.text("theme", "dark") == "dark"
    assert nothing.keys == {}


def test_option_before_environment_before_config(home: Path) -> None:
    config = 'theme = "light"\nsection = "ect"\ncountry = "NZ"\n'
    found = configured(home, config, {"theme": "terminal"}, TRD_TUI_THEME="high-contrast", TRD_TUI_SECTION="tms")
    assert (found.text("theme"), found.text("section"), found.text("country")) == ("terminal", "tms", "NZ")


@pytest.mark.parametrize("off", ["0", "false", "No", "OFF", ""])
def test_the_environment_switches_a_flag_off(home: Path, off: str) -> None:
    assert configured(home, "linear = true").on("linear")
    assert not configured(home, "linear = true", TRD_TUI_LINEAR=off).on("linear")


def test_a_flag_is_switched_on() -> None:
    assert gather({}, {"TRD_TUI_NO_COLOR": "1"}).on("no-color")
    assert gather({"no-color": "1"}, {"TRD_TUI_NO_COLOR": "0"}).on("no-color")


def test_shortcuts_are_switched_off_by_option_environment_or_config(home: Path) -> None:
    assert gather({"no-shortcuts": "1"}, {}).on("no-shortcuts")
    assert gather({}, {"TRD_TUI_NO_SHORTCUTS": "yes"}).on("no-shortcuts")
    assert configured(home, "no_shortcuts = true").on("no-shortcuts")
    assert not configured(home, "no_shortcuts = true", TRD_TUI_NO_SHORTCUTS="0").on("no-shortcuts")


def test_the_nearer_choice_of_front_end_wins(home: Path) -> None:
    found = configured(home, "tui = true", TRD_TUI_PLAIN="1")
    assert (found.on("plain"), found.on("tui")) == (True, False)
    found = gather({"tui": "1"}, {"TRD_TUI_PLAIN": "1"})
    assert (found.on("plain"), found.on("tui")) == (False, True)


def test_only_settings_are_read_from_the_environment() -> None:
    assert gather({}, {"TRD_TUI_JSON": "1", "TRD_TUI_VERSION": "1"}).values == {}


def test_keys_from_the_config(home: Path) -> None:
    assert configured(home, '[keys]\nsources = ["x", "F9"]\n').keys == {"sources": ["x", "F9"]}


def test_a_config_file_that_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("no_color = true")
    assert gather({"config": str(file)}, {}).on("no-color")
    assert gather({}, {"TRD_TUI_CONFIG": str(file)}).on("no-color")


def test_without_a_home_no_config_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".config" / "trd-tui").mkdir(parents=True)
    (tmp_path / ".config" / "trd-tui" / "config.toml").write_text("plain = true")
    monkeypatch.chdir(tmp_path)
    assert gather({}, {}).values == {}
    assert gather({}, {"HOME": str(tmp_path)}).on("plain")


def test_an_empty_value_is_no_value(home: Path) -> None:
    assert configured(home, 'theme = "light"', TRD_TUI_THEME="").text("theme", "dark") == "dark"


@pytest.mark.parametrize(
    ("config", "said"),
    [
        pytest.param("theme = ", "cannot be read", id="no TOML"),
        pytest.param("\x00", "cannot be read", id="no text"),
        pytest.param("a = " + "[" * 10_000, "cannot be read", id="deep"),
        pytest.param("#" * 100_001, "is too long", id="long"),
        pytest.param("flying = true", "'flying' is not a setting; there is: plain, ", id="unknown"),
        pytest.param("plain = 1", "plain needs true or false", id="number for a flag"),
        pytest.param('plain = "yes"', "plain needs true or false", id="text for a flag"),
        pytest.param("theme = true", "theme needs a text in quotes", id="flag for a text"),
        pytest.param("theme = 3", "theme needs a text in quotes", id="number for a text"),
        pytest.param('theme = "pink"', "--theme 'pink' is not known; there is: dark", id="unknown theme"),
        pytest.param('keys = "x"', "[keys] holds lists", id="keys is no table"),
        pytest.param('[keys]\nsources = "x"', "[keys] holds lists", id="a key is no list"),
        pytest.param("[keys]\nsources = [1]", "[keys] holds lists", id="a key is no text"),
    ],
)
def test_a_wrong_config_file(home: Path, config: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        configured(home, config)
    assert said in str(error.value)


def test_a_config_file_that_never_ends(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is too long"):
        gather({"config": "/dev/zero"}, {})


def test_a_config_file_with_a_mark_of_its_encoding(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("plain = true", encoding="utf-8-sig")
    assert gather({"config": str(file)}, {}).on("plain")


@pytest.mark.parametrize("text", ["", "flying = true", "plain = 1"])
def test_the_name_of_a_config_file_is_said_harmlessly(tmp_path: Path, text: str) -> None:
    file = tmp_path / "\x1b[2J"
    file.write_text(text)
    with pytest.raises(UsageError) as error:
        gather({"config": str(file if text else file / "none")}, {})
    assert str(error.value).isprintable()


def test_a_config_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        gather({"config": str(tmp_path / "none.toml")}, {})


@pytest.mark.parametrize(
    ("options", "env", "said"),
    [
        pytest.param({"theme": "pink"}, {}, "--theme 'pink' is not known; there is: dark, light, ", id="theme"),
        pytest.param({}, {"TRD_TUI_LANG": "xx"}, "--lang 'xx' is not known; there is: en", id="language"),
        pytest.param({"plain": "1", "tui": "1"}, {}, "--plain and --tui cannot both be chosen", id="both front ends"),
    ],
)
def test_wrong_settings(options: dict[str, str], env: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as error:
        gather(options, env)
    assert said in str(error.value)
