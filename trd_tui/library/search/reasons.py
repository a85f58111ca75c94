"""Why a section was found, in words, where its own words differ from those that were asked."""

from __future__ import annotations

from trd_tui.library.search.query import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from trd_tui.library.search.asking import Asking
    from trd_tui.library.search.excerpts import Excerpt
    from trd_tui.library.search.names import Asked
    from trd_tui.model import Entry
    from trd_tui.words import Words

NAME, SPELLING = "search.reason", "search.reason_spelling"


def reason(entry: Entry, found: Excerpt, asking: Asking, words: Words) -> str:
    """The reason for one result, or nothing where it holds the words that were asked."""
    text = f" {' '.join(tokens(f'{entry.title} {entry.short}'))} {found.words} "
    for one in asking.asked:
        if not asking.says_own_name(one) and _led_here(one, entry, text, found.marked, asking):
            term = asking.term(one)
            return words(NAME, short=term.short or term.term, asked=one.name.name)
    for meant, typed in asking.corrected.items():
        if any(f" {word} " in text for word in meant.split()):
            return words(SPELLING, meant=meant, typed=typed)
    return ""


def _led_here(one: Asked, entry: Entry, text: str, marked: Iterable[str], asking: Asking) -> bool:
    if one.name.own or all(any(f" {form} " in text for form in forms) for forms in asking.typed(one)):
        return False
    return asking.term(one).section == entry.id or not asking.own_forms[one.name.term].isdisjoint(marked)
