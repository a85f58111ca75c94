"""The other scripted runs of the design's section 8: each urgent note, each cause, each part alone."""

from __future__ import annotations

from tests.guide.personas import PERSONAS
from tests.guide.script import NO_MEDICINE, NOTHING, QUIET, SKIP, SKIPPED, SOONER, Script, only

NONE_YET = Script(
    "none-yet",
    {"A1": "none"},
    asked=NO_MEDICINE,
    results="R-A1 raise",
    says=("You have tried none so far", "if the first one does not help"),
    never=("not started", "dose in the range"),
)
ALL_NOT_SAID = Script(
    "all-prefer-not-to-say",
    dict.fromkeys(QUIET, "not_said"),
    asked={"C": "C1 C4 C5"},
    quiet=SKIPPED,
    says=("You skipped these, which is fine",),
    never=("Nothing stood out", "Prefer not to say"),
)

URGENT = (
    Script("u0-calm-safe-now", {"S2": "safe"}, notes={"S2": "U0-calm"}, quiet=NOTHING, never=("thoughts",)),
    Script("u0-calm-not-sure", {"S2": "not_sure"}, notes={"S2": "U0-calm"}, quiet=NOTHING, never=("not sure",)),
    Script("u1-restless", {"B3": "restless"}, notes={"B3": "U1"}, results="R-B2 raise"),
    Script(
        "u1-restless-in-the-past",
        {"A2": "stopped", "B3": "restless"},
        asked={"C": "C1 C2 C3 C4 C5"},
        notes={"B3": "U1"},
        results="R-B2 raise",
        never=("Please do not stop on your own",),
    ),
    Script(
        "u2-dark-thoughts",
        {"B3": "worse_mood"},
        notes={"B3": "U2"},
        results="R-B2 raise",
        says=("mood got worse",),
        never=("dark thoughts", "under 25"),
    ),
    Script(
        "u2-dark-thoughts-in-the-past",
        {"A2": "new", "B3": "worse_mood"},
        asked={"C": "C1 C2 C3 C4 C5"},
        notes={"B3": "U2"},
        results="R-B0 raise, R-B2 raise",
        never=("dark thoughts",),
    ),
    Script(
        "u3-tryptophan",
        {"D1": "herbs", "D4": "supplements"},
        asked={"D": "D1 D2 D3 D4 D5"},
        notes={"D4": "U3"},
        results="R-D3 soon",
        says=("tryptophan",),
    ),
    Script(
        "u3-not-without-an-antidepressant",
        {"A1": "none", "D1": "herbs", "D4": "st_johns_wort"},
        asked={**NO_MEDICINE, "D": "D1 D2 D3 D4 D5"},
        results="R-D3 soon, R-A1 raise",
        says=(SOONER,),
    ),
    Script(
        "u3-not-where-one-was-prescribed-only",
        {"A1": "prescribed", "D1": "herbs", "D4": "supplements"},
        asked={**NO_MEDICINE, "C": "C3", "D": "D1 D2 D3 D4 D5"},
        results="R-D3 soon, R-A1 raise, R-B0 raise",
    ),
    Script(
        "u4-alcohol",
        {"E1": "four_weekly", "E2": "five_six"},
        asked={"E": "E1 E2 E3 E4"},
        notes={"E2": "U4"},
        results="R-E1 raise",
    ),
    Script("u4-other-drugs", {"E4": "most_days"}, notes={"E4": "U4"}, results="R-E2 raise"),
    Script(
        "u5-high-energy-now", {"F1": "now"}, asked={"F": "F1 F2 F3 F4 F5 F6"}, notes={"F1": "U5"}, results="R-F1 raise"
    ),
    Script("u6-voices-now", {"F5": "now"}, notes={"F5": "U6"}, results="R-F2 soon"),
    Script(
        "u7-not-safe-and-money",
        {"H1": "money unsafe"},
        notes={"H1": "U7"},
        results="R-H1 raise",
        says=("money or housing",),
        never=("safe", "800-799", "conflict"),
    ),
    Script("less-than-4-weeks", {"C1": "under_4"}, notes={"C1": "N-C1"}, results="R-C1 raise", says=("this one",)),
    Script(
        "less-than-4-weeks-in-the-past",
        {"A2": "stopped", "C1": "under_4", "C3": "cost"},
        asked={"C": "C1 C2 C3 C4 C5"},
        results="R-C1 raise",
        says=("the next one", "it cost too much"),
    ),
)

