"""What the cover counts, and that it sees whatever an example does not show."""

from __future__ import annotations

import pytest

from tests.unit.guide.small import SMALL, changed
from trd_tui.guide.condition import Chosen, Not, Or
from trd_tui.guide.definition import Note
from trd_tui.guide.paths.cover import cover, follows
from trd_tui.guide.paths.routes import FindingPaths, Lead, NotePaths, Paths, find

Case = dict[str, tuple[str, ...]]
TOTALS = {
    "questions": 8, "choices": 34, "transitions": 40, "routes": 6, "states": 6, "lines": 8, "topics": 3, "quiet": 2,
    "notes": 7, "note_lines": 8,
}  # fmt: skip
PAIN: Case = {"A1": ("pain",)}
FOUND = find(SMALL)


def missing(paths: Paths) -> dict[str, tuple[str, ...]]:
    """What is counted as missing, once all of it is seen to be counted."""
    found = cover(paths)
    assert {one.what: one.total for one in found} == TOTALS
    return {one.what: one.missing for one in found if one.missing}


def with_lead(question: str, choice: str, **fields: object) -> Paths:
    """The paths with the ways from one choice changed."""
    some = tuple(one._replace(**fields) if one.choice == choice else one for one in FOUND.leads[question])  # type: ignore[arg-type]
    return FOUND._replace(leads=FOUND.leads | {question: some})


def with_finding(id: str, **fields: object) -> Paths:
    """The paths with one finding's changed."""
    some: list[FindingPaths] = [
        one._replace(**fields) if one.finding.id == id else one  # type: ignore[arg-type]
        for one in FOUND.findings
    ]
    return FOUND._replace(findings=tuple(some))


def with_note(id: str, **fields: object) -> Paths:
    """The paths with one note's changed."""
    some: list[NotePaths] = [
        one._replace(**fields) if one.note.id == id else one  # type: ignore[arg-type]
        for one in FOUND.notes
    ]
    return FOUND._replace(notes=tuple(some))


def finding(id: str) -> FindingPaths:
    """One finding's paths."""
    return next(one for one in FOUND.findings if one.finding.id == id)


def note(id: str) -> NotePaths:
    """One note's paths."""
    return next(one for one in FOUND.notes if one.note.id == id)


def test_all_is_shown() -> None:
    assert missing(FOUND) == {}
    assert [one.what for one in cover(FOUND)] == list(TOTALS)


def test_an_example_that_leads_elsewhere_shows_no_way_and_no_choice() -> None:
    assert missing(with_lead("B1", "yes", example={"A1": ("none",), "B1": ("yes",)})) == {
        "choices": ("B1 yes",),
        "transitions": ("B1 yes -> B2",),
    }


def test_a_choice_with_another_way_is_still_shown() -> None:
    rash = [one for one in FOUND.leads["A1"] if one.choice == "rash"]
    wrong = rash[0]._replace(example=rash[1].example)
    changed = tuple(wrong if one is rash[0] else one for one in FOUND.leads["A1"])
    assert missing(FOUND._replace(leads=FOUND.leads | {"A1": changed})) == {"transitions": ("A1 rash -> B1",)}


def test_a_way_that_is_left_out_is_counted_for_its_choice() -> None:
    leads = FOUND.leads | {"B1": FOUND.leads["B1"][1:]}
    found = {one.what: one for one in cover(FOUND._replace(leads=leads))}
    assert (found["transitions"].total, found["transitions"].missing) == (39, ())
    assert (found["choices"].total, found["choices"].missing) == (34, ("B1 yes",))


@pytest.mark.parametrize(
    ("place", "gone"),
    [
        (0, {"questions": ("A3", "B3"), "routes": ("A-1", "B-1")}),
        (1, {"routes": ("A-2", "B-2")}),
        (2, {"routes": ("A-3", "B-3")}),
    ],
)
def test_a_route_whose_example_takes_another(place: int, gone: dict[str, tuple[str, ...]]) -> None:
    other: Case = {"A1": ("none",)} if place < 2 else {**PAIN, "A2": ("short",)}
    parts = []
    for one in FOUND.parts:
        routes = list(one.routes)
        routes[place] = routes[place]._replace(example=other if one.part.id == "B" or place == 2 else {})
        parts.append(one._replace(routes=tuple(routes)))
    assert missing(FOUND._replace(parts=tuple(parts))) == gone


@pytest.mark.parametrize("example", [None, {"A1": ("ache",)}, {"A1": ("more",)}, {"A1": ("rash",)}])
def test_a_state_that_its_example_does_not_show(example: Case | None) -> None:
    states = finding("R-place").states | {"raise": example}
    assert missing(with_finding("R-place", states=states)) == {"states": ("R-place raise",)}


def test_a_state_of_another_finding_does_not_count() -> None:
    states = finding("R-sleep").states | {"raise": PAIN}
    assert missing(with_finding("R-sleep", states=states)) == {"states": ("R-sleep raise",)}


@pytest.mark.parametrize("example", [None, {"A1": ("itch",)}, {"A1": ("none",)}])
def test_a_line_that_its_example_does_not_show(example: Case | None) -> None:
    said = list(finding("R-place").said)
    said[1] = said[1]._replace(example=example)
    assert missing(with_finding("R-place", said=tuple(said))) == {"lines": ("R-place 2",)}


