"""The guide in plain mode: it says where the walk stands, and moves it by what is typed."""

from __future__ import annotations

from trd_tui import guide_pages
from trd_tui.guide.walk import LEFT, PARTS, QUESTION, RESULTS, REVIEW, START, STOPPED, WELCOME
from trd_tui.model import TEXT, Block, Item
from trd_tui.pages import Page
from trd_tui.plain import guide_speech, speech
from trd_tui.plain.aside import Aside
from trd_tui.plain.choosing import Refused, numbers
from trd_tui.plain.guide_view import GuideView
from trd_tui.plain.guide_words import FROM_ANY_LINE, MORE, ON, PRINT, SAVE, TAKES_WORDS, commands_page, names
from trd_tui.plain.refusals import ALONE, EMPTY, NOT_HERE, NOTE, NOTHING_KEPT, UNREADABLE, refusal
from trd_tui.plain.sheet import SheetTalk
from trd_tui.sentences import ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from trd_tui.guide.walk import Walk
    from trd_tui.plain.sheet import Save
    from trd_tui.plain.vocabulary import Vocabulary
    from trd_tui.plain.voice import Voice
    from trd_tui.reading import Reading


class GuideTalk:
    """One person's questions and answers; `view` is what they hear.

    `common` does what the article does too, `ask` puts a short question aside, `save` saves the sheet.
    """

    def __init__(
        self,
        reading: Reading,
        voice: Voice,
        vocabulary: Vocabulary,
        common: Callable[[str, str], None],
        ask: Callable[[Aside], None],
        save: Save | None = None,
    ) -> None:
        self._section = ""
        self._vocabulary = vocabulary
        self._names = names(vocabulary)
        self._reading = reading
        self._words = reading.library.words
        self._voice = voice
        self._common = common
        self._ask = ask
        self._sheet = SheetTalk(reading, voice, ask, save)
        self.view = GuideView(reading, voice, vocabulary, self._sheet)

    @property
    def walk(self) -> Walk:
        """The way through the guide."""
        return self._reading.walk

    @property
    def left(self) -> bool:
        """Whether the person left the guide."""
        return self.walk.stage == LEFT

    def take_section(self) -> str:
        """The section that the person asked to read from the results, once; empty for none."""
        section, self._section = self._section, ""
        return section

    @property
    def urgent(self) -> bool:
        """Whether the urgent page is shown."""
        return self.view.name == STOPPED

    def open(self, section: str = "") -> None:
        """Come to the guide, perhaps from a section of the article; one that offers a part leads to the welcome."""
        self.view.on_sheet = False
        self.walk.open(section)
        if self.walk.offered and self.walk.stage == RESULTS:
            self.walk.leave()
            self.walk.open(section)
        self.view.show()

    def resume(self, section: str = "") -> None:
        """Begin in the guide, where the person was if they were in it; say that it is the guide."""
        if self.left or section:
            self.open(section)
            return
        if self.walk.stage != WELCOME:
            self._voice.say([ended(self.walk.guide.title)])
        self.view.show()

    def command(self, typed: str, *, whole: bool) -> str:
        """The command that a line is, empty for none; `whole` is whether all of it could be read."""
        name, _, rest = typed.partition(" ")
        found = self._names.get(name.casefold(), "")
        fits = (not rest or found in TAKES_WORDS) and (whole or found in FROM_ANY_LINE)
        return found if fits else ""

    def take(self, typed: str, *, whole: bool) -> None:
        """Do what a line says; `whole` is whether all of it could be read."""
        name, _, rest = typed.partition(" ")
        command = self.command(typed, whole=whole)
        if command:
            self._command(command, rest.strip(), name)
        elif self._voice.help_in_danger(typed):
            return
        elif not whole:
            self._refuse(UNREADABLE, typed)
        elif typed or self.view.name != NOTE:
            self._number(typed)
        else:
            self._on(name)

    def _command(self, command: str, rest: str, name: str) -> None:
        moves: dict[str, Callable[[], None]] = {
            "guide_back": self._back,
            "guide_review": lambda: self._move(self.walk.review),
            "guide_stop": lambda: self._move(self.walk.stop),
            "guide_parts": lambda: self._move(self.walk.parts),
            "guide_leave": lambda: self._move(self.walk.leave),
            "guide_again": self._again,
            "guide_sheet": self._open_sheet,
            "repeat": self.view.repeat,
            "keys": lambda: self._voice.commands(commands_page(self._vocabulary, self._words)),
            PRINT: lambda: self._sheet.print(self.view.filled()),
            SAVE: lambda: self._sheet.save(rest),
        }
        here: dict[str, Callable[[str], None]] = {
            "guide_why": self._why, "guide_skip": self._skip, ON: self._on, MORE: self._show_more
        }  # fmt: skip
        if command in moves:
            moves[command]()
        elif command in here:
            here[command](name)
        else:
            self._common(command, rest)

    def _number(self, typed: str) -> None:
        try:
            chosen = numbers(typed, self.view.last, several=self.view.several)
        except Refused as refused:
            self._refuse(refused.reason if typed else EMPTY, refused.typed if typed[:1].isdigit() else typed)
        else:
            self._choose(chosen)

    def _choose(self, chosen: tuple[int, ...]) -> None:
        place, walk, view = chosen[0] - 1, self.walk, self.view.name
        if view == WELCOME:
            self._welcomed(walk.choices()[place][0])
        elif view == PARTS:
            parts = walk.guide.parts
            self._move(lambda: walk.choose_part(parts[place].id) if place < len(parts) else walk.choose_all())
        elif view == QUESTION:
            self._answer(tuple(walk.current.choices[number - 1].id for number in chosen))
        elif view == REVIEW:
            self._move(lambda: walk.change(guide_speech.answered(walk)[place].id))
        elif view == RESULTS:
            self._section = guide_speech.openable(walk, more=self.view.more)[place].section
        else:
            self._sheet.strike(chosen)

    def _welcomed(self, name: str) -> None:
        if name == START:
            self._again()
        else:
            self._move(lambda: self.walk.choose(name))

    def _answer(self, chosen: tuple[str, ...]) -> None:
        """Give an answer; one that goes alone is refused in company."""
        alone = next((id for id in chosen if self.walk.current.choice(id).alone), "")
        if alone and len(chosen) > 1:
            self._refuse(ALONE, self.walk.current.choice(alone).text)
        else:
            self._settle(lambda: self.walk.answer(chosen))

    def _settle(self, move: Callable[[], object]) -> None:
        """Move on by an answer; how many parts there are is news where that has changed."""
        before = self.walk.progress.parts
        move()
        self.view.news = self._changed(before, self.walk.progress.parts)
        self.view.show()

    def _changed(self, before: int, after: int) -> str:
        if after == before:
            return ""
        if after < before:
            key = "plain.guide.parts_fewer" if after > 1 else "plain.guide.parts_fewer_one"
        else:
            key = "plain.guide.parts_more" if after > 1 else "plain.guide.parts_more_one"
        return self._words(key, count=after)

    def _on(self, name: str) -> None:
        walk = self.walk
        if self.view.name == NOTE:
            self._move(walk.seen)
        elif self.view.name == STOPPED:
            self._move(walk.stop)
        elif self.view.name == REVIEW:
            self._move(walk.go_on)
        elif self.view.name == QUESTION:
            self._keep(name)
        else:
            self._refuse(NOT_HERE, name)

    def _keep(self, name: str) -> None:
        walk = self.walk
        if walk.draft:
            self._answer(walk.draft)
        elif walk.current.id in walk.answers:
            self._settle(walk.keep)
        else:
            self._refuse(NOTHING_KEPT, name)

    def _skip(self, name: str) -> None:
        if self.view.name == QUESTION:
            self._settle(self.walk.skip)
        else:
            self._refuse(NOT_HERE, name)

    def _why(self, name: str) -> None:
        welcome = self.walk.guide.welcome
        if self.view.name == QUESTION:
            self._say_page(guide_pages.why(self.walk, self._words))
        elif self.view.name == WELCOME:
            self._say_page(Page("why", self._words("guide.why"), (Block(TEXT, (Item(welcome.why),)),)))
        else:
            self._refuse(NOT_HERE, name)

    def _show_more(self, name: str) -> None:
        if self.view.name == RESULTS and guide_speech.hidden(self.walk):
            self.view.more = True
            self.view.show()
        else:
            self._refuse(NOT_HERE, name)

    def _back(self) -> None:
        """From the sheet to what was before it, else where the walk leads."""
        if self.view.on_sheet:
            self.view.on_sheet = False
            self.view.show()
        else:
            self._move(self.walk.back)

    def _again(self) -> None:
        """Start again, at once where nothing would be lost."""
        if not self.walk.started:
            self._start(0)
            return
        choices = self._words("plain.guide.forget"), self._words("plain.guide.keep")
        self._ask(Aside(self._words("plain.guide.again"), choices, self._start))

    def _start(self, place: int) -> None:
        if place:
            self._voice.say([self._words("plain.guide.kept")])
        else:
            self._move(lambda: self.walk.choose(START))

    def _open_sheet(self) -> None:
        self.view.on_sheet = True
        self.view.show()

    def _move(self, move: Callable[[], object]) -> None:
        """Move the walk, and say where it has come to."""
        self.view.on_sheet = self.view.more = False
        move()
        self.view.show()

    def _say_page(self, page: Page) -> None:
        self._voice.say(speech.page(page, self._words))

    def _refuse(self, reason: str, typed: str) -> None:
        self._voice.write([refusal(reason, typed, self.view.name, self.view.last, self.walk, self._words)])
