from __future__ import annotations

import json
from pathlib import Path

import pytest

from trd_tui import output
from trd_tui.errors import NotFoundError
from trd_tui.glyphs import ASCII, UNICODE
from trd_tui.layout import cells
from trd_tui.library.store import Library
from trd_tui.model import Hit, Results


def test_the_outline_is_a_line_a_section(library: Library) -> None:
    lines = output.outline(library).splitlines()
    assert len(lines) == library.count
    assert lines[0] == "1 crisis: Get help now"
    assert "  12 ect: Electroconvulsive therapy (ECT)" in lines
    assert "    12.1 ect-day: Before, on and after the day of ECT" in lines


def test_the_outline_as_a_value(library: Library) -> None:
    value = output.outline_value(library)
    assert value[0] == {"id": "crisis", "number": "1", "level": 0, "parent": "", "title": "Get help now"}
    by_id = {one["id"]: one for one in value}
    assert (by_id["ect-day"]["level"], by_id["ect-day"]["parent"]) == (2, "ect")
    json.dumps(value)


def test_show_one_section(library: Library) -> None:
    text = output.show(library, "ect", 72, UNICODE, with_sources=False)
    assert text.startswith("Electroconvulsive therapy (ECT)\n\nKey points\n  • You are asleep")
    assert text.endswith("\n")
    assert "Studied: " in text
    assert "Sources: " not in text


def test_show_with_sources(library: Library) -> None:
    text = output.show(library, "ect", 72, UNICODE, with_sources=True)
    assert "Sources: Electroconvulsive therapy (ECT)\n" in text
    assert "[1]: " in text


def test_show_all_holds_every_section_in_order(library: Library) -> None:
    text = "\n" + output.show(library, "all", 100, UNICODE, with_sources=False)
    places = [text.index(f"\n{entry.number} {entry.title}\n") for entry in library.outline()]
    assert len(places) == library.count
    assert len(text.split()) > 7000


@pytest.mark.parametrize("width", [1, 7, 20, 40, 200])
def test_show_keeps_to_the_width(library: Library, width: int) -> None:
    lines = output.show(library, "ect-day", width, UNICODE, with_sources=True).splitlines()
    assert max(map(cells, lines)) <= width


def test_show_in_ascii(library: Library) -> None:
    assert output.show(library, "all", 80, ASCII, with_sources=True).isascii()


def test_show_an_unknown_section(library: Library) -> None:
    with pytest.raises(NotFoundError) as error:
        output.show(library, "ekt", 80, UNICODE, with_sources=False)
    assert "ect" in error.value.hint


def test_a_section_as_a_value(library: Library) -> None:
    value = output.show_value(library, "ect")
    assert isinstance(value, dict)
    assert (value["id"], value["number"], value["parent"]) == ("ect", "12", "treatment")
    first = value["blocks"][0]
    assert first["kind"] == "key_points"
    assert set(first["items"][0]) == {"name", "text", "who", "marks", "evidence", "unknown"}
    assert [source["number"] for source in value["sources"]] == list(range(1, len(value["sources"]) + 1))
    json.dumps(value)


def test_everything_as_a_value(library: Library) -> None:
    value = output.show_value(library, "all")
    assert isinstance(value, list)
    assert [one["id"] for one in value] == [entry.id for entry in library.outline()]


def results(library: Library, *, danger: bool = False) -> Results:
    entry = library.entry("ect")
    return Results("shock", (Hit(entry, "A short seizure.", "ECT: also called shock"), Hit(entry, "Asleep.")), danger)


def test_search_results_as_text(library: Library) -> None:
    assert output.search(library, results(library)).splitlines() == [
        "ect: Electroconvulsive therapy (ECT)",
        "    A short seizure.",
        "    (ECT: also called shock)",
        "ect: Electroconvulsive therapy (ECT)",
        "    Asleep.",
    ]


def test_danger_puts_help_above_the_results(library: Library) -> None:
    assert output.search(library, results(library, danger=True)).startswith(library.help.mention + "\nect: ")
    assert output.search(library, Results("x", (), danger=True)) == library.help.mention + "\n"
    assert output.search_value(library, results(library, danger=True))["help_now"] == library.help.mention


def test_search_results_as_a_value(library: Library) -> None:
    value = output.search_value(library, results(library))
    assert (value["query"], value["help_now"], value["suggestion"]) == ("shock", "", "")
    assert isinstance(value["results"], list)
    assert value["results"][0] == {
        "id": "ect",
        "number": "12",
        "level": 1,
        "parent": "treatment",
        "title": "Electroconvulsive therapy (ECT)",
        "sentence": "A short seizure.",
        "reason": "ECT: also called shock",
    }


@pytest.mark.parametrize(
    ("query", "suggestion", "said"),
    [
        pytest.param("xyz", "", "Nothing for xyz. Try one plain word, such as sleep, cost or memory.", id="hint"),
        pytest.param("ketamin e", "ketamine", "Nothing for ketamin e. Did you mean ketamine?", id="suggestion"),
        pytest.param("", "", "Type a word to search for.", id="empty"),
        pytest.param("\x1b\x00", "", "Type a word to search for.", id="nothing that can be read"),
        pytest.param("\x1b[2J", "", "Nothing for [2J. Try one", id="hostile"),
    ],
)
def test_nothing_found(library: Library, query: str, suggestion: str, said: str) -> None:
    text = output.nothing_found(library, Results(query, (), suggestion=suggestion))
    assert text.startswith(said)
    assert text.isprintable()


def test_help_now_as_text(library: Library) -> None:
    text = output.help_now(library, "nz", 80, ASCII)
    assert text.splitlines()[:4] == ["Get help now", "", "New Zealand", "  Crisis line: Call or text 1737."]
    assert text.isascii()


README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
DOCUMENTED = README.partition("### JSON")[2].partition("\n## ")[0]


def fields(value: object) -> set[str]:
    """The names of all fields of a value, and of the values in it."""
    if isinstance(value, list):
        return set().union(*map(fields, value))
    return set(value).union(*map(fields, value.values())) if isinstance(value, dict) else set()


def test_every_field_is_documented(library: Library) -> None:
    shown = output.show_value(library, "all")
    names = fields([output.outline_value(library), shown, output.search_value(library, results(library))])
    assert [name for name in sorted(names) if f"`{name}`" not in DOCUMENTED] == []
    assert isinstance(shown, list)
    kinds = {block["kind"] for section in shown for block in section["blocks"]}
    assert [kind for kind in sorted(kinds) if f"`{kind}`" not in DOCUMENTED] == []
