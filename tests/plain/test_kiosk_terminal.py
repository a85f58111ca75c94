"""Lines from a kiosk's terminal: every key and paste, and what happens while nobody presses one."""

from __future__ import annotations

import pytest

from tests.plain.desk import F2, F6, F9, F10, IDLE, WARNING, Desk, WaitsForEverError, at_once, one_by_one
from trd_tui.kiosk import Kiosk
from trd_tui.pin import hashed
from trd_tui.plain.kiosk_terminal import Gone, HungUp, KioskTerminal, LetOut
from trd_tui.plain.screen import RESTS
from trd_tui.plain.typed_line import LONGEST_TYPED
from trd_tui.words import Words

PROMPT = "Number: "
ENTER, BACKSPACE, ARROW = b"\r", b"\x7f", b"\x1b[A"


def asked(terminal: KioskTerminal, prompt: str = PROMPT) -> str:
    """The line that is typed after a prompt."""
    terminal.write(prompt)
    return terminal.readline()


def lines(desk: Desk, words: Words, count: int = 1) -> list[str]:
    terminal = desk.terminal(words)
    return [asked(terminal) for _ in range(count)]


def test_a_line_is_written_as_it_is_typed_and_ends_with_enter(words: Words) -> None:
    desk = Desk(one_by_one("12é x\r"))
    assert lines(desk, words) == ["12é x\n"]
    assert desk.text == f"{PROMPT}12é x\n"


def test_backspace_takes_back(words: Words) -> None:
    desk = Desk(one_by_one([b"a", b"b", BACKSPACE, BACKSPACE, BACKSPACE, b"c", ENTER]))
    assert lines(desk, words) == ["c\n"]
    assert desk.text == f"{PROMPT}ab\b \b\b \bc\n"


NOTHING = [
    *(bytes([code]) for code in range(32) if code not in (8, 10, 13, 24, 27)), ARROW, b"\x1b", b"\x1ba", b"\x1b[3~",
    b"\x1b[15~", b"\x1b[<0;1;1M", b"\x1b[I", b"\x1b[?1;2c", b"\x1b[0n", b"\x1b]0;x\x07", b"\xff", b"\x80", b"\x1b[200~",
]  # fmt: skip


@pytest.mark.parametrize("pressed", NOTHING, ids=repr)
def test_every_other_key_does_nothing(pressed: bytes, words: Words) -> None:
    desk = Desk({1.0: b"a", 2.0: pressed, 4.0: b"b", 5.0: ENTER})
    line = lines(desk, words)[0].replace("\ufffd", "")
    assert line == "ab\n"
    assert desk.text.replace("\ufffd", "") == f"{PROMPT}ab\n"


@pytest.mark.parametrize(
    ("pressed", "word"),
    [(F2, "help"), (F6, "full"), (F9, "exit"), (b"\x18", "exit"), (F10, "done"), (b"\x1bOP", "commands")],
)
def test_a_key_that_stands_for_a_word_takes_the_place_of_what_was_typed(
    pressed: bytes, word: str, words: Words
) -> None:
    desk = Desk(one_by_one([b"4", b"2", pressed]))
    assert lines(desk, words) == [f"{word}\n"]
    assert desk.text == f"{PROMPT}42\b \b\b \b{word}\n"


def test_where_it_had_a_second_row_the_word_stands_on_a_line_of_its_own(words: Words) -> None:
    desk = Desk(one_by_one([*(bytes([code]) for code in b"abcdefghijklmnop"), F2]), width=20)
    lines(desk, words)
    assert desk.text == f"{PROMPT}abcdefghijklmnop\n{PROMPT}help\n"


def test_backspace_over_the_end_of_a_row_writes_the_line_again(words: Words) -> None:
    desk = Desk(one_by_one([*(bytes([code]) for code in b"abcdefghijklm"), BACKSPACE, ENTER]), width=20)
    assert lines(desk, words) == ["abcdefghijkl\n"]
    assert desk.text == f"{PROMPT}abcdefghijklm\n{PROMPT}abcdefghijkl\n"


