"""BRLTTY, from Debian's package: a braille display of 40 cells that follows the terminal's cursor.

BRLTTY's screen driver "sc" takes the screen from a block of shared memory (System V): columns, rows, the cursor's
column and row, one byte a character, one byte of attributes a character, two bytes more. Its braille driver "vr" sends
what the display shows to a local port, one line of text for each change. Characters beyond Latin-1 become "?".
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import socket
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte

from tests.real.readers import processes
from tests.real.readers.reader import program as installed
from tests.real.readers.session import PATIENCE, Session, ended_in, program

CELLS = 40
PROMPT_END = "?:"
LARGEST = 4 + 66 * 132 * 2
PRIVATE_AND_NEW = 0o1700
"""IPC_CREAT and owner-only permissions (shmget(2))."""
REMOVE = 0
"""IPC_RMID (shmctl(2))."""
PLAIN = b"\x07"
"""The attribute byte of light gray on black."""
SHOWN = b'Visual "'


def missing() -> str:
    """The name of a program that is not here; empty if it is."""
    return "" if installed("brltty") else "brltty"


class SharedScreen:
    """The screen as BRLTTY reads it."""

    def __init__(self, folder: Path) -> None:
        """A block of shared memory that BRLTTY finds by the name of a folder."""
        self._system = ctypes.CDLL(None, use_errno=True)
        self._system.shmat.restype = ctypes.c_void_p
        key = self._system.ftok(os.fsencode(folder), ord("b"))
        self._block = self._system.shmget(key, LARGEST, PRIVATE_AND_NEW)
        if self._block < 0:
            raise OSError(ctypes.get_errno(), "shmget")
        self._at = self._system.shmat(self._block, None, 0)

    def show(self, screen: pyte.Screen) -> None:
        """Bring a screen to BRLTTY."""
        columns, rows = screen.columns, screen.lines
        cells = columns * rows
        text = "".join(screen.display).encode("latin-1", "replace")[:cells].ljust(cells)
        x, y = min(screen.cursor.x, columns - 1), min(screen.cursor.y, rows - 1)
        block = bytes([columns, rows, x, y]) + text + PLAIN * cells + bytes(2)
        ctypes.memmove(self._at, block, len(block))

    def remove(self) -> None:
        """Give the memory back."""
        self._system.shmctl(self._block, REMOVE, None)


class Display:
    """BRLTTY itself, and the lines that its display showed."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        """Start BRLTTY in a folder of its own, and wait until its display is connected."""
        self.lines: list[str] = []
        self._pending = b""
        server = socket.create_server(("127.0.0.1", 0))
        server.settimeout(PATIENCE)
        with server, (folder / "brltty.log").open("wb") as log:
            command = _command(folder, server.getsockname()[1])
            self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            self._socket, _ = server.accept()
        self._socket.sendall(f"cells {CELLS}\n".encode())

    def read(self) -> bool:
        """Take what the display shows by now; whether it changed."""
        while select.select([self._socket], [], [], 0)[0] and (new := self._socket.recv(1 << 16)):
            self._pending += new
        *whole, self._pending = self._pending.split(b"\n")
        before = len(self.lines)
        for line in whole:
            if line.startswith(SHOWN):
                text = line.removeprefix(SHOWN).decode("utf-8", "replace").rstrip().removesuffix('"').rstrip()
                if self.lines[-1:] != [text]:
                    self.lines.append(text)
        return len(self.lines) > before

    def press(self, command: str) -> None:
        """Press a key of the display, by the name of BRLTTY's command, such as LNUP."""
        self._socket.sendall(f"{command}\n".encode())

    def end(self) -> None:
        """End BRLTTY."""
        processes.end([self.process.pid])
        self.process.wait()
        self._socket.close()


class Braille(Session):
    """The program in a terminal, and BRLTTY that looks at it."""

    def __init__(self, arguments: Sequence[str], folder: Path, env: Mapping[str, str]) -> None:
        """Start BRLTTY, and `python -m trd_tui` with some arguments; the folder is for this session alone."""
        self.ended = ended_in(folder)
        with contextlib.ExitStack() as undo:
            self._shared = SharedScreen(folder)
            undo.callback(self._shared.remove)
            super().__init__([program(arguments, folder)], env=env)
            self._shared.show(self.screen)
            self._display = Display(folder, {**os.environ, **env, "LC_ALL": "C.UTF-8"})
            undo.pop_all()

    def __exit__(self, *error: object) -> None:
        self._display.end()
        self._shared.remove()
        super().__exit__(*error)

    def readers(self) -> list[int]:
        return [self._display.process.pid]

    def read(self, seconds: float = 0.0) -> bytes:
        data = super().read(seconds)
        if data:
            self._shared.show(self.screen)
        return data

    def listen(self) -> bool:
        return self._display.read()

    def mark(self) -> int:
        return len(self._display.lines)

    def since(self, mark: int) -> list[str]:
        """What the display showed."""
        return self._display.lines[mark:]

    def read_back(self) -> str:
        """Go from a prompt back to the one before, or to the top of the screen, then to the cursor again.

        The text in between, forwards.
        """
        parts = [self.shown]
        while moved := self._display_key("FWINLT"):
            parts += moved
            if PROMPT_END in moved[-1]:
                break
        self.go_to_cursor()
        return " ".join(reversed(parts))

    def go_to_cursor(self) -> None:
        """Go to the line with the cursor."""
        self._display_key("HOME")
        assert self.shown in self.rows[self.cursor[1]]

    def _display_key(self, command: str) -> list[str]:
        """Press a key of the display, by the name of BRLTTY's command; the line that it brings, if any."""
        before = self.mark()
        self._display.press(command)
        self.quiet(enough=lambda: self.mark() > before)
        return self.since(before)

    @property
    def shown(self) -> str:
        """The line on the display."""
        return self._display.lines[-1].strip()


def _command(folder: Path, port: int) -> list[str]:
    named = {"-b": "vr", "-d": f"client:127.0.0.1:{port}", "-x": "sc", "-s": "no", "-f": os.devnull}
    kept = {"-P": str(folder / "brltty.pid"), "-U": str(folder), "-W": str(folder)}
    options = [part for pair in {**named, **kept}.items() for part in pair]
    return [installed("brltty"), "--no-daemon", "--standard-error", "--quiet", "--no-api", *options]
