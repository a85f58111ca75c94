from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trd_tui.citations import Citations
from trd_tui.glyphs import ASCII, UNICODE
from trd_tui.layout import cells, lay_out, read_out, wrap
from trd_tui.model import (
    FACTS,
    HELP,
    KEY_POINTS,
    LIST,
    NOTE,
    RECALLED,
    STEPS,
    TEXT,
    TO_DO,
    VERIFIED,
    Block,
    Evidence,
    Item,
    Source,
)
from trd_tui.words import Words

TEXTS = st.text("ab ,.漢字e\u0301é-👍≥", max_size=120)
WIDTHS = st.integers(1, 400)
KINDS = st.sampled_from((TEXT, NOTE, LIST, STEPS, FACTS, KEY_POINTS, TO_DO, HELP))
ITEMS = st.builds(Item, TEXTS, name=st.sampled_from(("", "A name")), who=st.sampled_from(("", "10 people in Sweden")))
BLOCKS = st.builds(Block, KINDS, st.lists(ITEMS, min_size=1, max_size=12).map(tuple), st.sampled_from(("", "Why")))

EVIDENCE = {"a": Evidence("a", VERIFIED, ("s",)), "b": Evidence("b", RECALLED)}
SOURCES = {"s": Source("s", "Rush 2006", "Rush AJ et al.", "2006")}


def cited(*blocks: Block) -> Citations:
    return Citations(blocks, EVIDENCE, SOURCES)


def texts(title: str, blocks: tuple[Block, ...], width: int, words: Words) -> list[str]:
    return [line.text for line in lay_out(title, blocks, width, words, cited(*blocks))]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("abc", 3, id="ASCII"),
        pytest.param("漢字", 4, id="wide"),
        pytest.param("e\u0301", 1, id="combining"),
        pytest.param("ｆ", 2, id="full width"),
        pytest.param("\u200b", 0, id="invisible"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 10, [""], id="nothing"),
        pytest.param("one two three", 7, ["one two", "three"], id="words"),
        pytest.param("one two", 7, ["one two"], id="just fits"),
        pytest.param("abcdefgh", 3, ["abc", "def", "gh"], id="long word"),
        pytest.param("ab abcdef", 4, ["ab", "abcd", "ef"], id="long word starts a line"),
        pytest.param("漢字漢", 4, ["漢字", "漢"], id="wide letters"),
        pytest.param("漢字", 1, ["漢", "字"], id="a letter wider than the width"),
        pytest.param("漢\u0301漢", 1, ["漢\u0301", "漢"], id="marks stay with their letter"),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_wrap_indents() -> None:
    assert wrap("one two three", 9, "- ", "  ") == ["- one two", "  three"]


def test_wrap_drops_an_indent_that_leaves_no_room() -> None:
    assert wrap("go on", 3, "1. ", "   ") == ["1.", "go", "on"]
    assert wrap("漢", 4, "1. ", "   ") == ["1.", "漢"]
    assert wrap("漢", 5, "1. ", "   ") == ["1. 漢"]


@settings(max_examples=100)
@given(TEXTS, WIDTHS, st.sampled_from(("", "  ", "10. ", "    • ")))
def test_no_line_is_wider_than_the_width_and_no_letter_is_lost(text: str, width: int, first: str) -> None:
    lines = wrap(text, width, first, " " * cells(first))
    assert all(cells(line) <= width or cells(line.strip()[1:]) == 0 for line in lines)
    assert "".join("".join(lines).split()) == "".join((first + text).split())


@settings(max_examples=60)
@given(st.lists(BLOCKS, min_size=1, max_size=4), WIDTHS)
def test_no_page_is_wider_than_the_width(words: Words, blocks: list[Block], width: int) -> None:
    for glyphs in (UNICODE, ASCII):
        for line in lay_out("A title", blocks, width, words, cited(*blocks), glyphs):
            assert cells(line.text) <= width or cells(line.text.strip()[1:]) == 0
            assert "\n" not in line.text


def test_a_word_without_end_is_wrapped_quickly() -> None:
    assert len(wrap("x" * 100_000, 40)) == 2500


def test_a_page_as_lines(words: Words) -> None:
    blocks = (
        Block(KEY_POINTS, (Item("You are asleep.", ("a",)), Item("It helps.", ("b",)))),
        Block(STEPS, (Item("Lie down."), Item("Breathe in and breathe out, then wait."))),
        Block(FACTS, (Item("Call or text 988.", name="Canada"),), "Numbers"),
        Block(NOTE, (Item("Not everywhere."),)),
        Block(TEXT, (Item("About 6 in 10.", ("a",), who="186 people in Sweden"),), "How well it works"),
        Block(HELP, (Item("Help is one key away."),)),
    )
    assert texts("Shock", blocks, 32, words) == [
        "Shock",
        "",
        "Key points",
        "  • You are asleep. [1]",
        "  • It helps. [G]",
        "",
        "  1. Lie down.",
        "  2. Breathe in and breathe out,",
        "     then wait.",
        "",
        "Numbers",
        "  Canada: Call or text 988.",
        "",
        "  Note: Not everywhere.",
        "",
        "How well it works",
        "  About 6 in 10. [1]",
        "  Studied: 186 people in Sweden.",
        "  Source: Rush 2006.",
        "",
        "  Help is one key away.",
        "",
        "[G] means general medical",
        "knowledge: standard teaching,",
        "not taken from one source.",
    ]


def test_the_styles_of_lines(words: Words) -> None:
    blocks = (
        Block(NOTE, (Item("A limit.", ("b",)),), "Limits"),
        Block(HELP, (Item("Help."),)),
        Block(TEXT, (Item("Number.", ("a",), who="10 people"),)),
    )
    styles = [line.style for line in lay_out("T", blocks, 80, words, cited(*blocks))]
    assert " ".join(styles) == "title blank heading note blank help blank text studied blank legend legend"


def test_a_narrow_page_has_no_indents(words: Words) -> None:
    blocks = (Block(LIST, (Item("A point about something."),)),)
    assert texts("T", blocks, 20, words) == ["T", "", "A point about", "something."]


def test_width_0_counts_as_1(words: Words) -> None:
    assert texts("ab", (), 0, words) == ["a", "b"]


def test_a_page_read_out_has_one_sentence_a_line_and_no_marks(words: Words) -> None:
    blocks = (
        Block(KEY_POINTS, (Item("You sleep. You wake.", ("a",)), Item("It helps.", ("b",)))),
        Block(STEPS, (Item("Lie down. Relax."), Item("Wait."))),
        Block(FACTS, (Item("Call 988. Or text.", name="Canada"), Item("A book.", name="[1]")), "Numbers"),
        Block(NOTE, (Item("Not everywhere. Ask."),)),
        Block(TEXT, (Item("About 6 in 10.", ("a",), who="186 people"),), "How well does it work?"),
        Block(LIST, (Item("One."), Item("Two.")), "What else?"),
    )
    assert list(read_out(blocks, words, cited(*blocks))) == [
        "Key points, 2.",
        "You sleep.",
        "You wake.",
        "It helps.",
        "1. Lie down.",
        "Relax.",
        "2. Wait.",
        "Numbers, 2.",
        "Canada: Call 988.",
        "Or text.",
        "1: A book.",
        "Note: Not everywhere.",
        "Ask.",
        "How well does it work?",
        "About 6 in 10.",
        "Studied: 186 people.",
        "Source: Rush 2006.",
        "What else? 2.",
        "One.",
        "Two.",
    ]
