"""The article in plain mode: sections read in sentences, lists to choose from by number, searches."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.plain import speech
from trd_tui.plain.hints import Hint
from trd_tui.sentences import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from trd_tui.model import Entry, Results
    from trd_tui.plain.vocabulary import Vocabulary
    from trd_tui.plain.voice import Voice
    from trd_tui.reading import Reading

CONTENTS, SECTION = "plain.prompt_contents", "plain.prompt_section"
RESULTS, SUGGESTION = "plain.prompt_results", "plain.prompt_suggestion"
TAKES_WORDS = ("search", "terms", "help_now", "country", "hints")


class ArticleTalk:
    """One person's way through the article; `common` does what the guide does too, `guide` opens the guide.

    `begun` is whether a section was read.
    """

    def __init__(
        self,
        reading: Reading,
        voice: Voice,
        vocabulary: Vocabulary,
        common: Callable[[str, str], None],
        guide: Callable[[], None],
    ) -> None:
        self.begun = False
        self._vocabulary = vocabulary
        self._names = vocabulary.names(command for command in vocabulary.commands if not command.guide)
        self._reading = reading
        self._library = reading.library
        self._words = reading.library.words
        self._voice = voice
        self._common = common
        self._guide = guide
        self._place = self._prompt = CONTENTS
        self._results: Results | None = None
        self._way_back: Callable[[], None] | None = None
        self._repeat: Callable[[], None] = self.contents

    def prompt(self) -> str:
        """What may be typed now, in a line that stands alone."""
        return self._words(self._vocabulary.prompt(self._prompt))

    def resume(self) -> None:
        """Take the section as read, without saying it."""
        self.begun = True
        self._remember(self.read, SECTION)

    def say_place(self) -> None:
        """Say where the person is, and how to hear it."""
        self._where()
        self._voice.say([Hint(self._words, "plain.resumed")])

    def command(self, typed: str) -> str:
        """The command that a line is; empty for none, such as a number."""
        name, _, rest = typed.partition(" ")
        found = self._names.get(name.casefold(), "")
        if typed.startswith("/") or (name.casefold() == "s" and rest):
            return "search"
        return found if not rest or found in TAKES_WORDS else ""

    def take(self, typed: str) -> None:
        """Do what a line says."""
        command = self.command(typed)
        if typed.startswith("/"):
            self._search(typed[1:].strip())
        elif command:
            self._command(command, typed.partition(" ")[2].strip())
        elif typed and typed[0].isdigit():
            self._number(typed)
        else:
            self._unknown(typed)

    def _unknown(self, typed: str) -> None:
        """Nobody has to know a command to be shown the way to help."""
        if not self._voice.help_in_danger(typed):
            self._voice.error("plain.unknown" if typed else "plain.empty", typed=typed)

    def _command(self, command: str, rest: str) -> None:
        answers: dict[str, Callable[[], None]] = {
            "search": lambda: self._search(rest),
            "terms": lambda: self._terms(rest),
            "contents": self.contents,
            "repeat": self.repeat,
            "next_section": self._next,
            "previous_section": lambda: self._go(self._reading.previous(), "plain.no_previous"),
            "up": lambda: self._go(self._reading.up(), "plain.no_up"),
            "back": self._back,
            "keys": lambda: self._voice.commands(pages.plain_commands(self._vocabulary.commands, self._words)),
            "guide": self._guide,
            "where": self._where,
            "sources": self._sources,
        }
        if command in answers:
            answers[command]()
        else:
            self._common(command, rest)

    def _terms(self, word: str) -> None:
        if word or self.begun:
            self._voice.say(speech.meanings(self._library, word, self._reading.entry.id))
        else:
            self._voice.error("plain.terms_what")

    def _number(self, typed: str) -> None:
        if self._results is not None:
            self._result(self._results, typed)
            return
        entry = self._library.numbered(typed)
        if entry is None:
            self._voice.error("plain.no_number", typed=typed, total=self._library.total)
        else:
            self._open(entry)

    def _open(self, entry: Entry) -> None:
        self._reading.open(entry.id, remember=self.begun)
        self.read()

    def open_from(self, entry: Entry, shown: Callable[[], None]) -> None:
        """Read a section to which something led; back shows that again, with the place as it was."""
        moved = self.begun and entry.id != self._reading.entry.id

        def back() -> None:
            if moved:
                self._reading.back()
            shown()

        self._open(entry)
        self._way_back = back

    def _result(self, results: Results, typed: str) -> None:
        last = len(results.hits) or 1
        number = int(typed) if typed.isascii() and typed.isdigit() else 0
        if not 1 <= number <= last:
            self._voice.error("plain.no_result" if last > 1 else "plain.no_result_one", typed=typed, total=last)
        elif results.hits:
            self.open_from(results.hits[number - 1].entry, lambda: self._show(results))
        else:
            self._search(results.suggestion)

    def _search(self, query: str) -> None:
        if not query:
            self._voice.error("plain.search_what")
        else:
            self._show(self._library.search(query, limit=speech.MOST_RESULTS))

    def _show(self, results: Results) -> None:
        self._results = results if results.hits or results.suggestion else None
        self._prompt = RESULTS if results.hits else SUGGESTION if results.suggestion else self._place
        if results.hits:
            self._voice.show(speech.results(self._library, results))
        else:
            self._nothing(results)

    def _nothing(self, results: Results) -> None:
        if results.danger:
            self._voice.say(sentences(self._library.help.mention))
        key = "plain.suggest" if results.suggestion else "plain.nothing"
        self._voice.error(key, query=results.query, suggestion=results.suggestion)

    def _next(self) -> None:
        """Before anything was read, the next section is the first."""
        if self.begun:
            self._go(self._reading.next(), "plain.no_next")
        else:
            self.read()

    def _back(self) -> None:
        """From a list, the way back leads to the section that was being read; from a result, to the results."""
        if self.begun and self._prompt != SECTION:
            self.read()
        elif self._way_back is not None:
            self._way_back()
        else:
            self._go(self._reading.back(), "plain.no_back")

    def repeat(self) -> None:
        """Say again what was said last."""
        if self._results is not None:
            self._show(self._results)
        else:
            self._repeat()

    def _where(self) -> None:
        """The list that numbers choose from, if there is one, and the section that was read last."""
        here = speech.named(self._library, self._reading.entry)
        if self._prompt == SECTION:
            self._voice.say([here])
            return
        found = self._results
        listed = (
            self._words("plain.contents", count=self._library.total)
            if found is None
            else speech.counted(self._library, found)
        )
        self._voice.say([listed, self._words("plain.last_read", section=here)] if self.begun else [listed])

    def _go(self, entry: Entry | None, missing: str) -> None:
        if entry is None:
            self._voice.error(missing)
        else:
            self.read()

    def read(self) -> None:
        """Say the section where the person is."""
        self.begun, self._way_back = True, None
        self._remember(self.read, SECTION)
        self._voice.show(speech.section(self._library, self._reading.entry))

    def contents(self) -> None:
        """Say the numbered sections."""
        self._remember(self.contents, CONTENTS)
        self._voice.show(speech.contents(self._library))

    def _remember(self, repeat: Callable[[], None], prompt: str) -> None:
        self._repeat, self._results = repeat, None
        self._place = self._prompt = prompt

    def _sources(self) -> None:
        if not self.begun:
            self._voice.error("plain.nothing_open")
            return
        section = self._library.section(self._reading.entry.id)
        page = pages.sources(section, pages.cited(self._library, section.blocks), self._words)
        self._voice.say(speech.sources(page, self._words))
