"""The program between pipes and files, as scripts and screen readers' scratch pads use it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "trd_tui"]
COMMANDS = (["show", "all"], ["outline"], ["search", "sleep"], ["help-now"], ["--plain"])


@pytest.fixture
def env(home: Path) -> dict[str, str]:
    """A bare environment."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}


def _run(line: list[str], env: dict[str, str], typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *line], cwd=ROOT, env=env, input=typed, capture_output=True, check=False, timeout=60
    )


def _shell(line: str, env: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    command = ["bash", "-o", "pipefail", "-c", line, "bash", *PROGRAM]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize("line", COMMANDS, ids=" ".join)
def test_a_reader_of_one_line_gets_it_and_no_traceback(line: list[str], env: dict[str, str]) -> None:
    ended = _shell(f'"$@" {" ".join(line)} </dev/null | head -n 1', env)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
@pytest.mark.parametrize("line", [["show", "all", "--sources"], ["--plain"]], ids=" ".join)
def test_an_output_with_few_letters_gets_others_in_their_place(
    encoding: str, line: list[str], env: dict[str, str]
) -> None:
    ended = _run(line, env | {"PYTHONIOENCODING": encoding})
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode(encoding)


def test_plain_mode_says_first_why_it_is_plain(env: dict[str, str]) -> None:
    first = _run([], env | {"TERM": "xterm"}).stdout.decode().splitlines()[0]
    assert first == "Plain mode, because input or output is not a terminal. Help in a crisis: h."


def test_commands_may_come_through_a_pipe(env: dict[str, str]) -> None:
    said = _run(["--plain"], env, b"2\nn\nw\nsearch ketamin e\nnonsense\nh\nq\n")
    assert said.returncode == 0
    assert b"Error: nonsense is not a command." in said.stdout
    assert b"988" in said.stdout
    assert said.stdout.rstrip().endswith(b"Goodbye.")


def test_any_bytes_as_input_end_with_status_0(env: dict[str, str]) -> None:
    ended = _run(["--plain"], env, bytes(range(256)) + b"\n" + b"\x1b]0;x\x07\xff\xfe\n" + b"9" * 100_000)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"\x1b" not in ended.stdout


@pytest.mark.parametrize("closed", ["<&-", "</dev/null"])
def test_without_an_input_the_session_ends_by_itself(closed: str, env: dict[str, str]) -> None:
    ended = _shell(f'"$@" --plain {closed}', env)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"Contents" in ended.stdout


def test_a_closed_output_is_no_traceback(env: dict[str, str]) -> None:
    ended = _shell('"$@" show all >&-', env)
    assert b"Traceback" not in ended.stderr


def test_a_full_disk_is_told_in_one_line(env: dict[str, str]) -> None:
    ended = _shell('"$@" show all >/dev/full', env)
    assert ended.returncode != 0
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("line", "status"), [(["--nonsense"], 2), (["show", "ectt"], 1), (["--content", "nowhere"], 3)]
)
def test_what_went_wrong_is_on_stderr_alone(line: list[str], status: int, env: dict[str, str]) -> None:
    ended = _run(line, env)
    assert (ended.returncode, ended.stdout) == (status, b"")
    assert ended.stderr.startswith(b"trd-tui: ")


def test_an_unknown_section_names_the_nearest(env: dict[str, str]) -> None:
    assert b"ect" in _run(["show", "ectt"], env).stderr.partition(b"\n")[2]


def test_help_now_works_when_the_content_is_broken(tmp_path: Path, env: dict[str, str]) -> None:
    ended = _run(["help-now", "--content", str(tmp_path)], env)
    assert ended.returncode == 0
    assert b"988" in ended.stdout
