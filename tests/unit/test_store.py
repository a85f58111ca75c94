from __future__ import annotations

import os
import sqlite3
from itertools import islice
from pathlib import Path

import pytest

from tests.unit.contents import WORDS, many, small
from tests.unit.small_content import write
from trd_tui.errors import ContentError, NotFoundError
from trd_tui.guide.stored import to_value
from trd_tui.library import source
from trd_tui.library.build import build
from trd_tui.library.content import Content
from trd_tui.library.store import Library
from trd_tui.model import Section


def opened(content: Content) -> Library:
    db = sqlite3.connect(":memory:")
    build(content, db)
    return Library(db)


@pytest.fixture(scope="module")
def library() -> Library:
    return opened(small())


def told(section: Section) -> list[object]:
    """All that a section holds, as plain values."""
    entry = section.entry
    blocks = [
        (
            block.kind,
            block.heading,
            [(item.text, item.evidence, item.name, item.who, item.unknown) for item in block.items],
        )
        for block in section.blocks
    ]
    line = (entry.position, entry.id, entry.number, entry.title, entry.short, entry.level, entry.parent, entry.children)
    return [line, blocks]


def read_all(file: Path) -> None:
    """Read every section of a file."""
    library = Library(str(file))
    for entry in library.outline():
        library.section(entry.id)


def test_every_section_comes_back_as_it_was_written(library: Library) -> None:
    for section in small().sections:
        assert told(library.section(section.entry.id)) == told(section)


def test_counts_title_and_language(library: Library) -> None:
    assert (library.title, library.language, library.count, library.total) == ("A small article", "en", 8, 6)


def test_outline_children_and_path(library: Library) -> None:
    assert [entry.id for entry in library.outline()] == [section.entry.id for section in small().sections]
    assert [entry.id for entry in library.children()] == ["intro", "medicine", "ect", "ketamine", "talking", "crisis"]
    assert [entry.id for entry in library.children("medicine")] == ["missed", "alcohol"]
    assert [entry.id for entry in library.path("alcohol")] == ["medicine", "alcohol"]


def test_the_outline_is_read_as_it_is_needed(library: Library) -> None:
    assert [entry.id for entry in islice(library.outline(), 2)] == ["intro", "medicine"]


def test_a_section_by_its_place_or_number(library: Library) -> None:
    assert library.entry_at(2).id == "missed"
    found = library.numbered("2.2")
    assert found is not None
    assert found.id == "alcohol"
    assert library.numbered("2.9") is None
    assert library.numbered("") is None


@pytest.mark.parametrize("position", [-1, 8])
def test_no_section_beyond_the_ends(library: Library, position: int) -> None:
    with pytest.raises(NotFoundError):
        library.entry_at(position)


@pytest.mark.parametrize(("id", "near"), [("ketmine", "ketamine"), ("medicines", "medicine"), ("alc", "alcohol")])
def test_an_unknown_id_names_the_nearest(library: Library, id: str, near: str) -> None:
    with pytest.raises(NotFoundError) as error:
        library.entry(id)
    assert near in error.value.hint


def test_an_id_may_be_written_in_capitals(library: Library) -> None:
    assert library.entry("ECT").id == "ect"


@pytest.mark.parametrize("id", ["", "\0", "\ud800", "x" * 10_000, "'; DROP TABLE section; --"])
def test_no_id_breaks_the_library(library: Library, id: str) -> None:
    with pytest.raises(NotFoundError) as error:
        library.entry(id)
    error.value.message.encode()
    assert len(error.value.message) < 500


def test_evidence_and_sources_by_id(library: Library) -> None:
    evidence = library.evidence(["ect-1", "help-1", "no-such"])
    assert sorted(evidence) == ["ect-1", "help-1"]
    assert evidence["ect-1"].sources == ("first2020", "second")
    assert (evidence["ect-1"].recheck, evidence["ect-1"].caution) == (True, False)
    assert (evidence["help-1"].status, evidence["help-1"].left_out) == ("recalled", "not yet")
    assert library.sources(["first2020"])["first2020"].url == "https://example.org/first"
    assert library.evidence([]) == {}


def test_evidence_of_more_ids_than_one_statement_takes(library: Library) -> None:
    assert list(library.evidence([f"no-{n}" for n in range(3000)] + ["ect-1"])) == ["ect-1"]


def test_terms_are_sorted_and_whole(library: Library) -> None:
    assert [term.id for term in library.terms()] == ["ect", "far", "tablet", "talk"]
    ect = library.terms()[0]
    assert (ect.term, ect.short, ect.section) == ("electroconvulsive therapy", "ECT", "ect")
    assert (ect.also, ect.evidence) == (("shock treatment", "electroshock", "they shock me"), ("ect-1",))


