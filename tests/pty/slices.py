"""Makes a running process slower by stopping and continuing it: `python slices.py PID RUN STOP`, times in milliseconds.

A quota of processor time would not do: it lets a process run at full speed until the quota is used up.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def slowed(pid: int, *, run: float, stop: float) -> Iterator[None]:
    """Let a process run for some milliseconds and stop it for others, again and again, until the block ends."""
    command = [sys.executable, "-I", "-S", __file__, str(pid), str(run), str(stop)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as slicer:
        assert slicer.stdout is not None
        slicer.stdout.readline()
        try:
            yield
        finally:
            slicer.terminate()
            slicer.wait()
            os.kill(pid, signal.SIGCONT)


def _slice(pid: int, run: float, stop: float) -> None:
    with suppress(PermissionError):  # On a busy machine slices get longer otherwise, and the program faster.
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    print("begun", flush=True)
    while True:
        os.kill(pid, signal.SIGSTOP)
        time.sleep(stop / 1000)
        os.kill(pid, signal.SIGCONT)
        time.sleep(run / 1000)


if __name__ == "__main__":
    _slice(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]))
