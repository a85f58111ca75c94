from __future__ import annotations

import pytest

from tests.unit.guide.small import SMALL
from tests.unit.guide.walking import at, give
from trd_tui.guide.asking import toggled
from trd_tui.guide.walk import FIRST, GO_ON, LEFT, ONE_PART, PARTS, RESULTS, REVIEW, START, STOPPED, WELCOME, Walk

# Going back.


def test_back_goes_through_the_questions_to_the_first_screen_and_out(started: Walk) -> None:
    give(started, "itch", "long", "yes", "yes", "yes")
    seen = []
    while at(started) != LEFT:
        started.back()
        seen.append(at(started))
    assert seen == ["Z", "B2", "B1", "A2", "A1", "O", WELCOME, LEFT]
    started.back()
    assert at(started) == WELCOME


def test_nothing_is_chosen_in_a_question_that_was_not_answered(seen: Walk) -> None:
    assert (at(seen), seen.draft) == ("A1", ())


def test_back_shows_what_was_chosen(started: Walk) -> None:
    give(started, "none", "more+yes")
    assert not started.draft
    started.back()
    assert (at(started), started.draft) == ("B2", ("yes", "more"))


@pytest.mark.parametrize(
    ("answers", "question"), [(["unsafe+itch"], "A1"), (["itch"], "A1"), (["none", "", "yes"], "Z")], ids=str
)
def test_back_shows_nothing_that_is_private_or_could_have_been(
    started: Walk, answers: list[str], question: str
) -> None:
    give(started, *answers).back()
    assert (at(started), started.draft) == (question, ())
    assert started.answers[question]


def test_back_from_the_offer_shows_no_answer_to_it(started: Walk) -> None:
    started.back()
    assert (at(started), started.draft) == ("O", ())


@pytest.mark.parametrize("answer", ["unsafe+itch", "itch", ""], ids=str)
def test_what_was_answered_before_can_be_kept_unseen(started: Walk, answer: str) -> None:
    before = give(started, answer).answers["A1"]
    started.back()
    notes = started.keep()
    assert started.answers["A1"] == before
    assert at(started) == ("A2" if before else "B1")
    assert bool(notes) == ("unsafe" in answer)


def test_what_ends_the_questions_is_kept_too(started: Walk) -> None:
    give(started, "none", "", "bad").back()
    assert [note.id for note in started.keep()] == ["N-urgent"]
    assert at(started) == STOPPED


def test_without_an_answer_there_is_nothing_to_keep(started: Walk) -> None:
    with pytest.raises(KeyError, match="A1"):
        started.keep()
    assert at(started) == "A1"


def test_back_hides_the_notes(started: Walk) -> None:
    give(started, "unsafe").back()
    assert started.notes == ()


def test_back_from_the_parts_and_from_an_end(started: Walk) -> None:
    started.parts()
    assert at(started) == PARTS
    started.back()
    assert at(started) == "A1"
    started.stop()
    started.back()
    assert at(started) == "A1"
    give(started, "none", "", "bad").back()
    assert at(started) == "Z"
    give(started, "yes")
    started.review()
    started.change("A1")
    give(started, "none")
    started.go_on()
    assert at(started) == RESULTS
    started.back()
    assert at(started) == "Z"


def test_what_ended_the_questions_is_shown_again_to_who_left_and_goes_on(started: Walk) -> None:
    give(started, "none", "", "bad").leave()
    started.open()
    started.choose(GO_ON)
    assert at(started) == STOPPED
    started.back()
    give(started, "yes").leave()
    started.open()
    started.choose(GO_ON)
    assert at(started) == RESULTS


def test_back_from_the_parts_before_the_start(walk: Walk) -> None:
    walk.choose(ONE_PART)
    walk.back()
    assert at(walk) == WELCOME


def test_the_question_before_is_one_of_this_run(started: Walk) -> None:
    give(started, "itch")
    started.choose_part("B")
    started.back()
    assert at(started) == "O"


