"""One program in one place, with inputs in batches; after each it must answer a key and have done nothing else."""

from __future__ import annotations

import re
import time
from collections import Counter, deque
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from random import Random

from tests.hostile import places
from tests.hostile.inputs import HUGE, SWALLOWING, Input, Size, source
from tests.hostile.places import Place
from tests.hostile.tally import Failure, Tally
from tests.hostile.watched import CLEARS, Watched

ANSWER_SECONDS, PATIENCE = 1.0, 10.0
BATCH, KEPT = 80, 500
RESET_EVERY = 8
START_SECONDS, CHANGE_SECONDS, ESCAPE_SECONDS = 20.0, 0.3, 0.09
OF_A_LOOP = Counter({"anon_inode:[eventpoll]": 1, "socket": 2})
"""What an event loop has open: its poll, and a pair of sockets of its own for signals."""
LONGEST_SHOWN = 3000
_LEAVING = re.compile(rb"[\x11\x18\r]|\x1bOM|\x1b\[0*(?:17|20)(?:;0*1?)?~")
"""Outside a kiosk: Ctrl+Q, Ctrl+X, F9, F6, and Enter, which saves the sheet where a name was typed."""
_LEAVING_PLAIN = re.compile(rb"[\x03\x04\x13\x16\x1a\x1cqxfdQXFD]")
"""In plain mode: what the kernel makes of keys, and letters of the words that leave."""
_SAVING = re.compile(rb"save", re.IGNORECASE)


