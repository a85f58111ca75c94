from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from trd_tui.tty.budget import BURST_KEYS, KEYS_A_PASTE
from trd_tui.tty.keyboard import LONGEST_PASTE, PASTE_SECONDS, Key, Keyboard, Paste, Typed

PASTE_START, PASTE_END = b"\x1b[200~", b"\x1b[201~"


def typed(*reads: bytes, apart: float = 0.01) -> list[Typed]:
    """What comes of some reads, one after the other, and of the silence after them."""
    keyboard, now, items = Keyboard(), 100.0, list[Typed]()
    for read in reads:
        items += keyboard.feed(read, now)
        now += apart
    return items + (keyboard.expire(now + 1) if keyboard.deadline is not None else [])


def names(*reads: bytes) -> list[str]:
    return [item.name if isinstance(item, Key) else f"paste {item.text!r}" for item in typed(*reads)]


def textual_keys(text: str) -> list[tuple[str, str | None]]:
    return [(event.key, event.character) for event in XTermParser().feed(text) if isinstance(event, events.Key)]


OURS_ON_PURPOSE = {
    "\x00": [],
    "\x1b\x1b": ["escape", "escape"],
    "\x9b": [],
    "\x1b[7^": ["ctrl+home"],
    "\x1b[8^": ["ctrl+end"],
    "\x1bOb": ["ctrl+down"],
    "\x1b[5A": ["ctrl+up"],
    "\x1b[5B": ["ctrl+down"],
    "\x1b[5C": ["ctrl+right"],
    "\x1b[5D": ["ctrl+left"],
    "\x1b[1;2R": ["shift+f3"],
    "\x1b[1;5R": ["ctrl+f3"],
    "\x1b[1;6R": ["ctrl+shift+f3"],
    "\x1b[23$": ["shift+f11"],
    "\x1b[24$": ["shift+f12"],
    "\x1b[23@": ["ctrl+shift+f11"],
    "\x1b[24@": ["ctrl+shift+f12"],
    **{
        f"\x1b[{number}~": [f"f{key}"]
        for number, key in zip((25, 26, 28, 29, 31, 32, 33, 34), range(13, 21), strict=True)
    },
    **{f"\x1b{digit}": [f"alt+{digit}"] for digit in "0123456789"},
    "\x1b-": ["alt+minus"],
    "\x1b=": ["alt+equals_sign"],
    "\x1b\xa7": ["alt+section_sign"],
}
"""Where Textual's tables are wrong, are for other systems, or would act on a letter that was not typed alone."""

NOT_SENT = [key for key in ANSI_SEQUENCES_KEYS if key.endswith("u") or key in ("\x1b[E", "\x1b[62~", "\x1b[63~")]
MINTTY = [key for key in ANSI_SEQUENCES_KEYS if key.startswith("\x1b[1;") and key[-1] in "pqrstuvwxy"]
AS_TEXTUAL = [key for key in ANSI_SEQUENCES_KEYS if key not in {*OURS_ON_PURPOSE, *NOT_SENT, *MINTTY, "\x1b"}]


@pytest.mark.parametrize("sequence", AS_TEXTUAL, ids=repr)
def test_keys_have_the_names_and_characters_of_textual(sequence: str) -> None:
    assert [tuple(item) for item in typed(sequence.encode())] == textual_keys(sequence)


@pytest.mark.parametrize("sequence", OURS_ON_PURPOSE, ids=repr)
def test_keys_that_differ_from_textual_on_purpose(sequence: str) -> None:
    assert names(sequence.encode()) == OURS_ON_PURPOSE[sequence]


