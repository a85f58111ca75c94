"""Watches over a kiosk: asks whether somebody is there, forgets who is not, and lets staff out."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from trd_tui.commands import key_name
from trd_tui.tui import compat
from trd_tui.tui.screens.kiosk.attract import AttractFace
from trd_tui.tui.screens.kiosk.pages import DoneFace, PinFace, StillThereFace
from trd_tui.tui.screens.opening import open_once

if TYPE_CHECKING:
    from trd_tui.kiosk import Kiosk
    from trd_tui.tui.screens.frame import Frame
    from trd_tui.tui.view import View

URGENT = frozenset({"help_now", "done", "quick_exit"})
"""Commands that are carried out even when the key says first of all that somebody is there."""


class Guard:
    """One timer, and none while the first screen waits as the clinic has it.

    `forget` is done when nobody is there, `let_out` for staff.
    """

    def __init__(
        self, kiosk: Kiosk, view: View, frame: Frame, forget: Callable[[], object], let_out: Callable[[], object]
    ) -> None:
        self.kiosk = kiosk
        self._view = view
        self._frame = frame
        self._forget = forget
        self._let_out = let_out
        self._timer: TimerHandle | None = None
        self._warning: StillThereFace | None = None
        self._staff = tuple(map(key_name, kiosk.staff))
        self._pressed: tuple[str, ...] = ()
        self._clinics = self._options
        if kiosk.people:
            compat.forget_ended()
        kiosk.people += 1

    def takes(self, key: str, keymap: Mapping[str, str]) -> bool:
        """Note a key, or a paste (""); True where it only said that somebody is there, or asked for the PIN."""
        if self._warning is not None:
            self._stop()
            return keymap.get(key) not in URGENT
        self._pressed = (*self._pressed, key)[-len(self._staff) or 1 :]
        if not self._staff or self._pressed != self._staff:
            return False
        open_once(self._frame, PinFace(self._view, self._frame.close, self.kiosk.door, self._let_out))
        return True

    def wait(self, characters: int) -> None:
        """Begin to wait for the next key, as long as it takes to hear the characters on the screen."""
        self._cancel()
        if not isinstance(self._frame.face, AttractFace) or self._options != self._clinics:
            self._timer = get_running_loop().call_later(self.kiosk.patience(characters), self.warn)

    def ask_done(self) -> None:
        """Ask whether all is to be forgotten."""
        open_once(self._frame, DoneFace(self._view, self._frame.close, self._forget))

    @property
    def _options(self) -> tuple[object, ...]:
        """What can be changed from the first screen, and would stay there."""
        return self._view.linear, self._view.reading.country

    def warn(self) -> None:
        """Ask whether somebody is there, and wait for any key."""
        self._warning = StillThereFace(self._view, self._stop, self.kiosk.warning)
        self._frame.open(self._warning)
        if self._warning.stepwise:
            compat.parking(self._frame.app).begin_anew()
        self._frame.show()
        self._timer = get_running_loop().call_later(self.kiosk.warning, self._gone)

    def _gone(self) -> None:
        self._timer = None
        self._forget()
        self._frame.show()

    def _stop(self) -> None:
        self._cancel()
        if self._warning is not None:
            self._frame.close_over(self._warning)
            self._warning = None

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
