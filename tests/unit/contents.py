"""A small article made by hand, for tests of the library: six main sections, one of them with two pages inside."""

from __future__ import annotations

from trd_tui.guide.condition import And, Chosen, Not, Or
from trd_tui.guide.definition import Choice, Finding, Fixed, Guide, Line, Note, Nothing, Part, Question, Welcome
from trd_tui.library.content import Content
from trd_tui.model import (
    FACTS,
    HELP,
    KEY_POINTS,
    TEXT,
    TO_DO,
    Block,
    Entry,
    Evidence,
    HelpLines,
    HelpNow,
    Item,
    Section,
    Short,
    Source,
    Term,
)

WORDS = {
    "title": "A small article",
    "search.reason": '"{asked}": see {short}',
    "search.reason_spelling": "{typed}: read as {meant}",
}


def small() -> Content:
    """The article, its evidence, sources, terms, help and words."""
    return Content("en", _sections(), _evidence(), _sources(), _terms(), help_now(), dict(WORDS), guide())


def guide() -> Guide:
    """A guide of the offer, one question and the safety question, with one finding and one note."""
    choices = (Choice("yes", "Yes", "a yes"), Choice("not_sure", "Not sure"), Choice("not_said", "Prefer not to say"))
    help, stop = Choice("help", "Show help", private=True, then="help"), Choice("act", "Yes", private=True, then="stop")
    said = (Line("You said {A1}.", Chosen("A1", ("yes",)), ("help-1",)),)
    return Guide(
        "1",
        "Questions",
        "and",
        Welcome("S0", "Ready?", "So you know.", (Line("Skip anything."),), {"start": "Start"}),
        (Part("A", "Sleep", (), ("intro",)),),
        (
            Question("S1", "", "Help", (Line("Show help?"),), "Help is first.", (help,), private=True),
            Question("A1", "A", "Sleep", (Line("Do you sleep?"),), "It matters.", choices, ("help-1",), several=True),
            Question("S2", "", "Safety", (Line("Are you safe?"),), "It matters.", (stop,), private=True),
        ),
        (Finding("R-A1", "Sleep", said, raise_=Not(Or((Chosen("A1", ("not_sure",)),))), section="intro"),),
        Finding("R-N", "Not sure", (Line("Not sure: {topics}."),)),
        Nothing("R-0", "Nothing", (Line("Nothing stood out."),), (Line("All was skipped."),)),
        (Note("U1", "Now", And((Chosen("S2", ("act",)),)), (Line("Get help."),), "urgent", results=False),),
        (Line("A list."),),
        Fixed("Before.", "Group.", "End."),
    )


def help_now() -> HelpNow:
    """A crisis screen with one country and a few words of danger."""
    numbers = (Item("Call or text 988.", ("help-1",), name="Crisis line"),)
    short = Short("call or text 988", "call 911", "call the shelter line", "988")
    lines = HelpLines("US", "United States", numbers, short)
    opening = (Item("You are not alone.", ("help-1",)),)
    phrases = (("hurt*", "myself"), ("not", "want", "live"))
    return HelpNow("Get help now", opening, "Help is one key away.", "988", "US", (lines,), ("suicid*", "die"), phrases)


def many(count: int) -> Content:
    """An article of so many sections, each with a number word of its own in it."""
    sections = (
        Section(
            _entry(place, f"s{place}", str(place + 1), f"About part {place}"), (_text(f"Word{place} and depression."),)
        )
        for place in range(count)
    )
    return Content("en", tuple(sections), {}, {}, (), help_now(), dict(WORDS), guide())


def _sections() -> tuple[Section, ...]:
    return (
        _section(
            0, "intro", "1", "What it is", "", "Depression that stays is common. Nobody is at fault for depression."
        ),
        _section(
            1, "medicine", "2", "Medicine", "", "Tablets need time. Side effects of medicines often pass.", inside=2
        ),
        _section(
            2, "missed", "2.1", "Missed doses", "medicine", "Missing tablets makes medicines weaker. Tell your doctor."
        ),
        _section(3, "alcohol", "2.2", "Alcohol", "medicine", "Alcohol makes medicines weaker. Ask about naïve plans."),
        _section(
            4, "ect", "3", "Electroconvulsive therapy (ECT)", "", "You sleep. Memory loss mostly clears.", short="ECT"
        ),
        _section(5, "ketamine", "4", "Ketamine", "", "Ketamine acts fast. Ketamine is a drip. Your memory is safe."),
        _section(6, "talking", "5", "Talking therapy", "", "A therapist listens. You can't be forced to talk."),
        Section(_entry(7, "crisis", "6", "Get help now"), _crisis()),
    )


def _section(
    place: int, id: str, number: str, title: str, parent: str, text: str, *, short: str = "", inside: int = 0
) -> Section:
    blocks = (
        Block(KEY_POINTS, (Item(text.partition(". ")[0] + ".", (f"{id}-1",)),)),
        Block(TEXT, (Item(text, (f"{id}-1", f"{id}-2"), who="100 people"),), "In short"),
        Block(TO_DO, (Item("We have no facts on tea.", unknown=True),)),
    )
    return Section(_entry(place, id, number, title, parent, short, inside), blocks)


def _crisis() -> tuple[Block, ...]:
    lines = (Item("Call or text 988.", ("help-1",), name="Crisis line"),)
    return (_text("Suicide can be prevented."), Block(HELP, (Item("Zebra is one key away."),)), Block(FACTS, lines))


def _text(text: str) -> Block:
    return Block(TEXT, (Item(text, ("help-1",)),))


def _entry(place: int, id: str, number: str, title: str, parent: str = "", short: str = "", inside: int = 0) -> Entry:
    return Entry(place, id, number, title, short, number.count("."), parent, inside)


def _evidence() -> dict[str, Evidence]:
    ids = [
        f"{id}-{n}" for id in ("intro", "medicine", "missed", "alcohol", "ect", "ketamine", "talking") for n in (1, 2)
    ]
    listed = {id: Evidence(id, "verified", ("first2020", "second"), recheck=True) for id in ids}
    return {**listed, "help-1": Evidence("help-1", "recalled", (), caution=True, left_out="not yet")}


def _sources() -> dict[str, Source]:
    first = Source("first2020", "First 2020", "First A. A study.", "2020", "https://example.org/first")
    return {"second": Source("second", "Second", "Second B. A book.", "2021"), "first2020": first}


def _terms() -> tuple[Term, ...]:
    ect_names = ("shock treatment", "electroshock", "they shock me")
    return (
        Term("ect", "electroconvulsive therapy", "A treatment under anesthetic.", "ect", "ECT", ect_names, ("ect-1",)),
        Term("tablet", "tablet", "A medicine to swallow.", "medicine", also=("pill", "my pills do not work")),
        Term("talk", "talking therapy", "Talking with a therapist.", "talking", also=("talking cure", "shrink")),
        Term("far", "something far away", "It leads nowhere.", "nowhere", also=("moonlight",)),
    )
