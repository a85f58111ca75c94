from __future__ import annotations

import pytest

from trd_tui.library.rules.wording import advice_in, mentions_suicide, number_in, to_avoid


@pytest.mark.parametrize(
    "text",
    [
        "Thoughts of suicide are common.",
        "Suicidal thoughts",
        "People who self-harm",
        "Anything you might use to hurt yourself.",
        "They want to die.",
        "Thoughts of death come back.",
        "Ending your life",
    ],
)
def test_mentions(text: str) -> None:
    assert mentions_suicide(text)


@pytest.mark.parametrize(
    "text", ["It can harm the baby.", "More deaths were found.", "It makes life hard.", "End the day with a walk."]
)
def test_no_mention(text: str) -> None:
    assert not mentions_suicide(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In all, 63% did.", "63%"),
        ("It was 2.5 % of them.", "2.5 %"),
        ("About 3 in 10 people.", "3 in 10"),
        ("One in five people.", "One in five"),
        ("It was 58 in 100, against 70 in 100.", "58 in 100"),
        ("Nine out of every ten.", "Nine out of every ten"),
        ("Twelve per cent.", "per cent"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    "text",
    ["The first was cleared in 2008.", "Trial 2 in 2019.", "One in three weeks.", "From 6 to 12 times.", "Call 988."],
)
def test_what_is_no_such_number(text: str) -> None:
    assert number_in(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Stop taking it.",
        "Please stop your tablets.",
        "If it helps, double the dose.",
        "You should switch to another medicine.",
        "You can stop the pills.",
        "Start lithium today.",
        "Next: raise your dose.",
    ],
)
def test_advice(text: str) -> None:
    assert advice_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop a medicine suddenly.",
        "Never stop taking it on your own.",
        "Speak with your doctor before you stop or change a medicine.",
        "Ask: should I stop taking it?",
        "Add-on medicines help some people.",
        "They may raise, lower or stop the dose.",
        "You can change your mind.",
        "Start with a short walk.",
        "Add the name Northwestern Medicine to the search.",
        "You should know how to stop taking it.",
    ],
)
def test_no_advice(text: str) -> None:
    assert advice_in(text) == ""


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Sufferers of it know.", "Sufferers"),
        ("He suffers from it.", "suffers from"),
        ("She committed suicide.", "committed suicide"),
        ("A failed attempt.", "failed attempt"),
        ("People who failed two medicines.", "who failed"),
        ("After two failed drug treatments.", "failed drug treatments"),
        ("Non-compliant people.", "Non-compliant"),
        ("It is a miracle.", "miracle"),
        ("ECT is a last resort.", "last resort"),
        ("A chemical imbalance is the cause.", "chemical imbalance"),
    ],
)
def test_words_to_avoid(sentence: str, found: str) -> None:
    assert [words for words, _ in to_avoid(sentence)] == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "A treatment has failed to help.",
        "The old idea of a chemical imbalance.",
        "Alcoholics Anonymous has groups.",
        "It is secure and accurate.",
        "Heart failure.",
    ],
)
def test_words_that_are_fine(sentence: str) -> None:
    assert to_avoid(sentence) == []
