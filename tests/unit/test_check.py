from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.unit.small_content import (
    ECT,
    EVIDENCE,
    FILES,
    GUIDE,
    HELP,
    INTRO,
    SOURCES,
    TERMS,
    TREATMENT,
    WORDS,
    broken,
    with_change,
    write,
)
from trd_tui.library.check import check

CASES = Path(__file__).with_name("broken_contents.txt")


def _lines(folder: Path) -> list[str]:
    return [str(problem) for problem in check(folder)]


def test_the_small_content_has_no_problem(tmp_path: Path) -> None:
    assert _lines(write(tmp_path)) == []


def test_there_are_many_broken_contents() -> None:
    assert len(list(broken(CASES))) >= 100


@pytest.mark.parametrize(("file", "before", "after", "lines"), list(broken(CASES)))
def test_one_change_gives(file: str, before: str, after: str, lines: list[str], tmp_path: Path) -> None:
    assert _lines(write(tmp_path, with_change(file, before, after))) == lines


def test_every_file_tells_its_problems_at_once_and_in_order(tmp_path: Path) -> None:
    changed = {
        **with_change(INTRO, "title: What it is", "title: Depression: what it is"),
        **with_change(TREATMENT, "There are many kinds.", "There are no cures!"),
        **with_change(ECT, "text: You sleep through it.\n    evidence: [one]", "text: no\n    evidence: [ten]"),
        **with_change(WORDS, "{total}", "{total"),
        **with_change(EVIDENCE, "status: seed", "status: sure"),
    }
    assert _lines(write(tmp_path, changed)) == [
        (
            "en/article/01-intro.yaml:2:18: a colon with a blank after it is not expected here: "
            'put straight quotation marks (") round the whole text'
        ),
        'en/article/02-treatment.yaml:4:12: "!" is not to be used: end with a full stop',
        'en/article/02-treatment.yaml:4:12: "cures" is not to be used: say what gets better, for how many',
        'en/article/03-ect.yaml:10:11: "no" is read as yes or no, not as a text: write "no" in quotation marks',
        'en/article/03-ect.yaml:11:16: "ten" is not evidence that evidence.yaml has: mend the id, or add it there',
        "en/words.yaml:2:18: a brace stands here that is not part of a {name}: write small letters between { and }",
        'evidence.yaml:2:15: "sure" is not a status: write one of seed, verified, recalled',
    ]


def test_a_missing_file_is_the_only_problem(tmp_path: Path) -> None:
    for name in (EVIDENCE, TERMS, HELP, GUIDE, WORDS):
        folder = write(tmp_path / name.replace("/", "-"), {name: None})
        assert _lines(folder) == [f"{name}:1:1: the file is missing: write it; FORMAT.md says what goes into it"]


def test_an_article_without_sections(tmp_path: Path) -> None:
    assert _lines(write(tmp_path, {INTRO: None, TREATMENT: None, ECT: None})) == [
        "en/article:1:1: there is no section in this folder: write one, in a file such as 01-intro.yaml",
    ]


def test_a_folder_without_content_is_told_once(tmp_path: Path) -> None:
    assert _lines(tmp_path) == [f'.:1:1: there is no content in "{tmp_path}": name a folder that holds evidence.yaml']


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> list[str]:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(os, "listdir", refuse)
    assert _lines(write(tmp_path)) == [
        "en/article:1:1: there is no section in this folder: write one, in a file such as 01-intro.yaml",
    ]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "content"
    assert _lines(missing) == [f'.:1:1: there is no folder "{missing}": name a folder that holds evidence.yaml']


@pytest.mark.parametrize("name", ["04-more.yml", "04-more.YAML", "04-more.yaml.txt"])
def test_a_file_with_another_ending(name: str, tmp_path: Path) -> None:
    assert _lines(write(tmp_path, {f"en/article/{name}": "id: more\n"})) == [
        f'en/article/{name}:1:1: the file is not read: let its name end in ".yaml"',
    ]


@pytest.mark.parametrize("name", ["03-ect.yaml~", ".03-ect.yaml.swp", "03-ect.yaml.orig"])
def test_what_an_editing_program_leaves_behind_does_not_matter(name: str, tmp_path: Path) -> None:
    assert _lines(write(tmp_path, {f"en/article/{name}": "id: [\n"})) == []


def test_a_folder_among_the_sections(tmp_path: Path) -> None:
    assert _lines(write(tmp_path, {"en/article/more/04-more.yaml": "id: more\n"})) == [
        "en/article/more:1:1: this folder is not read: put its files beside the others",
    ]


def test_two_files_with_one_number(tmp_path: Path) -> None:
    assert _lines(write(tmp_path, {"en/article/003-late.yaml": FILES[INTRO].replace("id: intro", "id: late")})) == [
        (
            'en/article/03-ect.yaml:1:1: "en/article/003-late.yaml" has the number 3 too: '
            "give one of them another number"
        ),
        (
            'en/article/03-ect.yaml:4:9: this section belongs under "treatment" but does not follow it or its other '
            "sections: number the file so that they stand together"
        ),
    ]


@pytest.mark.parametrize("name", [EVIDENCE, SOURCES, TERMS, HELP, GUIDE, WORDS, ECT])
@pytest.mark.parametrize("text", ["hello\n", "7\n"])
def test_a_file_of_another_shape_is_the_only_problem(name: str, text: str, tmp_path: Path) -> None:
    (line,) = _lines(write(tmp_path, {name: text}))
    assert line.startswith(f"{name}:1:1: ")
    assert " is a single text, not a list" in line or " is wanted here, not a single text" in line


def test_the_whole_article_may_be_harder_than_any_of_its_sections(tmp_path: Path) -> None:
    hard = "Your doctor invites your family to the hospital to see the therapy."
    changed: dict[str, str | bytes | None] = {
        name: re.sub(r"text: ([^\",}\n]+)", f'text: "{hard}"', FILES[name]) for name in (INTRO, TREATMENT, ECT)
    }
    assert _lines(write(tmp_path, changed)) == [
        (
            "en/article/01-intro.yaml:1:5: the whole article has reading grade 8.1, at most 8.0 is wanted: "
            "use shorter sentences and shorter words"
        ),
    ]


def test_what_a_message_quotes_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    changed = with_change(INTRO, "title: What it is", 'title: What it is\n"\\e]0;x\\a\\u202e": x')
    assert all(line.isprintable() for line in _lines(write(tmp_path, changed)))