# The list of answers.


def test_changing_an_answer_leads_back_to_the_list_and_from_there_on(started: Walk) -> None:
    give(started, "itch", "long")
    started.review()
    started.change("A2")
    assert (at(started), started.draft) == ("A2", ("long",))
    give(started, "long")
    assert at(started) == REVIEW
    started.go_on()
    assert at(started) == "B1"
    give(started, "yes")
    assert at(started) == "B2"


def test_a_change_can_be_skipped_or_left_alone(started: Walk) -> None:
    give(started, "itch", "long")
    started.review()
    started.change("A2")
    started.skip()
    assert (at(started), started.answers["A2"]) == (REVIEW, ())
    started.change("A1")
    started.back()
    assert (at(started), started.answers["A1"]) == (REVIEW, ("itch",))


def test_a_change_that_stops_does_not_lead_back_to_the_list(started: Walk) -> None:
    give(started, "none", "", "yes")
    started.review()
    started.change("Z")
    give(started, "bad")
    assert at(started) == STOPPED


def test_back_from_the_list_leads_to_where_it_was_opened(started: Walk) -> None:
    give(started, "itch")
    started.review()
    started.back()
    assert at(started) == "A2"
    give(started, "short", "days").stop()
    started.review()
    started.change("A1")
    give(started, "itch")
    started.back()
    assert at(started) == RESULTS


def test_back_from_the_list_brings_back_what_was_chosen(started: Walk) -> None:
    started.draft = ("itch", "rash")
    started.review()
    started.change("B1")
    give(started, "yes")
    started.back()
    assert (at(started), started.draft) == ("A1", ("itch", "rash"))


def test_back_from_the_list_does_not_bring_back_what_an_answer_replaced(started: Walk) -> None:
    give(started, "none").draft = ("yes",)
    started.review()
    started.change("B2")
    give(started, "more")
    started.back()
    assert (at(started), started.draft) == ("B2", ("more",))


def test_back_from_the_list_brings_back_an_answer_where_nothing_else_was_chosen(started: Walk) -> None:
    give(started, "none", "yes").back()
    started.draft = toggled(started.current, started.draft, "yes")
    started.parts()
    started.back()
    assert (at(started), started.draft) == ("B2", ("yes",))


def test_back_from_the_list_leads_to_the_results_though_their_last_question_was_changed(started: Walk) -> None:
    started.stop()
    started.review()
    started.change("A1")
    give(started, "itch")
    started.back()
    assert at(started) == RESULTS


def test_back_from_the_list_goes_on_where_its_question_is_gone(started: Walk) -> None:
    give(started, "itch")
    started.review()
    started.change("A1")
    give(started, "none")
    started.back()
    assert at(started) == "B2"


def test_a_list_opened_from_another_list_or_from_a_change_leads_back_before_both(started: Walk) -> None:
    give(started, "itch", "long")
    started.review()
    started.parts()
    started.review()
    started.change("A1")
    started.review()
    started.back()
    assert at(started) == "B1"


def test_a_question_can_be_changed_without_the_list(walk: Walk) -> None:
    walk.change("B2")
    give(walk, "yes")
    assert (at(walk), walk.answers) == (REVIEW, {"B2": ("yes",)})
    walk.back()
    assert at(walk) == WELCOME


def test_the_list_has_what_counts_and_what_is_to_come(started: Walk) -> None:
    give(started, "itch")
    started.choose_part("B")
    assert [one.id for one in started.reviewed] == ["A1", "B1", "B2", "Z"]


def test_only_what_is_in_the_list_can_be_changed(started: Walk) -> None:
    started.review()
    for id in ("O", "A2", "Z9"):
        with pytest.raises(KeyError, match=id):
            started.change(id)
    assert at(started) == REVIEW


