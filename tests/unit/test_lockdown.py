"""What a kiosk takes from its own process: all but the environment in another process, since it cannot be undone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from trd_tui.lockdown import KEPT, LONGEST_VALUE, scrub

PROJECT = Path(__file__).parents[2]
NOBODY = 65534
LOCKED = "from trd_tui.lockdown import lock_down; lock_down()\n"
TRIES = """
import json, os, resource, signal, sys
def tried(do):
    try:
        return do() and "" or ""
    except OSError as error:
        return type(error).__name__
def start():
    number = os.fork()
    if not number:
        os._exit(0)
    os.waitpid(number, 0)
def write():
    with open("file", "w") as file:
        file.write("private")
print(json.dumps({
    "ignored": [name for name in dir(signal) if name.startswith("SIG") and name[3] != "_"
                and signal.getsignal(getattr(signal, name)) == signal.SIG_IGN],
    "limits": {name: resource.getrlimit(getattr(resource, name)) for name in
               ("RLIMIT_CORE", "RLIMIT_NPROC", "RLIMIT_FSIZE")},
    "environment": dict(os.environ),
    "mask": os.umask(0),
    "fork": tried(start),
    "write": tried(write),
}))
"""
KEYBOARD = {"SIGINT", "SIGQUIT", "SIGTSTP", "SIGTTIN", "SIGTTOU"}
OF_A_VISITOR = {
    "TERM": "xterm-256color", "LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8", "LC_CTYPE": "C", "COLORTERM": "truecolor",
    "NO_COLOR": "1",
}  # fmt: skip
TAKES_OVER = (
    "TRD_TUI_PLAIN", "TRD_TUI_CONFIG", "TRD_TUI_CONTENT", "TEXTUAL", "TEXTUAL_DRIVER", "TEXTUAL_LOG", "TEXTUAL_DEBUG",
    "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT", "PYTHONPATH", "PYTHONSTARTUP",
    "PYTHONINSPECT", "PYTHONBREAKPOINT", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "PATH", "SHELL", "EDITOR",
    "PAGER", "TMPDIR", "COLUMNS", "LINES", "ACCESSIBLE", "SSH_CONNECTION", "SSH_ORIGINAL_COMMAND",
    "DBUS_SESSION_BUS_ADDRESS", "", "TERMINFO", "LC_MESSAGES", "term",
)  # fmt: skip


def child(code: str, *arguments: str) -> Any:  # noqa: ANN401 - any JSON
    """What a process prints as JSON."""
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=PROJECT,
        env={**OF_A_VISITOR, "PYTHONPATH": str(PROJECT), "SSH_CONNECTION": "somewhere"},
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(ended.stdout)


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What can be done after the locking, by an ordinary user."""
    folder = tmp_path_factory.mktemp("open")
    become = ""
    if os.geteuid() == 0:
        folder.chmod(0o777)
        become = f"os.setgroups([])\nos.setgid({NOBODY})\nos.setuid({NOBODY})\n"
    # Another account may not come as far as this folder or this Python, but it keeps what it has.
    start = "import json, os, resource, signal, sys\nfrom trd_tui.lockdown import lock_down\nos.chdir(sys.argv[1])\n"
    code = start + become + "lock_down()\n" + TRIES
    return dict(child(code, str(folder)))


def test_what_says_how_to_draw_is_kept() -> None:
    env = dict(OF_A_VISITOR)
    scrub(env)
    assert env == OF_A_VISITOR
    assert set(env) == set(KEPT)


@pytest.mark.parametrize("name", TAKES_OVER)
def test_everything_else_is_gone(name: str) -> None:
    env = {name: "1"}
    scrub(env)
    assert env == {}


@pytest.mark.parametrize(
    "value", ["\x1b[2J", "a b", "/etc/passwd", "../x", "x" * (LONGEST_VALUE + 1), "ä", "$HOME", "a\nb", "%s"]
)
@pytest.mark.parametrize("name", KEPT)
def test_a_value_that_could_do_harm_is_gone(name: str, value: str) -> None:
    env = {name: value}
    scrub(env)
    assert env == ({"TERM": "unknown"} if name == "TERM" else {})


