"""Pages that are not sections: help now, keys, sources, words, where am I. Both front ends show the same."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from trd_tui.citations import Citations
from trd_tui.commands import DIGITS, NUMBERS, Command, key_label
from trd_tui.library.store import Library
from trd_tui.model import FACTS, LIST, TEXT, Block, Item, Section, Source, Term
from trd_tui.reading import Reading, place
from trd_tui.words import Words

EVERYWHERE = ("help_now", "keys", "repeat", "country", "switch", "hints", "quick_exit", "quit", "done")
"""Commands of plain mode that mean the same in the questions as in the article."""


class Page:
    """A title and blocks to read; `id` names it for tests and for the place line."""

    __slots__ = ("blocks", "id", "title")

    def __init__(self, id: str, title: str, blocks: tuple[Block, ...]) -> None:
        self.id = id
        self.title = title
        self.blocks = blocks


def help_now(library: Library, country: str = "") -> Page:
    """The crisis page: numbers of one country first (the content's default if not named), then all the others."""
    crisis = library.help
    code = (country or crisis.default).upper()
    chosen = [lines for lines in crisis.countries if lines.code == code]
    others = [lines for lines in crisis.countries if lines.code != code]
    numbers = [Block(FACTS, lines.items, lines.country) for lines in chosen + others]
    return Page(
        "help_now", crisis.title, (*numbers[: len(chosen)], Block(LIST, crisis.opening), *numbers[len(chosen) :])
    )


class Keyed:
    """One line of the Keys page: what it says, and the `id` of the command that Enter does there, empty for none."""

    __slots__ = ("id", "item")

    def __init__(self, item: Item, id: str = "") -> None:
        self.item = item
        self.id = id


def keys(commands: Iterable[Command], words: Words, *, guide: bool = False) -> Page:
    """Every key of the full screen and what it does; those of the questions last, or first in the `guide`."""
    return key_page(key_groups(commands, words, guide=guide), words)


def key_page(groups: Iterable[tuple[str, Sequence[Keyed]]], words: Words, opening: str = "keys.opening") -> Page:
    """The Keys page made of groups of lines, each with its heading, after the words of the key `opening`."""
    first = Block(TEXT, (Item(words(opening)),))
    blocks = (Block(FACTS, tuple(one.item for one in listed), heading) for heading, listed in groups)
    return Page("keys", words("keys.title"), (first, *blocks))


def key_groups(
    commands: Iterable[Command], words: Words, *, guide: bool = False, here: Container[str] | None = None
) -> list[tuple[str, Sequence[Keyed]]]:
    """The lines of the Keys page in groups with their headings; first what can be done `here` (None is anywhere).

    A command without keys is listed only where it can be done, since this page is then the way to it.
    """
    listed = [one for one in commands if one.keys or (here is not None and one.id in here)]
    asked = [_space(words), *(_keyed(one, words, here) for one in listed if one.guide)]
    rest = [_keyed(one, words, here) for one in listed if not one.guide and (here is None or one.id in here)]
    elsewhere = [_keyed(one, words) for one in listed if not one.guide and here is not None and one.id not in here]
    in_guide = (words("keys.guide"), asked)
    if guide and (here is None or any(one.id for one in asked)):
        groups = [in_guide, (words("tui.guide.everywhere"), rest), (words("keys.elsewhere"), elsewhere)]
    else:
        groups = [("", rest), (words("keys.elsewhere"), elsewhere), in_guide]
    return [group for group in (*groups, (words("keys.field"), _typing(words))) if group[1]]


def plain_commands(commands: Iterable[Command], words: Words, *, guide: bool = False) -> Page:
    """Every word that plain mode knows and what it does, in the article or in the questions."""
    key = "commands.guide_opening" if guide else "commands.opening"
    typed = [command for command in commands if command.word]
    if guide:
        own = [command for command in typed if command.guide]
        taken = {command.letter for command in own}
        known = own + [command for command in typed if command.id in EVERYWHERE]
        items = tuple(_typed(one, words, "" if not one.guide and one.letter in taken else one.letter) for one in known)
    else:
        items = tuple(_typed(command, words, command.letter) for command in typed if not command.guide)
    return Page("commands", words("commands.title"), (Block(TEXT, (Item(words(key)),)), Block(FACTS, items)))


def _typed(command: Command, words: Words, letter: str) -> Item:
    names = filter(None, (command.word, letter))
    return Item(words(f"command.{command.id}"), name=f" {words('keys.or')} ".join(names))


def _keyed(command: Command, words: Words, here: Container[str] | None = None) -> Keyed:
    """The line of a command; one that needs a number, or opens this page, can only be pressed."""
    is_done = here is not None and command.id in here and command.id not in (NUMBERS, "keys")
    return Keyed(_pressed(command, words), command.id if is_done else "")


def _pressed(command: Command, words: Words) -> Item:
    return Item(words(f"command.{command.id}"), name=named_keys(command, words))


def named_keys(command: Command, words: Words) -> str:
    """The keys of a command as a person reads them: "F2 or h"; those of the numbers in fewer words."""
    return words("keys.digits") if command.keys == DIGITS else _joined(command.keys, words)


def _joined(keys: Iterable[str], words: Words) -> str:
    return f" {words('keys.or')} ".join(map(key_label, keys))


def _space(words: Words) -> Keyed:
    return Keyed(Item(words("keys.space"), name=key_label("space")))


def _typing(words: Words) -> list[Keyed]:
    """What is pressed in a text field and nowhere else."""
    listed = (("keys.field_move", ("left", "right", "home", "end")), ("keys.field_erase", ("backspace", "delete")))
    return [Keyed(Item(words(key), name=_joined(pressed, words))) for key, pressed in listed]


def sources(section: Section, citations: Citations, words: Words) -> Page:
    """The numbered sources of a section, with dates and addresses, and what [G] means."""
    listed = tuple(item for number, source in enumerate(citations.listed, 1) for item in _source(number, source, words))
    general = (Item(words("sources.general"), name="[G]"),) if citations.general else ()
    title = words("sources.title", title=section.entry.title)
    empty = (Item(words("sources.none")),)
    notes = Block(TEXT, (Item(words("sources.written")), Item(words("limits"))))
    return Page("sources", title, (Block(FACTS, listed + general) if listed or general else Block(TEXT, empty), notes))


def _source(number: int, source: Source, words: Words) -> tuple[Item, ...]:
    """A citation with its date, and its address as an item of its own, so that it stands on a line alone."""
    cited = Item(f"{source.citation} {words('sources.date', date=source.date)}", name=f"[{number}]")
    return (cited, Item(source.url)) if source.url else (cited,)


def terms(library: Library, section: str, words: Words) -> Page:
    """The word list: first the words of a section, then all of them."""
    here = library.terms_in(section)
    named = {term.id for term in here}
    rest = tuple(term for term in library.terms() if term.id not in named)
    blocks = [Block(FACTS, _meanings(here), words("terms.here"))] if here else []
    return Page("terms", words("terms.title"), (*blocks, Block(FACTS, _meanings(rest), words("terms.all"))))


def where(reading: Reading, words: Words) -> Page:
    """Where the reader is: the section, its place in the article, and the way to it from the top, a line each."""
    library, entry = reading.library, reading.entry
    lines = (place(entry, library, words) + ".", *(one.title for one in library.path(entry.id)))
    return Page("where", words("where.title"), (Block(TEXT, tuple(Item(line) for line in lines)),))


def _meanings(listed: Iterable[Term]) -> tuple[Item, ...]:
    return tuple(
        Item(term.meaning, term.evidence, name=f"{term.term} ({term.short})" if term.short else term.term)
        for term in listed
    )


def cited(library: Library, blocks: Iterable[Block]) -> Citations:
    """The citations of some blocks, looked up in the library."""
    kept = tuple(blocks)
    evidence = library.evidence({id for block in kept for item in block.items for id in item.evidence})
    return Citations(kept, evidence, library.sources({id for one in evidence.values() for id in one.sources}))
