"""A content folder read whole, whatever is wrong in it."""

from __future__ import annotations

import os
from pathlib import Path

from trd_tui.guide.definition import Guide
from trd_tui.library.authoring import crisis, glossary, guide, links, phrases, reference
from trd_tui.library.authoring.article import FIELDS, Page, page
from trd_tui.library.authoring.folder import EVIDENCE, SOURCES, Folder, ReadFile
from trd_tui.library.authoring.nodes import Place, Problems
from trd_tui.library.authoring.outline import Outline
from trd_tui.library.content import Content


class Draft:
    """Content with its problems.

    `unread`: files that could not be read at all; `treatments`: section ids; `named`: every text of the article, the
    crisis screen, the guide and the word list, wherever it stands; `guided`: whether nothing of the guide is unknown,
    so that its routes can be followed.
    """

    __slots__ = ("content", "guided", "named", "problems", "treatments", "unread")

    def __init__(self, content: Content, folder: Folder, treatments: frozenset[str], *, guided: bool) -> None:
        self.content = content
        self.problems = folder.problems
        self.treatments = treatments
        self.guided = guided
        self.unread = frozenset(folder.unread)
        self.named = frozenset(folder.named)

    @property
    def whole(self) -> bool:
        """Whether every file could be read, so that what is shown nowhere is known."""
        return not self.unread


def read(folder: Path, language: str, read_file: ReadFile) -> Draft:
    """As much of a folder as can be read."""
    files = Folder(folder, language, read_file)
    if missing := _missing(folder, language):
        files.problems.add(Place("."), missing, "name a folder that holds evidence.yaml")
        return Draft(_nothing(language), files, frozenset(), guided=False)
    problems = files.problems
    spoken = files.record(files.written("words"), "a text under its name")
    words = phrases.phrases(spoken, problems) if spoken else {}
    crisis_screen = files.record(files.written("help-now"), "the crisis screen")
    help = crisis.help_now(crisis_screen, problems) if crisis_screen else crisis.nothing()
    outline = Outline(help.mention, problems)
    pages = _pages(files, {field: words.get(f"field.{field}", "") for field in FIELDS})
    for number, one in pages:
        outline.add_file(one, number)
    statements = files.record(EVIDENCE, "a statement under its id")
    cited = files.record(SOURCES, "a source under its id")
    questions, guided = _guide(files)
    content = Content(
        language,
        tuple(outline.sections),
        reference.evidence(statements, problems) if statements else {},
        reference.sources(cited, problems) if cited else {},
        glossary.terms(files.nodes(files.written("terms"), "the word list"), problems),
        help,
        words,
        questions,
    )
    _check_links(content, [one for _, one in pages], files)
    return Draft(content, files, frozenset(_treatments([one for _, one in pages])), guided=guided)


def _guide(files: Folder) -> tuple[Guide, bool]:
    """The guide, and whether nothing was wrong with it."""
    before = len(files.problems.found)
    record = files.record(files.written("guide"), "the guide")
    found = guide.guide(record, files.problems) if record else guide.nothing()
    return found, len(files.problems.found) == before


def _nothing(language: str) -> Content:
    return Content(language, (), {}, {}, (), crisis.nothing(), {}, guide.nothing())


def _missing(folder: Path, language: str) -> str:
    """What keeps a folder from being one of content at all, or nothing."""
    if not os.path.isdir(folder):
        return f'there is no folder "{folder}"'
    held = (folder / EVIDENCE, folder / SOURCES, folder / language)
    return "" if any(map(os.path.lexists, held)) else f'there is no content in "{folder}"'


def _pages(files: Folder, headings: dict[str, str]) -> list[tuple[str, Page]]:
    found: list[tuple[str, Page]] = []
    for rank, name in enumerate(files.article(), 1):
        record = files.record(name, "a section")
        if record:
            one = page(record, headings, files.problems)
            found.append((str(rank), one))
            _check_name(name, one, files.problems)
    return found


def _check_name(name: str, one: Page, problems: Problems) -> None:
    stem = name.rpartition("/")[2].removesuffix(".yaml")
    rank, _, id = stem.partition("-")
    if reference.ID.fullmatch(one.id) and (id != one.id or not rank.isdecimal()):
        problems.add_at(one.id, f'the file "{stem}.yaml" holds the section "{one.id}"', f"name it NN-{one.id}.yaml")


def _check_links(content: Content, pages: list[Page], files: Folder) -> None:
    problems = files.problems
    links.check_twice((term.id for term in content.terms), "terms", problems)
    links.check_twice((country.code for country in content.help.countries), "countries", problems)
    links.check_countries(content.help, problems)
    if EVIDENCE not in files.unread:
        links.check_evidence(content, problems)
    if SOURCES not in files.unread:
        links.check_sources(content, problems)
    if not any("/article" in name for name in files.unread):
        links.check_sections(content, problems)
        links.check_parents(content, pages, problems)


def _treatments(pages: list[Page]) -> list[str]:
    return [id for one in pages for id in (*([one.id] if one.treatment else []), *_treatments(one.children))]
