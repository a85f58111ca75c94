"""Hours of a waiting room in some minutes: a kiosk that runs for months must keep nothing of the people before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.real.soak import faults, soak, told

SEED, MINUTES = 5, 3.0

pytestmark = [pytest.mark.real, pytest.mark.pty]


def test_after_hours_of_people_the_kiosk_is_as_it_was(library_file: Path) -> None:
    found = soak(str(library_file), SEED, MINUTES)
    print(f"seed {SEED}\n{told(found)}")
    assert faults(found) == []
    assert found[-1].seconds >= 3600
