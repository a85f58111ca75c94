"""Ten standard tasks in plain and in linear mode, with readers that speak and on a braille display."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.real.conftest import Feel, Listen
from tests.real.readers.brltty import Braille
from tests.real.readers.budget import Measure, allowed, note, stored
from tests.real.readers.hearing import characters, drawn, words
from tests.real.readers.reader import PROJECT
from tests.real.readers.session import Session
from tests.real.readers.tasks import TASKS, Task, Way

pytestmark = pytest.mark.real

PLAIN, LINEAR = "plain", "linear"
MORE = "Enter for more"
ANSWERS = {"trd-tui-answers": 1, "guide": "2026-11", "answers": {"A1": ["one"]}}


def _step(session: Session, mode: str, step: str) -> list[str]:
    return session.line(step) if mode == PLAIN else session.press(step)


def _tells(told: list[str], parts: tuple[str, ...]) -> str:
    """The first of some parts that is not told after the ones before it; empty if all are.

    Blanks do not count, since a braille display breaks lines in the middle of words.
    """
    rest = "".join(words(*told))
    for part in parts:
        _, found, rest = rest.partition("".join(words(part)))
        if not found:
            return part
    return ""


def _plain_text(commands: tuple[str, ...], env: dict[str, str], folder: Path) -> int:
    """Characters of what some commands write, less those of the commands after a "-"."""
    answers = folder / "answers.json"
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    total = 0
    for command in commands:
        line = command.removeprefix("-").format(answers=shlex.quote(str(answers)))
        program = [sys.executable, "-m", "trd_tui", *shlex.split(line)]
        env = {**env, "LANG": "C.UTF-8"}
        ended = subprocess.run(program, cwd=PROJECT, env=env, capture_output=True, check=True, text=True)
        rows = [row for row in ended.stdout.splitlines() if line != "outline" or not row.startswith(" ")]
        size = characters([" ".join(row.split()) for row in rows])
        total += -size if command.startswith("-") else size
    return total


@pytest.mark.parametrize("mode", [PLAIN, LINEAR])
@pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])
def test_a_task_is_done_by_ear(
    task: Task, mode: str, listen: Listen, quiet_env: dict[str, str], tmp_path: Path
) -> None:
    way: Way = getattr(task, mode)
    with listen(f"--{mode}") as session:
        told = session.begin()
        for step in way.before:
            _step(session, mode, step)
        if way.before or way.steps:
            told = [line for step in way.steps for line in _step(session, mode, step)]
        assert _tells(told, way.tells) == "", told
        assert drawn(told) == []
        assert session.lost == []
        text = _plain_text(task.text, quiet_env, tmp_path)
        now = Measure(task.name, mode, session.reader.name, len(told), characters(told), text)
    note(now)
    before = stored().get(now.key)
    assert before is not None, f"{now} is not in the budget"
    assert now.characters <= allowed(before, now), told


def _go_on(session: Braille) -> None:
    """Go on until everything has been written."""
    while session.shown.startswith(MORE):
        session.press("enter")
        session.go_to_cursor()


def _feel_all(session: Braille) -> list[str]:
    """Read each screen from its end to its start, up to the last one."""
    felt = [session.read_back()]
    while session.shown.startswith(MORE):
        session.press("enter")
        session.go_to_cursor()
        felt.append(session.read_back())
    return felt


@pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])
def test_a_task_is_done_by_touch_in_plain_mode(task: Task, feel: Feel) -> None:
    with feel("--plain", "--pause") as session:
        session.begin()
        felt = [] if task.plain.steps else _feel_all(session)
        for step in task.plain.before:
            _go_on(session)
            session.line(step)
        _go_on(session)
        for step in task.plain.steps:
            session.line(step)
            felt += _feel_all(session)
        assert session.shown.startswith(task.plain.felt)
        assert _tells(felt, task.plain.tells) == "", felt


@pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])
def test_a_task_is_done_by_touch_in_linear_mode(task: Task, feel: Feel) -> None:
    with feel("--linear") as session:
        session.begin()
        session.press(*task.linear.before, *task.linear.steps)
        assert session.shown.startswith(task.linear.felt)
        assert session.rows[session.cursor[1]].strip().startswith(session.shown)
