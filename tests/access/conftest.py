from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.access.rendering import Audit
from tests.access.screens import NARROW, SMALLEST, WIDE, State, states
from tests.cases import some
from tests.conftest import CONTENT
from trd_tui.library import source
from trd_tui.library.build import build
from trd_tui.library.store import Library
from trd_tui.tui.themes import THEMES

ACCENTED = {"to": "tö", "of": "öf", "is": "ìs", "the": "thé…", "you": "yöu", "in": "ìn", "or": "–", "a": "щ"}
"""Words that stand in every text, and what they become in a content of more than ASCII."""


@pytest.fixture(scope="session")
def every_state(library: Library) -> list[State]:
    """Every screen of the reader, wide, narrow and in linear mode."""
    linear = states(library, WIDE, linear=True)
    return [one for size in (WIDE, NARROW, SMALLEST) for one in states(library, size)] + linear


@pytest.fixture(scope="session")
def audit(every_state: list[State]) -> Audit:
    """Every screen in every theme."""
    return Audit(every_state)


@pytest.fixture(scope="session", params=some(THEMES, [THEMES[0]]))
def theme(request: pytest.FixtureRequest) -> str:
    """Each theme; a fixture, so that all tests of one come together and its screens are drawn once, in one process."""
    return str(request.param)


@pytest.fixture(scope="session")
def foreign_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled content with letters in nearly every sentence that ASCII does not have; the real one has none."""
    folder = tmp_path_factory.mktemp("foreign") / "content"
    shutil.copytree(CONTENT, folder)
    words = re.compile(f"(?<= )({'|'.join(ACCENTED)})(?= )")
    for file in folder.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(words.sub(lambda found: ACCENTED[found[0]], text), encoding="utf-8")
    content, problems = source.load(folder)
    assert content is not None, problems
    build(content, str(folder.with_suffix(".sqlite")))
    return folder.with_suffix(".sqlite")


@pytest.fixture(scope="session")
def foreign(foreign_file: Path) -> Library:
    """That content, open."""
    return Library(str(foreign_file))


@pytest.fixture(scope="session")
def every_ascii_state(foreign: Library) -> list[State]:
    """The same screens on a terminal that shows only ASCII, of a content that has more."""
    linear = states(foreign, WIDE, ascii=True, linear=True)
    return [one for size in (WIDE, NARROW, SMALLEST) for one in states(foreign, size, ascii=True)] + linear
