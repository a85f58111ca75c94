"""The small guide with oddities: what can never be, what is always so, and conditions of every shape."""

from __future__ import annotations

import copy

from tests.unit.guide.small import ALWAYS, PAIN, SMALL
from trd_tui.guide.condition import And, Chosen, Not, Or
from trd_tui.guide.definition import NOT_SURE, Choice, Guide, Line, Part, Question

NEVER_SO = And((Chosen("A1", ("none",)), PAIN))
C1 = Question(
    "C1", "C", "More food", (Line("How much?"),), "More matters.", (Choice("much", "Much"), *ALWAYS),
    when=Chosen("B2", ("more",)), topic="how much", unless=And((PAIN, Chosen("A2", ("long", NOT_SURE)))),
)  # fmt: skip
D1 = Question("D1", "D", "Plan", (Line("A plan?"),), "Plans help.", (Choice("yes", "Yes"), *ALWAYS), topic="plans")


def odd() -> Guide:
    """A new guide each time."""
    guide = copy.deepcopy(SMALL)
    guide.parts = (*guide.parts, Part("C", "The food", ("A1", "B2")), Part("D", "The plan", (), ("delta",)))
    guide.questions = (*guide.questions[:-1], C1, D1, guide.safety)
    _questions(guide)
    _findings(guide)
    _notes(guide)
    guide.bring = (Line("A note.", Not(Chosen("A1", ("pain", "none")))),)
    return guide


def _questions(guide: Guide) -> None:
    guide.question("A3").when = NEVER_SO
    guide.question("A2").evidence = ("one", "two")
    guide.question("B1").ask = (Line("Sleep?", Not(Chosen("A2", ("long", "short")))),)
    guide.question("D1").also = (Line("Or none.", Not(Or((PAIN, Chosen("B1", ("yes", "no")))))),)
    guide.safety.choices[1].private = True


def _findings(guide: Guide) -> None:
    place, sleep, rash = guide.findings
    place.matters = (Line("It may.", Chosen("A1", ("ache",))), Line("Never.", NEVER_SO))
    place.ask = (Line("Never asked.", NEVER_SO), Line("Ask."), Line("Ask of sleep.", Chosen("B1", ("no",))))
    sleep.raise_ = NEVER_SO
    sleep.find_out = And((Or((PAIN, Chosen("B1", ("no",)))), Not(Chosen("B2", ("more",)))))
    rash.said = (Line("One."), Line("And no sleep.", Chosen("B1", ("no",))))
    guide.unsure.ask = (Line("Why?", PAIN),)
    guide.nothing.skipped = (Line("Skipped.", Not(PAIN)),)


def _notes(guide: Guide) -> None:
    kept = {note.id: note for note in guide.notes}
    kept["N-itch"].when = NEVER_SO
    kept["N-short"].evidence = ("three", "four")
    kept["N-unsafe"].lines = (Line("Never.", NEVER_SO), *kept["N-unsafe"].lines)
