from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product
from pathlib import Path

import pytest

from tests.unit.small_content import FILES, GUIDE, WORDS, broken, with_change, write
from trd_tui.guide.asking import counted
from trd_tui.guide.condition import And, Chosen, Not, Or, holds
from trd_tui.guide.definition import Guide, Question
from trd_tui.library.authoring import guide_texts
from trd_tui.library.check import check
from trd_tui.library.rules import guide_routes
from trd_tui.library.rules.guide_runs import TangledError, runs, told
from trd_tui.library.rules.wording import advice_in, verdict_in
from trd_tui.library.source import load

CASES = Path(__file__).with_name("broken_guides.txt")
OTHER = "          - {id: other, text: Something else}\n"


def _lines(folder: Path) -> list[str]:
    return [str(problem) for problem in check(folder)]


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    found, _ = load(write(tmp_path))
    assert found is not None
    return found.guide


def test_there_are_many_broken_guides() -> None:
    assert len(list(broken(CASES))) >= 100


@pytest.mark.parametrize(("file", "before", "after", "lines"), list(broken(CASES)))
def test_one_change_gives(file: str, before: str, after: str, lines: list[str], tmp_path: Path) -> None:
    assert lines
    assert _lines(write(tmp_path, with_change(file, before, after))) == lines


def test_a_guide_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    (line,) = _lines(write(tmp_path, with_change(GUIDE, "and: and\n", "and: [\n")))
    assert line.startswith("en/guide.yaml:")


def test_a_guide_whose_evidence_cannot_be_read_is_still_proved(tmp_path: Path) -> None:
    changed = with_change(GUIDE, "find_out: {A1: not_sure}", "find_out: {and: [{A1: none}, {A1: one}]}")
    told = _lines(write(tmp_path, {**changed, "evidence.yaml": "one: {\n"}))
    assert 'en/guide.yaml:102:23: "R-A1" is never shown as "find_out": mend the condition, or take it out' in told


def _answers(question: Question) -> list[tuple[str, ...]]:
    """Every way to answer a question, a skip included."""
    alone = [(choice.id,) for choice in question.choices if choice.alone or not question.several]
    free = [choice.id for choice in question.choices if not choice.alone and question.several]
    some = chain.from_iterable(combinations(free, size) for size in range(1, len(free) + 1))
    return [(), *alone, *some]


def _every_run(guide: Guide) -> Iterator[dict[str, tuple[str, ...]]]:
    ids = [question.id for question in guide.questions]
    for chosen in product(*map(_answers, guide.questions)):
        yield counted(guide, dict(zip(ids, chosen, strict=True)))


def test_the_runs_of_the_proofs_are_all_that_conditions_can_tell_apart(guide: Guide) -> None:
    conditions = [*guide_texts.conditions(guide), *guide_texts.conditions_of_notes(guide)]
    found = runs(guide, conditions)
    proved = {tuple(holds(one, run) for one in conditions) for run in found}
    assert proved == {tuple(holds(one, run) for one in conditions) for run in _every_run(guide)}
    assert len(found) < 300


@pytest.mark.parametrize(
    "condition",
    [
        Chosen("A2", ("sleep", "hunger")),
        Not(Chosen("A2", ("sleep",))),
        And((Chosen("A2", ("sleep",)), Chosen("A2", ("hunger",)))),
        And((Chosen("A2", ("sleep",)), Chosen("A2", ("nothing",)))),
        And((Chosen("A2", ("sleep",)), Chosen("A1", ("none",)))),
        And((Not(Chosen("A1", ("one", "more"))), Chosen("B1", ("unsafe",)))),
        Or((Chosen("A1", ("none",)), Chosen("S2", ("act",)))),
    ],
)
def test_a_condition_can_hold_where_it_does_in_some_run(guide: Guide, condition: And | Or | Not | Chosen) -> None:
    for one in (condition, Not(condition)):
        possible = any(holds(one, run) for run in _every_run(guide))
        assert any(holds(one, run) for run in runs(guide, [one])) == possible


def test_the_way_to_a_question(guide: Guide) -> None:
    question = guide.question("B1")
    question.when = And((Chosen("A1", ("more",)), Chosen("A2", ("sleep",)), Chosen("A2", ("other",))))
    assert told(guide_routes.way_to(guide, question) or {}) == "with A1 more, A2 sleep and other"
    assert told(guide_routes.way_to(guide, guide.question("A1")) or {}) == "where nothing is answered"
    question.when = And((Chosen("A1", ("more",)), Chosen("A2", ("sleep",)), Chosen("A2", ("nothing",))))
    assert guide_routes.way_to(guide, question) is None


def test_a_skip_is_no_answer_to_wait_for(guide: Guide) -> None:
    assert runs(guide, [Chosen("A1", ("one",))]) == [{"A1": ()}, {"A1": ("one",)}]
    assert runs(guide, [None]) == [{}]


def test_a_finding_that_rests_on_too_much_is_told(tmp_path: Path) -> None:
    many = "".join(f"          - {{id: c{count}, text: Number {count}}}\n" for count in range(20))
    lines = "".join(f"      - {{text: A, when: {{A2: c{count}}}}}\n" for count in range(20))
    before = "      - {text: You noted some things., when: {not: {A1: [one, more]}}}\n"
    text = FILES[GUIDE].replace(OTHER, OTHER + many).replace(before, lines)
    assert _lines(write(tmp_path, {GUIDE: text})) == [
        (
            'en/guide.yaml:118:9: "R-A1" rests on more than 200000 combinations of answers: too tangled to prove: '
            "let its conditions look at fewer answers"
        ),
    ]


def test_too_many_runs_over_several_questions(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    conditions = [*guide_texts.conditions(guide), *guide_texts.conditions_of_notes(guide)]
    monkeypatch.setattr("trd_tui.library.rules.guide_runs.MOST", len(runs(guide, conditions)) - 1)
    with pytest.raises(TangledError):
        runs(guide, conditions)


@pytest.mark.parametrize(
    "text",
    [
        "You should stop taking it.",
        "Increase your dose.",
        "You could switch to another.",
        "You have bipolar disorder.",
        "You have TRD.",
        "It looks as if you have depression.",
        "We diagnosed you.",
        "Your score is 5.",
        "Your risk level is low.",
    ],
)
def test_what_is_never_said(text: str) -> None:
    assert verdict_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "These are things to talk over. They are not a diagnosis.",
        "You have had times of high energy.",
        "Please do not start, stop or change any medicine without your prescriber.",
        "It does not mean your depression is treatment-resistant.",
        "You could ask: could a specialist review my diagnosis?",
    ],
)
def test_what_may_be_said(text: str) -> None:
    assert not verdict_in(text)
    assert not advice_in(text)


def test_the_programs_own_words_about_the_guide_judge_nothing(tmp_path: Path) -> None:
    told = _lines(write(tmp_path, with_change(WORDS, "guide.results: guide.results\n", "guide.results: Your score\n")))
    assert len(told) == 1
    assert '"score" is never said in the guide' in told[0]


def test_conditions_that_use_each_other_again_and_again_are_not_followed(tmp_path: Path) -> None:
    names = "".join(f"  - {{name: k{count}, when: {{and: [k{count - 1}, k{count - 1}]}}}}\n" for count in range(1, 200))
    start = "  - {name: k0, when: {A1: one}}\n"
    found = _lines(write(tmp_path, with_change(GUIDE, "  - name: bothered\n", start + names + "  - name: bothered\n")))
    assert 1 <= len(found) < 200
    assert all("a condition with a name is too long" in line for line in found)
