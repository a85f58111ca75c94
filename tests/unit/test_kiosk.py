from __future__ import annotations

import pytest

from trd_tui.errors import UsageError
from trd_tui.kiosk import LONGEST_HEAR, SETTINGS, Kiosk, from_table
from trd_tui.pin import hashed

FILE = "'kiosk.toml'"
PIN = hashed("4711")


def test_an_empty_table_is_a_kiosk_that_nobody_leaves() -> None:
    kiosk = from_table({}, FILE)
    assert (kiosk.idle, kiosk.warning, kiosk.after, kiosk.hear, kiosk.staff) == (120, 60, "start", "", ())
    assert not kiosk.ends
    assert not kiosk.door.opens("", 0.0)


def test_all_that_can_be_set() -> None:
    table = {"idle": 90, "warning": 30, "after": "end", "hear": "Ask.", "staff": ["f12", "ctrl+t"], "pin": PIN}
    assert sorted(table) == sorted(SETTINGS)
    kiosk = from_table(table, FILE)
    assert (kiosk.idle, kiosk.warning, kiosk.ends, kiosk.hear) == (90, 30, True, "Ask.")
    assert kiosk.staff == ("f12", "ctrl+t")
    assert kiosk.door.opens("4711", 0.0)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        pytest.param(
            {"sleep": 3}, "'sleep' is not a setting; there is: after, hear, idle, pin, staff, warning", id="unknown"
        ),
        pytest.param({"idle": 19}, "idle needs seconds from 20 to 3600", id="idle too short"),
        pytest.param({"idle": 3601}, "idle needs seconds from 20 to 3600", id="idle too long"),
        pytest.param({"idle": 60.0}, "idle needs seconds", id="idle no whole number"),
        pytest.param({"idle": "60"}, "idle needs seconds", id="idle a text"),
        pytest.param({"idle": True}, "idle needs seconds", id="idle a flag"),
        pytest.param({"warning": 19}, "warning needs seconds from 20 to 3600", id="warning too short (WCAG 2.2.1)"),
        pytest.param({"warning": 3601}, "warning needs seconds from 20 to 3600", id="warning too long"),
        pytest.param({"warning": None}, "warning needs seconds", id="warning nothing"),
        pytest.param({"after": "stop"}, 'after needs "start" or "end"', id="after unknown"),
        pytest.param({"after": True}, "after needs a text in quotes", id="after a flag"),
        pytest.param({"hear": 3}, "hear needs a text in quotes", id="hear a number"),
        pytest.param({"staff": "f12", "pin": PIN}, "staff needs a list of keys", id="staff a text"),
        pytest.param({"staff": [12], "pin": PIN}, "staff needs a list of keys", id="staff numbers"),
        pytest.param({"staff": ["f12", ""], "pin": PIN}, "staff needs a list of keys", id="staff an empty key"),
        pytest.param({"staff": ["f12"]}, "staff and pin need each other", id="staff without a PIN"),
        pytest.param({"pin": PIN}, "staff and pin need each other", id="a PIN without keys"),
        pytest.param({"staff": [], "pin": PIN}, "staff and pin need each other", id="a PIN with no keys"),
        pytest.param({"staff": ["f12"], "pin": "4711"}, "`trd-tui pin` makes the line", id="a PIN that is no hash"),
        pytest.param({"staff": ["f12"], "pin": 4711}, "pin needs a text in quotes", id="a PIN that is a number"),
    ],
)
def test_a_wrong_table(table: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError) as error:
        from_table(table, FILE)
    assert str(error.value).startswith(f"{FILE}: [kiosk] ")
    assert said in str(error.value)
    assert "4711" not in str(error.value)


@pytest.mark.parametrize("seconds", [20, 3600])
def test_the_shortest_and_the_longest_time(seconds: int) -> None:
    kiosk = from_table({"idle": seconds, "warning": seconds}, FILE)
    assert (kiosk.idle, kiosk.warning) == (seconds, seconds)


def test_the_line_of_the_clinic_is_made_harmless() -> None:
    hear = from_table({"hear": "Ask\x1b[2J \u202eus\n" + "x" * 500}, FILE).hear
    assert hear.isprintable()
    assert len(hear) <= LONGEST_HEAR


def test_there_is_time_enough_to_hear_what_was_shown() -> None:
    kiosk = Kiosk(idle=120)
    assert kiosk.patience(0) == 120
    assert kiosk.patience(1500) == 270