def test_line_feed_is_enter_but_not_after_enter(words: Words) -> None:
    desk = Desk({1.0: b"1\n", 2.0: b"2\r\n", 3.0: b"3\r", 4.0: b"\n", 5.0: b"4\n", 6.0: b"\n"})
    assert lines(desk, words, 5) == ["1\n", "2\n", "3\n", "4\n", "\n"]


def test_what_was_typed_ahead_is_taken_in_order(words: Words) -> None:
    desk = Desk(at_once(b"1\r2\r3\r"))
    assert lines(desk, words, 3) == ["1\n", "2\n", "3\n"]


@pytest.mark.parametrize(
    "pasted",
    [b"rm -rf / \nq\n12\n\tdone\nexit\r\n", b"\x1b[200~rm -rf / \nq\n12\n\tdone\nexit\r\n\x1b[201~"],
    ids=["loose", "bracketed"],
)
def test_a_paste_is_text_on_one_line(pasted: bytes, words: Words) -> None:
    desk = Desk({1.0: pasted, 2.0: ENTER})
    assert lines(desk, words) == ["rm -rf / q 12 done exit\n"]


def test_a_long_paste_is_cut_and_that_is_said_once(words: Words) -> None:
    desk = Desk({**one_by_one([b"x" * 2000] * 10), 9.0: ENTER}, width=1000)
    assert lines(desk, words) == ["x" * LONGEST_TYPED + "\n"]
    told = words("plain.kiosk.full", most=LONGEST_TYPED)
    kept = PROMPT + "x" * LONGEST_TYPED
    assert desk.text == f"{kept}\n{told}\n{kept}\n"


def test_a_paste_that_fits_is_not_said_to_be_cut(words: Words) -> None:
    desk = Desk({1.0: b"x" * LONGEST_TYPED, 2.0: ENTER}, width=1000)
    lines(desk, words)
    assert words("plain.kiosk.full", most=LONGEST_TYPED) not in desk.text


def test_typing_on_beyond_the_end_is_said_too_and_again_for_the_next_line(words: Words) -> None:
    desk = Desk({1.0: b"x" * LONGEST_TYPED, 2.0: b"y", 3.0: b"z", 4.0: ENTER, 5.0: b"x" * LONGEST_TYPED, 6.0: b"y\r"})
    assert lines(desk, words, 2) == ["x" * LONGEST_TYPED + "\n"] * 2
    assert desk.text.count(str(LONGEST_TYPED)) == 2


def test_a_screen_without_the_letter_shows_another_and_the_line_has_it(words: Words) -> None:
    desk = Desk(one_by_one(["é".encode(), b"a", BACKSPACE, BACKSPACE, "ü".encode(), ENTER]))
    terminal = desk.terminal(words, encode=lambda text: text.encode("ascii", "replace"))
    assert asked(terminal) == "ü\n"
    assert desk.text == f"{PROMPT}?a\b \b\b \b?\n"


def warning(words: Words) -> str:
    said = words("kiosk.still_title"), words("kiosk.still"), words("kiosk.still_not", seconds=WARNING)
    return "\n".join(said)


