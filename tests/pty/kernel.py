"""What the kernel knows of a running command: threads, wake-ups, bytes read, and what it waits for (Linux)."""

from __future__ import annotations

import os
import platform
import re
import time
from pathlib import Path

_READ, _EPOLL = {"x86_64": (0, (232, 281)), "aarch64": (63, (22,))}.get(platform.machine(), (-1, ()))
_FOR_EVER = 0xFFFFFFFF
_CPU_CLOCK = 2


def threads(pid: int) -> list[str]:
    """The folders of all threads."""
    return [f"/proc/{pid}/task/{thread}" for thread in os.listdir(f"/proc/{pid}/task")]


def wakeups(pid: int) -> int:
    """How often any thread has waited and was woken again (voluntary context switches)."""
    found = [
        re.findall(r"^voluntary_ctxt_switches:\s+(\d+)", _text(f"{thread}/status"), re.MULTILINE)
        for thread in threads(pid)
    ]
    return sum(int(number) for numbers in found for number in numbers)


def bytes_read(pid: int) -> int:
    """All bytes that it has read, from files and terminal."""
    return int(_text(f"/proc/{pid}/io").split()[1])


def cpu_seconds(pid: int) -> float:
    """Seconds of processor time, its own and the kernel's for it (clock_getcpuclockid)."""
    return time.clock_gettime((~pid << 3) | _CPU_CLOCK)


def waits_for_ever(pid: int) -> bool:
    """Whether it has one thread, which waits for input and for nothing else: no timer would wake it."""
    return len(threads(pid)) == 1 and timeout(pid) == -1


def timeout(pid: int) -> int:
    """Milliseconds after which it would wake by itself; -1 when only input can wake it, 0 while it is not waiting.

    The full screen waits in epoll, whose last argument is the time; plain mode in a read of standard input.
    """
    call, *arguments = _text(f"/proc/{pid}/syscall").split()
    if call == str(_READ):
        return -1 if int(arguments[0], 16) == 0 else 0
    if call not in map(str, _EPOLL):
        return 0
    milliseconds = int(arguments[3], 16) & _FOR_EVER
    return -1 if milliseconds == _FOR_EVER else milliseconds


def _text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")
