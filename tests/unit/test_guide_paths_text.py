"""The text of the paths: what stands in it, that every run gives the same, and what a change of the guide changes."""

from __future__ import annotations

import copy
import difflib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.guide.small import SMALL
from trd_tui.guide.condition import And, Chosen, Condition, Not, Or
from trd_tui.guide.definition import NOT_SURE, Guide, Line, Note
from trd_tui.guide.paths.routes import Paths, find
from trd_tui.guide.paths.text import lines as text_lines
from trd_tui.guide.stored import to_value
from trd_tui.library.store import Library
from trd_tui.words import Words

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real(library: Library) -> Paths:
    """The paths of the real guide."""
    return find(library.guide)


@pytest.fixture(scope="module")
def text(real: Paths, words: Words) -> list[str]:
    """The text of the real guide's paths."""
    return list(text_lines(real, words))


def note(guide: Guide, id: str) -> Note:
    """A note of a guide."""
    return next(one for one in guide.notes if one.id == id)


class TestWhatCannotBe:
    """A guide with faults: the cover says what no answers bring about."""

    @pytest.fixture
    def faulty(self) -> Paths:
        guide = copy.deepcopy(SMALL)
        never = And((Chosen("A1", ("none",)), Chosen("A1", ("pain",))))
        guide.question("A3").when = never
        finding = guide.findings[0]
        finding.said = (*finding.said, Line("Never said.", never))
        guide.findings[1].raise_ = never
        note(guide, "N-itch").when = never
        return find(guide)

    def test_is_missing_in_the_cover(self, faulty: Paths) -> None:
        missing = {one.what: one.missing for one in faulty.cover if one.missing}
        # B3 is asked only after A3.
        assert missing.pop("questions") == ("A3", "B3")
        assert {name.partition(" ")[0] for name in missing.pop("choices")} == {"A3", "B3"}
        assert missing == {
            "states": ("R-sleep raise",),
            "lines": ("R-place 4",),
            "notes": ("N-itch",),
            "note_lines": ("N-itch 1",),
        }

    def test_is_said_in_the_text(self, faulty: Paths, words: Words) -> None:
        text = list(text_lines(faulty, words))
        assert '  A3 "Days" leads nowhere: it is never asked.' in text
        assert "    No answers bring N-itch about." in text
        assert "    not shown: R-sleep raise" in text

    def test_a_guide_where_everything_is_answered_with_a_finding_has_no_quiet_example(self) -> None:
        guide = copy.deepcopy(SMALL)
        every = Or(tuple(Chosen(one.id, tuple(c.id for c in one.choices)) for one in guide.questions if one.part))
        guide.findings[0].raise_ = every
        assert ("nothing",) in [one.missing for one in find(guide).cover if one.what == "quiet"]


def test_every_text_of_the_guide_is_in_it(real: Paths, text: list[str]) -> None:
    whole = "\n".join(text)
    assert [said for said in _texts(to_value(real.guide)) if said not in whole] == []


def test_every_id_of_the_guide_is_in_it(real: Paths, text: list[str]) -> None:
    begun = {line.strip().split(":")[0] for line in text if ":" in line}
    ids = [one.id for some in (real.guide.questions, real.guide.findings, real.guide.notes) for one in some]
    assert [id for id in ids if id not in begun] == []


def test_a_step_says_its_situation(text: list[str]) -> None:
    assert (
        '  C1 "6 to 12 weeks" (six_twelve) -> C2, '
        'if A1 (How many tried) is one of "Two", "Three or more", "Not sure"' in text
    )
    assert '  S2 "Yes, and I may act on them" (act) -> the urgent page, where the questions end' in text
    assert '  S1 "Show me help" (help) -> Help now, then this question again' in text


def test_what_leaves_by_no_exit_is_said_once(text: list[str]) -> None:
    assert [line.strip() for line in text if "is in no sheet, file or list" in line] == [
        "What is answered to S1 is in no sheet, file or list.",
        'H1 "Not safe at home" is in no sheet, file or list.',
        "What is answered to S2 is in no sheet, file or list.",
    ]


