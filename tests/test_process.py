"""The program itself, with real streams: pipes, encodings, hostile bytes, signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
Ran = subprocess.CompletedProcess[bytes]
Run = Callable[..., Ran]
ASCII_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
LATIN_1 = {"PYTHONIOENCODING": "latin-1"}


@pytest.fixture
def run(env: dict[str, str]) -> Run:
    """Run the real program; what is typed goes in as bytes."""

    def ran(*arguments: str, typed: bytes = b"", through: str = "", **changed: str) -> Ran:
        program = [sys.executable, "-m", "trd_tui", *arguments]
        line = ["sh", "-c", f'"$@" {through}', "sh", *program] if through else program
        return subprocess.run(
            line, cwd=ROOT, env=env | changed, input=typed, capture_output=True, timeout=30, check=False
        )

    return ran


def test_plain_mode_reads_from_a_pipe(run: Run) -> None:
    ended = run(typed=b"12\nq\n")
    assert ended.returncode == 0
    assert ended.stdout.startswith(b"Plain mode, because input or output is not a terminal. Help in a crisis: h.\n")
    assert b"Section 12 of 23." in ended.stdout
    assert ended.stdout.endswith(b"Goodbye.\n")
    assert ended.stderr == b""


def test_the_end_of_input_ends_with_status_0(run: Run) -> None:
    ended = run("--plain", typed=b"12")
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize(
    "line",
    [["show", "all"], ["show", "all", "--json"], ["--plain"], ["outline"], ["guide", "--paths"], ["guide", "--plain"]],
    ids=str,
)
def test_a_reader_that_goes_away_is_no_error(run: Run, line: list[str]) -> None:
    ended = run(*line, typed=b"12\n" * 500, through="| head -1")
    assert ended.stdout.count(b"\n") == 1
    assert ended.stderr == b""


def test_a_closed_stdin(run: Run) -> None:
    ended = run("--plain", through="<&-")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"Contents, 23 sections." in ended.stdout


@pytest.mark.parametrize(
    "line", [["outline"], ["--plain"], ["help-now"], ["show", "all"], ["guide", "--paths"], ["guide"]], ids=str
)
def test_a_closed_stdout(run: Run, line: list[str]) -> None:
    ended = run(*line, through=">&-")
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_closed_stderr(run: Run) -> None:
    ended = run("show", "nowhere", through="2>&-")
    assert (ended.returncode, ended.stdout) == (1, b"")


def test_a_full_disk_is_one_line(run: Run) -> None:
    ended = run("show", "all", through=">/dev/full")
    assert ended.returncode == 1
    assert ended.stderr == b"trd-tui: cannot go on: No space left on device\n"


@pytest.mark.parametrize("through", ["2>/dev/full", "2>&1 | true; exit ${PIPESTATUS[0]}"], ids=["full", "gone"])
@pytest.mark.parametrize(("line", "status"), [("show nowhere", 1), ("--fly", 2), ("outline --content nowhere", 3)])
def test_the_status_is_told_even_where_no_message_can_be(
    env: dict[str, str], line: str, status: int, through: str
) -> None:
    command = ["bash", "-c", f'"$@" {line} {through}', "bash", sys.executable, "-m", "trd_tui"]
    assert subprocess.run(command, cwd=ROOT, env=env, check=False, timeout=30).returncode == status


@pytest.mark.parametrize("encoding", [ASCII_LOCALE, LATIN_1], ids=["ASCII", "latin-1"])
@pytest.mark.parametrize(
    "line",
    [["show", "all", "--sources"], ["show", "all", "--json"], ["--plain"], ["guide", "--paths"], ["guide"]],
    ids=str,
)
def test_an_output_that_cannot_show_everything(run: Run, line: list[str], encoding: dict[str, str]) -> None:
    ended = run(*line, typed="s ≥ naïve 漢\n12\ns\n".encode(), **encoding)
    assert (ended.returncode, ended.stderr) == (0, b"")
    shown = ended.stdout.decode(encoding.get("PYTHONIOENCODING", "ascii"))
    assert len(shown) > 500


def test_a_sign_without_a_letter_is_spelled(run: Run) -> None:
    ended = run("--plain", typed=b"s qqqq\xe2\x89\xa5\n", PYTHONIOENCODING="ascii", PYTHONUTF8="1")
    assert b"Nothing for qqqq" in ended.stdout
    assert ended.stdout.isascii()


def test_the_c_locale_is_ascii(run: Run) -> None:
    ended = run("show", "ect", LC_ALL="C")
    assert ended.returncode == 0
    assert ended.stdout.isascii()
    assert b"\n  - You are asleep" in ended.stdout


def test_without_term_it_is_plain(env: dict[str, str], run: Run) -> None:
    del env["TERM"]
    ended = run(typed=b"")
    assert ended.returncode == 0
    assert ended.stdout.startswith(b"Plain mode, because ")


def test_hostile_bytes(run: Run) -> None:
    ended = run("--plain", typed=bytes(range(256)) * 4 + b"\nw\n\xff\xfe\n\x1b[2J\x9b\nq\n")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert all(byte in (10, *range(32, 127)) or byte > 127 for byte in ended.stdout)
    assert ended.stdout.decode().replace("\n", "").isprintable()
    assert ended.stdout.endswith(b"Goodbye.\n")


def test_a_line_of_1_mb(run: Run) -> None:
    ended = run("--plain", typed=b"x" * 1_000_000 + b"\nq\n")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert len(ended.stdout) < 5000
    assert ended.stdout.endswith(b"Goodbye.\n")


def test_arguments_that_are_no_text(run: Run) -> None:
    for line in (["show"], ["search"], ["--section"], ["--content"]):
        ended = run(*line, os.fsdecode(b"\xff\x1b"))
        assert ended.returncode in (1, 3)
        assert b"Traceback" not in ended.stderr
        assert b"\x1b" not in ended.stderr


def test_settings_that_are_no_text(run: Run) -> None:
    ended = run(TRD_TUI_SECTION=os.fsdecode(b"\xff\x1b"))
    assert ended.returncode == 1
    assert b"\x1b" not in ended.stderr


@pytest.mark.parametrize(
    ("line", "status"),
    [(["outline"], 0), (["show", "nowhere"], 1), (["--fly"], 2), (["outline", "--content", "nowhere"], 3)],
)
def test_exit_statuses(run: Run, line: list[str], status: int) -> None:
    assert run(*line).returncode == status


ANSWERS = b'{"trd-tui-answers": 1, "guide": "2026-11", "answers": {"A1": "two", "B1": "few"}}'


@pytest.mark.parametrize("encoding", [{}, ASCII_LOCALE, LATIN_1], ids=["UTF-8", "ASCII", "latin-1"])
def test_the_sheet_on_stdout(run: Run, tmp_path: Path, encoding: dict[str, str]) -> None:
    (tmp_path / "answers.json").write_bytes(ANSWERS)
    ended = run("guide", "--sheet", "--answers", str(tmp_path / "answers.json"), **encoding)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"You missed doses on 1 or 2 days." in ended.stdout
    assert sorted(tmp_path.iterdir()) == [tmp_path / "answers.json"]


def test_the_sheet_on_a_full_disk_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_bytes(ANSWERS)
    ended = run("guide", "--sheet", "--answers", str(tmp_path / "answers.json"), through=">/dev/full")
    assert (ended.returncode, ended.stderr) == (1, b"trd-tui: cannot go on: No space left on device\n")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\0" * 1000, id="NUL"),
        pytest.param(bytes(range(256)), id="bytes"),
        pytest.param(b"[" * 999_999, id="lists"),
        pytest.param(b'{"a":' * 190_000, id="objects"),
        pytest.param(b"9" * 999_999, id="number"),
        pytest.param(ANSWERS * 10, id="several"),
        pytest.param(b" " * 1_000_001, id="large"),
    ],
)
@pytest.mark.parametrize("line", [["--sheet"], ["--plain"]], ids=" ".join)
def test_hostile_answers_are_refused_in_two_lines(run: Run, tmp_path: Path, raw: bytes, line: list[str]) -> None:
    (tmp_path / "answers.json").write_bytes(raw)
    ended = run("guide", *line, "--answers", str(tmp_path / "answers.json"), typed=b"q\n")
    assert (ended.returncode, ended.stdout) == (2, b"")
    said = ended.stderr.decode()
    assert said.startswith(f"trd-tui: {tmp_path}/answers.json:")
    assert all(part.isprintable() for part in said.splitlines())
    assert len(said.splitlines()) == 2
    assert len(said) < 600


def test_an_answers_file_that_is_a_pipe_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ended = run("guide", "--answers", str(tmp_path / "pipe"))
    assert ended.returncode == 2
    assert b"--answers needs a file" in ended.stderr


def test_the_end_of_input_in_a_question_ends_with_status_0(run: Run) -> None:
    ended = run("guide", "--plain", typed=b"1\n2\n4\n")
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_the_quick_way_out_ends_with_status_0(run: Run) -> None:
    ended = run("guide", "--plain", typed=b"1\n2\n4\nx\nq\n")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"\x1b" not in ended.stdout


@pytest.mark.parametrize(("number", "status"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_signals_end_plain_mode_at_once(env: dict[str, str], number: signal.Signals, status: int) -> None:
    line = [sys.executable, "-m", "trd_tui", "--plain"]
    with subprocess.Popen(
        line, 0, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        while not program.stdout.readline().startswith(b"23 "):
            pass
        assert program.stdout.read(8) == b"Number, "
        program.send_signal(number)
        assert program.wait(10) == status
        assert program.stderr.read() == b""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("line", [["show", "all", "--json"], ["--plain"]], ids=" ".join)
def test_signals_end_a_program_whose_output_nobody_takes(
    env: dict[str, str], line: list[str], number: signal.Signals, status: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "trd_tui", *line], cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(b"12\n" * 1000)
        program.stdin.flush()
        assert program.stdout.read(1)
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(0.5)
        program.send_signal(number)
        assert program.wait(10) == status


def test_nothing_is_written_to_disk(run: Run, tmp_path: Path) -> None:
    run("--plain", typed=b"s ketamine\n1\nt ect\nh\nq\n")
    assert list(tmp_path.rglob("*")) == []
