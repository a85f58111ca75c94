from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trd_tui.library.search.query import expression, parse, speaks_of_danger, telling, tokens
from trd_tui.library.search.spelling import distance, likely, nearest

WORDS = ("suicid*", "die", "selfharm*", "kms")
PHRASES = (("hurt*", "myself"), ("not", "want", "live"), ("end*", "my", "life"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can't sleep", ["i", "cant", "sleep"]),
        ("I can\u2019t sleep", ["i", "cant", "sleep"]),
        ("naïve Ältere ﬁne", ["naive", "altere", "fine"]),
        ('side-effects; "ECT" (now)*', ["side", "effects", "ect", "now"]),
        ("a\0b \ud800 \U0001f600", ["a", "b"]),
        ("9-8-8", ["9", "8", "8"]),
        ("", []),
    ],
)
def test_folded_words(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what is the best way to sleep", ["best", "sleep"]),
        ("my pills don't work", ["pills", "not", "work"]),
        ("ketamine or ketamine", ["ketamine"]),
        ("what is it", ["what", "is", "it"]),
        ("why not", ["why", "not"]),
    ],
)
def test_telling_words(text: str, words: list[str]) -> None:
    assert telling(tokens(text)) == words


def test_a_query_is_cut() -> None:
    assert sum(map(len, parse("a" * 1_000_000).tokens)) == 200
    assert len(telling([f"word{n}" for n in range(50)])) == 16


@pytest.mark.parametrize(
    ("text", "typing", "open_end"),
    [("ket", True, True), ("ket", False, False), ("ket ", True, False), ("", True, False)],
)
def test_whether_the_last_word_is_still_being_typed(text: str, typing: bool, open_end: bool) -> None:
    assert parse(text, typing).open_end is open_end


def test_an_expression_has_no_operators() -> None:
    assert expression(["or"], ["side", "effects"]) == '"or" OR "side effects"'


@pytest.mark.parametrize(
    "text",
    [
        "suicidal thoughts",
        "SUICIDE",
        "sucide",
        "suiside",
        "sueicide",
        "suicde",
        "su1c1de",
        "$uicide",
        "s*icide",
        "s u i c i d e",
        "sui cide",
        "k.m.s",
        "self-harm",
        "i want to die",
        "hurting myself",
        "i might hurt or even burn myself",
        "i don't want to live",
        "i dont really want to live like this",
        "I no longer want to live",
        "ending my own life",
        "x" * 300 + " suicide",
    ],
)
def test_words_that_speak_of_danger(text: str) -> None:
    assert speaks_of_danger(text, WORDS, PHRASES)


@pytest.mark.parametrize(
    "text",
    [
        "side effects",
        "decide",
        "inside",
        "guide",
        "diet",
        "myself hurt",
        "hurt one two three four myself",
        "i want to live",
        "medicine",
        "",
        "\0",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert not speaks_of_danger(text, WORDS, PHRASES)


def test_only_the_start_of_an_endless_text_is_looked_at() -> None:
    assert not speaks_of_danger("word " * 200_000 + "die", WORDS, PHRASES)


@given(st.text(max_size=60), st.text(max_size=60))
def test_danger_is_found_inside_any_text(before: str, after: str) -> None:
    assert speaks_of_danger(f"{before} suicide {after}", WORDS, PHRASES)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("ect", "ect", 0),
        ("ketamin", "ketamine", 1),
        ("suicdie", "suicide", 1),
        ("pils", "pills", 1),
        ("abc", "xyz", 3),
        ("", "ab", 2),
    ],
)
def test_distance(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 9) == distance(other, one, 9) == slips


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 3))
def test_distance_stops_at_its_limit(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(distance(one, other, 99), limit + 1)


def test_nearest_and_likely_words() -> None:
    known = ["lithium", "litium", "alcohol", "ect-day"]
    assert nearest("litihum", known, 2) == ["lithium", "litium"]
    assert nearest("xyz", known, 1) == []
    assert likely("day", known) == ["ect-day"]
