"""What the design says that answers give: results with their states, and urgent notes. Written from its text alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.guide.design import Given, counting, has, in_the_past, none_taken, run

SOON, RAISE, FIND_OUT = "soon", "raise", "find_out"
State = Callable[[Given], str]


def _raise(question: str, *choices: str) -> State:
    return lambda given: RAISE if has(given, question, *choices) else ""


def _raise_or_find(question: str, *choices: str) -> State:
    def state(given: Given) -> str:
        return RAISE if has(given, question, *choices) else FIND_OUT if has(given, question, "not_sure") else ""

    return state


def _not_started(given: Given) -> str:
    return RAISE if has(given, "A1", "prescribed") or has(given, "A2", "new") else ""


def _time(given: Given) -> str:
    if has(given, "C1", "under_4", "four_five") or has(given, "C2", "yes"):
        return RAISE
    return FIND_OUT if has(given, "C1", "not_sure") or has(given, "C2", "not_sure") else ""


def _full_list(given: Given) -> str:
    if has(given, "D2", "no") or (has(given, "D4", "other") and not has(given, "D2", "yes")):
        return RAISE
    return FIND_OUT if has(given, "D2", "not_sure") else ""


def _alcohol(given: Given) -> str:
    often = has(given, "E1", "four_weekly")
    much = has(given, "E2", "five_six", "seven")
    return RAISE if often or much or has(given, "E3", "often", "sometimes") else ""


def _high(given: Given) -> str:
    own = has(given, "F1", "past", "now") or has(given, "F2", "yes")
    return RAISE if own or has(given, "F3", "yes") or has(given, "F4", "yes") else ""


def _fresh_look(given: Given) -> str:
    if not has(given, "A1", "two", "three", "not_sure"):
        return ""
    return _raise_or_find("F6", "no")(given)


def _body(given: Given) -> str:
    if has(given, "G3", "weight", "cold", "heart", "pale", "tingling", "thirsty"):
        return RAISE
    return _raise_or_find("G4", "longer", "never")(given)


def unsure_of(given: Given) -> list[str]:
    """The questions for R-N: where Not sure is named by no result of their own, or by one that is not shown."""
    named = ["A1", "B1", "C1", "C2", "C4", "D2", "F6", "G2", "G4", "S1", "S2"]
    named += ["D1"] * bool(_full_list(given)) + ["E1", "E2", "E3"] * bool(_alcohol(given))
    named += ["F1"] * has(given, "F2", "yes")
    return [id for id in run(given) if id not in named and has(given, id, "not_sure")]


STATES: dict[str, State] = {
    "R-A1": _raise("A1", "none", "prescribed", "one"),
    "R-A2": lambda given: FIND_OUT if has(given, "A1", "not_sure") else "",
    "R-A3": _raise("A3", "half", "wore_off"),
    "R-B0": _not_started,
    "R-B1": _raise_or_find("B1", "few", "some", "many"),
    "R-B2": _raise("B3", "sex", "sleep", "weight", "stomach", "flat", "tired", "restless", "worse_mood", "other"),
    "R-C1": _time,
    "R-C2": _raise_or_find("C4", "same", "lowered"),
    "R-C3": _raise("C5", "surgery", "gut", "loose", "fast"),
    "R-D1": _full_list,
    "R-D2": _raise("D3", "yes"),
    "R-D3": lambda given: SOON if has(given, "D4", "st_johns_wort", "supplements", "cbd") else "",
    "R-D4": _raise("D5", "started", "stopped"),
    "R-E1": _alcohol,
    "R-E2": _raise("E4", "now_and_then", "weekly", "most_days"),
    "R-F1": _high,
    "R-F2": lambda given: SOON if has(given, "F5", "past", "now") else "",
    "R-F3": _fresh_look,
    "R-G1": lambda given: RAISE if given.get("G1") and not has(given, "G1", "none", "not_sure", "not_said") else "",
    "R-G2": _raise_or_find("G2", "yes"),
    "R-G3": _body,
    "R-G4": lambda given: RAISE if given.get("G5") and not has(given, "G5", "none", "not_sure", "not_said") else "",
    "R-H1": _raise("H1", "loss", "money", "work", "caring", "alone", "conflict", "other"),
    "R-H2": _raise("H2", "few", "no"),
    "R-N": lambda given: FIND_OUT if unsure_of(given) else "",
}


def results(given: Given) -> list[tuple[str, str]]:
    """Results and states in the order of the table: raise soon first, then under a heading for each state."""
    live = counting(given)
    shown = [(id, state) for id, of in STATES.items() if (state := of(live))]
    return sorted(shown, key=lambda one: (SOON, RAISE, FIND_OUT).index(one[1]))


NOTES: dict[str, Callable[[Given], bool]] = {
    "U0-calm": lambda given: has(given, "S2", "safe", "not_sure"),
    "U0-urgent": lambda given: has(given, "S2", "act"),
    "U1": lambda given: has(given, "B3", "restless"),
    "U2": lambda given: has(given, "B3", "worse_mood"),
    "U3": lambda given: has(given, "D4", "st_johns_wort", "supplements") and not none_taken(given),
    "U4": lambda given: (
        (has(given, "E1", "four_weekly") and has(given, "E2", "five_six", "seven")) or has(given, "E4", "most_days")
    ),
    "U5": lambda given: has(given, "F1", "now"),
    "U6": lambda given: has(given, "F5", "now"),
    "U7": lambda given: has(given, "H1", "unsafe"),
    "N-C1": lambda given: has(given, "C1", "under_4") and not in_the_past(given),
}


def notes(given: Given) -> set[str]:
    """The notes that answers call for, N-C1 being what is also shown with C1."""
    live = counting(given)
    return {id for id, holds in NOTES.items() if holds(live)}
