"""A small app on the project's own driver, for tests: a list, a preview beside it, and a field."""

from __future__ import annotations

import os
import sys
import time
from types import SimpleNamespace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from trd_tui.tui import compat
from trd_tui.tui.driver import TerminalDriver

WORDS = "It helps many people when medicines have not been enough for them so far"


class Items(Widget, can_focus=True):
    """A list of forty lines whose first is at the top of the screen."""

    current = 0

    def render_line(self, y: int) -> Strip:
        style = Style(bold=True, reverse=True) if y == self.current else Style()
        return Strip([Segment(f"Item {y}".ljust(self.size.width), style)], self.size.width)

    def on_focus(self) -> None:
        self.park()

    def on_key(self, event: events.Key) -> None:
        if os.environ.get("SLOW"):
            time.sleep(0.5)
        if event.key == "f12":
            self.app.action_suspend_process()
        step = {"down": 1, "up": -1}.get(event.key, 0)
        if event.key == "x":
            raise ValueError("a value that nobody may see")
        if event.key == "z":
            time.sleep(10)
        if step:
            self.current = max(0, self.current + step)
            self.refresh()
            self.park()
            self.app.query_one("#preview", Static).update(preview(self.current))

    def park(self) -> None:
        parking = compat.parking(self.app)
        parking.park(0, self.current)
        parking.predict(((0, self.current - 1), "") if self.current else None, ((0, self.current + 1), ""))


def preview(number: int) -> str:
    """Fifteen lines of text that depend on a number."""
    words = WORDS.split()
    return "\n".join(" ".join(words[(number + line) % 7 :][:8]) + f" {number}" for line in range(15))


class SampleApp(compat.CalmCrash):
    CSS = """
    Screen { layers: base; }
    Items { width: 24; height: 20; }
    #preview { width: 1fr; height: 20; }
    Input { height: 1; border: none; }
    #heard { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "Quit")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, colours: str) -> None:
        super().__init__(driver_class=TerminalDriver)
        self.terminal = SimpleNamespace(colours=colours)
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Items()
            yield Static(preview(0), id="preview", markup=False)
        field = Input(select_on_focus=False)
        field.cursor_blink = False
        yield field
        yield Static("ready", id="heard", markup=False)

    def on_key(self, event: events.Key) -> None:
        self.query_one("#heard", Static).update(f"heard {event.key}")

    def on_resize(self, event: events.Resize) -> None:
        self.query_one("#heard", Static).update(f"size {event.size.width} {event.size.height}")


if __name__ == "__main__":
    app = SampleApp(sys.argv[1] if len(sys.argv) > 1 else "24bit")
    app.run()
    sys.exit(app.return_code)