# How far.


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], (1, "A", 2, 1)),
        (["itch"], (2, "A", 2, 1)),
        (["itch", "short"], (3, "A", 2, 1)),
        (["itch", "short", "days"], (4, "B", 2, 0)),
        (["none"], (2, "B", 2, 0)),
        (["none", ""], (0, "", 2, 0)),
    ],
    ids=str,
)
def test_progress_counts_what_is_asked(started: Walk, answers: list[str], expected: tuple[int, str, int, int]) -> None:
    progress = give(started, *answers).progress
    part = progress.part.id if progress.part else ""
    assert (progress.number, part, progress.parts, progress.parts_left) == expected


def test_progress_before_the_first_question(walk: Walk) -> None:
    walk.choose(START)
    assert (walk.progress.number, walk.progress.part, walk.progress.parts, walk.progress.parts_left) == (0, None, 2, 2)


def test_progress_at_a_safety_question_that_is_first() -> None:
    walk = Walk(SMALL, FIRST)
    walk.choose(START)
    give(walk, "go")
    assert (walk.current.id, walk.progress.number, walk.progress.parts_left) == ("Z", 0, 2)


def test_progress_counts_only_the_parts_of_a_run(walk: Walk) -> None:
    walk.choose_part("B")
    give(walk, "go")
    assert (walk.progress.number, walk.progress.parts, walk.progress.parts_left) == (1, 2, 1)
    give(walk, "none")
    assert (walk.current.id, walk.progress.number, walk.progress.parts_left) == ("B2", 2, 0)


def test_a_question_outside_of_a_run_has_no_number(started: Walk) -> None:
    give(started, "itch")
    started.choose_part("B")
    started.review()
    started.change("A1")
    assert (started.progress.number, started.progress.part, started.progress.parts_left) == (0, None, 0)


def test_leaving_keeps_answers_and_place(started: Walk) -> None:
    give(started, "itch").leave()
    assert (at(started), started.current.id, started.notes) == (LEFT, "A2", ())
    assert started.answers == {"O": ("go",), "A1": ("itch",)}


def test_back_from_the_first_screen_leaves_at_once(walk: Walk) -> None:
    walk.back()
    assert at(walk) == LEFT


# What is chosen, but not given.


def test_what_was_chosen_is_there_when_its_question_comes_back(started: Walk) -> None:
    give(started, "itch", "long").draft = ("yes",)
    started.back()
    assert (at(started), started.draft) == ("A2", ("long",))
    give(started, "long")
    assert (at(started), started.draft) == ("B1", ("yes",))


def test_what_was_chosen_outlives_leaving_and_going_on(started: Walk) -> None:
    give(started, "none").draft = ("yes", "more")
    started.leave()
    started.open()
    started.choose(GO_ON)
    assert (at(started), started.draft, "B2" in started.answers) == ("B2", ("yes", "more"), False)


def test_what_was_chosen_is_something_to_go_on_with() -> None:
    walk = Walk(SMALL)
    walk.choose(START)
    walk.review()
    walk.change("B2")
    before = walk.started
    walk.draft = ("yes",)
    assert (before, walk.started) == (False, True)
    walk.leave()
    walk.open()
    assert GO_ON in dict(walk.choices())


@pytest.mark.parametrize("answer", ["more", ""])
def test_what_was_chosen_is_forgotten_once_the_question_is_settled(started: Walk, answer: str) -> None:
    give(started, "none").draft = ("yes",)
    started.back()
    started.keep()
    assert list(started.draft) == ["yes"]
    give(started, answer)
    started.review()
    started.change("B2")
    assert list(started.draft) == [*filter(None, [answer])]


def test_what_was_chosen_in_a_question_that_is_not_shown_again_is_forgotten(started: Walk) -> None:
    started.draft = ("itch", "rash")
    started.leave()
    started.open()
    started.choose(GO_ON)
    assert at(started) == "A1"
    assert not started.draft


def test_starting_again_forgets_what_was_chosen(started: Walk) -> None:
    give(started, "none").draft = ("yes",)
    started.back()
    started.choose(START)
    assert not started.started
    give(started, "", "none")
    assert at(started) == "B2"
    assert not started.draft