class Monkey:
    """Types into one place; a program that has ended, or is deaf, is started again, and that is a failure."""

    def __init__(
        self, place: Place, seed: int, folder: Path, options: tuple[str, ...], *, kiosk: bool = False,
        program: tuple[str, ...] = ("-m", "trd_tui"),
    ) -> None:  # fmt: skip
        """`options` start the front end; in a `kiosk` no key leads out, so none is left out."""
        self.place, self.seed, self.kiosk = place, seed, kiosk
        self.failures: list[Failure] = []
        self.memory = 0
        """KB at most, of the programs that have been ended."""
        self._random = Random(f"{seed} {place.name}")
        self._folder, self._options, self._program = folder, options, program
        self._given: deque[str] = deque(maxlen=KEPT)
        self._starts, self._batches, self._lost = 0, 0, True
        self._watched = self._started()

    # The program

    def _started(self) -> Watched:
        self._starts += 1
        place = self.place
        watched = Watched(
            (*self._options, *place.options),
            self._folder / f"{self._starts}",
            size=place.size,
            piped=place.piped,
            is_cooked=place.is_plain and not place.piped and not self.kiosk,
            program=self._program,
        )
        watched.wait(lambda: watched.received > 0, START_SECONDS)
        watched.settle(CHANGE_SECONDS, START_SECONDS)
        handles = watched.handles()
        self._allowed = handles | OF_A_LOOP if self.kiosk and not place.piped else handles
        self._threads = watched.threads()
        self._elsewhere = watched.written() - watched.received
        self._files = watched.files()
        self._given.clear()
        self._lost = True
        return watched

    def close(self) -> None:
        """End the program."""
        self.memory = max(self.memory, self._watched.memory("VmHWM"))
        self._watched.__exit__()

    def _restart(self) -> None:
        self.close()
        self._watched = self._started()

    # Inputs

    def run(self, kind: str, count: int) -> Tally:
        """Give some inputs of a kind, in batches."""
        tally = Tally()
        inputs = source(kind, self._random)
        while tally.inputs < count:
            batch = 1 if kind == HUGE else min(BATCH, count - tally.inputs)
            tally.batches += 1
            tally.arrived += self._reach()
            self._given.append(f"# {kind}")
            switches = self._watched.switches
            for one in islice(inputs, batch):
                self.give(one)
            tally.inputs += batch
            if not self._swallows(kind):
                # Escape and a key right after it are Alt and that key, on every terminal.
                self._watched.settle(ESCAPE_SECONDS)
            if self._watched.switches != switches:
                self._watched.settle(CHANGE_SECONDS)
            self._probe(kind, tally)
            self._look(kind, tally)
        return tally

    def give(self, one: Input) -> None:
        """One input, and a moment in which it can be read."""
        if isinstance(one, Size):
            self._given.append(f"size {one.columns} {one.rows}")
            self._watched.resize(one)
            self._watched.read(0.002)
            return
        data = one if self.kiosk and not self.place.piped else self._lawful(one)
        if self.place.is_plain and self._random.random() < 0.5:
            data += b"\r" if self._is_raw else b"\n"
        self._given.append(_escaped(data))
        self._watched.send(data)
        for _ in range(4):
            self._watched.read(0.002)
            if not self._watched.unread():
                break

    @property
    def _is_raw(self) -> bool:
        return self.kiosk and not self.place.piped

    def _lawful(self, data: bytes) -> bytes:
        """The input without what ends a program that is no kiosk, or makes it save the sheet."""
        if not self.place.is_plain:
            return _LEAVING.sub(b"", data)
        return _SAVING.sub(b"", _LEAVING_PLAIN.sub(b"", data))

    def _reach(self) -> bool:
        """Go to the place by keys; whether its text is there then."""
        self._batches += 1
        if self._is_raw and (self._lost or self._batches % RESET_EVERY == 0 or self._is_elsewhere):
            self._press(places.AWAY)
            self._watched.settle(CHANGE_SECONDS)
            if self.place not in places.FIRST:
                self._press(places.ENTER)
        for key in self.place.keys:
            self._press(key.replace(b"\n", b"\r") if self._is_raw else key)
        shown = self.place.shows
        self._lost = bool(shown) and not any(shown in row for row in self._watched.screen.rows)
        return not self._lost

    @property
    def _is_elsewhere(self) -> bool:
        """On the first screen, or in the other front end."""
        return self._is_first or self._watched.is_full == self.place.is_plain

    @property
    def _is_first(self) -> bool:
        return any(places.STARTS.search(row) for row in self._watched.screen.rows)

    def _press(self, key: bytes) -> None:
        self._given.append(_escaped(key))
        self._watched.send(key)
        if key == places.AWAY:
            self._watched.settle(CHANGE_SECONDS)
        self._watched.settle(ESCAPE_SECONDS if key == places.ESCAPE else 0.004)

    # What came of it

    def _probe(self, kind: str, tally: Tally) -> None:
        """Note how long the first key after the inputs took to be answered."""
        seconds = self._answered(kind) if self._watched.is_full else self._answered_in_lines()
        if self._watched.status is not None:
            return
        tally.slowest = max(tally.slowest, seconds if seconds >= 0 else PATIENCE)
        if not 0 <= seconds <= ANSWER_SECONDS:
            tally.late += 1
            self._fail(kind, f"no answer within {PATIENCE} s" if seconds < 0 else f"an answer after {seconds:.2f} s")
            if seconds < 0:
                self._restart()

    def _answered_in_lines(self) -> float:
        """Ask for Help now, in lines: without a terminal, or where the kernel has it, all lines before come first."""
        watched = self._watched
        if not self._is_raw:
            watched.send(b"\n\n")
            watched.settle(0.005, PATIENCE)
        watched.last = b""
        watched.send(places.F2 if self._is_raw else b"h\n")
        return watched.wait(lambda: places.HELP_LETTERS in b"".join(watched.last.split()), PATIENCE)

    def _answered(self, kind: str) -> float:
        """Seconds until the first key after the inputs was answered, whatever is on the screen; -1 for never."""
        watched, seconds = self._watched, 0.0
        if watched.size != self.place.size:
            watched.last = b""
            watched.resize(self.place.size)
            seconds = watched.wait(lambda: CLEARS in watched.last, PATIENCE)
            watched.settle(0.06)
        first = self._is_first
        if self._swallows(kind):
            opened = self._opened(PATIENCE, help=first)
            return min(seconds, opened) if min(seconds, opened) < 0 else max(seconds, opened)
        watched.last = b""
        watched.send(places.REDRAW)
        redrawn = watched.wait(lambda: CLEARS in watched.last, PATIENCE)
        # A page that is open already and was scrolled does not show its title again: the second try finds it.
        tries = ((help, ANSWER_SECONDS) for help in (first, not first, first))
        opened = any(self._opened(patience, help=help) >= 0 for help, patience in tries)
        return max(seconds, redrawn) if opened and min(seconds, redrawn) >= 0 else -1.0

    def _opened(self, patience: float, *, help: bool) -> float:
        """Open the Keys page, or that of Help now, and close it again; seconds until it came, -1 for never."""
        watched = self._watched
        title = places.HELP_TITLE if help else places.KEYS_TITLE
        watched.send(places.F2 if help else places.F1)
        shown = (title, f"{title} (more)")
        seconds = watched.wait(lambda: any(row.strip() in shown for row in watched.screen.rows[:4]), patience)
        watched.send(places.ESCAPE)
        watched.settle(ESCAPE_SECONDS)
        return seconds

    def _look(self, kind: str, tally: Tally) -> None:
        """Note what was done that must not be."""
        watched = self._watched
        if watched.status is not None:
            watched.read(0.1)
            tally.exits += watched.status == 0
            tally.crashes += watched.status != 0
            self._fail(kind, f"it ended with {watched.status}: {watched.last[-300:]!r}")
            self._restart()
            return
        new = watched.handles() - self._allowed
        children = watched.children() + max(watched.threads() - self._threads, 0)
        files, elsewhere = watched.files(), self._written_elsewhere()
        tally.sockets += new["socket"]
        tally.files += new.total() - new["socket"] + (files != self._files) + (elsewhere > 0)
        tally.children += children
        is_echoed = elsewhere < -watched.resizes
        tally.echoed += is_echoed
        tally.sequences += len(watched.strange)
        if new or files != self._files or elsewhere > 0 or is_echoed or children or watched.strange:
            what = f"open {dict(new)}, {elsewhere} bytes elsewhere, files {files[3:]}, {children} children"
            self._fail(kind, f"{what}, sequences {watched.strange}")
            self._restart()

    def _written_elsewhere(self) -> int:
        """Bytes that were written and did not come to the terminal, but for one a signal; below that, an echo."""
        watched = self._watched
        if watched.is_cooked:
            return 0
        deadline = time.monotonic() + 1.0
        while watched.status is None:
            surplus = watched.written() - self._elsewhere - watched.received - watched.resizes
            # The kernel counts a write only when it is over, and what was written may have come before that.
            if -watched.resizes <= surplus <= 0 or time.monotonic() > deadline:
                return surplus
            watched.read(0.01)
        return 0

    def _swallows(self, kind: str) -> bool:
        """Whether the inputs leave everything as it is, so that the first key after them can be a page's own."""
        return kind in SWALLOWING and self.place.name not in ("keys page", "help now", "done page")

    def _fail(self, kind: str, what: str) -> None:
        shown = [f"# {self._watched.state()}", *(f"# | {row}" for row in self._watched.screen.rows if row)]
        self.failures.append(Failure(what, kind, self.place.name, self.seed, [*self._given, *shown]))

    def replay(self, lines: Iterable[str]) -> Tally:
        """Give again what a failure printed."""
        tally = Tally()
        for line in lines:
            if line.startswith("size "):
                columns, rows = line.split()[1:]
                self._watched.resize(Size(int(columns), int(rows)))
            elif line and not line.startswith("#"):
                self._press(line.encode("ascii").decode("unicode_escape").encode("latin-1"))
            tally.inputs += 1
        self._probe("replay", tally)
        self._look("replay", tally)
        return tally


def _escaped(data: bytes) -> str:
    """One line of ASCII; what is too long for that is made again from the seed."""
    shown = data.decode("latin-1").encode("unicode_escape").decode("ascii").replace("#", r"\x23").replace("s", r"\x73")
    return shown if len(shown) < LONGEST_SHOWN else f"# {len(data)} bytes, {shown[:200]}"
