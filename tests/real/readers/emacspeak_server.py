"""The speech server that YASR starts: it takes the orders of an Emacspeak server and speaks into a file.

Only what YASR sends is understood: `q {text}`, `d`, `l {letter}`, `s`, and settings, which are left alone.
"""

from __future__ import annotations

import sys
from typing import BinaryIO

from tests.real.readers.speech import SAY, STOP, write


def serve(orders: BinaryIO, path: str) -> None:
    """Speak until the reader has ended."""
    waiting: list[str] = []
    for line in orders:
        order, _, braced = line.decode("utf-8", "replace").rstrip("\n").partition(" ")
        text = braced.removeprefix("{").removesuffix("}")
        if order == "q":
            waiting.append(text)
        elif order == "d" and waiting:
            write(path, SAY, " ".join(waiting))
            waiting.clear()
        elif order == "l":
            write(path, SAY, text)
        elif order == "s":
            waiting.clear()
            write(path, STOP)


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.argv[1])
