"""Texts that break programs: markup, letters that hide or pile up, templates, queries, paths; bytes that are none."""

from __future__ import annotations

from random import Random

MARKUP = (
    "[/", "[/]", "[/red]", "[@click=app.quit]x[/]", "[@click=app.bell()]", "[bold]", "[[[[", "]]]]",
    "[link=file:///etc]x",
    "[$primary]", "[on red]x", "[/][/][/]", "\\[", "[red", "[1;2", "[not bold]", "[@mouse.down=quit]", "[=]",
    "[a=b c='d",
    "<script>", "&lt;", "<b>", "**bold**", "# title", "`code`", "[x](y)", ":smile:", "{{x}}",
)  # fmt: skip
ODD_LETTERS = (
    "\u202eevil", "\u202a\u202b\u202c\u202d", "\u2066\u2067\u2068\u2069", "\u200b" * 30, "\u200d" * 30,
    "a" + "\u0301" * 100,
    "\u0301", "\ufeff", "\u2028\u2029", "\u0085", "\u00ad" * 20, "e\u20dd\u20e3", "ก็็็็็็็็็็็", "👨‍👩‍👧‍👦" * 5,
    "🏳️‍🌈", "\U000e0041" * 20,
    "\ufff9a\ufffab\ufffb", "\u115f\u1160", "\u3164" * 10, "漢" * 30, "ﷺ" * 10, "\U0001f1e6" * 9, "\ufe0f" * 9,
    "مرحبا hello שלום",
    "\uffff\ufffe", "\U0010ffff", "\ue000", "\x7f" * 5, "\u2800" * 9, "\u180e", "ß".upper() + "İ",
    "Z" + "\u0300\u0316" * 60,
)  # fmt: skip
TEMPLATES = (
    "%s%s%s%n", "%x" * 20, "{}", "{0}", "{0.__class__}", "{title}", "${HOME}", "$(id)", "`id`", "; ls", "| sh",
    "&& id",
    "%(asctime)s", "\\x00", "\\u0000", "%00", "' OR 1=1 --", '"', "' * ", "NEAR(a b)", "a AND", "OR", "NOT",
    "^a", "a*",
    "(((((", "title:x", "-a", '"unended', "\x00", "../../etc/passwd", "/dev/tty", "/dev/null", "~root",
    "file:///", "con",
    "-rf", "--help", "x" * 300, "9" * 40, "1e999", "-1", "0x10", "١٢", "1 2 3 4 5 6 7 8 9", "²", "help",
    "kill myself",
    "\t\t\t", "\r\n\r\n", "\n", " ", "a\x00b", "__import__('os')", "pickle", "\\", "%", "a" * 4096 + "\n",
    "s " + "b" * 5000,
)  # fmt: skip
_BROKEN = (
    b"\x80", b"\xbf", b"\xc0\x80", b"\xc0\xaf", b"\xc1\xbf", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf",
    b"\xed\xa0\x80",
    b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80",
    b"\xfc\x84\x80\x80\x80\x80",
    b"\xfe", b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xe2\x82\x1b[A", b"\xc3\x1b",
    b"\xf0\x9f\x1b[200~\x98\x1b[201~",
    b"\xef\xbf\xbe", b"\xef\xbb\xbf", b"\xc3\x28", b"\xa0\xa1", b"\xe2\x28\xa1", b"\x9b\x41", b"\x9d0;x\x9c",
    b"\x90x\x9c",
)  # fmt: skip


def bad_utf8(random: Random) -> bytes:
    """Bytes that are no UTF-8: overlong, surrogates, cut, of five bytes or more, or beyond the last character."""
    return b"".join(random.choice(_BROKEN) for _ in range(random.randint(1, 5)))
