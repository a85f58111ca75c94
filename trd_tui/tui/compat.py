"""Every private name of Textual 8.2 that the full-screen reader depends on, each with its reason.

What an app must set through public names to stay silent and still: `animation_level = "none"`,
`ENABLE_COMMAND_PALETTE = False`, `ALLOW_SELECT = False`, and `cursor_blink = False` on every `Input`.
"""

from __future__ import annotations

import gc
import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from rich.color import ColorSystem
from textual.app import App

if TYPE_CHECKING:
    from textual.driver import Driver

CRASHED = 1
"""The exit status after an error in the program."""

_REMEMBERS = type(lru_cache(str))
_OURS = ("textual.", "rich.", "trd_tui.")

Place = tuple[int, int]
Ahead = tuple[Place, str]
"""Where a key will lead, and the rows that will differ then, as a frame in Textual's own form; empty for none."""


@runtime_checkable
class Parking(Protocol):
    """What places the terminal's own cursor; columns and rows of the screen, from 0."""

    def park(self, x: int, y: int) -> None:
        """Put the cursor on a cell, and forget what was predicted."""

    def predict(self, up: Ahead | None, down: Ahead | None) -> None:
        """Say where Up and Down will lead; None where it is not known or nothing moves."""

    def redraw(self) -> None:
        """Write the whole screen again."""

    def begin_anew(self) -> None:
        """Say that the next frame is another page, which is to be spoken as a whole."""


class RememberedParking:
    """Keeps the places and shows nothing; for apps on another driver, in tests and on Windows."""

    def __init__(self) -> None:
        self.place: Place = (0, 0)
        self.up: Place | None = None
        self.down: Place | None = None
        self.ahead: dict[str, str] = {}

    def park(self, x: int, y: int) -> None:
        """Remember the place, and forget what was predicted."""
        self.place, self.up, self.down = (x, y), None, None

    def predict(self, up: Ahead | None, down: Ahead | None) -> None:
        """Remember the two places, and what is written there."""
        self.up, self.down = (up and up[0]), (down and down[0])
        self.ahead = {name: one[1] for name, one in (("up", up), ("down", down)) if one}

    def redraw(self) -> None:
        """Nothing."""

    def begin_anew(self) -> None:
        """Nothing."""


_REMEMBERED = RememberedParking()


def parking(app: App[Any]) -> Parking:
    """The app's driver where it can place the cursor, else an object that remembers the last places.

    `App._driver`: Textual has no public way from an app to its driver.
    """
    driver: object = app._driver
    return driver if isinstance(driver, Parking) else _REMEMBERED


def announce_size(driver: Driver, size: tuple[int, int]) -> None:
    """Tell Textual the size of the terminal before its first layout.

    `Driver._size`: `App.size` reads it, and would otherwise believe the variables COLUMNS and LINES.
    """
    driver._size = size


def emit_all_colours(app: App[Any]) -> None:
    """Make Textual write 24-bit colours, so that only the driver brings them down to what the terminal has.

    `Console._color_system` (Rich): chosen in the constructor of `App` from the environment, with no public setter.
    """
    app.console._color_system = ColorSystem.TRUECOLOR


def crash(app: App[Any], error: Exception) -> None:
    """End the app because of an error outside its own message loop.

    `App._handle_exception`: the only way in; see `CalmCrash`.
    """
    app._handle_exception(error)


def forget_ended() -> None:
    """Let go of apps that have ended in this process, and of the texts that they drew and looked for.

    What is left of an app refers to itself until it is collected. Functions of Textual, Rich and the reader remember
    what they were last given, which is texts of people long gone; `StylesCache.get_inner_outer` even keeps the rows of
    up to 1024 widgets. So does `re` with what was searched for.
    """
    for kept in gc.get_objects():
        if isinstance(kept, _REMEMBERS) and (kept.__module__ or "").startswith(_OURS):
            kept.cache_clear()
    re.purge()
    gc.collect()


class CalmCrash(App[Any]):
    """An app whose crash prints one calm line and no values; set `crash_line` (from words.yaml).

    Textual's own report prints local variables, which may hold what a person typed.
    """

    crash_line = "The program had to stop. Nothing was stored."

    def _handle_exception(self, error: Exception) -> None:
        """`App._handle_exception`: every unhandled error arrives here; the original renders a traceback with values.

        `_return_code`, `_exception` and `_exception_event` are set as the original does, for tests that drive the app.
        """
        self._return_code = CRASHED
        # What has crashed may wait for itself for ever.
        leave_soon = getattr(self._driver, "leave_soon", None)
        if leave_soon is not None:
            leave_soon(CRASHED, self.crash_line)
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """`App._print_error_renderables`: called last, on the restored terminal; the original prints its report."""
        self._exit_renderables.clear()
        if self._exception is not None and not self.is_headless:
            print(self.crash_line, file=sys.__stderr__)
