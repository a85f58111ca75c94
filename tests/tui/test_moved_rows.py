from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style as RichStyle

from tests.tui.frames import frame
from tests.tui.test_cells import WIDTH, Chain
from trd_tui.tui.wire.cells import BLANK, Cell
from trd_tui.tui.wire.paint import scrolled
from trd_tui.tui.wire.sgr import DEFAULT

TALL = 9


def _text(written: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]|\x1bM|[\r\n\b]", "", written)


def _list(*texts: str) -> str:
    return frame([(0, y, [(text.ljust(WIDTH), RichStyle())]) for y, text in enumerate(texts)])


few_rows = st.lists(st.sampled_from(["", "", "A", "B", "C", "two words"]), min_size=TALL, max_size=TALL)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(few_rows, st.integers(0, TALL - 1), st.booleans()), min_size=1, max_size=8))
def test_rows_that_moved_by_chance_end_where_they_are_wanted_and_no_more_are_written_than_differ(
    many: list[tuple[list[str], int, bool]],
) -> None:
    chain, before = Chain(WIDTH, TALL, whole=True), [""] * TALL
    chain.show("")
    for texts, row, moves_on in many:
        wanted = [*texts[:1], *before[2:], texts[-1]] if moves_on else texts
        written = chain.show(_list(*wanted))
        assert [line.rstrip() for line in chain.glass.screen.display] == wanted
        differ = "".join(text for text, old in zip(wanted, before, strict=True) if text != old)
        assert len(_text(written).replace(" ", "")) <= len((differ + wanted[0]).replace(" ", ""))
        chain.show("", (0, row))
        chain.show("", (0, 0))
        before = wanted


class Counted(list[Cell]):
    """A row that counts how often it is compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        Counted.compared += 1
        return super().__ne__(other)

    __hash__ = None


@pytest.mark.parametrize(("differ", "most"), [(range(0, 150, 50), 200), (range(150), 1100)], ids=["few", "all"])
def test_looking_for_moved_rows_compares_each_row_a_few_times_at_most(differ: range, most: int) -> None:
    shown = [Counted([BLANK] * 4) for _ in range(150)]
    wanted = [Counted([(str(y % 10), DEFAULT)] * 4) if y in differ else Counted([BLANK] * 4) for y in range(150)]
    Counted.compared = 0
    assert scrolled(shown, wanted, range(150)) is None
    assert 150 <= Counted.compared <= most


MOVED = {
    "the first row differs as well": ("20 %,a,b,c,d,e,f,g,foot", "30 %,b,c,d,e,f,g,h,foot", "30 %h"),
    "rows moved down": ("top,b,c,d,e,f,g,h,foot", "top,a,b,c,d,e,f,g,foot", "a"),
    "two rows, and a blank one between": ("top,,,,,,,a,foot", "top,,,,,a,,b,foot", "b"),
    "what moved away leaves nothing": ("top,,,,,,,a,foot", "top,,,,,a,,,foot", ""),
    "a row between that stays": ("top,,,,,,x,a,foot", "top,,,,a,,x,b,foot", "ab"),
    "a row between that did not move": ("top,,a,k,,b,,,foot", "top,a,a,k,b,b,,,foot", "ab"),
    "most rows are others": ("top,a,b,c,d,e,f,g,foot", "top,b,C,D,E,F,G,H,foot", "bCDEFGH"),
}


@pytest.mark.parametrize("name", MOVED)
def test_what_moved_is_not_written_again_where_that_spares_rows(name: str) -> None:
    before, after, told = MOVED[name]
    chain = Chain(WIDTH, TALL, whole=True)
    chain.show(_list(*before.split(",")), (0, 7))
    assert _text(chain.show(_list(*after.split(",")), (0, 7))).replace("  ", "") == told
    assert [row.rstrip() for row in chain.glass.screen.display] == after.split(",")


def test_another_page_is_written_as_a_whole_even_where_some_of_its_rows_only_moved() -> None:
    chain = Chain(WIDTH, TALL, whole=True)
    chain.show(_list(*"abcdefghi"))
    chain.painter.anew = True
    assert _text(chain.show(_list(*"abdefghix"))) == "defghix"
    chain.painter.anew = True
    assert _text(chain.show(_list(*"xbdefghiy"), (0, TALL - 2))) == "xbdefghiy"


def test_a_row_that_only_moved_is_written_when_the_cursor_jumps_to_it() -> None:
    chain = Chain(WIDTH, TALL, whole=True)
    chain.show(_list(*"abcdefghi"), (0, TALL - 1))
    assert _text(chain.show(_list(*"bcdefghix"), (0, 0))) == "xb"
