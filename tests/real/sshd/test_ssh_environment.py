"""What a client may send with its wish for a session does not reach the program."""

from __future__ import annotations

import pytest

from tests.real.sshd.client import Client
from tests.real.sshd.door import Door

pytestmark = pytest.mark.real

KNOWN = {"LANG": "C.UTF-8", "TERM": "xterm-256color"}
SENT = {
    "PYTHONINSPECT": "1",
    "PYTHONSTARTUP": "/etc/passwd",
    "PYTHONPATH": "/tmp",  # noqa: S108
    "PYTHONHOME": "/nonexistent",
    "PYTHONMALLOC": "debug",
    "PYTHONWARNINGS": "always",
    "PYTHONASYNCIODEBUG": "1",
    "PYTHONBREAKPOINT": "os.abort",
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_LOG": "/tmp/trd-kiosk-log",  # noqa: S108
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_PRESS": "ctrl+q",
    "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
    "LD_PRELOAD": "/nonexistent.so",
    "LD_LIBRARY_PATH": "/tmp",  # noqa: S108
    "LD_AUDIT": "/nonexistent.so",
    "LD_DEBUG": "all",
    "GCONV_PATH": "/tmp",  # noqa: S108
    "BASH_ENV": "/etc/profile",
    "ENV": "/etc/profile",
    "IFS": "/",
    "PATH": "/tmp",  # noqa: S108
    "SHELLOPTS": "xtrace",
    "HOME": "/tmp",  # noqa: S108
    "LANG": "C",
    "LC_ALL": "tr_TR.UTF-8",
    "COLUMNS": "9999999",
    "LINES": "-1",
    "SSH_CONNECTION": "",
    "SSH_ORIGINAL_COMMAND": "id",
    "TRD_TUI_CONTENT": "/etc/passwd",
    "TRD_TUI_CONFIG": "/etc/passwd",
    "TRD_TUI_PLAIN": "1",
    "XDG_CACHE_HOME": "/tmp",  # noqa: S108
}
TERMS = {
    "a path": "../../../etc/passwd",
    "a full path": "/etc/passwd",
    "a command": "$(id)",
    "another command": "xterm;id",
    "an option": "-i",
    "a pattern": "*",
    "two words": "xterm id",
    "another variable": "xterm LD_PRELOAD=x",
    "an equals sign": "LD_PRELOAD=x",
    "a new line": "xterm\nid",
    "a tab": "xterm\tid",
    "an escape sequence": "\x1b]0;title\x07",
    "a letter that is not ASCII": "xt\u00e9rm",
    "bytes that are no text": "xterm\udcff",
    "10,000 letters": "x" * 10_000,
    "41 letters": "x" * 41,
    "nothing": "",
}


def _environments(client: Client, *options: str, term: str = "xterm-256color") -> list[dict[str, str]]:
    with client.terminal(*options, term=term) as terminal:
        terminal.wait_until(lambda: bool(terminal.text.strip()))
        return [reader.environment for reader in client.server.account.readers()]


def _sending() -> list[str]:
    # ssh looks at the first SetEnv only, with all its names.
    return ["-o", "SetEnv=" + " ".join(f'{name}="{value}"' for name, value in SENT.items())]


def test_no_variable_of_the_client_arrives(client: Client) -> None:
    assert _environments(client, *_sending()) == [KNOWN]


def test_variables_that_sshd_accepts_are_dropped_before_the_program_starts(door: Door) -> None:
    """The second lock alone, with those left out that the loader and the shell of the launcher would take up."""
    harmless = (
        "PYTHON*",
        "TEXTUAL*",
        "TRD_TUI_*",
        "LANG",
        "LC_*",
        "COLUMNS",
        "LINES",
        "HOME",
        "XDG_*",
        "SSH_ORIGINAL*",
    )
    assert _environments(door.client(AcceptEnv=" ".join(harmless)), *_sending()) == [KNOWN]


def test_the_variables_are_sent_and_arrive_where_nothing_stops_them(door: Door) -> None:
    """What shows that the tests above would see it."""
    door.account.change("--shell", "/bin/sh")
    try:
        said = door.client(AcceptEnv="PYTHON* TEXTUAL*", ForceCommand="").run(*_sending(), "--", "env")
    finally:
        door.account.change("--shell", str(door.place.launcher))
    arrived = {name for name in SENT if f"\n{name}=".encode() in b"\n" + said.stdout}
    assert {name for name in SENT if name.startswith(("PYTHON", "TEXTUAL"))} <= arrived


@pytest.mark.parametrize("term", ["xterm", "linux", "tmux-256color", "rxvt-unicode", "vt220", "dumb", "x" * 40])
def test_a_name_of_a_terminal_arrives(client: Client, term: str) -> None:
    assert _environments(client, term=term) == [{**KNOWN, "TERM": term}]


@pytest.mark.parametrize("term", TERMS.values(), ids=list(TERMS))
def test_what_is_no_name_of_a_terminal_does_not_arrive(client: Client, term: str) -> None:
    assert _environments(client, term=term) == [{"LANG": "C.UTF-8"}]
