"""A kiosk's terminal in plain mode: lines out, keys in, and who does not press any is asked whether they are there.

It stands in the place of standard input and output. The kernel is given no key to act on: Ctrl+C, Ctrl+Z, Ctrl+S and
the end of input do nothing here. A paste is text, never a command, and so is what came too fast to be typed.
"""

from __future__ import annotations

import select
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

from trd_tui.commands import ESCAPE, is_typing, key_name
from trd_tui.plain import kiosk as said
from trd_tui.plain.phrases import phrases
from trd_tui.plain.screen import RESTS
from trd_tui.plain.typed_line import LONGEST_TYPED, TypedLine, column_after
from trd_tui.tty.keyboard import Key, Keyboard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol

    from trd_tui.commands import Command
    from trd_tui.kiosk import Kiosk
    from trd_tui.tty.device import Device
    from trd_tui.tty.keyboard import Typed
    from trd_tui.words import Words

    class Wait(Protocol):
        """What `wait` does."""

        def __call__(self, file: int, seconds: float | None, /, *, writes: bool) -> bool:
            """Whether the file can be read."""


TYPED_BY_KEY = ("help_now", "keys", "switch", "quick_exit", "done")
URGENT = ("help_now", "quick_exit", "done")
"""Commands that are carried out even when the key says first of all that somebody is there."""
MOST_WAITING = 256
ENTER, LINE_FEED, ERASE = "enter", "ctrl+j", "backspace"
LONGEST_PIN = 64


class Gone(Exception):  # noqa: N818 - it says what happened, and is no error
    """Nobody is there any more, or who is there leaves at once."""


class HungUp(Exception):  # noqa: N818
    """The terminal is gone."""


class LetOut(Exception):  # noqa: N818
    """Somebody knew the PIN of staff."""


def wait(file: int, seconds: float | None, *, writes: bool) -> bool:
    """Wait until a file can be read (or written), some seconds at most (None: for ever); whether it can be read."""
    return bool(select.select([file], [file] if writes else [], [], seconds)[0])


