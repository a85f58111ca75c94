"""The questions over the reader: which screen stands for where the walk is, and what the guide's keys do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from trd_tui import guide_pages, pages
from trd_tui.commands import told_key
from trd_tui.guide.definition import HELP, URGENT
from trd_tui.guide.walk import LEFT, PARTS, QUESTION, RESULTS, REVIEW, START, STOPPED, WELCOME
from trd_tui.model import TEXT, Block, Item
from trd_tui.output import sheet_text
from trd_tui.pages import Page
from trd_tui.tui.screens.guide.face import GuideFace
from trd_tui.tui.screens.guide.menu import AskFace, CountryFace, PartsFace, WelcomeFace
from trd_tui.tui.screens.guide.note import NoteFace, UrgentFace
from trd_tui.tui.screens.guide.question import QuestionFace
from trd_tui.tui.screens.guide.results import ResultsFace
from trd_tui.tui.screens.guide.review import ReviewFace
from trd_tui.tui.screens.guide.save import SaveFace
from trd_tui.tui.screens.guide.section import SectionFace
from trd_tui.tui.screens.guide.sheet import SheetFace
from trd_tui.tui.screens.opening import open_once
from trd_tui.tui.screens.page import PageFace

if TYPE_CHECKING:
    from trd_tui.guide.definition import Note
    from trd_tui.guide.walk import Walk
    from trd_tui.tui.screens.face import Face
    from trd_tui.tui.screens.frame import Frame
    from trd_tui.tui.view import View

SHEET_WIDTH = 80
FACES: Mapping[str, Callable[[GuideWay], Face]] = {
    WELCOME: WelcomeFace,
    QUESTION: QuestionFace,
    REVIEW: ReviewFace,
    RESULTS: ResultsFace,
}


class GuideWay:
    """Moves the walk and shows what it comes to; `prints` is whether the sheet is printed on leaving the program."""

    def __init__(self, view: View, frame: Frame, open_page: Callable[[Callable[[], Page]], None]) -> None:
        self.view = view
        self.frame = frame
        self.prints = False
        self._open_page = open_page
        self.actions: Mapping[str, Callable[[], object]] = {
            "leave": self.leave,
            "guide_review": self.then(self.walk.review),
            "guide_stop": self.then(self.walk.stop),
            "guide_parts": self._open_parts,
            "guide_again": self.ask_again,
            "guide_sheet": self.open_sheet,
            "guide_back": self.then(self.walk.back),
        }

    @property
    def walk(self) -> Walk:
        """The way of the person through the guide."""
        return self.view.reading.walk

    @property
    def phrases(self) -> Mapping[str, str]:
        """What stands for the braces in the texts of the guide: keys, and the numbers of the country."""
        view = self.view
        keys = (told_key(view.commands, id, view.words) for id in ("help_now", "quick_exit"))
        help, exit = (view.words("tui.guide.press", press=key) for key in keys)
        return guide_pages.phrases(view.reading, help, exit)

    def open(self, section: str) -> None:
        """Come from a section of the article, or back to the questions from a page over them."""
        if not self.view.reading.in_guide:
            self.walk.open(section)
            self.view.reading.in_guide = True
        self.show()

    def show(self) -> None:
        """Put the screen of the place where the walk is over the reader, in place of any other."""
        if self.walk.stage == LEFT:
            self.leave()
        else:
            self.frame.close_all_over(self.frame.faces[0])
            self.frame.open(self.face())

    def then(self, move: Callable[[], object]) -> Callable[[], None]:
        """A key that moves the walk, and shows what it came to."""

        def moved() -> None:
            move()
            self.show()

        return moved

    def leave(self) -> None:
        """Back to the reader; the answers are kept."""
        self.walk.leave()
        self.view.reading.in_guide = False
        self.frame.close_all_over(self.frame.faces[0])

    def close(self) -> None:
        """Back to what is under the screen that is shown."""
        self.frame.close()

    def noted(self) -> None:
        """A note was read: the next one, or on."""
        if len(self.walk.notes) > 1:
            self.walk.notes = self.walk.notes[1:]
        else:
            self.walk.seen()
        self.show()

    def ask_again(self) -> None:
        """Ask whether to forget all answers and begin anew."""
        words = self.view.words
        options = words("tui.guide.again_no"), words("tui.guide.again_yes")
        self.ask(words("tui.guide.again"), options, self.then(lambda: self.walk.choose(START)))

    def ask(self, question: str, options: tuple[str, str], yes: Callable[[], object]) -> None:
        """Ask whether something is meant: a text for no, and one for yes."""
        open_once(self.frame, AskFace(self, question, options, yes))

    def open_why(self) -> None:
        """Why the question is asked."""
        self._open_page(lambda: guide_pages.why(self.walk, self.view.words))

    def open_welcome_why(self) -> None:
        """Why there are questions."""
        words = self.view.words
        why = Block(TEXT, (Item(self.walk.guide.welcome.why),))
        self._open_page(lambda: Page("why", words("guide.why"), (why,)))

    def open_sheet(self) -> None:
        """The sheet, over what is shown."""
        open_once(self.frame, SheetFace(self))

    def open_save(self) -> None:
        """The field for the name of a file."""
        open_once(self.frame, SaveFace(self))

    def open_section(self, id: str) -> None:
        """A section of the article over the results."""
        self.frame.open(SectionFace(id, self.view, self.frame.close))

    def open_countries(self) -> None:
        """The countries whose help lines there are."""
        open_once(self.frame, CountryFace(self))

    def take_country(self, code: str) -> None:
        """Help pages, last rows and notes are those of a country from now on."""
        self.view.reading.country = code
        for face in self.frame.faces:
            face.renew()
        self.close()

    def sheet_text(self) -> str:
        """The sheet as it is saved and printed."""
        return sheet_text(self.view.reading, SHEET_WIDTH, self.view.glyphs, guide_pages.today())

    def _open_parts(self) -> None:
        open_once(self.frame, PartsFace(self, self.close))

    def where(self) -> Page:
        """Where the person is in the questions."""
        walk, words = self.walk, self.view.words
        told = [walk.guide.title]
        if walk.stage == QUESTION:
            part = walk.progress.part
            named = [words("guide.part", id=part.id, title=part.title)] if part else []
            told += [guide_pages.place(walk, words), *named, walk.current.title]
        told += [face.name for face in self.frame.faces if isinstance(face, GuideFace)]
        lines = tuple(Item(line) for line in dict.fromkeys(told))
        return Page("where", words("where.title"), (Block(TEXT, lines),))

    def face(self) -> Face:
        """The screen of the place where the walk is, notes first."""
        walk = self.walk
        if walk.stage == STOPPED:
            walk.seen()
            return UrgentFace(self, next(note for note in walk.guide.notes if note.shows == URGENT))
        if walk.notes:
            return self._note(walk.notes[0])
        if walk.stage == PARTS:
            return PartsFace(self, self.then(walk.back))
        return FACES[walk.stage](self)

    def _note(self, note: Note) -> Face:
        if note.shows != HELP:
            return NoteFace(self, note)

        def help_now() -> Page:
            return pages.help_now(self.view.library, self.view.reading.country)

        return PageFace(help_now(), self.view, self.noted, help_now)
