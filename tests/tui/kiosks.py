"""A kiosk in Textual's own headless terminal, with a clock that a test moves on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Self

import pytest

from tests.tui.driving import TURNS, Started
from trd_tui.kiosk import Kiosk
from trd_tui.library.store import Library
from trd_tui.reading import Reading
from trd_tui.tui import guard

STAFF = ("f12", "f12", "ctrl+t")
PIN, WRONG = "4711", "1234"
HASHED = "pbkdf2-sha256$1$73616c74$d67f8649738d62e108f1e3d7e1353d26cb9dc3d98b59e0493e3ee11b52472af5"
"""The PIN's, of one round, which takes no time."""


class Timer:
    """What is to be done at a time, in seconds, unless it is cancelled."""

    def __init__(self, clock: Clock, at: float, do: Callable[[], object]) -> None:
        self.at = at
        self.do = do
        self._clock = clock

    def cancel(self) -> None:
        self._clock.timers.remove(self)


class Clock:
    """Stands for the event loop where timers are set; nothing is done before the test says that it is time."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.timers: list[Timer] = []
        patch.setattr(guard, "get_running_loop", lambda: self)

    def call_later(self, seconds: float, do: Callable[[], object]) -> Timer:
        self.timers.append(Timer(self, self.now + seconds, do))
        return self.timers[-1]

    @property
    def left(self) -> float | None:
        """Seconds until something is done; None where nothing is waited for."""
        assert len(self.timers) <= 1
        return self.timers[0].at - self.now if self.timers else None

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds
        for timer in [one for one in self.timers if one.at <= self.now]:
            self.timers.remove(timer)
            timer.do()


def kiosk(**how: Any) -> Kiosk:  # noqa: ANN401 - whatever a kiosk takes
    """A kiosk that staff can leave."""
    return Kiosk(**{"staff": STAFF, "pin": HASHED, **how})


class AtFirst(Started):
    """A kiosk with its first screen."""

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        # A screen has its rows as soon as a key was handled; to wait until Textual rests takes 20 ms a key.
        self._rest = self.pilot.pause
        setattr(self.pilot, "pause", _drawn)  # noqa: B010 - mypy lets no method be replaced
        return self

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        await super().resize(columns, rows)
        for _ in range(TURNS):
            await self._rest()
            if self.app.screen.size == (columns, rows) and self.app.frame.face.width == columns:
                break
        await self._rest()


class Begun(AtFirst):
    """A kiosk where somebody has begun to read."""

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        await self.press("enter")
        return self


async def _drawn() -> None:
    for _ in range(TURNS):
        await asyncio.sleep(0)


def at_first(library: Library | Reading, size: tuple[int, int] = (80, 24), **how: Any) -> Started:  # noqa: ANN401 - those of Started
    """A kiosk with its first screen."""
    return AtFirst(library, size, **{"kiosk": kiosk(), **how})


def begun(library: Library | Reading, size: tuple[int, int] = (80, 24), **how: Any) -> Started:  # noqa: ANN401 - those of Started
    """A kiosk where somebody has begun to read."""
    return Begun(library, size, **{"kiosk": kiosk(), **how})


def place(reader: Started) -> tuple[object, ...]:
    """What a person sees, and what they had typed, chosen and answered."""
    walk, search = reader.walk, reader.view.search
    faces = [type(one).__name__ for one in reader.app.frame.faces]
    return (
        reader.text,
        reader.app.frame.face.cursor(),
        faces,
        walk.draft,
        dict(walk.answers),
        search and search.field.text,
    )