class TestIdle:
    def test_nobody_is_asked_before_the_time(self, words: Words) -> None:
        desk = Desk({IDLE + len(PROMPT) / 10 - 0.1: ENTER})
        lines(desk, words)
        assert desk.text == f"{PROMPT}\n"

    def test_then_it_is_asked_and_after_the_warning_all_is_over(self, words: Words) -> None:
        desk = Desk({})
        with pytest.raises(Gone):
            lines(desk, words)
        assert desk.text == f"{PROMPT}\n{warning(words)}"
        assert desk.now == pytest.approx(IDLE + len(PROMPT) / 10 + WARNING)

    def test_it_wakes_for_nothing_else(self, words: Words) -> None:
        desk = Desk({})
        with pytest.raises(Gone):
            lines(desk, words)
        assert desk.waited == pytest.approx([IDLE + len(PROMPT) / 10, WARNING])

    def test_the_warning_does_not_come_before_a_voice_is_done(self, words: Words) -> None:
        heard = "word " * 1000
        desk = Desk({IDLE + len(heard) / 10: ENTER})
        terminal = desk.terminal(words)
        terminal.write(heard)
        asked(terminal)
        assert words("kiosk.still_title") not in desk.text

    def test_what_was_heard_before_the_last_line_does_not_count(self, words: Words) -> None:
        desk = Desk({1.0: ENTER})
        terminal = desk.terminal(words)
        terminal.write("word " * 1000)
        asked(terminal)
        with pytest.raises(Gone):
            asked(terminal)
        assert desk.now == pytest.approx(1 + IDLE + len(PROMPT) / 10 + WARNING)

    @pytest.mark.parametrize("pressed", [b"x", ARROW, ENTER, b"\x03", b"x" * 50], ids=repr)
    def test_any_key_goes_on_with_what_was_typed_and_nothing_else(self, pressed: bytes, words: Words) -> None:
        desk = Desk({1.0: b"4", 2.0: b"2", 2 + IDLE + WARNING: pressed, 3 + IDLE + WARNING: ENTER})
        assert lines(desk, words) == ["42\n"]
        assert desk.text == f"{PROMPT}42\n{warning(words)}\n{PROMPT}42\n"

    def test_as_often_as_needed(self, words: Words) -> None:
        often = 12
        typed = {(IDLE + WARNING) * (number + 1.0): b"\x1b[A" for number in range(often)}
        desk = Desk({**typed, (IDLE + WARNING) * often + 5.0: ENTER})
        assert lines(desk, words) == ["\n"]
        assert desk.text.count(words("kiosk.still_title")) == often

    def test_each_key_counts(self, words: Words) -> None:
        typed = {IDLE * (number + 1.0): b"x" for number in range(9)}
        desk = Desk({**typed, IDLE * 10.0: ENTER})
        assert lines(desk, words) == ["xxxxxxxxx\n"]
        assert words("kiosk.still_title") not in desk.text

    def test_what_a_terminal_sends_by_itself_does_not(self, words: Words) -> None:
        desk = Desk({float(second): b"\x1b[0n\x1b[I" for second in range(1, IDLE + WARNING + 5)})
        with pytest.raises(Gone):
            lines(desk, words)
        assert words("kiosk.still_title") in desk.text

    @pytest.mark.parametrize(("pressed", "word"), [(F2, "help"), (F9, "exit"), (F10, "done")])
    def test_what_cannot_wait_is_done_at_once(self, pressed: bytes, word: str, words: Words) -> None:
        desk = Desk({IDLE + WARNING - 1.0: pressed})
        assert lines(desk, words) == [f"{word}\n"]

    def test_it_is_told_in_rows_that_fit(self, words: Words) -> None:
        desk = Desk({}, width=20)
        with pytest.raises(Gone):
            lines(desk, words)
        assert max(map(len, desk.text.splitlines())) <= 20


class TestFirst:
    def test_before_anybody_came_it_waits_for_ever(self, words: Words) -> None:
        desk = Desk({})
        with pytest.raises(WaitsForEverError):
            asked(desk.terminal(words, is_fresh=True))
        assert desk.waited == [None]

    def test_who_came_and_went_is_forgotten(self, words: Words) -> None:
        desk = Desk({100_000.0: b"p"})
        with pytest.raises(Gone):
            asked(desk.terminal(words, is_fresh=True))


class TestTheLine:
    def test_a_hangup_is_told(self, words: Words) -> None:
        desk = Desk({})
        terminal = desk.terminal(words)
        desk.is_hung_up = True
        with pytest.raises(HungUp):
            terminal.readline()
        with pytest.raises(HungUp):
            asked(terminal)

    def test_a_terminal_that_stops_reading_is_waited_for_without_waking_up(self, words: Words) -> None:
        desk = Desk({}, takes=1000)
        terminal = desk.terminal(words)
        with pytest.raises(Gone):
            asked(terminal, "x" * 5000)
        assert len(desk.written) == 1000
        assert desk.waited == pytest.approx([IDLE + 500 + WARNING])

    def test_nobody_who_leaves_at_once_waits_for_it(self, words: Words) -> None:
        desk = Desk({5.0: b"1", 6.0: F9}, takes=1000)
        with pytest.raises(Gone):
            asked(desk.terminal(words), "x" * 5000)
        assert desk.now == 6.0

    def test_keys_that_were_pressed_meanwhile_are_not_lost(self, words: Words) -> None:
        desk = Desk({5.0: b"1", 6.0: ENTER, 120.0: ARROW}, takes=4, resumes=240.0)
        assert asked(desk.terminal(words), "x" * 8) == "1\n"
        assert desk.text == "xxxxxxxx1\n"

    def test_clearing_it_waits_as_long_as_it_takes(self, words: Words) -> None:
        desk = Desk({}, takes=0)
        terminal = desk.terminal(words)
        terminal.write("private")
        with pytest.raises(WaitsForEverError):
            terminal.wipe("cleared")
        assert desk.waited == [None]
        desk = Desk({})
        terminal = desk.terminal(words)
        terminal.write("private")
        terminal.wipe("cleared")
        assert desk.text == "cleared"


