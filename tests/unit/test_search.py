from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.contents import WORDS, guide, help_now, many, small
from trd_tui.library.build import build
from trd_tui.library.content import Content
from trd_tui.library.store import Library
from trd_tui.model import TEXT, Block, Entry, Hit, Item, Results, Section, Term


def opened(content: Content) -> Library:
    db = sqlite3.connect(":memory:")
    build(content, db)
    return Library(db)


LIBRARY = opened(small())


def ids(query: str, *, typing: bool = False) -> list[str]:
    return [hit.entry.id for hit in LIBRARY.search(query, typing=typing).hits]


def hit(query: str, id: str) -> Hit:
    return next(hit for hit in LIBRARY.search(query).hits if hit.entry.id == id)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ketamine", "ketamine"),
        ("KETAMINES", "ketamine"),
        ("missing my tablets", "missed"),
        ("naive", "alcohol"),
        ("shock treatment", "ect"),
        ("electroshock", "ect"),
        ("does shock treatment hurt", "ect"),
        ("talking cure", "talking"),
        ("pills", "medicine"),
        ("forced to talk", "talking"),
        ("memory loss after ect", "ect"),
        ("what is ECT", "ect"),
        ("depression", "intro"),
    ],
)
def test_the_best_section_comes_first(query: str, first: str) -> None:
    assert ids(query)[0] == first


def test_sections_that_hold_more_of_the_words_come_first() -> None:
    assert ids("memory loss")[:2] == ["ect", "ketamine"]
    assert ids("ketamine loss")[:2] == ["ketamine", "ect"]


@pytest.mark.parametrize(
    ("start", "id"), [("ket", "ketamine"), ("medici", "medicine"), ("alcoh", "alcohol"), ("shock tr", "ect")]
)
def test_while_typing_the_last_word_is_the_start_of_one(start: str, id: str) -> None:
    assert ids(start, typing=True)[0] == id


def test_a_start_counts_while_typing_and_where_nothing_else_is_found() -> None:
    assert ids("alcoh", typing=True) == ids("alcoh") != []
    assert ids("tablets alcoh") == ids("tablets")


def test_one_main_section_does_not_flood_the_first_three() -> None:
    found = ids("tablets medicines weaker ketamine talk")[:3]
    assert len({id if id not in ("missed", "alcohol") else "medicine" for id in found}) == 3


def test_a_limit_cuts_the_results() -> None:
    assert len(LIBRARY.search("memory medicine depression", limit=2).hits) == 2
    assert LIBRARY.search("memory", limit=0).hits == ()
    assert len(opened(many(90)).search("depression", limit=70).hits) == 70


def test_the_sentence_that_holds_most_of_the_words() -> None:
    assert hit("side effects", "medicine").sentence == "Side effects of medicines often pass."
    assert hit("memory", "ketamine").sentence == "Your memory is safe."


def test_without_the_words_a_sentence_that_says_something() -> None:
    assert hit("shock treatment", "ect").sentence == "Memory loss mostly clears."


def test_surface_words_to_mark() -> None:
    assert hit("missing tablet", "missed").marked == ("missed", "missing", "tablets")
    assert "ect" in hit("shock treatment", "ect").marked


@pytest.mark.parametrize(
    ("query", "id", "reason"),
    [
        ("shock treatment", "ect", '"shock treatment": see ECT'),
        ("will they shock me", "ect", '"they shock me": see ECT'),
        ("pill", "missed", '"pill": see tablet'),
        ("ect", "ect", ""),
        ("shock treatment ect", "ect", ""),
        ("tablets", "medicine", ""),
        ("alcohl medicine", "alcohol", "alcohl: read as alcohol"),
    ],
)
def test_why_a_section_was_found(query: str, id: str, reason: str) -> None:
    assert hit(query, id).reason == reason


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("ketamin e", "ketamine"),
        ("alcohl", "alcohol"),
        ("talkingtherapy", "talking therapy"),
        ("what is electroshok", "what is electroshock"),
        ("zzzzzz", ""),
        ("the", ""),
    ],
)
def test_a_spelling_to_try_when_nothing_is_found(query: str, suggestion: str) -> None:
    results = LIBRARY.search(query)
    assert results.suggestion == suggestion
    assert results.hits == ()


def test_what_is_suggested_is_found() -> None:
    for query in ("ketamin e", "alcohl", "electroshok"):
        assert LIBRARY.search(LIBRARY.search(query).suggestion).hits