def test_letters_have_the_names_and_characters_of_textual() -> None:
    letters = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x250), 0x6F22)]
    assert [tuple(item) for letter in letters for item in typed(letter.encode())] == textual_keys("".join(letters))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"?", ["question_mark"]),
        (b"/", ["slash"]),
        (b"[", ["left_square_bracket"]),
        (b"\x7f", ["backspace"]),
        (b"\x08", ["backspace"]),
        (b"\x1b[Z", ["shift+tab"]),
        (b"\x1b[[A", ["f1"]),
        (b"\x1bOP", ["f1"]),
        (b"\x1b[11~", ["f1"]),
        (b"\x1bO2P", ["shift+f1"]),
        (b"\x1b[1;3A", ["alt+up"]),
        (b"\x1b[6;5~", ["ctrl+pagedown"]),
        (b"\x1ba", ["alt+a"]),
        (b"\x1bA", ["alt+shift+a"]),
        (b"\x1b[", ["alt+left_square_bracket"]),
        (b"\x1b\x1b[A", ["escape", "up"]),
        (b"\xc2\xa0", ["space"]),
    ],
)
def test_keys_of_many_terminals(data: bytes, expected: list[str]) -> None:
    assert names(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"\x1b[5;10R", b"\x1b[?62;1c", b"\x1b[I", b"\x1b[O", b"\x1b[<0;10;10M", b"\x1b[<0;10;10m", b"\x1b[M !!",
        b"\x1b[32;1;1M", b"\x1b[48;24;80;0;0t", b"\x1b[?2026;2$y", b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1b]11;rgb:0/0/0\x1b\\", b"\x1bP1$r0m\x1b\\", b"\x1b[97;5u", b"\x1b[99999999999999999999A", b"\x1b[1;99A",
        b"\x1b[" + b"1;" * 500 + b"A", b"\x00", b"\xc2\x80", b"\x1b[12",
    ],
    ids=lambda data: repr(data[:20]),
)  # fmt: skip
def test_replies_reports_and_unknown_sequences_are_no_keys(data: bytes) -> None:
    assert names(data) == []
    assert names(data + b"a") in ([], ["a"])


def test_letters_may_be_cut_and_wrong_bytes_are_replaced() -> None:
    assert names(b"\xc3", b"\xa9") == ["é"]
    assert names(b"\xe9") == []
    assert names(b"\xe9a") == ["replacement_character", "a"]


@pytest.mark.parametrize(
    "data", [b"\x1b[1;5A", b"\x1bOP", b"\x1b[[B", b"\x1b[200~hi\x1b[201~", "é漢".encode(), b"\x1b[<0;1;1M"]
)
def test_a_read_may_end_anywhere(data: bytes) -> None:
    whole = typed(data)
    assert all(typed(data[:cut], data[cut:]) == whole for cut in range(1, len(data)))
    assert typed(*(data[at : at + 1] for at in range(len(data)))) == whole


def test_a_lone_escape_is_known_after_a_short_silence() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"\x1b", 5.0) == []
    assert keyboard.deadline == pytest.approx(5.05)
    assert keyboard.expire(5.05) == [Key("escape", "\x1b")]
    assert keyboard.deadline is None


def test_nothing_is_pending_after_a_whole_key() -> None:
    keyboard = Keyboard()
    keyboard.feed(b"\x1b[A", 5.0)
    assert keyboard.deadline is None


def test_a_paste_is_text_without_anything_that_acts() -> None:
    assert typed(PASTE_START + b"q\x1b[A\x07\xe2\x80\xae one\r\ntwo\tthree\x1b" + PASTE_END) == [
        Paste("q[A one\ntwo\tthree")
    ]


def test_a_paste_without_an_end_ends_with_silence() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(PASTE_START + b"half", 5.0) == []
    assert keyboard.deadline == pytest.approx(5.0 + PASTE_SECONDS)
    assert keyboard.expire(5.5) == [Paste("half")]
    assert keyboard.feed(b"a", 7.0) == [Key("a", "a")]


