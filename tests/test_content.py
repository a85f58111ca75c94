"""The article that comes with the program: every statement accounted for, every rule of the text held."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from trd_tui import fallback, pages
from trd_tui.commands import COMMANDS, DONE
from trd_tui.layout import lay_out
from trd_tui.library import source
from trd_tui.library.authoring.program_words import needed
from trd_tui.library.content import Content
from trd_tui.library.rules.readability import grade
from trd_tui.library.rules.wording import mentions_suicide, number_in
from trd_tui.library.store import Library
from trd_tui.model import HELP, KEY_POINTS, TO_DO, Item, Section
from trd_tui.sentences import sentences

ROOT = Path(__file__).parents[1]
SECTIONS = (
    "crisis intro terms symptoms causes pseudo diagnosis treatment medication psychotherapy tms ect vns dbs newer "
    "botox trials lifestyle complications statistics resources faq ask"
).split()
STATEMENTS = {
    "crisis": 21, "intro": 10, "terms": 21, "sym": 10, "cause": 8, "pseudo": 34, "dx": 19, "tx": 14, "med": 28,
    "psy": 11, "tms": 14, "ect": 17, "vns": 15, "dbs": 7, "new": 26, "btx": 7, "tri": 13, "life": 15, "comp": 13,
    "stat": 11, "res": 22, "faq": 21, "ask": 8,
}  # fmt: skip
EVERY_STATEMENT = [f"{group}-{number:02}" for group, count in STATEMENTS.items() for number in range(1, count + 1)]
LEFT_OUT = {
    "cause-08": "Recalled with medium confidence only; nobody has confirmed it against a source.",
    "tri-06": "Recalled with medium confidence only, and its one source is a news report.",
    "tri-11": "Its only sources are news reports and the maker; the trial papers are not out.",
}
TREATMENTS = {
    "medication", "psychotherapy", "tms", "ect", "vns", "dbs", "ketamine", "esketamine", "botox", "trials",
}  # fmt: skip
FIELDS = ("what", "how", "works", "risks", "suits", "approval")
HARDEST_ARTICLE, HARDEST_SECTION = 8, 9
LONGEST_SENTENCE = 25
NAMED_BY_OTHERS = re.compile(r"\.(yaml|toml|sqlite|py|css|tcss|io|org)$")


def items(section: Section) -> Iterator[Item]:
    for block in section.blocks:
        if block.kind != HELP:
            yield from block.items


@pytest.fixture(scope="module")
def used(content: Content) -> dict[str, list[str]]:
    """Where each statement is told: ids of sections by id of statement."""
    found: dict[str, list[str]] = {}
    for section in content.sections:
        for id in dict.fromkeys(id for item in items(section) for id in item.evidence):
            found.setdefault(id, []).append(section.entry.id)
    return found


class TestEvidence:
    def test_every_statement_is_listed_once(self, content: Content) -> None:
        assert len(EVERY_STATEMENT) == 365
        assert sorted(content.evidence) == sorted(EVERY_STATEMENT)

    @pytest.mark.parametrize("group", STATEMENTS)
    def test_every_statement_is_told_in_the_article_or_left_out_for_a_reason(
        self, content: Content, used: dict[str, list[str]], group: str
    ) -> None:
        for id in (id for id in EVERY_STATEMENT if id.rpartition("-")[0] == group):
            told = used.get(id, [])
            assert bool(told) is (id not in LEFT_OUT), f"{id} is told in {told}"
            assert content.evidence[id].left_out == LEFT_OUT.get(id, "")

    def test_what_is_left_out_is_told_nowhere(self, content: Content) -> None:
        named = {id for term in content.terms for id in term.evidence}
        named |= {id for country in content.help.countries for item in country.items for id in item.evidence}
        named |= {id for item in content.help.opening for id in item.evidence}
        assert named & set(LEFT_OUT) == set()
        assert named <= set(EVERY_STATEMENT)

    def test_every_text_has_evidence_or_says_that_nothing_is_known(self, content: Content) -> None:
        for section in content.sections:
            for item in items(section):
                assert bool(item.evidence) is not item.unknown, f"{section.entry.id}: {item.text}"

    def test_every_number_says_who_was_studied_and_has_a_source(self, content: Content) -> None:
        numbers = 0
        for section in content.sections:
            for item in items(section):
                if number_in(item.text):
                    numbers += 1
                    assert item.who, f"{section.entry.id}: {item.text}"
                if item.who:
                    sources = [name for id in item.evidence for name in content.evidence[id].sources]
                    assert sources, f"{section.entry.id}: {item.text}"
        assert numbers > 40

    def test_every_number_is_printed_beside_who_was_studied_and_the_year(self, library: Library) -> None:
        for entry in library.outline():
            section = library.section(entry.id)
            citations = pages.cited(library, section.blocks)
            lines = lay_out(entry.title, section.blocks, 10_000, library.words, citations)
            for place, line in enumerate(lines):
                if line.style == "text" and number_in(line.text):
                    studied = lines[place + 1]
                    assert studied.style == "studied"
                    assert re.search(r"Studied: .+\. Source: .*\d{4}", studied.text), f"{entry.id}: {studied.text}"

    def test_every_source_is_used_and_has_a_year_or_says_why_not(self, content: Content) -> None:
        named = {name for one in content.evidence.values() for name in one.sources}
        assert named == set(content.sources)
        without = {one.date for one in content.sources.values() if not re.search(r"\d{4}", one.date)}
        assert without <= {"no date", "various dates", "kept up to date"}


class TestSections:
    def test_all_23_in_order(self, library: Library) -> None:
        numbered = [entry for entry in library.outline() if "." not in entry.number]
        assert [entry.id for entry in numbered] == SECTIONS
        assert [entry.number for entry in numbered] == [str(number) for number in range(1, 24)]
        assert library.total == 23

    def test_treatments_stand_under_treatment(self, library: Library) -> None:
        inside = [entry.id for entry in library.children("treatment") if "." not in entry.number]
        assert inside == SECTIONS[SECTIONS.index("medication") : SECTIONS.index("trials") + 1]

    def test_each_opens_with_key_points_and_ends_with_what_to_do(self, content: Content) -> None:
        for section in content.sections:
            written = [block for block in section.blocks if block.kind != HELP]
            assert written[0].kind == KEY_POINTS
            assert 1 <= len(written[0].items) <= 3
            assert written[-1].kind == TO_DO
            assert written[-1].items

    def test_every_treatment_answers_the_same_fields_in_the_same_order(self, content: Content) -> None:
        draft = source.read(ROOT / "content")
        assert draft.treatments == TREATMENTS
        wanted = [content.words[f"field.{field}"] for field in FIELDS]
        for section in content.sections:
            if section.entry.id in TREATMENTS:
                assert [block.heading for block in section.blocks if block.heading in wanted] == wanted, (
                    section.entry.id
                )

    def test_the_whole_text_is_there(self, content: Content) -> None:
        assert sum(len(item.text.split()) for section in content.sections for item in items(section)) > 7000


class TestWording:
    def test_the_reading_grade_of_the_whole_text(self, content: Content) -> None:
        assert grade(item.text for section in content.sections for item in items(section)) <= HARDEST_ARTICLE

    def test_the_reading_grade_of_each_section(self, content: Content) -> None:
        grades = {one.entry.id: grade(item.text for item in items(one)) for one in content.sections}
        assert {id: found for id, found in grades.items() if found > HARDEST_SECTION} == {}

    def test_no_sentence_is_too_long(self, content: Content) -> None:
        for section in content.sections:
            for item in items(section):
                for sentence in sentences(item.text):
                    assert len(sentence.split()) <= LONGEST_SENTENCE, sentence

    def test_every_mention_of_suicide_is_followed_by_help(self, library: Library) -> None:
        mentions = 0
        for entry in library.outline():
            blocks = library.section(entry.id).blocks
            for place, block in enumerate(blocks):
                if block.kind == HELP or not any(map(mentions_suicide, [block.heading, *_shown(block.items)])):
                    continue
                mentions += 1
                rest = (one for one in blocks[place + 1 :] if not any(map(mentions_suicide, _shown(one.items))))
                following = next(rest, None)
                assert following is not None, entry.id
                assert following.kind == HELP, entry.id
                assert following.items[0].text == library.help.mention
        assert mentions > 10


def _shown(listed: tuple[Item, ...]) -> Iterator[str]:
    for item in listed:
        yield from (item.name, item.text, item.who)


class TestHelpNow:
    def test_the_fallback_gives_the_same_numbers(self, content: Content) -> None:
        lines = dict(line.split(": ", 1) for line in fallback.HELP_NOW.splitlines()[1:])
        countries = {one.country: " ".join(item.text for item in one.items) for one in content.help.countries}
        assert set(lines) == set(countries)
        for country, text in lines.items():
            for number in re.findall(r"\d[\d ]*\d|findahelpline\.com", text):
                assert re.search(rf"(?<!\d){re.escape(number)}(?!\d)", countries[country]), f"{country}: {number}"

    def test_the_fallback_names_the_first_line_and_the_emergency_number(self, content: Content) -> None:
        lines = dict(line.split(": ", 1) for line in fallback.HELP_NOW.splitlines()[1:])
        for country in content.help.countries:
            for item in country.items[:2]:
                for number in re.findall(r"\d[\d ]+\d", item.text.split(". ")[0].split(", or text")[0]):
                    assert number in lines[country.country], f"{country.country}: {number}"

    def test_the_fallback_fits_any_terminal(self) -> None:
        assert fallback.HELP_NOW.isascii()
        assert fallback.HELP_NOW.startswith("Get help now\n")
        assert max(map(len, fallback.HELP_NOW.splitlines())) <= 80

    def test_the_default_country_is_there(self, content: Content) -> None:
        assert content.help.default in [one.code for one in content.help.countries]
        assert content.help.footer in content.help.mention


def _strings() -> Iterator[str]:
    """Every text in the program's code; "*" stands where something is filled in."""
    for file in sorted((ROOT / "trd_tui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _asked_for() -> Iterator[str]:
    """Every key that the code asks words for by name."""
    for file in sorted((ROOT / "trd_tui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute) and node.args:
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name.strip("_") == "words" and isinstance(node.args[0], ast.Constant):
                    yield str(node.args[0].value)


class TestWords:
    def test_every_key_is_used(self, content: Content) -> None:
        strings = set(_strings())
        filled = (re.escape(one).replace(r"\*", "[a-z_]+") for one in strings if re.match(r"[a-z_]+\.\*", one))
        patterns = re.compile("|".join(filled))
        assert [key for key in content.words if key not in strings and not patterns.fullmatch(key)] == []

    def test_every_key_that_the_code_asks_for_is_there(self, content: Content) -> None:
        asked = set(_asked_for())
        assert len(asked) > 30
        assert asked - set(content.words) == set()

    def test_check_knows_every_text_that_the_program_needs(self, content: Content) -> None:
        """So that an editor's slip is told by `trd-tui check`, and never by a crash of the reader."""
        assert {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in content.words.items()} == needed()

    def test_every_text_that_looks_like_a_key_is_one(self, content: Content) -> None:
        groups = "|".join({key.partition(".")[0] for key in content.words if "." in key})
        looks = re.compile(rf"({groups})(\.[a-z_]+)+")
        like = {text for text in _strings() if looks.fullmatch(text) and not NAMED_BY_OTHERS.search(text)}
        assert like - set(content.words) == set()

    def test_every_command_has_a_name_and_no_other_thing_has(self, content: Content) -> None:
        named = {key.removeprefix("command.") for key in content.words if key.startswith("command.")}
        assert named == {command.id for command in (*COMMANDS, DONE)}

    def test_braces_are_filled_by_names_that_the_code_gives(self, content: Content) -> None:
        given = {
            keyword.arg
            for file in (ROOT / "trd_tui").rglob("*.py")
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
            for keyword in node.keywords
        }
        for key, text in content.words.items():
            assert set(re.findall(r"\{(\w+)\}", text)) <= given, key
