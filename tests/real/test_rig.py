"""The parts of the rig that need no reader."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.real.readers import processes
from tests.real.readers.budget import Measure, allowed, stored
from tests.real.readers.emacspeak_server import serve
from tests.real.readers.hearing import characters, drawn, first_seconds, words
from tests.real.readers.reader import Reader, Start
from tests.real.readers.speech import SAY, STOP, Event, Speech, write
from tests.real.readers.spoken import Spoken
from tests.real.readers.tasks import TASKS


def test_the_orders_of_yasr_become_events(tmp_path: Path) -> None:
    path = str(tmp_path / "speech")
    orders = b"s\ntts_set_speech_rate {175}\nq {One line.}\nd\nl {x}\nq {never said}\ns\nd\nq {na\xc3\xafve \xff}\nd\n"
    serve(io.BytesIO(orders), path)
    speech = Speech(path)
    assert speech.read()
    said = [Event(SAY, "One line."), Event(SAY, "x"), Event(STOP, ""), Event(SAY, "na\u00efve \ufffd")]
    assert speech.events == [Event(STOP, ""), *said]


def test_speech_is_read_by_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "speech"
    speech = Speech(str(path))
    assert not speech.read()
    write(str(path), SAY, "one")
    with path.open("a") as file:
        file.write('["say", "tw')
    assert speech.read()
    with path.open("a") as file:
        file.write('o"]\n')
    assert speech.read()
    assert [one.text for one in speech.events] == ["one", "two"]
    assert not speech.read()


class _Echo:
    """No reader: what is typed is the answer, and a stop cuts off what was begun."""

    name = "echo"
    own: tuple[str, ...] = ("Hello from the reader",)

    def missing(self) -> str:
        return ""

    def start(self, program_file: str, folder: Path, speech: str) -> Start:
        events = [
            (SAY, "Hello from the reader"),
            (SAY, "lost"),
            (STOP, ""),
            (SAY, "first  line  ,   , second line (x , y)"),
        ]
        for event in events:
            write(speech, *event)
        return Start(["cat"], {})

    def utterances(self, text: str) -> list[str]:
        return text.split("  , ")

    def passed(self, code: str) -> list[str]:
        return [code]


def test_what_is_cut_off_is_not_heard(tmp_path: Path) -> None:
    reader: Reader = _Echo()
    with Spoken(reader, [], tmp_path, {}) as session:
        assert session.begin() == ["first line", "second line (x , y)"]
        assert session.lost == ["lost"]
        assert session.press("a", "\n") == []
        assert "a" in session.text


def test_a_process_at_work_is_seen() -> None:
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    idle = subprocess.Popen(["sleep", "60"])
    try:
        deadline = time.monotonic() + 30
        while not processes.at_work([busy.pid]):
            assert time.monotonic() < deadline
        while processes.at_work([idle.pid]):
            assert time.monotonic() < deadline
    finally:
        processes.end([busy.pid, idle.pid])
        busy.wait()
        idle.wait()


@pytest.mark.parametrize(
    "line",
    [
        "\u2022 A list",
        "\u25b8 Causes",
        "Causes \u203a here \u2500\u2500",
        "greater Causes",
        "plus Causes",
        "left bracket 1 right bracket",
        "a | b",
    ],
)
def test_a_drawn_mark_is_heard(line: str) -> None:
    assert drawn([line]) == [line]


def test_texts_are_no_drawn_marks() -> None:
    assert (
        drawn(
            ["Shift plus Tab: To the one before", "Pseudo dash resistance", "https://example.com/a_b", "Causes, open"]
        )
        == []
    )


def test_words_are_the_same_however_a_reader_names_marks() -> None:
    assert words("Pseudo dash resistance, TMS") == words("Pseudo-resistance", "(TMS)")
    assert first_seconds(["Error: this", "is long"], 1) == "Error: this is "
    assert characters(["one two", "three"]) == characters(["one", "two three"])


def test_each_task_has_its_budget_and_it_grows_with_the_text_alone() -> None:
    keys = {
        (task.name, mode, reader) for task in TASKS for mode in ("plain", "linear") for reader in ("yasr", "fenrir")
    }
    assert set(stored()) == keys
    before = Measure("a task", "plain", "yasr", 1, 100, 80)
    assert allowed(before, before._replace(text=80)) == 100
    assert allowed(before, before._replace(text=90)) == 110
    assert allowed(before, before._replace(text=70)) == 90
    assert allowed(before, before._replace(reader="fenrir")) == 105
