"""What plain mode shows of the guide: where the walk stands, what is said there, and what may be typed."""

from __future__ import annotations

from trd_tui import guide_pages
from trd_tui.guide.definition import HELP
from trd_tui.guide.walk import PARTS, QUESTION, RESULTS, REVIEW, STOPPED, WELCOME
from trd_tui.plain import guide_speech
from trd_tui.plain.hints import FULL
from trd_tui.plain.refusals import NOTE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from trd_tui.guide.walk import Walk
    from trd_tui.plain.sheet import SheetTalk
    from trd_tui.plain.vocabulary import Vocabulary
    from trd_tui.plain.voice import Voice
    from trd_tui.reading import Reading

SHEET = "sheet"
PROMPTS = {
    REVIEW: "plain.guide.prompt_review",
    RESULTS: "plain.guide.prompt_results",
    SHEET: "plain.guide.prompt_sheet",
    NOTE: "plain.guide.prompt_note",
    STOPPED: "plain.guide.prompt_stopped",
}


class GuideView:
    """What a person hears in the guide; `on_sheet` is whether that is the sheet, `more` whether it is all findings.

    `news` is said once, before the next question. The part that a question belongs to is said when it is entered.
    """

    def __init__(self, reading: Reading, voice: Voice, vocabulary: Vocabulary, sheet: SheetTalk) -> None:
        self.on_sheet = self.more = False
        self.news = ""
        self._part = ""
        self._vocabulary = vocabulary
        self._reading = reading
        self._words = reading.library.words
        self._voice = voice
        self._sheet = sheet

    @property
    def walk(self) -> Walk:
        """The way through the guide."""
        return self._reading.walk

    @property
    def name(self) -> str:
        """What is shown: the sheet, a note, or the stage of the walk; the urgent page is a stage, not a note."""
        if self.on_sheet:
            return SHEET
        return NOTE if self.walk.notes and self.walk.stage != STOPPED else self.walk.stage

    @property
    def several(self) -> bool:
        """Whether more than one number may be typed."""
        return self.name == SHEET or (self.name == QUESTION and self.walk.current.several)

    @property
    def last(self) -> int:
        """The highest number that can be typed; 0 where there is none."""
        walk, name = self.walk, self.name
        counts: dict[str, Callable[[], int]] = {
            WELCOME: lambda: len(walk.choices()),
            PARTS: lambda: len(walk.guide.parts) + 1,
            QUESTION: lambda: len(walk.current.choices),
            REVIEW: lambda: len(guide_speech.answered(walk)),
            RESULTS: lambda: len(guide_speech.openable(walk, more=self.more)),
            SHEET: lambda: self._sheet.count,
        }
        return counts[name]() if name in counts else 0

    def prompt(self) -> str:
        """What may be typed now, in a line that stands alone."""
        number, last = self.walk.progress.number, self.last
        span = self._words("plain.guide.span" if last > 1 else "plain.guide.span_one", last=last)
        key = self._vocabulary.prompt(self._prompt(number, last))
        return self._words(key, number=number, last=last, span=span)

    def _prompt(self, number: int, last: int) -> str:
        if self.name == QUESTION and number:
            return "plain.guide.prompt_several" if self.walk.current.several else "plain.guide.prompt_one"
        if self.name == REVIEW and not last:
            return "plain.guide.prompt_no_review"
        if self.name == RESULTS and not last:
            return "plain.guide.prompt_no_results"
        if self.name == SHEET and self._sheet.can_save:
            return "plain.guide.prompt_sheet_save"
        return PROMPTS.get(self.name, "plain.guide.prompt_list")

    def show(self) -> None:
        """Say what the walk has come to."""
        if self.news and self.name in (QUESTION, REVIEW):
            self._voice.say([self.news])
            self.news = ""
        self._voice.hints.come_to_another_place()
        if self.name == SHEET:
            self._sheet.show()
        elif self.name == NOTE and any(one.shows == HELP for one in self.walk.notes):
            self._voice.write(self._spoken())
        else:
            self._voice.say(self._spoken())
        if self.name != NOTE:
            self._part = self._part_now()

    def repeat(self) -> None:
        """Say it again, a question with its part."""
        self._part = ""
        self.show()

    def _part_now(self) -> str:
        part = self.walk.progress.part
        return part.id if part is not None and self.name == QUESTION else ""

    def filled(self) -> Mapping[str, str]:
        """What stands for the braces in texts of the guide."""
        words = self._words
        return guide_pages.phrases(self._reading, words("plain.guide.help"), words("plain.guide.exit"))

    def _spoken(self) -> Iterable[str]:
        walk, words, filled = self.walk, self._words, self.filled()
        spoken: dict[str, Callable[[], Iterable[str]]] = {
            NOTE: lambda: guide_speech.notes(walk.notes, self._reading, filled),
            WELCOME: lambda: guide_speech.welcome(walk, words, filled),
            PARTS: lambda: guide_speech.parts(walk, words),
            QUESTION: lambda: guide_speech.question(walk, words, filled, placed=self._is_entered()),
            REVIEW: lambda: guide_speech.review(walk, words),
            RESULTS: lambda: guide_speech.results(walk, words, filled, more=self.more),
            STOPPED: lambda: guide_speech.urgent(self._reading, filled),
        }
        return spoken[self.name]() if self.name in spoken else ()

    def _is_entered(self) -> bool:
        return self._voice.hints.level == FULL or self._part != self._part_now()
