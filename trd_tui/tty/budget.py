"""How much of what a terminal sends is taken: a burst, then so much a second; a person's own key always. Pure."""

from __future__ import annotations

BURST_BYTES = 8 * 1024
BYTES_A_SECOND = 4 * 1024
PASTE_DISCOUNT = 8
BURST_KEYS = 32
KEYS_A_SECOND = 64
KEYS_A_PASTE = 4
LONGEST_KEY = 16
PAUSE_SECONDS = 0.05


class Budget:
    """Bytes and keys that may be taken; in a paste a byte counts for an eighth.

    Keys have a budget of their own, since one may cost far more than its bytes. No keyboard repeats a key as often.
    """

    __slots__ = ("_bytes", "_keys", "_most_keys", "_seen", "_used")

    def __init__(self, keys: int = BURST_KEYS) -> None:
        """`keys` is how many are taken at once."""
        self._bytes = float(BURST_BYTES)
        self._keys = self._most_keys = float(keys)
        self._seen = self._used = 0.0

    def take_bytes(self, count: int, now: float, *, pasting: bool) -> int:
        """How many of the bytes of one read are taken, at a time in seconds.

        A few bytes after a pause are always: a person presses keys so, whatever came before.
        """
        pause, self._seen = max(now - self._seen, 0.0), now
        self._bytes = min(self._bytes + pause * BYTES_A_SECOND, BURST_BYTES)
        discount = PASTE_DISCOUNT if pasting else 1
        taken = min(count, max(int(self._bytes), 0) * discount)
        if count <= LONGEST_KEY and pause >= PAUSE_SECONDS:
            taken = count
        self._bytes -= taken / discount
        return taken

    def take_keys(self, count: int, now: float) -> int:
        """How many of some keys are taken, at a time in seconds."""
        self._keys = min(self._keys + max(now - self._used, 0.0) * KEYS_A_SECOND, self._most_keys)
        self._used = now
        taken = min(count, int(self._keys))
        self._keys -= taken
        return taken
