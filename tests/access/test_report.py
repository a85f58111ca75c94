"""The conformance report: each row has a verdict and tests that exist, no criterion is forgotten, limits come first."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from trd_tui.library.rules.readability import grade

ROOT = Path(__file__).parents[2]
REPORT = (ROOT / "docs/accessibility.md").read_text(encoding="utf-8")

LEVEL_A = """
    1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
    2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2
""".split()
LEVEL_AA = """
    1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
    3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
""".split()
LEVEL_AAA = """
    1.2.6 1.2.7 1.2.8 1.2.9 1.3.6 1.4.6 1.4.7 1.4.8 1.4.9 2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9 2.4.10
    2.4.12 2.4.13 2.5.5 2.5.6 3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6 3.3.9
""".split()
"""The success criteria of WCAG 2.2; it has no 4.1.1 any more."""
A, AA, AAA = ("WCAG 2.2, level A", "WCAG 2.2, level AA", "WCAG 2.2, level AAA, as far as it applies")

SUPPORTS, PARTLY, NOT, NONE = ("Supports", "Partially supports", "Does not support", "Not applicable")
LIMITS = "Known limits"
LOOKED = "Looked at: "
HIGHEST_GRADE = 8
CELLS = 5
_PROOF = re.compile(r"`(tests/[^`]*::[^`]*)`")


class Row(NamedTuple):
    """One criterion: the table it stands in, its number, what it is about, and the rest of the row."""

    table: str
    number: str
    about: str
    verdict: str
    why: str
    shown_by: str

    @property
    def tests(self) -> list[str]:
        """The tests that it names, as pytest writes them."""
        return _PROOF.findall(self.shown_by)


def _sections(text: str) -> dict[str, str]:
    """What stands under each heading of the second level, in order."""
    parts = re.split(r"(?m)^## (.*)\n", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _rows(sections: dict[str, str]) -> Iterable[Row]:
    for heading, text in sections.items():
        for line in text.splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
            if line.startswith("| ") and cells[0] != "number":
                assert len(cells) == CELLS, line
                yield Row(heading, *cells)


SECTIONS = _sections(REPORT)
ROWS = list(_rows(SECTIONS))
NAMED = sorted(set(_PROOF.findall(REPORT)))


@cache
def _tree(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def exists(name: str) -> bool:
    """Whether a test is there, such as "tests/test_x.py::TestThing::test_it", found without importing it."""
    path, *parts = name.split("::")
    if not parts or not (ROOT / path).is_file():
        return False
    scope: ast.AST = _tree(path)
    for part in parts:
        scopes = [node for node in getattr(scope, "body", ()) if getattr(node, "name", "") == part]
        if not scopes:
            return False
        scope = scopes[0]
    return isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef) and parts[-1].startswith("test_")


def _numbers(table: str) -> list[str]:
    return [row.number for row in ROWS if row.table == table]


def _count(verdicts: Counter[str]) -> str:
    """How the report sums up some rows."""
    return (
        f"{verdicts.total()}: {verdicts[SUPPORTS]} are supported, {verdicts[PARTLY]} partially, "
        f"{verdicts[NOT]} not, and {verdicts[NONE]} do not apply"
    )


@pytest.mark.parametrize("name", NAMED)
def test_every_test_that_is_named_exists(name: str) -> None:
    assert exists(name)


def test_a_test_that_does_not_exist_is_noticed() -> None:
    here = "tests/access/test_report.py"
    assert exists(f"{here}::test_a_test_that_does_not_exist_is_noticed")
    for name in ("::test_nothing", "::exists", "", "::Row::tests", "x::test_it"):
        assert not exists(here + name)


@pytest.mark.parametrize(("table", "numbers"), [(A, LEVEL_A), (AA, LEVEL_AA)], ids=["A", "AA"])
def test_every_row_of_wcag_is_there_once(table: str, numbers: list[str]) -> None:
    assert _numbers(table) == numbers


def test_all_of_level_aaa_is_spoken_of() -> None:
    above, _, _ = SECTIONS[AAA].partition("\n|")
    left_out = re.findall(r"\d\.\d\.\d+", above.replace("1.2.6 to 1.2.9", "1.2.6 1.2.7 1.2.8 1.2.9"))
    assert sorted(_numbers(AAA) + left_out) == sorted(LEVEL_AAA)


def test_no_row_stands_twice() -> None:
    assert [key for key, count in Counter(row[:2] for row in ROWS).items() if count > 1] == []


def test_every_verdict_is_one_of_four_words_that_are_explained() -> None:
    assert {row.number: row.verdict for row in ROWS if row.verdict not in (SUPPORTS, PARTLY, NOT, NONE)} == {}
    assert re.findall(r"(?m)^- \*\*(.*)\*\*:", SECTIONS["What the verdicts mean"]) == [SUPPORTS, PARTLY, NOT, NONE]


def test_every_row_says_why_and_what_shows_it() -> None:
    assert [row for row in ROWS if not row.why.endswith(".") or not row.about] == []
    assert [row.number for row in ROWS if not row.tests and LOOKED not in row.shown_by] == []
    for row in ROWS:
        left = _PROOF.sub("", row.shown_by.partition(LOOKED)[0])
        assert left.strip(", .") == "", row


def test_rows_that_rest_on_a_look_are_counted() -> None:
    looked = [row for row in ROWS if not row.tests]
    said = f"{len(looked)} of the {len(ROWS)} rows rest on a look alone"
    assert said in " ".join(REPORT.split())
    supported = [row.number for row in looked if row.verdict == SUPPORTS]
    assert f'{len(supported)} of these says "{SUPPORTS}" ({", ".join(supported)})' in " ".join(REPORT.split())


def test_the_rows_are_summed_up() -> None:
    verdicts = Counter(row.verdict for row in ROWS if row.table in (A, AA))
    assert f"Of the rows of level A and AA there are {_count(verdicts)}." in " ".join(REPORT.split())


def test_known_limits_come_first() -> None:
    assert next(iter(SECTIONS)) == LIMITS
    before, _, _ = REPORT.partition(f"## {LIMITS}")
    assert SUPPORTS.lower() not in before.lower()
    assert "|" not in before
    limits = re.findall(r"(?m)^\d+\. ", SECTIONS[LIMITS])
    assert len(limits) >= 10
    for essence in ("disability", "NVDA", "Windows", "English only", "kiosk", "clinician", "Fenrir", "No mouse"):
        assert essence in SECTIONS[LIMITS]


def test_it_reads_easily() -> None:
    limits = re.split(r"(?m)^\d+\. ", SECTIONS[LIMITS])
    texts = [re.sub(r"[`*#]|\(\S*\)", "", text) for text in (*limits, *(row.why for row in ROWS)) if text.strip()]
    assert grade(texts) <= HIGHEST_GRADE
    assert grade(texts[: len(limits) - 1]) <= HIGHEST_GRADE


def test_the_readme_leads_here() -> None:
    assert "](docs/accessibility.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
