"""What a parser says about a broken file, in an editor's words."""

from __future__ import annotations

QUOTES = "put quotation marks round the whole text"
LEVELS = "begin each line exactly under the lines it belongs with, and close every quotation mark and bracket before it"
# The words of the parser, what they mean for an editor, how to mend it, and whether to point to where it starts.
WORDINGS = (
    ("mapping values are not allowed", "a colon with a blank after it is not expected here", QUOTES, False),
    ("mapping keys are not allowed", "a question mark with a blank after it is not expected here", QUOTES, False),
    ("sequence entries are not allowed", "a list cannot begin on this line", "begin it on a line of its own", False),
    ("found unexpected end of stream", "a quotation mark opens here and never closes", "close it", True),
    ("while scanning a simple key", "this line has no colon", "write it as name: value", False),
    ("unexpected document separator", "a quotation mark opens here and never closes", "close it", True),
    ("'\\t' that cannot start", "a tab stands where blanks belong", "use blanks only", False),
    ("that cannot start any token", "a text cannot begin with this character", QUOTES, False),
    ("while parsing a flow mapping", "a { opens here and is not closed as expected", "close it with }", True),
    ("while parsing a flow sequence", "a [ opens here and is not closed as expected", "close it with ]", True),
    ("unknown escape character", "a backslash means something else inside quotation marks", "write it twice", False),
    ("while scanning a block scalar", "words stand after > or |", "begin the text on the next line", False),
    ("while parsing a block", "this line does not fit the lines above it", LEVELS, False),
    ("<document start>", "this line does not fit the lines above it", LEVELS, False),
)


def in_plain_words(message: str) -> tuple[str, str, bool]:
    """What is wrong, how to mend it, and whether the place where it starts says more than where it was noticed."""
    for words, what, mend, from_start in WORDINGS:
        if words in message:
            return what, mend, from_start
    return "this line cannot be read", LEVELS, False
