from __future__ import annotations

import gzip
import re
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.conftest import need
from tests.real.machine import machine, virtual_console, wheels
from tests.real.machine.machine import CHECKOUT, Machine, until
from trd_tui import pin

UNIT = CHECKOUT / "deploy/console/trd-kiosk.service"
GETTY = Path("/lib/systemd/system/getty@.service")
INSTALL, UNINSTALL = "/run/checkout/deploy/install", "/run/checkout/deploy/uninstall"
LOCK = Path(tempfile.gettempdir()) / "trd-tui-console.lock"
SETTINGS, BESIDE = "/etc/trd-tui/kiosk.toml", "/run/systemd/system/trd-kiosk.service.d/test.conf"
FIRST_SCREEN, HELP = "Press Enter to start", "988"
FONT = Path("/usr/share/consolefonts/Uni2-TerminusBold32x16.psf.gz")
LEAVES = r"Console|Boot|Scroll|Show_|SAK|KeyboardSignal"
FOLDERS = [f"/{name}" for name in ("tmp", "var/tmp", "dev/shm", "dev", "run", "opt/trd-tui")]
MAY_CHANGE = {"/etc/machine-id", "/etc/.pwd.lock"}
"""What systemd itself writes when it starts for the first time."""
CHECKS = (
    ("haproxy", "-c", "-f", "haproxy.cfg"),
    ("foot", "--check-config", "--config=desktop/foot.ini"),
    ("systemd-analyze", "verify", "desktop/trd-kiosk-desktop.service"),
)
TRIES = """
import os, resource, socket
def tried(name, do):
    try:
        do()
    except OSError as error:
        return name + "=" + error.__class__.__name__
    return name + "=WORKED"
def thread():
    import _thread
    try:
        _thread.start_new_thread(print, ())
    except RuntimeError as error:
        raise OSError from error
found = [
    tried("fork", os.fork), tried("thread", thread), tried("socket", socket.socket),
    tried("local", lambda: socket.socket(socket.AF_UNIX)), tried("mode", lambda: os.chmod("/proc/self/comm", 0o777)),
    tried("kill", lambda: os.kill(1, 9)), tried("root", lambda: os.setuid(0)),
    *(tried(folder, lambda: open(folder + "/x", "w")) for folder in "FOLDERS".split()),
]
print(*found, "end", flush=True)
import time; time.sleep(60)
"""
pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def booted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A machine with the console set up, and systemd at its head."""
    need(machine, "scripts/console")
    folder = tmp_path_factory.mktemp("machine")
    wheel = wheels.built("1.0.0", tmp_path_factory.mktemp("wheel"))
    needed = wheels.downloaded(tmp_path_factory.mktemp("needed"))
    with Machine(folder) as found:
        for file in (wheel, *needed.iterdir()):
            found.put(file, f"/run/wheels/{file.name}")
        found.run(INSTALL, "--console", "--wheels", "/run/wheels", f"/run/wheels/{wheel.name}")
        found.boot(LOCK)
        yield found


@pytest.fixture
def kiosk(booted: Machine) -> Iterator[Machine]:
    """The same, with the kiosk started and its first screen shown."""
    settings = booted.run("cat", SETTINGS).stdout
    _start(booted)
    yield booted
    booted.run("sh", "-c", f"rm -rf {Path(BESIDE).parent}; cat >{SETTINGS}", stdin=settings.encode())
    booted.run("systemctl", "daemon-reload")
    booted.run("systemctl", "stop", "trd-kiosk")


def _start(machine: Machine) -> None:
    machine.run("systemctl", "start", "trd-kiosk")
    until(lambda: FIRST_SCREEN in virtual_console.screen())


def _restart(machine: Machine) -> None:
    machine.run("systemctl", "stop", "trd-kiosk")
    _start(machine)


def _state(machine: Machine) -> tuple[str, str, str]:
    return machine.shown("ActiveState"), machine.shown("Result"), machine.shown("ExecMainStatus")


def _stays(machine: Machine, state: str) -> bool:
    """Whether the unit is in a state, and still is when it would have been started again."""
    until(lambda: machine.shown("ActiveState") == state)
    time.sleep(1)
    return machine.shown("ActiveState") == state and machine.shown("MainPID") == "0"


def _replace(machine: Machine, script: str, more: str = "") -> None:
    """Start a script below the same unit in place of the reader."""
    file = "/opt/trd-tui/1.0.0/script.py"
    machine.run("tee", file, stdin=script.encode())
    _beside(machine, f"{more}ExecStart=\nExecStart=/opt/trd-tui/1.0.0/bin/python -I {file}\n")
    machine.run("systemctl", "restart", "trd-kiosk")


def _beside(machine: Machine, service: str) -> None:
    """Add lines to the unit, for one test."""
    machine.run("mkdir", "-p", str(Path(BESIDE).parent))
    machine.run("tee", BESIDE, stdin=f"[Service]\n{service}".encode())
    machine.run("systemctl", "daemon-reload")


def test_the_first_screen_is_on_the_first_console(kiosk: Machine) -> None:
    assert HELP in virtual_console.screen()
    assert "/bin/python" in kiosk.run("ps", "-t", "tty1", "-o", "args=").stdout


@pytest.mark.parametrize("name", ["SEGV", "KILL", "ABRT", "HUP", "TERM"])
def test_after_a_crash_the_first_screen_is_back_within_two_seconds(name: str, kiosk: Machine) -> None:
    virtual_console.press(b"\r")
    until(lambda: FIRST_SCREEN not in virtual_console.screen())
    before = kiosk.shown("NRestarts")
    kiosk.run("systemctl", "kill", "-s", name, "trd-kiosk")
    taken = until(lambda: FIRST_SCREEN in virtual_console.screen(), seconds=2)
    print(f"{name}: {taken:.2f} s")
    assert int(kiosk.shown("NRestarts")) == int(before) + 1


def test_however_often_it_crashes_it_comes_again(kiosk: Machine) -> None:
    for _ in range(8):
        running = kiosk.shown("MainPID")
        kiosk.run("systemctl", "kill", "-s", "KILL", "trd-kiosk")
        until(lambda running=running: kiosk.shown("MainPID") not in {"0", running})  # type: ignore[misc]
    until(lambda: FIRST_SCREEN in virtual_console.screen())


def test_no_signal_of_the_keyboard_ends_or_stops_it(kiosk: Machine) -> None:
    running = kiosk.shown("MainPID")
    virtual_console.press(b"\x03\x1a\x1c\x13\x04\x11")
    virtual_console.press(b"\r")
    until(lambda: FIRST_SCREEN not in virtual_console.screen())
    assert (kiosk.shown("MainPID"), kiosk.shown("ActiveState")) == (running, "active")


def test_stopped_it_stays_stopped_and_nothing_stands_on_the_screen(kiosk: Machine) -> None:
    _beside(kiosk, "KillSignal=SIGKILL\n")  # so that it is not the reader itself that clears the screen
    virtual_console.press(b"\r")
    until(lambda: FIRST_SCREEN not in virtual_console.screen())
    kiosk.run("systemctl", "stop", "trd-kiosk")
    until(lambda: virtual_console.screen() == "")
    assert _stays(kiosk, "failed")
    kiosk.run("systemctl", "reset-failed", "trd-kiosk")


def test_stopped_in_the_usual_way_it_has_not_failed(kiosk: Machine) -> None:
    kiosk.run("systemctl", "stop", "trd-kiosk")
    assert _stays(kiosk, "inactive")
    assert (kiosk.shown("Result"), virtual_console.screen()) == ("success", "")


def test_staff_leave_with_their_pin_and_it_does_not_come_again(kiosk: Machine) -> None:
    own = f'[kiosk]\nstaff = ["f12", "f12", "ctrl+t"]\npin = "{pin.hashed("4711-4711")}"\n'
    kiosk.run("tee", SETTINGS, stdin=own.encode())
    _restart(kiosk)
    virtual_console.press(b"\x1b[24~\x1b[24~\x14")
    until(lambda: "PIN" in virtual_console.screen())
    virtual_console.press(b"4711-4711\r")
    assert _stays(kiosk, "inactive")
    assert _state(kiosk) == ("inactive", "success", "0")


def test_where_settings_cannot_be_read_help_is_on_the_screen_until_they_are_mended(kiosk: Machine) -> None:
    settings = kiosk.run("cat", SETTINGS).stdout
    kiosk.run("systemctl", "stop", "trd-kiosk")
    kiosk.run("tee", SETTINGS, stdin=b"[kiosk]\nidel = 90\n")
    kiosk.run("systemctl", "start", "trd-kiosk")
    until(lambda: "'idel' is not a setting" in virtual_console.screen())
    assert "988" in virtual_console.screen()
    running = kiosk.shown("MainPID")
    time.sleep(1)
    assert kiosk.shown("MainPID") == running != "0"
    kiosk.run("tee", SETTINGS, stdin=settings.encode())
    virtual_console.press(b"\r")
    until(lambda: FIRST_SCREEN in virtual_console.screen())


def test_the_kernel_refuses_children_threads_sockets_and_files(kiosk: Machine) -> None:
    _replace(kiosk, TRIES.replace("FOLDERS", " ".join(FOLDERS)))
    until(lambda: virtual_console.screen().endswith(" end"))
    said = virtual_console.screen()
    print(said)
    assert said.count("=") == 13
    assert "WORKED" not in said


def test_no_folder_that_it_sees_can_be_written_to(kiosk: Machine) -> None:
    running, account = kiosk.shown("MainPID"), kiosk.shown("UID")
    inside = ("nsenter", f"--target={running}", "--mount", "--root", "setpriv", f"--reuid={account}", "--clear-groups")
    found = kiosk.run(*inside, "find", "/", "-xdev", "-type", "d", "-writable", check=False).stdout.split()
    outside = kiosk.run(*inside, "ls", "/etc", "/home", check=False).stdout
    for folder in FOLDERS:
        assert kiosk.run(*inside, "touch", f"{folder}/x", check=False).returncode == 1
    assert found == []
    assert outside.split() == ["/etc:", "ld.so.cache", "trd-tui"]


def test_it_sees_no_network(kiosk: Machine) -> None:
    table = kiosk.run("cat", f"/proc/{kiosk.shown('MainPID')}/net/dev").stdout
    outside = kiosk.run("cat", "/proc/net/dev").stdout
    print(re.findall(r"(\w+):", table), re.findall(r"(\w+):", outside))
    assert re.findall(r"(?m)^ *(eth\w*|en\w+|wl\w+):", table) == []
    assert re.search(r"(?m)^ *lo: +0 +0 ", table)


def test_too_much_memory_ends_it(kiosk: Machine) -> None:
    _replace(kiosk, 'print(len(b"x" * (160 * 2**20)), flush=True)', "Restart=no\n")
    assert _stays(kiosk, "failed")
    assert kiosk.shown("ExecMainStatus") == "9"
    kiosk.run("systemctl", "reset-failed", "trd-kiosk")


def test_it_has_the_limits_that_the_unit_names(kiosk: Machine) -> None:
    running = kiosk.shown("MainPID")
    status = dict(line.split(":\t", 1) for line in kiosk.run("cat", f"/proc/{running}/status").stdout.splitlines())
    limits = kiosk.run("cat", f"/proc/{running}/limits").stdout
    group = kiosk.run("cat", f"/proc/{running}/cgroup").stdout
    assert {name: status[name] for name in ("NoNewPrivs", "Seccomp", "CapBnd", "Threads")} == {
        "NoNewPrivs": "1",
        "Seccomp": "2",
        "CapBnd": "0000000000000000",
        "Threads": "1",
    }
    assert re.search(r"Max core file size +1 +1 ", limits)
    assert re.search(r"Max file size +0 +0 ", limits)
    assert "trd-kiosk.service" in group
    assert int(kiosk.shown("MemoryCurrent")) < int(kiosk.shown("MemoryMax")) == 128 * 2**20
    assert kiosk.run("cat", f"/proc/{running}/environ").stdout.split("\0")[:-1] == ["TERM=linux", "LANG=C.UTF-8"]


def test_no_key_and_no_program_changes_to_another_console(kiosk: Machine) -> None:
    assert re.search(LEAVES, virtual_console.keys()) is None
    virtual_console.activate(2)
    time.sleep(0.2)
    assert virtual_console.active() == 1
    kiosk.run("systemctl", "stop", "trd-kiosk", "trd-console")
    assert re.search(r"Console_2\b", virtual_console.keys())


@pytest.mark.parametrize(
    "unit", ["getty@tty1.service", "autovt@tty2.service", "ctrl-alt-del.target", "kbrequest.target"]
)
def test_no_login_and_no_restart_can_be_started(unit: str, kiosk: Machine) -> None:
    assert kiosk.run("systemctl", "start", unit, check=False).returncode == 1
    assert kiosk.shown("LoadState", unit) == "masked"


def test_uninstalled_nothing_is_left_and_the_keys_are_back(booted: Machine) -> None:
    _start(booted)
    booted.run(UNINSTALL)
    assert booted.changed() - MAY_CHANGE == set()
    assert re.search(r"Console_2\b", virtual_console.keys())
    assert booted.shown("LoadState") == "not-found"
    assert booted.run("systemctl", "is-system-running", check=False).stdout == "running\n"


def test_systemd_calls_the_unit_safe() -> None:
    need(machine, "scripts/console")
    assert _exposure(UNIT) <= 1.5
    assert _exposure(GETTY) >= 9


@pytest.mark.parametrize("line", CHECKS, ids=" ".join)
def test_the_programs_accept_the_files_that_have_only_been_written(line: tuple[str, ...]) -> None:
    need(machine, "scripts/console")
    env = {"PATH": machine.PATH, "LANG": "C.UTF-8"}
    done = subprocess.run(line, cwd=CHECKOUT / "deploy", env=env, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "warn" not in said.lower()


def test_the_font_gives_120_columns_and_33_rows_on_1920_by_1080() -> None:
    need(machine, "scripts/console")
    head = struct.unpack("<8I", gzip.decompress(FONT.read_bytes())[:32])
    assert (1920 // head[7], 1080 // head[6]) == (120, 33)


def _exposure(unit: Path) -> float:
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"Overall exposure level for \S+ (\d+\.\d)", said)
    assert found
    return float(found[1])
