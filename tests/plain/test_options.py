"""The options of plain mode, through the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from trd_tui import cli, front_ends
from trd_tui.front_ends import FrontEnds
from trd_tui.plain import screen
from trd_tui.words import Words

Heard = Callable[..., str]
TO_FULL_SCREEN_AND_BACK = "12\nf\n12\nq\n"


@pytest.fixture
def heard(library_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Heard:
    """What is said to a person who types something; the full screen is left as soon as it is there."""
    monkeypatch.setattr(front_ends, "_full_screen_fits", lambda: True)
    monkeypatch.setattr(FrontEnds, "_full", lambda *_, first: "switch")

    def hear(*options: str, typed: str = TO_FULL_SCREEN_AND_BACK) -> str:
        monkeypatch.setattr(sys, "stdin", StringIO(typed))
        assert cli.main(["--plain", "--content", str(library_file), *options]) == 0
        return capsys.readouterr().out

    return hear


@pytest.mark.parametrize(("level", "times"), [("full", 2), ("normal", 1), ("brief", 0)])
def test_a_hint_is_said_as_often_as_was_asked(heard: Heard, words: Words, level: str, times: int) -> None:
    assert heard("--verbosity", level).count(words("plain.sources_how")) == times


def test_by_default_a_hint_is_said_once_also_after_the_full_screen(heard: Heard, words: Words) -> None:
    said = heard()
    assert said.count(words("plain.because.switched")) == 1
    assert said.count(words("plain.sources_how")) == 1


def test_what_was_changed_in_the_session_holds_after_the_full_screen(heard: Heard, words: Words) -> None:
    assert words("plain.sources_how") not in heard(typed="hints brief\nf\n12\nq\n")


def test_pausing_needs_a_terminal(heard: Heard, words: Words) -> None:
    assert words("plain.prompt_more") not in heard("--pause")


def test_on_a_terminal_pausing_waits_after_each_screenful(
    heard: Heard, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front_ends, "is_terminal", lambda stream: stream is sys.stdout)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    rests: list[None] = []
    monkeypatch.setattr(screen, "rest", lambda: rests.append(None))
    assert heard("--pause", typed="12\n" * 3).count(words("plain.prompt_more")) == 4
    assert rests == []
    assert words("plain.prompt_more") not in heard(typed="12\nq\n")
    assert len(rests) == 3
