from __future__ import annotations

import pytest

from tests.unit.guide.small import SMALL
from tests.unit.guide.walking import at, give, ids
from trd_tui.guide.walk import (
    AGAIN,
    FIRST,
    GO_ON,
    LEFT,
    NOT_NOW,
    OFF,
    ONE_PART,
    PARTS,
    QUESTION,
    RESULTS,
    REVIEW,
    START,
    STOPPED,
    THIS_PART,
    WELCOME,
    Walk,
)

# The first screen.


def test_a_walk_begins_on_the_first_screen(walk: Walk) -> None:
    assert at(walk) == WELCOME
    assert not walk.started
    assert (walk.draft, walk.notes, walk.offered, walk.struck) == ((), (), "", frozenset())
    assert walk.choices() == ((START, "Start"), (ONE_PART, "One part"), (NOT_NOW, "Not now"))


def test_whoever_has_answered_can_go_on_or_begin_again(started: Walk) -> None:
    give(started, "pain").leave()
    started.open()
    assert at(started) == WELCOME
    assert started.started
    assert started.choices() == ((GO_ON, "Go on"), (START, "Again"), (ONE_PART, "One part"), (NOT_NOW, "Not now"))
    assert AGAIN not in dict(started.choices())
    started.choose(GO_ON)
    assert at(started) == "A2"
    assert started.answers == {"O": ("go",), "A1": ("pain",)}


def test_starting_forgets_everything(started: Walk) -> None:
    give(started, "pain", "short").struck = frozenset({"R-place"})
    started.leave()
    started.open()
    started.choose(START)
    assert at(started) == "O"
    assert (started.answers, started.struck, started.draft) == ({}, frozenset(), ())
    assert ids(started) == "O A1 B1 B2 Z"


def test_forgetting_ends_a_run_of_one_part(started: Walk) -> None:
    started.choose_part("B")
    started.forget()
    assert (at(started), ids(started)) == (WELCOME, "O A1 B1 B2 Z")
    assert not started.notes


def test_not_now_leaves(walk: Walk) -> None:
    walk.choose(NOT_NOW)
    assert at(walk) == LEFT
    walk.open()
    assert at(walk) == WELCOME


def test_coming_from_a_section_offers_its_part(walk: Walk) -> None:
    walk.open("gamma")
    assert walk.offered == "A"
    assert walk.choices()[0] == (THIS_PART, "Only The place")
    walk.choose(THIS_PART)
    assert (at(walk), ids(walk)) == ("O", "O A1 Z")


@pytest.mark.parametrize("section", ["", "delta"])
def test_other_sections_offer_no_part(walk: Walk, section: str) -> None:
    walk.open("beta")
    walk.open(section)
    assert walk.offered == ""
    assert THIS_PART not in dict(walk.choices())


def test_opening_keeps_the_place_of_whoever_did_not_leave(started: Walk) -> None:
    started.open("beta")
    assert at(started) == "A1"


# The questions.


def test_questions_come_in_order_to_the_results(started: Walk) -> None:
    seen = [at(started)]
    for answer in ("itch", "short", "days", "yes", "", "yes"):
        give(started, answer)
        seen.append(at(started))
    assert seen == ["A1", "A2", "A3", "B1", "B2", "Z", RESULTS]
    assert started.answers["B2"] == ()
    assert [result.finding.id for result in started.outcome.results] == ["R-place", "R-sleep"]


def test_answers_are_kept_in_the_order_of_choices(started: Walk) -> None:
    started.answer(iter(["rash", "itch"]))
    assert started.answers["A1"] == ("itch", "rash")


@pytest.mark.parametrize(
    ("answer", "wrong"), [([], "none"), (["nowhere"], "unknown"), (["pain", "none"], "alone"), (["pain"] * 2, "twice")]
)
def test_what_is_no_answer_changes_nothing(started: Walk, answer: list[str], wrong: str) -> None:
    with pytest.raises(ValueError, match=f"^{wrong}$"):
        started.answer(answer)
    assert (at(started), started.answers) == ("A1", {"O": ("go",)})


