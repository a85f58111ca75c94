"""A guide as small as it can be, with one of everything; no word of it is in the content."""

from __future__ import annotations

from typing import Any

from trd_tui.guide.condition import And, Chosen, Not, Or
from trd_tui.guide.definition import (
    HELP,
    NOT_SAID,
    NOT_SURE,
    STOP,
    URGENT,
    Choice,
    Finding,
    Fixed,
    Guide,
    Line,
    Note,
    Nothing,
    Part,
    Question,
    Welcome,
)

ALWAYS = (Choice(NOT_SURE, "Not sure"), Choice(NOT_SAID, "Not said"))
PAIN = Chosen("A1", ("pain",))

OFFER = Question(
    "O", "", "Offer", (Line("Help?"),), "Help first.",
    (Choice("help", "Help", then=HELP), Choice("go", "Go"), ALWAYS[1]), private=True,
)  # fmt: skip
A1 = Question(
    "A1", "A", "Where", (Line("Where is it?"),), "It matters.",
    (
        Choice("pain", "In pain", "pain"), Choice("itch", "In itch", "itch"), Choice("ache", "In ache", "ache"),
        Choice("rash", "In rash", "rash"), Choice("more", "In more"),
        Choice("unsafe", "Unsafe", "unsafe", private=True), Choice("none", "Nowhere", alone=True), *ALWAYS,
    ),
    several=True, topic="where it is",
)  # fmt: skip
A2 = Question(
    "A2", "A", "Since", (Line("Since when?", Not(PAIN)), Line("Since when is the pain?", PAIN)), "Time matters.",
    (Choice("long", "Long", "a long time"), Choice("short", "Short", "a short time"), *ALWAYS),
    when=Chosen("A1", ("pain", "itch")), topic="since when", unless=PAIN,
)  # fmt: skip
A3 = Question(
    "A3", "A", "How short", (Line("How short?"),), "Days count.", (Choice("days", "Days"), *ALWAYS),
    when=Chosen("A2", ("short",)),
)  # fmt: skip
B1 = Question(
    "B1", "B", "Sleep", (Line("Sleep?"),), "Sleep matters.", (Choice("yes", "Yes"), Choice("no", "No"), *ALWAYS),
    when=Not(Chosen("A1", ("none",))), topic="sleep", also=(Line("All of it, or {help}.", PAIN),),
)  # fmt: skip
B2 = Question(
    "B2", "B", "Food", (Line("Food? Or {help}."),), "Food matters.",
    (Choice("yes", "Yes"), Choice("more", "More"), *ALWAYS), several=True,
)  # fmt: skip
B3 = Question(
    "B3", "B", "Late food", (Line("Late?"),), "Days and food.", (Choice("yes", "Yes"), *ALWAYS),
    when=And((Chosen("B2", ("yes",)), Chosen("A3", ("days",)))),
)  # fmt: skip
SAFETY = Question(
    "Z", "", "Last", (Line("Safe?"),), "It matters most.",
    (Choice("yes", "Yes"), Choice("bad", "Bad", then=STOP), *ALWAYS), private=True,
)  # fmt: skip

PLACE = Finding(
    "R-place", "The place",
    (Line("You named: {A1}."), Line("You named pain.", PAIN), Line("No pain.", Not(PAIN))),
    (Line("Places matter."),), (Line("Ask about {A1}, {A2} and {A1}."),),
    soon=Chosen("A1", ("rash",)), raise_=Or((PAIN, Chosen("A1", ("itch",)))), find_out=Chosen("A1", ("ache", "pain")),
    section="beta", evidence=("two",),
)  # fmt: skip
SLEEP = Finding(
    "R-sleep", "Your sleep", (Line("You sleep."),), ask=(Line("Ask: which?"),), raise_=Chosen("B1", ("yes",)),
    find_out=Chosen("B1", ("no",)),
)  # fmt: skip
RASH = Finding("R-rash", "A rash", (Line("You have one."),), soon=Chosen("A1", ("rash",)))
UNSURE = Finding(
    "R-unsure", "Not sure", (Line("Not sure about: {topics}."),), (Line("That is all right."),), (Line("Find out?"),)
)

ITCHING = Note("N-itch", "Itching", And((Chosen("A1", ("itch",)), Chosen("B2", ("yes",)))), (Line("Call today."),))
UNSAFE = Note("N-unsafe", "Unsafe", Chosen("A1", ("unsafe",)), (Line("If so:", PAIN), Line("Call {home} or {Crisis}.")))
SHORT = Note("N-short", "Short", Chosen("A2", ("short",)), (Line("Wait."),), results=False)
CALM = Note("N-calm", "Calm", Chosen("Z", (NOT_SURE,)), (Line("Tell somebody."),), shows=HELP)
SECOND = Note("N-second", "Calm too", Chosen("Z", (NOT_SAID,)), (Line("Help."),), shows=HELP, results=False)
SLEEPLESS = Note("N-sleep", "No sleep", Chosen("B1", (NOT_SURE,)), (Line("Rest."),), results=False)
AT_ONCE = Note("N-urgent", "Now", Chosen("Z", ("bad",)), (Line("Call now."),), shows=URGENT)

WELCOME = Welcome(
    "W", "Ready?", "So you know.", (Line("Skip anything, {help}."),),
    {"start": "Start", "again": "Again", "one_part": "One part", "not_now": "Not now", "go_on": "Go on",
     "this_part": "Only {title}"},
)  # fmt: skip

SMALL = Guide(
    version="1",
    title="A small guide",
    joint="and",
    welcome=WELCOME,
    parts=(Part("A", "The place", (), ("alpha", "gamma")), Part("B", "The night", ("A1",), ("beta",))),
    questions=(OFFER, A1, A2, A3, B1, B2, B3, SAFETY),
    findings=(PLACE, SLEEP, RASH),
    unsure=UNSURE,
    nothing=Nothing(
        "R-none",
        "Your answers",
        (
            Line("Nothing stood out."),
            Line("Ask."),
        ),
        (Line("You skipped."),),
    ),
    notes=(AT_ONCE, CALM, SECOND, ITCHING, UNSAFE, SHORT, SLEEPLESS),
    bring=(Line("A list.", evidence=("one", "two")), Line("Where it hurts.", PAIN, ("two", "three"))),
    fixed=Fixed("Before.", "Group.", "End."),
)


def shown() -> Guide:
    """The small guide without private choices, so that every answer to a part can be shown again."""
    kept = [{slot: getattr(question, slot) for slot in Question.__slots__} for question in SMALL.questions]
    open_choices = [{"choices": tuple(one for one in each["choices"] if not one.private)} for each in kept]
    return changed(questions=tuple(Question(**each | some) for each, some in zip(kept, open_choices, strict=True)))


def changed(**fields: object) -> Guide:
    """The small guide with some of its fields changed."""
    kept: dict[str, Any] = {slot: getattr(SMALL, slot) for slot in Guide.__slots__}
    return Guide(**kept | fields)
