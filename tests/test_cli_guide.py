"""The command "guide" in this process, and how the two front ends follow each other."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import strftime

import pytest

from trd_tui import fallback, front_ends
from trd_tui.front_ends import FrontEnds
from trd_tui.library.store import Library
from trd_tui.reading import Reading
from trd_tui.tui.app import ReaderApp

ROOT = Path(__file__).parents[1]


class TestGuide:
    @pytest.fixture
    def typed(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
        """Type into plain mode."""
        return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))

    @pytest.fixture
    def answers(self, tmp_path: Path) -> Callable[..., str]:
        """Write an answers file, and give its name."""

        def write_answers(text: str = "", **given: object) -> str:
            file = tmp_path / "answers.json"
            whole = {"trd-tui-answers": 1, "guide": "2026-11", "answers": given}
            file.write_text(text or json.dumps(whole), encoding="utf-8")
            return str(file)

        return write_answers

    @pytest.fixture
    def started(self, monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
        """What a front end would begin with, if one were started."""
        found: list[Reading] = []

        def run(front_ends: FrontEnds) -> int:
            found.append(front_ends._reading)
            return 0

        monkeypatch.setattr(FrontEnds, "run", run)
        return found

    def test_the_guide_opens_at_once(
        self,
        main: Callable[..., int],
        capsys: pytest.CaptureFixture[str],
        library: Library,
        typed: Callable[[str], None],
    ) -> None:
        typed("")
        assert main("guide", "--plain") == 0
        shown = capsys.readouterr().out
        assert library.guide.welcome.ask.partition(".")[0] in shown
        assert "Contents, " not in shown

    @pytest.mark.parametrize(("where", "second"), [("last", "A1"), ("first", "S2"), ("off", "A1")])
    @pytest.mark.parametrize("way", ["option", "environment", "config"])
    def test_where_the_safety_question_stands(
        self,
        main: Callable[..., int],
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        started: list[Reading],
        where: str,
        second: str,
        way: str,
    ) -> None:
        line = []
        if way == "option":
            line = ["--safety-question", where]
        elif way == "environment":
            monkeypatch.setenv("TRD_TUI_SAFETY_QUESTION", where)
        else:
            (tmp_path / "config.toml").write_text(f'safety_question = "{where}"')
            line = ["--config", str(tmp_path / "config.toml")]
        assert main("guide", *line, "--country", "ca") == 0
        (reading,) = started
        assert [question.id for question in reading.walk.order][1] == second
        assert ("S2" in [question.id for question in reading.walk.order]) == (where != "off")
        assert (reading.country, reading.in_guide) == ("ca", True)

    @pytest.mark.parametrize("where", ["never", "FIRST", "first,last"])
    def test_the_safety_question_stands_nowhere_else(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], where: str
    ) -> None:
        assert main("guide", "--safety-question", where) == 2
        assert capsys.readouterr().err.endswith(" is not known; there is: last, first, off\n")

    def test_answers_are_filled_in(
        self,
        main: Callable[..., int],
        capsys: pytest.CaptureFixture[str],
        answers: Callable[..., str],
        started: list[Reading],
    ) -> None:
        assert main("guide", "--answers", answers(A1="two", D5=[])) == 0
        (reading,) = started
        assert (reading.in_guide, reading.walk.stage) == (True, "review")
        assert reading.walk.answers == {"A1": ("two",), "D5": ()}
        assert capsys.readouterr().err == ""

    def test_after_filled_in_answers_help_is_offered_first(
        self, main: Callable[..., int], answers: Callable[..., str], started: list[Reading], library: Library
    ) -> None:
        every: dict[str, list[str]] = {one.id: [] for one in library.guide.questions if not one.private}
        assert main("guide", "--answers", answers(**every)) == 0
        walk = started[0].walk
        walk.go_on()
        assert walk.current.id == library.guide.offer.id
        walk.skip()
        assert walk.current.id == library.guide.safety.id

    def test_answers_to_earlier_questions_are_told(
        self,
        main: Callable[..., int],
        capsys: pytest.CaptureFixture[str],
        answers: Callable[..., str],
        started: list[Reading],
    ) -> None:
        text = '{"trd-tui-answers": 1, "guide": "2026-01", "answers": {"A1": "two"}}'
        assert main("guide", "--answers", answers(text)) == 0
        assert "2026-01" in capsys.readouterr().err

    def test_the_sheet(
        self,
        main: Callable[..., int],
        capsys: pytest.CaptureFixture[str],
        answers: Callable[..., str],
        library: Library,
    ) -> None:
        file = answers(A1="two", B1="few", B2=["forgot"], D5="started")
        assert main("guide", "--sheet", "--answers", file, "--width", "40", "--country", "GB") == 0
        shown = capsys.readouterr()
        lines = shown.out.splitlines()
        assert lines[0] == library.words("guide.sheet")
        assert max(map(len, lines)) <= 40
        assert "  You missed doses on 1 or 2 days." in lines
        assert "116 123" in shown.out
        assert strftime("%Y-%m-%d") in shown.out
        assert shown.err == ""

    def test_the_sheet_in_ascii(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], answers: Callable[..., str]
    ) -> None:
        assert main("guide", "--sheet", "--ascii", "--answers", answers(A1="two")) == 0
        shown = capsys.readouterr().out
        assert shown.isascii()
        assert 70 < max(map(len, shown.splitlines())) <= 80

    def test_the_sheet_names_no_urgent_note(
        self,
        main: Callable[..., int],
        capsys: pytest.CaptureFixture[str],
        answers: Callable[..., str],
        library: Library,
    ) -> None:
        given = answers(A1="two", B3=["restless"], E4="most_days", F1="now", F5="now")
        assert main("guide", "--sheet", "--answers", given, "--width", "200") == 0
        shown = capsys.readouterr().out
        notes = [one for one in library.guide.notes if one.id in ("U1", "U4", "U5", "U6")]
        said = {line.text for one in notes for line in one.lines}
        assert len(said) > 8
        assert [text for text in said if text in shown] == []

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            (["--sheet"], "--sheet needs --answers FILE"),
            (["--sheet", "--answers="], "--sheet needs --answers FILE"),
            (["--sheet", "--paths", "--answers", "a"], "--sheet and --paths cannot both be chosen"),
            (["--paths", "--answers", "a"], "--paths is the same for all answers: it takes no --answers"),
            (["--width", "40"], "--width belongs to --sheet and --paths"),
            (["--answers", "a", "--width", "40"], "--width belongs to --sheet and --paths"),
            (["now"], "'now' is too much"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else None,
    )
    def test_what_does_not_go_together(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], line: list[str], said: str
    ) -> None:
        assert main("guide", *line) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert shown.err.startswith(f"trd-tui: {said}\nusage: trd-tui guide ")

    @pytest.mark.parametrize("line", [["--sheet"], ["--plain"], ["--tui"]], ids=" ".join)
    def test_wrong_answers_are_told_before_anything_is_shown(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], answers: Callable[..., str], line: list[str]
    ) -> None:
        file = answers('{"trd-tui-answers": 1, "guide": "2026-11",\n "answers": {"A1": "too"}}')
        assert main("guide", *line, "--answers", file) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert shown.err == f'trd-tui: {file}:2:20: A1 has no answer "too"\nThere is: two.\n'

    def test_answers_after_more_than_is_allowed_are_not_taken(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], answers: Callable[..., str]
    ) -> None:
        text = '{"trd-tui-answers": 1, "guide": "2026-11", "answers": {}}'
        assert main("guide", "--sheet", "--answers", answers(text.ljust(1_000_000))) == 0
        assert capsys.readouterr().err == ""
        assert main("guide", "--sheet", "--answers", answers(text.ljust(1_000_001))) == 2
        assert ":1:1: the file is larger than 1000000 bytes" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("none.json", "'none.json' cannot be read: No such file or directory"),
            ("folder", "'folder' cannot be read: Is a directory"),
            ("pipe", "--answers needs a file, and 'pipe' is none"),
            ("/dev/zero", "--answers needs a file, and '/dev/zero' is none"),
            ("a\0b", "'a\\x00b' cannot be read: embedded null byte"),
            ("\x1b[2J", "'\\x1b[2J' cannot be read: No such file"),
            ("\udcff", "'\\udcff' cannot be read: No such file"),
        ],
        ids=["none", "folder", "pipe", "device", "NUL", "hostile", "no text"],
    )
    def test_an_answers_file_that_is_none(
        self,
        main: Callable[..., int],
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        said: str,
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "folder").mkdir()
        os.mkfifo(tmp_path / "pipe")
        assert main("guide", "--sheet", "--answers", name) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert said in shown.err

    def test_the_paths(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], library: Library) -> None:
        assert main("guide", "--paths") == 0
        shown = capsys.readouterr()
        assert shown.out.startswith(library.guide.title)
        assert shown.err == ""

    def test_the_paths_at_a_width(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("guide", "--paths") == 0
        whole = capsys.readouterr().out
        assert main("guide", "--paths", "--width", "60") == 0
        narrow = capsys.readouterr().out
        assert max(map(len, narrow.splitlines())) <= 60
        assert narrow.split() == whole.split()
        lines = narrow.splitlines()
        place = next(number for number, line in enumerate(lines) if line.startswith("  The questions stand in"))
        assert lines[place + 1].startswith("    ")

    def test_the_paths_of_broken_content(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], broken: str
    ) -> None:
        assert main("guide", "--paths", "--content", broken) == 3
        assert capsys.readouterr().out == ""


class TestFrontEnds:
    """How the two front ends follow each other, with stand-ins for both."""

    @pytest.fixture(autouse=True)
    def terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As if the program ran in a terminal."""
        monkeypatch.setattr(front_ends, "is_terminal", lambda _: True)

    @pytest.fixture
    def ends(self, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
        """Let the full screen end with these results, one after the other; which front ends ran is written down."""

        def let(*results: str) -> list[str]:
            ran: list[str] = []
            waiting = list(results)

            def full(*_: object, first: bool) -> str:
                ran.append("full" if first else "full again")
                return waiting.pop(0)

            def plain(*_: object, first: bool) -> str:
                ran.append("plain" if first else "plain again")
                return waiting.pop(0)

            monkeypatch.setattr(FrontEnds, "_full", full)
            monkeypatch.setattr(FrontEnds, "_plain", plain)
            return ran

        return let

    @pytest.mark.parametrize(
        ("line", "results", "expected"),
        [
            (["--tui"], ["quit"], ["full"]),
            (["--tui"], ["switch", "switch", "quit"], ["full", "plain again", "full again"]),
            (["--plain"], ["switch", "quit"], ["plain", "full again"]),
            (["guide", "--tui"], ["switch", "exit"], ["full", "plain again"]),
        ],
        ids=str,
    )
    def test_they_follow_each_other(
        self,
        main: Callable[..., int],
        ends: Callable[..., list[str]],
        line: list[str],
        results: list[str],
        expected: list[str],
    ) -> None:
        ran = ends(*results)
        assert main(*line) == 0
        assert ran == expected

    @pytest.mark.parametrize(
        ("ended", "printed", "expected"),
        [("quit", "the sheet\n", "the sheet\n"), ("quit", "", ""), ("exit", "", "")],
        ids=["printed", "nothing to print", "quick exit"],
    )
    def test_what_is_printed_after_the_full_screen(
        self,
        main: Callable[..., int],
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        ended: str,
        printed: str,
        expected: str,
    ) -> None:
        def run(self: ReaderApp) -> str:
            self.printed = printed
            return ended

        monkeypatch.setattr(ReaderApp, "run", run)
        assert main("guide", "--tui") == 0
        assert capsys.readouterr().out == expected


BREAKS = """
import sys
from trd_tui import guide_pages, output
from trd_tui.guide.walk import Walk

def breaks(*given, **named):
    raise {kind}("unsafe at home, " + repr(given))

{place} = breaks
from trd_tui.cli import run
run()
"""
UNSAFE_AT_HOME = "2\n8\n2\n7\n\nk\n2\n\nv\nsave visit.txt\n"


class TestACrash:
    """Rule 5.2 of the design: nothing that a person answers leaves the program, not even with an error of its own."""

    @pytest.mark.parametrize("kind", ["KeyError", "RecursionError", "MemoryError", "SystemError"])
    @pytest.mark.parametrize("place", ["Walk.skip", "guide_pages.passages", "output.sheet_text"])
    def test_it_says_where_and_no_answer(self, env: dict[str, str], tmp_path: Path, place: str, kind: str) -> None:
        ended = subprocess.run(
            [sys.executable, "-c", BREAKS.format(place=place, kind=kind), "guide", "--plain"],
            cwd=tmp_path, env={**env, "PYTHONPATH": str(ROOT)}, input=UNSAFE_AT_HOME, text=True, capture_output=True,
            check=False,
        )  # fmt: skip
        assert "You deserve to be safe." in ended.stdout
        assert (ended.returncode, ended.stderr.splitlines()) == (
            1,
            [
                f"trd-tui: something went wrong, and the program had to stop: {kind} (<string>, line 7)",
                f"In a crisis: {fallback.HELP_NOW.splitlines()[1]}",
                "Other countries: trd-tui help-now",
            ],
        )
        assert list(tmp_path.iterdir()) == []
