"""Every scripted run through both front ends: the same questions, words, order, notes and results as the engine."""

from __future__ import annotations

import pytest

from tests.cases import some
from tests.guide.fronts import Seen, expected, heard, in_order, joined, shown
from tests.guide.random_answers import PRIVATE
from tests.guide.runs import SCRIPTS
from tests.guide.script import Script
from tests.guide.trail import PLAIN, Trail
from trd_tui.guide.definition import Guide
from trd_tui.library.store import Library

URGENT = [one for one in SCRIPTS if one.given.get("S2") == ("act",)]


@pytest.mark.parametrize("script", some(SCRIPTS, [*URGENT, *SCRIPTS[1::3]]), ids=repr)
def test_plain_mode_goes_the_way_of_the_engine(library: Library, script: Script) -> None:
    goes_the_same_way(heard(library, script), Trail(library, script, PLAIN))


@pytest.mark.parametrize("script", some(SCRIPTS, [*URGENT, *SCRIPTS[::6]]), ids=repr)
async def test_the_full_screen_goes_the_way_of_the_engine(library: Library, trail: Trail, script: Script) -> None:
    goes_the_same_way(await shown(library, script), trail)


def goes_the_same_way(seen: Seen, trail: Trail) -> None:
    """Whether a front end showed what the engine gives, in its order."""
    engine = expected(trail)
    assert seen.asked == engine.asked
    assert seen.notes == engine.notes
    assert seen.answers == engine.answers
    assert seen.file == engine.file
    assert not PRIVATE.search(seen.file)
    if engine.urgent:
        assert in_order(trail.note_texts["U0-urgent"], seen.urgent) == []
        assert not seen.results
        return
    assert in_order(trail.screen, seen.results) == []
    assert in_order(trail.found, seen.sheet) == []
    for text in (seen.results, seen.sheet):
        assert said_elsewhere(trail, text) == []


def said_elsewhere(trail: Trail, text: str) -> list[str]:
    """Texts of results that this run does not give, but a front end shows."""
    guide: Guide = trail.walk.guide
    lines = {line.text for one in guide.findings for line in (*one.said, *one.matters, *one.ask)}
    return sorted(line for line in lines if line in text and line not in joined(trail.screen))
