"""The driver between Textual and the terminal: one event loop, no threads, no queries, nothing written while idle.

Use it as `App(driver_class=TerminalDriver)`. What an app does with it:

* `compat.parking(app).park(x, y)`: the place of the terminal's own, visible cursor, in cells from 0, 0 at the top left.
  Call it whenever the focus moves or the focused line moves on the screen. While a text field has the focus (a widget
  with `cursor_screen_offset`, such as `Input`) the cursor follows that, and the parked place returns afterwards.
* `compat.parking(app).predict(up, down)`: after each `park`, the screen places that Up and Down lead to, with the rows
  that will differ then, or None where the driver must not guess. It writes those rows and moves the cursor there when
  the key is read, before Textual sees it, so that a reader which looks at the cursor's row soon after finds the right
  one. The app draws the same rows again, whatever the key came to.
* `app.speaks_rows`, where it is True: rows that differ are written as a whole, and rows that moved are scrolled.
* `app.terminal.colours`, where there is one: no more than these colours are written (see `sgr.Colours`).
* `app.wipes`, where it is True: the screen and its scrollback are cleared after the terminal was given back.
* `app.hands_on`, where it is True at the end: the terminal goes on to another part of this process, without an echo.
* `app.may_suspend`, where it is False: SIGTSTP does nothing (a kiosk).
* `compat.CalmCrash` stands in the bases of the app instead of `App`; compat names what keeps an idle app silent.

After `App.run()`, `app.return_code` is the exit status: 0, or 1 after a crash. After a hangup (129) or a signal that
ends a process (128 and its number: 143 after SIGTERM) there is no after: it is gone once the terminal was given back.
In headless tests `compat.parking(app)` gives an object that remembers the places and does nothing.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.dom import DOMNode
from textual.driver import Driver
from textual.geometry import Size

from trd_tui.streams import close_inherited_masters
from trd_tui.tty.device import Device
from trd_tui.tty.keyboard import Key
from trd_tui.tui import compat
from trd_tui.tui.wire.cells import FrameReader, Picture
from trd_tui.tui.wire.ending import HANGUP_STATUS, Ending
from trd_tui.tui.wire.line import Listener, Sender
from trd_tui.tui.wire.paint import Painter, Place

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump

    from trd_tui.tty.keyboard import Typed
    from trd_tui.tui.compat import Ahead
    from trd_tui.tui.wire.sgr import Colours

RESIZE_SECONDS = 0.05
FAREWELL_SECONDS = 0.3
_ENTER = "\x1b[?1049h\x1b[?2004h\x1b[?7l\x1b[?25h"
_LEAVE = "\x1b[m\x1b[H\x1b[2J\x1b[?7h\x1b[?2004l\x1b[?1049l\x1b[?25h"
_WIPE = "\x1b[H\x1b[2J\x1b[3J"
_STEADY, _OWN_SHAPE = "\x1b[2 q", "\x1b[0 q"
_SHAPE_TERMS = ("xterm", "tmux", "screen", "alacritty", "foot", "kitty", "rxvt-unicode", "konsole", "vte")
_FILL_TERMS = ("xterm", "linux", "rxvt", "alacritty", "foot", "kitty", "konsole", "vte")


class TerminalDriver(Driver):
    """Textual's input and output on one terminal."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """A driver as Textual builds it; the mouse is never used, so that marking text stays the terminal's own."""
        del mouse
        super().__init__(app, debug=debug, mouse=False, size=size)
        term = os.environ.get("TERM", "")
        self._fixed_size = size
        self._enter, self._leave = _ENTER, _LEAVE
        # A screen reader that does not know the sequence speaks its last letter.
        if term.startswith(_SHAPE_TERMS) and not getattr(getattr(app, "terminal", None), "linear", None):
            self._enter, self._leave = _ENTER + _STEADY, _OWN_SHAPE + _LEAVE
        self._ending = Ending(self._loop, self._end, self._give_back)
        self._device: Device | None = None
        self._sender: Sender | None = None
        self._listener: Listener | None = None
        self._frames = FrameReader(_colours(app))
        self._wanted = Picture(1, 1)
        self._size_now = (0, 0)
        self._painter = Painter(fills=term.startswith(_FILL_TERMS))
        self._ahead = FrameReader(self._frames.colours)
        self._is_due = False
        self._parked: Place = (0, 0)
        self._predicted: dict[str, Ahead | None] = {}
        compat.emit_all_colours(app)

    # What the app calls

    def park(self, x: int, y: int) -> None:
        """Put the terminal's cursor on a cell (column, row, from 0), and forget what was predicted."""
        self._parked = x, y
        self._predicted = {}
        self._send_soon()

    def predict(self, up: Ahead | None, down: Ahead | None) -> None:
        """Say which places Up and Down lead to, and what differs there; None where the driver must not guess."""
        self._predicted = {"up": up, "down": down}

    def begin_anew(self) -> None:
        """Say that the next frame is another page, which is to be spoken as a whole."""
        self._painter.anew = True

    def leave_soon(self, status: int, last_words: str) -> None:
        """After a crash: if the app does not end by itself in time, end the process."""
        if self._device is not None:
            self._ending.expect(status, last_words)

    def redraw(self) -> None:
        """Write the whole screen again."""
        self._painter.forget()
        self._send_soon()

    # What Textual calls

    @property
    def can_suspend(self) -> bool:
        """Whether the process may be stopped, which gives the terminal back to the shell."""
        return bool(getattr(self._app, "may_suspend", True))

    def start_application_mode(self) -> None:
        """Take the terminal; OSError when there is none."""
        close_inherited_masters()
        # From the first change on, every signal must lead to the way back.
        self._ending.watch()
        try:
            self._take()
            self._watch_loop()
            self._painter.forget()
            self._measure()
        except BaseException:
            self.stop_application_mode()
            raise

    def _take(self) -> None:
        self._device = device = Device()
        device.raw()
        self._sender = Sender(self._loop, device, self._send, self._hang_up)
        self._sender.send(self._enter.encode())
        self._listener = Listener(self._loop, device, self._deliver, self._hang_up)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was, and after a signal or hangup be gone; a second call does nothing."""
        try:
            self.disable_input()
            if self._sender is not None:
                self._sender.stop()
            self._unwatch_loop()
        finally:
            self._give_back()
            self._ending.unwatch()
            if self._device is not None:
                self._device.close()
            self._device = self._sender = self._listener = None

    def disable_input(self) -> None:
        """Read no more keys."""
        if self._listener is not None:
            self._listener.stop()

    def write(self, data: str) -> None:
        """Take a frame into the picture of what is wanted; anything that is no frame ends here."""
        if not self._fits():
            self._wanted.resize(*self._size_now)
            self._painter.forget()
        self._frames.draw(data, self._wanted)

    def flush(self) -> None:
        """The frame is complete: write the difference soon."""
        self._send_soon()

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, in this thread."""
        self._app.post_message(message)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing: the reader is offline."""

    # Writing

    def _send_soon(self) -> None:
        if not self._is_due:
            self._is_due = True
            self._loop.call_soon(self._send)

    def _send(self) -> None:
        self._is_due = False
        if self._sender is not None and self._sender.is_free and self._fits():
            self._painter.whole = getattr(self._app, "speaks_rows", False)
            self._sender.send(self._painter.paint(self._wanted, self._cursor()).encode(errors="replace"))

    def _cursor(self) -> Place:
        x, y = self._field_cursor() or self._parked
        return min(max(x, 0), self._wanted.width - 1), min(max(y, 0), self._wanted.height - 1)

    def _field_cursor(self) -> Place | None:
        """The cursor of the focused text field, None where nothing of that kind has the focus.

        `App.cursor_position` is not asked: fields write it without the focus too. Textual's `Input` puts the cursor one
        cell too far at the end of its text.
        """
        field = self._app.focused if self._app.screen_stack else None
        offset = getattr(field, "cursor_screen_offset", None)
        return (offset.x - bool(getattr(field, "cursor_at_end", False)), offset.y) if offset is not None else None

    # Reading

    def _deliver(self, typed: list[Typed], handled: Callable[[], None]) -> None:
        if len(typed) == 1:
            self._move_ahead(typed[0])
        self._predicted = {}
        for item in typed:
            self.process_message(events.Key(*item) if isinstance(item, Key) else events.Paste(item.text))
        _when_handled(self._app, handled)

    def _move_ahead(self, item: Typed) -> None:
        ahead = self._predicted.get(item.name) if isinstance(item, Key) else None
        if ahead is None or self._field_cursor() is not None or self._device is None or self._device.has_unread():
            return
        self._parked, frame = ahead
        if self._sender is None or not self._sender.is_free:
            return
        if frame and self._fits():
            self._ahead.draw(frame, self._wanted)
            self._sender.send(self._painter.paint(self._wanted, self._cursor()).encode(errors="replace"))
        else:
            self._sender.send(self._painter.point(self._cursor()).encode())

    # Size

    def _measure(self) -> None:
        """Take the size from the terminal and tell the app."""
        if self._device is None:
            return
        self._size_now = self._fixed_size or self._device.size()
        self._painter.forget()
        compat.announce_size(self, self._size_now)
        size = Size(*self._size_now)
        self.process_message(events.Resize(size, size))

    def _on_resize(self) -> None:
        """Repaint even when the app finds its size unchanged: the terminal may have moved its lines meanwhile."""
        self._measure()
        self._loop.call_later(RESIZE_SECONDS, self._refresh)

    def _refresh(self) -> None:
        if self._device is not None:
            self._app.refresh()

    def _fits(self) -> bool:
        return (self._wanted.width, self._wanted.height) == self._size_now

    # Signals, errors and the end

    def _watch_loop(self) -> None:
        self._loop.add_signal_handler(signal.SIGWINCH, self._on_resize)
        if self.can_suspend and signal.getsignal(signal.SIGTSTP) is not signal.SIG_IGN:
            self._loop.add_signal_handler(signal.SIGTSTP, self._suspend)
        if os.getpgrp() != os.getsid(0):
            # Only a shell with job control gives others the terminal meanwhile; without one, nothing has changed.
            self._loop.add_signal_handler(signal.SIGCONT, self._continue)
        self._loop.set_exception_handler(self._on_loop_error)

    def _unwatch_loop(self) -> None:
        for number in (signal.SIGWINCH, signal.SIGTSTP, signal.SIGCONT):
            self._loop.remove_signal_handler(number)
        self._loop.set_exception_handler(None)

    def _on_loop_error(self, _loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        """Errors of callbacks end the app; nothing is printed, since the usual report shows values."""
        error = context.get("exception")
        if "handle" in context and isinstance(error, Exception):
            compat.crash(self._app, error)

    def _suspend(self) -> None:
        """Stop the whole process group, as the terminal would: a `make` or shell around us must stop too."""
        if not self.can_suspend or self._device is None:
            return
        self.suspend_application_mode()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(0, signal.SIGTSTP)
        try:
            self.resume_application_mode()
        except OSError:
            self._hang_up()
            return
        self.send_message(self.SignalResume())
        self._refresh()

    def _continue(self) -> None:
        """After a stop by others the shell has changed the modes and the screen."""
        if self._device is None:
            return
        try:
            self._device.raw()
        except OSError:
            self._hang_up()
        else:
            self._on_resize()

    def _hang_up(self) -> None:
        self._ending.begin(HANGUP_STATUS)

    def _end(self, status: int) -> None:
        self._app.exit(return_code=status)

    def _give_back(self) -> None:
        if self._device is not None:
            farewell = self._leave + _WIPE if getattr(self._app, "wipes", False) else self._leave
            hands_on = getattr(self._app, "hands_on", False) and not self._ending.has_begun
            self._device.restore(farewell.encode(), FAREWELL_SECONDS, hands_on=hands_on)


def _colours(app: App[Any]) -> Colours:
    colours = getattr(getattr(app, "terminal", None), "colours", None)
    if colours in ("none", "16", "256", "24bit"):
        return cast("Colours", colours)
    return "none" if os.environ.get("NO_COLOR") else "24bit"


def _when_handled(app: App[Any], handled: Callable[[], None]) -> None:
    """Call back when every key given to the app before has been handled, by the focused widget and all above it."""

    def climb(pump: MessagePump | None) -> None:
        if pump is None or pump is app:
            app.call_later(handled)
        elif not pump.call_later(climb, pump.parent if isinstance(pump, DOMNode) else None):
            climb(app)

    def start() -> None:
        climb(app.focused or app.screen)

    app.call_later(start)
