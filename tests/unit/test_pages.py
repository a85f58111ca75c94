from __future__ import annotations

import pytest

from trd_tui import pages
from trd_tui.citations import Citations
from trd_tui.commands import COMMANDS, Command, remapped, without_shortcuts
from trd_tui.library.store import Library
from trd_tui.model import FACTS, RECALLED, Block, Evidence, Item, Source
from trd_tui.pages import Page
from trd_tui.reading import Reading
from trd_tui.words import Words


def texts(page: Page) -> list[str]:
    return [f"{item.name}: {item.text}" if item.name else item.text for block in page.blocks for item in block.items]


def headings(page: Page) -> list[str]:
    return [block.heading for block in page.blocks]


def test_help_now_begins_with_the_numbers_of_one_country(library: Library) -> None:
    page = pages.help_now(library)
    assert page.title == "Get help now"
    assert texts(page)[0] == "Crisis line, any hour, free: Call or text 988. Chat: 988lifeline.org"
    assert headings(page)[:2] == ["United States", ""]
    assert texts(pages.help_now(library, "gb"))[0] == "Samaritans, day and night, free: Call 116 123."


@pytest.mark.parametrize("country", ["", "us", "NZ", "XX", "nowhere", "\x1b"])
def test_help_now_shows_every_country_once_whatever_is_asked_for(library: Library, country: str) -> None:
    shown = pages.help_now(library, country)
    assert sorted(filter(None, headings(shown))) == sorted(lines.country for lines in library.help.countries)
    assert {item.text for item in library.help.opening} <= set(texts(shown))


def test_keys_names_every_key_of_every_command(words: Words) -> None:
    page = pages.keys(COMMANDS, words)
    assert "F2 or h: Get help now, in a crisis" in texts(page)
    assert "F3 or /: Search" in texts(page)
    assert "n: Next place where the words you searched for stand" in texts(page)
    listed = [item.name for block in page.blocks[1:] for item in block.items]
    beside_them = ("Space", "Left or Right or Home or End", "Backspace or Delete")
    assert len(listed) == len(beside_them) + sum(bool(command.keys) for command in COMMANDS)
    assert set(beside_them) < set(listed)


def test_keys_sets_those_of_the_questions_apart(words: Words) -> None:
    page = pages.keys(COMMANDS, words)
    assert headings(page)[:-1] == ["", "", "In the questions"]
    assert [one.name for one in page.blocks[-2].items][:4] == ["Space", "1 to 9, or 0 for the tenth", "y", "Backspace"]
    there = pages.keys(COMMANDS, words, guide=True)
    assert headings(there) == ["", "In the questions", "Everywhere", headings(page)[-1]]
    assert sorted(texts(there)) == sorted(texts(page))


def lines(commands: tuple[Command, ...], words: Words, here: set[str], *, guide: bool = False) -> list[list[str]]:
    """The lines of the Keys page, group by group; "*" before those that Enter does."""
    groups = pages.key_groups(commands, words, guide=guide, here=here)
    return [[f"*{one.id}" if one.id else one.item.name for one in listed] for _, listed in groups]


def test_what_can_be_done_comes_first_and_the_rest_is_only_told(words: Words) -> None:
    in_reader = lines(COMMANDS, words, {"search", "terms", "keys"})
    assert in_reader[0] == ["F1 or ?", "*search", "*terms"]
    assert "F2 or h" in in_reader[1]
    assert in_reader[2][:3] == ["Space", "1 to 9, or 0 for the tenth", "y"]
    in_guide = lines(COMMANDS, words, {"search", "guide_why", "guide_number"}, guide=True)
    assert in_guide[0][:4] == ["Space", "1 to 9, or 0 for the tenth", "*guide_why", "Backspace"]
    assert in_guide[1] == ["*search"]
    over_guide = lines(COMMANDS, words, {"search"}, guide=True)
    assert over_guide[0] == ["*search"]


