"""The full screen in the real tmux, with its own screen, cursor and scrollback."""

from __future__ import annotations

import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PATIENCE = 20.0

pytestmark = pytest.mark.real


class Tmux:
    """One tmux server with one window that runs a shell."""

    def __init__(self, folder: Path) -> None:
        self._tmux = ["tmux", "-S", str(folder / "socket"), "-f", "/dev/null"]
        env = f"HOME={shlex.quote(str(folder))} PATH=/usr/bin:/bin LANG=C.UTF-8 TERM=screen-256color PS1='$ '"
        self.do("new-session", "-d", "-x", "80", "-y", "24", "-c", str(PROJECT), f"env -i {env} sh")

    def do(self, *command: str) -> str:
        return subprocess.run([*self._tmux, *command], capture_output=True, check=True, text=True).stdout

    def type(self, *keys: str) -> None:
        self.do("send-keys", *keys)

    @property
    def screen(self) -> str:
        return self.do("capture-pane", "-p")

    @property
    def scrollback(self) -> str:
        return self.do("capture-pane", "-p", "-S", "-")

    @property
    def cursor(self) -> tuple[int, int, bool]:
        x, y, shown = self.do("display", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}").split()
        return int(x), int(y), shown == "1"

    def wait_for(self, text: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while text not in self.screen:
            assert time.monotonic() < deadline, f"{text!r} did not come:\n{self.screen}"
            time.sleep(0.05)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    started = Tmux(tmp_path)
    try:
        started.type(f"echo before; {shlex.quote(sys.executable)} -m trd_tui", "Enter")
        started.wait_for("What is TRD?")
        yield started
    finally:
        started.do("kill-server")


def test_the_cursor_is_on_the_row_that_has_the_focus(tmux: Tmux) -> None:
    tmux.type("Down", "Down")
    tmux.wait_for("Words you will meet \u00b7 3 of 23")
    assert tmux.cursor == (0, 4, True)


def test_a_smaller_window_shows_one_pane_and_keeps_the_section(tmux: Tmux) -> None:
    tmux.type("Down", "Tab")
    tmux.wait_for("Esc Back")
    tmux.do("resize-window", "-x", "40", "-y", "12")
    tmux.wait_for("F2 Help: 988")
    assert "What is treatment-resistant" in tmux.screen
    tmux.do("resize-window", "-x", "80", "-y", "24")
    tmux.wait_for("F2 Help in a crisis: 988")
    assert "Esc Back" in tmux.screen


def test_after_the_end_the_shell_is_back_and_nothing_was_left_in_the_scrollback(tmux: Tmux) -> None:
    tmux.type("/")
    tmux.wait_for("Search:")
    tmux.type("private words")
    tmux.wait_for("private words")
    tmux.type("C-q")
    tmux.wait_for("$ ")
    tmux.type("echo after $?", "Enter")
    tmux.wait_for("after 0")
    assert "before" in tmux.scrollback
    assert "private" not in tmux.scrollback
    assert "TRD" not in tmux.scrollback
