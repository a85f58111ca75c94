"""Hostile inputs by kind, from a seeded source of chance: what strangers, their terminals and their clipboards send.

An input is one key, report, reply, paste or text in bytes, or a Size that the terminal takes. A kind that is a table is
gone through in an order of chance, so that each of its inputs comes once before one comes twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import NamedTuple

from tests.hostile import sequences, texts


class Size(NamedTuple):
    """A size that the terminal takes on, whatever it is."""

    columns: int
    rows: int


Input = bytes | Size
Source = Callable[[Random], Iterator[Input]]

START, END = b"\x1b[200~", b"\x1b[201~"
MEGABYTE = 1 << 20
ODD_SIZES = (
    Size(1, 1), Size(0, 0), Size(65535, 65535), Size(1, 65535), Size(65535, 1), Size(2, 1), Size(3, 2), Size(10, 3),
    Size(12, 3), Size(20, 6), Size(40, 12), Size(80, 24), Size(120, 40), Size(400, 150), Size(401, 151), Size(0, 24),
    Size(80, 0), Size(32768, 32768), Size(59, 24), Size(60, 24),
)  # fmt: skip
LARGEST_USUAL = Size(130, 45)


def _table(inputs: Iterable[bytes]) -> Source:
    """All of some inputs, in an order of chance, again and again."""
    listed = tuple(dict.fromkeys(inputs))

    def source(random: Random) -> Iterator[Input]:
        while True:
            yield from random.sample(listed, len(listed))

    source.count = len(listed)  # type: ignore[attr-defined]
    return source


def _by(make: Callable[[Random], Input]) -> Source:
    """Inputs that are made one by one."""

    def source(random: Random) -> Iterator[Input]:
        while True:
            yield make(random)

    return source


def _pasted(texts: Iterable[str]) -> Source:
    """Texts, in brackets as a terminal pastes them, or without."""
    listed = tuple(text.encode("utf-8", "surrogatepass") for text in texts)

    def make(random: Random) -> Input:
        text = random.choice(listed)
        return START + text + END if random.random() < 0.5 else text

    return _by(make)


def _random_bytes(random: Random) -> bytes:
    return random.randbytes(random.choice((1, 2, 3, 5, 8, 16, 32, 64)))


def _held(random: Random) -> bytes:
    return random.choice(sequences.HELD) * random.choice((2, 5, 15, 30, 60))


def _escapes_in_paste(random: Random) -> bytes:
    inside = b"".join(random.choice(sequences.DANGEROUS) for _ in range(random.randint(1, 4)))
    return START + b"a" + inside + b"b" + END


def _odd_brackets(random: Random) -> bytes:
    """Pastes in pastes, ends without a start, starts without an end, and brackets with wrong numbers."""
    brackets = (START, END, b"\x1b[200;5~", b"\x1b[0200~", b"\x1b[201", b"\x1b[2", b"\x1b[20\x1b0~", b"text", b"\r")
    return b"".join(random.choice(brackets) for _ in range(random.randint(2, 6)))


def _endless(random: Random) -> bytes:
    """What is begun and not ended."""
    begun = random.choice(
        (START, *(start for start, _ in sequences.STRINGS), b"\x1b[", b"\x1bO", b"\x1b[1;", b"\x1b[M")
    )
    return begun + random.choice((b"", b"text", b"1;2;3", b"x" * 300, b"\xff" * 20))


def _size(random: Random) -> Input:
    if random.random() < 0.3:
        return random.choice(ODD_SIZES)
    return Size(random.randint(1, LARGEST_USUAL.columns), random.randint(1, LARGEST_USUAL.rows))


def _sizes_in_a_paste(random: Random) -> Iterator[Input]:
    while True:
        yield START + b"one "
        yield _size(random)
        yield b"two\r\n" * random.randint(1, 20)
        yield _size(random)
        yield END


def _huge(random: Random) -> Iterator[Input]:
    """A megabyte in one piece: in brackets, without, without an end, of keys, of letters, of anything."""
    fillings = (
        b"x",
        b"novel \xc3\xa9\xe6\xbc\xa2 ",
        b"one\r\n",
        b"\x1b[B",
        b"\x1b",
        b"\x01",
        b"\x1bOP\x1b",
        b"\xff",
        b"[/red]",
    )
    while True:
        for filling in random.sample(fillings, len(fillings)):
            yield (filling * (MEGABYTE // len(filling) + 1))[:MEGABYTE]
            yield START + (filling * (MEGABYTE // len(filling) + 1))[:MEGABYTE] + END
        yield START + random.randbytes(MEGABYTE)
        yield random.randbytes(MEGABYTE)


KINDS: dict[str, Source] = {
    "control characters": _table(sequences.controls()),
    "keys: xterm": _table(sequences.xterm_keys()),
    "keys: linux, rxvt, screen": _table(sequences.other_keys()),
    "keys: kitty": _table(sequences.kitty_keys()),
    "keys: modifyOtherKeys": _table(sequences.other_key_reports()),
    "letters": _table(sequences.letters()),
    "mouse reports": _by(sequences.mouse),
    "focus events": _table(sequences.FOCUS),
    "forged replies": _by(sequences.reply),
    "oversized numbers": _by(sequences.oversized),
    "random bytes": _by(_random_bytes),
    "bad UTF-8": _by(texts.bad_utf8),
    "markup": _pasted(texts.MARKUP),
    "bidi, zero width, combining": _pasted(texts.ODD_LETTERS),
    "format strings, queries, paths": _pasted(texts.TEMPLATES),
    "escapes in pastes": _by(_escapes_in_paste),
    "odd brackets": _by(_odd_brackets),
    "never ended": _by(_endless),
    "held keys": _by(_held),
    "resizes": _by(_size),
    "resizes in a paste": _sizes_in_a_paste,
}
"""Every kind but those of a megabyte, by the name it has in the table."""
HUGE = "a megabyte at once"
MIXED = "all mixed"
SWALLOWING = frozenset({"never ended", "odd brackets", "resizes in a paste", "escapes in pastes", HUGE})
"""Kinds after which a program may still swallow what follows; none of their inputs opens a page."""


def source(kind: str, random: Random) -> Iterator[Input]:
    """The endless inputs of a kind."""
    if kind == HUGE:
        return _huge(random)
    if kind == MIXED:
        return _mixed(random)
    return KINDS[kind](random)


def _mixed(random: Random) -> Iterator[Input]:
    sources = [make(random) for make in KINDS.values()]
    while True:
        yield next(random.choice(sources))
