from __future__ import annotations

import pytest

from tests.unit.guide.small import SMALL, changed
from trd_tui.guide.condition import Chosen
from trd_tui.guide.definition import Finding, Line
from trd_tui.guide.findings import called_for, lines, outcome, topics
from trd_tui.guide.sheet import groups

Answers = dict[str, tuple[str, ...]]


def found(**answers: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(result.finding.id, result.state) for result in outcome(SMALL, answers).results]


def texts(id: str, **answers: tuple[str, ...]) -> list[str]:
    """The texts of a result; items that stand under a text follow it with a dash."""
    [group] = [group for group in groups(SMALL, outcome(SMALL, answers)) if group.id == id]
    return [f"- {entry.text}" if entry.kind == "chosen" else entry.text for entry in group.entries]


@pytest.mark.parametrize(
    ("chosen", "state"),
    [
        (("pain",), "raise"),
        (("pain", "rash"), "soon"),
        (("ache",), "find_out"),
        (("more",), None),
        (("not_said",), None),
        ((), None),
    ],
    ids=lambda value: "+".join(value) or "skip" if isinstance(value, tuple) else value,
)
def test_a_finding_is_shown_in_the_first_state_that_holds(chosen: tuple[str, ...], state: str | None) -> None:
    assert dict(found(A1=chosen)).get("R-place") == state


def test_what_presses_most_comes_first_then_the_order_of_the_definition() -> None:
    assert found(A1=("rash",), B1=("no",)) == [("R-place", "soon"), ("R-rash", "soon"), ("R-sleep", "find_out")]
    assert found(A1=("ache",), B1=("yes",)) == [("R-sleep", "raise"), ("R-place", "find_out")]


def test_hidden_answers_give_nothing() -> None:
    assert found(A1=("none",), B1=("yes",)) == []
    assert found(A2=("not_sure",)) == []


def test_only_lines_that_hold_are_said() -> None:
    assert texts("R-place", A1=("pain",)) == [
        "You named: pain.", "You named pain.", "Places matter.", "Ask about pain,  and pain.",
    ]  # fmt: skip
    assert texts("R-place", A1=("itch",), A2=("long",))[:2] == ["You named: itch.", "No pain."]


def test_what_was_chosen_is_named_in_a_line() -> None:
    assert texts("R-place", A1=("pain", "itch"), A2=("short",))[0] == "You named: pain and itch."
    assert texts("R-place", A1=("pain", "itch", "ache"))[0] == "You named: pain, itch and ache."
    assert texts("R-place", A1=("itch",), A2=("long",))[-1] == "Ask about itch, a long time and itch."


def test_what_has_no_name_is_left_out() -> None:
    assert texts("R-place", A1=("pain", "more"))[0] == "You named: pain."


def test_more_than_three_stand_below_the_line_that_ends_in_them() -> None:
    answer = ("pain", "itch", "ache", "rash")
    said = texts("R-place", A1=answer)
    assert said[:5] == ["You named:", "- pain", "- itch", "- ache", "- rash"]
    assert said[-1] == "Ask about pain, itch, ache and rash,  and pain, itch, ache and rash."


def test_a_sentence_gets_a_colon_before_more_than_three() -> None:
    finding = Finding("R", "Reasons", (Line("I missed some because {A1}."),), raise_=Chosen("A1", ("rash",)))
    guide = changed(findings=(finding,))
    (few,) = outcome(guide, {"A1": ("pain", "itch", "rash")}).results[0].said
    (many,) = outcome(guide, {"A1": ("pain", "itch", "ache", "rash")}).results[0].said
    assert (few.text, few.items) == ("I missed some because pain, itch and rash.", ())
    assert (many.text, [text for _, text in many.items]) == ("I missed some because:", ["pain", "itch", "ache", "rash"])


