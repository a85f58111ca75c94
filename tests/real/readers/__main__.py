"""What a reader tells of a session, on stdout: `python -m tests.real.readers yasr --linear down enter f2 escape`.

First the reader (yasr, fenrir or brltty), then the mode, then keys by name, or in plain mode lines (each followed by
Enter). Each key or line stands before what was told because of it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.real.readers.brltty import Braille
from tests.real.readers.fenrir import Fenrir
from tests.real.readers.hearing import characters
from tests.real.readers.reader import Reader
from tests.real.readers.session import Session
from tests.real.readers.spoken import Spoken
from tests.real.readers.yasr import Yasr


def main(reader: str, mode: str, *steps: str) -> None:
    """Print a session."""
    with tempfile.TemporaryDirectory() as name, _session(reader, mode, Path(name)) as session:
        _show("start", session.begin())
        for step in steps:
            _show(step, session.line(step) if mode == "--plain" else session.press(step))


def _session(reader: str, mode: str, folder: Path) -> Session:
    env = {"HOME": str(folder), "PATH": os.environ["PATH"]}
    if reader == "brltty":
        return Braille([mode], folder, env)
    speaking: dict[str, Reader] = {"yasr": Yasr(), "fenrir": Fenrir()}
    return Spoken(speaking[reader], [mode], folder, env)


def _show(step: str, told: list[str]) -> None:
    print(f"{step}: {len(told)} utterances, {characters(told)} characters")
    for line in told:
        print(f"    {line}")


if __name__ == "__main__":
    main(*sys.argv[1:])
