"""The short pages of a kiosk: whether one is done, whether somebody is still there, and the PIN of staff."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

from trd_tui.commands import told_key
from trd_tui.model import TEXT, Block, Item
from trd_tui.pages import Page
from trd_tui.tui.screens.page import PageFace

if TYPE_CHECKING:
    from trd_tui.pin import Door
    from trd_tui.tui.view import View

LONGEST_PIN = 64
Do = Callable[[], object]


class DoneFace(PageFace):
    """Asks once; Enter forgets all, and everything else is as on any page."""

    def __init__(self, view: View, close: Do, forget: Do) -> None:
        words = view.words
        keys = zip(("done", "done_not", "done_hide"), ("enter", "leave", "quick_exit"), strict=True)
        told = (words(f"kiosk.{key}", press=told_key(view.commands, id, words)) for key, id in keys)
        super().__init__(_page("done", words("kiosk.done_title"), *told), view, close)
        self.actions = {**self.actions, "enter": forget}


class StillThereFace(PageFace):
    """Asks whether somebody is there; any key says so (WCAG 2.2, 2.2.1)."""

    def __init__(self, view: View, close: Do, seconds: int) -> None:
        words = view.words
        told = words("kiosk.still"), words("kiosk.still_not", seconds=seconds)
        super().__init__(_page("still_there", words("kiosk.still_title"), *told), view, close)


class PinFace(PageFace):
    """Takes the PIN, which is never shown, and lets out who knows it."""

    def __init__(self, view: View, close: Do, door: Door, leave: Do) -> None:
        self._words = view.words
        self._door = door
        self._let_out = leave
        self._typed = ""
        super().__init__(self._told("kiosk.pin"), view, close, lambda: self.page)
        self.actions = {**self.actions, "enter": self._try}

    def typed(self, key: str, letter: str) -> bool:
        """Printable keys are the PIN's, and Backspace takes one away."""
        if not letter and key != "backspace":
            return False
        self._typed = (self._typed + letter)[:LONGEST_PIN] if letter else self._typed[:-1]
        self._say("kiosk.pin")
        return True

    def _try(self) -> None:
        typed, self._typed = self._typed, ""
        if self._door.opens(typed, monotonic()):
            self._let_out()
        elif typed:
            self._say("kiosk.pin_wrong", seconds=ceil(self._door.wait(monotonic())))

    def _say(self, key: str, **values: object) -> None:
        self.page = self._told(key, **values)
        self.renew()

    def _told(self, key: str, **values: object) -> Page:
        count = self._words("kiosk.pin_typed", count=len(self._typed))
        return _page("pin", self._words("kiosk.pin_title"), self._words(key, **values), count)


def _page(id: str, title: str, *texts: str) -> Page:
    return Page(id, title, (Block(TEXT, tuple(map(Item, texts))),))
