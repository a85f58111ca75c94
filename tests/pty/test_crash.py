"""A fault in the program: a calm word and the way to help on a restored screen, no values, and a status that tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pty.broken_app import VALUE
from tests.pty.lines import Line
from tests.pty.terminal import python

pytestmark = pytest.mark.pty

APP = str(Path(__file__).with_name("broken_app.py"))
BEGIN, OPEN, MOVE = "\r", "w", "\x1b[B"
KEYS = {"plain": ("giraffe\r",), "giving back": ("\x1b[17~",)}
"""What brings the fault, where it is not a page that is opened: a line, or the change to plain mode."""
STARTS = ("F2 Help", "commands:", "to start")
FIRST = ("handler", "timer", "frame", "sending", "taking", "plain")
MORE = (
    *("later", "after a frame", "worker", "writing", "reading", "resize", "loop", "exit", "compose", "start"),
    *("giving back", "ready", "stuck widget", "stuck app"),
)


def _typed(line: Line, fault: str, *, is_kiosk: bool) -> None:
    """Come to the fault: open a page, move, or type a line that is private too."""
    line.wait_until(lambda: line.process.poll() is not None or any(text in line.text for text in STARTS))
    for key in (BEGIN * is_kiosk, *KEYS.get(fault, (OPEN, MOVE))):
        line.read_until_quiet(0.2)
        if line.process.poll() is None:
            line.send(key)


@pytest.mark.parametrize("fault", [*FIRST, *(pytest.param(fault, marks=pytest.mark.every) for fault in MORE)])
@pytest.mark.parametrize("kiosk", [(), pytest.param(("--kiosk",), marks=pytest.mark.every)], ids=["reader", "kiosk"])
def test_a_crash_says_a_calm_word_and_the_way_to_help(
    fault: str, kiosk: tuple[str, ...], home: Path, library_file: Path
) -> None:
    options = (*kiosk, "--content", str(library_file), *(("--plain",) if fault == "plain" else ()))
    with Line(python(APP, fault, *options), env={"HOME": str(home)}) as line:
        _typed(line, fault, is_kiosk=bool(kiosk))
        assert line.wait_exit(5) == 1
        # What is broken here is the way by which the screen would be left.
        assert line.modes_left_on() == (["1049", "2004", "7"] if fault == "writing" else [])
        said = re.split(rb"\x1b\[\?25h|giraffe\r*\n|\x1b\[3J", line.bytes)[-1].decode()
        print(said)
        assert "988" in said
        assert "findahelpline.com" in said or ("trd-tui help-now" in said and not kiosk)
        assert said.count("\n") <= 5 or fault == "writing"
        assert "Traceback" not in said
        assert VALUE not in line.bytes.decode()
        assert "giraffe" not in said
