from __future__ import annotations

from functools import partial

import pytest

from tests.tui.article import small
from tests.tui.driving import Start, Started
from trd_tui.library.content import Content
from trd_tui.library.store import Library


@pytest.fixture(scope="session")
def article(content: Content) -> Library:
    """The small article."""
    return small(content)


@pytest.fixture
def guided(library: Library) -> Start:
    """Starts the reader on the real content, whose sections offer parts of the guide."""
    return partial(Started, library)


@pytest.fixture
def start(article: Library) -> Start:
    """Starts the reader on the small article, in a terminal of (columns, rows)."""
    return partial(Started, article)
