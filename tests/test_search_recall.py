"""Search in patients' own words, written without sight of the word list.

Method and word list have learned from what was missed at first, so this guards what was reached; it is no measure of
queries that nobody has tried.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from trd_tui.library.store import Library

FILES = ("search_queries.yaml", "search_queries_later.yaml")
QUERIES = {name: yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8")) for name in FILES}
FIRST = 3
WANTED = 0.95


@pytest.mark.parametrize("file", FILES)
def test_recall_in_the_first_three_results(library: Library, file: str) -> None:
    """A result counts when its main section is one that a fair judge accepts."""
    asked = QUERIES[file]["queries"]
    missed = {
        one["query"]: found for one in asked if not set(found := _mains(library, one["query"])) & set(one["sections"])
    }
    recall = 1 - len(missed) / len(asked)
    print(f"recall@{FIRST} {recall:.3f} of {len(asked)}; missed: {missed}")
    assert recall >= WANTED, missed


@pytest.mark.parametrize("file", FILES)
def test_danger_puts_help_above_the_results(library: Library, file: str) -> None:
    missed = [query for query in QUERIES[file]["danger"] if not library.search(query).danger]
    assert not missed


@pytest.mark.parametrize("name", ["esketamine", "electroconvulsive", "ketamine", "botulinum", "lithium", "bupropion"])
def test_a_name_leads_to_its_page_from_its_fourth_letter_on(library: Library, name: str) -> None:
    page = library.search(name).hits[0].entry.id
    assert name in library.entry(page).title.casefold()
    for end in range(4, len(name) + 1):
        found = [hit.entry.id for hit in library.search(name[:end], typing=True).hits[:3]]
        assert page in found, name[:end]


def test_what_is_shown_for_a_name_speaks_of_it(library: Library) -> None:
    for hit in library.search("ect").hits[:3]:
        assert "ect" in f"{hit.entry.title} {hit.sentence}".casefold(), hit.entry.id


@pytest.mark.parametrize("query", ["tms or ect", "vns dbs", "lithium or tms"])
def test_of_two_treatments_one_page_at_least_comes_up(library: Library, query: str) -> None:
    found = {hit.entry.short.casefold() for hit in library.search(query).hits[:3]}
    assert found & set(query.split()), found


def _mains(library: Library, query: str) -> list[str]:
    """Ids of the whole-number sections of the first results, best first."""
    hits = library.search(query).hits[:FIRST]
    return [next(entry.id for entry in reversed(library.path(hit.entry.id)) if "." not in entry.number) for hit in hits]
