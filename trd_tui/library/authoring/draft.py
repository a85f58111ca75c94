"""A content folder read whole, whatever is wrong in it."""

from __future__ import annotations

import os
from pathlib import Path

from trd_tui.library.authoring import crisis, glossary, links, phrases, reference
from trd_tui.library.authoring.article import FIELDS, Page, page
from trd_tui.library.authoring.folder import EVIDENCE, SOURCES, Folder, ReadFile
from trd_tui.library.authoring.nodes import Place, Problems
from trd_tui.library.authoring.outline import Outline
from trd_tui.library.content import Content


class Draft:
    """Content with its problems.

    `unread`: files that could not be read at all; `treatments`: section ids; `named`: every text of the article, the
    crisis screen and the word list, wherever it stands.
    """

    __slots__ = ("content", "named", "problems", "treatments", "unread")

    def __init__(self, content: Content, folder: Folder, treatments: frozenset[str]) -> None:
        self.content = content
        self.problems = folder.problems
        self.treatments = treatments
        self.unread = frozenset(folder.unread)
        self.named = frozenset(folder.named)

    @property
    def whole(self) -> bool:
        """Whether every file could be read, so that what is shown nowhere is known."""
        return not self.unread


def read(folder: Path, language: str, read_file: ReadFile) -> Draft:
    """As much of a folder as can be read."""
    files = Folder(folder, language, read_file)
    if not os.path.isdir(folder):
        files.problems.add(Place("."), f'there is no folder "{folder}"', "name a folder that holds evidence.yaml")
        return Draft(_nothing(language), files, frozenset())
    problems = files.problems
    words = _words(files)
    help = crisis.help_now(node, problems) if (node := files.node(files.written("help-now"))) else crisis.nothing()
    outline = Outline(help.mention, problems)
    pages = _pages(files, _headings(files, words))
    for number, one in pages:
        outline.add_file(one, number)
    content = Content(
        language,
        tuple(outline.sections),
        reference.evidence(node, problems) if (node := files.node(EVIDENCE)) else {},
        reference.sources(node, problems) if (node := files.node(SOURCES)) else {},
        glossary.terms(node, problems) if (node := files.node(files.written("terms"))) else (),
        help,
        words,
    )
    _check_links(content, [one for _, one in pages], files)
    return Draft(content, files, frozenset(_treatments([one for _, one in pages])))


def _nothing(language: str) -> Content:
    return Content(language, (), {}, {}, (), crisis.nothing(), {})


def _words(files: Folder) -> dict[str, str]:
    node = files.node(files.written("words"))
    return phrases.phrases(node, files.problems) if node else {}


def _headings(files: Folder, words: dict[str, str]) -> dict[str, str]:
    name = files.written("words")
    for field in FIELDS:
        if f"field.{field}" not in words and name not in files.unread:
            files.problems.add(
                Place(name), f'"field.{field}" is missing', "add the heading of this field of a treatment"
            )
    return {field: words.get(f"field.{field}", "") for field in FIELDS}


def _pages(files: Folder, headings: dict[str, str]) -> list[tuple[str, Page]]:
    found: list[tuple[str, Page]] = []
    for rank, name in enumerate(files.article(), 1):
        node = files.node(name)
        one = page(node, headings, files.problems) if node else None
        if one:
            found.append((str(rank), one))
            _check_name(name, one, files.problems)
        else:
            files.unread.add(name)
    return found


def _check_name(name: str, one: Page, problems: Problems) -> None:
    stem = name.rpartition("/")[2].removesuffix(".yaml")
    rank, _, id = stem.partition("-")
    if one.id and (id != one.id or not rank.isdecimal()):
        problems.add_at(one.id, f'the file "{stem}.yaml" holds the section "{one.id}"', f"name it NN-{one.id}.yaml")


def _check_links(content: Content, pages: list[Page], files: Folder) -> None:
    problems = files.problems
    links.check_twice((term.id for term in content.terms), "terms", problems)
    links.check_twice((country.code for country in content.help.countries), "countries", problems)
    if EVIDENCE not in files.unread:
        links.check_evidence(content, problems)
    if SOURCES not in files.unread:
        links.check_sources(content, problems)
    if not any("/article" in name for name in files.unread):
        links.check_sections(content, problems)
        links.check_parents(content, pages, problems)


def _treatments(pages: list[Page]) -> list[str]:
    return [id for one in pages for id in (*([one.id] if one.treatment else []), *_treatments(one.children))]
