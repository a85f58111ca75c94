from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from trd_tui import errors, settings
from trd_tui.commands import COMMANDS, Command, key_label
from trd_tui.guide.answers import EXAMPLE, LARGEST, parse
from trd_tui.library.store import Library
from trd_tui.options import COMMANDS as LINE_COMMANDS
from trd_tui.options import LETTERS, OPTIONS, Option
from trd_tui.terminal import NARROW_BELOW

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = [line for line in README.splitlines() if line.startswith("|")]
WORDS = yaml.safe_load((ROOT / "content/en/words.yaml").read_text(encoding="utf-8"))["command"]


def _code(names: list[str], joined: str) -> str:
    return joined.join(f"`{name}`" for name in dict.fromkeys(names) if name)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_key_and_plain_command_has_its_row(command: Command) -> None:
    keys = _code([key_label(key) for key in command.keys], " or ")
    assert f"| {keys} | {_code([command.word, command.letter], ', ')} | {WORDS[command.id]} |" in ROWS


@pytest.mark.parametrize(("title", "guide"), [("full screen", False), ("full screen, questions", True)])
def test_no_row_names_a_key_that_is_not_there(title: str, guide: bool) -> None:
    table = README.partition(f"| {title} | plain mode |")[2].partition("\n\n")[0]
    ids = [command.id for command in COMMANDS if command.guide is guide]
    assert [line.rpartition(" | ")[2].removesuffix(" |") for line in table.splitlines()[2:]] == [
        WORDS[id] for id in ids
    ]


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_every_option_has_a_row(option: Option) -> None:
    assert [row for row in ROWS if f"`--{option.name}" in row]


def test_every_option_in_the_readme_exists() -> None:
    named = {name for row in ROWS for name in re.findall(r"`--([a-z-]+)", row)}
    assert named == {option.name for option in OPTIONS}


def test_short_options_that_are_named_exist() -> None:
    assert set(re.findall(r"`(-[a-zA-Z])`", README)) <= set(LETTERS)


@pytest.mark.parametrize("command", LINE_COMMANDS)
def test_every_command_has_a_row(command: str) -> None:
    assert [row for row in ROWS if row.startswith((f"| `trd-tui {command} ", f"| `trd-tui {command}`"))]


@pytest.mark.parametrize("option", [one for one in OPTIONS if one.setting], ids=lambda option: option.name)
def test_every_setting_names_its_variable(option: Option) -> None:
    assert f"`TRD_TUI_{option.name.upper().replace('-', '_')}`" in README


def test_every_exit_status_is_there() -> None:
    for error in (errors.UsageError, errors.NotFoundError, errors.ContentError):
        assert [row for row in ROWS if row.startswith(f"| {error.status} |")]
    assert [row for row in ROWS if row.startswith("| 129, 143 |")]


def test_every_theme_and_language_is_named() -> None:
    assert [name for name in settings.THEMES + settings.LANGUAGES if f"`{name}`" not in README] == []


def test_the_width_of_the_narrow_layout_is_right() -> None:
    assert f"(below {NARROW_BELOW} columns" in README


def test_the_config_example_is_understood(tmp_path: Path) -> None:
    example = README.partition("```toml\n")[2].partition("```")[0].replace("\n  ", "\n")
    config = tmp_path / "config.toml"
    config.write_text(example, encoding="utf-8")
    found = settings.gather({"config": str(config)}, {})
    expected = {"plain": "1", "theme": "high-contrast", "country": "US", "config": str(config)}
    assert found.values == expected
    assert found.keys == {"sources": ["s", "f5"]}


def test_the_example_of_answers_is_understood(library: Library) -> None:
    example = README.partition("```json\n")[2].partition("```")[0]
    assert example.strip() == EXAMPLE
    assert parse(example.encode(), library.guide, "README").earlier == ""


def test_the_largest_answers_file_is_named() -> None:
    assert f"of at most {LARGEST // 1_000_000} MB" in README


def test_every_place_of_the_safety_question_is_named() -> None:
    (row,) = (row for row in ROWS if row.startswith("| `--safety-question"))
    assert [where for where in settings.SAFETY_QUESTION if f"`{where}`" not in row] == []


@pytest.mark.parametrize("target", ["run", "test", "check", "bench"])
def test_make_knows_the_targets(target: str) -> None:
    assert f"\n{target}: " in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", [["guide", "--fhir"]], ids=" ".join)
def test_what_is_not_in_this_version_is_refused(line: list[str], tmp_path: Path) -> None:
    assert _run(tmp_path, *line).returncode == errors.UsageError.status


def test_links_lead_to_files() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_a_session_stores_the_article_and_nothing_else(tmp_path: Path) -> None:
    content = str(shutil.copytree(ROOT / "content", tmp_path / "content"))
    before = set(tmp_path.rglob("*"))
    ended = _run(tmp_path, "--plain", "--content", content, typed="search zebrafish\n3\ns\nt\nq\n")
    assert ended.returncode == 0, ended.stderr
    files = [path for path in set(tmp_path.rglob("*")) - before if path.is_file()]
    assert [path.parent.relative_to(tmp_path).as_posix() for path in files] == [".cache/trd-tui"]
    article = files[0].read_bytes()
    assert b"zebrafish" not in article
    _run(tmp_path, "--plain", "--content", content, typed="search unicorns\n5\nq\n")
    assert [path for path in set(tmp_path.rglob("*")) - before if path.is_file()] == files
    assert files[0].read_bytes() == article


def _run(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "trd_tui", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, input=typed, capture_output=True, text=True, check=False)
