"""The PIN of staff: kept as a hash only, and slow to guess.

PBKDF2 with HMAC-SHA-256 (NIST SP 800-132) and not scrypt, which needs 16 MB that a session may not have.
"""

from __future__ import annotations

SCHEME = "pbkdf2-sha256"
ROUNDS = 600_000
MOST_ROUNDS = 10_000_000
"""More would keep the reader from answering keys for a minute."""
SALT_BYTES = 16
SHORTEST, LONGEST = 4, 64
LONGEST_HASH = 1000
LONGEST_WAIT = 300.0


class Door:
    """Lets in who knows the PIN; after each wrong try the next one has to wait, twice as long each time, in seconds."""

    __slots__ = ("_hashed", "_open_from", "_wrong")

    def __init__(self, hashed: str) -> None:
        self._hashed = hashed
        self._wrong = 0
        self._open_from = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next try is taken; 0 where it is taken now."""
        return max(0.0, self._open_from - now)

    def opens(self, typed: str, now: float) -> bool:
        """Whether this is the PIN; one that comes too early is no try, and neither is an empty one."""
        if self.wait(now) or not self._hashed or not typed:
            return False
        if matches(typed, self._hashed):
            return True
        self._wrong += 1
        self._open_from = now + min(2.0 ** min(self._wrong, 30), LONGEST_WAIT)
        return False


def hashed(pin: str, salt: bytes = b"") -> str:
    """A PIN as it stands in the config file; ValueError where it is too short or too long."""
    import os

    if not SHORTEST <= len(pin) <= LONGEST:
        raise ValueError(f"a PIN has {SHORTEST} to {LONGEST} characters")
    salt = salt or os.urandom(SALT_BYTES)
    return f"{SCHEME}${ROUNDS}${salt.hex()}${_digest(pin, ROUNDS, salt).hex()}"


def matches(pin: str, hashed: str) -> bool:
    """Whether a PIN is the one of a hash; False for a hash that cannot be read."""
    from hmac import compare_digest

    if not is_readable(hashed):
        return False
    _, rounds, salt, digest = hashed.split("$")
    return compare_digest(_digest(pin[:LONGEST], int(rounds), bytes.fromhex(salt)), bytes.fromhex(digest))


def is_readable(hashed: str) -> bool:
    """Whether a hash has the form that `hashed` gives, and takes no longer than a person waits."""
    parts = hashed.split("$")
    if len(hashed) > LONGEST_HASH or len(parts) != 4 or parts[0] != SCHEME:
        return False
    return _is_number(parts[1]) and all(map(_is_hex, parts[2:]))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) <= MOST_ROUNDS


def _is_hex(text: str) -> bool:
    try:
        return bool(bytes.fromhex(text))
    except ValueError:
        return False


def _digest(pin: str, rounds: int, salt: bytes) -> bytes:
    from hashlib import pbkdf2_hmac

    return pbkdf2_hmac("sha256", pin.encode(errors="replace"), salt, rounds)
