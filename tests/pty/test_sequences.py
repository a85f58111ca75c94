"""The search for blinking and for questions to the terminal finds them; else tests that use it would prove nothing."""

from __future__ import annotations

import pytest

from tests.pty import sequences


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (b"\x1b[5m", ["5"]),
        (b"\x1b[1;6m", ["1;6"]),
        (b"\x1b[38;5;6m\x1b[48;2;5;5;6m\x1b[25m\x1b[2 q", []),
        (b"\x1b[38;5;6;5m", [";5"]),
        (b"\x1b[1 q\x1b[5 q", [b"1", b"5"]),
        (b"\x1b[0 q", [b"0"]),
        (b"\x1b[0 q\x1b[m\x1b[H\x1b[2J", []),
    ],
    ids=["slow", "fast", "colors", "after a color", "shape", "shape while reading", "shape given back"],
)
def test_what_blinks_is_found(written: bytes, found: list[str]) -> None:
    assert sequences.blinking(written) == found


@pytest.mark.parametrize(
    "asking",
    [
        b"\x1b[c", b"\x1b[>c", b"\x1b[5n", b"\x1b[6n", b"\x1b[?6n", b"\x1b[?996n", b"\x1b[>q", b"\x1b[?2026$p",
        b"\x1b[?u", b"\x1b]11;?\x07", b"\x1bP$qm\x1b\\", b"\x1bP+q544e\x1b\\", b"\x1b[18t", b"\x1b[x", b"\x1bZ",
        b"\x05", b"\x1b_Gi=31,a=q\x1b\\", b"\x1b[?12h", b"\x1b[?1000h", b"\x1b[>4;1m",
    ],
)  # fmt: skip
def test_what_asks_or_sets_something_else_is_found(asking: bytes) -> None:
    assert sequences.strangers(b"text" + asking + b"\x1b[1;31mmore\r\n") != []
