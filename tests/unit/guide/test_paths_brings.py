"""What a choice can bring about, and what is there without it."""

from __future__ import annotations

from tests.unit.guide.odd import odd
from tests.unit.guide.small import PAIN, SMALL, changed
from trd_tui.guide.condition import Chosen, Not
from trd_tui.guide.definition import Finding, Guide, Line
from trd_tui.guide.paths.brings import Brings, brings

SAID = (Line("Always."), Line("Long.", Chosen("A2", ("long",))))
NOTHING = Brings((), (), ())


def of(guide: Guide, question: str) -> dict[str, Brings]:
    """What the choices of a question bring about; those that bring nothing are left out."""
    found = brings(guide, guide.question(question))
    assert list(found) == [choice.id for choice in guide.question(question).choices]
    return {choice: some for choice, some in found.items() if some != NOTHING}


def test_states_and_notes_stand_in_the_order_of_the_guide() -> None:
    assert of(SMALL, "A1") == {
        "pain": Brings((("R-place", "raise"),), (), ("N-short",)),
        "itch": Brings((("R-place", "raise"),), (), ("N-itch", "N-short")),
        "ache": Brings((("R-place", "find_out"),), (), ()),
        "rash": Brings((("R-place", "soon"), ("R-rash", "soon")), (), ()),
        "unsafe": Brings((), (), ("N-unsafe",)),
        "not_sure": Brings((("R-unsure", "find_out"),), (), ()),
    }


def test_not_sure_is_a_topic_only_where_the_question_has_one() -> None:
    assert of(SMALL, "B2") == {"yes": Brings((), (), ("N-itch",))}
    assert of(SMALL, "A3") == {}


def test_states_stand_with_the_most_pressing_first() -> None:
    finding = Finding(
        "R", "R", (Line("R."),), soon=Chosen("B1", ("yes",)), find_out=PAIN, raise_=Chosen("A2", ("short",))
    )
    found = of(changed(findings=(finding,), notes=()), "A1")
    assert found["pain"].findings == (("R", "raise"), ("R", "find_out"))


def test_a_state_that_only_a_taken_back_choice_gives_is_not_brought() -> None:
    finding = Finding("R", "R", (Line("R."),), soon=Not(PAIN), raise_=PAIN)
    assert of(changed(findings=(finding,), notes=()), "A1") == {
        "pain": Brings((("R", "raise"),), (), ()),
        "not_sure": Brings((("R-unsure", "find_out"),), (), ()),
    }


def test_lines_that_are_said_because_of_a_choice() -> None:
    finding = Finding("R", "R", SAID, raise_=Chosen("B1", ("yes",)))
    guide = changed(findings=(finding,), notes=())
    assert of(guide, "A2") == {
        "long": Brings((), ("R",), ()),
        "not_sure": Brings((("R-unsure", "find_out"),), (), ()),
    }
    assert of(guide, "B1")["yes"] == Brings((("R", "raise"),), (), ())


def test_lines_of_every_kind_count() -> None:
    for place in range(3):
        said, matters, ask = (SAID if place == one else SAID[:1] for one in range(3))
        finding = Finding("R", "R", said, matters, ask, raise_=Chosen("B1", ("yes",)))
        assert of(changed(findings=(finding,), notes=()), "A2")["long"].lines == ("R",)


def test_a_line_of_a_finding_that_is_not_shown_does_not_count() -> None:
    finding = Finding("R", "R", SAID, raise_=Chosen("A2", ("short",)))
    assert "long" not in of(changed(findings=(finding,), notes=()), "A2")


def test_lines_where_a_state_changes_too_are_not_told_again() -> None:
    assert of(odd(), "B1") == {
        "no": Brings((("R-sleep", "find_out"),), ("R-place", "R-rash"), ()),
        "not_sure": Brings((("R-unsure", "find_out"),), (), ("N-sleep",)),
    }
