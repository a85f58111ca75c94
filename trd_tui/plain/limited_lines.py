"""Lines of a pipe or a file, no more of them than anybody wants answered: what is over a budget is dropped.

A flood is read with pauses, so that it costs next to no processor time however long it lasts. Where it ends in a short
line and then in silence, that line counts: a person may have typed it.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from time import monotonic, sleep
from typing import TYPE_CHECKING

from trd_tui.tty.budget import KEYS_A_SECOND, LONGEST_KEY, PAUSE_SECONDS, Budget

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Bytes(Protocol):
        """A binary stream."""

        def read1(self, size: int, /) -> bytes:
            """What can be read at once, waiting for the first of it; empty at the end."""


BURST_LINES = 256
"""As many as a person who pastes, or tries it out with a pipe, may want answered at once."""
LONGEST_READ = 64 * 1024
REST_SECONDS = 1 / KEYS_A_SECOND


class LimitedLines:
    """`readline` as a text stream has it; `has_dropped` is True from the beginning of a flood until it is set back."""

    def __init__(
        self,
        source: Bytes,
        comes: Callable[[float], bool],
        encoding: str = "utf-8",
        *,
        clock: Callable[[], float] = monotonic,
        rest: Callable[[float], object] = sleep,
    ) -> None:
        """`comes` says whether there is more or the end within seconds; `clock` gives seconds, `rest` waits so long."""
        self.has_dropped = False
        self._source = source
        self._decoder = getincrementaldecoder(encoding)("replace")
        self._clock = clock
        self._rest = rest
        self._comes = comes
        self._budget = Budget(BURST_LINES)
        self._text = self._end = self._last = ""
        self._is_over = self._skips = self._is_flood = False

    def readline(self, size: int, /) -> str:
        """The next line that is not dropped, no more than `size` characters of it; empty at the end."""
        while True:
            if self._last and not self._text and not self._comes(PAUSE_SECONDS):
                line, self._last = self._last, ""
                return line
            line = self._next(size)
            if not line or self._budget.take_keys(1, self._clock()):
                return line
            while line and not line.endswith("\n"):
                line = self._next(size)
            self._note_flood()
            self._last = self._last if self._text else self._end

    def _next(self, size: int) -> str:
        while "\n" not in self._text[:size] and len(self._text) < size and not self._is_over:
            self._read()
        end = self._text.find("\n", 0, size) + 1 or min(size, len(self._text))
        line, self._text = self._text[:end], self._text[end:]
        return line

    def _read(self) -> None:
        """Take what comes, as far as the budget goes; of a line that is dropped in part the rest is dropped too."""
        data = self._source.read1(LONGEST_READ)
        self._end, self._last = _short_line(data, is_begun=self._skips or bool(self._text)), ""
        taken = self._budget.take_bytes(len(data), self._clock(), pasting=False)
        self._is_over = not data
        text = self._decoder.decode(data[:taken], final=self._is_over)
        if self._skips:
            _, newline, text = text.partition("\n")
            self._skips = not newline
        self._text += text.replace("\r\n", "\n")
        if taken == len(data):
            self._is_flood = False
            return
        self._decoder.reset()
        self._text = self._text[: self._text.rfind("\n") + 1]
        self._skips = not data.endswith(b"\n")
        self._last = self._end
        self._note_flood()
        self._rest(REST_SECONDS)

    def _note_flood(self) -> None:
        self.has_dropped = self.has_dropped or not self._is_flood
        self._is_flood = True


def _short_line(data: bytes, *, is_begun: bool) -> str:
    """The line that one read ends in; nothing where that is not whole, or long, or empty."""
    before = data[:-1][-LONGEST_KEY:] if is_begun else (b"\n" + data[:-1])[-LONGEST_KEY:]
    _, newline, line = before.rpartition(b"\n")
    return line.decode(errors="replace") + "\n" if newline and line and data.endswith(b"\n") else ""
