"""A question: its text, its choices with their state, and why it is asked where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trd_tui import guide_pages
from trd_tui.commands import NUMBERS, key_of
from trd_tui.guide.asking import toggled
from trd_tui.model import TEXT, Block, Item
from trd_tui.pages import Page
from trd_tui.tui.rows.choices import ONE, SEVERAL, box, choice, gap, paragraph, spread
from trd_tui.tui.rows.foot import ROOMY, SPACE, Hint
from trd_tui.tui.screens.guide.face import BEFORE, KEYS, LEAVE, REVIEW, GuideFace

if TYPE_CHECKING:
    from trd_tui.tui.rows.column import Piece
    from trd_tui.tui.screens.guide.way import GuideWay

NEXT = Hint("enter", "next")
CHOOSE = Hint(SPACE, "choose")
SHORTER = ("tui.guide.place_short", "tui.guide.place_shortest")
SHORTEST = ("tui.guide.choose_shorter", "tui.guide.choose_shortest")
NEEDED = ("tui.guide.choose", "tui.guide.choose_short", *SHORTEST)
NEEDED_WITHOUT_NUMBERS = ("tui.guide.choose_space", "tui.guide.choose_space_short", *SHORTEST)
WHY, SKIP = Hint("guide_why", "why"), Hint("guide_skip", "skip")


class QuestionFace(GuideFace):
    """The question where the walk is; what is chosen is the walk's draft until Enter."""

    hints = (NEXT, BEFORE, REVIEW, LEAVE, CHOOSE, WHY, SKIP, KEYS)

    def __init__(self, way: GuideWay) -> None:
        super().__init__(way)
        self.walk = way.walk
        self.question = way.walk.current
        self.actions |= {"guide_why": way.open_why, "guide_skip": way.then(self.walk.skip)}
        self._chosen_first = next(iter(self.walk.draft), "")

    @property
    def name(self) -> str:
        """The short name of the question."""
        return self.question.title

    def places(self) -> Sequence[str]:
        """Number, part, and how many parts are left."""
        part = self.walk.progress.part
        if part is None:
            return ()
        short = {"number": self.walk.progress.number, "part": part.id}
        return (guide_pages.place(self.walk, self.words), *(self.words(key, **short) for key in SHORTER))

    def place(self, width: int, height: int) -> None:
        """Wrap anew; the first answer that was given before has the focus at first."""
        super().place(width, height)
        if self._chosen_first:
            self.column.start_at(self._chosen_first)
            self._chosen_first = ""

    def pieces(self) -> list[Piece]:
        """Text and choices; why it is asked where all of it fits on the screen."""
        texts = guide_pages.asked(self.walk, self.way.phrases)
        pieces = [*spread(texts, self.glyphs), *self._choices()]
        if self._kept:
            pieces += [gap(), paragraph(self.words("tui.guide.given_hidden"), self.glyphs)]
        why = [
            gap(),
            paragraph(self.words("tui.guide.why", why=self.question.why), self.glyphs),
        ]
        if self.stepwise:
            prompt = self.words("tui.guide.prompt", press=self.press("enter"))
            return [*pieces, paragraph(prompt, self.glyphs, "legend")]
        width, air = max(1, self.panes.width - 1), int(self.panes.rules)
        lines = sum(len(piece.lay(width)) for piece in (*pieces, *why))
        return pieces + why if lines + air <= self.panes.body else pieces

    def more_below(self) -> str:
        """That there is more, not how much: a share would be taken for that of the questions."""
        return self.words("tui.guide.more_short" if self.panes.width < ROOMY else "tui.guide.more")

    def typed(self, key: str, letter: str) -> bool:
        """Space chooses where the focus is, digits what they name."""
        if key != SPACE:
            return super().typed(key, letter)
        if chosen := self.column.take():
            self._toggle(chosen)
        elif self.panes.linear:
            self.say_go_on()
        return True

    def number(self, index: int) -> None:
        """Choose the answer in that place, and go there."""
        super().number(index)
        if index < len(self.question.choices):
            self._toggle(self.question.choices[index].id)

    def enter(self) -> None:
        """Give what is chosen as the answer; without that, say what is needed."""
        if self._kept:
            self.walk.keep()
            self.way.show()
            return
        try:
            self.walk.answer(self.walk.draft)
        except ValueError:
            skip = self.press("guide_skip")
            needed = NEEDED if key_of(self.commands, NUMBERS) else NEEDED_WITHOUT_NUMBERS
            self.say(*(self.words(key, skip=skip) for key in needed))
            return
        if self.walk.notes and self.walk.current is self.question and self.question.id not in self.walk.answers:
            self.walk.draft = ()
        self.way.show()

    def page_shown(self) -> Page:
        """Why the question is asked, with its evidence."""
        item = Item(self.question.why, self.question.evidence)
        return Page("question", self.question.title, (Block(TEXT, (item,)),))

    @property
    def _kept(self) -> bool:
        """Whether there is an answer that is not shown, and that stands as long as nothing else is chosen."""
        given = self.walk.answers.get(self.question.id)
        return bool(given) and self.question.hidden and not self.walk.draft

    def _toggle(self, id: str) -> None:
        self.walk.draft = toggled(self.question, self.walk.draft, id)
        self.renew()

    def _choices(self) -> list[Piece]:
        kind = SEVERAL if self.question.several else ONE
        pieces: list[Piece] = []
        for number, one in enumerate(self.question.choices, 1):
            chosen = one.id in self.walk.draft
            text = self.words("tui.guide.chosen", text=one.text) if chosen and self.panes.linear else one.text
            state = "" if self.panes.linear else box(kind, chosen=chosen)
            pieces.append(choice(number, text, state, self.glyphs, one.id))
        return pieces