def test_a_key_at_the_end_of_a_paste_without_an_end_is_pressed() -> None:
    assert typed(PASTE_START + b"half", b"\x1bOP") == [Paste("half"), Key("f1", None)]
    assert typed(PASTE_START + b"half\x1b[20~") == [Paste("half"), Key("f9", None)]
    assert typed(PASTE_START + b"half", b"\x1b") == [Paste("half"), Key("escape", "\x1b")]
    assert typed(PASTE_START + b"half\x0c") == [Paste("half"), Key("ctrl+l", "\x0c")]
    assert typed(PASTE_START + b"half\r") == [Paste("half\n")]
    assert typed(PASTE_START + b"x" * 9000, b"\x1bOP")[1:] == [Key("f1", None)]


def test_keys_do_not_make_a_paste_without_an_end_last_longer() -> None:
    keyboard = Keyboard()
    keyboard.feed(PASTE_START + b"half", 5.0)
    for at in range(1, 8):
        keyboard.feed(b"\x1b[B", 5.0 + at / 15)
    assert keyboard.deadline == pytest.approx(5.5)


def test_letters_typed_one_by_one_do_not_make_a_paste_without_an_end_last_longer() -> None:
    keyboard = Keyboard()
    keyboard.feed(PASTE_START + b"half", 5.0)
    keyboard.feed(b"h", 5.22)
    keyboard.feed(b"h", 5.44)
    assert keyboard.deadline == pytest.approx(5.5)


def test_a_paste_on_a_slow_line_lasts_as_long_as_it_comes() -> None:
    keyboard = Keyboard()
    letters = (PASTE_START + b"no command " * 50 + PASTE_END).decode()
    items = [item for at, letter in enumerate(letters) for item in keyboard.feed(letter.encode(), 5 + at / 100)]
    assert items == [Paste("no command " * 50)]


@pytest.mark.parametrize("size", [64, 4096], ids=["small reads", "large reads"])
def test_the_end_of_a_paste_is_seen_beyond_the_budget(size: int) -> None:
    keyboard, data = Keyboard(), PASTE_START + b"x" * (1 << 20) + PASTE_END
    (paste,) = [item for at in range(0, len(data), size) for item in keyboard.feed(data[at : at + size], 5.0)]
    assert isinstance(paste, Paste)
    assert set(paste.text) == {"x"}
    assert len(paste.text) <= LONGEST_PASTE
    assert keyboard.feed(b"h", 5.1) == [Key("h", "h")]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [(b"", [Key("q", "q")]), (PASTE_START, []), (PASTE_START + b"a" + PASTE_END, [Key("q", "q")])],
    ids=["none", "start", "both"],
)
def test_brackets_beyond_the_budget_begin_and_end_pastes(tail: bytes, expected: list[Typed]) -> None:
    keyboard = Keyboard()
    keyboard.feed(b"\x01" * 8192, 5.0)
    assert keyboard.feed(b"y" * 4000 + tail, 5.0) == []
    assert keyboard.feed(b"q", 5.3) == expected


@pytest.mark.parametrize("flood", [b"x", b"\x1b[B", b"\x1b", b"\x01", b"\xff", b"\x1b]"], ids=ascii)
@pytest.mark.parametrize("key", [b"\x1bOP", b"\x1b[15~", b"\x0c"], ids=["f1", "f5", "ctrl+l"])
def test_a_key_right_after_a_flood_is_pressed(flood: bytes, key: bytes) -> None:
    keyboard = Keyboard()
    data = (flood * (1 << 20))[: 1 << 20] + key
    last: list[Typed] = []
    for at in range(0, len(data), 4095):
        last = keyboard.feed(data[at : at + 4095], 5.0)
    assert keyboard.deadline == pytest.approx(5.05)
    assert [*last, *keyboard.expire(5.05)] == typed(key)


@pytest.mark.parametrize("key", [b"h", b"\r", b"\x1bOP", b"\x0c"])
def test_a_key_after_a_pause_is_pressed_however_much_came_before(key: bytes) -> None:
    keyboard = Keyboard()
    for _ in range(256):
        keyboard.feed(b"\x1b[B" * 1365, 5.0)
    assert keyboard.feed(key, 5.11) == typed(key)


