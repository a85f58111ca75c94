from __future__ import annotations

from functools import cache

import pytest

from tests.guide.script import Script
from tests.guide.trail import Trail
from trd_tui.guide.definition import Guide
from trd_tui.library.store import Library


@pytest.fixture(scope="session")
def guide(library: Library) -> Guide:
    """The guide, as the program reads it."""
    return library.guide


@pytest.fixture
def trail(library: Library, script: Script) -> Trail:
    """What a scripted run saw."""
    return walked(library, script)


@cache
def walked(library: Library, script: Script) -> Trail:
    """What a scripted run saw, each run once."""
    return Trail(library, script)