def test_not_sure_is_said_with_its_topics() -> None:
    unsure = ("not_sure",)
    assert found(A1=unsure, B1=unsure, B2=unsure) == [("R-unsure", "find_out")]
    assert texts("R-unsure", A1=unsure, B1=unsure) == [
        "Not sure about: where it is and sleep.", "That is all right.", "Find out?",
    ]  # fmt: skip
    assert topics(SMALL, {"A1": unsure, "A2": unsure, "B1": unsure}) == ("where it is", "since when", "sleep")


def test_a_topic_is_left_out_where_something_else_takes_it_up() -> None:
    assert topics(SMALL, {"A1": ("pain",), "A2": ("not_sure",)}) == ()
    assert topics(SMALL, {"A1": ("itch",), "A2": ("not_sure",)}) == ("since when",)


def test_not_sure_comes_after_all_that_was_found() -> None:
    assert found(A1=("ache",), B1=("not_sure",)) == [("R-place", "find_out"), ("R-unsure", "find_out")]


@pytest.mark.parametrize(
    ("answers", "quiet"),
    [
        ({}, "skipped"),
        ({"O": ("go",), "A1": (), "B2": ("not_said",), "Z": ("yes",)}, "skipped"),
        ({"B2": ("not_sure",)}, "nothing"),
        ({"B2": ("yes",)}, "nothing"),
        ({"A1": ("none",), "B1": ("yes",)}, "nothing"),
        ({"A2": ("long",)}, "skipped"),
        ({"A1": ("pain",)}, ""),
    ],
    ids=["open", "not said", "not sure", "answered", "hidden", "only hidden", "found"],
)
def test_why_there_are_no_results(answers: Answers, quiet: str) -> None:
    assert outcome(SMALL, answers).quiet == quiet


def test_notes_stand_in_their_order_where_they_are_for_the_results() -> None:
    answers = {"A1": ("itch", "unsafe"), "A2": ("short",), "B2": ("yes",), "Z": ("not_sure",)}
    assert [note.id for note in outcome(SMALL, answers).notes] == ["N-calm", "N-itch", "N-unsafe"]


@pytest.mark.parametrize(
    ("before", "question", "chosen", "expected"),
    [
        ({}, "A1", ("unsafe",), ["N-unsafe"]),
        ({"A1": ("unsafe",)}, "A1", ("unsafe", "pain"), ["N-unsafe"]),
        ({"A1": ("unsafe",)}, "B1", ("yes",), []),
        ({"A1": ("unsafe",)}, "A1", ("pain",), []),
        ({"A1": ("itch",)}, "B2", ("yes",), ["N-itch"]),
        ({"B2": ("yes",)}, "A1", ("itch",), ["N-itch"]),
        ({"A1": ("none",), "A2": ("short",)}, "A1", ("pain",), ["N-short"]),
        ({"A1": ("pain",)}, "A2", ("short",), ["N-short"]),
        ({"A1": ("pain",), "A2": ("short",)}, "A1", ("itch",), ["N-short"]),
        ({"A1": ("pain",), "A2": ("short",)}, "A1", ("rash",), []),
        ({"A1": ("none",), "B1": ("not_sure",)}, "A1", ("more",), ["N-sleep"]),
        ({"A1": ("itch",), "B2": ("yes",)}, "Z", ("bad",), ["N-urgent"]),
    ],
    ids=["new", "again", "elsewhere", "taken back", "second half", "first half", "shown again by another", "own",
         "hangs on", "hidden", "comes up", "urgent"],
)  # fmt: skip
def test_the_notes_that_an_answer_calls_for(
    before: Answers, question: str, chosen: tuple[str, ...], expected: list[str]
) -> None:
    called = called_for(SMALL, before, before | {question: chosen}, question)
    assert [note.id for note in called] == expected


def test_lines_that_hold() -> None:
    assert [line.text for line in lines(SMALL.bring, {})] == ["A list."]
    assert [line.text for line in lines(SMALL.bring, {"A1": ("pain",)})] == ["A list.", "Where it hurts."]
