"""A conversation over two text streams: a prompt, a line typed, an answer. Nothing that was written changes."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.commands import COMMANDS
from trd_tui.glyphs import UNICODE, Glyphs
from trd_tui.layout import wrap
from trd_tui.plain import speech
from trd_tui.safe import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from trd_tui.model import Entry, Results
    from trd_tui.reading import Reading

QUIT, SWITCH = "quit", "switch"
LONGEST_LINE = 4096
CONTENTS, SECTION = "plain.prompt_contents", "plain.prompt_section"
RESULTS, SUGGESTION = "plain.prompt_results", "plain.prompt_suggestion"
WORDS = {name: command.id for command in COMMANDS if command.word for name in (command.word, command.letter)}
TAKES_WORDS = ("search", "terms", "help_now")


class Session:
    """One person's plain session; `width` 0 leaves lines unwrapped, `echo` is whether the terminal shows typing."""

    def __init__(
        self,
        reading: Reading,
        source: TextIO,
        sink: TextIO,
        *,
        width: int = 0,
        glyphs: Glyphs = UNICODE,
        echo: bool = True,
        can_switch: bool = False,
        country: str = "",
    ) -> None:
        self._reading = reading
        self._library = reading.library
        self._words = reading.library.words
        self._source, self._sink = source, sink
        self._width, self._glyphs, self._echo = width, glyphs, echo
        self._can_switch = can_switch
        self._country = country
        self._begun = False
        self._place = self._prompt = CONTENTS
        self._results: Results | None = None
        self._opened_from: tuple[Results, bool] | None = None
        self._ended = ""
        self._repeat: Callable[[], None] = self._contents

    def greet(self, reason: str, *, section: bool = False, resumed: bool = False) -> None:
        """Say why this is plain mode and how to get help, then the contents, the section, or where the person was."""
        self._say(
            [f"{self._words(reason)} {self._words('plain.help_hint')}" if reason else self._words("plain.help_hint")]
        )
        if resumed:
            self._say([speech.named(self._library, self._reading.entry), self._words("plain.resumed")])
            self._begun = True
            self._remember(self._read, SECTION)
        elif section:
            self._read()
        else:
            self._contents()

    def run(self) -> str:
        """Answer lines until the person leaves, changes to full screen, or input ends: QUIT or SWITCH."""
        while not self._ended:
            self._sink.write(self._glyphs.text(self._words(self._prompt)) + " ")
            self._sink.flush()
            line = self._source.readline(LONGEST_LINE)
            if not self._echo or not line:
                self._sink.write("\n")
            if not line:
                return QUIT
            self._skip_rest(line)
            self._answer(printable(line, LONGEST_LINE))
        return self._ended

    def _skip_rest(self, line: str) -> None:
        while line and not line.endswith("\n"):
            line = self._source.readline(LONGEST_LINE)

    def _answer(self, typed: str) -> None:
        name, _, rest = typed.partition(" ")
        command = WORDS.get(name.casefold(), "")
        if typed.startswith("/"):
            self._search(typed[1:].strip())
        elif typed and typed[0].isdigit():
            self._number(typed)
        elif name.casefold() == "s" and rest:
            self._search(rest.strip())
        elif command and (not rest or command in TAKES_WORDS):
            self._command(command, rest.strip())
        else:
            self._unknown(typed)

    def _unknown(self, typed: str) -> None:
        """Nobody has to know a command to be shown the way to help, and nobody hears such words said back."""
        if self._library.search(typed, limit=0).danger:
            self._write([self._library.help.mention, self._words("plain.danger")])
        else:
            self._error("plain.unknown" if typed else "plain.empty", typed=typed)

    def _command(self, command: str, rest: str) -> None:
        if command == "search":
            self._search(rest)
        elif command == "terms":
            self._say(speech.meanings(self._library, rest, self._reading.entry.id if self._begun else ""))
        else:
            answers: dict[str, Callable[[], None]] = {
                "contents": self._contents,
                "repeat": self._again,
                "next_section": self._next,
                "previous_section": lambda: self._go(self._reading.previous(), "plain.no_previous"),
                "up": lambda: self._go(self._reading.up(), "plain.no_up"),
                "back": self._back,
                "help_now": self._help_now,
                "keys": lambda: self._page(pages.plain_commands(COMMANDS, self._words)),
                "guide": lambda: self._page(pages.guide_to_come(self._words)),
                "where": self._where,
                "sources": self._sources,
                "switch": self._switch,
                "quit": self._quit,
            }
            answers[command]()

    def _number(self, typed: str) -> None:
        if self._results is not None:
            self._result(self._results, typed)
            return
        entry = self._library.numbered(typed)
        if entry is None:
            self._error("plain.no_number", typed=typed, total=self._library.total)
        else:
            self._open(entry)

    def _open(self, entry: Entry) -> None:
        self._reading.open(entry.id, remember=self._begun)
        self._read()

    def _result(self, results: Results, typed: str) -> None:
        last = len(results.hits) or 1
        number = int(typed) if typed.isascii() and typed.isdigit() else 0
        if not 1 <= number <= last:
            self._error("plain.no_result", typed=typed, total=last)
        elif results.hits:
            entry = results.hits[number - 1].entry
            moved = self._begun and entry.id != self._reading.entry.id
            self._open(entry)
            self._opened_from = results, moved
        else:
            self._search(results.suggestion)

    def _search(self, query: str) -> None:
        if not query:
            self._error("plain.search_what")
        else:
            self._show(self._library.search(query, limit=speech.MOST_RESULTS))

    def _show(self, results: Results) -> None:
        self._results = results if results.hits or results.suggestion else None
        self._prompt = RESULTS if results.hits else SUGGESTION if results.suggestion else self._place
        if results.hits:
            self._say(speech.results(self._library, results))
        else:
            self._nothing(results)

    def _nothing(self, results: Results) -> None:
        if results.danger:
            self._say([self._library.help.mention])
        key = "plain.suggest" if results.suggestion else "plain.nothing"
        self._error(key, query=results.query, suggestion=results.suggestion)

    def _next(self) -> None:
        """Before anything was read, the next section is the first."""
        if self._begun:
            self._go(self._reading.next(), "plain.no_next")
        else:
            self._read()

    def _back(self) -> None:
        """From a list, the way back leads to the section that was being read; from a result, to the results."""
        if self._begun and self._prompt != SECTION:
            self._read()
        elif self._opened_from is not None:
            results, moved = self._opened_from
            if moved:
                self._reading.back()
            self._show(results)
        else:
            self._go(self._reading.back(), "plain.no_back")

    def _again(self) -> None:
        if self._results is not None:
            self._show(self._results)
        else:
            self._repeat()

    def _where(self) -> None:
        """The list that numbers choose from, if there is one, and the section that was read last."""
        here = speech.named(self._library, self._reading.entry)
        if self._prompt == SECTION:
            self._say([here])
            return
        found = self._results
        listed = (
            self._words("plain.contents", count=self._library.total)
            if found is None
            else speech.counted(self._library, found)
        )
        self._say([listed, self._words("plain.last_read", section=here)] if self._begun else [listed])

    def _go(self, entry: Entry | None, missing: str) -> None:
        if entry is None:
            self._error(missing)
        else:
            self._read()

    def _read(self) -> None:
        self._begun, self._opened_from = True, None
        self._remember(self._read, SECTION)
        self._say(speech.section(self._library, self._reading.entry))

    def _contents(self) -> None:
        self._remember(self._contents, CONTENTS)
        self._say(speech.contents(self._library))

    def _remember(self, repeat: Callable[[], None], prompt: str) -> None:
        self._repeat, self._results = repeat, None
        self._place = self._prompt = prompt

    def _help_now(self) -> None:
        self._write(speech.page(self._library, pages.help_now(self._library, self._country)))

    def _sources(self) -> None:
        if not self._begun:
            self._error("plain.nothing_open")
            return
        section = self._library.section(self._reading.entry.id)
        self._page(pages.sources(section, pages.cited(self._library, section.blocks), self._words))

    def _page(self, page: pages.Page) -> None:
        self._say(speech.page(self._library, page))

    def _switch(self) -> None:
        if self._can_switch:
            self._ended = SWITCH
        else:
            self._error("plain.no_full")

    def _quit(self) -> None:
        self._say([self._words("plain.goodbye")])
        self._ended = QUIT

    def _error(self, key: str, **values: object) -> None:
        self._write([self._words(key, **{name: printable(str(value)) for name, value in values.items()})])

    def _say(self, lines: Iterable[str]) -> None:
        self._write(speech.with_help(self._library, lines))

    def _write(self, lines: Iterable[str]) -> None:
        """Lines of whole words; what has no blank, such as an address, is left whole for the terminal to break."""
        for line in lines:
            shown = self._glyphs.text(line)
            for row in wrap(shown, self._width) if self._width and " " in shown else [shown]:
                self._sink.write(row + "\n")
