"""Every screen of the reader, how to get there without a letter, and what can be seen to change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from tests.tui.driving import Started
from trd_tui.commands import COMMANDS
from trd_tui.tui import drawing
from trd_tui.tui.rows.panes import OUTLINE, SEARCH
from trd_tui.tui.screens import page
from trd_tui.tui.screens.guide.face import GuideFace
from trd_tui.tui.screens.guide.menu import MenuFace
from trd_tui.tui.screens.guide.note import NoteFace, UrgentFace
from trd_tui.tui.screens.guide.question import QuestionFace
from trd_tui.tui.screens.guide.results import ResultsFace
from trd_tui.tui.screens.guide.review import ReviewFace
from trd_tui.tui.screens.guide.save import SaveFace
from trd_tui.tui.screens.guide.sheet import SheetFace
from trd_tui.tui.screens.keys import KeysFace
from trd_tui.tui.screens.page import PageFace

GUIDE_FACES = (GuideFace, MenuFace, NoteFace, UrgentFace, QuestionFace, ResultsFace, ReviewFace, SaveFace, SheetFace)
Scene = Callable[[Started], Awaitable[object]]
REASONS = {
    "A1": ("one",), "A2": ("yes",), "B1": ("few",), "B2": ("cost",), "C1": ("under_4",), "D1": ("herbs",),
    "D2": ("no",), "D4": ("cbd",), "E3": ("often",), "H2": ("no",),
}  # fmt: skip
"""Answers of which much comes that can be opened."""


async def press(reader: Started, *keys: str) -> None:
    """Press keys, or those that their commands have now."""
    commands = {key: one.id for one in COMMANDS for key in one.keys if key != "space"}
    now = {one.id: one.keys for one in reader.app.commands}
    await reader.press(*(now[commands[key]][0] if key in commands else key for key in keys))


def pressing(*keys: str) -> Scene:
    """Reached by some keys, or by those that their commands have now."""
    return lambda reader: press(reader, *keys)


def doing(id: str) -> Callable[[Started], Awaitable[None]]:
    """Reached by a command from the Keys page."""

    async def go(reader: Started) -> None:
        await press(reader, "f1")
        keys = reader.app.frame.face
        assert isinstance(keys, KeysFace)
        assert keys.column.go(id), id
        await press(reader, "enter")

    return go


def asking(question: str, *then: Scene) -> Scene:
    """Reached from a question."""

    async def go(reader: Started) -> None:
        await reader.ask(question)
        for one in then:
            await one(reader)

    return go


def noting(question: str, choice: str) -> Scene:
    """Reached by an answer."""

    async def go(reader: Started) -> None:
        await reader.ask(question)
        face = reader.app.frame.face
        assert isinstance(face, GuideFace)
        face.column.go(choice)
        await press(reader, "space", "enter")

    return go


def in_results(*then: Scene) -> Scene:
    """Reached from the results."""

    async def go(reader: Started) -> None:
        await reader.results(REASONS)
        for one in then:
            await one(reader)

    return go


async def _found(reader: Started) -> None:
    await press(reader, "f3")
    await reader.type("sleep")


async def _marked(reader: Started) -> None:
    await _found(reader)
    await press(reader, *["enter"] * (2 if reader.view.stepwise else 1))


async def _sheet(reader: Started) -> None:
    await doing("guide_sheet")(reader)


async def _save(reader: Started) -> None:
    face = reader.app.frame.face
    assert isinstance(face, GuideFace)
    face.column.go("save")
    await press(reader, "enter")


SCENES: Mapping[str, Scene] = {
    "list": pressing(),
    "list, open": pressing("down", "down", "down", "enter", "down"),
    "text": pressing("tab", "pagedown"),
    "field": pressing("f3"),
    "results of a search": _found,
    "match": _marked,
    "help": pressing("f2"),
    "keys": pressing("f1"),
    "sources": pressing("f5"),
    "words": doing("terms"),
    "where": doing("where"),
    "countries": doing("country"),
    "pages on pages": pressing("f2", "f5", "f1"),
    "welcome": pressing("f4"),
    "question": asking("A1"),
    "question, several, open": asking("B3"),
    "question, several": asking("B3", pressing("space", "down", "space")),
    "help over a question": asking("B3", pressing("f2")),
    "keys over a question": asking("B3", pressing("f1")),
    "why": asking("A2", doing("guide_why")),
    "answers": asking("B1", doing("guide_review")),
    "parts": asking("B1", doing("guide_parts")),
    "again": asking("B1", doing("guide_again")),
    "note": noting("H1", "unsafe"),
    "urgent": noting("S2", "act"),
    "findings": in_results(),
    "section of a finding": in_results(pressing("enter")),
    "sheet": in_results(_sheet),
    "save": in_results(_sheet, _save),
}
FIELDS = {name: SCENES[name] for name in ("field", "results of a search", "save")}

HINTS = (
    *(hint for hints in drawing.HINTS.values() for hint in hints),
    *(*page.LEADING, page.COUNTRY, page.SEARCH, page.SOURCES),
    *(hint for face in GUIDE_FACES for hint in face.hints),
)
"""Everything that the last row can show."""


def state(reader: Started) -> tuple[object, ...]:
    """All that a key may change, without what was said until the next one."""
    view, walk, face, search = reader.view, reader.walk, reader.app.frame.face, reader.view.search
    return (
        reader.app.return_value,
        tuple((type(one).__name__, one.page.id if isinstance(one, PageFace) else "") for one in reader.app.frame.faces),
        (view.pane, view.tree.focused.id, tuple(sorted(view.tree.opened)), view.tree.list.top, view.linear),
        (view.shown and view.shown.id, view.text.top, view.text.line, view.text.current),
        search and (search.field.text, search.field.at, search.found.list.focus, search.in_list),
        (walk.stage, walk.current.id, walk.draft, dict(walk.answers), len(walk.notes), walk.struck),
        (face.field.text, face.field.at) if isinstance(face, SaveFace) else None,
        face.column.state if isinstance(face, GuideFace | KeysFace) else None,
        (face.text.top, face.text.line) if isinstance(face, PageFace) else None,
        (reader.app.reading.country, reader.app.reading.in_guide),
        reader.app._way is not None and reader.app._way.prints,
    )


def is_home(reader: Started) -> bool:
    """Whether this is the contents list at its top level, with the section that has the focus closed."""
    view = reader.view
    return (
        len(reader.app.frame.faces) == 1
        and view.pane == OUTLINE
        and view.search is None
        and not view.tree.focused.parent
        and view.tree.focused.id not in view.tree.opened
    )


def is_typing(reader: Started) -> bool:
    """Whether letters go into a field."""
    face = reader.app.frame.face
    return isinstance(face, SaveFace) or (face is reader.app.reader and reader.view.pane == SEARCH)
