"""The kernel's first console (/dev/tty1): what stands on it, its keys, and which console is the active one."""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
import subprocess
import termios
from collections.abc import Iterator
from pathlib import Path

FIRST, ANY, TEXT = "/dev/tty1", "/dev/tty0", Path("/dev/vcs1")
VT_GETSTATE, VT_ACTIVATE, VT_LOCKSWITCH, VT_UNLOCKSWITCH = 0x5603, 0x5606, 0x560B, 0x560C
"""Requests of linux/vt.h."""


@contextlib.contextmanager
def held(lock: Path) -> Iterator[None]:
    """The console for one test run at a time; its keys and its consoles are afterwards as they were."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        before = keys()
        try:
            yield
        finally:
            _request(VT_UNLOCKSWITCH, 1)
            activate(1)
            subprocess.run(["loadkeys", "-q", "-C", FIRST], input=before, text=True, check=True)


def keys() -> str:
    """The whole keymap, as loadkeys reads it."""
    return subprocess.run(["dumpkeys", "-f", "-C", FIRST], capture_output=True, text=True, check=True).stdout


def press(data: bytes) -> None:
    """Type, as the keyboard of the console would."""
    terminal = os.open(FIRST, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        for byte in data:
            fcntl.ioctl(terminal, termios.TIOCSTI, bytes([byte]))
    finally:
        os.close(terminal)


def screen() -> str:
    """What stands on the console, with single spaces."""
    return " ".join(TEXT.read_bytes().decode("latin-1").split())


def active() -> int:
    """The number of the console that is shown."""
    return int(struct.unpack("HHH", _request(VT_GETSTATE, bytes(6)))[0])


def activate(number: int) -> None:
    """Ask the kernel for another console, as Alt and a function key do."""
    _request(VT_ACTIVATE, number)


def _request(code: int, value: bytes | int) -> bytes:
    terminal = os.open(ANY, os.O_RDWR | os.O_NOCTTY)
    try:
        answer = fcntl.ioctl(terminal, code, value)
    finally:
        os.close(terminal)
    return answer if isinstance(answer, bytes) else b""