def test_a_line_whose_condition_holds_but_whose_finding_is_not_shown() -> None:
    said = list(finding("R-place").said)
    said[2] = said[2]._replace(example={"B1": ("yes",)})
    assert missing(with_finding("R-place", said=tuple(said))) == {"lines": ("R-place 3",)}


def test_lines_are_numbered_through() -> None:
    shown = tuple(one._replace(example=None) for one in finding("R-place").ask)
    assert missing(with_finding("R-place", ask=shown)) == {"lines": ("R-place 5",)}
    shown = tuple(one._replace(example=None) for one in finding("R-place").matters)
    assert missing(with_finding("R-place", matters=shown)) == {"lines": ("R-place 4",)}


def test_an_answer_that_does_not_count_shows_no_line() -> None:
    """A2 is not asked here, though it is answered."""
    kept = note("N-short").lines[0]._replace(example={"A1": ("rash",), "A2": ("short",)})
    assert missing(with_note("N-short", lines=(kept,))) == {"note_lines": ("N-short 1",)}


@pytest.mark.parametrize("example", [None, PAIN, {**PAIN, "A2": ("not_sure",)}, {"B1": ("not_sure",)}])
def test_a_topic_that_its_example_does_not_tell(example: Case | None) -> None:
    topics = tuple(one._replace(example=example) if one.question.id == "A2" else one for one in FOUND.topics)
    assert missing(FOUND._replace(topics=topics)) == {"topics": ("A2",)}


@pytest.mark.parametrize("example", [None, PAIN])
@pytest.mark.parametrize("name", ["nothing", "skipped"])
def test_a_quiet_end_that_its_example_does_not_show(name: str, example: Case | None) -> None:
    assert missing(FOUND._replace(nothing={**FOUND.nothing, name: example})) == {"quiet": (name,)}


@pytest.mark.parametrize("example", [None, {}, {"A1": ("rash",)}, {"Z": ("bad",)}])
def test_a_note_that_its_example_does_not_call_for(example: Case | None) -> None:
    assert missing(with_note("N-unsafe", example=example)) == {"notes": ("N-unsafe",)}


def test_a_note_that_one_answer_alone_calls_for() -> None:
    """It would hold without any answer too, but not without this one."""
    when = Or((Not(Chosen("A1", ("pain",))), Chosen("B1", ("yes",))))
    one = Note("N", "N", when, ())
    called = NotePaths(one, {**PAIN, "B1": ("yes",)}, ())
    paths = FOUND._replace(guide=changed(notes=(one,)))
    assert cover(paths._replace(notes=(called,)))[8] == ("notes", 1, ())
    assert cover(paths._replace(notes=(called._replace(example={"B1": ("yes",)}),)))[8] == ("notes", 1, ("N",))


@pytest.mark.parametrize("example", [None, PAIN, {"A1": ("unsafe",)}])
def test_a_line_of_a_note_that_its_example_does_not_show(example: Case | None) -> None:
    """With pain alone the condition of the line holds, and with no pain the note alone is called for."""
    lines = list(note("N-unsafe").lines)
    lines[0] = lines[0]._replace(example=example)
    assert missing(with_note("N-unsafe", lines=tuple(lines))) == {"note_lines": ("N-unsafe 1",)}


@pytest.mark.parametrize(
    ("question", "choice", "to", "before", "given"),
    [
        ("O", "help", "help", {}, ("help",)),
        ("O", "go", "A1", {}, ("go",)),
        ("A1", "rash", "A2", {}, ("pain", "rash")),
        ("A2", "short", "A3", PAIN, ("short",)),
        ("B1", "yes", "B2", PAIN, ("yes",)),
        ("B1", "yes", "B2", {**PAIN, "B2": ("yes",), "Z": ("bad",)}, ("yes",)),
        ("Z", "yes", "results", {}, ("yes",)),
        ("Z", "bad", "stop", {}, ("bad",)),
    ],
)
def test_a_lead_that_is_followed(question: str, choice: str, to: str, before: Case, given: tuple[str, ...]) -> None:
    assert follows(SMALL, Lead(question, choice, to, None, {**before, question: given}))


@pytest.mark.parametrize(
    ("question", "choice", "to", "before", "given"),
    [
        ("O", "help", "A1", {}, ("help",)),
        ("O", "go", "help", {}, ("go",)),
        ("O", "go", "A1", {}, ("help",)),
        ("O", "help", "O", {}, ("go",)),
        ("A1", "unsafe", "help", {}, ("unsafe",)),
        ("A1", "pain", "A2", {}, ("itch",)),
        ("A1", "pain", "A3", {}, ("pain",)),
        ("A1", "pain", "results", {}, ("pain",)),
        ("A2", "short", "B1", {}, ("short",)),
        ("A2", "short", "B1", {"A1": ("rash",)}, ("short",)),
        ("Z", "yes", "stop", {}, ("yes",)),
        ("Z", "yes", "help", {}, ("yes",)),
        ("Z", "yes", "Z", {}, ("yes",)),
        ("Z", "not_sure", "help", {}, ("not_sure",)),
        ("Z", "bad", "results", {}, ("bad",)),
        ("Z", "bad", "Z", {}, ("bad",)),
    ],
)
def test_a_lead_that_is_not(question: str, choice: str, to: str, before: Case, given: tuple[str, ...]) -> None:
    assert not follows(SMALL, Lead(question, choice, to, None, {**before, question: given}))


def test_help_without_anything_to_show_is_not_followed() -> None:
    assert not follows(changed(notes=()), Lead("O", "help", "help", None, {"O": ("help",)}))
