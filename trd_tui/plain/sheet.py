"""The sheet in plain mode: heard, with lines struck out by number and taken back, and saved under a name."""

from __future__ import annotations

from trd_tui import guide_pages
from trd_tui.errors import TrdError
from trd_tui.guide.sheet import CHOSEN
from trd_tui.plain import speech
from trd_tui.plain.aside import Aside
from trd_tui.plain.hints import Hint
from trd_tui.sentences import ended, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from trd_tui.guide.sheet import Entry, Group
    from trd_tui.plain.voice import Voice
    from trd_tui.reading import Reading

    Save = Callable[[str, bool], str]
    """Saves the sheet under a name, over a file of that name only if told to; gives the full path, or SaveError."""


class SheetTalk:
    """What is said about the sheet, and done with it; `save` is None where nothing may be saved."""

    def __init__(self, reading: Reading, voice: Voice, ask: Callable[[Aside], None], save: Save | None) -> None:
        self._reading = reading
        self._voice = voice
        self._ask = ask
        self._save = save
        self._words = reading.library.words

    @property
    def can_save(self) -> bool:
        """Whether the sheet may be saved."""
        return self._save is not None

    @property
    def count(self) -> int:
        """How many lines can be struck out."""
        return len(self._entries())

    def show(self) -> None:
        """Say the lines with their numbers, those that were struck out too."""
        self._voice.show(self._numbered())

    def strike(self, numbers: tuple[int, ...]) -> None:
        """Strike lines out, or take back those that were; a line's list goes with it."""
        walk, entries = self._reading.walk, self._entries()
        for out in (True, False):
            chosen = [number for number in numbers if (entries[number - 1].key in walk.struck) is not out]
            if chosen:
                listed = ", ".join(map(str, chosen))
                self._voice.say([self._words("plain.guide.struck_out" if out else "plain.guide.back_in", lines=listed)])
        walk.struck ^= {entries[number - 1].key for number in numbers}

    def print(self, filled: Mapping[str, str]) -> None:
        """Say the sheet as it will be saved, with its sources."""
        reading = self._reading
        shown, _ = guide_pages.sheet(reading.walk, reading.library, self._words, filled, guide_pages.today())
        self._voice.say(speech.page(shown, self._words))

    def save(self, name: str, *, replace: bool = False) -> None:
        """Save the sheet; ask where there is a file of that name."""
        from trd_tui.saving import ExistsError

        if self._save is None:
            self._voice.error("plain.guide.no_saving")
            return
        if not name:
            self._voice.error("plain.guide.save_what")
            return
        try:
            path = self._save(name, replace)
        except ExistsError as error:
            self._ask_to_replace(name, error)
        except TrdError as error:
            self._not_saved(error)
        else:
            self._voice.say([self._words("plain.guide.saved", path=path)])

    def _ask_to_replace(self, name: str, error: TrdError) -> None:
        def done(place: int) -> None:
            if place:
                self._voice.say([self._words("plain.guide.kept_file")])
            else:
                self.save(name, replace=True)

        choices = self._words("plain.guide.replace"), self._words("plain.guide.keep_file")
        self._ask(Aside(_said(error, self._reading)[0], choices, done))

    def _not_saved(self, error: TrdError) -> None:
        reason, hint = _said(error, self._reading)
        self._voice.write([self._words("plain.guide.not_saved", reason=reason), *sentences(hint)])

    def _numbered(self) -> Iterator[str]:
        walk, words, number = self._reading.walk, self._words, 0
        yield ended(words("guide.sheet"))
        for group in self._groups():
            yield ended(group.title)
            for entry in group.entries:
                number += 1
                struck = entry.key in walk.struck or _above(entry) in walk.struck
                first, *rest = sentences(entry.text)
                yield words("plain.guide.struck" if struck else "plain.guide.choice", number=number, text=first)
                yield from rest
        yield Hint(words, "plain.guide.sheet_how")
        yield Hint(words, "plain.guide.sheet_back_how")
        if self.can_save:
            yield Hint(words, "plain.guide.sheet_save")
        else:
            yield from sentences(words("kiosk.sheet"))

    def _groups(self) -> tuple[Group, ...]:
        walk = self._reading.walk
        return (*guide_pages.shown_groups(walk), guide_pages.bring_group(walk, self._words))

    def _entries(self) -> list[Entry]:
        return [entry for group in self._groups() for entry in group.entries]


def _above(entry: Entry) -> str:
    """The line that a chosen item stands under; empty for any other line."""
    return entry.key.rpartition(".")[0] if entry.kind == CHOSEN else ""


def _said(error: TrdError, reading: Reading) -> tuple[str, str]:
    """What went wrong and what to do, in the words of the content where the error has them."""
    from trd_tui.saving import SaveError

    return error.said(reading.library.words) if isinstance(error, SaveError) else (error.message, error.hint)
