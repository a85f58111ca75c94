"""Frames as Textual writes them: caught from a real run, or put together with Textual's own parts."""

from __future__ import annotations

import asyncio
from operator import itemgetter
from typing import Any

from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from trd_tui.tui import compat

CONSOLE = Console(color_system="truecolor", force_terminal=True, width=400)
Piece = tuple[int, int, list[tuple[str, Style]]]
"""Column and row, and the styled texts that Textual writes from there."""


def frame(pieces: list[Piece], cursor: tuple[int, int] = (0, 0)) -> str:
    """A frame of Textual, rendered by Textual's own `Strip` and Rich's own `Control`."""
    parts = []
    row = 0
    for x, y, texts in sorted(pieces, key=itemgetter(1)):
        strip = Strip([Segment(text, style) for text, style in texts])
        parts += ["\n" * (y > row), Control.move_to(x, y).segment.text, strip.render(CONSOLE)]
        row = y
    return "".join(parts) + Control.move_to(*cursor).segment.text


class CatchingDriver(Driver):
    """Shows nothing and keeps what Textual writes."""

    caught: list[str]

    def start_application_mode(self) -> None:
        self.caught = []
        compat.emit_all_colours(self._app)
        size = Size(*(self._size or (80, 24)))
        self.send_message(events.Resize(size, size))

    def stop_application_mode(self) -> None:
        pass

    def disable_input(self) -> None:
        pass

    def write(self, data: str) -> None:
        self.caught.append(data)

    def send_message(self, message: Message) -> None:
        self._app.post_message(message)


async def caught_frames(app: App[Any], keys: list[str], size: tuple[int, int]) -> list[str]:
    """Everything that Textual wrote while an app started and some keys were pressed."""
    app.driver_class = CatchingDriver
    running = asyncio.ensure_future(app.run_async(size=size))
    await asyncio.sleep(0.2)
    for key in keys:
        app.post_message(events.Key(key, None))
        await asyncio.sleep(0.05)
    driver = app._driver
    assert isinstance(driver, CatchingDriver)
    for _ in range(100):
        if len(driver.caught) < 2:
            await asyncio.sleep(0.05)
    app.exit()
    await running
    return driver.caught
