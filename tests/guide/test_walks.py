"""Random ways through the guide: whatever a person does, what is asked and found depends on the answers alone.

`make test` takes some hundred of them. TRD_TUI_WALKS=N multiplies that: `make test ARGS="-k walks" TRD_TUI_WALKS=40`
takes many thousand, in some minutes.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.cases import some
from tests.guide import design
from tests.guide import results as expected
from tests.guide.person import Person
from tests.guide.random_answers import ANSWERS, MANY, PRIVATE, Answers, shown, walked
from tests.guide.texts import question_texts
from trd_tui.guide.asking import asked, exported
from trd_tui.guide.definition import NOT_SAID, Guide
from trd_tui.guide.findings import outcome
from trd_tui.guide.walk import RESULTS, STOPPED, Walk
from trd_tui.guide_pages import answer_text
from trd_tui.library.store import Library
from trd_tui.words import Words

straight = settings(max_examples=200 * MANY, suppress_health_check=[HealthCheck.function_scoped_fixture])


@straight
@given(answers=ANSWERS)
def test_a_run_asks_notes_and_finds_what_the_design_says(guide: Guide, answers: Answers) -> None:
    walk, met, notes = walked(guide, answers)
    assert met == design.run(answers)
    assert set(notes) == expected.notes(answers)
    assert len(notes) == len(set(notes))
    assert [(result.finding.id, result.state) for result in walk.outcome.results] == expected.results(answers)
    assert [note.id for note in walk.outcome.notes] == [id for id in expected.NOTES if id in set(notes) - {"N-C1"}]
    assert walk.stage == (STOPPED if answers["S2"] == ("act",) else RESULTS)


@straight
@given(answers=ANSWERS)
def test_what_is_not_said_goes_the_way_of_a_skip(guide: Guide, answers: Answers) -> None:
    told = {id: chosen or (NOT_SAID,) for id, chosen in answers.items()}
    assert asked(guide, answers) == asked(guide, told)
    assert shown(guide, answers) == shown(guide, told)
    assert outcome(guide, answers).quiet == outcome(guide, told).quiet
    assert exported(guide, answers) == exported(guide, told)


@straight
@given(answers=ANSWERS)
def test_what_is_not_sure_is_found_in_a_state_of_its_own(guide: Guide, answers: Answers) -> None:
    said = "\n".join(text for text in shown(guide, answers) if text.startswith("R-N find_out"))
    topics = {guide.question(id).topic for id in expected.unsure_of(design.counting(answers))}
    assert bool(topics) == bool(said)
    assert all(topic and topic in said for topic in topics)


@straight
@given(answers=ANSWERS)
def test_nothing_private_leaves(guide: Guide, words: Words, answers: Answers) -> None:
    left = exported(guide, answers)
    walk = Walk(guide)
    walk.answers = dict(answers)
    review = [answer_text(walk, question, words) for question in walk.reviewed if question.id != "B3"]
    assert not {"S1", "S2"} & set(left)
    assert not [id for id, chosen in left.items() if not chosen or {"unsafe", NOT_SAID} & set(chosen)]
    assert set(left) <= set(design.run(answers))
    assert not [text for text in [*shown(guide, answers), *review] if PRIVATE.search(text)]


@pytest.fixture
def person(library: Library, words: Words) -> type[Person]:
    return type("PersonHere", (Person,), {"guide": library.guide, "words": words})


@pytest.mark.parametrize("walks", some([20, 50], [20]))
def test_whatever_a_person_does(person: type[Person], walks: int) -> None:
    case = person.TestCase
    case.settings = settings(max_examples=walks * MANY, stateful_step_count=40)
    case("runTest").runTest()


def test_texts_of_private_questions_are_what_is_looked_for(guide: Guide) -> None:
    private = [guide.question("S2"), guide.question("S1")]
    assert all(PRIVATE.search(" ".join(question_texts(one))) for one in private)