def test_a_report_of_the_mouse_never_swallows_a_key() -> None:
    assert names(b"\x1b[M \x1b[A") == ["up"]
    assert names(b"\x1b[M", b"\x1bOP") == ["f1"]
    assert names(b"\x1b[M\x03") == ["ctrl+c"]


def test_a_paste_is_cut() -> None:
    reads = [b"x" * 4000] * 40
    (paste,) = typed(PASTE_START, *reads, PASTE_END, apart=0.5)
    assert isinstance(paste, Paste)
    assert len(paste.text) == LONGEST_PASTE


def test_many_characters_in_one_read_are_a_paste_and_no_commands() -> None:
    assert typed(b"quit all of this\rq") == [Paste("quit all of this\nq")]
    assert typed(b"quit all of this\x1b[A\x11\r") == [Paste("quit all of this\n")]


def test_what_follows_many_characters_at_once_belongs_to_them() -> None:
    assert typed(b"a pasted long line", b"\rq") == [Paste("a pasted long line"), Paste("\nq")]
    assert typed(b"a pasted long line", b"q", apart=1.0) == [Paste("a pasted long line"), Key("q", "q")]


def test_fifteen_characters_and_held_keys_are_typed() -> None:
    assert names(b"abcdefghijklmno") == list("abcdefghijklmno")
    assert names(b"\x1b[B" * BURST_KEYS) == ["down"] * BURST_KEYS


def test_fast_typing_is_never_dropped() -> None:
    keyboard = Keyboard()
    items = [item for at in range(5000) for item in keyboard.feed(b"\x1b[B", 10 + at / 60)]
    assert items == [Key("down", None)] * 5000


def test_a_flood_is_dropped() -> None:
    keyboard = Keyboard()
    items = [item for _ in range(256) for item in keyboard.feed(b"\x1b[B" * 1365, 10.0)]
    assert len(items) <= BURST_KEYS
    assert keyboard.feed(b"\x1b[B", 12.0) == [Key("down", None)]


@pytest.mark.parametrize(
    "data", [b"\x1b" * 4096, b"\x1b[B" * 1365, b"\x01" * 4096], ids=["escapes", "arrows", "controls"]
)
def test_one_read_gives_a_bounded_number_of_keys(data: bytes) -> None:
    assert len(typed(data)) <= BURST_KEYS + 1


def test_a_key_for_which_no_room_was_left_is_pressed_after_a_short_silence() -> None:
    keyboard = Keyboard()
    assert len(keyboard.feed(b"\x1b[B" * BURST_KEYS, 5.0)) == BURST_KEYS
    assert keyboard.feed(b"\x1bOP", 5.001) == []
    assert keyboard.deadline == pytest.approx(5.051)
    assert keyboard.expire(5.051) == [Key("f1", None)]


def test_a_paste_counts_as_four_keys() -> None:
    assert len(typed((PASTE_START + b"a" + PASTE_END) * 300)) == BURST_KEYS // KEYS_A_PASTE


def test_of_too_many_keys_in_one_read_the_last_is_kept() -> None:
    assert names(b"\x1b[B" * 300 + b"\x1bOP") == ["down"] * (BURST_KEYS - 1) + ["f1"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(st.binary(max_size=60), st.sampled_from([PASTE_START, PASTE_END, b"\x1b[", b"\x1b]", b"\x1bO"])))
)
def test_any_bytes_give_keys_and_harmless_text_only(reads: list[bytes]) -> None:
    for item in typed(*reads):
        if isinstance(item, Paste):
            assert all(letter.isprintable() or letter in "\n\t" for letter in item.text)
        else:
            assert item.name
            assert item.name.isprintable()
            assert item.name != "ctrl+@"


def test_escape_and_the_quick_way_out_in_one_read_are_both_there() -> None:
    assert [item[0] for item in Keyboard().feed(b"\x1b\x18", 1.0)] == ["escape", "ctrl+x"]
    assert [item[0] for item in Keyboard().feed(b"\x1b\r", 1.0)] == ["alt+enter"]
