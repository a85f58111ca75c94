from __future__ import annotations

import pytest

from trd_tui.pin import LONGEST, LONGEST_WAIT, MOST_ROUNDS, SCHEME, SHORTEST, Door, hashed, is_readable, matches

PIN = "47 11ä"
HASHED = hashed(PIN)
QUICK = "$".join((SCHEME, "1", "00", hashed(PIN, b"\0").rpartition("$")[2]))
DIGEST = "ab" * 32


def test_a_hash_tells_the_pin_from_another_and_does_not_show_it() -> None:
    assert matches(PIN, HASHED)
    assert not matches(PIN[:-1], HASHED)
    assert not matches("", HASHED)
    assert PIN not in HASHED
    assert is_readable(HASHED)


def test_two_hashes_of_one_pin_differ() -> None:
    assert hashed(PIN) != HASHED
    assert hashed(PIN, b"salt") == hashed(PIN, b"salt")


@pytest.mark.parametrize("pin", ["", "1" * (SHORTEST - 1), "1" * (LONGEST + 1)])
def test_a_pin_that_is_too_short_or_too_long(pin: str) -> None:
    with pytest.raises(ValueError, match="4 to 64 characters"):
        hashed(pin)


def test_half_a_letter_in_a_pin() -> None:
    assert not matches("4711\udc80", HASHED)


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("", id="empty"),
        pytest.param("$$$", id="four times nothing"),
        pytest.param("4711", id="a PIN"),
        pytest.param(f"scrypt$1$00${DIGEST}", id="another scheme"),
        pytest.param(f"{SCHEME}$1$00", id="too few parts"),
        pytest.param(f"{SCHEME}$1$00${DIGEST}$", id="too many parts"),
        pytest.param(f"{SCHEME}$0$00${DIGEST}", id="no rounds"),
        pytest.param(f"{SCHEME}$-1$00${DIGEST}", id="less than no rounds"),
        pytest.param(f"{SCHEME}$1e9$00${DIGEST}", id="rounds that are no whole number"),
        pytest.param(f"{SCHEME}$\u00b2$00${DIGEST}", id="rounds in raised digits"),
        pytest.param(f"{SCHEME}${MOST_ROUNDS + 1}$00${DIGEST}", id="rounds for a minute"),
        pytest.param(f"{SCHEME}${'9' * 900}$00${DIGEST}", id="rounds for ever"),
        pytest.param(f"{SCHEME}$1$${DIGEST}", id="no salt"),
        pytest.param(f"{SCHEME}$1$0$${DIGEST}", id="half a byte"),
        pytest.param(f"{SCHEME}$1$zz${DIGEST}", id="salt that is no number"),
        pytest.param(f"{SCHEME}$1${'00' * 10_000}${DIGEST}", id="a salt without end"),
        pytest.param(f"{SCHEME}$1$00$", id="no digest"),
    ],
)
def test_a_hash_that_is_none_lets_nobody_in_and_takes_no_time(hostile: str) -> None:
    assert not is_readable(hostile)
    assert not matches(PIN, hostile)
    assert not Door(hostile).opens(PIN, 0.0)


def test_the_right_pin_opens_at_once() -> None:
    door = Door(HASHED)
    assert door.wait(100.0) == 0
    assert door.opens(PIN, 100.0)


def test_the_time_to_the_next_try_doubles_up_to_a_limit() -> None:
    door, now, waits = Door(QUICK), 100.0, []
    for _ in range(12):
        assert not door.opens("wrong", now)
        waits.append(door.wait(now))
        now += waits[-1]
        assert door.wait(now) == 0
    assert waits == [2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, *[LONGEST_WAIT] * 4]


def test_a_try_that_comes_too_early_is_none() -> None:
    door = Door(HASHED)
    assert not door.opens("wrong", 100.0)
    assert not door.opens(PIN, 101.9)
    assert not door.opens("wrong", 101.9)
    assert door.wait(102.0) == 0
    assert door.opens(PIN, 102.0)


def test_a_thousand_wrong_tries_break_nothing() -> None:
    door = Door(QUICK)
    for number in range(1000):
        door.opens("wrong", number * 1000.0)
    assert door.wait(1000 * 1000.0) <= LONGEST_WAIT


def test_a_door_without_a_pin_stays_shut() -> None:
    assert not Door("").opens("", 0.0)
