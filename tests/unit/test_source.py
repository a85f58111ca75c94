from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.small_content import ECT, FILES, INTRO, TREATMENT, WORDS, with_change, write
from trd_tui.library.authoring.nodes import Mapping, Problems, Scalar, Sequence
from trd_tui.library.content import Content
from trd_tui.library.source import load, parse
from trd_tui.model import FACTS, HELP, KEY_POINTS, LIST, NOTE, STEPS, TEXT, TO_DO, Section


@pytest.fixture
def content(tmp_path: Path) -> Content:
    found, problems = load(write(tmp_path))
    assert problems == []
    assert found is not None
    return found


def _section(content: Content, id: str) -> Section:
    return next(section for section in content.sections if section.entry.id == id)


def _kinds(content: Content, id: str) -> list[str]:
    return [block.kind for block in _section(content, id).blocks]


def test_sections_stand_in_reading_order(content: Content) -> None:
    entries = [section.entry for section in content.sections]
    assert [(one.position, one.number, one.id, one.level, one.parent, one.children) for one in entries] == [
        (0, "1", "intro", 0, "", 0),
        (1, "2", "treatment", 0, "", 2),
        (2, "2.1", "treatment-first", 1, "treatment", 0),
        (3, "3", "ect", 1, "treatment", 0),
    ]


def test_a_section_inside_one_that_a_file_put_under_another(tmp_path: Path) -> None:
    inside = "children:\n  - {id: ect-day, title: A day, key_points: [], what_you_can_do: []}\n"
    found, _ = load(write(tmp_path, {ECT: FILES[ECT] + inside}))
    assert found is not None
    entry = _section(found, "ect-day").entry
    assert (entry.number, entry.level, entry.parent, entry.position) == ("3.1", 2, "ect", 4)


def test_a_short_title_is_the_title_where_none_is_written(content: Content) -> None:
    assert [section.entry.short for section in content.sections] == ["What it is", "Treatment", "First steps", "ECT"]


def test_help_follows_what_speaks_of_suicide(content: Content) -> None:
    assert _kinds(content, "intro") == [KEY_POINTS, TEXT, LIST, HELP, NOTE, TO_DO]
    helped = _section(content, "intro").blocks[3]
    assert [item.text for item in helped.items] == ["Help now is one key away."]


def test_help_follows_once_where_blocks_go_on_about_it(tmp_path: Path) -> None:
    found, _ = load(write(tmp_path, with_change(INTRO, "Not all is known.", "Tell someone if you harm yourself.")))
    assert found is not None
    assert _kinds(found, "intro") == [KEY_POINTS, TEXT, LIST, NOTE, HELP, TO_DO]


def test_help_follows_the_last_block_too(tmp_path: Path) -> None:
    found, _ = load(write(tmp_path, with_change(INTRO, '"Ask: what is my name for it?"', "Speak of self-harm.")))
    assert found is not None
    assert _kinds(found, "intro")[-2:] == [TO_DO, HELP]


def test_a_field_becomes_its_heading(content: Content) -> None:
    blocks = _section(content, "ect").blocks
    assert [block.heading for block in blocks[1:-1]] == [
        "What it is", "How it is given", "How well it works", "Risks", "Who it may suit", "US approval",
    ]  # fmt: skip
    assert blocks[2].kind == STEPS
    assert [item.text for item in blocks[2].items] == ["You lie down.", "You wake up."]


def test_items_carry_all_that_was_written(content: Content) -> None:
    number = _section(content, "intro").blocks[1].items[0]
    assert (number.text, number.evidence, number.who) == (
        "About 3 in 10 people have it.", ("two",), "100 people in one study",
    )  # fmt: skip
    row = _section(content, "treatment-first").blocks[1]
    assert (row.kind, row.items[0].name, row.items[0].text) == (FACTS, "Whom to ask", "Your doctor.")
    assert _section(content, "ect").blocks[-2].items[0].unknown


def test_evidence_and_sources(content: Content) -> None:
    two, four = content.evidence["two"], content.evidence["four"]
    assert (two.status, two.sources, two.recheck, two.caution, two.left_out) == ("verified", ("first",), True, True, "")
    assert four.left_out == "Nobody has confirmed it."
    assert content.sources["first"].short == "First 2020"


def test_words_have_dotted_keys(content: Content) -> None:
    assert content.words["where.section"] == "Section {number} of {total}"


def test_the_crisis_screen_and_the_word_list(content: Content) -> None:
    assert content.help.danger_phrases == (("no", "reason"),)
    assert (content.help.default, content.help.countries[0].items[0].name) == ("US", "Crisis line")
    assert [(term.id, term.also) for term in content.terms] == [("ect", ("shock treatment",))]


def test_style_does_not_keep_content_from_being_read(tmp_path: Path) -> None:
    found, problems = load(write(tmp_path, with_change(INTRO, "They can pass.", "They can pass!")))
    assert found is not None
    assert problems == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: What it is", "title: no"),
        ("They can pass.", '"They [/] pass."'),
        ("evidence: [two]", "evidence: [ten]"),
    ],
    ids=["no text", "markup", "a dangling id"],
)
def test_there_is_no_half_content(before: str, after: str, tmp_path: Path) -> None:
    found, problems = load(write(tmp_path, with_change(INTRO, before, after)))
    assert found is None
    assert len(problems) == 1


