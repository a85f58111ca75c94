"""The program in a terminal or a pipe, watched from outside: what it wrote, opened, started, and how it ended (Linux).

Nothing of the program is asked. The kernel says what it has open, what it started (also what has ended since), how many
bytes it wrote in all, and how much memory and processor time it took; what arrives at the terminal is read here.
"""

from __future__ import annotations

import array
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.hostile.inputs import Size
from tests.hostile.screen import Screen
from tests.pty.sequences import strangers

PROJECT = Path(__file__).parents[2]
LARGEST_SCREEN = Size(400, 150)
USUAL = Size(80, 24)
DEAF_SECONDS = 10.0
FULL, PLAIN = b"\x1b[?1049h", b"\x1b[?1049l"
CLEARS = b"\x1b[H\x1b[2J"
_INVISIBLE = re.compile(rb"\xc2[\x80-\x9f]|\xe2\x80[\x8b-\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf|\xf3\xa0")
_UNFINISHED = re.compile(rb"\x1b[^@-Z\\-~]{0,40}$|\x1b\[[0-?]*[ -/]*$|[\xc2-\xf4][\x80-\xbf]{0,2}$")
_OWN = ("work", "home", "tmp")
_CHILDREN_FAULTS, _BIRTHS = 8, 3


class Watched:
    """A running command; use it with `with`, which ends it.

    `folder` gets an empty working directory and an empty home, which must stay so. A `piped` command has a pipe at
    both ends. `is_cooked` is for a terminal whose kernel echoes what is typed, so that not all that comes is its own.
    """

    def __init__(
        self, options: Sequence[str], folder: Path, *, size: Size = USUAL, piped: bool = False, is_cooked: bool = False,
        env: Mapping[str, str] | None = None, program: Sequence[str] = ("-m", "trd_tui"),
    ) -> None:  # fmt: skip
        """Start a `program` of this Python with options, in a terminal of some size unless it is `piped`."""
        self.folder, self.piped, self.is_cooked = folder, piped, is_cooked
        for name in _OWN:
            (folder / name).mkdir(parents=True, exist_ok=True)
        self.screen = Screen(*size)
        self.size = self.seen_size = size
        self.received, self.resizes = 0, 0
        self.strange: list[bytes] = []
        self.last = b""
        self.is_full, self.switches = False, 0
        self._tail = b""
        self._command = [sys.executable, *program, *options]
        self._start({**_environment(folder), **(env or {})})

    def _start(self, env: Mapping[str, str]) -> None:
        if self.piped:
            self.process = self._popen(env, subprocess.PIPE, subprocess.PIPE)
            assert self.process.stdin is not None
            assert self.process.stdout is not None
            self._in, self._out, self.other = self.process.stdin.fileno(), self.process.stdout.fileno(), -1
        else:
            self._in, self.other = pty.openpty()
            self._out = self._in
            self._set_size(self.size)
            self.process = self._popen(env, self.other, self.other)
        os.set_blocking(self._in, False)

    def _popen(self, env: Mapping[str, str], source: int, sink: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command,
            stdin=source,
            stdout=sink,
            stderr=subprocess.STDOUT,
            env=dict(env),
            cwd=self.folder / "work",
            start_new_session=True,
            preexec_fn=None if self.piped else lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self.process.stdin is not None and self.process.stdout is not None:
            self.process.stdin.close()
            self.process.stdout.close()
        else:
            os.close(self._in)
            os.close(self.other)

    # Typing and reading

    def send(self, data: bytes) -> None:
        """Type something, reading meanwhile what comes, so that nobody waits for the other; given up after a time."""
        deadline = time.monotonic() + DEAF_SECONDS
        while data and self.process.poll() is None and time.monotonic() < deadline:
            ready, free, _ = select.select([self._out], [self._in], [], 1.0)
            if ready:
                self._read()
            if free:
                try:
                    data = data[os.write(self._in, data[:65536]) :]
                except BlockingIOError:
                    continue
                except OSError:
                    return

    def resize(self, size: Size) -> None:
        """Give the terminal another size, whatever it is."""
        if self.piped:
            return
        self._set_size(size)
        self.resizes += 1
        self.size = size
        clamped = [min(number, most) for number, most in zip(size, LARGEST_SCREEN, strict=True)]
        self.seen_size = Size(*clamped) if all(clamped) else USUAL

    def _set_size(self, size: Size) -> None:
        fcntl.ioctl(self.other, termios.TIOCSWINSZ, struct.pack("HHHH", size.rows, size.columns, 0, 0))

    def read(self, seconds: float = 0.0) -> bool:
        """Take what was written, waiting for the first of it; whether there was any."""
        return bool(select.select([self._out], [], [], seconds)[0]) and self._read()

    def _read(self) -> bool:
        try:
            data = os.read(self._out, 1 << 16)
        except OSError:
            return False
        self.received += len(data)
        self.last = (self.last + data)[-20000:]
        self._judge(data)
        full, plain = self.last.rfind(FULL), self.last.rfind(PLAIN)
        if full != plain and self.is_full != (full > plain):
            self.is_full = full > plain
            self.switches += 1
        if not self.piped:
            self._show(data)
        return bool(data)

    def _show(self, data: bytes) -> None:
        """A screen that was cleared has the size that the terminal has by then."""
        before, cleared, after = data.rpartition(CLEARS)
        if cleared and (self.screen.columns, self.screen.rows_count) != self.seen_size:
            self.screen.resize(*self.seen_size)
            before = b""
        self.screen.feed(before + cleared + after)

    def _judge(self, data: bytes) -> None:
        """Note every sequence that is not harmless; a sequence may come in two reads."""
        data = self._tail + data
        cut = _UNFINISHED.search(data)
        self._tail = cut[0] if cut else b""
        data = data[: len(data) - len(self._tail)]
        if self.is_cooked:
            found = [b"\x1b"] * data.count(b"\x1b")
        else:
            found = strangers(data) + _INVISIBLE.findall(data)
            found += [b"\x1b"] * data.count(b"\x1b") if self.piped else []
        self.strange += found[: 20 - len(self.strange)]

    def settle(self, quiet: float = 0.01, seconds: float = 1.0) -> None:
        """Wait until all that was typed was read, nothing comes and nothing is computed, or the time is over."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.process.poll() is None:
            if not self.read(quiet) and not self.unread() and self._waits():
                return

    def _waits(self) -> bool:
        try:
            return _text(f"/proc/{self.process.pid}/stat").rpartition(")")[2].split()[0] == "S"
        except OSError:
            return True

    def unread(self) -> int:
        """Bytes that the program has not read yet."""
        count = array.array("i", [0])
        try:
            fcntl.ioctl(self._in if self.piped else self.other, termios.FIONREAD, count)
        except OSError:
            return 0
        return count[0]

    def wait(self, holds: Callable[[], bool], seconds: float) -> float:
        """Read until something holds; the seconds that it took, or -1 where it did not come to hold in the time."""
        start = time.monotonic()
        while not holds():
            if time.monotonic() - start > seconds or self.process.poll() is not None:
                return -1.0
            self.read(0.005)
        return time.monotonic() - start

    # What the kernel knows

    @property
    def status(self) -> int | None:
        """How it ended; None while it runs."""
        return self.process.poll()

    def handles(self) -> Counter[str]:
        """What is open, without the numbers that each socket and pipe has; empty once it has ended."""
        folder = f"/proc/{self.process.pid}/fd"
        found = Counter[str]()
        try:
            for name in os.listdir(folder):
                found[re.sub(r":\[\d+\]", "", os.readlink(f"{folder}/{name}"))] += 1
        except OSError:
            return found
        return found

    def children(self) -> int:
        """Programs that it has running, or has waited for: the faults of ended ones stay counted."""
        pid = self.process.pid
        try:
            running = sum(
                len(_text(f"/proc/{pid}/task/{task}/children").split()) for task in os.listdir(f"/proc/{pid}/task")
            )
            faults = int(_text(f"/proc/{pid}/stat").rpartition(")")[2].split()[_CHILDREN_FAULTS])
        except OSError:
            return 0
        return running + (faults > 0)

    def threads(self) -> int:
        """How many threads it has."""
        try:
            return len(os.listdir(f"/proc/{self.process.pid}/task"))
        except OSError:
            return 0

    def written(self) -> int:
        """All bytes that it has written, wherever (a signal is one, into its own pipe); -1 once it has ended."""
        try:
            return int(re.findall(r"wchar: (\d+)", _text(f"/proc/{self.process.pid}/io"))[0])
        except (OSError, IndexError):
            return -1

    def memory(self, name: str = "VmRSS") -> int:
        """Memory in KB, now or (VmHWM) at most."""
        try:
            return int(re.findall(rf"{name}:\s+(\d+)", _text(f"/proc/{self.process.pid}/status"))[0])
        except (OSError, IndexError):
            return 0

    def state(self) -> str:
        """What it does, for who looks for the reason of a failure."""
        try:
            call = _text(f"/proc/{self.process.pid}/syscall").split(maxsplit=1)[0]
        except OSError:
            call = "none"
        modes = "none" if self.piped else hex(termios.tcgetattr(self.other)[3])
        return f"full screen {self.is_full}, {self.unread()} bytes unread, system call {call}, local modes {modes}"

    def files(self) -> list[str]:
        """What stands in its own folders, with when each of them last changed."""
        found = [f"{name} {os.stat(self.folder / name).st_mtime_ns}" for name in _OWN]
        return found + [str(path) for name in _OWN for path in sorted((self.folder / name).rglob("*"))]


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"], "HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "LANG": "C.UTF-8",
        "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


def _text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")
