"""A real pseudo terminal with pyte as its screen: starts a command, types, waits, and reads what is shown."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PROJECT = Path(__file__).parents[2]
PATIENCE = 15.0


class Terminal:
    """A running command and the terminal it runs in; use it with `with`, which ends the command."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        input: int | None = None,
        inherits: bool = False,
    ) -> None:
        """Start a command in a terminal of `size` (columns, rows); `env` is added to a small environment.

        `input` takes the place of the terminal as standard input; if it `inherits`, it also gets the user's end.
        """
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.bytes = b""
        """Everything that the command wrote."""
        self.handle, self._other = pty.openpty()
        self.resize(*size, tell=False)
        os.set_inheritable(self._other, True)  # noqa: FBT003
        self.process = self._start(command, env or {}, self._other if input is None else input, inherits=inherits)
        self.modes = termios.tcgetattr(self._other)

    def _start(
        self, command: Sequence[str], env: Mapping[str, str], input: int, *, inherits: bool
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            list(command),
            stdin=input,
            stdout=self._other,
            stderr=self._other,
            env={**_environment(), **env},
            cwd=PROJECT,
            start_new_session=True,
            pass_fds=[self.handle] if inherits else [],
            preexec_fn=self._take_control,  # noqa: PLW1509
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()
        if self._other >= 0:
            os.close(self._other)
            self._other = -1

    def _take_control(self) -> None:
        fcntl.ioctl(self._other, termios.TIOCSCTTY, 0)

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, without blanks at their ends."""
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        """The rows of the screen, one a line."""
        return "\n".join(self.rows)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        return self.screen.cursor.x, self.screen.cursor.y

    @property
    def modes_now(self) -> list[Any]:
        """The modes of the terminal (termios)."""
        return termios.tcgetattr(self._other)

    def resize(self, columns: int, rows: int, *, tell: bool = True) -> None:
        """Change the size of the terminal; the kernel tells the command."""
        fcntl.ioctl(self._other, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tell:
            self.screen.resize(rows, columns)

    def send(self, keys: str | bytes) -> None:
        """Type something."""
        os.write(self.handle, keys.encode() if isinstance(keys, str) else keys)

    def read(self, seconds: float = 0.0) -> bytes:
        """Take what the command has written, waiting for the first of it, and show it on the screen."""
        if self.handle < 0 or not select.select([self.handle], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.handle, 1 << 16)
        except OSError:
            return b""
        self.bytes += data
        self._stream.feed(data)
        return data

    def read_until_quiet(self, seconds: float = 0.3) -> bytes:
        """Everything that is written until nothing comes for some time."""
        data = b""
        while part := self.read(seconds):
            data += part
        return data

    def wait_until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Read until something holds; AssertionError with the screen if it never does."""
        deadline = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > deadline:
                raise AssertionError(f"It did not come to hold. On the screen:\n{self.text}")
            self.read(0.05)

    def wait_for(self, text: str, seconds: float = PATIENCE) -> None:
        """Read until a text is on the screen."""
        self.wait_until(lambda: text in self.text, seconds)

    def wait_exit(self, seconds: float = PATIENCE) -> int:
        """Read until the command has ended; its status, negative after a signal."""
        self.wait_until(lambda: self.process.poll() is not None, seconds)
        self.read_until_quiet(0.05)
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the user's end of the terminal."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the command."""
        self.process.send_signal(number)


def python(*arguments: str) -> list[str]:
    """A command of this Python."""
    return [sys.executable, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "PYTHONPATH": str(PROJECT)}