def test_line_ends_of_another_system_change_nothing(tmp_path: Path) -> None:
    other: dict[str, str | bytes | None] = {name: text.replace("\n", "\r\n") for name, text in FILES.items()}
    found, problems = load(write(tmp_path, other))
    assert found is not None
    assert problems == []


@pytest.mark.parametrize("text", [f"\ufeff{FILES[INTRO]}", FILES[INTRO].replace("intro\n", "intro  # the first\n", 1)])
def test_a_mark_at_the_start_and_a_comment_of_an_editor_change_nothing(text: str, tmp_path: Path) -> None:
    found, problems = load(write(tmp_path, {INTRO: text}))
    assert problems == []
    assert found is not None
    assert found.sections[0].entry.id == "intro"


def test_files_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    last = FILES[INTRO].replace("id: intro", "id: late")
    found, problems = load(
        write(tmp_path, {"en/article/100-late.yaml": last, "en/article/20-late-2.yaml": last.replace("late", "late-2")})
    )
    assert problems == []
    assert found is not None
    assert [section.entry.id for section in found.sections][-2:] == ["late-2", "late"]


def test_nodes_keep_what_was_written_and_where() -> None:
    problems = Problems()
    node = parse("a: no\nb: ['no', 07, 12:30, ~]\n", "x.yaml", problems)
    assert isinstance(node, Mapping)
    truth, several = node.pairs["a"], node.pairs["b"]
    assert isinstance(truth, Scalar)
    assert isinstance(several, Sequence)
    assert (truth.value, truth.kind, truth.place.line, truth.place.column) == ("no", "truth", 1, 4)
    assert [one.kind for one in several.items if isinstance(one, Scalar)] == ["text", "number", "number", "nothing"]
    assert problems.found == []


HOSTILE = {
    "a text of 1 MB": (
        FILES[INTRO].replace("They can pass.", "w " * 500_000),
        '12:16: "text" has 999999 letters, at most 5000 can be read: make it shorter, or split it',
    ),
    "a file of 3 MB": ("w" * 3_000_000, "1:1: the file has 3000000 bytes, at most 2000000 are read: split it"),
    "a thousand brackets": (
        "[" * 1000 + "]" * 1000, "1:41: lists stand more than 40 deep in each other: write them flatter",
    ),
    "a hundred thousand dashes": (
        "- " * 100_000, "1:81: lists stand more than 40 deep in each other: write them flatter",
    ),
    "a thousand names": (
        "{a: " * 1000 + "}" * 1000, "1:161: lists stand more than 40 deep in each other: write them flatter",
    ),
    "another encoding": ("é".encode("latin-1"), "1:1: the byte E9 is not UTF-8: save the file as UTF-8"),
    "an unknown directive": (
        "%X 1\nid: intro",
        ("2:1: this line does not fit the lines above it: begin each line exactly under the lines it belongs with, and "
        "close every quotation mark and bracket before it"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_gives_one_problem(text: str | bytes, line: str, tmp_path: Path) -> None:
    found, problems = load(write(tmp_path, {INTRO: text}))
    assert found is None
    assert [str(problem) for problem in problems] == [f"{INTRO}:{line}"]


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    folder = write(tmp_path, {WORDS: None})
    (folder / WORDS).mkdir()
    assert [str(problem) for problem in load(folder)[1]] == [
        "en/words.yaml:1:1: this is not a file: make it a readable text file",
    ]


def test_texts_that_repeat_each_other_are_not_followed(tmp_path: Path) -> None:
    doubling = "".join(f"k{count}: &k{count} [*k{count - 1}, *k{count - 1}]\n" for count in range(1, 200))
    found, problems = load(write(tmp_path, {INTRO: FILES[INTRO] + doubling}))
    assert found is None
    assert len(problems) == 199 * 4


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(FILES)),
    st.one_of(
        st.binary(max_size=40), st.text("ab:- \n\t\"'{}[]#&*!|>%@`,?~\x00\x1b\u202e", max_size=40).map(str.encode)
    ),
    st.integers(0, 400),
)
def test_nothing_in_a_file_raises(name: str, piece: bytes, place: int) -> None:
    whole = FILES[name].encode()
    with tempfile.TemporaryDirectory() as folder:
        found, problems = load(write(Path(folder), {name: whole[:place] + piece + whole[place:]}))
    assert (found is None) == bool(problems)
    assert all(str(problem).isprintable() for problem in problems)


def test_a_file_that_does_not_follow_its_parents_other_sections(tmp_path: Path) -> None:
    last = FILES[INTRO].replace("id: intro", "id: late").replace("title: What it is", "title: Late\nparent: intro")
    found, problems = load(write(tmp_path, {"en/article/04-late.yaml": last}))
    assert found is None
    assert [(problem.file, problem.line) for problem in problems] == [("en/article/04-late.yaml", 3)]


def test_a_file_may_follow_under_the_same_parent(tmp_path: Path) -> None:
    last = (
        FILES[TREATMENT]
        .replace("id: treatment", "id: tms")
        .replace("title: Treatment", "title: TMS\nparent: treatment")
    )
    found, problems = load(write(tmp_path, {"en/article/04-tms.yaml": last}))
    assert problems == []
    assert found is not None
    assert (_section(found, "treatment").entry.children, _section(found, "tms").entry.number) == (3, "4")


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    folder = write(tmp_path, {WORDS: None})
    os.mkfifo(folder / WORDS)
    assert [str(problem) for problem in load(folder)[1]] == [
        "en/words.yaml:1:1: this is not a file: make it a readable text file",
    ]