CAUSES = (
    Script("cause-a-new-one-not-started", {"A2": "new", "C3": "unsure"}, asked={"C": "C1 C2 C3 C4 C5"},
           results="R-B0 raise", says=("I was unsure about taking it",), asks={"B1": "weeks you took it"}),
    Script("cause-stopped-an-earlier-one-too-soon", {"C2": "yes", "C3": "better"}, asked={"C": "C1 C2 C3 C4 C5"},
           results="R-C1 raise", says=("I felt better", "this one")),
    Script("cause-a-change-in-another-medicine", {"D1": "prescribed", "D3": "yes"}, asked={"D": "D1 D2 D3 D5"},
           results="R-D2 raise", says=("Your mood dropped", "Note the dates", "Do not stop it on your own")),
    Script("cause-nobody-knows-the-list", {"D1": "bought hormones", "D2": "no"}, asked={"D": "D1 D2 D3 D5"},
           results="R-D1 raise", says=("Write down everything you take",)),
    Script("cause-other-herbs-and-no-word-on-the-list", {"D1": "herbs", "D2": SKIP, "D4": "other"},
           asked={"D": "D1 D2 D3 D4 D5"}, results="R-D1 raise"),
    Script("no-cause-other-herbs-on-the-list", {"D1": "herbs", "D2": "yes", "D4": "other"},
           asked={"D": "D1 D2 D3 D4 D5"}, quiet=NOTHING),
    Script("cause-cbd", {"D1": "herbs", "D4": "cbd"}, asked={"D": "D1 D2 D3 D4 D5"}, results="R-D3 soon",
           says=("CBD or cannabis oil", SOONER)),
    Script("cause-stopped-smoking", {"D5": "stopped"}, results="R-D4 raise",
           says=("You stopped smoking", "Stopping smoking is still good for you")),
    Script("cause-started-smoking", {"D5": "started"}, results="R-D4 raise", says=("You started smoking",)),
    Script("cause-drinks-to-cope", {"E1": "monthly", "E3": "sometimes"}, asked={"E": "E1 E2 E3 E4"},
           results="R-E1 raise"),
    Script("cause-five-drinks-at-a-time", {"E1": "few_monthly", "E2": "five_six"}, asked={"E": "E1 E2 E3 E4"},
           results="R-E1 raise"),
    Script("no-cause-drinks-little", {"E1": "few_weekly", "E2": "three_four"}, asked={"E": "E1 E2 E3 E4"},
           quiet=NOTHING),
    Script("not-sure-how-much-but-nothing-else", {"E1": "few_weekly", "E2": "not_sure"}, asked={"E": "E1 E2 E3 E4"},
           results="R-N find_out", says=("how much you drink",)),
    Script("not-sure-how-much-but-often", {"E1": "four_weekly", "E2": "not_sure"}, asked={"E": "E1 E2 E3 E4"},
           results="R-E1 raise", never=("not sure",)),
    Script("cause-other-drugs", {"E4": "weekly"}, results="R-E2 raise", says=("Clinicians hear this often",),
           never=("cannabis",)),
    Script("cause-wired-on-an-antidepressant", {"F3": "yes"}, results="R-F1 raise",
           says=("strong reaction to an antidepressant",), never=("times of high energy",)),
    Script("cause-not-sure-of-highs-but-others-noticed", {"F1": "not_sure", "F2": "yes"},
           asked={"F": "F1 F2 F3 F4 F5 F6"}, results="R-F1 raise", never=("not sure",)),
    Script("not-sure-of-highs", {"F1": "not_sure", "F2": "no"}, asked={"F": "F1 F2 F3 F4 F5 F6"},
           results="R-N find_out"),
    Script("cause-voices-in-the-past", {"F5": "past"}, results="R-F2 soon",
           says=(SOONER, "call the same day"), never=("today",)),
    Script("cause-no-fresh-look", {"F6": "no"}, results="R-F3 raise", says=("could a specialist review",)),
    Script("no-fresh-look-after-one", {"A1": "one", "F6": "no"}, asked={"C": "C1 C4 C5"}, results="R-A1 raise",
           says=("if this one does not help",)),
    Script("no-fresh-look-after-none", {"A1": "none", "F6": "not_sure"}, asked=NO_MEDICINE, results="R-A1 raise",
           never=("not sure",)),
    Script("cause-another-illness", {"G1": "thyroid pain"}, results="R-G1 raise",
           says=("You live with", "a thyroid problem and pain", "well controlled"), never=("maternity",)),
    Script("cause-body-changes", {"G3": "cold thirsty"}, results="R-G3 raise",
           says=("You noticed body changes", "cold"), never=("check-up for a while",)),
    Script("cause-no-check-up-ever", {"G4": "never"}, results="R-G3 raise"),
    Script("cause-other-mental-health", {"G5": "trauma eating"}, results="R-G4 raise",
           says=("bad memories of a trauma and eating problems", "it helps to treat both")),
    Script("cause-dose-lowered", {"C4": "lowered"}, results="R-C2 raise",
           says=("Your dose was lowered", "is my dose in the range", "Please do not change a dose yourself")),
    Script("cause-fast-breakdown", {"C5": "fast loose"}, results="R-C3 raise"),
    Script("cause-side-effects", {"B3": "sex flat"}, results="R-B2 raise",
           says=("sex life and feeling flat or numb", "will this pass")),
    Script("cause-strain", {"H1": "loss alone"}, results="R-H1 raise",
           says=("A lot is going on: a loss and feeling alone",)),
    Script("cause-no-talking-therapy", {"H2": "no"}, results="R-H2 raise",
           says=("You have had no talking therapy so far",)),
    Script("cause-little-talking-therapy", {"H2": "few"}, results="R-H2 raise",
           says=("You have had little talking therapy so far",)),
    Script("something-helped", {"A3": "half"}, results="R-A3 raise", says=("can we build on that",)),
    Script("something-wore-off", {"A3": "wore_off"}, results="R-A3 raise"),
    Script("nothing-taken-but-the-rest-quiet", {"A1": "not_said"}, asked={"C": "C1 C4 C5"}, quiet=NOTHING),
)  # fmt: skip

