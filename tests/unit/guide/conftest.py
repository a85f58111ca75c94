from __future__ import annotations

import pytest

from tests.unit.guide.small import SMALL, shown
from trd_tui.guide.walk import START, Walk


@pytest.fixture
def walk() -> Walk:
    """Somebody who has opened the guide."""
    return Walk(SMALL)


@pytest.fixture
def seen() -> Walk:
    """Somebody who looks at the first question of a guide in which nothing is private but its edges."""
    walk = Walk(shown())
    walk.choose(START)
    walk.answer(["go"])
    return walk


@pytest.fixture
def started(walk: Walk) -> Walk:
    """Somebody who looks at the first question of the first part."""
    walk.choose(START)
    walk.answer(["go"])
    return walk
