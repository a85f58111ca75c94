from __future__ import annotations

import pytest

from tests.unit.guide.small import SMALL
from trd_tui.guide.walk import START, Walk


@pytest.fixture
def walk() -> Walk:
    """Somebody who has opened the guide."""
    return Walk(SMALL)


@pytest.fixture
def started(walk: Walk) -> Walk:
    """Somebody who looks at the first question of the first part."""
    walk.choose(START)
    walk.answer(["go"])
    return walk
