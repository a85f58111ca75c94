"""What the text does not tell: the examples behind the ways, the lines and the topics, and edges of the routes."""

from __future__ import annotations

from tests.unit.guide.small import SMALL, changed
from trd_tui.guide.condition import Chosen
from trd_tui.guide.definition import Finding, Line, Part
from trd_tui.guide.paths.routes import find, state_of

Case = dict[str, tuple[str, ...]]


def leads(question: str) -> list[tuple[str, str, Case]]:
    """Where the choices of a question lead, with examples."""
    return [(one.choice, one.to, one.example) for one in find(SMALL).leads[question] if one.question == question]


def test_every_way_has_the_first_example_that_takes_it() -> None:
    before: Case = {"A1": ("pain",), "A2": ("short",), "A3": ("days",)}
    assert leads("O") == [
        ("help", "help", {"O": ("help",)}),
        ("go", "A1", {"O": ("go",)}),
        ("not_said", "A1", {"O": ("not_said",)}),
    ]
    assert leads("A1")[2:4] == [("ache", "B1", {"A1": ("ache",)}), ("ache", "A2", {"A1": ("ache", "pain")})]
    assert leads("B2")[:4] == [
        ("yes", "Z", {"A1": ("pain",), "A2": ("long",), "B2": ("yes",)}),
        ("yes", "B3", before | {"B2": ("yes",)}),
        ("more", "Z", {"A1": ("pain",), "A2": ("long",), "B2": ("more",)}),
        ("more", "B3", before | {"B2": ("more", "yes")}),
    ]
    assert leads("Z")[:2] == [("yes", "results", {"Z": ("yes",)}), ("bad", "stop", {"Z": ("bad",)})]


def test_a_way_rests_only_on_what_comes_before_the_next_question_that_is_always_asked() -> None:
    assert leads("O")[1] == ("go", "A1", {"O": ("go",)})
    assert leads("B1")[0] == ("yes", "B2", {"A1": ("pain",), "B1": ("yes",)})
    assert leads("A3")[0] == ("days", "B1", {"A1": ("pain",), "A2": ("short",), "A3": ("days",)})


def test_every_line_has_an_example() -> None:
    place, sleep, rash = find(SMALL).findings
    some = [one.example for one in (*place.said, *place.matters, *place.ask)]
    assert some == [{"A1": ("pain",)}, {"A1": ("pain",)}, {"A1": ("itch",)}, {"A1": ("pain",)}, {"A1": ("pain",)}]
    assert [one.example for one in (*sleep.said, *sleep.ask)] == [{"A1": ("pain",), "B1": ("yes",)}] * 2
    assert [one.example for one in rash.said] == [{"A1": ("rash",)}]


def test_every_topic_has_an_example() -> None:
    assert [(one.question.id, one.example) for one in find(SMALL).topics] == [
        ("A1", {"A1": ("not_sure",)}),
        ("A2", {"A1": ("itch",), "A2": ("not_sure",)}),
        ("B1", {"A1": ("pain",), "B1": ("not_sure",)}),
    ]


def test_the_results_without_a_finding_have_examples() -> None:
    assert find(SMALL).nothing == {"nothing": {"A1": ("more",)}, "skipped": {}}


def test_every_note_and_its_lines_have_examples() -> None:
    unsafe = next(one for one in find(SMALL).notes if one.note.id == "N-unsafe")
    assert unsafe.example == {"A1": ("unsafe",)}
    assert [one.example for one in unsafe.lines] == [{"A1": ("pain", "unsafe")}, {"A1": ("unsafe",)}]


def test_the_state_of_a_finding_is_the_most_pressing_that_holds() -> None:
    place = SMALL.findings[0]
    cases: list[tuple[str, ...]] = [("pain", "rash"), ("pain", "ache"), ("ache",), ("more",)]
    assert [state_of(place, {"A1": case}) for case in cases] == ["soon", "raise", "find_out", ""]


def test_a_part_without_questions_has_one_empty_route() -> None:
    empty = find(changed(parts=(*SMALL.parts, Part("E", "Empty")))).parts[-1]
    assert [(one.questions, one.when, one.example) for one in empty.routes] == [((), None, {})]
    assert (empty.shortest, empty.longest) == (0, 0)


def test_a_state_without_a_condition_is_none() -> None:
    finding = Finding("R", "R", (Line("R."),), raise_=Chosen("A2", ("short",)))
    found = find(changed(findings=(finding,))).findings[0]
    assert found.states == {"raise": {"A1": ("pain",), "A2": ("short",)}}
    assert found.said[0].example == {"A1": ("pain",), "A2": ("short",)}


def test_where_every_answer_gives_a_finding_there_is_no_quiet_example() -> None:
    every = Finding("R", "R", (Line("R."),), raise_=Chosen("A1", tuple(one.id for one in SMALL.question("A1").choices)))
    guide = changed(findings=(every,), questions=SMALL.questions[:2] + SMALL.questions[-1:], notes=(), bring=())
    assert find(guide).nothing == {"nothing": None, "skipped": {}}
    assert find(guide).cover[7] == ("quiet", 2, ("nothing",))
