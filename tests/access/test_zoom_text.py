"""Large letters: 40x12 and 20x6 cells. Every word of the article and of every page comes on the screen by keys."""

from __future__ import annotations

import pytest

from tests.access.walking import assert_in_order, assert_one_column, body, read_down, squeezed
from tests.cases import some
from trd_tui import pages
from trd_tui.commands import COMMANDS
from trd_tui.glyphs import UNICODE
from trd_tui.library.store import Library
from trd_tui.model import KEY_POINTS, NOTE, TO_DO, Block, Item
from trd_tui.reading import Reading
from trd_tui.tui.rows.row import text_of
from trd_tui.tui.screens.face import Face
from trd_tui.tui.screens.keys import KeysFace
from trd_tui.tui.screens.page import PageFace
from trd_tui.tui.screens.reader import ReaderFace
from trd_tui.tui.view import View

SIZES = [(20, 6), (40, 12)]
MODES = [None, True, False]


def _view(library: Library, linear: bool | None) -> View:
    return View(Reading(library), COMMANDS, UNICODE, linear=linear)


def _words_of(library: Library, block: Block, *, spoken: bool = False) -> list[str]:
    heading = library.words(f"layout.{block.kind}") if block.kind in (KEY_POINTS, TO_DO) else block.heading
    lead = library.words("layout.note") if block.kind == NOTE else ""
    return [heading, *(lead + _said(item, spoken=spoken) for item in block.items)]


def _said(item: Item, *, spoken: bool = False) -> str:
    """An item as it stands on a line of its own: a table's row is "header: value"."""
    name = item.name.strip("[]") if spoken else item.name
    return f"{name}: {item.text}" if name else item.text


@pytest.mark.parametrize("linear", some(MODES, [None]))
@pytest.mark.parametrize("size", some(SIZES, [(20, 6)]))
def test_every_section_is_read_by_keys_alone(library: Library, size: tuple[int, int], linear: bool | None) -> None:
    view = _view(library, linear)
    face = ReaderFace(view, lambda: None)
    face.place(*size)
    face.actions["enter"]()
    for position in range(library.count):
        assert view.shown is not None
        assert view.shown.position == position
        section = library.section(view.shown.id)
        read = read_down(face)
        told = [text for block in section.blocks for text in _words_of(library, block)]
        assert_in_order([section.entry.title, *told], read)
        assert_one_column(read)
        face.actions["next_section"]()
    assert view.message == library.words("tui.last_section")


@pytest.mark.parametrize("linear", MODES)
@pytest.mark.parametrize("size", SIZES)
def test_every_title_is_whole_in_the_list_when_it_is_gone_to(
    library: Library, size: tuple[int, int], linear: bool | None
) -> None:
    view = _view(library, linear)
    face = ReaderFace(view, lambda: None)
    face.place(*size)
    seen = []
    for _ in range(library.count):
        entry = view.tree.focused
        seen.append(entry.id)
        rows = [text_of(face.rows()[row]).strip(" >+") for row in face.focused_rows()]
        assert squeezed(rows).removeprefix("-").startswith(squeezed([entry.short or entry.title]))
        assert len(body(face)) == size[1] - 2
        face.actions["enter"]()
        face.actions["leave"]()
        face.actions["move_down"]()
    assert seen == [library.entry_at(position).id for position in range(library.count)]


@pytest.mark.parametrize("linear", MODES)
@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_read_by_keys_alone(library: Library, size: tuple[int, int], linear: bool | None) -> None:
    view, words = _view(library, linear), library.words
    section = library.section("ect")
    for page in (
        pages.help_now(library, "gb"),
        pages.sources(section, pages.cited(library, section.blocks), words),
        pages.terms(library, "ect", words),
        pages.where(view.reading, words),
    ):
        face = PageFace(page, view, lambda: None)
        face.place(*size)
        first = text_of(face.rows()[0])
        read = read_down(face)
        assert_in_order([page.title], [*([first] if size[1] < 8 else []), *read])
        told = [text for block in page.blocks for text in _words_of(library, block, spoken=bool(linear))]
        assert_in_order(told, read)
        assert_one_column(read)


@pytest.mark.parametrize("linear", MODES)
@pytest.mark.parametrize("size", SIZES)
def test_the_keys_page_is_read_by_keys_alone(library: Library, size: tuple[int, int], linear: bool | None) -> None:
    face = KeysFace(_view(library, linear), COMMANDS, {}, lambda: None, guide=False)
    face.place(*size)
    read = read_down(face)
    for _, listed in pages.key_groups(COMMANDS, library.words, here={}):
        assert_in_order([_said(one.item) for one in listed], read)
    assert_one_column(read)


@pytest.mark.parametrize("linear", [None, False])
def test_the_number_is_on_the_first_screen_of_help_now(library: Library, linear: bool | None) -> None:
    for code, number in (("us", "988"), ("gb", "116 123")):
        page = pages.help_now(library, code)
        face = PageFace(page, _view(library, linear), lambda: None)
        face.place(20, 6)
        assert number in " ".join(body(face))
        assert page.title in text_of(face.rows()[0])
        face.place(40, 12)
        assert body(face)[0] == page.title


TOLD_IN_TEXTS = {
    None: (
        " ECT    12/23 (more)",
        " Treatment > ECT   12 of 23, more below ",
        " Words you w… (more)",
        " Words you will meet        3/23 (more) ",
    ),
    False: (
        " ECT       12/23 2 %",
        " ECT          12 of 23, more below, 9 % ",
        " Words you will… 7 %",
        " Words you will meet          3/23 28 % ",
    ),
}


@pytest.mark.parametrize("linear", TOLD_IN_TEXTS)
def test_the_first_row_says_where_one_is_in_the_words_that_have_room(library: Library, linear: bool | None) -> None:
    view = _view(library, linear)
    face = ReaderFace(view, lambda: None)
    shown = []
    for entry in (library.entry("ect"), library.children("")[2]):
        view.go(entry)
        view.focus("detail")
        for size in ((20, 6), (40, 12)):
            face.place(*size)
            shown.append(text_of(face.rows()[0]))
    assert shown == list(TOLD_IN_TEXTS[linear])


def test_the_first_row_over_the_list_says_what_it_is(library: Library) -> None:
    face = ReaderFace(_view(library, None), lambda: None)
    shown = []
    for size in ((20, 6), (40, 12)):
        face.place(*size)
        shown.append(text_of(face.rows()[0]))
    assert shown == [" Contents           ", " Treatment-resistant depression         "]


def _first_rows(face: Face) -> list[str]:
    """The first row, at each line on the way down to the end, each as often as it comes anew."""
    rows, place = [text_of(face.rows()[0])], None
    while place != (place := (face.cursor(), body(face))):
        face.actions["move_down"]()
        rows += [row for row in [text_of(face.rows()[0])] if row != rows[-1]]
    return rows


@pytest.mark.parametrize("size", SIZES)
def test_the_first_row_stays_while_a_text_is_read_by_lines_in_linear_mode(
    library: Library, size: tuple[int, int]
) -> None:
    view = _view(library, None)
    reader = ReaderFace(view, lambda: None)
    reader.place(*size)
    reader.actions["enter"]()
    page = PageFace(pages.help_now(library, "us"), view, lambda: None)
    keys = KeysFace(view, COMMANDS, {}, lambda: None, guide=False)
    for face in (reader, page, keys):
        face.place(*size)
        rows = _first_rows(face)
        assert len(rows) == 2
        assert any(more in rows[0] for more in ("more below", "(more)"))
        assert "more" not in rows[1]
