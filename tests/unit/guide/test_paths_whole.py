"""The whole text of two small guides, line by line; read and checked by hand before it was stored."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.unit.guide.odd import odd
from tests.unit.guide.small import SMALL
from trd_tui.guide.definition import Guide
from trd_tui.guide.paths.routes import find
from trd_tui.guide.paths.text import lines
from trd_tui.words import Words

HERE = Path(__file__).parent


def words() -> Words:
    """The words of the program that the text is made of."""
    every = yaml.safe_load((HERE.parents[2] / "content/en/words.yaml").read_text(encoding="utf-8"))
    return Words({f"{group}.{key}": every[group][key] for group in ("paths", "guide") for key in every[group]})


@pytest.mark.parametrize(("name", "guide"), [("small", SMALL), ("odd", odd())])
def test_the_text_is_what_was_checked_by_hand(name: str, guide: Guide) -> None:
    expected = (HERE / f"paths_{name}.txt").read_text(encoding="utf-8").splitlines()
    assert list(lines(find(guide), words())) == expected


def test_a_guide_that_always_has_a_finding_says_so() -> None:
    found = find(SMALL)
    text = list(lines(found._replace(nothing={**found.nothing, "nothing": None}), words()))
    assert text[text.index("R-none: Your answers") :][2] == "    No answers bring R-none about."


def test_a_run_that_does_not_go_through_every_part_is_an_error() -> None:
    found = find(SMALL)
    with pytest.raises(ValueError, match="zip"):
        list(lines(found._replace(runs=tuple(run._replace(routes=run.routes[:1]) for run in found.runs)), words()))