class TestRest:
    """Between screenfuls, where keys may have been read ahead."""

    def test_it_ends_with_the_first_key(self, words: Words) -> None:
        desk = Desk({10.0: b"1"})
        desk.terminal(words).rest()
        assert desk.waited == [RESTS]

    def test_there_is_none_where_keys_wait(self, words: Words) -> None:
        desk = Desk({0.0: b"1\r2\r"})
        terminal = desk.terminal(words)
        asked(terminal)
        waited = list(desk.waited)
        terminal.rest()
        assert desk.waited == waited


class TestStaff:
    KEYS = (b"\x1b[24~", b"\x1b[24~", b"\x14")

    @pytest.fixture(scope="class")
    @staticmethod
    def pin() -> str:
        return hashed("4711")

    def kiosk(self, pin: str) -> Kiosk:
        return Kiosk(idle=IDLE, warning=WARNING, staff=("f12", "f12", "ctrl+t"), pin=pin)

    def test_the_pin_lets_out_and_is_not_seen(self, words: Words, pin: str) -> None:
        desk = Desk(one_by_one([b"1", *self.KEYS, *(bytes([code]) for code in b"4712"), BACKSPACE, b"1", ENTER]))
        with pytest.raises(LetOut):
            asked(desk.terminal(words, self.kiosk(pin)))
        assert desk.text == f"{PROMPT}1\n{words('plain.kiosk.pin')} "

    def test_another_leads_back_to_the_line(self, words: Words, pin: str) -> None:
        desk = Desk(one_by_one([b"1", *self.KEYS, *(bytes([code]) for code in b"9999"), ENTER, b"2", ENTER]))
        assert asked(desk.terminal(words, self.kiosk(pin))) == "12\n"
        wrong = words("kiosk.pin_wrong", seconds=2)
        assert desk.text == f"{PROMPT}1\n{words('plain.kiosk.pin')} \n{wrong}\n{PROMPT}12\n"

    def test_other_keys_between_ask_nothing(self, words: Words, pin: str) -> None:
        first, second, third = self.KEYS
        desk = Desk(one_by_one([first, second, b"1", third, ENTER]))
        assert asked(desk.terminal(words, self.kiosk(pin))) == "1\n"

    def test_without_staff_nothing_is_asked(self, words: Words) -> None:
        desk = Desk(one_by_one([*self.KEYS, b"4", b"7", b"1", b"1", ENTER]))
        assert lines(desk, words) == ["4711\n"]

    @pytest.mark.parametrize("pressed", [ENTER, b"\x1b", b"12\x1b"])
    def test_who_types_none_is_back_without_a_word(self, words: Words, pin: str, pressed: bytes) -> None:
        kiosk = self.kiosk(pin)
        desk = Desk(one_by_one([*self.KEYS, pressed, b"2", ENTER]))
        assert asked(desk.terminal(words, kiosk)) == "2\n"
        assert desk.text == f"{PROMPT}\n{words('plain.kiosk.pin')} \n{PROMPT}2\n"
        assert not kiosk.door.wait(0.0)

    @pytest.mark.parametrize(("pressed", "word"), [(b"\x1bOQ", "help"), (b"\x18", "exit"), (b"\x1b[21~", "done")])
    def test_what_cannot_wait_is_done_from_there_too(self, words: Words, pin: str, pressed: bytes, word: str) -> None:
        desk = Desk(one_by_one([*self.KEYS, b"4", b"7", pressed]))
        assert asked(desk.terminal(words, self.kiosk(pin))) == f"{word}\n"
