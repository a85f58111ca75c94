"""Long answers a screenful at a time: a rest for screen readers between two, or a wait for the person."""

from __future__ import annotations

from io import StringIO
from itertools import pairwise

import pytest

from tests.plain.conversation import Conversation
from trd_tui.library.store import Library
from trd_tui.plain.screen import Screen
from trd_tui.plain.session import EXIT, QUIT, Outside, Session
from trd_tui.plain.voice import SEEN_TWICE, Voice
from trd_tui.words import Words

ROWS = 10
MORE = "Enter for more, or ?: "


class Rests:
    """Counts rests, and remembers how many lines were written at each."""

    def __init__(self) -> None:
        self.sink = StringIO()
        self.lines: list[int] = []

    def __call__(self) -> None:
        self.lines.append(self.sink.getvalue().count("\n"))


def voice(library: Library, width: int = 0) -> tuple[Voice, Rests]:
    """A voice that rests after each screenful."""
    rests = Rests()
    return Voice(library, rests.sink, Screen(width, ROWS, rests)), rests


def test_there_is_a_rest_between_screenfuls_and_none_after_the_last(library: Library) -> None:
    speaking, rests = voice(library)
    speaking.write(["A line."] * (3 * (ROWS - SEEN_TWICE)))
    assert rests.lines == [ROWS - SEEN_TWICE, 2 * (ROWS - SEEN_TWICE)]


def test_a_prompt_begins_a_new_screenful(library: Library) -> None:
    speaking, rests = voice(library)
    for _ in range(5):
        speaking.write(["A line."] * (ROWS - SEEN_TWICE))
        speaking.ask("?")
    assert rests.lines == []


def test_rows_are_counted_as_the_terminal_shows_them(library: Library) -> None:
    speaking, rests = voice(library, width=10)
    speaking.write(["x" * 35] * 5)
    assert rests.lines == [2, 4]
    speaking.ask("?")
    speaking.write(["aaaa bbbb cccc dddd eeee"] * 3)
    assert rests.lines == [2, 4, 5 + 8]


def test_without_rows_there_is_no_rest(library: Library) -> None:
    rests = Rests()
    Voice(library, rests.sink, Screen(80, 0, rests)).write(["A line."] * 1000)
    assert rests.lines == []


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_the_smallest_screens_lose_nothing(library: Library, rows: int) -> None:
    rests = Rests()
    Voice(library, rests.sink, Screen(80, rows, rests)).write(["A line."] * 4)
    assert rests.sink.getvalue() == "A line.\n" * 4
    assert rests.lines == [1, 2, 3]


def test_where_no_word_fits_nobody_is_waited_for(library: Library) -> None:
    speaking, rests = voice(library, width=9)
    speaking.write(["A line."] * 40)
    assert rests.lines == []


def paused(library: Library, *typed: str, rows: int = ROWS, greeting: bool = False) -> tuple[Conversation, list[str]]:
    """A session that waits after each screenful; the text between its prompts, from the first section on."""
    conversation = Conversation(library, "ect")
    conversation.hold(
        "".join(f"{line}\n" for line in typed), {"resumed": not greeting}, screen=Screen(80, rows, pauses=True)
    )
    return conversation, conversation.text.split("\n")


def test_a_long_section_waits_after_each_screenful(library: Library) -> None:
    whole = Conversation(library).answer("12", width=80)
    conversation, lines = paused(library, "12", *[""] * 20)
    waits = [place for place, line in enumerate(lines) if line == MORE]
    assert len(waits) == (len(whole) - 1) // (ROWS - SEEN_TWICE)
    assert {after - before - 1 for before, after in pairwise(waits)} == {ROWS - SEEN_TWICE}
    kept = [line for line in lines if line != MORE]
    assert "\n".join(whole) in "\n".join(kept)
    assert conversation.ended == QUIT


def test_a_command_at_the_end_of_a_screenful_is_done_at_once(library: Library) -> None:
    conversation, lines = paused(library, "12", "", "w", "4")
    assert [line for line in lines if line.endswith(": ")][1:4] == [MORE, MORE, "Number, n next, or ?: "]
    assert not any(line.startswith("End of section 12.") for line in lines)
    assert "Electroconvulsive therapy (ECT). Section 12 of 23." in lines
    assert conversation.reading.entry.number == "4"


@pytest.mark.parametrize("word", ["h", "help"])
def test_help_is_there_at_the_end_of_a_screenful(library: Library, word: str) -> None:
    _, lines = paused(library, "12", word)
    assert lines[lines.index(MORE) + 1 :][:3] == [
        "Get help now.",
        "United States.",
        "Crisis line, any hour, free: Call or text 988.",
    ]


def test_nothing_is_written_after_exit_or_the_end_of_input(library: Library) -> None:
    conversation, lines = paused(library, "12", "x")
    assert conversation.ended == EXIT
    assert lines[-2:] == [MORE, ""]
    ended, lines = paused(library, "12")
    assert ended.ended == QUIT
    assert lines[-3:] == [MORE, "Number, n next, or ?: ", ""]


def test_a_long_line_at_the_end_of_a_screenful_is_one_error(library: Library) -> None:
    _, lines = paused(library, "12", "x" * 100_000, "w")
    assert sum("is not a command" in line for line in lines) == 1
    assert lines.count("Electroconvulsive therapy (ECT). Section 12 of 23.") == 3


def test_a_short_answer_waits_for_nobody(library: Library) -> None:
    _, lines = paused(library, "w", "t ect", "xyz")
    assert MORE not in lines


def test_the_prompt_says_what_may_be_typed(words: Words) -> None:
    assert words("plain.prompt_more") + " " == MORE


def test_the_guide_waits_too(library: Library) -> None:
    conversation = Conversation(library)
    conversation.reading.in_guide = True
    text = conversation.hold("\n1\n2\n4\n", screen=Screen(80, ROWS, pauses=True))
    assert text.count(MORE) >= 2
    assert conversation.reading.walk.answers["A1"] == ("two",)


def test_a_session_without_a_screen_never_waits(library: Library) -> None:
    sink = StringIO()
    conversation = Conversation(library)
    session = Session(conversation.reading, StringIO("12\nq\n"), sink, outside=Outside())
    session.greet("")
    assert session.run() == QUIT
    assert MORE not in sink.getvalue()
