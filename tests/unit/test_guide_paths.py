"""The paths against a search of another kind: it tries real answers in the walk itself, question after question."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.guide.small import SMALL
from trd_tui.guide.asking import counted
from trd_tui.guide.condition import holds
from trd_tui.guide.definition import HELP, NOT_SAID, Finding, Guide, Question
from trd_tui.guide.findings import called_for, outcome
from trd_tui.guide.paths.cases import sequences
from trd_tui.guide.paths.routes import Paths, find
from trd_tui.guide.stored import to_value
from trd_tui.guide.walk import QUESTION, RESULTS, START, STOPPED, Walk
from trd_tui.library.store import Library

ROOT = Path(__file__).parents[2]
Answers = dict[str, tuple[str, ...]]
Step = tuple[str, str, str]
MANY = 6


@pytest.fixture(scope="module")
def real(library: Library) -> Paths:
    """The paths of the real guide."""
    return find(library.guide)


@pytest.fixture(scope="module", params=["small", "real"])
def paths(request: pytest.FixtureRequest, library: Library) -> Paths:
    """The paths of a guide as small as it can be, and of the real one."""
    return find(SMALL if request.param == "small" else library.guide)


@pytest.fixture(scope="module")
def searched(paths: Paths) -> Search:
    """What the other search finds in the same guide."""
    return Search(paths.guide)


def names(*things: object) -> set[str]:
    """The questions that some conditions look at, read from how they are stored."""
    found: set[str] = set()
    waiting: list[object] = [to_value(thing) for thing in things]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if value.get("is") == "Chosen":
                found.add(value["question"])
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def real_answers(question: Question, *, joined: bool) -> Iterator[tuple[str, ...]]:
    """A skip, each choice, and where `joined`, choices together: all where there are few, else two of them."""
    yield ()
    yield from ((choice.id,) for choice in question.choices)
    several = [choice.id for choice in question.choices if question.several and not choice.alone]
    if joined:
        for size in range(2, len(several) + 1 if len(several) <= MANY else 3):
            yield from itertools.combinations(several, size)


class Search:
    """Breadth first over the walk; runs that later questions cannot tell apart are gone on with once."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.steps: set[Step] = set()
        self.seen: list[tuple[Answers, Step]] = []
        self.runs: set[tuple[str, ...]] = set()
        first = Walk(guide)
        first.choose(START)
        waiting: dict[object, tuple[Answers, set[tuple[str, ...]]]] = {first.current.id: ({}, {()})}
        # Questions come in their order, so every way to one is known before it is answered.
        for question in guide.questions:
            for key in [key for key in waiting if self._current(key) == question.id]:
                answers, runs = waiting.pop(key)
                self._answer(question, answers, {(*run, question.id) for run in runs}, waiting)

    def _current(self, key: object) -> object:
        return key[0] if isinstance(key, tuple) else key

    def _answer(
        self,
        question: Question,
        answers: Answers,
        runs: set[tuple[str, ...]],
        waiting: dict[object, tuple[Answers, set[tuple[str, ...]]]],
    ) -> None:
        later = self.guide.questions[self.guide.questions.index(question) + 1 :]
        looked_at = names(*(one.when for one in later))
        for chosen in real_answers(question, joined=question.id in looked_at):
            walk = Walk(self.guide)
            walk.answers, walk.stage, walk.current = dict(answers), QUESTION, question
            notes = walk.answer(chosen) if chosen else walk.skip()
            stays = walk.stage == QUESTION and walk.current is question
            to = HELP if stays else walk.current.id if walk.stage == QUESTION else walk.stage
            to = "stop" if to == STOPPED else to
            assert bool(notes) or not stays
            for choice in chosen:
                self.steps.add((question.id, choice, to))
                self.seen.append((walk.answers | {question.id: chosen}, (question.id, choice, to)))
            if walk.stage == RESULTS:
                self.runs |= runs
            elif not stays and walk.stage == QUESTION:
                kept = counted(self.guide, walk.answers)
                key = (walk.current.id, tuple((id, kept[id]) for id in sorted(kept) if id in looked_at))
                waiting.setdefault(key, (walk.answers, set()))[1].update(runs)


def cases(guide: Guide, *conditions: object) -> Iterator[Answers]:
    """Every run of real answers to the questions that conditions rest on; other questions are not answered."""
    found = names(*conditions)
    while True:
        more = found | names(*(guide.question(id).when for id in found))
        if more == found:
            break
        found = more
    asked = [question for question in guide.questions if question.id in found]
    for chosen in itertools.product(*(real_answers(question, joined=True) for question in asked)):
        yield counted(guide, dict(zip([question.id for question in asked], chosen, strict=True)))


def test_every_step_is_found_and_no_other(paths: Paths, searched: Search) -> None:
    found = {(lead.question, lead.choice, lead.to) for every in paths.leads.values() for lead in every}
    assert found == searched.steps


def test_the_situation_of_each_step_is_exactly_when_it_is_taken(paths: Paths, searched: Search) -> None:
    for answers, (question, choice, to) in searched.seen:
        live = counted(paths.guide, answers)
        leads = [lead.to for lead in paths.leads[question] if lead.choice == choice and holds(lead.when, live)]
        assert leads == [to], (answers, question, choice)