def test_wanting_help_shows_it_and_asks_again(walk: Walk) -> None:
    walk.choose(START)
    shown = walk.answer(["help"])
    assert [note.id for note in shown] == ["N-calm"]
    assert walk.notes == shown
    assert (at(walk), walk.answers) == ("O", {})


def test_notes_are_there_until_they_were_seen(started: Walk) -> None:
    assert [note.id for note in started.answer(["unsafe", "itch"])] == ["N-unsafe"]
    assert [note.id for note in started.notes] == ["N-unsafe"]
    started.seen()
    assert tuple(note.id for note in started.notes) == ()
    assert [note.id for note in started.answer(["short"])] == ["N-short"]
    assert [note.id for note in started.notes] == ["N-short"]
    started.skip()
    assert not started.notes


def test_a_skip_takes_an_answer_back(started: Walk) -> None:
    give(started, "itch", "short").back()
    assert started.current.id == "A2"
    assert started.skip() == ()
    assert started.answers["A2"] == ()
    assert at(started) == "B1"


def test_an_answer_that_stops_ends_the_questions(started: Walk) -> None:
    give(started, "none", "")
    shown = started.answer(["bad"])
    assert at(started) == STOPPED
    assert started.notes == shown
    assert [note.shows for note in shown] == ["urgent"]
    started.stop()
    assert at(started) == RESULTS


def test_hidden_answers_are_kept_and_count_again(started: Walk) -> None:
    give(started, "itch", "long", "yes")
    started.review()
    started.change("A1")
    give(started, "none")
    assert started.answers["B1"] == ("yes",)
    assert ids(started) == "O A1 B2 Z"
    assert [one.id for one in started.left_out] == ["A2", "A3", "B1", "B3"]
    assert not started.outcome.results
    started.change("A1")
    give(started, "pain")
    assert ids(started) == "O A1 A2 B1 B2 Z"
    assert [result.finding.id for result in started.outcome.results] == ["R-place", "R-sleep"]


# Where the safety question stands.


@pytest.mark.parametrize(
    ("safety", "order"), [("last", "O A1 B1 B2 Z"), (FIRST, "O Z A1 B1 B2"), (OFF, "O A1 B1 B2")], ids=str
)
def test_the_safety_question_has_a_place(safety: str, order: str) -> None:
    walk = Walk(SMALL, safety)
    assert ids(walk) == order
    walk.choose(START)
    seen = []
    while walk.stage == QUESTION:
        seen.append(walk.current.id)
        walk.skip()
    assert " ".join(seen) == order


# One part.


def test_one_part_asks_first_what_it_rests_on(walk: Walk) -> None:
    walk.choose(ONE_PART)
    assert at(walk) == PARTS
    walk.choose_part("B")
    assert (at(walk), ids(walk)) == ("O", "O A1 B1 B2 Z")
    give(walk, "go", "pain", "yes", "yes", "yes")
    assert at(walk) == RESULTS
    assert "A2" not in walk.answers


def test_one_part_does_not_ask_again_what_was_answered(started: Walk) -> None:
    give(started, "itch")
    started.choose_part("B")
    assert (at(started), ids(started)) == ("B1", "O B1 B2 Z")


def test_one_part_that_is_answered_is_shown_in_the_list(started: Walk) -> None:
    give(started, "none", "yes", "yes")
    started.choose_part("A")
    assert at(started) == REVIEW


def test_what_one_part_leaves_out(started: Walk) -> None:
    give(started, "none")
    started.choose_part("B")
    assert [one.id for one in started.left_out] == ["B1", "B3"]


def test_after_one_part_all_can_be_asked(started: Walk) -> None:
    give(started, "itch")
    started.choose_part("B")
    give(started, "yes")
    started.choose_all()
    assert (at(started), ids(started)) == ("A2", "O A1 A2 B1 B2 Z")


def test_answers_to_other_parts_count(started: Walk) -> None:
    give(started, "rash")
    started.choose_part("B")
    assert [result.finding.id for result in started.outcome.results] == ["R-place", "R-rash"]


def test_there_must_be_such_a_part(started: Walk) -> None:
    with pytest.raises(KeyError, match="C"):
        started.choose_part("C")
    assert (at(started), ids(started)) == ("A1", "O A1 B1 B2 Z")
