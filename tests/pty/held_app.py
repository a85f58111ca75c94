"""The real program, but it looks at each key only when it is let: what is on the screen until then is the driver's.

For every key it waits until somebody has opened the named pipe GATE for writing.
"""

from __future__ import annotations

import os

from textual import events

from trd_tui import cli
from trd_tui.tui.screens.frame import Frame

look_at = Frame.on_key


def hold(frame: Frame, event: events.Key) -> None:
    """Look at a key once the gate has been opened."""
    with open(os.environ["GATE"], encoding="utf-8"):
        look_at(frame, event)


if __name__ == "__main__":
    Frame.on_key = hold  # type: ignore[assignment, method-assign]
    cli.run()
