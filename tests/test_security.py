"""The page on security names tests that exist, and each promise has one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.access.test_report import exists

PAGE = (Path(__file__).parents[1] / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = PAGE.partition("## What is promised")[2].partition("## What is not promised")[0]
ROWS = [row for row in PROMISES.splitlines() if row.startswith("| ") and not row.startswith("| threat")]
NAMED = sorted(set(re.findall(r"`(tests/[^`]+::[^`]+)`", PAGE)))


def test_there_are_promises() -> None:
    assert len(ROWS) >= 20


@pytest.mark.parametrize("name", NAMED)
def test_every_test_that_is_named_exists(name: str) -> None:
    assert exists(name)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_every_promise_has_a_test(row: str) -> None:
    _, threat, holds, shown, _ = row.replace("\\|", "").split("|")
    assert threat.strip()
    assert holds.strip()
    assert "::test_" in shown
