"""The signals that would end the process at once, and leave a terminal behind as it is."""

from __future__ import annotations

import signal

_NAMES = (
    *("SIGHUP", "SIGTERM", "SIGQUIT", "SIGABRT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGXCPU"),
    *("SIGIO", "SIGPWR", "SIGSTKFLT", "SIGSYS", "SIGTRAP"),
)


def deadly() -> list[int]:
    """The signals to catch while the terminal is not as it was.

    Those that are ignored (as nohup leaves SIGHUP) are not among them, but SIGTERM; nor is SIGINT, which means a key;
    nor are faults of the process, after which no instruction may follow.
    """
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    if hasattr(signal, "SIGRTMIN"):
        numbers += range(signal.SIGRTMIN, signal.SIGRTMAX + 1)
    return [n for n in numbers if n == signal.SIGTERM or signal.getsignal(n) is not signal.SIG_IGN]
