"""What terminals send: keys of every family, reports and replies, as they are and as nobody would send them.

Sources: xterm's control sequences (ctlseqs), the key tables of rxvt, screen and the Linux console, and the keyboard
and graphics protocols of kitty.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

NUMBERS = (0, 1, 2, 9, 255, 256, 65535, 65536, 2**31 - 1, 2**31, 2**32, 2**63, 10**20, 10**60)
STRINGS = ((b"\x1b]", b"\x07"), *((start, b"\x1b\\") for start in (b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b^", b"\x1bX")))
"""How operating system commands and other strings begin and end (ECMA-48)."""
FOCUS = (b"\x1b[I", b"\x1b[O", b"\x1b[?997;1n", b"\x1b[?997;2n", b"\x1b[I\x1b[O" * 5)
HELD = (
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[5~", b"\x1b[6~", b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS",
    b"\t", b"\x7f", b"\x1b[18~", b"\x1b[15~", b"\x1b", b"h", b"]", b" ", b"\x0c", b"w", b"n", b"k", b"\r",
)  # fmt: skip
DANGEROUS = (
    b"\x1b]52;c;b3duZWQ=\x07", b"\x1b]0;owned\x07", b"\x1b]2;owned\x1b\\", b"\x1b[21t", b"\x1b[6n", b"\x1b[c", b"\x1bc",
    b"\x1b[?1000h", b"\x1b[?25l", b"\x1b[?1049l", b"\x1bP$q m\x1b\\", b"\x1b_Ga=q;AAAA\x1b\\", b"\x9b31m", b"\x07",
    b"\x1b]8;;http://example.org\x07x\x1b]8;;\x07", b"\x1b[31m", b"\x1b[2J", b"\x1b[20~", b"\x11", b"\x03", b"\r",
    b"\x1b[200~", b"\x1b#8", b"\x1b(0", b"\x0e", b"\xc2\x9b31m", b"\x1b[5m", b"\x1b]10;?\x07", b"\x1b[8;1;1t",
)  # fmt: skip
_LETTER_FINALS, _TILDES = "ABCDEFHPQRSZMjklmnopqrstuvwxyXI", (*range(1, 40), 57, 200, 201, 202, 999)


def controls() -> Iterator[bytes]:
    """Each control character: C0 and DEL, and C1 as bare bytes and as UTF-8 has them."""
    yield from (bytes([code]) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)))
    yield from (chr(code).encode() for code in range(0x80, 0xA0))


def xterm_keys() -> Iterator[bytes]:
    """Every cursor, editing, function and keypad key of xterm, with each modifier, and each letter with Alt."""
    for final in _LETTER_FINALS:
        yield from (b"\x1bO%b" % final.encode(), b"\x1b[%b" % final.encode())
        yield from (b"\x1b[1;%d%b" % (modifier, final.encode()) for modifier in range(1, 18))
    for number in _TILDES:
        yield b"\x1b[%d~" % number
        yield from (b"\x1b[%d;%d~" % (number, modifier) for modifier in range(1, 18))
    yield from (b"\x1b%b" % bytes([code]) for code in range(0x80))


def other_keys() -> Iterator[bytes]:
    """Keys as the Linux console, rxvt, GNU screen and older terminals send them."""
    yield from (b"\x1b[[%b" % bytes([code]) for code in range(0x40, 0x60))
    yield from (b"\x1b[%d%b" % (number, end) for number in _TILDES for end in (b"$", b"^", b"@"))
    yield from (b"\x1b[%b" % bytes([code]) for code in b"abcd")
    yield from (b"\x1bO%b" % bytes([code]) for code in range(0x20, 0x7F))
    yield from (b"\x1bO%d%b" % (number, end) for number in range(1, 17) for end in (b"A", b"D", b"P", b"S", b"q"))
    yield from (b"\x1b\x1b[%b" % end for end in (b"A", b"B", b"C", b"D", b"5~", b"6~", b"20~"))
    yield from (b"\x1b[5%b" % end for end in (b"A", b"B", b"C", b"D"))
    yield from (b"\xff%b" % bytes([code]) for code in b"ABCDHFPQRS")


def kitty_keys() -> Iterator[bytes]:
    """Keys of the kitty keyboard protocol, with modifiers, kinds of event, other layouts and text."""
    codes = (*range(1, 0x80), *range(57344, 57455), 0x110000, 0xD800, 2**31)
    yield from (b"\x1b[%du" % code for code in codes)
    yield from (
        b"\x1b[%d;%du" % (code, modifier) for code in (9, 13, 27, 99, 113, 120) for modifier in range(1, 257, 7)
    )
    yield from (b"\x1b[%d;5:%du" % (code, event) for code in (99, 113, 57376) for event in (1, 2, 3, 4))
    yield from (b"\x1b[97:65:99;2;65u", b"\x1b[0;;229u", b"\x1b[97;;97:98:99u", b"\x1b[1;5:3A", b"\x1b[3;5:2~")
    yield from (b"\x1b[?31u", b"\x1b[>1u", b"\x1b[<1u", b"\x1b[=1;1u")


def other_key_reports() -> Iterator[bytes]:
    """Keys as xterm's modifyOtherKeys reports them."""
    for code in (8, 9, 13, 27, 32, 63, 67, 81, 88, 92, 99, 113, 115, 120, 122, 127, 233, 0x1F600):
        yield from (b"\x1b[27;%d;%d~" % (modifier, code) for modifier in range(2, 17))
        yield from (b"\x1b[%d;%du" % (code, modifier) for modifier in range(2, 17))


