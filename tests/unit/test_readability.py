from __future__ import annotations

import pytest

from trd_tui.library.rules.readability import grade, syllables, words

COUNTED = {
    1: "a the dose eye feel asked moved tried lives sites 988 FDA TRD's weeks mood tired",
    2: "able doses people wanted changes something safety useful patient million doesn't being social quiet rhythm",
    3: "medicine depression ketamine remission idea trial's-end suicide diseases hospital area serious behavior",
    4: "psychiatrist esketamine serotonin therapies-once usually suicidal situation anxiety society",
    5: "antidepressant association psychotherapy",
    6: "electroconvulsive",
}
SPOKEN = [(word, count) for count, listed in COUNTED.items() for word in listed.split()]


@pytest.mark.parametrize(("word", "count"), SPOKEN, ids=[word for word, _ in SPOKEN])
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_words_are_words_and_figures() -> None:
    assert words('About 1,000 people\u2019s "brain-scans" (3.5 %), na\u00efve.') == [
        "About", "1,000", "people\u2019s", "brain-scans", "3.5", "na\u00efve",
    ]  # fmt: skip


def test_grade_is_flesch_kincaid() -> None:
    text = "The doctor listens. You can ask for a letter."
    assert grade([text]) == pytest.approx(0.39 * 9 / 2 + 11.8 * 12 / 9 - 15.59)


def test_a_text_without_a_full_stop_ends_a_sentence() -> None:
    assert grade(["You can ask", "They listen"]) == grade(["You can ask. They listen."])


def test_no_words_have_no_grade() -> None:
    assert grade([]) == grade(["", "..."]) == 0.0


def test_longer_words_and_longer_sentences_are_harder() -> None:
    easy = grade(["You can ask. They will tell you."])
    assert (
        easy < grade(["You can ask, and they will tell you."]) < grade(["Inquiries and consultations are facilitated."])
    )
