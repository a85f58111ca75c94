"""A person's query, however it was typed: its words, a full-text expression for them, and whether it speaks of danger.

Folding, the same for the article and for queries: small letters, no accents, no apostrophes (can't = cant), and
everything that is neither letter nor figure parts two words.
"""

from __future__ import annotations

from itertools import pairwise

from trd_tui.library.search.spelling import distance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 200
MOST_WORDS = 16
LONGEST_FOR_DANGER = 4000
MOST_BETWEEN = 3

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´＇"))
LEET = str.maketrans("0134578@$", "oieastbas")
SLIPS_OF = ("suicide", "suicidal", "suicides")
SLIP_LETTERS = 2
SHORTEST_SLIP = 5
SHORTEST_PIECED = 6

NEGATIONS = frozenset(
    """not no never none nothing nobody noone neither nor cannot cant dont doesnt didnt wont isnt arent wasnt werent
    havent hasnt hadnt couldnt wouldnt shouldnt without aint""".split()
)
STOP_WORDS = NEGATIONS | frozenset(
    """a about actually after again all almost also always am an and another any anybody anyone anything are around as
    at away back be because been before being both but by can come comes could did do does doing done down each
    either else end enough even ever every everyone everything far find for from get gets getting give given go
    goes going gone gonna good got gotta had happen happened happening happens has have having he her here hers
    herself hi him himself his hello how however i id if im in into is it its itself ive just keep keeps kind
    know known lately least let lets like likely little ll look lot lots made make makes many may maybe me mean
    means might mine more most much must my myself need needs now of off often oh ok okay on once one only onto
    or other others otherwise our ours out over own perhaps please possible possibly put quite rather re really
    right said same say says see seem seems she should since so some somebody someone something sometimes soon
    sort still such supposed sure take takes taking tell tells than thank thanks that thats the their theirs
    them then there theres these they theyre theyve thing things think this those though through till to told
    too two until up upon us use used using usually very via wanna want wanted wants was way ways we well went
    were what whatever whats when whenever where wheres whether which while who whom whos whose why will wish
    with within wonder wondering would yes yet you your youre yours yourself""".split()
)


class Query:
    """What was asked: its folded words, and whether the last of them is still being typed."""

    __slots__ = ("open_end", "tokens")

    def __init__(self, tokens: Sequence[str], open_end: bool = False) -> None:
        self.tokens = tuple(tokens)
        self.open_end = open_end


def parse(text: str, typing: bool = False) -> Query:
    """Read any string as a query; only its first 200 characters count."""
    cut = text[:LONGEST]
    found = tokens(cut)
    return Query(found, typing and bool(found) and cut[-1].isalnum())


def telling(words: Sequence[str]) -> list[str]:
    """The words that tell one query from another, each once, at most 16.

    Every negation counts as "not"; other stop words are there only if there is nothing else.
    """
    found = ["not" if word in NEGATIONS else word for word in words]
    kept = [word for word in found if word == "not" or word not in STOP_WORDS]
    return list(dict.fromkeys(kept if any(word != "not" for word in kept) else words))[:MOST_WORDS]


def tokens(text: str) -> list[str]:
    """The folded words of a text, in order."""
    plain = _without_accents(text).translate(APOSTROPHES)
    return "".join(letter if letter.isalnum() else " " for letter in plain).split()


def expression(*alternatives: Iterable[str]) -> str:
    """A full-text expression: each alternative is a phrase of folded words, quoted, so that no operator can slip in."""
    return " OR ".join('"' + " ".join(words) + '"' for words in alternatives)


def speaks_of_danger(text: str, words: Iterable[str], phrases: Iterable[Sequence[str]]) -> bool:
    """Whether a query speaks of suicide, self-harm or danger; looks at its first 4,000 characters.

    `words` are single folded words, a star standing for any ending; `phrases` are such words in order, with up to three
    others between two of them, where "not" stands for every word that says no. Slips of the word suicide count, also
    when it is typed in pieces. False alarms do little harm and a miss does, so every test leans towards yes.
    """
    said = _as_said(text[:LONGEST_FOR_DANGER])
    heard = set(said)
    pieced = {first + second for first, second in pairwise(said)}
    listed = list(words)
    return (
        _listed(heard, listed)
        or _listed(pieced, [word for word in listed if len(word) >= SHORTEST_PIECED])
        or any(map(_slip, heard | pieced))
        or any(_stands(phrase, said) for phrase in phrases if _opens(phrase[0], heard))
    )


def _without_accents(text: str) -> str:
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


def _as_said(text: str) -> list[str]:
    """Folded words; figures and signs are read as the letters they stand for, and spelled-out words put together."""
    plain = _without_accents(text).translate(APOSTROPHES)
    pieces = "".join(letter if letter.isalnum() or letter in "@$*" else " " for letter in plain).split()
    said: list[str] = []
    single = False
    for piece in pieces:
        word = piece if piece.isdigit() else piece.translate(LEET).replace("*", "")
        if single and len(word) == 1:
            said[-1] += word
        elif word:
            said.append(word)
            single = len(word) == 1
    return said


def _listed(heard: set[str], words: Sequence[str]) -> bool:
    starts = tuple(word[:-1] for word in words if word.endswith("*"))
    return not heard.isdisjoint(words) or any(word.startswith(starts) for word in heard)


def _slip(word: str) -> bool:
    return len(word) >= SHORTEST_SLIP and any(distance(word, right, SLIP_LETTERS) <= SLIP_LETTERS for right in SLIPS_OF)


def _opens(pattern: str, heard: set[str]) -> bool:
    if pattern in heard:
        return True
    return pattern == "not" or (pattern[-1] == "*" and any(word.startswith(pattern[:-1]) for word in heard))


def _stands(phrase: Sequence[str], said: Sequence[str]) -> bool:
    starts = [place for place, word in enumerate(said) if _fits(phrase[0], word)]
    return any(_goes_on(phrase[1:], said, start + 1) for start in starts)


def _goes_on(rest: Sequence[str], said: Sequence[str], start: int) -> bool:
    if not rest:
        return True
    near = range(start, min(len(said), start + MOST_BETWEEN + 1))
    return any(_fits(rest[0], said[place]) and _goes_on(rest[1:], said, place + 1) for place in near)


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return word == pattern or (pattern == "not" and word in NEGATIONS)
