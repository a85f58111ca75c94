"""A conversation over two text streams: a prompt, a line typed, an answer. Nothing that was written changes."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.glyphs import UNICODE, Glyphs
from trd_tui.plain import speech
from trd_tui.plain.article import ArticleTalk
from trd_tui.plain.hints import Hint
from trd_tui.plain.vocabulary import Vocabulary
from trd_tui.plain.voice import Voice
from trd_tui.safe import printable
from trd_tui.sentences import sentences
from trd_tui.terminal import CANNOT_MOVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from trd_tui.plain.aside import Aside
    from trd_tui.plain.guide import GuideTalk
    from trd_tui.plain.hints import Hints
    from trd_tui.plain.screen import Screen
    from trd_tui.plain.sheet import Save
    from trd_tui.plain.voice import Sink
    from trd_tui.reading import Reading

    class Source(Protocol):
        """Where lines are read from, such as a text stream."""

        def readline(self, size: int, /) -> str:
            """The next line with its line break, at most some letters of it; empty at the end."""


QUIT, SWITCH, EXIT = "quit", "switch", "exit"
BACK = ("back", "guide_back")
BETWEEN = ("help_now", "keys")
"""Commands after which a question beside the way is still to be answered."""
LONGEST_LINE = 4096
FEWEST_ROWS = 24
CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def clearing(term: str, rows: int) -> str:
    """What empties a terminal's screen and what was scrolled off it; a screenful of line breaks where nothing can."""
    return "\n" * max(rows, FEWEST_ROWS) if term in CANNOT_MOVE else CLEAR


class Outside:
    """What a session may do beyond its two streams.

    `can_switch` is whether the full screen is possible, `clears` what empties the screen when a person leaves quickly,
    `save` writes the sheet to a file; None where nothing may be saved. `is_kiosk` is whether the next person comes.
    """

    __slots__ = ("can_switch", "clears", "is_kiosk", "save")

    def __init__(
        self, *, can_switch: bool = False, clears: str = "", save: Save | None = None, is_kiosk: bool = False
    ) -> None:
        self.can_switch = can_switch
        self.clears = clears
        self.save = save
        self.is_kiosk = is_kiosk


