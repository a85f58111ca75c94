"""Lists to choose from: the welcome, the parts, the countries, and whether something is meant; Enter takes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from trd_tui import guide_pages
from trd_tui.guide.walk import START
from trd_tui.tui.rows.choices import choice, gap, paragraph, spread
from trd_tui.tui.rows.foot import Hint
from trd_tui.tui.screens.guide.face import BACK, KEYS, LEAVE, REVIEW, GuideFace

if TYPE_CHECKING:
    from trd_tui.pages import Page
    from trd_tui.tui.rows.column import Piece
    from trd_tui.tui.screens.guide.way import GuideWay

TAKE = Hint("enter", "choose")
Options = Sequence[tuple[str, str]]
"""Names and texts of what can be chosen."""


class MenuFace(GuideFace):
    """A heading, perhaps some text, and a numbered list; `take` is given the name of what was chosen."""

    hints: Sequence[Hint] = (TAKE, BACK, KEYS)

    def __init__(self, way: GuideWay, title: str, options: Options, take: Callable[[str], object]) -> None:
        super().__init__(way)
        self._title = title
        self.options = options
        self._take = take
        self.actions = {**self.moving, "enter": self.enter, "leave": way.close, "guide_back": way.close}

    @property
    def name(self) -> str:
        """The heading."""
        return self._title

    def texts(self) -> Sequence[str]:
        """What stands above the list."""
        return ()

    def pieces(self) -> list[Piece]:
        """Heading, texts, list."""
        listed = [choice(number, text, "", self.glyphs, name) for number, (name, text) in enumerate(self.options, 1)]
        heading = paragraph(self._title, self.glyphs, "heading")
        return [heading, gap(), *spread(self.texts(), self.glyphs), *listed]

    def enter(self) -> None:
        """Take what has the focus."""
        if name := self.column.take():
            self._take(name)
        elif self.panes.linear:
            self.say_go_on()


class WelcomeFace(MenuFace):
    """What the questions are, and how to begin."""

    def __init__(self, way: GuideWay) -> None:
        walk = way.walk
        super().__init__(way, walk.guide.title, walk.choices(), self._chosen)
        self.hints = (TAKE, LEAVE, *((REVIEW,) if walk.started else ()), KEYS)
        self.actions |= {**way.actions, "guide_back": way.leave, "guide_why": way.open_welcome_why}

    def titles(self) -> Sequence[str]:
        """The title alone, which has the word for the questions in it."""
        return (self.name, self.words("tui.guide.title"))

    def texts(self) -> Sequence[str]:
        """What the questions are, and what holds for all of them."""
        page = guide_pages.welcome(self.way.walk, self.way.phrases)
        return [item.text for block in page.blocks for item in block.items]

    def page_shown(self) -> Page:
        """The first screen as a page."""
        return guide_pages.welcome(self.way.walk, self.way.phrases)

    def _chosen(self, name: str) -> None:
        walk = self.way.walk
        if name == START and walk.started:
            self.way.ask_again()
        else:
            walk.choose(name)
            self.way.show()


class PartsFace(MenuFace):
    """The parts, and all of them."""

    ALL = "all"

    def __init__(self, way: GuideWay, leave: Callable[[], object]) -> None:
        walk, words = way.walk, way.view.words
        parts = [(one.id, guide_pages.part(walk, one, words)) for one in walk.guide.parts]
        super().__init__(way, words("guide.parts"), [*parts, (self.ALL, words("guide.all_parts"))], self._chosen)
        self.actions |= {**way.actions, "leave": leave, "guide_back": leave}

    def _chosen(self, id: str) -> None:
        walk = self.way.walk
        if id == self.ALL:
            walk.choose_all()
        else:
            walk.choose_part(id)
        self.way.show()


class CountryFace(MenuFace):
    """The countries whose help lines there are; the one chosen now has the focus."""

    def __init__(self, way: GuideWay) -> None:
        crisis = way.view.library.help
        options = [(lines.code, lines.country) for lines in crisis.countries]
        super().__init__(way, way.view.words("command.country"), options, way.take_country)
        self._code = (way.view.reading.country or crisis.default).upper()

    def titles(self) -> Sequence[str]:
        """What is chosen; it may be opened from outside of the questions."""
        return (self.name,)

    def place(self, width: int, height: int) -> None:
        """Wrap anew; at first the focus is on the country of now."""
        super().place(width, height)
        if self._code:
            self.column.go(self._code)
            self._code = ""


class AskFace(MenuFace):
    """Whether something is meant: the first choice is to leave all as it is."""

    NO, YES = "no", "yes"

    def __init__(self, way: GuideWay, question: str, options: tuple[str, str], yes: Callable[[], object]) -> None:
        super().__init__(way, question, [(self.NO, options[0]), (self.YES, options[1])], self._chosen)
        self._yes = yes

    def titles(self) -> Sequence[str]:
        """The word for the questions; what is asked stands below."""
        return (self.words("tui.guide.title"),)

    def _chosen(self, name: str) -> None:
        self.way.close()
        if name == self.YES:
            self._yes()
