from __future__ import annotations

import os
import re
import signal
import subprocess
import tomllib
from pathlib import Path

import pytest

from trd_tui import kiosk, options, settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
SCRIPTS = ("install", "compile", "uninstall", "trd-kiosk", "console/trd-console")
SETTINGS = ("kiosk.toml", "kiosk-ssh.toml")
PLACES = {"/opt/trd-tui", "/etc/trd-tui"}
"""Where everything is, in every file."""
NEEDED = {
    "TTYPath": "/dev/tty1",
    "TTYReset": "yes",
    "TTYVHangup": "yes",
    "TTYVTDisallocate": "yes",
    "StandardInput": "tty",
    "Restart": "on-failure",
    "StartLimitIntervalSec": "0",
    "Conflicts": "getty@tty1.service",
    "DynamicUser": "yes",
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "MemorySwapMax": "0",
    "LimitCORE": "1",
    "LimitFSIZE": "0",
    "IPAddressDeny": "any",
    "PrivateNetwork": "yes",
    "ProtectSystem": "strict",
    "RestrictAddressFamilies": "none",
}
"""What the unit of the console promises; tests/real/test_console.py shows what each does."""


def _unit(name: str) -> dict[str, str]:
    """The last value of each setting of a unit."""
    lines = (DEPLOY / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
    return {key: value for key, _, value in pairs}


def _named(folder: str) -> set[str]:
    return {name.rstrip(".,/") for name in re.findall(rf"`({folder}/[\w./-]+)", PAGE)}


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(DEPLOY)))
def test_the_page_names_each_file_or_its_folder(file: Path) -> None:
    own = str(file.relative_to(ROOT))
    assert own in PAGE or (file.parent.name == "ssh" and "deploy/ssh/" in PAGE) or file.name in PAGE


@pytest.mark.parametrize("folder", ["deploy", "docs", "tests"])
def test_each_file_that_the_page_names_is_there(folder: str) -> None:
    assert {name for name in _named(folder) if not (ROOT / name).exists()} == set()


def test_each_test_that_the_page_names_is_there() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/real").rglob("*.py"))
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert len(named) >= 8
    assert {name for name in named if f"def {name}(" not in texts} == set()


def test_the_page_has_each_setting_of_a_kiosk_with_what_holds_without_it() -> None:
    rows = dict(re.findall(r"(?m)^\| `(\w+)` \|.*\| (.+) \|$", PAGE))
    assert set(kiosk.SETTINGS) == set(rows)
    usual = kiosk.Kiosk()
    assert (rows["idle"], rows["warning"], rows["after"]) == (
        str(usual.idle),
        str(usual.warning),
        f'`"{usual.after}"`',
    )


@pytest.mark.parametrize("name", SETTINGS)
def test_the_settings_are_known_to_the_program(name: str) -> None:
    table = tomllib.loads((DEPLOY / name).read_text(encoding="utf-8"))
    own = table.pop("kiosk")
    known = {option.name.replace("-", "_") for option in options.OPTIONS if option.setting}
    assert set(table) <= known
    assert table.get("theme", "dark") in settings.THEMES
    assert kiosk.from_table(own, name).after == ("end" if "ssh" in name else "start")


def test_the_options_that_the_page_names_for_settings_exist() -> None:
    sentence = PAGE.partition("stand options of the reader:")[2].partition(". After")[0]
    known = {option.name.replace("-", "_") for option in options.OPTIONS if option.setting}
    assert set(re.findall(r"`(\w+)`", sentence)) <= known


def test_the_launcher_starts_the_program_with_options_that_exist() -> None:
    text = (DEPLOY / "trd-kiosk").read_text(encoding="utf-8")
    (line,) = re.findall(r"(?m)^exec .*env -i .* \$flags -m trd_tui (.+)$", text)
    assert all(flags.startswith("-I") for flags in re.findall(r'flags="?(.+)', text))
    assert {"kiosk", "config"} <= set(options.parse(line.replace('"', "").split()).options)


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_programs_that_the_plain_shell_reads(name: str) -> None:
    script = DEPLOY / name
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0


def test_the_unit_of_the_console_has_what_it_promises() -> None:
    unit = _unit("console/trd-kiosk.service")
    assert {name: unit.get(name) for name in NEEDED} == NEEDED
    assert int(unit["RestartSec"].removesuffix("ms")) < 1000


def test_units_start_programs_that_install_puts_there() -> None:
    install = (DEPLOY / "install").read_text(encoding="utf-8")
    units = [path for path in FILES if path.suffix == ".service"]
    started = {name for path in units for name in re.findall(r"/opt/trd-tui/bin/([\w-]+)", path.read_text())}
    assert {"trd-kiosk", "trd-console"} <= started
    assert {name for name in started if name not in install} == set()


def test_uninstall_takes_away_each_file_that_install_puts_under_etc() -> None:
    install, uninstall = ((DEPLOY / name).read_text(encoding="utf-8") for name in ("install", "uninstall"))
    put = set(re.findall(r"(/etc/[\w./-]+\.(?:conf|service))\b", install))
    gone = uninstall.replace("$units", "/etc/systemd/system")
    assert len(put) >= 5
    assert {name for name in put if name not in gone} == set()


def test_all_files_agree_on_where_things_are() -> None:
    found = {
        place for path in FILES for place in re.findall(r"/(?:opt|etc)/trd[\w-]*", path.read_text(encoding="utf-8"))
    }
    assert found == PLACES


def test_the_source_archive_has_the_folder() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "/deploy" in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]


def test_the_launcher_ignores_the_signals_of_the_keyboard(tmp_path: Path) -> None:
    launcher, python = tmp_path / "trd-kiosk", tmp_path / "python"
    launcher.write_bytes((DEPLOY / "trd-kiosk").read_bytes())
    python.write_text("#!/bin/sh\nexec grep SigIgn /proc/self/status\n")
    for file in (launcher, python):
        file.chmod(0o755)
    said = subprocess.run([launcher], check=True, capture_output=True, text=True, timeout=30).stdout
    ignored = int(said.split()[1], 16)
    assert all(ignored >> (number - 1) & 1 for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP))
