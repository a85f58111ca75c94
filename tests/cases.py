"""Large tables of cases: a part of each in `make test`, all of it in `make test ARGS="-m every"`."""

from __future__ import annotations

from collections.abc import Container, Iterable

import pytest


def some(cases: Iterable[object], kept: Container[object]) -> list[object]:
    """All cases; those that are not `kept` have the mark `every`."""
    return [case if case in kept else pytest.param(case, marks=pytest.mark.every) for case in cases]
