"""Words and patterns that the rules look for: mentions of suicide, numbers, words to avoid, advice on medicines."""

from __future__ import annotations

import re

# Whatever speaks of suicide or self-harm is followed by the way to Help now.
MENTION = re.compile(
    r"\bsuicid\w*"
    r"|\bself[- ](harm|injur|hurt)\w*"
    r"|\b(harm|hurt|injur|kill|cut)\w* (yourself|themsel(f|ves)|himself|herself|oneself|myself)\b"
    r"|\b(tak|end)(e|es|ing) (your|their|his|her|my) (own )?(life|lives)\b"
    r"|\b(want|wish)\w* to (die|be dead)\b|\bbetter off dead\b|\bthoughts? of (death|dying)\b",
    re.IGNORECASE,
)

# How many of how many, or how much of a hundred; a year after "in" is no such number.
NUMBER = re.compile(
    r"\d[\d.,]*\s?%|\bper ?cent\b|\b(two thirds|three quarters|(one|a) (third|quarter|fifth)) of\b"
    r"|\b(\d+|one|two|three|four|five|six|seven|eight|nine) (in|out of) (every )?"
    r"(\d{1,3}(,\d{3})*|\d{5,}|two|three|four|five|six|seven|eight|nine|ten|twenty|a (hundred|thousand))\b(?![,.]?\d)",
    re.IGNORECASE,
)
MEASURE = re.compile(r"\s(days?|weeks?|months?|years?|hours?|minutes?|steps?|(mg|ml|g)\b)", re.IGNORECASE)

# Person first, no blame, no promise: pattern and what to write instead.
AVOID = (
    (r"\b(a|the|many|some|most|these) depressives?\b|\bdepressives\b", "write of a person with depression"),
    (r"\bsuffer(er|ers|s|ed|ing)? (from|with)\b|\bsufferers?\b", "write that a person has it or lives with it"),
    (r"\bvictims?\b", "write of a person who has been through it"),
    (r"\bcommit(s|ted|ting)? suicide\b", 'write "died by suicide"'),
    (r"\b(un)?(successful|failed|completed) (suicides?\b|(suicide )?attempts?\b)", 'write "suicide attempt" alone'),
    (
        (
            r"\b(patients?|persons?|people|you|he|she|who|someone) (have |has |had )?failed\b"
            r"|\bfailed (\w+ )?treatments?\b"
        ),
        "write that the treatment has not helped enough so far",
    ),
    (r"\bnon-?complian(t|ce)\b", 'write "missed doses"'),
    (r"\baddicts?\b|\bdrug abusers?\b", "write of a person who uses drugs"),
    (r"\balcoholics?\b(?! Anonymous)", "write of harmful use of alcohol"),
    (r"\b(clean|dirty) (urine|test|from drugs|and sober)\b|\b(get|got|stay|stayed) clean\b", "say what was found"),
    (r"\bcure[sd]?\b|\bcuring\b", "say what gets better, for how many"),
    (r"\bbreakthroughs?\b|\bmiracles?\b", "say what it does, for how many"),
    (r"\blast resort\b", "say when it is used"),
    (r"!", "end with a full stop"),
)
_AVOID = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in AVOID)
IMBALANCE = re.compile(r"\bchemical imbalance\b", re.IGNORECASE)
UNSETTLED = re.compile(r"\b(not|no|idea|theory|too simple|once|old|question|doubt\w*|disputed)\b", re.IGNORECASE)

CHANGE = (
    r"(?i:start|begin|stop|quit|come off|go off|increase|raise|double|up|lower|reduce|cut|halve|skip|drop|change|swap|"
    r"switch|add|wean off|taper)(?![\w-])"
)
MEDICINE = (
    r"(?:medicines?|medications?|meds|drugs?|tablets?|pills?|doses?|dosage|antidepressants?|antipsychotics?|[Ll]ithium|"
    r"ketamine|esketamine|SSRIs?|SNRIs?|MAOIs?|tricyclics?|prescriptions?)\b"
)
OBJECT = rf"(?: taking\b| to (?:a|an|another|the other)\b|[^.?;:]{{0,40}}?\b{MEDICINE})"
SOFTLY = r"(?:(?i:please|then|just|now|so|slowly|gradually|safely|at once) )*"
# A sentence, or what follows "if ...," or a colon, that begins with the verb tells; so does "you should" and the like.
_TOLD = re.compile(rf"(?:^|^(?i:if|when|once|after|as soon as)\b[^,.?]*, |[:;] ){SOFTLY}{CHANGE}{OBJECT}")
_MODAL = re.compile(
    rf"\b[Yy]ou (?:should|must|need to|ought to|have to|had better|can|could|may safely) {SOFTLY}{CHANGE}{OBJECT}"
)

_VERDICT = re.compile(
    r"stop taking|increase your dose|switch to|you have (bipolar|TRD|depression)|diagnos(is|ed) you|score|risk level",
    re.IGNORECASE,
)
_DARK = re.compile(r"\bdark thoughts?\b", re.IGNORECASE)


def mentions_suicide(text: str) -> bool:
    """Whether a text speaks of suicide or self-harm."""
    return bool(MENTION.search(text))


def number_in(text: str) -> str:
    """The first number of a text that says how many of how many, or nothing."""
    return next((match.group() for match in NUMBER.finditer(text) if not MEASURE.match(text, match.end())), "")


def to_avoid(sentence: str) -> list[tuple[str, str]]:
    """Words of a sentence that hurt, blame or promise, each with what to write instead."""
    found = [(match.group(), instead) for pattern, instead in _AVOID if (match := pattern.search(sentence))]
    if (match := IMBALANCE.search(sentence)) and not UNSETTLED.search(sentence):
        found.append((match.group(), "say that this is an idea, not settled"))
    return found


def advice_in(sentence: str) -> str:
    """The words of a sentence that tell a person to start, stop or change a medicine, or nothing."""
    if sentence.endswith("?"):
        return ""
    match = _TOLD.search(sentence) or _MODAL.search(sentence)
    return match.group().strip(" ,:;") if match else ""


def verdict_in(text: str) -> str:
    """The words of a text that diagnose, rate, or change a medicine, which the guide never says; or nothing."""
    match = _VERDICT.search(text)
    return match.group() if match else ""


def never_taken_along(text: str) -> str:
    """The words of a text that speak of suicide, self-harm or dark thoughts, which never leave; or nothing."""
    match = MENTION.search(text) or _DARK.search(text)
    return match.group() if match else ""