def test_a_slip_among_known_words_is_read_silently() -> None:
    results = LIBRARY.search("alcohl medicine")
    assert results.suggestion == ""
    assert results.hits[0].entry.id == "alcohol"


def test_a_title_counts_as_much_as_a_sentence() -> None:
    """The page of a treatment comes before a page that only speaks of it, even if it never says its name."""
    named = Section(Entry(1, "named", "2", "Zapomine", "Zapomine", 0, "", 0), (Block(TEXT, (Item("It is a drip."),)),))
    told = Section(
        Entry(0, "told", "1", "Drips", "Drips", 0, "", 0), (Block(TEXT, (Item("Zapomine can be a drip. Ask."),)),)
    )
    library = opened(Content("en", (told, named), {}, {}, (), help_now(), dict(WORDS), guide()))
    assert [hit.entry.id for hit in library.search("zapomine").hits] == ["named", "told"]


def test_a_name_typed_with_its_own_signs_needs_no_reason() -> None:
    content = small()
    content.terms = (Term("star", "STAR*D", "A study.", "intro", also=("STARD",)),)
    library = opened(content)
    assert library.search("STAR*D").hits[0].reason == ""
    assert library.search("stard").hits[0].reason == '"STARD": see STAR*D'


def test_a_word_is_not_split_into_small_words() -> None:
    assert LIBRARY.search("yourmemory").suggestion == ""
    assert LIBRARY.search("safedrip").suggestion == "safe drip"


def test_help_and_what_is_unknown_are_not_searched() -> None:
    assert ids("zebra") == []
    assert ids("tea") == []


def test_a_term_that_leads_nowhere_does_no_harm() -> None:
    assert ids("moonlight ketamine")[0] == "ketamine"


@pytest.mark.parametrize("query", ["suicide", "I don't want to live", "x" * 300 + " hurt myself", "su1cide"])
def test_danger(query: str) -> None:
    assert LIBRARY.search(query).danger
    assert LIBRARY.search(query, typing=True).danger


@pytest.mark.parametrize("query", ["ketamine", "side effects", ""])
def test_no_danger(query: str) -> None:
    assert not LIBRARY.search(query).danger


@pytest.mark.parametrize("query", ["", " ", "...", "\U0001f600", "\ud800", "\0", "*", '"', "'"])
def test_a_query_without_a_word_finds_nothing(query: str) -> None:
    assert LIBRARY.search(query).hits == ()


@pytest.mark.parametrize(
    "query",
    [
        "ketamine AND",
        "NOT ketamine",
        "OR ketamine",
        'ketamine"',
        '"ketamine',
        "ketamine*",
        "^ketamine",
        "{title}: ketamine",
        "(ketamine",
        "NEAR(ketamine)",
        "ketamine\0",
        "text:ketamine",
        "-ketamine",
        "ketamine;--",
    ],
)
def test_no_operator_gets_through(query: str) -> None:
    assert ids(query)[0] == "ketamine"


def test_a_megabyte_is_a_query_too() -> None:
    assert ids("ketamine " * 120_000)[0] == "ketamine"
    assert ids("x" * 1_000_000) == []


@given(query=st.text(max_size=250), typing=st.booleans())
@example(query="AND OR NOT NEAR", typing=True)
@example(query="\ud83d \udc00", typing=True)
@example(query="\U0001e900 \u0130 \ufdfa ½ ǅ", typing=False)
@example(query="ketamin e the", typing=True)
@example(query="not", typing=True)
def test_any_text_gives_results(query: str, typing: bool) -> None:
    results = LIBRARY.search(query, typing=typing)
    assert isinstance(results, Results)
    assert results.query == query
    assert len({hit.entry.id for hit in results.hits}) == len(results.hits)


@given(
    st.lists(
        st.sampled_from("shock ect pill my not ketamin memory talking t the e suicide 988 \u2019s".split()), max_size=9
    )
)
def test_any_mix_of_known_and_unknown_words_gives_results(words: list[str]) -> None:
    for typing in (False, True):
        for hit in LIBRARY.search(" ".join(words), typing=typing).hits:
            assert hit.sentence


def test_an_article_without_sections_or_terms_can_be_searched() -> None:
    assert opened(many(0)).search("anything").hits == ()
    assert len(opened(many(1)).search("depression").hits) == 1
