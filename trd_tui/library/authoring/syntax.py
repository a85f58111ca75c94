"""What a parser says about a broken file, in an editor's words."""

from __future__ import annotations

import re

QUOTES = 'put straight quotation marks (") round the whole text'
LEVELS = "begin each line exactly under the lines it belongs with, and close every quotation mark and bracket before it"
COLON = "a colon with a blank after it is not expected here"
NEVER_CLOSED = "a quotation mark opens here and never closes"
MISFIT = "this line does not fit the lines above it"
ENTRY = 'begin each entry with "- "'
OUT = f"take it out, or {QUOTES}"
# The words of the parser, what they mean for an editor, how to mend it, and whether to point to where it starts.
WORDINGS = (
    ("mapping values are not allowed", COLON, QUOTES, False),
    ("but got ':' on one line", COLON, f"{QUOTES}, or a comma before the name", False),
    ("mapping keys are not allowed", "a question mark with a blank after it is not expected here", QUOTES, False),
    ("sequence entries are not allowed", "a list cannot begin on this line", "begin it on a line of its own", False),
    ("found unexpected end of stream", NEVER_CLOSED, "close it", True),
    ("unexpected document separator", NEVER_CLOSED, "close it", True),
    ("while scanning a simple key", "this line has no colon with a blank after it", "write it as name: value", True),
    ("'\\t' that cannot start", "a tab stands where blanks belong", "use blanks only", False),
    ("that cannot start any token", "a text cannot begin with this character", QUOTES, False),
    ("while scanning an alias", 'a text cannot begin with "*"', QUOTES, True),
    ("while scanning an anchor", 'a text cannot begin with "&"', QUOTES, True),
    ("while scanning a tag", 'a text cannot begin with "!"', QUOTES, True),
    ("while parsing a flow mapping", "a { opens here and is not closed as expected", "close it with }", True),
    ("while parsing a flow sequence", "a [ opens here and is not closed as expected", "close it with ]", True),
    ("but found '}'", "this } closes nothing", OUT, False),
    ("but found ']'", "this ] closes nothing", OUT, False),
    ("but found ','", "a comma is not expected here", OUT, False),
    ("unknown escape character", "a backslash means something else inside quotation marks", "write it twice", False),
    ("while scanning a block scalar", "words stand after > or |", "begin the text on the next line", False),
    ("while parsing a block", MISFIT, LEVELS, False),
    ("<document start>", MISFIT, LEVELS, False),
)
# Slips that a parser tells as something else, each with how its line begins.
SLIPS = (
    (
        re.compile("[<=>]{7}"),
        "two versions of a text stand here, left by a merge",
        "keep one, and take out the lines with <, = and >",
    ),
    (re.compile(r"[\w-]+:[^\s/]"), "a blank is missing after the colon", "write it as name: value"),
    (re.compile(r"-[^\s\d-]"), "a blank is missing after the -", ENTRY),
    (re.compile("[\u2013\u2014\u2022]"), "a list does not begin with this character", ENTRY),
)
CLOSED = re.compile(r".*[\"']\s*")
CLOSED_TOO_EARLY = (
    "the quotation mark before this ends the text",
    "use \u2019 or \u201c \u201d inside a text, or put the last quotation mark at its end",
)


def in_plain_words(message: str) -> tuple[str, str, bool]:
    """What is wrong, how to mend it, and whether the place where it starts says more than where it was noticed."""
    for words, what, mend, from_start in WORDINGS:
        if words in message:
            return what, mend, from_start
    return "this line cannot be read", LEVELS, False


def slip_in(line: str, column: int) -> tuple[int, str, str] | None:
    """Where a line goes wrong, what is wrong and how to mend it, if it tells that better than the parser did."""
    start = len(line) - len(line.lstrip())
    for begins, what, mend in SLIPS:
        if begins.match(line, start):
            return start, what, mend
    if CLOSED.fullmatch(line[:column]) and line[column:] and line[column] not in " ,]}":
        return column, *CLOSED_TOO_EARLY
    return None
