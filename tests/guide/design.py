"""The questionnaire as its design has it, written down a second time: choices, which question follows, what is said.

Nothing here is read from the content. The content and the engine are held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Given = Mapping[str, tuple[str, ...]]
"""Choices by question; a question that is left out, or has no choice, was skipped."""

CHOICES = {
    "S1": "help: Show me help | go_on: Go on",
    "A1": "none: None yet | prescribed: None, though one was prescribed | one: One | two: Two | three: Three or more",
    "A2": "yes: Yes | stopped: No, I stopped | new: I have a new one but have not started it",
    "A3": "not_at_all: Not at all | little: A little | half: About half better | "
    "wore_off: Mostly better, then it wore off",
    "B1": "none: None | few: 1 or 2 days | some: 3 to 5 days | many: 6 days or more",
    "B2": "forgot: I forgot | side_effects: Side effects | cost: Cost, or I ran out | better: I felt better | "
    "no_help: It did not seem to help | worry: I worry about taking it | many_pills: Too many pills or odd hours | "
    "others: What others think | other: Something else",
    "B3": "sex: Sex life | sleep: Sleep | weight: Weight or hunger | stomach: Stomach | flat: Feeling flat or numb | "
    "tired: Tired or foggy | restless: Very restless, cannot sit still | worse_mood: Worse mood or new dark thoughts | "
    "other: Something else | none: None of these",
    "C1": "under_4: Less than 4 weeks | four_five: 4 or 5 weeks | six_twelve: 6 to 12 weeks | "
    "over_12: More than 12 weeks",
    "C2": "yes: Yes | no: No",
    "C3": "side_effects: Side effects, or worry about them | no_help: It did not seem to help | "
    "better: I felt better | cost: Cost or supply | changed: My prescriber changed it | "
    "health: Pregnancy or another health reason | unsure: I was unsure about taking it | other: Something else",
    "C4": "yes: Yes | same: No, it stayed the same | lowered: It was lowered",
    "C5": "surgery: Weight-loss surgery | gut: A long gut illness | loose: Vomiting or loose bowels that go on | "
    "fast: I was told my body breaks medicines down fast | none: None of these",
    "D1": "prescribed: Other prescribed medicines | "
    "bought: Things bought without prescription, such as pain, cough or cold remedies | "
    "herbs: Herbs or supplements | hormones: Hormones, such as birth control or steroids | nothing: Nothing else",
    "D2": "yes: Yes | no: No",
    "D3": "yes: Yes | no: No",
    "D4": "st_johns_wort: St John's wort | supplements: SAMe, 5-HTP or tryptophan | cbd: CBD or cannabis oil | "
    "other: Other | none: None",
    "D5": "started: Started | stopped: Stopped | no_change: No change",
    "E1": "never: Never | monthly: Once a month or less | few_monthly: A few times a month | "
    "few_weekly: Two or three times a week | four_weekly: Four or more times a week",
    "E2": "one_two: 1 or 2 | three_four: 3 or 4 | five_six: 5 or 6 | seven: 7 or more",
    "E3": "often: Often | sometimes: Sometimes | no: No",
    "E4": "no: No | now_and_then: Now and then | weekly: Every week | most_days: Most days",
    "F1": "past: Yes, in the past | now: Yes, right now | no: No",
    "F2": "yes: Yes | no: No",
    "F3": "yes: Yes | no: No",
    "F4": "yes: Yes | no: No",
    "F5": "past: Yes, in the past | now: Yes, now | no: No",
    "F6": "yes: Yes | no: No",
    "G1": "thyroid: Thyroid problem | anemia: Low iron, low B12 or anemia | diabetes: Diabetes | "
    "heart: Heart disease or stroke | pain: Pain that goes on for months | "
    "brain: Epilepsy, Parkinson's, MS or a head injury | calcium: High calcium | "
    "infection: HIV, syphilis or other long infection | apnea: Sleep apnea | "
    "hormones: Hormone change: pregnancy, after birth, menopause | none: None of these",
    "G2": "yes: Yes | no: No",
    "G3": "weight: Weight up or down without trying | cold: Feeling cold when others do not | "
    "heart: Fast heartbeat or shaking | pale: Pale or short of breath | tingling: Tingling or numb hands or feet | "
    "thirsty: Very thirsty, or passing much water | none: None",
    "G4": "last_year: In the last year | longer: Longer ago | never: Never",
    "G5": "worry: Strong worry or panic | trauma: Bad memories of a trauma | habits: Thoughts or habits I cannot stop "
    "| focus: Trouble with focus since childhood | eating: Eating problems | loss: A loss I cannot get past | "
    "swings: Feelings and relationships that swing fast | none: None",
    "H1": "loss: A loss | money: Money or housing | work: Work or study | caring: Caring for someone | "
    "alone: Feeling alone | conflict: Conflict at home | unsafe: Not safe at home | other: Something else | no: No",
    "H2": "eight: Yes, eight or more sessions | few: Yes, a few sessions | no: No",
    "S2": "no: No | safe: Yes, but I am safe now | act: Yes, and I may act on them",
}
ALWAYS = {"not_sure": "Not sure", "not_said": "Prefer not to say"}
SEVERAL = frozenset("B2 B3 C3 C5 D1 D4 G1 G3 G5 H1".split())
NO_NOT_SURE = frozenset({"S1"})
PARTS = {
    "A": "A1 A2 A3",
    "B": "B1 B2 B3",
    "C": "C1 C2 C3 C4 C5",
    "D": "D1 D2 D3 D4 D5",
    "E": "E1 E2 E3 E4",
    "F": "F1 F2 F3 F4 F5 F6",
    "G": "G1 G2 G3 G4 G5",
    "H": "H1 H2",
}
ASKED_FIRST = {"B": ("A1", "A2"), "C": ("A1", "A2"), "D": ("A1", "A2"), "F": ("A1", "A2")}
CLEARING = frozenset({"none", "nothing", "not_sure", "not_said"}) | {"no"}
"""In lists of several, None (and No, Nothing else), Not sure and Prefer not to say clear the others."""


def choices_of(question: str) -> dict[str, str]:
    """The choices of a question, in order, with the two that are always there."""
    own = dict(one.strip().split(": ", 1) for one in CHOICES[question].split(" | "))
    return own | {id: text for id, text in ALWAYS.items() if id != "not_sure" or question not in NO_NOT_SURE}


def has(given: Given, question: str, *wanted: str) -> bool:
    """Whether one of some choices was made."""
    return any(choice in wanted for choice in given.get(question, ()))


def none_taken(given: Given) -> bool:
    """A1 is "either None"."""
    return has(given, "A1", "none", "prescribed")


def in_the_past(given: Given) -> bool:
    """Later questions are about the last one taken."""
    return has(given, "A2", "stopped", "new")


def _after_a1(given: Given) -> str:
    return "D1" if has(given, "A1", "none") else "C3" if has(given, "A1", "prescribed") else "A2"


def _after_b1(given: Given) -> str:
    return "B2" if has(given, "B1", "few", "some", "many", "not_sure") else "B3"


def _after_c1(given: Given) -> str:
    if has(given, "A1", "two", "three", "not_sure"):
        return "C2"
    return "C3" if in_the_past(given) else "C4"


def _after_c2(given: Given) -> str:
    return "C3" if has(given, "C2", "yes") or in_the_past(given) else "C4"


def _after_d1(given: Given) -> str:
    return "D2" if has(given, "D1", "prescribed", "bought", "herbs", "hormones", "not_sure") else "D5"


def _after_e1(given: Given) -> str:
    return "E2" if given.get("E1") and not has(given, "E1", "never", "not_said") else "E4"


def _after_f1(given: Given) -> str:
    return "F2" if has(given, "F1", "past", "now", "not_sure") else _after_f2(given)


def _after_f2(given: Given) -> str:
    return "F4" if none_taken(given) else "F3"


OPENS: dict[str, Callable[[Given], str]] = {
    "A1": _after_a1,
    "B1": _after_b1,
    "C1": _after_c1,
    "C2": _after_c2,
    "C3": lambda given: "D1" if has(given, "A1", "prescribed") else "C4",
    "D1": _after_d1,
    "D3": lambda given: "D4" if has(given, "D1", "herbs") else "D5",
    "E1": _after_e1,
    "F1": _after_f1,
    "F2": _after_f2,
}
STRAIGHT_ON = {
    "S1": "A1", "A2": "A3", "A3": "B1", "B2": "B3", "B3": "C1", "C4": "C5", "C5": "D1", "D2": "D3", "D4": "D5",
    "D5": "E1", "E2": "E3", "E3": "E4", "E4": "F1", "F3": "F4", "F4": "F5", "F5": "F6", "F6": "G1", "G1": "G2",
    "G2": "G3", "G3": "G4", "G4": "G5", "G5": "H1", "H1": "H2", "H2": "S2",
}  # fmt: skip


def run(given: Given) -> list[str]:
    """The questions of a full run, in order, from S1 to S2."""
    asked = ["S1"]
    while asked[-1] != "S2":
        last = asked[-1]
        asked.append(OPENS[last](given) if last in OPENS else STRAIGHT_ON[last])
    return asked


def counting(given: Given) -> dict[str, tuple[str, ...]]:
    """The answers whose questions are asked."""
    return {id: given[id] for id in run(given) if id in given}
