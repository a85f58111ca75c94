from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.conftest import need
from tests.real.machine import machine, wheels
from tests.real.machine.machine import Machine

OLD, NEW = "1.0.0", "1.1.0"
INSTALL, UNINSTALL = "/run/checkout/deploy/install", "/run/checkout/deploy/uninstall"
KIOSK = "/opt/trd-tui/bin/trd-kiosk"
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs")
NOT_ROOTS = ("-not", "-user", "root", "-o", "-not", "-group", "root", "-o", "-perm", "/022", "-not", "-type", "l")
TEMPORARY = ["/" + name for name in ("tmp", "var/tmp")]
pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two versions and all that they need."""
    need(machine, "scripts/console")
    folder = tmp_path_factory.mktemp("ready")
    for version in (OLD, NEW):
        wheels.built(version, folder)
    wheels.downloaded(folder)
    return folder


@pytest.fixture
def bare(ready: Path, tmp_path: Path) -> Iterator[Machine]:
    """A machine that has the wheels, and nothing installed."""
    with Machine(tmp_path) as found:
        for file in [*ready.glob("*.whl"), *ready.glob("wheels/*.whl")]:
            found.put(file, f"/run/{file.relative_to(ready)}")
        yield found


@pytest.fixture
def installed(bare: Machine) -> Machine:
    """A machine with one version."""
    _install(bare, OLD)
    return bare


def _install(machine: Machine, version: str, *options: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    wheel = f"/run/trd_tui-{version}-py3-none-any.whl"
    return machine.run(INSTALL, "--wheels", "/run/wheels", *options, wheel, check=check)


def _version(machine: Machine) -> str:
    return machine.run("/opt/trd-tui/bin/trd-tui", "--version").stdout.strip()


def _read(machine: Machine) -> subprocess.CompletedProcess[str]:
    """What an account without any rights gets from the launcher, without a terminal."""
    return machine.run(*NOBODY, KIOSK, stdin=b"next\n")


def test_an_account_without_rights_reads_and_nothing_is_written(installed: Machine) -> None:
    before = installed.changed()
    done = _read(installed)
    assert "988" in done.stdout
    assert (done.stderr, "\x1b" in done.stdout) == ("", False)
    assert installed.changed() == before


def test_only_root_can_change_what_is_installed(installed: Machine) -> None:
    found = installed.run("find", "/opt/trd-tui", "/etc/trd-tui", "(", *NOT_ROOTS, ")").stdout
    assert found == ""


def test_all_of_it_is_compiled_and_there_is_no_pip(installed: Machine) -> None:
    packages = "/opt/trd-tui/current/lib/python3.*/site-packages"
    names = installed.run("sh", "-c", f"cd {packages} && find . -name '*.py' -o -name '*.pyc'").stdout.split()
    compiled = {Path(name).parent.parent / (Path(name).name.split(".")[0] + ".py") for name in names if "pyc" in name}
    sources = {Path(name) for name in names if name.endswith(".py")}
    assert sources <= compiled
    assert Path("trd_tui/cli.py") in sources
    assert Path("pip/__init__.py") not in sources


def test_installing_again_changes_nothing(installed: Machine) -> None:
    stamp = "find /opt/trd-tui /etc/trd-tui -type f -printf '%p %T@ %s\\n' | sort"
    before = installed.run("sh", "-c", stamp).stdout
    _install(installed, OLD)
    assert installed.run("sh", "-c", stamp).stdout == before


def test_another_file_of_the_same_version_is_refused(installed: Machine) -> None:
    installed.run("sh", "-c", f"echo more >>/run/trd_tui-{OLD}-py3-none-any.whl")
    done = _install(installed, OLD, check=False)
    assert (done.returncode, done.stderr) == (1, f"install: version {OLD} is here, and was another file\n")


def test_an_update_is_taken_into_use_and_there_is_a_way_back(installed: Machine) -> None:
    assert _version(installed) == f"trd-tui {OLD}"
    _install(installed, NEW)
    assert (_version(installed), _read(installed).returncode) == (f"trd-tui {NEW}", 0)
    assert installed.run(INSTALL, "--list").stdout == f"{OLD}\n{NEW} (in use)\n"
    installed.run(INSTALL, "--use", OLD)
    assert (_version(installed), _read(installed).returncode) == (f"trd-tui {OLD}", 0)


def test_who_reads_during_an_update_keeps_their_version(installed: Machine) -> None:
    reader = subprocess.Popen(
        installed.inside(*NOBODY, KIOSK), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    )
    assert reader.stdout
    assert reader.stdout.read(1)
    _install(installed, NEW)
    running = installed.run("sh", "-c", "ps -eo args | grep '^/opt/trd-tui/'").stdout
    said, _ = reader.communicate(b"search sleep\nnext\nguide\ndone\n")
    assert running.split()[0] == f"/opt/trd-tui/{OLD}/bin/python"
    assert (reader.returncode, b"sleep" in said) == (0, True)


def test_an_update_that_fails_leaves_what_was_there(installed: Machine) -> None:
    before = installed.changed()
    installed.run("sh", "-c", "rm /run/wheels/textual-*")
    assert _install(installed, NEW, check=False).returncode != 0
    assert (installed.changed(), _version(installed)) == (before, f"trd-tui {OLD}")
    assert _temporary(installed) == ""


def test_a_wheel_of_something_else_is_not_installed(installed: Machine) -> None:
    wheel = installed.run("sh", "-c", "ls /run/wheels/rich-*").stdout.strip()
    done = installed.run(INSTALL, wheel, check=False)
    assert (done.returncode, done.stderr) == (1, f"install: {wheel} is not a wheel of trd-tui\n")


def test_a_python_that_is_not_roots_is_refused(bare: Machine) -> None:
    bare.run("sh", "-c", "mkdir /opt/own && cp /usr/bin/python3 /opt/own")
    bare.run("chown", "65534", "/opt/own/python3")
    line = ("env", "PYTHON=/opt/own/python3", INSTALL, f"/run/trd_tui-{OLD}-py3-none-any.whl")
    done = bare.run(*line, check=False)
    assert (done.returncode, "must be owned by root" in done.stderr) == (1, True)
    assert bare.run("find", "/opt/trd-tui", check=False).stdout == ""


def test_a_version_in_use_stays_and_another_can_go(installed: Machine) -> None:
    _install(installed, NEW)
    assert installed.run(UNINSTALL, NEW, check=False).returncode == 1
    installed.run(UNINSTALL, OLD)
    assert (installed.run(INSTALL, "--list").stdout, _version(installed)) == (f"{NEW} (in use)\n", f"trd-tui {NEW}")


def test_settings_of_the_clinic_survive_an_update_and_are_kept_on_request(installed: Machine) -> None:
    own = "/etc/trd-tui/kiosk.toml"
    installed.run("tee", own, stdin=b"[kiosk]\nidle = 90\n")
    _install(installed, NEW)
    installed.run(UNINSTALL, "--keep-settings")
    assert installed.run("cat", own).stdout == "[kiosk]\nidle = 90\n"
    assert {name for name in installed.changed() if not name.startswith("/etc/trd-tui/")} == set()


def test_uninstalled_nothing_is_left(installed: Machine) -> None:
    _install(installed, NEW, "--console")
    assert len(installed.changed()) > 1000
    installed.run(UNINSTALL)
    assert installed.changed() == set()
    assert _temporary(installed) == ""
    assert _folders(installed) == []
    installed.run(UNINSTALL)


def _temporary(machine: Machine) -> str:
    """What lies in the folders for temporary files, which are not part of the layer that takes the changes."""
    return machine.run("find", *TEMPORARY, "-mindepth", "1").stdout


def _folders(machine: Machine) -> list[str]:
    """Folders that are not on the machine below."""
    found = machine.run("find", "/run/top", "-mindepth", "1", "-type", "d", "-printf", "/%P\n").stdout.splitlines()
    return [name for name in found if not Path(name).exists()]
