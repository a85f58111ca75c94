"""`python -m tests.real.sshd 1 5 20 50`: what so many people at once cost over the real sshd. Needs root."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.real.sshd.crowd import measure
from tests.real.sshd.door import Door

USED = "\r\x1b[B\x1b[B\x1b[B\r\x1b[6~\x1b/sleep"
"""Reads on, opens a section, goes down a page, back, and searches."""


def main() -> None:
    """Measure each number of people, as they come and after they have read a little."""
    with tempfile.TemporaryDirectory() as folder:
        door = Door(Path(folder))
        try:
            for people in map(int, sys.argv[1:]):
                print(measure(door, people))
                print("  after use:", measure(door, people, USED))
        finally:
            door.remove()


if __name__ == "__main__":
    main()