def letters() -> Iterator[bytes]:
    """Letters of a keyboard, each a command somewhere, and some of other keyboards."""
    yield from (bytes([code]) for code in range(0x20, 0x7F))
    yield from (letter.encode() for letter in "éßñçøžşıİłđæœµ€漢字かなกअاאя😀👨‍👩‍👧ﬁ½²…–“”«»¿¡\u00a0\u00ad")


def mouse(random: Random) -> bytes:
    """A report of the mouse: X10, UTF-8 (1005), SGR (1006), rxvt (1015), in cells or pixels."""
    button, x, y = (random.choice((0, 1, 2, 3, 32, 35, 64, 65, 128, 255, *NUMBERS)) for _ in range(3))
    x10 = bytes(random.choice((0x20, 0x21, 0x40, 0x7F, 0x80, 0xFF, 0x1B, 0x03, 0x11)) for _ in range(3))
    return random.choice(
        (
            b"\x1b[M" + x10,
            b"\x1b[M" + "".join(chr(random.choice((32, 33, 127, 128, 2015))) for _ in range(3)).encode(),
            b"\x1b[<%d;%d;%d%b" % (button, x, y, random.choice((b"M", b"m"))),
            b"\x1b[<%d;-%d;-%dM" % (button, x, y),
            b"\x1b[%d;%d;%dM" % (button, x, y),
            b"\x1b[%d;%d;%d;%d;%d;%dT" % (button, x, y, x, y, button),
            b"\x1b[%d;%d;%d&w" % (button, x, y),
        )
    )


def reply(random: Random) -> bytes:
    """An answer to a question that was never asked, or an unasked report."""
    one, two = random.choice(NUMBERS), random.choice(NUMBERS)
    body = random.choice(
        (
            b"4;1;rgb:ffff/0000/0000", b"10;rgb:1/2/3", b"11;?", b"52;c;b3duZWQ=", b"52;c;!", b"0;title", b"L/icon",
            b"lowned", b">|XTerm(370)", b"1$r0m", b"0+r", b"1+r544e=787465726d", b"Gi=31;OK", b"Gi=%d;EINVAL" % one,
            b"!|00000000", b"8;;file:///etc/passwd", b"1337;File=inline=1:AAAA", b"9;4;1;%d" % one, b"633;A",
        )
    )  # fmt: skip
    start, end = random.choice(STRINGS)
    return random.choice(
        (
            start + body + end,
            b"\x1b[?62;1;%dc" % one, b"\x1b[>%d;%d;0c" % (one, two), b"\x1b[=%dc" % one, b"\x1b[0n", b"\x1b[3n",
            b"\x1b[%d;%dR" % (one, two), b"\x1b[?%d;%d;1R" % (one, two), b"\x1b[?2026;%d$y" % one,
            b"\x1b[48;%d;%d;%d;%dt" % (one, two, one, two), b"\x1b[8;%d;%dt" % (one, two),
            b"\x1b[4;%d;%dt" % (two, one),
            b"\x1b[?%du" % one, b"\x1b[?64;4S", b"\x1b[?1;0;%dS" % one, b"\x1b[%d;1;1;1;1*y" % one,
            b"\x1bPu%b\x1b\\" % (b"A" * 200),
        )
    )  # fmt: skip


def oversized(random: Random) -> bytes:
    """A report of a key with numbers too large, too long or too many."""
    many = (b"9" * 20, b"9" * 500, b"1;" * 200, b"0" * 300 + b"1", b";" * 60, b"1:2:3:4:5:6")
    number = random.choice((*many, b"-1", b"1114112", b"4294967297"))
    final = random.choice((b"u", b"~", b"A", b"R", b"t", b"M", b"m", b"H", b"$y", b"c", b"n", b"^", b"@"))
    return b"\x1b[%b%b%b" % (random.choice((b"", b"<", b"?", b">", b"1;", b"27;5;")), number, final)
