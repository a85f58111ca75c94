"""The line to the terminal: bytes out as fast as it takes them, keys in as fast as the app handles them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trd_tui.tty.keyboard import ESCAPE_SECONDS, Keyboard

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle
    from collections.abc import Callable

    from trd_tui.tty.device import Device
    from trd_tui.tty.keyboard import Typed

HANDLING_SECONDS = 0.1


class Sender:
    """Writes to the terminal without waiting; while something is unsent the line is not free."""

    def __init__(
        self, loop: AbstractEventLoop, device: Device, freed: Callable[[], None], hung: Callable[[], None]
    ) -> None:
        """`freed` is called when all is sent, `hung` when the terminal has hung up."""
        self._loop = loop
        self._device = device
        self._freed = freed
        self._hung = hung
        self._unsent = b""
        self._is_open = True

    @property
    def is_free(self) -> bool:
        """Whether the next bytes can be sent."""
        return self._is_open and not self._unsent

    def send(self, data: bytes) -> None:
        """Write what the terminal takes now, and the rest when it takes more."""
        sent = self._device.write(data) if data else 0
        if sent is None:
            self.stop()
            self._hung()
            return
        if len(data) > sent and not self._unsent:
            self._loop.add_writer(self._device.fileno, self._resume)
        self._unsent = data[sent:]

    def stop(self) -> None:
        """Drop what is unsent and write no more."""
        self._loop.remove_writer(self._device.fileno)
        self._unsent, self._is_open = b"", False

    def _resume(self) -> None:
        self.send(self._unsent)
        if self.is_free:
            self._loop.remove_writer(self._device.fileno)
            self._freed()


class Listener:
    """Reads the terminal, and after each read waits until the app has handled what was typed (0.1 s at most)."""

    def __init__(
        self,
        loop: AbstractEventLoop,
        device: Device,
        deliver: Callable[[list[Typed], Callable[[], None]], None],
        hung: Callable[[], None],
    ) -> None:
        """`deliver` takes what was typed and a function to call when it is handled; `hung` is called after a hangup."""
        self._loop = loop
        self._device = device
        self._deliver = deliver
        self._hung = hung
        self._keyboard = Keyboard()
        self._expiry: TimerHandle | None = None
        self._patience: TimerHandle | None = None
        self._is_open = True
        self._listen()

    def stop(self) -> None:
        """Read no more."""
        self._is_open = False
        self._loop.remove_reader(self._device.fileno)
        for timer in (self._expiry, self._patience):
            if timer is not None:
                timer.cancel()

    def _listen(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        if self._is_open:
            self._loop.add_reader(self._device.fileno, self._read)

    def _read(self) -> None:
        data = self._device.read()
        if data is None:
            self.stop()
            self._hung()
        elif data:
            self._pass_on(self._keyboard.feed(data, self._loop.time()))

    def _expire(self) -> None:
        self._expiry = None
        if not self._is_open:
            return
        if not self._device.has_unread():
            self._pass_on(self._keyboard.expire(self._loop.time()))
        elif self._patience is None:
            self._read()
        else:
            self._expiry = self._loop.call_later(ESCAPE_SECONDS, self._expire)

    def _pass_on(self, typed: list[Typed]) -> None:
        if self._expiry is not None:
            self._expiry.cancel()
            self._expiry = None
        if self._keyboard.deadline is not None:
            self._expiry = self._loop.call_at(self._keyboard.deadline, self._expire)
        if typed:
            self._wait(typed)

    def _wait(self, typed: list[Typed]) -> None:
        self._loop.remove_reader(self._device.fileno)
        if self._patience is not None:
            self._patience.cancel()
        patience = self._patience = self._loop.call_later(HANDLING_SECONDS, self._listen)

        def handled() -> None:
            if self._patience is patience:
                self._listen()

        self._deliver(typed, handled)
