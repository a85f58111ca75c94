"""Reading grade of a text: Flesch-Kincaid (Kincaid et al. 1975), counted without any dictionary.

grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59

A syllable is a run of vowels in a word of letters. A silent "e" (last, or before an ending such as "-ment"), a silent
"-ed" and "-es" do not count; two vowels that are spoken apart count twice. A figure counts as one word of one syllable,
and so does an abbreviation in capitals, as common checkers count them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from trd_tui.sentences import sentences

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019-])*|\d[\d.,:-]*")
VOWELS = re.compile(r"[aeiouy]+")
APART = re.compile(
    r"i[ao]|[^cgq]ua|eo(?!p|u)|uo|iu|ie[tn]|yi|[aeiou]ing$|ea$|crea|react|suici|flui|oe[mtx]|useum|(?:sm|thm)$"
)
SPOKEN_TOGETHER = re.compile(r"[ctsxg]ia(?!t)|[tsgcx]io|(?<!s)cien|tien|(?:ll|n|p|av)io[nr]|(?:il|ul)iar")
ENDED = re.compile(r"(?<=[^td])ed$")
PLURAL = re.compile(r"(?<=[^aeioul])es$(?<!ses)(?<!zes)(?<!xes)(?<!ches)(?<!shes)(?<!ces)(?<!ges)")
SHORTENED = re.compile(r"['\u2019](?:s|re|ve|ll|d|m)?$")
INNER_SILENT = re.compile(
    r"(?<=[aeiouy][^aeiouyl])e(?=(?:ments?|ful|fully|ly|less|ness|ty)$)|(?<=[aeiouy]l)e(?=ly$|less$)"
)
COMPOUND = re.compile(r"^(some|there|else|life|home|guide)(?=[a-z]{3,})(?!thy|nt)")
SPOKEN_NOT = re.compile(r"(?<=[sdt])n['\u2019]t$")


def words(text: str) -> list[str]:
    """Words and figures of a text, in order."""
    return WORD.findall(text)


def syllables(word: str) -> int:
    """Syllables of one word, at least 1."""
    return sum(_syllables(piece) for piece in word.split("-") if piece) or 1


def grade(texts: Iterable[str]) -> float:
    """US school grade of some texts together; a text that ends without a full stop still ends a sentence."""
    spoken = [found for text in texts for sentence in sentences(text) if (found := words(sentence))]
    listed = [word for sentence in spoken for word in sentence]
    if not listed:
        return 0.0
    return 0.39 * len(listed) / len(spoken) + 11.8 * sum(map(syllables, listed)) / len(listed) - 15.59


def _syllables(piece: str) -> int:
    if not piece[0].isalpha() or piece.isupper():
        return 1
    bare = SPOKEN_NOT.sub("net", piece.lower())
    bare = COMPOUND.sub(lambda match: match.group().rstrip("e"), SHORTENED.sub("", bare))
    bare = INNER_SILENT.sub("", PLURAL.sub("", ENDED.sub("", bare)))
    spoken = bare[:-1] if bare.endswith("e") and not re.search(r"[^aeiouy]le$", bare) else bare
    runs = len(VOWELS.findall(spoken)) or 1
    apart = len(APART.findall(spoken)) - len(SPOKEN_TOGETHER.findall(spoken))
    return max(1, runs + max(0, apart))
