"""The commands, in this process: what is on stdout, what is on stderr, and the exit status."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.small_content import write
from trd_tui import fallback
from trd_tui.library.store import Library

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


class TestCommands:
    def test_version(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("--version") == 0
        assert capsys.readouterr().out.startswith("trd-tui 0.")

    def test_help(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("show", "--help") == 0
        assert capsys.readouterr().out.startswith("usage: trd-tui show ")

    def test_outline(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], library: Library) -> None:
        assert main("outline") == 0
        lines = capsys.readouterr().out.splitlines()
        assert [line.split()[1].rstrip(":") for line in lines] == [entry.id for entry in library.outline()]

    def test_outline_as_json(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], library: Library
    ) -> None:
        assert main("outline", "--json") == 0
        value = json.loads(capsys.readouterr().out)
        assert len(value) == library.count
        assert {"id", "level", "title"} <= set(value[0])

    def test_show(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("show", "ect", "--width", "40") == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "Electroconvulsive therapy (ECT)"
        assert max(map(len, lines)) <= 40

    def test_show_in_ascii(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("show", "all", "--ascii", "--sources") == 0
        assert capsys.readouterr().out.isascii()

    def test_show_as_json(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("show", "ect", "--json") == 0
        assert json.loads(capsys.readouterr().out)["id"] == "ect"

    def test_show_an_unknown_section(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("show", "ekt\x1b[2J") == 1
        shown = capsys.readouterr()
        assert shown.out == ""
        assert "ekt" in shown.err
        assert "\x1b" not in shown.err

    def test_the_nearest_sections_are_named(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("--plain", "--section", "etc") == 1
        assert "ect" in capsys.readouterr().err

    def test_search(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("search", "shock", "treatment", "--limit", "2") == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith("ect: ")
        assert sum(not line.startswith(" ") for line in lines) == 2

    def test_search_as_json(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("search", "shock treatment", "--json") == 0
        value = json.loads(capsys.readouterr().out)
        assert value["results"][0]["id"] == "ect"
        assert set(value) == {"query", "help_now", "suggestion", "results"}

    def test_nothing_found_shows_the_nearest(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main("search", "ketamin e") == 1
        shown = capsys.readouterr()
        assert shown.out.startswith("ketamine: ")
        assert shown.err == "trd-tui: Nothing for ketamin e. Did you mean ketamine?\n"

    def test_nothing_found_as_json_is_still_json(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main("search", "qqqqqq", "--json") == 1
        assert json.loads(capsys.readouterr().out)["results"] == []

    @pytest.mark.parametrize(
        "query", ["", " ", "\x00", '"', "AND", "\x1b[31m", "\udc80", "\u202e", "(" * 500, "a " * 5000]
    )
    def test_any_query_gets_an_answer(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], query: str
    ) -> None:
        assert main("search", query) in (0, 1)
        shown = capsys.readouterr()
        assert all(line.isprintable() for line in (shown.out + shown.err).splitlines())

    def test_danger_puts_help_first(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        main("search", "i want to die")
        assert "988" in capsys.readouterr().out.splitlines()[0]

    def test_help_now(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("help-now") == 0
        assert "988" in capsys.readouterr().out.splitlines()[3]

    def test_help_now_for_a_country(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("help-now", "--country", "gb") == 0
        assert "116 123" in capsys.readouterr().out.splitlines()[3]

    @pytest.mark.parametrize(
        ("line", "status"),
        [
            pytest.param(["--country", "FR"], 1, id="country without a page"),
            pytest.param(["--theme", "pink"], 2, id="wrong setting"),
            pytest.param(["--config", "nowhere.toml"], 2, id="no config file"),
            pytest.param(["--content", "nowhere"], 0, id="no content"),
            pytest.param(["--fly"], 2, id="unknown option"),
        ],
    )
    def test_help_now_shows_numbers_whatever_else_is_wrong(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], line: list[str], status: int
    ) -> None:
        assert main("help-now", *line) == status
        assert capsys.readouterr().out == fallback.HELP_NOW

    def test_help_now_when_the_program_itself_is_broken(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("trd_tui.library.find.open_library", lambda content: 1 / 0)
        assert main("help-now") == 0
        assert capsys.readouterr().out == fallback.HELP_NOW

    def test_what_was_not_found_is_not_mistaken_for_help_now(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main("search", "--json", "--", "qqqqqq help-now") in (0, 1)
        json.loads(capsys.readouterr().out)
        assert main("show", "help-now") == 1
        assert capsys.readouterr().out == ""

    @pytest.mark.parametrize("line", [["--plain"], ["--tui"], ["--plain", "--section", "ect"]], ids=" ".join)
    def test_a_country_without_a_page_is_told_before_reading(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], library: Library, line: list[str]
    ) -> None:
        assert main(*line, "--country", "\x1bFR") == 1
        codes = [lines.code for lines in library.help.countries]
        shown = capsys.readouterr()
        assert shown.out == ""
        assert shown.err == (f"trd-tui: there is no page for the country '\\x1bFR'\nThere is: {', '.join(codes)}.\n")

    def test_every_country_is_in_the_readme(self, library: Library) -> None:
        (row,) = (line for line in README.splitlines() if line.startswith("| `--country CC`"))
        assert [lines.code for lines in library.help.countries if f"`{lines.code}`" not in row] == []

    @pytest.mark.parametrize("line", [["guide", "--fhir"]], ids=" ".join)
    def test_what_is_not_in_this_version_says_so(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], line: list[str]
    ) -> None:
        assert main(*line) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert "not in this version" in shown.err

    @pytest.mark.parametrize(
        "line", [["--fly"], ["fly"], ["show"], ["show", "ect", "--width", "x"], ["--plain", "--tui"], ["--lang", "xx"]]
    )
    def test_wrong_usage(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], line: list[str]) -> None:
        assert main(*line) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert shown.err.startswith("trd-tui: ")

    def test_wrong_keys_in_the_config(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        config = tmp_path / "config.toml"
        config.write_text("[keys]\nhelp_now = []\n")
        assert main("--plain", "--config", str(config)) == 2
        assert "help_now needs a key" in capsys.readouterr().err


class TestBrokenContent:
    @pytest.mark.parametrize(
        "line", [["--plain"], ["outline"], ["show", "all"], ["search", "ect"], ["outline", "--json"]], ids=str
    )
    def test_every_problem_is_listed_and_nothing_else(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], broken: str, line: list[str]
    ) -> None:
        assert main(*line, "--content", broken) == 3
        shown = capsys.readouterr()
        assert shown.out == ""
        assert "en/help-now.yaml:1:1: the file is missing" in shown.err
        assert "en/article/01-intro.yaml:1:1: " in shown.err

    def test_check_lists_the_problems_on_stdout(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], broken: str
    ) -> None:
        assert main("check", broken) == 1
        shown = capsys.readouterr()
        lines = shown.out.splitlines()
        assert any(line.startswith("en/help-now.yaml:1:1: ") for line in lines)
        assert shown.err == f"{len(lines)} problems.\n"

    def test_one_problem_is_one(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        assert main("check", str(tmp_path / "nowhere")) == 1
        assert capsys.readouterr().err == "1 problem.\n"

    def test_check_takes_the_content_that_is_named(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], broken: str
    ) -> None:
        assert main("check", "--content", broken) == 1
        assert "en/help-now.yaml:1:1: " in capsys.readouterr().out

    def test_help_now_still_works(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], broken: str
    ) -> None:
        assert main("help-now", "--content", broken) == 0
        assert capsys.readouterr().out == fallback.HELP_NOW

    @pytest.mark.parametrize(
        "damage", [b"", b"no library", b"SQLite format 3\x00" + b"\xff" * 5000], ids=["empty", "text", "damaged"]
    )
    def test_a_file_that_is_no_library(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path, damage: bytes
    ) -> None:
        file = tmp_path / "library.sqlite"
        file.write_bytes(damage)
        assert main("--plain", "--content", str(file)) == 3
        assert main("help-now", "--content", str(file)) == 0
        assert capsys.readouterr().out == fallback.HELP_NOW

    def test_a_library_that_was_cut_short(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path, library_file: Path
    ) -> None:
        file = tmp_path / "library.sqlite"
        file.write_bytes(library_file.read_bytes()[: 4096 * 20])
        assert main("show", "all", "--content", str(file)) == 3
        assert capsys.readouterr().out == ""

    def test_a_folder_that_cannot_be_walked_through(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], broken: str
    ) -> None:
        loop = Path(broken) / "loop.yaml"
        loop.symlink_to(loop)
        assert main("outline", "--content", broken) == 3
        assert capsys.readouterr().err.startswith("trd-tui: ")

    def test_no_content_at_all(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
        assert main("outline", "--content", "nowhere") == 3
        assert "nowhere" in capsys.readouterr().err


class TestBuild:
    def test_build_and_read(self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        file = str(tmp_path / "built.sqlite")
        assert main("build", str(write(tmp_path / "small")), "-o", file) == 0
        assert main("outline", "--content", file) == 0
        assert "1 intro: What it is" in capsys.readouterr().out

    def test_broken_content_is_not_built(self, main: Callable[..., int], tmp_path: Path, broken: str) -> None:
        file = tmp_path / "built.sqlite"
        assert main("build", broken, "-o", str(file)) == 3
        assert not file.exists()

    def test_a_link_stays_a_link(self, main: Callable[..., int], tmp_path: Path) -> None:
        link, file = tmp_path / "link.sqlite", tmp_path / "built.sqlite"
        link.symlink_to(file)
        assert main("build", str(write(tmp_path / "small")), "-o", str(link)) == 0
        assert link.is_symlink()
        assert file.is_file()

    @pytest.mark.parametrize("through", ["{}", "{}/link"])
    @pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
    def test_what_is_no_file_is_never_replaced(
        self,
        main: Callable[..., int],
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        make: Callable[[Path], None],
        through: str,
    ) -> None:
        special = tmp_path / "special"
        make(special)
        (tmp_path / "link").symlink_to(special)
        before = special.lstat()
        named = str(special) if through == "{}" else through.format(tmp_path)
        assert main("build", str(write(tmp_path / "small")), "-o", named) == 2
        assert (special.lstat().st_ino, special.lstat().st_mode) == (before.st_ino, before.st_mode)
        assert capsys.readouterr().err.startswith("trd-tui: -o needs a file, and ")

    def test_a_place_where_nothing_can_be_written(
        self, main: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        assert main("build", str(write(tmp_path / "small")), "-o", str(tmp_path / "nowhere" / "built.sqlite")) in (
            1,
            2,
            3,
        )
        assert capsys.readouterr().err.startswith("trd-tui: ")
