"""Whose help lines come first: a list to choose from, or a country named at once."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.layout import read_out
from trd_tui.plain.aside import Aside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trd_tui.library.store import Library
    from trd_tui.reading import Reading


def named(library: Library, typed: str) -> str:
    """The code of a country by its code or its name; empty where there are no help lines of it."""
    wanted = typed.casefold()
    found = (one.code for one in library.help.countries if wanted in (one.code.casefold(), one.country.casefold()))
    return next(found, "")


def to_choose(reading: Reading, done: Callable[[str], None]) -> Aside:
    """The countries by number; `done` is given the code of the chosen one."""
    countries = reading.library.help.countries
    now = next(one for one in countries if one.code == current(reading))
    asked = reading.library.words("plain.country_now", country=now.country)
    return Aside(asked, tuple(one.country for one in countries), lambda place: done(countries[place].code))


def current(reading: Reading) -> str:
    """The code of the country whose help lines come first."""
    return (reading.country or reading.library.help.default).upper()


def lines(reading: Reading) -> Iterator[str]:
    """The country whose help lines come first, and these lines."""
    library = reading.library
    block = pages.help_now(library, reading.country).blocks[0]
    yield library.words("plain.country_now", country=block.heading)
    yield from read_out([type(block)(block.kind, block.items)], library.words)
