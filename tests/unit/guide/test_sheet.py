from __future__ import annotations

import pytest

from tests.unit.guide.small import SMALL, changed
from trd_tui.guide.definition import Question
from trd_tui.guide.findings import outcome
from trd_tui.guide.sheet import Group, groups, left, to_bring

FOUR = ("pain", "itch", "ache", "rash")


def sheet(*chosen: str) -> tuple[Group, ...]:
    return groups(SMALL, outcome(SMALL, {"A1": chosen}))


def keys(shown: tuple[Group, ...]) -> list[str]:
    return [entry.key for group in shown for entry in group.entries]


def test_each_result_is_a_group_with_its_state_section_and_evidence() -> None:
    place, rash = sheet("rash")
    assert (place.id, place.state, place.title, place.section, place.evidence) == (
        "R-place", "soon", "The place", "beta", ("two",),
    )  # fmt: skip
    assert (rash.id, rash.section, rash.evidence) == ("R-rash", "", ())


def test_lines_are_named_by_their_place_and_kind() -> None:
    [place] = sheet("pain")
    assert [(entry.key, entry.kind) for entry in place.entries] == [
        ("R-place.1", "said"), ("R-place.2", "said"), ("R-place.4", "matters"), ("R-place.5", "ask"),
    ]  # fmt: skip


def test_what_was_chosen_stands_under_its_line() -> None:
    place = sheet(*FOUR)[0]
    assert [(entry.key, entry.kind, entry.text) for entry in place.entries][:6] == [
        ("R-place.1", "said", "You named:"),
        ("R-place.1.1", "chosen", "pain"),
        ("R-place.1.2", "chosen", "itch"),
        ("R-place.1.3", "chosen", "ache"),
        ("R-place.1.4", "chosen", "rash"),
        ("R-place.2", "said", "You named pain."),
    ]


def test_lines_keep_their_names_when_answers_change() -> None:
    before, after = (
        {entry.text: entry.key for entry in sheet(*chosen)[0].entries} for chosen in (FOUR, (*FOUR[1:], "unsafe"))
    )
    both = before.keys() & after.keys()
    assert {"itch", "ache", "rash", "You named:", "Places matter."} <= both
    assert {text: before[text] for text in both} == {text: after[text] for text in both}
    assert before["You named pain."] not in after.values()


def test_topics_keep_their_names_when_answers_change() -> None:
    unsure = dict.fromkeys(("A1", "A2", "B1"), ("not_sure",))
    more = changed(questions=questions())
    [all_four] = groups(more, outcome(more, {**unsure, "B2": ("not_sure",)}))
    assert [entry.key for entry in all_four.entries if entry.kind == "chosen"] == [
        f"R-unsure.1.{place}" for place in (2, 3, 5, 6)
    ]


def questions() -> tuple[Question, ...]:
    """The questions, all with a topic, and none hidden."""
    every = [
        Question(one.id, one.part, one.title, one.ask, one.why, one.choices, topic=one.topic or one.title)
        for one in SMALL.questions[1:]
    ]
    return (SMALL.offer, *every)


@pytest.mark.parametrize(("chosen", "lines"), [("none", ["Nothing stood out.", "Ask."]), ("", ["You skipped."])])
def test_where_nothing_was_found_a_group_says_why(chosen: str, lines: list[str]) -> None:
    [group] = sheet(*filter(None, [chosen]))
    assert (group.id, group.state, group.title) == ("R-none", "", "Your answers")
    assert [(entry.key, entry.kind, entry.text) for entry in group.entries] == [
        (f"R-none.{place}", "said", text) for place, text in enumerate(lines, 1)
    ]


def test_what_to_bring_depends_on_what_counts() -> None:
    bring = to_bring(SMALL, {"A1": ("pain",)}, "To bring")
    assert (bring.id, bring.state, bring.title, bring.section) == ("bring", "", "To bring", "")
    assert [(entry.key, entry.kind, entry.text) for entry in bring.entries] == [
        ("bring.1", "said", "A list."),
        ("bring.2", "said", "Where it hurts."),
    ]
    assert bring.evidence == ("one", "two", "three")
    assert to_bring(SMALL, {}, "").evidence == ("one", "two")


def test_a_line_can_be_struck_out() -> None:
    shown = sheet("pain")
    kept = left(shown, frozenset({"R-place.2"}))
    assert keys(kept) == ["R-place.1", "R-place.4", "R-place.5"]
    assert [(one.id, one.state, one.title, one.section, one.evidence) for one in kept] == [
        (one.id, one.state, one.title, one.section, one.evidence) for one in shown
    ]


def test_what_was_chosen_goes_with_its_line_or_alone() -> None:
    shown = sheet(*FOUR)
    assert [key for key in keys(left(shown, frozenset({"R-place.1"}))) if key.startswith("R-place.1")] == []
    assert "R-place.1.1" not in keys(left(shown, frozenset({"R-place.1.1"})))
    assert "R-place.1.2" in keys(left(shown, frozenset({"R-place.1.1"})))
    assert "R-place.2" in keys(left(shown, frozenset({"R-place.1"})))


def test_a_whole_group_can_be_struck_out() -> None:
    assert [group.id for group in left(sheet("rash"), frozenset({"R-place"}))] == ["R-rash"]


def test_a_group_goes_with_its_last_line() -> None:
    assert [group.id for group in left(sheet("rash"), frozenset({"R-rash.1"}))] == ["R-place"]


def test_with_nothing_struck_out_all_is_left() -> None:
    assert keys(left(sheet(*FOUR), frozenset())) == keys(sheet(*FOUR))
