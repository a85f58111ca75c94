"""Results of the commands as text or JSON values: outline, show, search, help-now, guide."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.glyphs import Glyphs
from trd_tui.layout import Line, lay_out, wrap
from trd_tui.library.store import Library
from trd_tui.model import Entry, Item, Results, Section
from trd_tui.safe import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.citations import Citations
    from trd_tui.reading import Reading

WIDTH = 80
EVERYTHING = "all"
HANGING = "  "


def outline(library: Library) -> str:
    """The tree, a line a section: number, id, title, indented by level."""
    return "".join(f"{'  ' * one.level}{one.number} {one.id}: {one.title}\n" for one in library.outline())


def outline_value(library: Library) -> list[dict[str, object]]:
    """The tree as a list of {id, number, level, parent, title} in reading order."""
    return [_entry_value(one) for one in library.outline()]


def show(library: Library, id: str, width: int, glyphs: Glyphs, *, with_sources: bool) -> str:
    """One section, or the whole article for "all" with numbered titles, as wrapped text; with sources if asked."""
    if id != EVERYTHING:
        return _shown(library, library.entry(id), "", width, glyphs, with_sources=with_sources)
    return "\n".join(
        _shown(library, one, f"{one.number} ", width, glyphs, with_sources=with_sources) for one in library.outline()
    )


def show_value(library: Library, id: str) -> object:
    """One section as a value, or a list of them for "all": entry, blocks with items, and numbered sources."""
    if id != EVERYTHING:
        return _section_value(library, library.section(id))
    return [_section_value(library, library.section(one.id)) for one in library.outline()]


def search(library: Library, results: Results) -> str:
    """Search results, best first: id, title, the matching sentence, and why it was found where the words differ."""
    lines = [library.help.mention] if results.danger else []
    for hit in results.hits:
        lines += [f"{hit.entry.id}: {hit.entry.title}", f"    {hit.sentence}"]
        lines += [f"    ({hit.reason})"] if hit.reason else []
    return "".join(f"{line}\n" for line in lines)


def search_value(library: Library, results: Results) -> dict[str, object]:
    """Search results {query, help_now, suggestion, results: [{id, number, level, parent, title, sentence, reason}]}."""
    found = [{**_entry_value(hit.entry), "sentence": hit.sentence, "reason": hit.reason} for hit in results.hits]
    return {
        "query": printable(results.query),
        "help_now": library.help.mention if results.danger else "",
        "suggestion": results.suggestion,
        "results": found,
    }


def nothing_found(library: Library, results: Results) -> str:
    """What to say, and to try, when a search found nothing."""
    words = library.words
    if not printable(results.query):
        return words("search.empty")
    lines = [words("search.nothing", query=printable(results.query))]
    lines.append(words("search.suggest", suggestion=results.suggestion) if results.suggestion else words("search.hint"))
    return " ".join(lines)


def help_now(library: Library, country: str, width: int, glyphs: Glyphs) -> str:
    """The crisis page as text, one country first."""
    return page_text(library, pages.help_now(library, country), width, glyphs)


def sheet_text(reading: Reading, width: int, glyphs: Glyphs, today: str) -> str:
    """The sheet to take along as wrapped text, without what was struck out; `today` is the date that it bears."""
    from trd_tui import guide_pages

    library = reading.library
    filled = guide_pages.phrases(reading, "", "")
    page, citations = guide_pages.sheet(reading.walk, library, library.words, filled, today)
    return glyphs.text(_text(lay_out(page.title, page.blocks, width, library.words, citations, glyphs)))


def paths(library: Library, width: int) -> str:
    """Every route through the questions, for sign-off: a statement a line, wrapped where a width is given."""
    from trd_tui.guide.paths.routes import find
    from trd_tui.guide.paths.text import lines

    shown = lines(find(library.guide), library.words)
    return "".join(f"{row}\n" for line in shown for row in (_hanging(line, width) if width else [line]))


def page_text(library: Library, page: pages.Page, width: int, glyphs: Glyphs) -> str:
    """A page that is not a section, as wrapped text."""
    return _text(lay_out(page.title, page.blocks, width, library.words, glyphs=glyphs))


def _shown(library: Library, entry: Entry, lead: str, width: int, glyphs: Glyphs, *, with_sources: bool) -> str:
    section = library.section(entry.id)
    citations = pages.cited(library, section.blocks)
    text = _text(lay_out(lead + entry.title, section.blocks, width, library.words, citations, glyphs))
    if not with_sources:
        return text
    return text + "\n" + page_text(library, pages.sources(section, citations, library.words), width, glyphs)


def _text(lines: list[Line]) -> str:
    return "".join(f"{line.text}\n" for line in lines)


def _hanging(line: str, width: int) -> list[str]:
    """A line broken at a width; what hangs over stands further in."""
    indent = line[: len(line) - len(line.lstrip())]
    return wrap(line, width, indent, indent + HANGING)


def _entry_value(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "number": entry.number,
        "level": entry.level,
        "parent": entry.parent,
        "title": entry.title,
    }


def _section_value(library: Library, section: Section) -> dict[str, object]:
    citations = pages.cited(library, section.blocks)
    blocks = [
        {"kind": block.kind, "heading": block.heading, "items": [_item_value(item, citations) for item in block.items]}
        for block in section.blocks
    ]
    sources = [
        {"number": number, "id": one.id, "citation": one.citation, "date": one.date, "url": one.url}
        for number, one in enumerate(citations.listed, 1)
    ]
    return {**_entry_value(section.entry), "blocks": blocks, "sources": sources}


def _item_value(item: Item, citations: Citations) -> dict[str, object]:
    return {
        "name": item.name,
        "text": item.text,
        "who": item.who,
        "marks": citations.marks(item),
        "evidence": list(item.evidence),
        "unknown": item.unknown,
    }
