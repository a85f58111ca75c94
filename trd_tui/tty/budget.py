"""How much of what a terminal sends is taken: a burst, then so much a second; a person's own key always. Pure."""

from __future__ import annotations

BURST_BYTES = 8 * 1024
BYTES_A_SECOND = 4 * 1024
BYTES_A_KEY = 8
PASTE_DISCOUNT = 8
LONGEST_KEY = 16
PAUSE_SECONDS = 0.05


class Budget:
    """Bytes that may be taken; in a paste each counts for an eighth, and each key for its bytes and eight more."""

    __slots__ = ("_left", "_seen")

    def __init__(self) -> None:
        self._left = float(BURST_BYTES)
        self._seen = 0.0

    def affordable(self, count: int, now: float, *, pasting: bool) -> int:
        """How many of the bytes of one read are taken, at a time in seconds.

        A few bytes after a pause are always: a person presses keys so, whatever came before.
        """
        pause, self._seen = max(now - self._seen, 0.0), now
        self._left = min(self._left + pause * BYTES_A_SECOND, BURST_BYTES)
        discount = PASTE_DISCOUNT if pasting else 1
        taken = min(count, max(int(self._left), 0) * discount)
        if count <= LONGEST_KEY and pause >= PAUSE_SECONDS:
            taken = count
        self._spend(taken / discount)
        return taken

    def spend_keys(self, count: int) -> None:
        """Count keys that were taken."""
        self._spend(count * BYTES_A_KEY)

    def _spend(self, amount: float) -> None:
        self._left = max(self._left - amount, -BYTES_A_SECOND)
