"""How long a command asks the kernel to let it wait, as strace writes it down: counts that no busy machine changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_CALLS = "/^(select|pselect6|poll|ppoll|epoll_wait|epoll_pwait2?|nanosleep|clock_nanosleep|futex)$"
_MILLISECONDS = re.compile(r"\b(?:poll|epoll_p?wait)\(.*?\], (?:\d+, )?(\d+)(?:, |\))")
_SECONDS = re.compile(r"tv_sec=(\d+), tv_(nsec|usec)=(\d+)")
_PARTS = {"nsec": 1e9, "usec": 1e6}


class Strace:
    """The program that writes down calls."""

    def missing(self) -> str:
        """Its name, where it is missing."""
        return "" if shutil.which("strace") else "strace"


def traced(report: Path) -> list[str]:
    """What to start a command below; the command keeps its process number."""
    return ["strace", "-D", "-f", "-qq", "-o", str(report), "-e", f"trace={_CALLS}", "-e", "signal=none"]


def seconds(report: Path) -> list[float]:
    """The time of each wait that has an end."""
    found = []
    for line in report.read_text().splitlines():
        if match := _SECONDS.search(line):
            found.append(int(match[1]) + int(match[3]) / _PARTS[match[2]])
        elif match := _MILLISECONDS.search(line):
            found.append(int(match[1]) / 1000)
    return found
