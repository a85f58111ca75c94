"""Lines that plain mode says: sections, lists and pages, each as sentences that stand alone."""

from __future__ import annotations

from trd_tui import citations, pages
from trd_tui.layout import read_out
from trd_tui.model import LIST, Block, Item
from trd_tui.plain.hints import Hint
from trd_tui.reading import place
from trd_tui.safe import printable
from trd_tui.sentences import ended, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trd_tui.library.store import Library
    from trd_tui.model import Entry, Results
    from trd_tui.words import Words


MOST_RESULTS = 10


MENTIONS = ("suicid", "self-harm")


def with_help(library: Library, lines: Iterable[str]) -> Iterator[str]:
    """Lines, and the way to help last, if they end with suicide named in a title, a result or a source (rule 5.1)."""
    help = sentences(library.help.mention)
    named = False
    for line in lines:
        yield line
        named = not line.endswith(help[-1]) and (named or any(word in line.casefold() for word in MENTIONS))
    if named:
        yield from help


def contents(library: Library) -> Iterator[str]:
    """The numbered sections, a line each."""
    yield library.words("plain.contents", count=library.total)
    for entry in filter(None, map(library.numbered, map(str, range(1, library.total + 1)))):
        yield library.words("plain.entry", number=entry.number, title=entry.title)


def section(library: Library, entry: Entry) -> Iterator[str]:
    """A whole section: its title and place, its text, the pages inside it, and what comes next."""
    words, blocks = library.words, library.section(entry.id).blocks
    cited = pages.cited(library, blocks)
    yield named(library, entry)
    yield from read_out(blocks, words, cited)
    if cited.general:
        yield words("plain.general")
    yield Hint(words, "plain.sources_how")
    yield from _inside(library, entry)
    offered = library.offered(entry.id)
    if offered:
        yield words("guide.offers", title=ended(offered))
        yield Hint(words, "plain.guide.how")
    yield _ending(library, entry)


def named(library: Library, entry: Entry) -> str:
    """A section's title and place, such as "Electroconvulsive therapy (ECT). Section 12 of 23." in English."""
    return library.words("plain.section", place=place(entry, library, library.words), title=ended(entry.title))


def results(library: Library, found: Results) -> Iterator[str]:
    """Search results: help now first where the words call for it, the count, each result, each reason only once."""
    if found.danger:
        yield from sentences(library.help.mention)
    yield counted(library, found)
    said = {""}
    for number, hit in enumerate(found.hits, 1):
        yield library.words("plain.result", number=number, title=hit.entry.title)
        yield from sentences(hit.sentence)
        if hit.reason not in said:
            yield hit.reason.replace('"', "")
            said.add(hit.reason)


def counted(library: Library, found: Results) -> str:
    """How many results there are, and for what."""
    count = len(found.hits)
    key = "plain.results_one" if count == 1 else "plain.results_best" if count == MOST_RESULTS else "plain.results"
    return library.words(key, count=count, query=printable(found.query))


def page(shown: pages.Page, words: Words) -> Iterator[str]:
    """A page that is not a section: its title, then its sentences; only lists say how many they are."""
    yield ended(shown.title)
    for block in shown.blocks:
        yield from spoken(block, words)


def spoken(block: Block, words: Words, heading: str = "") -> Iterator[str]:
    """A block, perhaps under another heading."""
    if block.kind == LIST:
        yield from read_out([block], words)
        return
    if block.heading:
        yield from sentences(ended(heading or block.heading))
    yield from read_out([Block(block.kind, block.items)], words)


def sources(shown: pages.Page, words: Words) -> Iterator[str]:
    """The page of sources; no mark is heard in a text, so what general knowledge is bears none either."""
    blocks = (Block(one.kind, tuple(map(_unmarked, one.items)), one.heading) for one in shown.blocks)
    return page(pages.Page(shown.id, shown.title, tuple(blocks)), words)


def meanings(library: Library, asked: str, here: str) -> Iterator[str]:
    """What a word means; without a word, the words of the section that is being read."""
    words = library.words
    wanted = asked.casefold()
    if wanted:
        terms = [one for one in library.terms() if wanted in map(str.casefold, (one.term, one.short, *one.also))]
    else:
        terms = list(library.terms_in(here))
    if asked and not terms:
        yield words("plain.no_term", word=printable(asked))
    elif not asked:
        yield words("plain.terms", count=len(terms)) if terms else words("plain.no_terms")
    for term in terms:
        name = f"{term.term}, {term.short}" if term.short else term.term
        yield from sentences(words("plain.term", term=name, meaning=term.meaning))
    yield Hint(words, "plain.terms_hint")


def _unmarked(item: Item) -> Item:
    return Item(item.text) if item.name.strip("[]") == citations.GENERAL else item


def _inside(library: Library, entry: Entry) -> Iterable[str]:
    inside = [child for child in library.children(entry.id) if "." in child.number]
    if not inside:
        return ()
    key = "plain.pages_inside" if len(inside) > 1 else "plain.pages_inside_one"
    return (library.words(key, count=len(inside)), *(_listed(library, child) for child in inside))


def _listed(library: Library, entry: Entry) -> str:
    inside = sum("." in child.number for child in library.children(entry.id)) if entry.children else 0
    key = "plain.inside" if inside > 1 else "plain.inside_one" if inside else "plain.entry"
    return library.words(key, number=entry.number, title=entry.title, count=inside)


def _ending(library: Library, entry: Entry) -> str:
    if entry.position + 1 == library.count:
        return library.words("plain.end_last", number=entry.number)
    return library.words("plain.end_next", number=entry.number, title=ended(library.entry_at(entry.position + 1).title))