def test_a_part_says_how_long_it_is_alone(text: list[str]) -> None:
    lengths = [line.split("questions")[0].split("has")[1].strip() for line in text if "Asked alone it has" in line]
    assert lengths == ["1 to 3", "1 to 5", "1 to 7", "3 to 7", "2 to 4", "5 to 8", "5", "2"]


def test_a_route_has_an_example(text: list[str]) -> None:
    place = text.index("  A-2: A1")
    assert text[place + 1 : place + 3] == [
        '    A-2 is taken if A1 (How many tried) is one of "None yet", "None, though one was prescribed".',
        '    Example: A1 "None yet"',
    ]


def test_the_cover_stands_at_the_end(text: list[str], real: Paths) -> None:
    assert text[-len(real.cover) :][0] == "  questions: {0} of {0}".format(len(real.guide.questions))
    assert f"  ways from an answer to what comes next: {sum(map(len, real.leads.values()))} of" in "\n".join(text)


def test_no_line_is_left_unfilled(text: list[str], words: Words) -> None:
    assert [line for line in text if "{title}" in line] == ["  Choice: Only this part: {title}"]
    assert all(line.isprintable() for line in text)


def test_it_is_the_same_in_every_run(library_file: Path, text: list[str]) -> None:
    """Whatever order the interpreter keeps sets in."""
    for seed in ("1", "2"):
        env = {
            "PATH": os.environ["PATH"],
            "PYTHONHASHSEED": seed,
            "TRD_TUI_CONTENT": str(library_file),
            "LANG": "C.UTF-8",
        }
        command = [sys.executable, "-m", "trd_tui", "guide", "--paths"]
        ended = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        assert ended.stdout.splitlines() == text


@pytest.mark.parametrize(
    ("question", "when"),
    [
        pytest.param("B2", Chosen("B1", ("few",)), id="fewer answers"),
        pytest.param("C3", Chosen("C2", ("yes",)), id="one way less", marks=pytest.mark.every),
        pytest.param("D4", None, id="always"),
        pytest.param("F3", Not(Chosen("A1", ("none",))), id="one answer less", marks=pytest.mark.every),
    ],
)
def test_another_condition_of_a_question_shows_in_a_diff(
    real: Paths, words: Words, text: list[str], question: str, when: Condition | None
) -> None:
    changed = copy.deepcopy(real.guide)
    changed.question(question).when = when
    found = differing(text, list(text_lines(find(changed), words)))
    assert any(line.startswith(f"+  {question} is a") for line in found)
    assert any(line.startswith(f"-  {question} is asked if") for line in found)
    assert len(found) < len(text) / 3


def test_another_text_shows_in_one_line(real: Paths, words: Words, text: list[str]) -> None:
    changed = copy.deepcopy(real.guide)
    changed.question("F4").why = "Another reason."
    before = f"-  Why we ask: {real.guide.question('F4').why}"
    assert differing(text, list(text_lines(find(changed), words))) == [before, "+  Why we ask: Another reason."]


def test_conditions_in_words(words: Words) -> None:
    guide = copy.deepcopy(SMALL)
    itch, pain = Chosen("A1", ("itch",)), Chosen("A1", ("pain",))
    note(guide, "N-itch").when = And((Or((itch, Not(pain))), Not(And((itch, Chosen("A2", ("long", NOT_SURE)))))))
    assert (
        '  N-itch is shown straight after the answer if (A1 (Where) includes "In itch" or A1 (Where) does not '
        'include "In pain") and not (A1 (Where) includes "In itch" and A2 (Since) is one of "Long", "Not sure").'
    ) in list(text_lines(find(guide), words))


def differing(before: list[str], after: list[str]) -> list[str]:
    """The lines that `diff` shows, without its own."""
    return [
        line for line in difflib.unified_diff(before, after, n=0, lineterm="") if line[:3] not in ("---", "+++", "@@ ")
    ]


def _texts(value: object) -> Iterator[str]:
    """Every text for people in a stored guide."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if (
                key in ("text", "why", "ask", "title", "topic", "before", "group", "end")
                and isinstance(inner, str)
                and inner
            ):
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
