"""Which cases are tried, which of them are the same to some conditions, and the condition for each outcome."""

from __future__ import annotations

import pytest

from tests.unit.guide.odd import odd
from tests.unit.guide.small import ALWAYS, SMALL, changed
from trd_tui.guide.condition import Chosen, Condition, Not, Or, holds
from trd_tui.guide.definition import Question
from trd_tui.guide.paths.cases import Cases, rests_on, sequences

Case = dict[str, tuple[str, ...]]
PAIN_OR_ITCH, ITCH_OR_ACHE = Chosen("A1", ("pain", "itch")), Chosen("A1", ("itch", "ache"))
SHORT, LONG = Chosen("A2", ("short",)), Chosen("A2", ("long", "not_sure"))
NONE = Chosen("A1", ("none",))
WHENS = {"C0": "yes", "A0": "more"}


def told(condition: Condition | None) -> str:
    """A condition in one line."""
    if condition is None:
        return "always"
    if isinstance(condition, Chosen):
        return f"{condition.question}={'/'.join(condition.choices)}"
    if isinstance(condition, Not):
        return f"not {told(condition.condition)}"
    joint = " or " if isinstance(condition, Or) else " and "
    return f"({joint.join(map(told, condition.conditions))})"


def situations(*conditions: Condition) -> dict[object, str]:
    """The condition for each way that some conditions can turn out."""
    found = Cases(SMALL, conditions).situations(lambda case: tuple(holds(one, case) for one in conditions))
    return {one: told(condition) for one, condition in found.items()}


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([], [{}]),
        ([None], [{}]),
        (
            [SHORT],
            [{"A1": ("pain",), "A2": ("long",)}, {"A1": ("pain",), "A2": ("short",)}, {"A1": ("ache",)}],
        ),
        ([PAIN_OR_ITCH, ITCH_OR_ACHE], [{"A1": ("pain",)}, {"A1": ("itch",)}, {"A1": ("ache",)}, {"A1": ("rash",)}]),
        ([Chosen("B2", ("not_sure",))], [{"B2": ("yes",)}, {"B2": ("not_sure",)}]),
        (
            [Chosen("A1", ("pain",)), Chosen("A1", ("rash",))],
            [{"A1": ("pain",)}, {"A1": ("itch",)}, {"A1": ("rash",)}, {"A1": ("pain", "rash")}],
        ),
        ([Chosen("A2", ("long", "short", "not_sure", "not_said")), NONE], [
            {"A1": ("pain",), "A2": ("long",)}, {"A1": ("pain",), "A2": ()}, {"A1": ("ache",)}, {"A1": ("none",)},
        ]),
    ],
)  # fmt: skip
def test_a_case_stands_for_all_that_are_the_same(conditions: list[Condition | None], expected: list[Case]) -> None:
    assert list(Cases(SMALL, conditions)) == expected


@pytest.mark.parametrize(
    ("conditions", "fixed", "expected"),
    [
        ([SHORT], ("A1", "itch"), [{"A1": ("itch",), "A2": ("long",)}, {"A1": ("itch",), "A2": ("short",)}]),
        ([SHORT], ("A2", "short"), [{"A1": ("pain",), "A2": ("short",)}]),
        ([PAIN_OR_ITCH, ITCH_OR_ACHE], ("A1", "none"), [{"A1": ("none",)}]),
        (
            [PAIN_OR_ITCH, ITCH_OR_ACHE],
            ("A1", "rash"),
            [{"A1": ("rash",)}, {"A1": ("rash", "pain")}, {"A1": ("rash", "itch")}, {"A1": ("rash", "ache")}],
        ),
        (
            [Chosen("A1", (id,)) for id in ("pain", "itch")],
            ("A1", "pain"),
            [{"A1": ("pain",)}, {"A1": ("pain", "itch")}],
        ),
        ([], ("B1", "no"), [{"A1": ("pain",), "B1": ("no",)}]),
    ],
)  # fmt: skip
def test_a_fixed_choice_is_in_every_case(
    conditions: list[Condition], fixed: tuple[str, str], expected: list[Case]
) -> None:
    assert list(Cases(SMALL, conditions, fixed=fixed)) == expected


def test_a_fixed_choice_that_cannot_be_has_no_case() -> None:
    cases = Cases(odd(), [], fixed=("A3", "days"))
    assert list(cases) == []
    assert cases.situations(len) == {}
    assert cases.examples(len) == {}
    assert cases.first(lambda _: True) is None


def test_nothing_is_answered_after_the_last_question() -> None:
    cases = Cases(SMALL, [SHORT], upto="A1")
    assert [one.id for one in cases.questions] == ["A1"]
    assert list(cases) == [{"A1": ("pain",)}]
    assert [one.id for one in rests_on(SMALL, ["B3"], "A3")] == ["A1", "A2", "A3"]


def test_what_a_question_rests_on_is_found_through_others() -> None:
    assert [one.id for one in rests_on(SMALL, ["B3"])] == ["A1", "A2", "A3", "B2", "B3"]
    assert [one.id for one in rests_on(SMALL, ["Z", "B1", "Z"])] == ["A1", "B1", "Z"]
    assert rests_on(SMALL, []) == []


