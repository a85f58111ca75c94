"""What plain mode says in a kiosk beside all else: the first screen, whether somebody is there, whether one is done."""

from __future__ import annotations

from trd_tui.plain.aside import Aside
from trd_tui.sentences import ended, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trd_tui.reading import Reading
    from trd_tui.words import Words

CLINICS_CHOICE = "plain.because.asked"
"""A reason for plain mode that says nothing to a person who did not start the program."""


def first_screen(reading: Reading, hear: str) -> Iterator[str]:
    """What this is, how to hear it in the clinic's own words, and how to get help; the prompt says how to begin."""
    words = reading.library.words
    yield ended(words("kiosk.title"))
    yield from sentences(words("kiosk.about"))
    yield from sentences(hear)
    yield help_line(reading)


def greeting(reading: Reading, reason: str, *, helped: bool) -> Iterator[str]:
    """Why this is plain mode, where that is news; how to get help, if the person was not `helped` yet; how to leave."""
    words = reading.library.words
    told = [] if reason in ("", CLINICS_CHOICE) else [words(reason)]
    told += [] if helped else [help_line(reading)]
    yield from [" ".join(told)] * bool(told)
    yield words("plain.kiosk.leave")


def help_line(reading: Reading) -> str:
    """How to get help now, with the number of the country."""
    crisis = reading.library.help
    code = (reading.country or crisis.default).upper()
    short = next(lines.short for lines in crisis.countries if lines.code == code)
    return reading.library.words("plain.kiosk.help", crisis=short.crisis)


def to_be_done(words: Words, forget: Callable[[], None], go_on: Callable[[], None]) -> Aside:
    """Whether all is to be forgotten."""
    choices = words("plain.kiosk.done_yes"), words("plain.kiosk.done_no")
    return Aside(words("plain.kiosk.done"), choices, lambda place: go_on() if place else forget())


def still_there(words: Words, seconds: int) -> Iterator[str]:
    """Whether somebody is there, and what happens in so many seconds if nobody is."""
    yield words("kiosk.still_title")
    yield words("kiosk.still")
    yield words("kiosk.still_not", seconds=seconds)
