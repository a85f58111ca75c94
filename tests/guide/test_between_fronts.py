"""What holds at every question in both front ends, and for a person who goes to and fro between them."""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO

import pytest

from tests.guide import design
from tests.guide.fronts import Quick, in_order, joined
from tests.guide.personas import PERSONAS
from tests.guide.script import Script
from tests.guide.trail import Trail
from tests.plain.conversation import Conversation, at_question, at_results
from tests.tui.driving import ASKING_ALL
from trd_tui import guide_pages
from trd_tui.guide.walk import QUESTION
from trd_tui.library.store import Library
from trd_tui.plain.aside import numbered
from trd_tui.plain.session import EXIT, SWITCH, Outside, Session
from trd_tui.reading import Reading

CHANGING = [PERSONAS[place - 1] for place in (2, 12, 15, 16)]
PRIVATE = {"S2": ("safe",), "H1": ("unsafe", "money")}
TURN = 4


@pytest.mark.parametrize("id", design.CHOICES)
def test_help_now_is_there_at_every_question_in_plain_mode(library: Library, id: str) -> None:
    conversation = at_question(library, id, ASKING_ALL)
    walk = conversation.reading.walk
    answers = dict(walk.answers)
    helped, after = conversation.answers("h", "repeat")[1:]
    assert helped[0].startswith(library.help.title)
    assert any("988" in line for line in helped)
    assert numbered(tuple(choice.text for choice in walk.current.choices), library.words)[0] in after
    assert (walk.stage, walk.current.id, walk.answers) == (QUESTION, id, answers)


async def test_help_now_is_there_at_every_question_in_the_full_screen(library: Library) -> None:
    async with Quick(library, (100, 34)) as started:
        for id in design.CHOICES:
            await started.ask(id)
            first = started.walk.current.choices[0].id
            await started.choose(first)
            answers = dict(started.walk.answers)
            await started.press("f2")
            assert started.page == "help_now"
            await started.press("escape")
            assert started.question == id
            assert (started.walk.answers, started.walk.draft) == (answers, (first,))


async def test_every_question_fits_80_columns_and_reads_prompt_choices_keys(library: Library) -> None:
    async with Quick(library, (80, 24)) as started:
        for id in design.CHOICES:
            await started.ask(id)
            question = started.walk.current
            asked = guide_pages.asked(started.walk, started.app.way.phrases)
            read = joined(" ".join(started.rows))
            wanted = "\n".join([*asked, *(choice.text for choice in question.choices), "F2"])
            assert in_order(wanted, read) == [], id


@pytest.mark.parametrize("width", [40, 80])
def test_nothing_that_plain_mode_says_is_wider_than_the_terminal(library: Library, width: int) -> None:
    conversation = at_question(library, "A1")
    typed = [line for _ in design.CHOICES for line in ("?", "why", "1", "n")]
    conversation.hold("\n".join([*typed, "review", "stop", "v", "print"]) + "\n", width=width)
    assert len(conversation.text.splitlines()) > 500
    assert not [line for line in conversation.text.splitlines() if len(line) > width and " " in line]


@pytest.mark.parametrize("id", PRIVATE)
def test_plain_mode_never_says_a_private_answer_again(library: Library, id: str) -> None:
    conversation = at_results(library, {**ASKING_ALL, **PRIVATE})
    said = _say_again(conversation, library, id)
    given = [library.guide.question(id).choice(choice).text for choice in PRIVATE[id]]
    numbered = {f"{number} {one.text}" for number, one in enumerate(library.guide.question(id).choices, 1)}
    assert not [line for line in said if given[0] in line and line not in numbered]
    assert conversation.reading.walk.answers[id] == tuple(
        one.id for one in library.guide.question(id).choices if one.id in PRIVATE[id]
    )


def _say_again(conversation: Conversation, library: Library, id: str) -> list[str]:
    """All that is said where a person looks at the answers, comes back to a question, and keeps its answer."""
    walk = conversation.reading.walk
    places = [one.id for one in walk.reviewed if one.id in walk.answers]
    said = conversation.answers("review", str(places.index(id) + 1), "repeat", "n")
    return [line for lines in said for line in lines]