def test_a_command_without_a_key_can_be_done_from_the_keys_page(words: Words) -> None:
    here = {"terms", "next_section", "search", "guide_leave"}
    shown = [line for group in lines(without_shortcuts(COMMANDS), words, here) for line in group]
    assert {f"*{id}" for id in here - {"guide_leave"}} < set(shown)
    groups = pages.key_groups(without_shortcuts(COMMANDS), words, here=here)
    assert ("", "What the words mean") in [(one.item.name, one.item.text) for _, each in groups for one in each]
    assert "What the words mean" not in str(texts(pages.keys(without_shortcuts(COMMANDS), words)))
    assert "*guide_leave" in shown


def test_keys_shows_keys_as_they_were_remapped(words: Words) -> None:
    shown = texts(pages.keys(remapped({"sources": ["F8"], "terms": []}), words))
    assert "F8: Sources of what you are reading" in shown
    assert not any("What the words mean" in text for text in shown)


def test_plain_commands_names_every_word(words: Words) -> None:
    shown = texts(pages.plain_commands(COMMANDS, words))
    assert "help or h: Get help now, in a crisis" in shown
    assert "commands or ?: What you can press or type" in shown
    assert "search or /: Search" in shown
    assert "country: Help lines of another country" in shown
    assert len(shown) == 1 + sum(bool(command.word) for command in COMMANDS if not command.guide)


def test_plain_commands_of_the_questions_begin_with_their_own_words(words: Words) -> None:
    shown = texts(pages.plain_commands(COMMANDS, words, guide=True))
    assert shown[1] == "why or y: Why a question is asked"
    assert {"review or r: Your answers, to look at or change", "repeat: Read it again"} <= set(shown)
    assert "help or h: Get help now, in a crisis" in shown
    assert not [one for one in shown if one.startswith(("contents", "search"))]


def test_sources_of_a_section(library: Library, words: Words) -> None:
    section = library.section("ect")
    citations = pages.cited(library, section.blocks)
    page = pages.sources(section, citations, words)
    assert page.title == "Sources: Electroconvulsive therapy (ECT)"
    names = [item.name for item in page.blocks[0].items if item.name]
    assert names == [f"[{number}]" for number in range(1, len(citations.listed) + 1)] + ["[G]"] * citations.general
    shown = "\n".join(item.text for item in page.blocks[0].items)
    for source in citations.listed:
        assert f"{source.citation} Date: {source.date}.\n{source.url}" in shown


def test_a_section_without_sources_says_so(library: Library, words: Words) -> None:
    section = library.section("ect")
    page = pages.sources(section, pages.cited(library, ()), words)
    assert texts(page)[0] == "This page names no sources."


def test_the_word_list_starts_with_the_words_of_the_section(library: Library, words: Words) -> None:
    page = pages.terms(library, "ect", words)
    assert headings(page) == ["In this section", "All other words"]
    assert all(block.kind == FACTS for block in page.blocks)
    named = [item.name for block in page.blocks for item in block.items]
    assert len(named) == len(set(named)) == len(library.terms())


def test_where(library: Library, words: Words) -> None:
    page = pages.where(Reading(library, "ect-day"), words)
    assert texts(page) == [
        "Section 12.1, inside section 12 of 23.",
        "Treatment: the overview",
        "Electroconvulsive therapy (ECT)",
        "Before, on and after the day of ECT",
    ]


def test_cited_looks_up_what_the_blocks_name(library: Library) -> None:
    block = Block(FACTS, (Item("Asleep.", ("ect-02",)),))
    citations = pages.cited(library, (block for block in [block]))
    assert citations.listed
    assert all(isinstance(source, Source) for source in citations.listed)


def test_a_page_with_general_knowledge_explains_its_mark(words: Words, library: Library) -> None:
    evidence = {"known": Evidence("known", RECALLED)}
    citations = Citations([Block(FACTS, (Item("Rest.", ("known",)),))], evidence, {})
    page = pages.sources(library.section("ect"), citations, words)
    assert [item.name for item in page.blocks[0].items] == ["[G]"]
