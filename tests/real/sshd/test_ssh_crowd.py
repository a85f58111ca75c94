"""Many people at once over the real sshd; `python -m tests.real.sshd 50` measures more of them."""

from __future__ import annotations

import pytest

from tests.real.sshd.crowd import IDLE, Measured, measure
from tests.real.sshd.door import Door

pytestmark = pytest.mark.real

FIRST_FRAME = {1: 1.0, 5: 5.0, 20: 5.0}
"""Seconds, for all of them, on 2 cores that run the clients as well."""
A_SESSION = 26 * 1024 * 1024
"""Bytes, program and sshd together: 512 MB hold 19."""
GONE = 2.0
BUSY = 0.01
"""Share of one processor that may be spent for each while nobody does anything."""


@pytest.mark.parametrize("people", FIRST_FRAME)
def test_many_people_at_once(door: Door, people: int) -> None:
    measured: Measured = measure(door, people)
    print(measured)
    assert max(measured.frames) < FIRST_FRAME[people]
    assert measured.idle <= BUSY * IDLE * people
    assert measured.gone < GONE
    if people == max(FIRST_FRAME):
        assert measured.a_session <= A_SESSION
