"""Lines that plain mode says: sections, lists and pages, each as sentences that stand alone."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.layout import read_out
from trd_tui.reading import place
from trd_tui.safe import printable
from trd_tui.sentences import ended, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trd_tui.library.store import Library
    from trd_tui.model import Entry, Results


MOST_RESULTS = 10


MENTIONS = ("suicid", "self-harm")


def with_help(library: Library, lines: Iterable[str]) -> Iterator[str]:
    """Lines, and the way to help last, if they end with suicide named in a title, a result or a source (rule 5.1)."""
    mention = library.help.mention
    last, named = sentences(mention)[-1], False
    for line in lines:
        yield line
        named = not line.endswith(last) and (named or any(word in line.casefold() for word in MENTIONS))
    if named:
        yield mention


def contents(library: Library) -> Iterator[str]:
    """The numbered sections, a line each."""
    yield library.words("plain.contents", count=library.total)
    for entry in filter(None, map(library.numbered, map(str, range(1, library.total + 1)))):
        yield library.words("plain.entry", number=entry.number, title=entry.title)


def section(library: Library, entry: Entry) -> Iterator[str]:
    """A whole section: where it stands, its text, the pages inside it, and what comes next."""
    words, blocks = library.words, library.section(entry.id).blocks
    citations = pages.cited(library, blocks)
    yield named(library, entry)
    yield from read_out(blocks, words, citations)
    if citations.general:
        yield words("plain.general")
    yield from _inside(library, entry)
    offered = library.offered(entry.id)
    if offered:
        yield f"{library.words('guide.offers', title=ended(offered))} {library.words('plain.guide.how')}"
    yield _ending(library, entry)


def named(library: Library, entry: Entry) -> str:
    """A section's place and title, such as "Section 12 of 23. Electroconvulsive therapy (ECT)." in English."""
    return library.words("plain.section", place=place(entry, library, library.words), title=ended(entry.title))


def results(library: Library, found: Results) -> Iterator[str]:
    """Search results: help now first where the words call for it, the count, each result, each reason only once."""
    if found.danger:
        yield library.help.mention
    yield counted(library, found)
    said = {""}
    for number, hit in enumerate(found.hits, 1):
        yield library.words("plain.result", number=number, title=hit.entry.title)
        yield hit.sentence
        if hit.reason not in said:
            yield hit.reason
            said.add(hit.reason)


def counted(library: Library, found: Results) -> str:
    """How many results there are, and for what."""
    count = len(found.hits)
    key = "plain.results_one" if count == 1 else "plain.results_best" if count == MOST_RESULTS else "plain.results"
    return library.words(key, count=count, query=printable(found.query))


def page(library: Library, shown: pages.Page) -> Iterator[str]:
    """A page that is not a section: its title, then its sentences."""
    yield ended(shown.title)
    yield from read_out(shown.blocks, library.words)


def meanings(library: Library, asked: str, here: str) -> Iterator[str]:
    """What a word means; without a word, the words of the section that is being read, if there is one."""
    words = library.words
    wanted = asked.casefold()
    if wanted:
        terms = [one for one in library.terms() if wanted in map(str.casefold, (one.term, one.short, *one.also))]
    else:
        terms = list(library.terms_in(here))
    if asked and not terms:
        yield words("plain.no_term", word=printable(asked))
    elif here and not asked:
        yield words("plain.terms", count=len(terms)) if terms else words("plain.no_terms")
    for term in terms:
        name = f"{term.term}, {term.short}" if term.short else term.term
        yield words("plain.term", term=name, meaning=term.meaning)
    yield words("plain.terms_hint")


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
