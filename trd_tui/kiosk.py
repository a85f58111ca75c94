"""What a kiosk is for its clinic: when it asks whether somebody is there, when it forgets, how staff leave it."""

from __future__ import annotations

from trd_tui.errors import UsageError
from trd_tui.pin import Door, is_readable
from trd_tui.safe import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

START, END = "start", "end"
SHORTEST_WARNING = 20
"""Seconds (WCAG 2.2, 2.2.1)."""
SHORTEST_IDLE, LONGEST_SECONDS = 20, 3600
CHARACTERS_A_SECOND = 10.0
"""How fast a text is read aloud, slowly: a voice at 175 words a minute says about 15."""
LONGEST_HEAR = 200
SETTINGS = ("after", "hear", "idle", "pin", "staff", "warning")


class Kiosk:
    """What holds in one kiosk: `idle` and `warning` in seconds; `after` a person comes the START again, or the END.

    `hear` is the clinic's own line on how to hear it, `staff` the keys in a row after which the PIN is asked, and `pin`
    what `pin.hashed` gave; both empty where nobody leaves. `door` remembers wrong tries, whoever made them; `people` is
    how often the full screen was begun.
    """

    __slots__ = ("after", "door", "hear", "idle", "people", "staff", "warning")

    def __init__(
        self,
        *,
        idle: int = 120,
        warning: int = 60,
        after: str = START,
        hear: str = "",
        staff: tuple[str, ...] = (),
        pin: str = "",
    ) -> None:
        self.idle = idle
        self.warning = warning
        self.after = after
        self.hear = hear
        self.staff = staff
        self.door = Door(pin)
        self.people = 0

    @property
    def ends(self) -> bool:
        """Whether the program ends after each person, as behind a door that makes a new session for each."""
        return self.after == END

    def patience(self, characters: int) -> float:
        """Seconds without a key before it is asked whether somebody is there: time enough to hear what was shown."""
        return self.idle + characters / CHARACTERS_A_SECOND


def from_table(table: Mapping[str, object], path: str) -> Kiosk:
    """The kiosk of the table [kiosk] of a config file; UsageError says what is wrong with it."""
    for name in table:
        if name not in SETTINGS:
            raise UsageError(f"{path}: [kiosk] {name!r} is not a setting; there is: {', '.join(SETTINGS)}")
    pin, staff = _text(table, "pin", path), _keys(table, path)
    if bool(staff) != bool(pin) or (pin and not is_readable(pin)):
        raise UsageError(f"{path}: [kiosk] staff and pin need each other; `trd-tui pin` makes the line for the PIN")
    after = _text(table, "after", path) or START
    if after not in (START, END):
        raise UsageError(f'{path}: [kiosk] after needs "{START}" or "{END}"')
    return Kiosk(
        idle=_seconds(table, "idle", 120, SHORTEST_IDLE, path),
        warning=_seconds(table, "warning", 60, SHORTEST_WARNING, path),
        after=after,
        hear=printable(_text(table, "hear", path), LONGEST_HEAR),
        staff=staff,
        pin=pin,
    )


def _seconds(table: Mapping[str, object], name: str, default: int, least: int, path: str) -> int:
    value = table.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= LONGEST_SECONDS:
        raise UsageError(f"{path}: [kiosk] {name} needs seconds from {least} to {LONGEST_SECONDS}")
    return value


def _text(table: Mapping[str, object], name: str, path: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise UsageError(f"{path}: [kiosk] {name} needs a text in quotes")
    return value


def _keys(table: Mapping[str, object], path: str) -> tuple[str, ...]:
    value = table.get("staff", [])
    if not isinstance(value, list) or not all(isinstance(key, str) and key for key in value):
        raise UsageError(f'{path}: [kiosk] staff needs a list of keys, such as ["f12", "f12", "ctrl+t"]')
    return tuple(value)