def test_a_choice_that_is_taken_back_takes_later_answers_with_it() -> None:
    cases = Cases(SMALL, [SHORT], fixed=("A1", "itch"))
    assert cases.without({"A1": ("itch",), "A2": ("short",)}) == {"A1": ()}
    assert cases.without({"A1": ("itch", "pain"), "A2": ("short",)}) == {"A1": ("pain",), "A2": ("short",)}
    assert cases.without({"A2": ("short",)}) == {}


def test_only_the_fixed_question_loses_its_choice() -> None:
    """The same name of a choice stands in two questions."""
    cases = Cases(SMALL, [Chosen("B1", ("yes",))], fixed=("B2", "yes"))
    assert cases.without({"A1": ("itch",), "B1": ("yes",), "B2": ("more", "yes")}) == {
        "A1": ("itch",),
        "B1": ("yes",),
        "B2": ("more",),
    }


def test_without_a_fixed_choice_nothing_is_taken_back() -> None:
    case: Case = {"A1": ("itch",), "A2": ("short",)}
    assert Cases(SMALL, [SHORT]).without(case) == case


def test_examples_are_the_first_of_their_kind() -> None:
    cases = Cases(SMALL, [PAIN_OR_ITCH, ITCH_OR_ACHE])
    assert cases.examples(lambda case: holds(ITCH_OR_ACHE, case)) == {False: {"A1": ("pain",)}, True: {"A1": ("itch",)}}
    assert cases.first(lambda case: holds(ITCH_OR_ACHE, case)) == {"A1": ("itch",)}
    assert cases.first(lambda case: "B1" in case) is None


def test_sets_that_overlap() -> None:
    both = "(A1=pain/itch and {}A1=itch/ache)", "(not A1=pain/itch and {}A1=itch/ache)"
    assert situations(PAIN_OR_ITCH, ITCH_OR_ACHE) == {
        (True, False): f"({both[0].format('not ')})",
        (True, True): f"({both[0].format('')})",
        (False, True): f"({both[1].format('')})",
        (False, False): f"({both[1].format('not ')})",
    }


def test_one_set_is_enough_where_it_tells_the_kinds_apart() -> None:
    assert situations(PAIN_OR_ITCH) == {(True,): "A1=pain/itch", (False,): "not A1=pain/itch"}
    found = Cases(SMALL, [PAIN_OR_ITCH, ITCH_OR_ACHE, NONE]).situations(lambda case: holds(NONE, case))
    assert {one: told(when) for one, when in found.items()} == {False: "not A1=none", True: "A1=none"}
    found = Cases(SMALL, [PAIN_OR_ITCH, ITCH_OR_ACHE]).situations(lambda case: holds(ITCH_OR_ACHE, case))
    assert {one: told(when) for one, when in found.items()} == {False: "not A1=itch/ache", True: "A1=itch/ache"}


def test_one_answer_lists_its_choices() -> None:
    assert situations(LONG, SHORT) == {
        (True, False): "(A1=pain/itch and A2=long/not_sure)",
        (False, True): "(A1=pain/itch and A2=short)",
        (False, False): "((A1=pain/itch and not A2=long/short/not_sure) or not A1=pain/itch)",
    }


def test_what_rests_on_nothing_is_always_so() -> None:
    found = Cases(SMALL, [SHORT]).situations(lambda _: "same")
    assert found == {"same": None}


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([], [()]),
        (["B2", "A1", "A2"], [("B2", "A1"), ("B2", "A1", "A2")]),
        (["A1", "B1"], [("A1",), ("A1", "B1")]),
        (["A1", "A2", "A3"], [("A1",), ("A1", "A2"), ("A1", "A2", "A3")]),
        (["A3", "B2", "B3"], [("B2",)]),
    ],
)
def test_sequences_of_some_questions(ids: list[str], expected: list[tuple[str, ...]]) -> None:
    assert sorted(sequences(SMALL, [SMALL.question(id) for id in ids])) == expected


def test_sequences_stand_in_the_order_of_the_definition() -> None:
    assert sequences(SMALL, SMALL.questions) == [
        ("O", "A1", "A2", "A3", "B1", "B2", "B3", "Z"),
        ("O", "A1", "A2", "A3", "B1", "B2", "Z"),
        ("O", "A1", "A2", "B1", "B2", "Z"),
        ("O", "A1", "B1", "B2", "Z"),
        ("O", "A1", "B2", "Z"),
    ]


def test_the_order_of_the_definition_is_not_that_of_the_ids() -> None:
    offer, food = SMALL.offer, SMALL.question("B2")
    some = [Question(id, "B", id, (), "", ALWAYS, when=Chosen("B2", (choice,))) for id, choice in WHENS.items()]
    guide = changed(questions=(offer, food, *some, SMALL.safety))
    assert sequences(guide, guide.questions[1:4]) == [("B2",), ("B2", "C0"), ("B2", "C0", "A0"), ("B2", "A0")]
