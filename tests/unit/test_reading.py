from __future__ import annotations

import pytest

from trd_tui.errors import NotFoundError
from trd_tui.library.store import Library
from trd_tui.reading import LONGEST_HISTORY, Reading, place, place_short
from trd_tui.words import Words


@pytest.fixture
def reading(library: Library) -> Reading:
    return Reading(library)


def test_reading_starts_with_the_first_section(reading: Reading) -> None:
    assert (reading.entry.id, reading.entry.number) == ("crisis", "1")


def test_reading_starts_where_it_is_told(library: Library) -> None:
    assert Reading(library, "ect-day").entry.number == "12.1"


def test_an_unknown_section_is_told_with_the_nearest(library: Library) -> None:
    with pytest.raises(NotFoundError) as error:
        Reading(library, "etc")
    assert "etc" in error.value.message
    assert "ect" in error.value.hint


def test_next_walks_through_every_section_and_stops(reading: Reading, library: Library) -> None:
    walked = [reading.entry.id]
    while entry := reading.next():
        walked.append(entry.id)
    assert walked == [entry.id for entry in library.outline()]
    assert reading.entry.id == walked[-1]
    assert reading.next() is None


def test_previous_stops_at_the_first(reading: Reading) -> None:
    assert reading.previous() is None
    reading.open("tms")
    before = reading.previous()
    assert before is not None
    assert before.position == reading.library.entry("tms").position - 1


def test_up_goes_to_the_top_and_no_further(reading: Reading) -> None:
    reading.open("ect-day")
    assert [entry.id for entry in iter(reading.up, None)] == ["ect", "treatment"]


def test_back_retraces_the_way_and_ends(reading: Reading) -> None:
    reading.open("ect")
    reading.next()
    reading.up()
    assert [entry.id for entry in iter(reading.back, None)] == ["ect-day", "ect", "crisis"]


def test_what_was_not_read_is_not_remembered(reading: Reading) -> None:
    assert reading.open("ect", remember=False).id == reading.entry.id == "ect"
    assert reading.back() is None


def test_opening_the_same_section_leaves_no_trace(reading: Reading) -> None:
    reading.open("ect")
    reading.open("ect")
    reading.back()
    assert reading.back() is None


def test_an_unknown_section_changes_nothing(reading: Reading) -> None:
    reading.open("ect")
    with pytest.raises(NotFoundError):
        reading.open("nowhere")
    assert reading.entry.id == "ect"


def test_the_history_has_a_limit(reading: Reading) -> None:
    for _ in range(LONGEST_HISTORY):
        reading.open("ect")
        reading.open("tms")
    assert 0 < sum(1 for _ in iter(reading.back, None)) <= LONGEST_HISTORY + 1


def test_the_place_in_words(library: Library, words: Words) -> None:
    ect, day = library.entry("ect"), library.entry("ect-day")
    assert place(ect, library, words) == "Section 12 of 23"
    assert place(day, library, words) == "Section 12.1, inside section 12 of 23"
    assert place_short(day, library, words) == "12.1 of 23"
