from __future__ import annotations

import pytest

from tests.unit.guide.small import A1, B1, B2, B3, OFFER, PLACE, SAFETY, SMALL
from trd_tui.guide.condition import Chosen, holds
from trd_tui.guide.definition import Choice, Finding, Line, Note, Part, Question


def test_the_first_question_is_the_offer_and_the_last_is_for_safety() -> None:
    assert SMALL.offer is OFFER
    assert SMALL.safety is SAFETY


def test_things_are_found_by_their_ids() -> None:
    assert SMALL.question("A1") is A1
    assert SMALL.part("B").title == "The night"
    assert A1.choice("itch").text == "In itch"
    assert list(SMALL.in_part("B")) == [B1, B2, B3]
    assert list(SMALL.in_part("C")) == []


def test_what_is_not_there_is_named() -> None:
    for look in (SMALL.question, SMALL.part, A1.choice):
        with pytest.raises(KeyError, match="nowhere"):
            look("nowhere")


def test_states_stand_in_order_of_how_they_press() -> None:
    assert PLACE.states() == (("soon", PLACE.soon), ("raise", PLACE.raise_), ("find_out", PLACE.find_out))


def test_a_finding_without_conditions_is_never_shown() -> None:
    assert not [state for state, condition in Finding("R", "", ()).states() if holds(condition, {"A1": ("yes",)})]


@pytest.mark.parametrize(("id", "alone"), [("not_sure", True), ("not_said", True), ("none", False)])
def test_not_sure_and_not_said_stand_alone(id: str, alone: bool) -> None:
    assert Choice(id, "").alone is alone
    assert Choice(id, "", alone=True).alone


def test_answers_to_a_question_with_anything_private_are_hidden() -> None:
    assert [one.id for one in SMALL.questions if one.hidden] == ["O", "A1", "Z"]


def test_what_need_not_be_said() -> None:
    choice, line, part = Choice("a", "A"), Line("L"), Part("A", "T")
    assert (choice.named, choice.private, choice.then) == ("", False, "")
    assert (line.when, line.evidence) == (None, ())
    assert (part.first, part.sections) == ((), ())


def test_a_question_and_a_finding_need_little() -> None:
    question = Question("A1", "A", "T", (), "Why.", ())
    finding, note = Finding("R", "T", ()), Note("N", "T", Chosen("A1", ()), ())
    assert (question.evidence, question.also, question.when, question.topic) == ((), (), None, "")
    assert (question.several, question.private, holds(question.unless, {})) == (False, False, False)
    assert (finding.matters, finding.ask, finding.section, finding.evidence) == ((), (), "", ())
    assert (note.shows, note.results, note.evidence) == ("lines", True, ())
