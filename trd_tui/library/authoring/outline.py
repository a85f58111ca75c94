"""Pages in reading order: positions, numbers and levels; the way to Help now after every mention of suicide."""

from __future__ import annotations

from trd_tui.library.authoring.article import Page
from trd_tui.library.authoring.links import tell_twice
from trd_tui.library.authoring.nodes import Problems, Written
from trd_tui.library.rules.wording import mentions_suicide
from trd_tui.model import HELP, KEY_POINTS, Block, Entry, Item, Section


class Outline:
    """The sections of an article while its files come in; levels count from 0."""

    def __init__(self, mention: str, problems: Problems) -> None:
        self.sections: list[Section] = []
        self._mention = mention
        self._problems = problems
        self._entries: dict[str, Entry] = {}
        self._path: list[Entry] = []

    def add_file(self, page: Page, number: str) -> None:
        """Add a file's section and all inside it; its number counts the files from 1."""
        parent = self._entries.get(page.parent)
        if page.parent and self._path:
            # A section under one that is not known stays with those before it, so that one slip is told once.
            parent = parent or self._path[0]
        if parent and parent not in self._path:
            what = f'this section belongs under "{page.parent}" but does not follow it or its other sections'
            self._problems.add_at(page.parent, what, "number the file so that they stand together")
        if parent:
            parent.children += 1
        self._add(page, number, parent)

    def _add(self, page: Page, number: str, parent: Entry | None) -> None:
        level = parent.level + 1 if parent else 0
        id = Written(page.id, page.id.place if isinstance(page.id, Written) and page.id else page.place)
        short = page.short or page.title
        parent_id = parent.id if parent else ""
        entry = Entry(len(self.sections), id, number, page.title, short, level, parent_id, len(page.children))
        if id in self._entries:
            tell_twice(self._entries[id].id, id, "sections", self._problems)
        elif id:
            self._entries[id] = entry
        self._path[level:] = [entry]
        self.sections.append(Section(entry, with_help(page.blocks, self._mention)))
        for count, child in enumerate(page.children, 1):
            self._add(child, f"{number}.{count}", entry)


def with_help(blocks: tuple[Block, ...], mention: str) -> tuple[Block, ...]:
    """The blocks with the way to Help now after each run of blocks that mention suicide or self-harm.

    Key points are a run of their own: many people read no further.
    """
    found: list[Block] = []
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        found.append(block)
        if _mentions(block) and (block.kind == KEY_POINTS or not (following and _mentions(following))):
            found.append(Block(HELP, (Item(mention),)))
    return tuple(found)


def _mentions(block: Block) -> bool:
    texts = [block.heading, *(text for item in block.items for text in (item.name, item.text, item.who))]
    return any(map(mentions_suicide, texts))
