from __future__ import annotations

from trd_tui.citations import Citations
from trd_tui.model import RECALLED, SEED, TEXT, VERIFIED, Block, Evidence, Item, Source
from trd_tui.words import Words

EVIDENCE = {
    "one": Evidence("one", VERIFIED, ("first", "second")),
    "two": Evidence("two", SEED, ("second",)),
    "known": Evidence("known", RECALLED),
    "read-on": Evidence("read-on", RECALLED, ("third",)),
    "lost": Evidence("lost", VERIFIED, ("nowhere",)),
}
NAMES = ("first", "second", "third")
SOURCES = {name: Source(name, f"{name.title()} 2020", f"{name} citation", "2020") for name in NAMES}


def cite(*items: Item) -> Citations:
    return Citations([Block(TEXT, items)], EVIDENCE, SOURCES)


def test_sources_are_numbered_by_first_use() -> None:
    two, one = Item("b", ("two",)), Item("a", ("one",))
    citations = cite(two, one)
    assert [source.id for source in citations.listed] == ["second", "first"]
    assert citations.marks(two) == "[1]"
    assert citations.marks(one) == "[1] [2]"


def test_general_knowledge_has_its_own_mark() -> None:
    known, read_on = Item("a", ("known",)), Item("b", ("read-on", "two"))
    citations = cite(known, read_on)
    assert citations.general
    assert citations.marks(known) == "[G]"
    assert citations.marks(read_on) == "[1] [2] [G]"


def test_without_evidence_there_is_no_mark(words: Words) -> None:
    item = Item("We do not know.", unknown=True)
    citations = cite(item)
    assert (citations.marks(item), citations.general, citations.listed) == ("", False, [])
    assert citations.studied(item, words) == ""


def test_who_was_studied_stands_with_each_source_once(words: Words) -> None:
    item = Item("6 in 10", ("one", "two"), who="10 people")
    assert cite(item).studied(item, words) == "Studied: 10 people. Source: First 2020; Second 2020."


def test_two_sources_with_one_name_are_named_once(words: Words) -> None:
    item = Item("6 in 10", ("one",), who="10 people")
    same = {name: Source(name, "Mayo Clinic 2020", f"{name} citation", "2020") for name in NAMES}
    citations = Citations([Block(TEXT, (item,))], EVIDENCE, same)
    assert citations.studied(item, words) == "Studied: 10 people. Source: Mayo Clinic 2020."


def test_an_id_that_leads_nowhere_is_left_out() -> None:
    item = Item("a", ("lost", "missing", "two"))
    assert cite(item).marks(item) == "[1]"
