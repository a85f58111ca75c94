"""What a scripted run is: answers, and all that must come of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict, Unpack

QUIET = {
    "S1": "go_on",
    "A1": "three", "A2": "yes", "A3": "not_at_all", "B1": "none", "B3": "none", "C1": "over_12", "C2": "no",
    "C4": "yes", "C5": "none", "D1": "nothing", "D5": "no_change", "E1": "never", "E4": "no", "F1": "no", "F2": "no",
    "F3": "no", "F4": "no", "F5": "no", "F6": "yes", "G1": "none", "G2": "no", "G3": "none", "G4": "last_year",
    "G5": "none", "H1": "no", "H2": "eight", "S2": "no",
    # Asked in no quiet run; what a change elsewhere brings up is answered quietly too.
    "B2": "other", "C3": "other", "D2": "yes", "D3": "no", "D4": "none", "E2": "one_two", "E3": "no",
}  # fmt: skip
QUIET_RUN = {
    "": "S1", "A": "A1 A2 A3", "B": "B1 B3", "C": "C1 C2 C4 C5", "D": "D1 D5", "E": "E1 E4", "F": "F1 F3 F4 F5 F6",
    "G": "G1 G2 G3 G4 G5", "H": "H1 H2", "S": "S2",
}  # fmt: skip
NO_MEDICINE = {"A": "A1", "B": "", "C": "", "F": "F1 F4 F5 F6"}
SKIP = ""
NOTHING, SKIPPED = "nothing", "skipped"


class Expected(TypedDict, total=False):
    """What must come of a run; what is left out must not come at all.

    `asked` gives, by part, the questions that differ from the quiet run. `notes` are by the question that brings them.
    `quiet` is why there are no results. `says` stands in the results and on the sheet, `never` in neither, `asks` in
    the text of a question.
    """

    asked: Mapping[str, str]
    notes: Mapping[str, str]
    results: str
    quiet: str
    says: tuple[str, ...]
    never: tuple[str, ...]
    asks: Mapping[str, str]


class Script:
    """One scripted run: the quiet run with some answers changed; `part` is the part that is asked alone."""

    def __init__(self, name: str, given: Mapping[str, str], part: str = "", **expected: Unpack[Expected]) -> None:
        self.name = name
        self.part = part
        self.given = {question: tuple(text.split()) for question, text in {**QUIET, **given}.items()}
        self.asked = " ".join({**QUIET_RUN, **expected.get("asked", {})}.values()).split()
        self.notes = {question: text.split() for question, text in expected.get("notes", {}).items()}
        self.results = [tuple(one.split()) for one in expected.get("results", "").split(", ") if one]
        self.quiet = expected.get("quiet", "")
        self.says = expected.get("says", ())
        self.never = expected.get("never", ())
        self.asks = expected.get("asks", {})

    def __repr__(self) -> str:
        return self.name


def only(text: str) -> dict[str, str]:
    """The questions of a run, given in full."""
    return {**dict.fromkeys(QUIET_RUN, ""), "": text}


SOONER = "in the next few days"
