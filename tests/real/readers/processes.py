"""The processes below this one, and whether they rest: a test can then wait for the end of work, however slow it is."""

from __future__ import annotations

import contextlib
import os
import signal

AT_WORK = frozenset("RD")
"""States of a process that runs or waits for the disk (proc(5), /proc/pid/stat)."""


def below(numbers: list[int], states: dict[int, tuple[str, int]]) -> list[int]:
    """Some processes and all that they have started, and those again."""
    children: dict[int, list[int]] = {}
    for one, (_, parent) in states.items():
        children.setdefault(parent, []).append(one)
    found = list(numbers)
    for one in found:
        found += children.get(one, [])
    return found


def at_work(numbers: list[int]) -> bool:
    """Whether one of some processes, or one below them, computes or would if it were its turn."""
    states = _all()
    return any(states[one][0] in AT_WORK for one in below(numbers, states) if one in states)


def end(numbers: list[int]) -> None:
    """End some processes and all below them."""
    for one in below(numbers, _all()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def _all() -> dict[int, tuple[str, int]]:
    found: dict[int, tuple[str, int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError), open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                state, parent = file.read().rpartition(")")[2].split()[:2]
                found[int(name)] = state, int(parent)
    return found