REASONS = tuple(
    Script(f"cause-missed-doses-{reason}", {"B1": "few", "B2": reason}, asked={"B": "B1 B2 B3"}, results="R-B1 raise",
           says=(says, "What would make it easier"))
    for reason, says in {
        "forgot": "reminders, a pill box or a once-a-day form", "cost": "lower-cost forms or help schemes",
        "better": "how long to go on", "no_help": "when to judge", "worry": "what the medicine does and does not do",
        "many_pills": "simpler plan", "others": "who needs to know", "side_effects": "side effects",
    }.items()
)  # fmt: skip

ONE_PART = tuple(
    Script(f"only-{part}", {}, asked=only(f"S1 {asked} S2"), quiet=NOTHING, part=part)
    for part, asked in {
        "A": "A1 A2 A3", "B": "A1 A2 B1 B3", "C": "A1 A2 C1 C2 C4 C5", "D": "A1 A2 D1 D5", "E": "E1 E4",
        "F": "A1 A2 F1 F3 F4 F5 F6", "G": "G1 G2 G3 G4 G5", "H": "H1 H2",
    }.items()
)  # fmt: skip

SCRIPTS = (*PERSONAS, NONE_YET, ALL_NOT_SAID, *URGENT, *CAUSES, *REASONS, *ONE_PART)
