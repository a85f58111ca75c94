from __future__ import annotations

import pytest

from tests.plain.conversation import Conversation
from trd_tui.library.store import Library


@pytest.fixture
def conversation(library: Library) -> Conversation:
    """A reader who has not read anything yet."""
    return Conversation(library)
