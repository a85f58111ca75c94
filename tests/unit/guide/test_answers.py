from __future__ import annotations

import pytest

from tests.unit.guide.small import SMALL, changed
from trd_tui.guide.answers import LARGEST, AnswersError, parse

HEAD = '{"trd-tui-answers": 1, "guide": "1900-01", "answers": '


def refused(text: str) -> AnswersError:
    with pytest.raises(AnswersError) as error:
        parse(text.encode(), changed(version="2026-11"), "a.json")
    return error.value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEAD + '{\n\n "Q": 1\n}\n}\n', "a.json:3:2"),
        (HEAD + '{"Q": 1}}\n\n\n', "a.json:1:56"),
        ("\n{}\n", "a.json:2:1"),
        ("\n\n{}", "a.json:3:1"),
        (HEAD + '{\n"A2": ["long",\n   "long"]\n}\n}', "a.json:3:4"),
    ],
    ids=["in the middle", "first line", "after one line", "after two", "second time"],
)
def test_the_place_of_a_fault_does_not_depend_on_what_follows(text: str, place: str) -> None:
    assert refused(text).message.startswith(place + ": ")


@pytest.mark.parametrize(
    ("answer", "message", "hint"),
    [
        ('"A1": ["pain", "pain"]', '"pain" stands here a second time', "Leave one of them."),
        ('"A2": ["long", "short"]', "A2 takes one answer", "Leave one of them."),
        ('"A1": ["pain", "none"]', '"none" of A1 stands alone', 'Leave "none", or the others.'),
        ('"A1": "unsafe"', "this answer to A1 is private and never kept in a file", "Take it out."),
        ('"Z": "yes"', "the answer to Z is private and never kept in a file", "Take it out."),
        ('"A1": "pian"', 'A1 has no answer "pian"', "There is: pain."),
        ('"A1": "x"', 'A1 has no answer "x"', "There is: pain, itch, ache, rash, more, none, not_sure, not_said."),
        ('"A1": "not_"', 'A1 has no answer "not_"', "There is: not_sure, not_said."),
        ('"b": "yes"', 'there is no question "b"', "There is: B3, B2, B1."),
    ],
    ids=str,
)
def test_a_fault_is_told_with_what_would_be_right(answer: str, message: str, hint: str) -> None:
    error = refused(HEAD + "{" + answer + "}}")
    assert error.message.partition(": ")[2] == message
    assert error.hint == hint


def test_long_names_are_cut_where_they_are_told() -> None:
    error = refused(HEAD + '{"' + "Q" * 100 + '": "yes"}}')
    assert "Q" * 30 in error.message
    assert "Q" * 41 not in error.message


@pytest.mark.parametrize(
    ("raw", "message", "hint"),
    [
        (b"\n" + b" " * LARGEST, f"a.json:1:1: the file is larger than {LARGEST} bytes", "Answers need far less."),
        (b"{\n \xff}", "a.json:2:2: this is not UTF-8", "Save the file as UTF-8."),
        (
            b'{"guide": "1", "guide": "2"}',
            'a.json:1:16: "guide" stands here a second time',
            "Leave one of them.",
        ),
    ],
    ids=["large", "not UTF-8", "twice"],
)
def test_a_file_that_cannot_be_read_is_told_with_the_place(raw: bytes, message: str, hint: str) -> None:
    with pytest.raises(AnswersError) as error:
        parse(raw, SMALL, "a.json")
    assert (error.value.message, error.value.hint) == (message, hint)
