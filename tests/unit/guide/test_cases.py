from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.guide.small import SMALL
from trd_tui.guide.asking import counted, toggled
from trd_tui.guide.condition import And, Chosen, Condition, Not, Or, holds
from trd_tui.guide.paths.cases import Cases

Answers = dict[str, tuple[str, ...]]

LOOKED: dict[str, list[tuple[str, ...]]] = {
    "A1": [("pain", "itch"), ("itch", "ache"), ("rash",), ("none",), ("not_sure", "unsafe")],
    "A2": [("long",), ("short", "not_sure")],
    "B1": [("yes",), ("no",)],
}
LEAVES = st.sampled_from([Chosen(id, choices) for id, sets in LOOKED.items() for choices in sets])
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(Not),
        st.tuples(inner, inner).map(And),
        st.tuples(inner, inner).map(Or),
    ),
    max_leaves=4,
)


@st.composite
def real_answers(draw: st.DrawFn) -> Answers:
    """Answers that a person can give, kept as they were given."""
    found: Answers = {}
    for question in SMALL.questions:
        chosen: tuple[str, ...] = ()
        for id in draw(st.lists(st.sampled_from([choice.id for choice in question.choices]), max_size=4)):
            chosen = toggled(question, chosen, id)
        found[question.id] = chosen
    return found


SOME = st.lists(CONDITIONS, min_size=1, max_size=2)


@settings(max_examples=80)
@given(conditions=SOME, answers=st.lists(real_answers(), min_size=4, max_size=4))
def test_every_situation_is_told_by_a_condition_that_holds_in_it_alone(
    conditions: list[Condition], answers: list[Answers]
) -> None:
    def value(case: Answers) -> object:
        return tuple(holds(one, case) for one in conditions)

    cases = Cases(SMALL, conditions)
    told = cases.situations(value)
    for case in (*cases, *(counted(SMALL, one) for one in answers)):
        assert [one for one, condition in told.items() if holds(condition, case)] == [value(case)]


@settings(max_examples=80)
@given(conditions=SOME, answers=real_answers())
def test_whatever_a_person_answers_there_is_a_case_like_it(conditions: list[Condition], answers: Answers) -> None:
    def value(case: Answers) -> object:
        return tuple(holds(one, case) for one in conditions)

    live = counted(SMALL, answers)
    assert value(live) in {value(case) for case in Cases(SMALL, conditions)}


def test_two_sets_that_overlap_are_told_apart() -> None:
    first, second = Chosen("A1", ("pain", "itch")), Chosen("A1", ("itch", "ache"))
    told = Cases(SMALL, [first, second]).situations(lambda case: holds(first, case) == holds(second, case))
    assert holds(told[True], {"A1": ("itch",)})
    assert holds(told[True], {"A1": ("pain", "ache")})
    assert holds(told[True], {"A1": ()})
    assert holds(told[False], {"A1": ("pain",)})
    assert holds(told[False], {"A1": ("ache", "rash")})
    assert not holds(told[False], {"A1": ("pain", "itch")})