class KioskTerminal:
    """One person's terminal: `write` and `flush` as a stream has them, and `readline`, which raises Gone and HungUp.

    `commands` give the keys that stand for words. `is_fresh` is whether nobody has come yet: then it waits for ever.
    """

    def __init__(
        self,
        device: Device,
        kiosk: Kiosk,
        words: Words,
        commands: Iterable[Command],
        *,
        is_fresh: bool = False,
        encode: Callable[[str], bytes] = str.encode,
        clock: Callable[[], float] = monotonic,
        wait: Wait = wait,
    ) -> None:
        """`encode` makes the bytes of a text that the terminal can show; `clock` gives seconds."""
        self._device = device
        self._kiosk = kiosk
        self._words = words
        self._keys = _worded(commands)
        self._is_fresh = is_fresh
        self._encode = encode
        self._clock = clock
        self._wait = wait
        self._keyboard = Keyboard()
        self._waiting: list[Typed] = []
        self._unsent: list[str] = []
        self._prompt, self._characters = "", 0
        self._since = clock()
        self._line = TypedLine(0, 1)
        self._was_enter = self._has_told = False
        self._staff = tuple(map(key_name, kiosk.staff))
        self._pressed: tuple[str, ...] = ()

    # Lines out

    def write(self, text: str) -> None:
        """Take a text, to be sent with the next `flush`."""
        self._unsent.append(text)
        self._characters += len(text)
        self._prompt = (self._prompt + text).rpartition("\n")[2]

    def flush(self) -> None:
        """Send all that was written, as fast as the terminal takes it; nobody waits longer than for a key."""
        text, self._unsent = "".join(self._unsent), []
        self._send(text)

    def rest(self) -> None:
        """Let a screen reader look at what was written, unless keys were typed since."""
        if not self._waiting:
            self._wait(self._device.fileno, RESTS, writes=False)

    def wipe(self, sequence: str) -> None:
        """Drop what was not sent yet, and write what clears the screen, whenever the terminal takes it; or HungUp."""
        self._waiting, self._unsent, self._is_fresh = [], [], True
        self._send(sequence)

    def _send(self, text: str) -> None:
        data = self._encode(text.replace("\n", "\r\n"))
        while data:
            sent = self._device.write(data)
            if sent is None:
                raise HungUp
            data = data[sent:]
            if data:
                self._wait_to_write()

    def _wait_to_write(self) -> None:
        """Wait until the terminal takes more, or as long as for a key; who leaves at once does not wait."""
        end = self._end_of_patience()
        left = None if end is None else end + self._kiosk.warning - self._clock()
        if left is not None and left <= 0:
            raise Gone
        if self._wait(self._device.fileno, left, writes=True):
            typed = self._read()
            leaves = any(isinstance(item, Key) and self._does(item) == "quick_exit" for item in typed)
            if leaves and not self._is_fresh:
                raise Gone
            self._since = self._clock() if typed else self._since

    # Keys in

    def readline(self, _size: int = -1, /) -> str:
        """The next line, when Enter is pressed or a key that stands for a word."""
        self.flush()
        self._since = self._clock()
        self._begin_line()
        while True:
            line = self._take(self._next())
            if line is not None:
                self._send("\n")
                self._prompt, self._characters = "", 0
                return f"{line}\n"

    def _begin_line(self) -> None:
        width = self._device.size()[0]
        self._line = TypedLine(column_after(self._shown(self._prompt), 0, width), width, self._shown)
        self._has_told = False

    def _take(self, item: Typed) -> str | None:
        """Take a key, or a paste as if it stood on one line; the line, if that was its end."""
        if isinstance(item, Key):
            return self._press(item)
        self._was_enter = False
        self._add(" ".join(item.text.split()))
        return None

    def _press(self, key: Key) -> str | None:
        is_enter = key.name == ENTER or (key.name == LINE_FEED and not self._was_enter)
        self._was_enter = key.name == ENTER
        if self._staff and self._pressed == self._staff:
            self._ask_pin()
        elif is_enter:
            return self._line.text
        elif key.name in self._keys:
            return self._instead(self._keys[key.name].word)
        elif key.name == ERASE:
            self._erase()
        elif key.character and key.character.isprintable():
            self._add(key.character)
        return None

    def _add(self, text: str) -> None:
        room = LONGEST_TYPED - len(self._line.text)
        self._send("".join(map(self._line.add, text[:room])))
        if len(text) > room and not self._has_told:
            self._say([self._words("plain.kiosk.full", most=LONGEST_TYPED)])
            self._again("\n")
            self._has_told = True

    def _erase(self) -> None:
        echo = self._line.erase()
        if echo is None:
            self._again("\n")
        else:
            self._send(echo)

    def _instead(self, word: str) -> str:
        """A word in the place of what was typed, as if it had been typed."""
        echoes = [self._line.erase() for _ in self._line.text]
        if None in echoes:
            self._again("\n")
        self._send("".join(filter(None, echoes * (None not in echoes))) + word)
        return word

    def _again(self, before: str = "") -> None:
        """Write the prompt once more, with what was typed so far."""
        typed = self._line.text
        self._begin_line()
        self._send(before + self._prompt + "".join(map(self._line.add, typed)))

    def _say(self, lines: Iterable[str]) -> None:
        """Say something between, on lines of its own."""
        width = self._device.size()[0]
        rows = [row for line in lines for row in phrases(self._shown(line), width)]
        self._send("".join(f"\n{row}" for row in rows))

    def _shown(self, text: str) -> str:
        """A text as the terminal shows it."""
        return self._encode(text).decode(errors="replace")

    # Waiting

    def _next(self) -> Typed:
        """The next key or paste; while nobody presses one, it is asked whether somebody is there."""
        while not self._waiting:
            end = self._end_of_patience()
            if end is not None and end <= self._clock():
                self._ask_who_is_there()
            else:
                self._listen(end)
        self._is_fresh = False
        self._since = self._clock()
        item = self._waiting.pop(0)
        name = item.name if isinstance(item, Key) else ""
        self._pressed = (*self._pressed, name)[-len(self._staff) or 1 :]
        return item

    def _end_of_patience(self) -> float | None:
        return None if self._is_fresh else self._since + self._kiosk.patience(self._characters)

    def _listen(self, until: float | None) -> None:
        """Take what is typed until a time at the latest."""
        ends = [end for end in (until, self._keyboard.deadline) if end is not None]
        seconds = max(0.0, min(ends) - self._clock()) if ends else None
        if self._wait(self._device.fileno, seconds, writes=False):
            self._read()
        elif self._keyboard.deadline is not None and self._keyboard.deadline <= self._clock():
            self._waiting += self._keyboard.expire(self._clock())

    def _read(self) -> list[Typed]:
        """What was just typed; it is kept as long as there is room."""
        data = self._device.read()
        if data is None:
            raise HungUp
        typed = self._keyboard.feed(data, self._clock()) if data else []
        self._waiting += typed[: MOST_WAITING - len(self._waiting)]
        return typed

    def _ask_who_is_there(self) -> None:
        """Ask; any key answers, and only what cannot wait is done as well."""
        self._say(said.still_there(self._words, self._kiosk.warning))
        end = self._clock() + self._kiosk.warning
        while not self._waiting:
            if end <= self._clock():
                raise Gone
            self._listen(end)
        first = self._waiting[0]
        if not (isinstance(first, Key) and self._does(first) in URGENT):
            del self._waiting[0]
        self._since = self._clock()
        self._again("\n")

    def _ask_pin(self) -> None:
        """Take the PIN of staff, unseen; LetOut if that is it, else back to the line."""
        prompt, line, door = self._prompt, self._line, self._kiosk.door
        self._prompt = self._words("plain.kiosk.pin") + " "
        self._line = TypedLine(0, 1)
        self._again("\n")
        typed = self._unseen()
        if door.opens(typed, self._clock()):
            raise LetOut
        if typed:
            self._say([self._words("kiosk.pin_wrong", seconds=ceil(door.wait(self._clock())))])
        self._prompt, self._line = prompt, line
        self._again("\n")

    def _unseen(self) -> str:
        """A line of which nothing is written; nothing after Escape, or after a key that cannot wait."""
        typed = ""
        while True:
            item = self._next()
            if isinstance(item, Key) and self._does(item) in URGENT:
                self._waiting.insert(0, item)
                return ""
            if isinstance(item, Key) and item.name in (ENTER, LINE_FEED, ESCAPE):
                return typed if item.name != ESCAPE else ""
            if isinstance(item, Key) and item.name == ERASE:
                typed = typed[:-1]
            elif isinstance(item, Key) and item.character and item.character.isprintable():
                typed = (typed + item.character)[:LONGEST_PIN]

    def _does(self, key: Key) -> str:
        command = self._keys.get(key.name)
        return command.id if command is not None else ""


def _worded(commands: Iterable[Command]) -> dict[str, Command]:
    """Keys that stand for a word, wherever they are pressed."""
    some = [command for command in commands if command.id in TYPED_BY_KEY]
    return {key: command for command in some for key in command.keys if not is_typing(key)}
