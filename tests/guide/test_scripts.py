"""Every persona and scripted run through the engine, and the tables of the design against them."""

from __future__ import annotations

import pytest

from tests.guide import design
from tests.guide import results as expected
from tests.guide.personas import PERSONAS
from tests.guide.runs import CAUSES, NONE_YET, ONE_PART, SCRIPTS, URGENT
from tests.guide.script import NOTHING, SKIPPED, Script
from tests.guide.trail import Trail
from trd_tui.guide.walk import RESULTS, STOPPED

each_script = pytest.mark.parametrize("script", SCRIPTS, ids=repr)


@each_script
def test_the_questions_of_a_run_in_order(trail: Trail, script: Script) -> None:
    assert trail.asked == script.asked


@each_script
def test_the_notes_come_straight_after_their_answers(trail: Trail, script: Script) -> None:
    assert trail.notes == script.notes


@each_script
def test_the_results_in_order_with_their_states(trail: Trail, script: Script) -> None:
    assert trail.results == script.results
    assert trail.walk.outcome.quiet == ("" if script.results else script.quiet or NOTHING)


@each_script
def test_what_results_and_sheet_say(trail: Trail, script: Script) -> None:
    for text in (trail.found, trail.sheet):
        missing = [phrase for phrase in script.says if phrase not in text]
        assert not missing, text
        assert not [phrase for phrase in script.never if phrase in text], text


@each_script
def test_questions_are_asked_in_the_right_tense(trail: Trail, script: Script) -> None:
    for id, phrase in script.asks.items():
        assert phrase in trail.texts[id]


@each_script
def test_a_run_ends_with_the_safety_question_and_results(trail: Trail, script: Script) -> None:
    stops = script.given["S2"] == ("act",)
    assert trail.asked[-1] == "S2"
    assert trail.walk.stage == (STOPPED if stops else RESULTS)


@each_script
def test_the_tables_of_the_design_agree_with_what_was_worked_out_by_hand(script: Script) -> None:
    given = {id: script.given[id] for id in script.asked}
    if not script.part:
        assert design.run(given) == script.asked
    assert expected.results(given) == script.results
    assert expected.notes(given) == {note for notes in script.notes.values() for note in notes}


def test_there_are_all_eighteen_personas_once() -> None:
    assert [int(script.name.split("-")[0]) for script in PERSONAS] == list(range(1, 19))


def test_every_question_is_asked_in_some_run() -> None:
    assert {id for script in SCRIPTS for id in script.asked} == set(design.CHOICES)


def test_every_result_comes_in_some_run() -> None:
    assert {id for script in SCRIPTS for id, _ in script.results} == set(expected.STATES)


def test_every_note_comes_in_some_run_and_u1_and_u2_in_the_past_too() -> None:
    past = {note for script in URGENT if script.given["A2"] in {("stopped",), ("new",)} for note in _notes(script)}
    assert {note for script in SCRIPTS for note in _notes(script)} == set(expected.NOTES)
    assert {"U1", "U2"} <= past


def test_every_cause_has_a_run_that_gives_a_result() -> None:
    causes = {"R-B0", "R-B1", "R-C1", "R-D1", "R-D2", "R-D3", "R-E1", "R-E2", "R-F1", "R-F2", "R-F3",
              "R-G1", "R-G2", "R-G3", "R-G4", "R-C2", "R-C3", "R-B2", "R-H1"}  # fmt: skip
    runs = (*PERSONAS, *CAUSES, NONE_YET)
    assert causes <= {id for script in runs if len(script.results) == 1 for id, _ in script.results} | {"R-G2"}


def test_every_part_has_a_run_of_its_own() -> None:
    assert {script.part for script in ONE_PART} == set(design.PARTS)


def test_quiet_runs_say_why_they_are_quiet() -> None:
    assert {script.quiet for script in SCRIPTS if not script.results} == {NOTHING, SKIPPED}


def _notes(script: Script) -> set[str]:
    return {note for notes in script.notes.values() for note in notes}