@pytest.mark.parametrize(
    ("section", "terms"),
    [
        ("ect", ["ect"]),
        ("medicine", ["tablet"]),
        ("missed", ["tablet"]),
        ("talking", ["talk"]),
        ("ketamine", []),
        ("no", []),
    ],
)
def test_terms_that_stand_in_a_section(library: Library, section: str, terms: list[str]) -> None:
    assert [term.id for term in library.terms_in(section)] == terms


def test_help_and_words(library: Library) -> None:
    help, written = library.help, small().help
    assert (help.title, help.mention, help.footer, help.default) == (
        "Get help now",
        "Help is one key away.",
        "988",
        "US",
    )
    assert [item.text for item in help.opening] == ["You are not alone."]
    assert [(lines.code, lines.country, lines.items[0].name) for lines in help.countries] == [
        ("US", "United States", "Crisis line")
    ]
    short = help.countries[0].short
    assert (short.crisis, short.emergency, short.home, short.footer) == (
        "call or text 988", "call 911", "call the shelter line", "988",
    )  # fmt: skip
    assert (help.danger_words, help.danger_phrases) == (written.danger_words, written.danger_phrases)
    assert library.words("search.reason", short="ECT", asked="shock") == '"shock": see ECT'
    assert all(key in library.words for key in WORDS)


def test_the_guide_comes_back_as_it_was_written() -> None:
    library = opened(small())
    assert library._guide is None
    assert to_value(library.guide) == to_value(small().guide)
    assert library.guide is library.guide
    assert library.guide.question("A1").choice("yes").named == "a yes"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "{",
        "[]",
        "null",
        '{"is": "Nobody"}',
        '{"is": []}',
        '{"is": "Guide", "title": "Questions"}',
        '{"is": "Line", "text": "", "when": null, "evidence": []}',
        "[" * 100_000,
    ],
)
def test_a_guide_that_is_none_is_broken_content(value: str) -> None:
    library = opened(small())
    library._db.execute("UPDATE guide SET value = ?", (value,))
    with pytest.raises(ContentError, match="guide") as error:
        _ = library.guide
    assert "trd-tui build" in error.value.hint


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(small(), str(tmp_path / name))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_a_folder_read_again_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        content, _ = source.load(write(tmp_path / f"content-{name}"))
        assert content is not None
        build(content, str(tmp_path / name))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_building_again_replaces_the_file(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    build(many(3), str(file))
    build(small(), str(file))
    assert Library(str(file)).count == 8


def test_a_build_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    build(small(), str(file))
    broken = many(2)
    broken.sections[1].entry.id = broken.sections[0].entry.id
    with pytest.raises(sqlite3.IntegrityError):
        build(broken, str(file))
    assert Library(str(file)).count == 8
    assert list(tmp_path.iterdir()) == [file]


def test_an_open_library_is_never_written(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    build(small(), str(file))
    before = file.read_bytes()
    file.chmod(0o400)
    library = Library(str(file))
    library.search("ketamin")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        library._db.execute("DELETE FROM section")
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["a b", "50% ?x=1#y", "ä", "%41", "a;b&c"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    build(small(), str(tmp_path / name))
    assert Library(str(tmp_path / name)).count == 8


def test_files_that_are_no_library(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    build(small(), str(whole))
    raw = whole.read_bytes()
    other = sqlite3.connect(tmp_path / "other")
    other.executescript("PRAGMA page_size = 4096; CREATE TABLE meta (key, value);")
    other.close()
    wrong = {"empty": b"", "text": b"hello" * 1000, "cut": raw[: len(raw) // 2], "longer": raw + b"\0" * 512}
    for name, data in wrong.items():
        (tmp_path / name).write_bytes(data)
    for name in [*wrong, "other", "missing", "nul\0"]:
        with pytest.raises(ContentError) as error:
            Library(str(tmp_path / name) if "\0" not in name else name)
        assert error.value.status == 3
        assert "trd-tui build" in error.value.hint


def test_a_folder_or_a_pipe_is_no_library(tmp_path: Path) -> None:
    """Opening a pipe would wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    for name in ("", "pipe"):
        with pytest.raises(ContentError):
            Library(str(tmp_path / name))


def test_a_library_of_another_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    build(small(), str(file))
    db = sqlite3.connect(file)
    with db:
        db.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    db.close()
    with pytest.raises(ContentError, match="another version"):
        Library(str(file))


def test_damage_inside_is_told_as_broken_content(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    build(many(200), str(file))
    raw = bytearray(file.read_bytes())
    for page in range(8, len(raw) // 4096):
        raw[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    file.write_bytes(raw)
    with pytest.raises(ContentError):
        read_all(file)


def test_thousands_of_sections(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    build(many(2000), str(file))
    library = Library(str(file))
    assert library.entry_at(1999).id == "s1999"
    assert library.search("word1234").hits[0].entry.id == "s1234"