class Session:
    """One person's plain session; `echo` is whether the terminal shows typing, `hints` knows what was heard before."""

    def __init__(
        self,
        reading: Reading,
        source: Source,
        sink: Sink,
        *,
        screen: Screen | None = None,
        glyphs: Glyphs = UNICODE,
        hints: Hints | None = None,
        echo: bool = True,
        outside: Outside | None = None,
    ) -> None:
        self._reading = reading
        self._library = reading.library
        self._words = reading.library.words
        self._source, self._echo = source, echo
        self._voice = Voice(reading.library, sink, screen, glyphs, hints)
        self._voice.waits = self._is_read_on
        self._outside = outside or Outside()
        self._vocabulary = Vocabulary(is_kiosk=self._outside.is_kiosk)
        self._article = ArticleTalk(reading, self._voice, self._vocabulary, self._everywhere, self._open_guide)
        self._aside: Aside | None = None
        self._guide: GuideTalk | None = None
        self._ended = self._early = ""
        self._is_welcomed = False

    def greet(self, reason: str, *, section: bool = False, resumed: bool = False) -> None:
        """Say why this is plain mode and how to get help; then the contents, the section, the guide, or the place.

        The guide is opened where `Reading.in_guide` says so; `resumed` is for a person who comes from the full screen.
        """
        if self._outside.is_kiosk:
            from trd_tui.plain import kiosk

            self._voice.say(kiosk.greeting(self._reading, reason, helped=self._is_welcomed))
        else:
            hint = self._words("plain.help_hint")
            self._voice.say([f"{self._words(reason)} {hint}" if reason else hint])
        if resumed:
            self._article.resume()
        if self._reading.in_guide:
            self._talk.resume(self._reading.entry.id if section and not resumed else "")
        elif resumed:
            self._article.say_place()
        elif section:
            self._article.read()
        else:
            self._article.contents()

    def welcome(self, hear: str = "") -> bool:
        """Wait at the first screen of a kiosk until somebody begins; False where they left it by another way.

        `hear` is the clinic's own line on how to hear it.
        """
        from trd_tui.plain import kiosk

        self._voice.say(kiosk.first_screen(self._reading, hear))
        while not self._ended:
            line, self._early = self._early or self._answered(self._words("plain.kiosk.prompt")), ""
            if not line:
                return False
            self._voice.hear()
            typed = printable(line, LONGEST_LINE)
            if not typed:
                self._is_welcomed = True
                return True
            self._at_first_screen(typed)
        return False

    def _at_first_screen(self, typed: str) -> None:
        """Do what can be done before anybody has begun."""
        command = self._article.command(typed)
        if command in ("done", "quick_exit"):
            self._exit()
        elif command in ("help_now", "switch"):
            self._everywhere(command, "")
        elif not self._voice.help_in_danger(typed):
            self._voice.error("plain.kiosk.only")

    def run(self) -> str:
        """Answer lines until the person leaves, changes to full screen, or input ends: QUIT, SWITCH or EXIT."""
        while not self._ended:
            line, self._early = self._early or self._answered(self._asked()), ""
            if not line:
                return self._at_end_of_input()
            self._voice.hear()
            cut = self._skip_rest(line)
            self._answer(printable(line, LONGEST_LINE), whole=not cut and line.strip().replace("\t", " ").isprintable())
        return self._ended

    def _is_read_on(self) -> bool:
        """Wait at the end of a screenful; a line that is typed there is taken instead of the rest."""
        line = self._answered(self._words("plain.prompt_more"))
        self._early = line if line.strip() else ""
        return bool(line) and not self._early

    def _answered(self, prompt: str) -> str:
        """The line that is typed after a prompt; empty at the end of input."""
        self._voice.ask(prompt)
        line = self._typed()
        if not self._echo or not line:
            self._voice.end_line()
        return line

    def _typed(self) -> str:
        """One line, or as much of it as may be read; an interrupt ends the line of the prompt too."""
        try:
            return self._source.readline(LONGEST_LINE)
        except KeyboardInterrupt:
            self._voice.end_line()
            raise

    def _asked(self) -> str:
        if self._aside is not None:
            return self._aside.prompt(self._words)
        return (self._talk.view if self._reading.in_guide else self._article).prompt()

    def _at_end_of_input(self) -> str:
        if self._reading.in_guide:
            self._voice.say(sentences(self._words("plain.guide.input_ended")))
        return QUIT

    def _skip_rest(self, line: str) -> bool:
        """Pass what is too long to be read; whether there was any."""
        cut = False
        while line and not line.endswith("\n"):
            line = self._source.readline(LONGEST_LINE)
            cut = cut or bool(line)
        return cut

    def _answer(self, typed: str, *, whole: bool) -> None:
        aside, self._aside = self._aside, None
        command = self._command(typed, whole=whole) if aside is not None else ""
        if aside is not None and not command:
            self._decide(aside, typed if whole else "")
        elif aside is not None and command == "repeat":
            self._put_aside(aside)
        elif aside is not None and command in BACK:
            self._say_again()
        else:
            self._take(typed, whole=whole)
        if aside is not None and command in BETWEEN:
            self._aside = aside

    def _command(self, typed: str, *, whole: bool) -> str:
        return self._talk.command(typed, whole=whole) if self._reading.in_guide else self._article.command(typed)

    def _take(self, typed: str, *, whole: bool) -> None:
        if self._reading.in_guide:
            self._talk.take(typed, whole=whole)
            self._leave_guide()
        else:
            self._article.take(typed)

    def _say_again(self) -> None:
        if self._reading.in_guide:
            self._talk.view.show()
        else:
            self._article.repeat()

    def _decide(self, aside: Aside, typed: str) -> None:
        """Take the choice of a question that was put aside; what is none of them leaves it open."""
        from trd_tui.plain.choosing import Refused, numbers

        try:
            (number,) = numbers(typed, len(aside.choices))
        except Refused:
            self._aside = aside
            if not self._voice.help_in_danger(typed):
                self._voice.error("plain.no_choice", last=len(aside.choices))
        else:
            aside.done(number - 1)

    def _put_aside(self, aside: Aside) -> None:
        self._aside = aside
        self._voice.say(aside.lines(self._words))

    def _everywhere(self, command: str, rest: str) -> None:
        """Do what means the same in the article and in the guide."""
        answers: dict[str, Callable[[], None]] = {
            "help_now": self._help_now,
            "country": lambda: self._country(rest),
            "switch": self._switch,
            "quick_exit": self._exit,
            "hints": lambda: self._hints(rest),
            "quit": self._quit,
            "done": self._ask_done,
        }
        answers[command]()

    def _help_now(self) -> None:
        self._voice.write(speech.page(pages.help_now(self._library, self._reading.country), self._words))

    def _country(self, typed: str) -> None:
        """List the countries, or put the help lines of one first."""
        from trd_tui.plain import country

        code = country.named(self._library, typed)
        if code:
            self._set_country(code)
        elif typed:
            self._voice.error("plain.no_country")
        else:
            self._put_aside(country.to_choose(self._reading, self._set_country))

    def _set_country(self, code: str) -> None:
        from trd_tui.plain import country

        self._reading.country = code
        if self._reading.in_guide and self._talk.urgent:
            self._talk.view.show()
        else:
            self._voice.say(country.lines(self._reading))

    def _hints(self, typed: str) -> None:
        """Say how often hints are said, or change it."""
        from trd_tui.plain import verbosity

        self._voice.write(verbosity.answered(typed, self._voice.hints, self._words))

    @property
    def _talk(self) -> GuideTalk:
        """The guide; loaded when it is first opened."""
        if self._guide is None:
            from trd_tui.plain.guide import GuideTalk

            self._guide = GuideTalk(
                self._reading, self._voice, self._vocabulary, self._everywhere, self._put_aside, self._outside.save
            )
        return self._guide

    def _open_guide(self) -> None:
        self._reading.in_guide = True
        self._talk.open(self._reading.entry.id if self._article.begun else "")

    def _leave_guide(self) -> None:
        """Back to the article if the person left, or to a section that they asked to read from the results."""
        if self._ended:
            return
        section = self._talk.take_section()
        if section or self._talk.left:
            self._reading.in_guide = False
        if section:
            self._article.open_from(self._library.entry(section), self._back_to_guide)
            self._voice.say([Hint(self._words, "plain.guide.way_back", title=self._words("guide.results"))])
        elif self._talk.left:
            self._article.say_place()

    def _back_to_guide(self) -> None:
        self._reading.in_guide = True
        self._talk.view.show()

    def _switch(self) -> None:
        if self._outside.can_switch:
            self._ended = SWITCH
        else:
            self._voice.error("plain.no_full")

    def _exit(self) -> None:
        """Forget all, empty the screen, and say nothing more."""
        self._reading.forget()
        self._voice.clear(self._outside.clears)
        self._ended = EXIT

    def _ask_done(self) -> None:
        """Ask whether all is to be forgotten; without a screen that others see, the person just leaves."""
        from trd_tui.plain import kiosk

        if self._outside.clears:
            self._put_aside(kiosk.to_be_done(self._words, self._exit, self._go_on))
        else:
            self._quit()

    def _go_on(self) -> None:
        self._voice.say([self._words("plain.kiosk.not_done")])

    def _quit(self) -> None:
        self._voice.say([self._words("plain.goodbye")])
        self._ended = QUIT
