"""After each person nothing is left: looked for in a real terminal and by the kernel, not in the program's memory."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.real.conftest import need
from tests.real.waiting_room import FIRST_SCREEN, Traces, WaitingRoom

pytestmark = [pytest.mark.real, pytest.mark.pty]

WORD = "zebrafish"
"""What only this person has typed."""
SHEET = "You have tried none so far."
PRIVATE = (WORD, "Search", SHEET, "To take along", "How many different")
"""Words of what this person has seen, none of which is on the first screen."""
TERMINATED, KILLED = 143, 137
Open = Callable[..., WaitingRoom]


class Installed:
    """A program that may not be here."""

    def __init__(self, name: str) -> None:
        self._name = name

    def missing(self) -> str:
        """Its name, where it is missing."""
        return "" if shutil.which(self._name) else self._name


@pytest.fixture
def open_room(tmp_path: Path, library_file: Path) -> Iterator[Open]:
    rooms: list[WaitingRoom] = []

    def opened(*options: str, hurries: bool = False) -> WaitingRoom:
        rooms.append(WaitingRoom(tmp_path, library_file, *options, hurries=hurries))
        return rooms[-1]

    yield opened
    for room in rooms:
        room.close()


# What a person does


def in_full_screen(room: WaitingRoom) -> None:
    """Read, search, answer, look at the sheet, and change what can be changed."""
    room.type("Enter", "Down", "Tab", "PageDown", "Escape", "/", WORD)
    room.tmux.wait_for(WORD)
    room.type("Escape", "Escape", "F2", "c", "Down", "Enter", "Escape", "F7")
    room.type("g", "1", "Enter", "k", "1", "Enter", "1", "Enter", "v")
    room.tmux.wait_for(SHEET)


def in_plain_mode(room: WaitingRoom) -> None:
    """The same by lines."""
    for line in ("", "3", f"search {WORD}", "hints full", "country", "2", "guide", "1", "skip", "1", "1", "sheet"):
        room.type(*([line] if line else []), "Enter")
    room.tmux.wait_for(SHEET)


def in_both(room: WaitingRoom) -> None:
    """First on the screen, then by lines."""
    in_full_screen(room)
    room.type("F6")
    room.tmux.wait_for("done")
    for line in ("sheet", "back", f"search {WORD}"):
        room.type(line, "Enter")
    room.tmux.wait_for(WORD)


PEOPLE = {"full screen": in_full_screen, "plain mode": in_plain_mode, "both": in_both}
OPTIONS = {"full screen": [], "plain mode": ["--plain"], "both": []}


# How a person leaves


def done(room: WaitingRoom, person: str) -> None:
    if person == "full screen":
        room.type("F10")
        room.tmux.wait_for("Are you done?")
        room.type("Enter")
    else:
        room.type("done", "Enter")
        room.tmux.wait_for("Yes, I am done")
        room.type("1", "Enter")


def away(room: WaitingRoom, person: str) -> None:
    room.type("C-x")


def gone(room: WaitingRoom, person: str) -> None:
    """Nobody presses a key any more."""


def ended(number: signal.Signals, status: int) -> Callable[[WaitingRoom, str], None]:
    """Ended from outside, and started again."""

    def leave(room: WaitingRoom, person: str) -> None:
        room.kill(number)
        assert room.wait_end() == status
        if number == signal.SIGTERM:
            assert not any(word in room.tmux.screen + room.tmux.scrollback for word in PRIVATE)
        room.start_again()

    return leave


LEAVES = {
    "done": done,
    "away with one key": away,
    "gone": gone,
    "SIGTERM": ended(signal.SIGTERM, TERMINATED),
    "SIGKILL": ended(signal.SIGKILL, KILLED),
}


@pytest.mark.parametrize("way", LEAVES)
@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_of_a_person_is_left(open_room: Open, person: str, way: str) -> None:
    room = open_room(*OPTIONS[person], hurries=way == "gone")
    before = room.traces()
    assert FIRST_SCREEN in before.screen
    PEOPLE[person](room)
    assert found(room.traces())
    LEAVES[way](room, person)
    room.wait()
    room.until(lambda: not found(room.traces()))
    after = room.traces()
    assert after == before._replace(other=after.other)
    assert after.scrollback == after.screen.strip("\n")


def found(traces: Traces) -> list[str]:
    """The words of the person that are in there."""
    return [word for word in PRIVATE if traces.hold(word)]


def test_the_next_person_finds_everything_as_the_first_did(open_room: Open) -> None:
    room = open_room()
    room.type("Enter")
    room.tmux.wait_for("F10")
    begun = room.tmux.screen, room.tmux.cursor
    room.type("/")
    room.tmux.wait_for("Search:")
    searching = room.tmux.screen, room.tmux.cursor
    room.type("Escape", "C-x")
    room.wait()
    in_both(room)
    away(room, "both")
    room.wait()
    room.type("Enter")
    room.tmux.wait_for("F10")
    room.until(lambda: (room.tmux.screen, room.tmux.cursor) == begun)
    room.type("/")
    room.until(lambda: (room.tmux.screen, room.tmux.cursor) == searching)


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS])
def test_a_crash_leaves_no_image_of_the_memory(open_room: Open, number: signal.Signals) -> None:
    room = open_room()
    in_full_screen(room)
    limits = Path(f"/proc/{room.pid}/limits").read_text()
    assert re.search(r"Max core file size +[01] +[01] ", limits)
    room.kill(number)
    assert room.wait_end() == 128 + number
    room.start_again()
    assert room.traces().files == ()


# The kernel's own record

CALLS = "%file,%network,%process,write,writev,pwrite64,pwritev,sendfile,memfd_create,shmget,msgget,bpf,io_uring_setup"
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_APPEND|O_TRUNC|O_TMPFILE")
TERMINAL = re.compile(r"/dev/(pts/\d+|tty)\b")
CHANGES = (
    "rename",
    "unlink",
    "mkdir",
    "rmdir",
    "link(",
    "symlink",
    "mknod",
    "truncate",
    "chmod",
    "chown",
    "utime",
    "mount",
)
STARTS = ("fork(", "vfork(", "clone(", "clone3(", "execve(", "execveat(")
LEADS_OUT = (
    "socket(",
    "connect(",
    "bind(",
    "listen(",
    "accept",
    "sendto(",
    "sendmsg(",
    "memfd_create(",
    "shmget(",
    "msgget(",
)

WAKES = re.compile(r'sendto\(\d+<(socket|UNIX)[^>]*>, "\\[0-9]+", 1, ')


SCREEN = ("\r", "\x1b[B", "\t", "\x1b[6~", "\x1b", "/", *WORD, "\x1b", "\x1b", "g", "1", "\r", "k", "1", "\r", "v")
LINES = (f"search {WORD}", "guide", "1", "skip", "1", "sheet")


def recorded(file: Path, library_file: Path) -> list[str]:
    """Every call of the kernel that a session of three people made, from the start of the program to its end."""
    command = ["strace", "-f", "-y", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(file)]
    program = [sys.executable, "-m", "trd_tui", "--kiosk", "--content", str(library_file)]
    with Terminal([*command, *program], env={"PYTHONDONTWRITEBYTECODE": "1"}) as terminal:
        for leaving in (("\x1b[21~", "\r"), ("\x18",)):
            visit(terminal, *SCREEN, *leaving)
        visit(terminal, "p", *(f"{line}\r" for line in LINES), "\x18")
        terminal.wait_for(FIRST_SCREEN, 60)
        child = Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children").read_text().split()[0]
        os.kill(int(child), signal.SIGTERM)
        terminal.wait_exit()
        assert WORD.encode() in terminal.bytes
        assert SHEET.encode() in terminal.bytes
    return [re.sub(r"^\d+ +", "", line) for line in file.read_text(errors="replace").splitlines()]


def visit(terminal: Terminal, *keys: str) -> None:
    """One person, from the first screen on."""
    terminal.wait_for(FIRST_SCREEN, 60)
    for key in keys:
        terminal.send(key)
        terminal.read_until_quiet(0.3)


def strange(calls: list[str]) -> dict[str, list[str]]:
    """What must not be among the calls, by what it would mean.

    The event loop wakes itself through a pair of sockets without a name; there is no other.
    """
    ours = rf"(\d+<({TERMINAL.pattern}|socket:|UNIX))"
    opened = [
        line for line in calls if line.startswith(("open(", "openat(", "openat2(", "creat(")) and " = -1 " not in line
    ]
    written = [line for line in calls if line.startswith(("write", "pwrite", "sendfile"))]
    pairs = [line for line in calls if line.startswith("socketpair(")]
    assert len(opened) > 50
    assert any(WORD in line for line in written)
    return {
        "a file to write to": [line for line in opened if WRITES.search(line) and not TERMINAL.search(line)],
        "a file changed": [line for line in calls if line.startswith(CHANGES)],
        "something written elsewhere": [line for line in written if not re.match(rf"writev?\({ours}", line)],
        "what was typed elsewhere": [line for line in calls if WORD in line and not _is_to_terminal(line)],
        "a program started": [line for line in calls if line.startswith(STARTS)][1:],
        "a connection": [line for line in calls if line.startswith(LEADS_OUT) and not WAKES.match(line)],
        "a pair of sockets of another kind": [line for line in pairs if "(AF_UNIX, SOCK_STREAM" not in line],
    }


def _is_to_terminal(line: str) -> bool:
    return bool(re.match(rf"writev?\(\d+<{TERMINAL.pattern}>", line))


def test_the_kernel_saw_nothing_but_the_terminal(tmp_path: Path, library_file: Path) -> None:
    need(Installed("strace"), "apt-get install strace")
    found = strange(recorded(tmp_path / "calls", library_file))
    assert found == {name: [] for name in found}