def test_a_skip_leads_where_it_is_said_to_lead(paths: Paths, searched: Search) -> None:
    for answers, (question, choice, to) in searched.seen:
        if choice == NOT_SAID:
            walk = Walk(paths.guide)
            walk.answers, walk.stage = dict(answers), QUESTION
            walk.current = paths.guide.question(question)
            walk.skip()
            assert to in (walk.current.id, walk.stage)


def test_every_run_is_found_and_no_other(paths: Paths, searched: Search) -> None:
    routes = [one.routes for one in paths.parts]
    offer, safety = paths.guide.offer.id, paths.guide.safety.id
    found = [
        (offer, *(id for one, place in zip(routes, run.routes, strict=True) for id in one[place - 1].questions), safety)
        for run in paths.runs
    ]
    assert sorted(found) == sorted(searched.runs)
    assert [run.screens for run in paths.runs] == [len(questions) + 1 for questions in found]


def test_the_situation_of_each_route_is_exactly_when_it_is_taken(paths: Paths) -> None:
    for one in paths.parts:
        inside = list(paths.guide.in_part(one.part.id))
        for live in cases(paths.guide, *(question.when for question in inside)):
            taken = tuple(question.id for question in inside if holds(question.when, live))
            assert [route.questions for route in one.routes if holds(route.when, live)] == [taken]


def test_every_finding_state_and_line_that_can_be_is_shown_and_no_other(paths: Paths) -> None:
    guide = paths.guide
    for one in paths.findings:
        finding, states = one.finding, dict(one.finding.states())
        shown = {state for live in cases(guide, *states.values()) if (state := _state(finding, live))}
        assert shown == {state for state, example in one.states.items() if example is not None}
        for each in (*one.said, *one.matters, *one.ask):
            every = cases(guide, *states.values(), each.line.when)
            can_be = any(_state(finding, live) and holds(each.line.when, live) for live in every)
            assert can_be == (each.example is not None)


def _state(finding: Finding, live: Answers) -> str:
    return next((state for state, condition in finding.states() if holds(condition, live)), "")


def test_every_note_and_line_that_can_be_is_shown_and_no_other(paths: Paths) -> None:
    for one in paths.notes:
        shown = [(None, one.example), *((each.line.when, each.example) for each in one.lines)]
        assert len(shown) == len(one.note.lines) + 1
        for when, example in shown:
            every = cases(paths.guide, one.note.when, when)
            assert any(holds(one.note.when, live) and holds(when, live) for live in every) == (example is not None)


def test_the_examples_show_what_they_stand_for(paths: Paths) -> None:
    guide = paths.guide
    for one in paths.findings:
        for state, example in one.states.items():
            if example is not None:
                assert (one.finding.id, state) in [
                    (each.finding.id, each.state) for each in outcome(guide, example).results
                ]
    for each in paths.notes:
        assert each.example is not None
        assert any(each.note in called_for(guide, {}, each.example, id) for id in each.example)
    for name, example in paths.nothing.items():
        assert example is not None
        assert outcome(guide, example).quiet == name


def test_what_a_choice_brings_about_is_what_its_answer_changes(paths: Paths) -> None:
    """Found again by giving and taking back each choice in every case."""
    guide = paths.guide
    for one in paths.findings:
        states = dict(one.finding.states())
        brought: set[tuple[str, str, str]] = set()
        for live in cases(guide, *states.values()):
            now = _state(one.finding, live)
            for question, chosen in live.items():
                for choice in chosen:
                    rest = tuple(id for id in chosen if id != choice)
                    if now and now != _state(one.finding, counted(guide, live | {question: rest})):
                        brought.add((question, choice, now))
        told = {
            (question, choice, state)
            for question, choices in paths.brings.items()
            for choice, brings in choices.items()
            for id, state in brings.findings
            if id == one.finding.id
        }
        assert told == brought


def test_notes_that_a_choice_brings_about(real: Paths) -> None:
    told = {
        (f"{question} {choice}", note)
        for question, choices in real.brings.items()
        for choice, brings in choices.items()
        for note in brings.notes
    }
    assert ("B3 restless", "U1") in told
    assert {step for step, note in told if note == "U7"} == {"H1 unsafe"}
    assert {step for step, note in told if note == "U4"} == {
        "E1 four_weekly", "E2 five_six", "E2 seven", "E4 most_days",
    }  # fmt: skip


def test_lines_that_a_choice_changes(real: Paths) -> None:
    assert real.brings["B2"]["forgot"].lines == ("R-B1",)
    assert real.brings["B2"]["other"].lines == ()
    assert "R-A1" in real.brings["A2"]["stopped"].lines


def test_everything_in_the_guide_is_covered(real: Paths) -> None:
    guide = real.guide
    assert [(one.what, one.missing) for one in real.cover if one.missing] == []
    totals = {one.what: one.total for one in real.cover}
    assert totals["questions"] == len(guide.questions)
    assert totals["choices"] == sum(len(question.choices) for question in guide.questions)
    assert totals["transitions"] == sum(map(len, real.leads.values()))
    assert totals["lines"] == sum(len((*one.said, *one.matters, *one.ask)) for one in guide.findings)
    assert totals["notes"] == len(guide.notes)
    assert totals["note_lines"] == sum(len(note.lines) for note in guide.notes)


def test_the_length_of_a_run_is_what_the_design_says(real: Paths) -> None:
    assert (min(run.screens for run in real.runs), max(run.screens for run in real.runs)) == (19, 36)
    assert len(sequences(real.guide, real.guide.questions)) == len(set(real.runs)) == len(real.runs)
