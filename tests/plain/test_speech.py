from __future__ import annotations

import pytest

from trd_tui.library.store import Library
from trd_tui.model import FACTS, Block, Hit, Item, Results
from trd_tui.pages import Page
from trd_tui.plain import speech
from trd_tui.sentences import sentences


def found(library: Library, count: int, query: str = "shock", *, danger: bool = False) -> list[str]:
    hits = tuple(Hit(library.entry("ect"), f"Sentence {number}.") for number in range(count))
    return list(speech.results(library, Results(query, hits, danger)))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        pytest.param(1, "1 found for shock.", id="one"),
        pytest.param(2, "2 found for shock.", id="two"),
        pytest.param(speech.MOST_RESULTS, f"The {speech.MOST_RESULTS} best for shock.", id="perhaps more"),
    ],
)
def test_results_begin_with_their_count(library: Library, count: int, said: str) -> None:
    assert found(library, count)[0] == said


def test_each_result_has_its_number_its_sentence_and_its_reason(library: Library) -> None:
    hit = Hit(library.entry("ect"), "Asleep.", "ECT: also called shock")
    lines = list(speech.results(library, Results("shock", (hit, Hit(library.entry("tms"), "Awake.")))))
    assert lines[1:] == [
        "1 Electroconvulsive therapy (ECT)",
        "Asleep.",
        "ECT: also called shock",
        "2 Transcranial magnetic stimulation (TMS)",
        "Awake.",
    ]


def test_danger_comes_before_everything(library: Library) -> None:
    assert found(library, 1, danger=True)[:2] == sentences(library.help.mention)


def test_a_long_query_is_cut_where_it_is_said(library: Library) -> None:
    assert len(found(library, 1, "x" * 4000)[0]) < 250


def test_the_contents_lists_the_numbered_sections_only(library: Library) -> None:
    lines = list(speech.contents(library))
    assert [line.split()[0] for line in lines[1:]] == [str(number) for number in range(1, library.total + 1)]


def test_every_section_begins_with_its_title_and_place_and_ends_with_what_comes_next(library: Library) -> None:
    for entry in library.outline():
        lines = list(speech.section(library, entry))
        assert lines[0].startswith(entry.title)
        assert f" Section {entry.number}" in lines[0]
        assert lines[-1].startswith(f"End of section {entry.number}. ")
        assert all(line.isprintable() and line == line.strip() and line for line in lines)
        assert not any(end in line for line in lines for end in ("?.", "..", " ,", ". ."))


def test_the_last_section_says_that_it_is(library: Library) -> None:
    last = library.entry_at(library.count - 1)
    assert list(speech.section(library, last))[-1] == f"End of section {last.number}. This was the last section."


def test_no_line_of_a_section_holds_marks(library: Library) -> None:
    text = "\n".join(line for entry in library.outline() for line in speech.section(library, entry))
    assert "[" not in text


def test_every_number_is_followed_by_who_was_studied(library: Library) -> None:
    section = library.section("ect")
    lines = list(speech.section(library, section.entry))
    numbers = [item for block in section.blocks for item in block.items if item.who]
    assert len(numbers) > 1
    for item in numbers:
        place = next(n for n, line in enumerate(lines) if line and item.text.endswith(line))
        assert lines[place + 1] == f"Studied: {item.who}."
        assert lines[place + 2].startswith("Source: ")


def test_general_knowledge_is_named(library: Library) -> None:
    assert any("general medical knowledge" in line for line in speech.section(library, library.entry("ect")))


def test_a_page_begins_with_its_title(library: Library) -> None:
    page = Page("x", "What is it?", (Block(FACTS, (Item("Call 988.", name="Canada"),)),))
    assert list(speech.page(page, library.words)) == ["What is it?", "Canada: Call 988."]


def test_every_name_of_a_term_finds_it(library: Library) -> None:
    for term in library.terms()[::10]:
        for name in filter(None, (term.term, term.short.upper(), *term.also[-2:])):
            assert term.meaning in " ".join(speech.meanings(library, name, "")), name
