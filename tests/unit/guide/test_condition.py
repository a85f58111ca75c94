from __future__ import annotations

import pytest

from trd_tui.guide.condition import NEVER, And, Chosen, Condition, Not, Or, holds, named_in, parts_of

YES, NO = Chosen("A1", ("yes",)), Chosen("B1", ("no", "not_sure"))
ANSWERS = {"A1": ("yes", "other"), "B1": ("no",), "C1": ()}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        (NEVER, False),
        (And(()), True),
        (YES, True),
        (Chosen("A1", ("other", "third")), True),
        (Chosen("A1", ("no",)), False),
        (Chosen("A1", ()), False),
        (Chosen("C1", ("yes",)), False),
        (Chosen("D1", ("yes",)), False),
        (Not(YES), False),
        (Not(Chosen("D1", ("yes",))), True),
        (And((YES, NO)), True),
        (And((YES, Not(NO))), False),
        (Or((Not(YES), NO)), True),
        (Or((Not(YES), Not(NO))), False),
        (Not(And((YES, Or((NEVER, NO))))), False),
    ],
)
def test_whether_a_condition_holds(condition: Condition | None, expected: bool) -> None:
    assert holds(condition, ANSWERS) is expected


def test_every_answer_named_in_a_condition_is_found_in_order() -> None:
    condition = Or((Not(NO), And((YES, Chosen("C1", ("a",)), NO))))
    assert [one.question for one in parts_of(condition)] == ["B1", "A1", "C1", "B1"]
    assert parts_of(condition)[0] is NO
    assert named_in(condition) == ("B1", "A1", "C1")


def test_no_condition_names_nothing() -> None:
    assert parts_of(None) == ()
    assert named_in(None) == ()
    assert named_in(NEVER) == ()
