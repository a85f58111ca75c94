"""The linear full screen as YASR and Fenrir speak it: what is said, and in which order."""

from __future__ import annotations

import pytest

from tests.real.conftest import Listen
from tests.real.readers.hearing import characters, drawn, first_seconds, words
from tests.real.readers.spoken import Spoken

pytestmark = pytest.mark.real

SEARCH = ("/", *"shock", "enter")
FIRST_QUESTION = ("g", "1", "enter", "2", "enter")
"""The welcome and the offer of help, up to the first question."""


def _row(session: Spoken) -> str:
    """The row on the screen where the cursor is."""
    return session.rows[session.cursor[1]].strip()


def _each_is_said(session: Spoken, key: str, times: int) -> list[str]:
    """Hold that each of some presses says the row where the cursor comes to, and nothing else; these rows."""
    rows = []
    for _ in range(times):
        said = session.press(key)
        rows.append(_row(session))
        assert words(*said) == words(rows[-1])
        assert len(said) == 1
    assert session.lost == []
    return rows


def test_the_first_words_say_what_it_is_and_then_the_list(listen: Listen) -> None:
    with listen("--linear") as session:
        said = session.begin()
        rows = [row for row in session.rows if row.strip()]
        assert words(said[0]) == words("Treatment-resistant depression. Contents, 23 sections")
        assert words(*said) == words(*rows)
        assert "988" in said[-1]
        assert session.lost == []


def test_down_and_up_say_one_title(listen: Listen) -> None:
    with listen("--linear") as session:
        session.begin()
        rows = _each_is_said(session, "down", 6)
        assert len(set(rows)) == 6
        assert _each_is_said(session, "up", 3) == [rows[4], rows[3], rows[2]]


def test_a_section_is_read_by_title_and_text_and_leaving_it_says_only_where_one_is(listen: Listen) -> None:
    with listen("--linear") as session:
        session.begin()
        session.press("down")
        said = session.press("enter")
        assert words(said[0]) == words("What is treatment-resistant depression?")
        assert said[1] == "Key points"
        assert len({*map(str.lower, said)}) == len(said)
        back = session.press("escape")
        assert back[0].startswith("Contents, 23 sections")
        assert back[1:] == ["What is TRD?, open"]
        assert _each_is_said(session, "down", 1) == ["Can TRD be treated?"]


def test_down_in_a_text_says_one_line(listen: Listen) -> None:
    with listen("--linear") as session:
        session.begin()
        session.press("down", "enter")
        rows = _each_is_said(session, "down", 4)
        assert len(set(rows)) == 4


def test_a_search_says_the_count_once_and_down_says_one_result(listen: Listen) -> None:
    with listen("--linear") as session:
        session.begin()
        asked = session.press("/")
        assert asked[0] == "Search:"
        session.type("shock")
        said = session.press("enter")
        assert [line for line in said if "found" in line] == said[:1]
        assert said[0].endswith("15 found")
        assert words(*said[1:]) == words(_row(session))
        _each_is_said(session, "down", 3)


def test_a_question_is_read_by_question_and_choices_and_down_says_one_choice(listen: Listen) -> None:
    with listen("--linear") as session:
        session.begin()
        said = session.press(*FIRST_QUESTION)
        place = said.index("Question 1, part A, 7 parts left")
        asked = next(number for number, line in enumerate(said[place:], place) if line.endswith("?"))
        assert [line[0] for line in said[asked + 1 : asked + 8]] == list("1234567")
        rows = _each_is_said(session, "down", 4)
        assert [row for row in rows if row[0].isdigit()][:2] == ["1 None yet", "2 None, though one was prescribed"]


def test_an_error_is_heard_in_the_first_three_seconds(listen: Listen) -> None:
    with listen("--linear") as session:
        session.begin()
        session.press("/")
        session.type("zzzz")
        said = session.press("enter")
        assert "Nothing for zzzz" in first_seconds(said, 3)
        assert characters(said) < 150


@pytest.mark.parametrize(
    "before", [(), ("down", "enter"), SEARCH, FIRST_QUESTION], ids=["start", "text", "results", "question"]
)
def test_help_now_comes_from_anywhere(before: tuple[str, ...], listen: Listen) -> None:
    with listen("--linear") as session:
        session.begin()
        place = (session.press(*before) or [""])[-1]
        said = session.press("f2")
        assert said[0] == "Get help now"
        assert "988" in first_seconds(said, 7)
        back = session.press("escape")
        assert len(back) <= 2, place


def test_no_drawn_mark_is_spoken(listen: Listen) -> None:
    with listen("--linear") as session:
        said = session.begin()
        said += session.press("down", "enter", "down", "s", "escape", "w", "escape", "f1", "escape", "f2", "escape")
        said += session.press(*SEARCH, "enter", "escape", "escape", *FIRST_QUESTION, "1", "enter", "escape")
        assert drawn(said) == []
