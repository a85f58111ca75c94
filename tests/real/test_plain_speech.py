"""Plain mode as YASR and Fenrir speak it: what is said, and in which order."""

from __future__ import annotations

import re

import pytest

from tests.real.conftest import Listen
from tests.real.readers.hearing import characters, drawn, first_seconds, words
from tests.real.readers.spoken import Spoken

pytestmark = pytest.mark.real

ASKED = ("g", "1", "2")
"""The welcome and the offer of help, up to the first question."""


def _written(session: Spoken, line: str) -> tuple[list[str], list[str]]:
    """What a typed line brings: the lines that were written, and what was said of them."""
    session.type(line)
    before = len(session.bytes)
    said = session.press("enter")
    written = session.bytes[before:].decode().split("\r\n")
    return [line for line in written if line.strip()], said


def test_the_first_words_say_what_it_is_and_how_to_get_help(listen: Listen) -> None:
    with listen("--plain") as session:
        said = session.begin()
        assert said[0] == "Plain mode, because you asked for it. Help in a crisis: h."
        assert said[-1] == "Number, or ? for commands:"
        assert session.lost == []


@pytest.mark.parametrize("typed", ["2", "search shock", "h", "?"])
def test_each_line_is_said_once_and_in_order(typed: str, listen: Listen) -> None:
    with listen("--plain") as session:
        session.begin()
        written, said = _written(session, typed)
        assert words(*said) == words(*written)
        ends = {tuple(words(*written[: number + 1])) for number in range(len(written))}
        assert ends <= {tuple(words(*said[: number + 1])) for number in range(len(said))}
        assert session.lost == []


def test_a_section_is_read_by_title_and_text(listen: Listen) -> None:
    with listen("--plain") as session:
        session.begin()
        said = session.line("12")
        assert words(said[0]) == words("Electroconvulsive therapy (ECT). Section 12 of 23.")
        assert said[1:3] == ["Key points, 3.", "You are asleep while it is given."]
        assert said[-1] == "Number, n next, or ?:"


def test_a_search_says_the_count_once(listen: Listen) -> None:
    with listen("--plain") as session:
        session.begin()
        said = session.line("search lithium")
        assert re.fullmatch(r"\d+ found for lithium\.", said[0])
        assert [line for line in said[1:] if "found" in line] == []


def test_a_question_is_read_by_question_choices_and_prompt(listen: Listen) -> None:
    with listen("--plain") as session:
        session.begin()
        for line in ASKED[:-1]:
            session.line(line)
        said = session.line(ASKED[-1])
        places = [words(line)[:1] for line in said]
        assert said[0].startswith("Question 1, part A")
        assert ["1"] in places
        assert places.index(["1"]) < places.index(["2"]) < len(said) - 1
        assert "?" in said[1]
        assert said[-1].startswith("Q1, 1 to ")


ERRORS = [
    ((), "xyz", "xyz is not a command"),
    ((), "99", "there is no section 99"),
    ((), "search", "search needs a word"),
    (("search lithium",), "44", "there is no result 44"),
    (ASKED, "99", "99 is not an answer to question 1"),
    (ASKED, "abc", "abc"),
]


@pytest.mark.parametrize(
    ("before", "typed", "essence"), ERRORS, ids=[" ".join((*before, typed)) for before, typed, _ in ERRORS]
)
def test_an_error_is_heard_in_the_first_three_seconds(
    before: tuple[str, ...], typed: str, essence: str, listen: Listen
) -> None:
    with listen("--plain") as session:
        session.begin()
        for line in before:
            session.line(line)
        said = session.line(typed)
        assert essence in first_seconds(said, 3), said
        assert "Error" in first_seconds(said, 1)
        assert said[-1].endswith(("?:", "commands:"))
        assert characters(said) < 150


@pytest.mark.parametrize(
    "before", [(), ("2",), ("search shock",), ASKED], ids=lambda before: " ".join(before) or "start"
)
def test_help_now_comes_from_anywhere(before: tuple[str, ...], listen: Listen) -> None:
    with listen("--plain") as session:
        session.begin()
        for line in before:
            session.line(line)
        said = session.line("h")
        assert said[0] == "Get help now."
        assert "988" in first_seconds(said, 7)


def test_no_drawn_mark_is_spoken(listen: Listen) -> None:
    with listen("--plain") as session:
        said = session.begin()
        for line in ("2", "s", "w", "?", "search shock", "1", "h", *ASKED, "99", "1", "x"):
            said += session.line(line)
        assert drawn(said) == []
