from __future__ import annotations

import pytest

from tests.unit.guide.small import A1, A2, A3, B1, B2, B3, OFFER, SAFETY, SMALL
from trd_tui.guide.asking import asked, because, counted, exported, problem, ruled_out_by, toggled
from trd_tui.guide.definition import Question

Answers = dict[str, tuple[str, ...]]

EVERY: Answers = {"O": ("go",), "A1": ("pain",), "A2": ("long",), "B1": ("yes",), "B2": ("yes",), "Z": ("yes",)}


def test_answers_count_where_their_question_is_asked() -> None:
    assert counted(SMALL, EVERY) == EVERY
    assert list(counted(SMALL, EVERY | {"A1": ("rash",)})) == ["O", "A1", "B1", "B2", "Z"]
    assert list(counted(SMALL, EVERY | {"A1": ("none",)})) == ["O", "A1", "B2", "Z"]


def test_a_skip_counts_as_no_choice() -> None:
    assert counted(SMALL, {"A1": (), "A2": ("long",), "B1": ()}) == {"A1": (), "B1": ()}


def test_an_answer_that_does_not_count_hides_what_hangs_on_it() -> None:
    chain = {"A1": ("itch",), "A2": ("short",), "A3": ("days",)}
    assert counted(SMALL, chain) == chain
    assert counted(SMALL, chain | {"A1": ("rash",)}) == {"A1": ("rash",)}
    assert A3 not in asked(SMALL, chain | {"A1": ("rash",)})


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, [OFFER, A1, B1, B2, SAFETY]),
        ({"A1": ()}, [OFFER, A1, B1, B2, SAFETY]),
        ({"A1": ("itch", "more")}, [OFFER, A1, A2, B1, B2, SAFETY]),
        ({"A1": ("none",)}, [OFFER, A1, B2, SAFETY]),
        ({"A1": ("pain",), "A2": ("short",)}, [OFFER, A1, A2, A3, B1, B2, SAFETY]),
    ],
    ids=["open", "skipped", "itch", "none", "short"],
)
def test_which_questions_are_asked(answers: Answers, expected: list[Question]) -> None:
    assert list(asked(SMALL, answers)) == expected


def test_what_may_leave() -> None:
    assert exported(SMALL, EVERY) == {id: EVERY[id] for id in ("A1", "A2", "B1", "B2")}


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (("pain", "unsafe"), ("pain",)),
        (("unsafe",), None),
        (("not_said",), None),
        ((), None),
        (("not_sure",), ("not_sure",)),
    ],
    ids=str,
)
def test_private_and_unsaid_answers_never_leave(chosen: tuple[str, ...], left: tuple[str, ...] | None) -> None:
    assert exported(SMALL, {"A1": chosen}).get("A1") == left


def test_hidden_answers_never_leave() -> None:
    assert exported(SMALL, EVERY | {"A1": ("none",)}) == {"A1": ("none",), "B2": ("yes",)}


def test_why_a_question_is_asked() -> None:
    assert because(SMALL, A2, EVERY) == (A1,)
    assert because(SMALL, B1, {"A1": ("rash",)}) == (A1,)
    assert because(SMALL, B2, EVERY) == ()
    assert because(SMALL, A2, {"A1": ()}) == ()
    assert because(SMALL, A2, {}) == ()


def test_why_a_question_is_not_asked() -> None:
    assert ruled_out_by(SMALL, A2, {"A1": ("rash",)}) == (A1,)
    assert ruled_out_by(SMALL, A2, {"A1": ()}) == (A1,)
    assert ruled_out_by(SMALL, A3, {"A1": ("pain",), "A2": ("long",)}) == (A2,)
    assert ruled_out_by(SMALL, A3, {"A1": ("rash",), "A2": ("short",)}) == (A1,)
    assert ruled_out_by(SMALL, A3, {"A1": ("pain",)}) == ()
    assert ruled_out_by(SMALL, B3, {"A1": ("rash",), "B2": ()}) == (B2, A1)
    assert ruled_out_by(SMALL, A2, {}) == ()


@pytest.mark.parametrize(
    ("chosen", "pressed", "expected"),
    [
        ((), "itch", ("itch",)),
        (("rash",), "itch", ("itch", "rash")),
        (("itch", "rash"), "itch", ("rash",)),
        (("itch",), "itch", ()),
        (("itch", "rash"), "none", ("none",)),
        (("none",), "itch", ("itch",)),
        (("not_sure",), "not_said", ("not_said",)),
        (("none",), "none", ()),
        (("itch",), "not_sure", ("not_sure",)),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, tuple) else value,
)
def test_pressing_one_of_several(chosen: tuple[str, ...], pressed: str, expected: tuple[str, ...]) -> None:
    assert toggled(A1, chosen, pressed) == expected


def test_pressing_the_only_one() -> None:
    assert toggled(A2, ("long",), "short") == ("short",)
    assert toggled(A2, ("long",), "long") == ("long",)


@pytest.mark.parametrize(
    ("question", "chosen", "expected"),
    [
        (A1, (), "none"),
        (A1, ("pain",), ""),
        (A1, ("itch", "pain"), ""),
        (A1, ("none",), ""),
        (A1, ("pain", "nowhere"), "unknown"),
        (A1, ("pain", "pain"), "twice"),
        (A2, ("long", "short"), "one_only"),
        (A2, ("long", "long"), "twice"),
        (A2, ("long",), ""),
        (A1, ("pain", "none"), "alone"),
        (A1, ("not_sure", "pain"), "alone"),
        (A2, ("pain",), "unknown"),
    ],
    ids=lambda value: value.id if isinstance(value, Question) else "+".join(value) or "fine",
)
def test_what_is_wrong_with_an_answer(question: Question, chosen: tuple[str, ...], expected: str) -> None:
    assert problem(question, chosen) == expected