@pytest.mark.parametrize("id", PRIVATE)
async def test_the_full_screen_never_shows_a_private_answer_again(library: Library, id: str) -> None:
    async with Quick(library, (100, 34)) as started:
        await started.ask(id)
        await started.choose(*PRIVATE[id])
        assert "x)" in started.text or "[x]" in started.text
        await started.press("enter")
        await started.press("escape")
        started.walk.review()
        started.walk.change(id)
        started.app.way.show()
        assert started.question == id
        assert "(x)" not in started.text
        assert "[x]" not in started.text


def test_plain_mode_shows_help_first_to_whoever_wants_it_and_asks_again(library: Library) -> None:
    conversation = at_question(library, "S1")
    shown = conversation.answers("1", "")[1]
    walk = conversation.reading.walk
    assert shown[0].startswith(library.help.title)
    assert (walk.stage, walk.current.id, walk.answers) == (QUESTION, "S1", {})


async def test_the_full_screen_shows_help_first_to_whoever_wants_it_and_asks_again(library: Library) -> None:
    async with Quick(library, (100, 34)) as started:
        await started.ask("S1")
        await started.choose("help")
        await started.press("enter")
        assert started.page == "help_now"
        await started.press("escape")
        assert (started.question, started.walk.answers, started.walk.draft) == ("S1", {}, ())


def test_leaving_quickly_forgets_all_in_plain_mode(library: Library) -> None:
    conversation = at_question(library, "H1", ASKING_ALL)
    said = conversation.answers("7", "x", outside=Outside(clears="(cleared)"))
    assert "You deserve to be safe." in said[1]
    assert conversation.ended == EXIT
    assert conversation.text.endswith("(cleared)")
    assert conversation.reading.walk.answers == {}


async def test_leaving_quickly_forgets_all_in_the_full_screen(library: Library) -> None:
    async with Quick(library, (100, 34)) as started:
        reading = started.app.reading
        await started.ask("H1")
        await started.choose("unsafe")
        await started.press("enter")
        assert "You deserve to be safe." in started.text
        await started.press("ctrl+x")
        assert reading.walk.answers == {}
        assert not reading.in_guide


@pytest.mark.parametrize("script", CHANGING, ids=repr)
async def test_going_to_and_fro_between_the_front_ends_changes_nothing(
    library: Library, trail: Trail, script: Script
) -> None:
    reading = Reading(library)
    reading.in_guide = True
    reading.walk.choose("start")
    asked: list[str] = []
    while reading.walk.stage == QUESTION and len(asked) < len(design.CHOICES):
        asked += await _some_in_full_screen(reading, script.given)
        asked += _some_in_plain_mode(reading, script.given)
    assert asked == trail.asked
    assert reading.walk.answers == trail.walk.answers
    assert [(result.finding.id, result.state) for result in reading.walk.outcome.results] == script.results


async def _some_in_full_screen(reading: Reading, given: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Answer some questions, and begin to answer the next one."""
    asked: list[str] = []
    async with Quick(reading, (100, 34)) as started:
        while started.walk.stage == QUESTION and len(asked) < TURN:
            if not started.question:
                await started.press("escape")
                continue
            asked.append(started.question)
            await started.choose(*given[started.question])
            await started.press("enter" if given[asked[-1]] else "k")
    return asked


def _some_in_plain_mode(reading: Reading, given: Mapping[str, tuple[str, ...]]) -> list[str]:
    asked: list[str] = []
    while reading.walk.stage == QUESTION and len(asked) < TURN:
        id = reading.walk.current.id
        asked.append(id)
        known = [choice.id for choice in reading.walk.current.choices]
        typed = " ".join(str(known.index(choice) + 1) for choice in given[id]) or "skip"
        typed = f"n\nn\n{typed}\nfull\n" if reading.walk.notes else f"{typed}\nfull\n"
        session = Session(reading, StringIO(typed), StringIO(), echo=False, outside=Outside(can_switch=True))
        session.greet("", resumed=True)
        assert session.run() == SWITCH
    return asked