def test_a_value_that_fills_what_is_allowed() -> None:
    env = {"TERM": "x" * LONGEST_VALUE}
    scrub(env)
    assert env == {"TERM": "x" * LONGEST_VALUE}


def test_the_process_has_the_small_environment(locked: dict[str, Any]) -> None:
    assert locked["environment"] == OF_A_VISITOR


def test_signals_of_the_keyboard_are_ignored_and_those_of_staff_are_not(locked: dict[str, Any]) -> None:
    assert set(locked["ignored"]) >= KEYBOARD
    assert not {"SIGTERM", "SIGHUP", "SIGCHLD"}.intersection(locked["ignored"])


def test_no_core_no_child_no_file(locked: dict[str, Any]) -> None:
    assert locked["limits"] == {"RLIMIT_CORE": [1, 1], "RLIMIT_NPROC": [0, 0], "RLIMIT_FSIZE": [0, 0]}
    assert locked["fork"] == "BlockingIOError"
    assert locked["write"] == "OSError"
    assert locked["mask"] == 0o077


def test_a_core_limit_that_is_lower_already_is_no_error() -> None:
    before = "import resource\nresource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
    after = "import json\nprint(json.dumps(resource.getrlimit(resource.RLIMIT_CORE)))"
    assert child(before + LOCKED + after) == [0, 0]


def test_an_output_that_is_a_file_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "session.txt"
    with file.open("w") as output:
        subprocess.run(
            [sys.executable, "-c", LOCKED + "print('x' * 10_000)"],
            cwd=PROJECT,
            env={"PYTHONPATH": str(PROJECT)},
            stdout=output,
            check=True,
        )
    assert file.read_text() == "x" * 10_000 + "\n"


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGQUIT])
def test_a_process_that_is_killed_leaves_no_core(tmp_path: Path, number: signal.Signals) -> None:
    allowed = "import resource\nhard = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
    allowed += "resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))\n"
    reset = f"import os, signal\nsignal.signal({int(number)}, signal.SIG_DFL)\n"
    ended = subprocess.run(
        [sys.executable, "-c", allowed + LOCKED + reset + f"os.kill(os.getpid(), {int(number)})"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(PROJECT)},
        check=False,
    )
    assert ended.returncode == -number
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("term", "written"),
    [("xterm", b"\x1b[H\x1b[2J\x1b[3J"), ("linux", b"\x1b[H\x1b[2J\x1b[3J"), ("dumb", b""), ("", b""), ("a b", b"")],
)
def test_a_terminal_is_cleared_of_whoever_was_cut_off(term: str, written: bytes) -> None:
    handle, output = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", LOCKED + "print('begun')"],
        cwd=PROJECT,
        env={"PYTHONPATH": str(PROJECT), "TERM": term},
        stdout=output,
    ):
        told = b""
        while b"begun\r\n" not in told:
            told += os.read(handle, 1000)
    os.close(handle)
    os.close(output)
    assert told == written + b"begun\r\n"


@pytest.mark.parametrize(("flags", "env"), [(["-i"], {}), ([], {"PYTHONINSPECT": "1"})], ids=["option", "environment"])
@pytest.mark.parametrize(
    "line",
    [["--kiosk", "--plain"], ["--kiosk", "--config", "/no/such/file"], ["--kiosk", "nonsense"], ["--kiosk", "outline"]],
    ids=["reader", "no config", "wrong usage", "command"],
)
def test_no_interpreter_stays_behind(
    flags: list[str], env: dict[str, str], line: list[str], library_file: Path
) -> None:
    content = ["--content", str(library_file)]
    ended = subprocess.run(
        [sys.executable, *flags, "-m", "trd_tui", *line, *content],
        cwd=PROJECT,
        env={"PYTHONPATH": str(PROJECT), "LANG": "C.UTF-8", **env},
        input="print(6 * 7)\nimport os; os.system('echo taken')\nquit\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "\n42\n" not in ended.stdout
    assert "taken" not in ended.stdout.splitlines()
    assert ">>>" not in ended.stdout + ended.stderr
    assert ended.returncode in (0, 2)
