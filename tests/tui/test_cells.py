from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple, get_args

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyte.screens import wcwidth
from rich.cells import cell_len, set_cell_size
from rich.style import Style as RichStyle
from textual.app import App, ComposeResult
from textual.widgets import Input, Label, Static

from tests.tui.frames import Piece, caught_frames, frame
from trd_tui.tui.wire.cells import FrameReader, Picture
from trd_tui.tui.wire.paint import Painter, moves
from trd_tui.tui.wire.sgr import Colours

COLOURS = get_args(Colours)
WIDTH, HEIGHT = 12, 4
LETTERS = [*"ab0 ", " ", "é", "─", "→", "漢", "e\u0301", "한"]


class Shown(NamedTuple):
    text: str
    colours: tuple[str, str]
    marks: tuple[bool, bool, bool]


class Glass:
    """pyte as a terminal that does not wrap lines."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self._stream.feed("\x1b[?7l")

    def feed(self, text: str) -> None:
        self._stream.feed(text)

    @property
    def cells(self) -> list[list[Shown]]:
        """What can be seen: half of a wide character is a blank, and on a blank only its background shows."""
        return [self._row(y) for y in range(self.screen.lines)]

    def _row(self, y: int) -> list[Shown]:
        line = self.screen.buffer[y]
        row = [line[x] for x in range(self.screen.columns)]
        shown = []
        for x, cell in enumerate(row):
            is_wide = bool(cell.data) and wcwidth(cell.data[0]) == 2
            has_half = x + 1 < len(row) and not row[x + 1].data
            is_half = not cell.data and x > 0 and bool(row[x - 1].data) and wcwidth(row[x - 1].data[0]) == 2
            text = " " if (is_wide and not has_half) or (not cell.data and not is_half) else cell.data
            marks = cell.bold, cell.underscore, cell.reverse
            if text == " " and not (cell.underscore or cell.reverse):
                shown.append(Shown(" ", ("", cell.bg), (False, False, False)))
            else:
                shown.append(Shown(text, (cell.fg, cell.bg), marks))
        return shown


class Chain:
    """The reader of frames and the painter, in front of a terminal."""

    def __init__(
        self, width: int, height: int, colours: Colours = "24bit", *, fills: bool = True, whole: bool = False
    ) -> None:
        self.glass = Glass(width, height)
        self.written: list[str] = []
        self.picture = Picture(width, height)
        self._frames = FrameReader(colours)
        self.painter = Painter(fills=fills, whole=whole)

    def show(self, text: str, cursor: tuple[int, int] = (0, 0)) -> str:
        self._frames.draw(text, self.picture)
        written = self.painter.paint(self.picture, cursor)
        self.glass.feed(written)
        self.written.append(written)
        return written


@st.composite
def styles(draw: st.DrawFn) -> RichStyle:
    colour = st.sampled_from([None, "red", "bright_blue", "color(200)", "#102030", "#f0f0f0", "default"])
    flag = st.booleans()
    return RichStyle(
        color=draw(colour), bgcolor=draw(colour), bold=draw(flag), underline=draw(flag), reverse=draw(flag)
    )


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    x, y = draw(st.integers(0, WIDTH - 1)), draw(st.integers(0, HEIGHT - 1))
    room, texts = WIDTH - x, []
    for text in draw(st.lists(st.lists(st.sampled_from(LETTERS), max_size=8).map("".join), min_size=1, max_size=4)):
        fitting = set_cell_size(text, min(room, cell_len(text)))
        room -= cell_len(fitting)
        texts.append((fitting, draw(styles())))
    return x, y, texts


frames = st.lists(st.lists(pieces(), min_size=1, max_size=6), min_size=1, max_size=5)
places = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))


@settings(max_examples=150, deadline=None)
@given(frames, places, st.booleans(), st.booleans())
def test_the_terminal_shows_the_cells_that_textual_wrote(
    many: list[list[Piece]], cursor: tuple[int, int], fills: bool, whole: bool
) -> None:
    direct, chain = Glass(WIDTH, HEIGHT), Chain(WIDTH, HEIGHT, fills=fills, whole=whole)
    for one in many:
        direct.feed(frame(one))
        chain.show(frame(one), cursor)
        assert chain.glass.cells == direct.cells
        assert (chain.glass.screen.cursor.x, chain.glass.screen.cursor.y) == cursor


@settings(max_examples=60, deadline=None)
@given(frames)
def test_merged_frames_end_in_the_last_state(many: list[list[Piece]]) -> None:
    direct, chain = Glass(WIDTH, HEIGHT), Chain(WIDTH, HEIGHT)
    chain.show("")
    for one in many:
        direct.feed(frame(one))
    chain.show("".join(map(frame, many)))
    assert chain.glass.cells == direct.cells


@settings(max_examples=60, deadline=None)
@given(frames, st.sampled_from(COLOURS))
def test_no_more_colours_are_written_than_the_terminal_has(many: list[list[Piece]], colours: Colours) -> None:
    chain = Chain(WIDTH, HEIGHT, colours)
    for one in many:
        chain.show(frame(one))
    for parameters in re.findall(r"\x1b\[([0-9;]*)m", "".join(chain.written)):
        codes = re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", parameters)
        assert all(_allowed(code, colours) for code in codes), (parameters, colours)


def _allowed(code: str, colours: Colours) -> bool:
    if code.startswith(("38;2", "48;2")):
        return colours == "24bit"
    if code.startswith(("38;5", "48;5")):
        return colours in ("24bit", "256")
    return colours != "none" or int(code) in {0, 1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29}


class Page(App[None]):
    CSS = "Label { width: 10; background: #203040; } Input { border: none; height: 1; }"

    def compose(self) -> ComposeResult:
        yield Static("Ketamine \u2013 漢字 is known", markup=False)
        yield Label("Label", markup=False)
        field = Input("value")
        field.cursor_blink = False
        yield field
        yield Static("é" * 30, markup=False)

    def on_key(self) -> None:
        self.query_one(Label).update("Changed")
        self.query(Static).last().styles.background = "blue"


async def test_a_real_run_gives_the_same_cells() -> None:
    caught = await caught_frames(Page(), ["left", "f5", "tab", "f6"], (30, 8))
    direct, chain = Glass(30, 8), Chain(30, 8)
    for one in caught:
        direct.feed(one)
        chain.show(one)
        assert chain.glass.cells == direct.cells
    assert "Changed" in chain.glass.screen.display[1]
    assert len(caught) > 3


class Plain(App[None]):
    CSS = "Screen { background: #000000; } Static { color: #ffffff; width: 4; }"

    def compose(self) -> ComposeResult:
        yield Static("ab", markup=False)


async def test_textual_still_writes_frames_as_the_reader_of_frames_expects() -> None:
    caught = await caught_frames(Plain(), [], (6, 2))
    shown = "\x1b[38;2;255;255;255;48;2;0;0;0mab\x1b[0m"
    blank = "\x1b[48;2;0;0;0m  \x1b[0m"
    row = "\x1b[48;2;0;0;0m      \x1b[0m"
    assert caught[0] == "\x1b]22;default\x07"
    assert f"\x1b[1;1H{shown}{blank}{blank}\n\x1b[2;1H{row}\x1b[1;1H" in caught
    assert set(re.sub(r"\x1b\[[0-9;]*[Hm]", "", "".join(caught[1:]))) == set("ab \n")


def test_nothing_is_written_when_nothing_changed() -> None:
    chain = Chain(10, 2)
    chain.show(frame([(0, 0, [("text", RichStyle(bold=True))])]), (3, 1))
    assert chain.show(frame([(0, 0, [("text", RichStyle(bold=True))])]), (3, 1)) == ""
    assert chain.painter.point((3, 1)) == ""
    assert chain.painter.point((3, 0)) == "\x1b[A"


def test_one_changed_letter_is_one_letter_and_two_moves() -> None:
    chain = Chain(20, 2)
    chain.show(frame([(0, 0, [("some text", RichStyle())])]))
    assert chain.show(frame([(0, 0, [("some next", RichStyle())])])) == "\x1b[6Gn\r"


def test_after_forgetting_the_screen_is_cleared_and_written_anew() -> None:
    chain = Chain(6, 2)
    first = chain.show(frame([(0, 1, [("ab", RichStyle())])]))
    chain.painter.forget()
    assert chain.show("") == first == "\x1b[m\x1b[H\x1b[2J\nab\x1b[H"


@pytest.mark.parametrize(("fills", "erases"), [(True, True), (False, False)], ids=["fills", "does not fill"])
def test_the_end_of_a_coloured_row_is_erased_only_where_the_terminal_fills(fills: bool, erases: bool) -> None:
    chain = Chain(20, 1, fills=fills)
    assert ("\x1b[K" in chain.show(frame([(0, 0, [(" " * 20, RichStyle(bgcolor="blue"))])]))) is erases


def test_the_end_of_a_plain_row_is_always_erased() -> None:
    chain = Chain(20, 1, fills=False)
    chain.show(frame([(0, 0, [("a" * 20, RichStyle())])]))
    assert chain.show(frame([(0, 0, [("a" + " " * 19, RichStyle())])])) == "\x1b[C\x1b[K\r"


def test_the_place_is_stated_after_each_wide_or_combined_character() -> None:
    chain = Chain(12, 1)
    written = chain.show(frame([(0, 0, [("漢字e\u0301x", RichStyle())])]))
    assert "漢\x1b[3G字\x1b[5Ge\u0301\x1b[6Gx" in written


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;title\x07", "\x1b]52;c;aGk=\x07", "\x1b]22;pointer\x07", "\x1b[?2026h", "\x1b[6n", "\x07",
        "\x1bP+q\x1b\\",
        "\x1b]8;id=1;https://example.org\x1b\\", "\x1bc", "\x1b[?1000h", "\u202e", "\u2066", "\x00", "\r", "\x1b",
    ],
)  # fmt: skip
def test_only_known_sequences_pass(hostile: str) -> None:
    chain = Chain(12, 2)
    clean = Chain(12, 2).show("ab")
    assert chain.show(f"a{hostile}\x1b[mb") == clean


@given(st.text(max_size=40))
def test_no_text_brings_a_control_character_to_the_terminal(text: str) -> None:
    chain = Chain(12, 2)
    chain.show("")
    chain.painter.paint(chain.picture, (0, 0))
    written = chain.show(text)
    assert set(re.sub(r"\x1b\[[0-9;]*[A-HKmJ]", "", written)) <= set("\n\r\b ") | {
        letter for letter in text if letter.isprintable() or letter not in "\x1b\x9b\x07\x00"
    }
    assert not re.search(r"[\x00-\x07\x0b\x0c\x0e-\x1a\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


@given(st.one_of(st.none(), st.integers(0, 79)), st.integers(0, 23), st.integers(0, 79), st.integers(0, 23))
def test_moves_lead_to_the_place(column: int | None, row: int, x: int, y: int) -> None:
    glass = Glass(80, 24)
    glass.feed(f"\x1b[{row + 1};{33 if column is None else column + 1}H")
    sequence = moves(column, row, x, y)
    glass.feed(sequence)
    assert (glass.screen.cursor.x, glass.screen.cursor.y) == (x, y)
    assert len(sequence) <= len(f"\x1b[{y + 1};{x + 1}H")


@settings(max_examples=60, deadline=None)
@given(frames, st.lists(st.tuples(st.integers(1, 20), st.integers(1, 8)), min_size=1, max_size=3))
def test_a_resize_keeps_whole_characters_only(many: list[list[Piece]], sizes: list[tuple[int, int]]) -> None:
    chain = Chain(WIDTH, HEIGHT)
    chain.show("".join(map(frame, many)))
    for width, height in sizes:
        chain.picture.resize(width, height)
        chain.glass = Glass(width, height)
        chain.painter.forget()
        chain.show("")
        texts = ["".join(cell[0] for cell in row) for row in chain.picture.rows]
        assert all(cell_len(text) == width for text in texts)
        assert [row.rstrip() for row in chain.glass.screen.display] == [
            unicodedata.normalize("NFC", text).rstrip() for text in texts
        ]


def test_a_reader_of_the_byte_stream_is_given_whole_rows_and_no_pieces_of_them() -> None:
    for whole, told in ((False, "x"), (True, "2 (x) One")):
        chain = Chain(WIDTH, HEIGHT, whole=whole)
        chain.show(frame([(0, 1, [("2 ( ) One", RichStyle())])]))
        written = chain.show(frame([(0, 1, [("2 (x) One", RichStyle())])]))
        assert re.sub(r"\x1b\[[0-9;]*[A-Za-z]|[\r\n]", "", written) == told
        assert not chain.show(frame([(0, 1, [("2 (x) One", RichStyle())])]))


def _text(written: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]|\x1bM|[\r\n]", "", written)


def _numbered(first: int) -> str:
    return frame([(0, row, [(f"line {first + row:02}", RichStyle())]) for row in range(HEIGHT)])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-4, 4), max_size=12))
def test_rows_that_only_moved_are_scrolled_and_only_new_ones_are_written(steps: list[int]) -> None:
    direct, chain, first = Glass(WIDTH, HEIGHT), Chain(WIDTH, HEIGHT, whole=True), 50
    chain.show(_numbered(first))
    for by in steps:
        first += by
        direct.feed(_numbered(first))
        written = chain.show(_numbered(first), (0, HEIGHT - 1 if by > 0 else 0))
        assert chain.glass.cells == direct.cells
        if 0 < abs(by) < min(4, HEIGHT - 1):
            new = range(HEIGHT - by, HEIGHT) if by > 0 else range(-by)
            assert _text(written) == "".join(f"line {first + row:02}" for row in new)


def test_a_letter_that_is_typed_is_written_alone_and_a_changed_one_with_its_row() -> None:
    typed = (("ab", "abc", "c"), ("abc", "ab", ""), ("a 1 b", "a 2 b", "a 2 b"), ("a", "abc", "abc"))
    for before, after, told in typed:
        chain = Chain(WIDTH, HEIGHT, whole=True)
        chain.show(frame([(0, 1, [(before.ljust(8), RichStyle())])]))
        assert _text(chain.show(frame([(0, 1, [(after.ljust(8), RichStyle())])]))).strip() == told


def test_a_row_further_away_is_written_again_when_the_cursor_comes_to_it() -> None:
    chain = Chain(WIDTH, HEIGHT, whole=True)
    chain.show(_numbered(0))
    assert not _text(chain.show("", (0, 1)))
    assert _text(chain.show("", (0, 3))) == "line 03"
    assert _text(chain.show("", (0, 3))) == ""
    assert _text(chain.painter.point((0, 0))) == "line 00"


def test_no_line_feed_comes_without_its_return_where_a_screen_reader_listens() -> None:
    for place in ((3, 0, 3, 1), (None, 0, 0, 4), (7, 1, 7, 9), (5, 2, 2, 3), (0, 0, 0, 1)):
        assert "\n" not in moves(*place, bare_feeds=False).replace("\r\n", "").replace("\r" + "\n" * 4, "")
