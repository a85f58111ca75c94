"""A person in the guide who does anything that can be done there, and what must hold after everything they do."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.guide import design
from tests.guide import results as expected
from tests.guide.random_answers import ANSWERS, PRIVATE, Answers, one_answer, shown, walked
from trd_tui.guide import walk as stages
from trd_tui.guide.asking import counted, exported, toggled
from trd_tui.guide.definition import Guide, Question
from trd_tui.guide.walk import QUESTION, RESULTS, START, STOPPED, Walk
from trd_tui.guide_pages import answer_text
from trd_tui.words import Words


class Person(RuleBasedStateMachine):
    """Somebody who does anything that can be done, in any order."""

    guide: Guide
    words: Words

    def __init__(self) -> None:
        super().__init__()
        self.given: Answers = {}
        self.walk = Walk(self.guide)

    @initialize(safety=st.sampled_from([stages.LAST, stages.LAST, stages.FIRST, stages.OFF]))
    def begins(self, safety: str) -> None:
        self.walk = Walk(self.guide, safety)
        self.walk.open()

    def at(self, *wanted: str) -> bool:
        return self.walk.stage in wanted

    # The welcome screen, and the list of parts.

    @precondition(lambda self: self.at(stages.WELCOME))
    @rule(data=st.data())
    def chooses(self, data: st.DataObject) -> None:
        names = [name for name, _ in self.walk.choices()]
        assert (stages.GO_ON in names) == bool(self.given)
        name = data.draw(st.sampled_from(names))
        if name == START:
            self.given = {}
        self.walk.choose(name)

    @precondition(lambda self: self.at(stages.WELCOME))
    @rule()
    def starts(self) -> None:
        self.given = {}
        self.walk.choose(START)
        assert self.walk.current is self.guide.offer

    @precondition(lambda self: self.at(stages.WELCOME) and self.given)
    @rule()
    def goes_on_where_they_were(self) -> None:
        self.walk.choose(stages.GO_ON)
        self._is_led_to_what_is_open()

    @precondition(lambda self: self.at(stages.PARTS))
    @rule(part=st.sampled_from(sorted(design.PARTS)))
    def takes_one_part(self, part: str) -> None:
        self.walk.choose_part(part)
        own = {*design.PARTS[part].split(), *design.ASKED_FIRST.get(part, ()), "S1", "S2"}
        assert {one.id for one in self.walk.order} <= own
        assert self.at(QUESTION, stages.REVIEW)
        assert self.at(stages.REVIEW) == (not self._open())

    @precondition(lambda self: self.at(stages.PARTS))
    @rule()
    def takes_all_parts(self) -> None:
        self.walk.choose_all()
        self._is_led_to_what_is_open()
        assert [one.id for one in self.walk.order if one.id != "S2"] == design.run(self.given)[:-1]

    # A question.

    @precondition(lambda self: self.at(QUESTION))
    @rule(data=st.data())
    def answers(self, data: st.DataObject) -> None:
        id = self.walk.current.id
        chosen = data.draw(one_answer(id).filter(bool))
        if chosen == ("help",):
            self._asks_for_help()
        else:
            self._is_asked_no_more_than_once(lambda: self.walk.answer(chosen), chosen)
            assert self.at(STOPPED) == (chosen == ("act",))

    @precondition(lambda self: self.at(QUESTION))
    @rule(data=st.data())
    def answers_with_what_was_pressed(self, data: st.DataObject) -> None:
        question = self.walk.current
        pressed = data.draw(st.lists(st.sampled_from([choice.id for choice in question.choices]), max_size=4))
        for id in pressed:
            self.walk.draft = toggled(question, self.walk.draft, id)
            assert self._is_an_answer(question, self.walk.draft) or not self.walk.draft
        if self.walk.draft and self.walk.draft != ("help",):
            draft = self.walk.draft
            self._is_asked_no_more_than_once(lambda: self.walk.answer(draft), draft)

    @precondition(lambda self: self.at(QUESTION))
    @rule(data=st.data())
    def gives_no_answer(self, data: st.DataObject) -> None:
        question = self.walk.current
        ids = st.sampled_from([*(choice.id for choice in question.choices), "nothing like it"])
        chosen = tuple(data.draw(st.lists(ids, max_size=3)))
        before = self._state()
        if not self._is_an_answer(question, chosen):
            with pytest.raises(ValueError, match=r"none|unknown|twice|one_only|alone"):
                self.walk.answer(chosen)
            assert self._state() == before

    @precondition(lambda self: self.at(QUESTION))
    @rule(answers=ANSWERS, most=st.integers(2, len(design.CHOICES)))
    def answers_many(self, answers: Answers, most: int) -> None:
        for _ in range(most):
            chosen = answers[self.walk.current.id]
            self._is_asked_no_more_than_once(partial(self.walk.answer, chosen) if chosen else self.walk.skip, chosen)
            if not self.at(QUESTION):
                break

    @precondition(lambda self: self.at(QUESTION) and self.walk.current.id in self.given)
    @rule()
    def keeps_what_was_answered(self) -> None:
        self._is_asked_no_more_than_once(self.walk.keep, self.given[self.walk.current.id])

    @precondition(lambda self: self.at(QUESTION))
    @rule()
    def skips(self) -> None:
        self._is_asked_no_more_than_once(self.walk.skip, ())

    @precondition(lambda self: self.at(QUESTION))
    @rule(section=st.sampled_from(["medication", "pseudo-alcohol-drugs", "nowhere", ""]))
    def leaves_and_comes_back(self, section: str) -> None:
        question = self.walk.current
        self.walk.leave()
        assert self.at(stages.LEFT)
        self.walk.open(section)
        assert self.at(stages.WELCOME)
        assert self.walk.answers == self.given
        assert (stages.THIS_PART in [name for name, _ in self.walk.choices()]) == bool(self.walk.offered)
        assert self.walk.current is question

    # The list of answers, results, and everywhere.

    @precondition(lambda self: self.at(QUESTION, RESULTS))
    @rule()
    def looks_at_the_answers_and_goes_back(self) -> None:
        before, changing = self._state(), self.walk._changing
        self.walk.review()
        assert self.at(stages.REVIEW)
        self.walk.back()
        if before[0] == RESULTS:
            assert self.at(RESULTS)
        elif not changing and before[1] in self.walk.order:
            assert self.walk.stage == before[0]
            assert self.walk.current is before[1]

    @precondition(lambda self: self.at(QUESTION, RESULTS))
    @rule()
    def looks_at_the_answers(self) -> None:
        self.walk.review()
        assert set(counted(self.guide, self.given)) - {"S1"} <= {one.id for one in self.walk.reviewed}

    @precondition(lambda self: self.at(stages.REVIEW) and self.walk.reviewed)
    @rule(data=st.data())
    def changes_an_answer(self, data: st.DataObject) -> None:
        question = data.draw(st.sampled_from(self.walk.reviewed))
        self.walk.change(question.id)
        assert self.walk.current is question
        chosen = data.draw(one_answer(question.id))
        self.given[question.id] = chosen
        self.walk.answer(chosen) if chosen else self.walk.skip()
        assert self.walk.stage == (STOPPED if chosen == ("act",) else stages.REVIEW)

    @precondition(lambda self: self.at(stages.REVIEW) and self.walk.reviewed)
    @rule(data=st.data())
    def begins_to_change_an_answer(self, data: st.DataObject) -> None:
        self.walk.change(data.draw(st.sampled_from(self.walk.reviewed)).id)
        assert self.at(QUESTION)

    @precondition(lambda self: self.at(stages.REVIEW))
    @rule(id=st.sampled_from([*design.CHOICES, "Z9"]))
    def cannot_change_what_is_not_listed(self, id: str) -> None:
        if id not in {one.id for one in self.walk.reviewed}:
            with pytest.raises(KeyError):
                self.walk.change(id)
            assert self.at(stages.REVIEW)

    @precondition(lambda self: self.at(stages.REVIEW))
    @rule()
    def goes_on_from_the_answers(self) -> None:
        self.walk.go_on()
        self._is_led_to_what_is_open()

    @precondition(lambda self: self.at(QUESTION, stages.REVIEW, STOPPED))
    @rule()
    def stops(self) -> None:
        self.walk.stop()
        assert self.at(RESULTS)

    @precondition(lambda self: self.at(QUESTION, stages.REVIEW, RESULTS))
    @rule()
    def looks_at_the_parts(self) -> None:
        self.walk.parts()
        assert self.at(stages.PARTS)

    @rule()
    def goes_back(self) -> None:
        self.walk.back()

    @rule()
    def has_seen_the_notes(self) -> None:
        self.walk.seen()
        assert not self.walk.notes

    @precondition(lambda self: self.at(stages.LEFT))
    @rule()
    def comes_back(self) -> None:
        self.walk.open()
        assert self.at(stages.WELCOME)

    # What always holds.

    @invariant()
    def answers_are_those_that_were_given(self) -> None:
        assert self.walk.answers == self.given

    @invariant()
    def there_is_a_next_question_or_an_end(self) -> None:
        ahead = self._copy()
        ahead.go_on()
        met: list[Question] = []
        while ahead.stage == QUESTION:
            assert ahead.current not in met
            met.append(ahead.current)
            ahead.skip()
        assert ahead.stage == RESULTS
        assert not [one for one in met if one.id in self.given]

    @invariant()
    def going_back_ends_outside(self) -> None:
        behind = self._copy()
        for _ in range(len(design.CHOICES) + 5):
            if behind.stage == stages.LEFT:
                break
            behind.back()
            assert not behind.notes
        assert behind.stage == stages.LEFT
        assert behind.answers == self.given

    @invariant()
    def the_run_stands_in_the_order_of_the_questions(self) -> None:
        order = [one.id for one in self.walk.order]
        by_design = [id for id in design.run(self.given) if id in order]
        assert len(set(order)) == len(order)
        assert [id for id in order if id != "S2"] == [id for id in by_design if id != "S2"]
        assert ("S2" in order) == (self.walk.safety != stages.OFF)
        if "S2" in order:
            assert order.index("S2") == (1 if self.walk.safety == stages.FIRST else len(order) - 1)

    @invariant()
    def what_is_shown_is_asked(self) -> None:
        if self.at(QUESTION):
            assert self.walk.current in (*self.walk.order, *self.walk.reviewed)
        if self.at(STOPPED):
            assert self.given["S2"] == ("act",)

    @invariant()
    def drafts_are_answers_that_may_be_seen(self) -> None:
        if self.at(QUESTION) and self.walk.draft:
            assert self._is_an_answer(self.walk.current, self.walk.draft)

    @invariant()
    def progress_is_sane(self) -> None:
        progress, current = self.walk.progress, self.walk.current
        numbered = [one for one in self.walk.order if one.part]
        assert progress.parts == len({one.part for one in numbered})
        assert 0 <= progress.parts_left <= progress.parts
        assert (progress.part is None) == (progress.number == 0)
        if progress.part:
            assert numbered[progress.number - 1] is current
            assert progress.part.id == current.part
            after = {one.part for one in numbered[progress.number :]} - {current.part}
            assert progress.parts_left == len(after)

    @invariant()
    def only_the_answers_count_and_not_the_way_to_them(self) -> None:
        live = counted(self.guide, self.given)
        assert live == design.counting(self.given)
        fresh, _, _ = walked(self.guide, {id: live.get(id, ()) for id in design.CHOICES})
        assert shown(self.guide, self.walk.answers) == shown(self.guide, fresh.answers)
        assert [one.id for one in self.walk.outcome.notes] == [one.id for one in fresh.outcome.notes]
        results = [(result.finding.id, result.state) for result in self.walk.outcome.results]
        assert results == expected.results(self.given)

    @invariant()
    def nothing_private_is_shown_or_leaves(self) -> None:
        left = exported(self.guide, self.given)
        assert set(left) <= set(counted(self.guide, self.given)) - {"S1", "S2"}
        assert "unsafe" not in left.get("H1", ())
        review = [answer_text(self.walk, one, self.words) for one in self.walk.reviewed if one.id != "B3"]
        assert not [text for text in (*shown(self.guide, self.given), *review) if PRIVATE.search(text)]

    def _asks_for_help(self) -> None:
        before = self._state()
        found = self.walk.answer(["help"])
        assert [note.shows for note in found] == ["help"]
        assert self.walk.notes == found
        assert self._state() == before

    def _is_asked_no_more_than_once(self, act: Callable[[], object], chosen: tuple[str, ...]) -> None:
        """An answer or a skip leads to a question that has none, to the list it was changed from, or to an end."""
        changing, id = self.walk._changing, self.walk.current.id
        self.given[id] = chosen
        act()
        stopped = chosen == ("act",)
        assert self.walk.stage == (STOPPED if stopped else stages.REVIEW) if changing or stopped else True
        if self.at(QUESTION):
            assert self.walk.current.id not in self.given

    def _is_led_to_what_is_open(self) -> None:
        still = self._open()
        assert self.walk.stage == (QUESTION if still else RESULTS)
        if still:
            assert self.walk.current is still[0]

    def _open(self) -> list[Question]:
        return [one for one in self.walk.order if one.id not in self.given]

    def _is_an_answer(self, question: Question, chosen: tuple[str, ...]) -> bool:
        known = list(design.choices_of(question.id))
        several = question.id in design.SEVERAL and not design.CLEARING & set(chosen)
        distinct = len(set(chosen)) == len(chosen) and set(chosen) <= set(known)
        return distinct and (len(chosen) == 1 or (several and len(chosen) > 1))

    def _state(self) -> tuple[object, ...]:
        walk = self.walk
        return walk.stage, walk.current, dict(walk.answers), walk.draft

    def _copy(self) -> Walk:
        other = copy.copy(self.walk)
        other.answers = dict(self.walk.answers)
        return other
