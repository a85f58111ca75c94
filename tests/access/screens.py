"""Every screen of the full-screen reader, reached by keys, as named states: what the audits look at."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from tests.tui.driving import Started
from tests.tui.kiosks import STAFF, WRONG, kiosk
from trd_tui.library.store import Library
from trd_tui.tui.rows.row import Row, fit
from trd_tui.tui.screens.guide.face import GuideFace

WIDE, NARROW, SMALLEST = (80, 24), (40, 12), (20, 6)
MANY = {
    "A1": ("one",), "A2": ("yes",), "B1": ("few",), "B2": ("cost",), "B3": ("sex",), "C1": ("under_4",),
    "C4": ("same",), "D1": ("herbs",), "D2": ("no",), "D4": ("cbd",), "E3": ("often",),
    "G2": ("not_sure",), "H2": ("no",),
}  # fmt: skip
"""Answers with more findings than are shown at first, and of every state."""
FOREIGN = "ä “ж” ≥ … 漢"
"""Letters that a person may type, of which ASCII has none."""


class State(NamedTuple):
    """One state of the screen: rows as they are drawn, each filled to the width, and the place of the cursor.

    `tour` names the run that it is part of, `name` what was done last, `shows` the class of what is on the screen.
    """

    tour: str
    name: str
    shows: str
    size: tuple[int, int]
    rows: tuple[Row, ...]
    cursor: tuple[int, int]

    @property
    def text(self) -> str:
        """The characters of the screen, a line a row."""
        return "\n".join("".join(text for text, _ in row) for row in self.rows)

    @property
    def styles(self) -> frozenset[str]:
        """The names of the styles on the screen."""
        return frozenset(style for row in self.rows for _, style in row)


class Tour:
    """A running reader whose states are kept as it is driven."""

    def __init__(self, name: str, size: tuple[int, int], reader: Started) -> None:
        self.reader = reader
        self.states: list[State] = []
        self._name = name
        self._size = size

    def keep(self, name: str) -> None:
        """Keep what is on the screen."""
        face = self.reader.app.frame.face
        rows = tuple(fit(row, face.width) for row in face.rows())
        self.states.append(State(self._name, name, self.reader.shows, self._size, rows, face.cursor()))

    async def press(self, name: str, *keys: str) -> None:
        """Press some keys and keep what is on the screen then."""
        await self.reader.press(*keys)
        self.keep(name)

    async def type(self, name: str, text: str) -> None:
        """Type a text and keep what is on the screen then."""
        await self.reader.type(text)
        self.keep(name)


Way = Callable[[Tour], Awaitable[None]]


async def read(tour: Tour) -> None:
    """The list and the text, and all pages over them."""
    tour.keep("start")
    await tour.press("focus moved", "down", "down")
    await tour.press("section opened", "right_square_bracket", "enter", "escape")
    await tour.press("text", "tab")
    await tour.press("text scrolled", "pagedown")
    await tour.press("text at its end", "end")
    await tour.press("back in the list", "escape")
    await tour.press("first section, told", "home", "left_square_bracket")
    for key, name in (("f2", "help now"), ("f1", "keys"), ("w", "where"), ("t", "words"), ("s", "sources")):
        await tour.press(name, key)
        await tour.press(f"{name}, its end", "end")
        await tour.press(f"after {name}", "escape")
    await tour.press("countries", "f2", "c")


async def search(tour: Tour) -> None:
    """The search with hits, with none, with a spelling to try, with words of danger."""
    await tour.press("field", "slash")
    await tour.type("hits", "sleep")
    await tour.press("next hit", "down")
    await tour.press("hit opened", "enter")
    await tour.press("next match", "n")
    await tour.press("hits again", "escape")
    for name, typed in (("none", "xqzj"), ("spelling", "ketmine"), ("danger", "suicide"), ("foreign letters", FOREIGN)):
        await tour.press(f"field before {name}", "escape", "escape", "slash")
        await tour.type(name, typed)
    await tour.press("after the search", "escape", "escape")


async def ask(tour: Tour) -> None:
    """The guide up to its results: menus, questions, pages and notes."""
    reader = tour.reader
    await tour.press("welcome", "g")
    await tour.press("welcome, next choice", "down")
    await tour.press("parts", "p")
    await reader.ask("B1")
    tour.keep("question, one")
    await tour.press("question, needed", "enter")
    await tour.press("question, answered", "2")
    await tour.press("question, another focus", "down")
    await tour.press("why", "y")
    await reader.ask("B3")
    tour.keep("question, several")
    await tour.press("question, two answered", "1", "2")
    await tour.press("review", "r")
    for question, answer, name in (("B3", "restless", "note"), ("H1", "unsafe", "note, unsafe")):
        await reader.ask(question)
        await reader.choose(answer)
        await tour.press(name, "enter")
        await tour.press(f"{name}, told the key", "enter")
    await tour.press("note, countries", "c")
    await reader.ask("S1")
    tour.keep("offer of help")
    for number in range(1, 4):
        await reader.ask("S2")
        await tour.press(f"safety question, answer {number}", str(number), "enter")


async def end(tour: Tour) -> None:
    """The results, the sheet, saving it, and beginning again."""
    reader = tour.reader
    await reader.results(MANY)
    await _go(tour, "results", 0)
    await tour.press("section of a finding", "enter")
    await tour.press("results, next finding", "escape", *["down"] * 12)
    await tour.press("results, the end", "end")
    await tour.press("sheet", "v")
    await tour.press("sheet, printed", "2")
    await _go(tour, "sheet, a line", 2)
    await tour.press("sheet, line off", "space")
    await tour.press("sheet, the end", "end")
    await tour.press("save", "home", "1", "enter")
    await tour.type("save, name typed", f"/no/such/place/{FOREIGN}")
    await tour.press("save, refused", "enter")
    await tour.press("begin again", "escape", "escape", "a")


async def _go(tour: Tour, name: str, number: int) -> None:
    """Put the focus on one of what can have it, and keep what is on the screen when it is shown anew."""
    face = tour.reader.app.frame.face
    assert isinstance(face, GuideFace)
    face.column.go(face.column.ids[number])
    await tour.press(name, "f1", "escape")


async def visit(tour: Tour) -> None:
    """What a kiosk has beside the reader: its first screen, being done, being asked whether one is there, the PIN."""
    tour.keep("first screen")
    await tour.press("begun", "enter")
    await tour.press("done", "f10")
    await tour.press("PIN", "escape", *STAFF)
    await tour.press("PIN, typed", *WRONG)
    await tour.press("PIN, wrong", "enter")
    guard = tour.reader.app.frame.guard
    assert guard is not None
    guard.warn()
    tour.keep("still there")
    await tour.reader.press("escape", "escape")
    await tour.reader.results(MANY)
    await tour.press("sheet that is not kept", "v")


WAYS: tuple[Way, ...] = (read, search, ask, end, visit)


async def _handled() -> None:
    await asyncio.sleep(0)


async def _tour(library: Library, size: tuple[int, int], ways: tuple[Way, ...], how: dict[str, bool]) -> list[State]:
    states: list[State] = []
    for way in ways:
        name = " ".join((way.__name__, f"{size[0]}x{size[1]}", *how))
        locked = kiosk(hear=FOREIGN) if way is visit else None
        async with Started(library, size, kiosk=locked, **how) as reader:  # type: ignore[arg-type]
            # A face has its rows as soon as a key was handled; to wait until Textual rests takes 20 ms a key.
            setattr(reader.pilot, "pause", _handled)  # noqa: B010 - mypy lets no method be replaced
            tour = Tour(name, size, reader)
            await way(tour)
            states += tour.states
    return states


def states(library: Library, size: tuple[int, int], ways: tuple[Way, ...] = WAYS, **how: bool) -> list[State]:
    """Every state of some ways on a terminal of a size, the reader started with more if named."""
    return asyncio.run(_tour(library, size, ways, how))
