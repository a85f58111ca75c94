"""A pipe gives as many lines as anybody wants answered; floods are dropped, and cost pauses and no processor time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from trd_tui.plain.limited_lines import BURST_LINES, LONGEST_READ, LimitedLines
from trd_tui.tty.budget import BURST_BYTES, KEYS_A_SECOND

SIZE = 4096


class Pipe:
    """Gives its reads one by one, and each pause moves its clock on."""

    def __init__(self, reads: Iterable[bytes]) -> None:
        self._reads = iter(reads)
        self.now = 100.0
        self.pauses = 0
        self.is_silent = False

    def read1(self, size: int, /) -> bytes:
        read = next(self._reads, b"")
        assert len(read) <= size
        return read

    def comes(self, _seconds: float) -> bool:
        """Always, unless a test says that there is silence."""
        return not self.is_silent

    def rest(self, seconds: float) -> None:
        self.now += seconds
        self.pauses += 1


def limited(pipe: Pipe) -> LimitedLines:
    return LimitedLines(pipe, pipe.comes, clock=lambda: pipe.now, rest=pipe.rest)


def given(pipe: Pipe, size: int = SIZE) -> list[str]:
    """All lines to the end."""
    lines = limited(pipe)
    return list(iter(lambda: lines.readline(size), ""))


@pytest.mark.parametrize(
    ("reads", "expected"),
    [
        ([], []),
        ([b"1\n", b"done\n"], ["1\n", "done\n"]),
        ([b"1\r\nn\r\n"], ["1\n", "n\n"]),
        ([b"sle", b"ep\nq"], ["sleep\n", "q"]),
        ([b"caf\xc3", b"\xa9\n", b"\xff\n"], ["café\n", "\ufffd\n"]),
        ([b"\n\n"], ["\n", "\n"]),
    ],
    ids=["nothing", "lines", "CRLF", "in pieces", "letters in pieces", "empty lines"],
)
def test_lines_of_a_pipe(reads: list[bytes], expected: list[str]) -> None:
    pipe = Pipe(reads)
    assert given(pipe) == expected
    assert not pipe.pauses


def test_no_more_of_a_line_than_asked_for() -> None:
    assert given(Pipe([b"abcdefgh\n"]), 3) == ["abc", "def", "gh\n"]


def test_a_script_as_long_as_a_burst_is_answered_whole() -> None:
    assert len(given(Pipe([b"n\n" * BURST_LINES]))) == BURST_LINES


def test_of_more_lines_the_first_are_given_and_it_is_told_once() -> None:
    lines = limited(Pipe([b"n\n" * BURST_LINES * 4]))
    count = sum(1 for _ in iter(lambda: lines.readline(SIZE), ""))
    assert count == BURST_LINES
    assert lines.has_dropped


def test_an_endless_pipe_is_read_with_pauses_and_few_of_its_lines_are_given() -> None:
    pipe = Pipe([b"n\n" * (LONGEST_READ // 2)] * 640)
    count = len(given(pipe))
    seconds = pipe.now - 100.0
    assert pipe.pauses == 640
    assert seconds == pytest.approx(640 / KEYS_A_SECOND)
    assert BURST_LINES <= count <= BURST_LINES + seconds * KEYS_A_SECOND + 1


@pytest.mark.parametrize("filling", [b"\0", b"x"])
def test_a_line_without_an_end_is_no_line(filling: bytes) -> None:
    pipe = Pipe([filling * LONGEST_READ] * 64)
    assert sum(map(len, given(pipe))) <= BURST_BYTES
    assert pipe.pauses == 64


def test_what_is_left_of_a_dropped_line_is_no_line() -> None:
    assert given(Pipe([b"n\n" + b"x" * (LONGEST_READ - 2), b"z\n1\n"])) == ["n\n", "1\n"]


def test_after_a_flood_a_line_that_is_typed_counts() -> None:
    def reads() -> Iterator[bytes]:
        yield b"n\n" * (LONGEST_READ // 2)
        pipe.now += 0.1
        yield b"h\n"

    pipe = Pipe(reads())
    assert given(pipe)[-1] == "h\n"


@pytest.mark.parametrize("flood", [b"n\n" * 1000, b"n\n" * (LONGEST_READ // 2 - 1)], ids=["lines", "bytes"])
@pytest.mark.parametrize(("last", "counts"), [(b"h\n", True), (b"h", False), (b"x" * 40 + b"\n", False)])
def test_a_short_line_at_the_end_of_a_flood_counts_after_silence(flood: bytes, last: bytes, counts: bool) -> None:
    pipe = Pipe([flood[: LONGEST_READ - len(last)] + last])
    lines = limited(pipe)
    found = [lines.readline(SIZE) for _ in range(BURST_LINES)]
    pipe.is_silent = True
    assert set(found) == {"n\n"}
    assert lines.readline(SIZE) == (last.decode() if counts else "")
