"""What plain mode says in a kiosk: the first screen, the way out, nothing of saving; with a terminal and without."""

from __future__ import annotations

import io
import os
import signal
import sys

import pytest

from tests.plain.conversation import Conversation, at_results
from tests.plain.desk import F2, F9, F10, IDLE, WARNING, Desk, WaitsForEverError, one_by_one
from tests.plain.test_guide_errors import TRIED
from trd_tui.kiosk import Kiosk
from trd_tui.library.store import Library
from trd_tui.plain import kiosk_streams
from trd_tui.plain.kiosk_terminal import Gone
from trd_tui.plain.limited_lines import BURST_LINES
from trd_tui.plain.session import EXIT, QUIT, SWITCH, Outside, Session
from trd_tui.reading import Reading
from trd_tui.words import Words

CLEARS = "<cleared>"
SHARED, PIPED = Outside(clears=CLEARS, is_kiosk=True), Outside(is_kiosk=True)
HELP = "For help in a crisis, type h, or call or text 988."
LEAVE = "Type done when you are finished, or x to hide and forget all at once."
PROMPTS = [
    "prompt", "pin", "prompt_contents", "prompt_section", "prompt_results", "prompt_suggestion", "guide.prompt_results",
    "guide.prompt_no_results", "guide.prompt_sheet",
]  # fmt: skip


def test_the_greeting_has_the_number_and_says_once_how_to_leave(conversation: Conversation) -> None:
    heard = conversation.answers("1", "r", "c", outside=SHARED)
    assert heard[0][:2] == [HELP, LEAVE]
    assert conversation.text.count(LEAVE) == 1


def test_why_it_is_plain_mode_is_said_where_that_is_news(conversation: Conversation) -> None:
    heard = conversation.answers(greeting={"reason": "plain.because.no_terminal"}, outside=PIPED)
    assert heard[0][0] == f"Plain mode, because input or output is not a terminal. {HELP}"


@pytest.mark.parametrize("typed", ["done", "d", "quit", "q", "Done"])
def test_done_asks_once_and_then_forgets_all(typed: str, library: Library) -> None:
    conversation = at_results(library, TRIED)
    walk = conversation.reading.walk
    asked = conversation.answer(typed, outside=SHARED)
    assert asked[0].startswith("Are you done?")
    assert asked[-2:] == ["1 Yes, I am done", "2 No, go on"]
    assert CLEARS not in conversation.text
    conversation.hold(f"{typed}\n1\n3\n", outside=SHARED)
    assert conversation.ended == EXIT
    assert conversation.text.endswith(f"1 to 2, or ?: \n{CLEARS}")
    assert conversation.reading.walk is not walk
    assert not conversation.reading.walk.answers


def test_who_is_not_done_goes_on(library: Library) -> None:
    conversation = at_results(library, TRIED)
    assert conversation.answer("done", "2", outside=SHARED) == ["All is as it was. Type r to hear where you are."]
    assert conversation.ended == QUIT
    assert conversation.reading.walk.answers


def test_something_else_asks_again_and_help_is_help(conversation: Conversation) -> None:
    assert conversation.answer("done", "yes", outside=SHARED)[-1].startswith("Error: that is none of these.")
    assert "988" in " ".join(conversation.answer("done", "h", outside=SHARED))
    assert conversation.prompts()[-1] == "1 to 2, or ?: "


def test_exit_asks_nothing(library: Library) -> None:
    conversation = at_results(library, TRIED)
    assert conversation.answer("exit", outside=SHARED) == [CLEARS]
    assert conversation.ended == EXIT
    assert not conversation.reading.walk.answers


@pytest.mark.parametrize("typed", ["done", "quit"])
def test_without_a_terminal_nobody_is_asked(typed: str, conversation: Conversation) -> None:
    assert conversation.answer(typed, outside=PIPED) == ["Goodbye."]
    assert conversation.ended == QUIT


@pytest.mark.parametrize("typed", ["done", "d"])
def test_elsewhere_there_is_no_such_command(typed: str, conversation: Conversation) -> None:
    assert conversation.answer(typed)[0].startswith(f"Error: {typed} is not a command.")
    assert "done" not in " ".join(conversation.answer("?"))


@pytest.mark.parametrize("in_guide", [False, True], ids=["article", "guide"])
def test_the_commands_page_has_done_and_neither_quit_nor_save(in_guide: bool, library: Library, words: Words) -> None:
    conversation = at_results(library, TRIED) if in_guide else Conversation(library)
    page = conversation.answer("?", outside=SHARED)
    assert f"done or d: {words('command.done')}" in page
    assert words("command.quit") not in " ".join(page)
    assert words("plain.guide.do_save") not in " ".join(page)


def test_the_prompts_where_one_may_be_done_name_it(library: Library) -> None:
    conversation = Conversation(library)
    conversation.hold("1\nsearch sleep\nc\nsearch memry\n", outside=SHARED)
    assert all("done, " in prompt for prompt in conversation.prompts())
    conversation = at_results(library, TRIED)
    conversation.hold("v\n", outside=SHARED)
    assert all("done, " in prompt for prompt in conversation.prompts())


@pytest.mark.parametrize("key", PROMPTS)
def test_the_prompts_fit_a_braille_line(key: str, words: Words) -> None:
    prompt = words(f"plain.kiosk.{key}", span=words("plain.guide.span", last=12))
    assert len(f"{prompt} ") <= 38
    assert prompt.endswith(":")


def test_the_sheet_is_to_be_written_down(library: Library, words: Words) -> None:
    conversation = at_results(library, TRIED)
    for level in ("normal", "full", "brief"):
        said = conversation.answer(f"hints {level}", "v", outside=SHARED)
        assert "Write down, or take a picture of, what you want to take along." in said
        assert not [line for line in said if "save visit.txt" in line]
    assert conversation.answer("v", "save visit.txt", outside=SHARED) == [words("plain.guide.no_saving")]


class TestFirstScreen:
    """The first screen of a session on a terminal, with the keys of one."""

    def hold(self, library: Library, desk: Desk, hear: str = "", outside: Outside = SHARED) -> str:
        terminal = desk.terminal(library.words, is_fresh=True)
        session = Session(Reading(library), terminal, terminal, outside=outside)
        if session.welcome(hear):
            session.greet("plain.because.asked")
        return session.run()

    def said(self, library: Library, *typed: str, hear: str = "") -> list[str]:
        desk = Desk(one_by_one([f"{line}\r".encode() for line in typed] + [F9]))
        assert self.hold(library, desk, hear) == EXIT
        return desk.text.splitlines()

    def test_it_says_what_this_is_how_to_hear_it_and_how_to_get_help(self, library: Library, words: Words) -> None:
        said = self.said(library, hear="Plug in headphones on the left.")
        assert said == [
            f"{words('kiosk.title')}.",
            "Read about it, or answer a few questions to prepare for your visit.",
            "Nothing you do here is kept.",
            "Plug in headphones on the left.",
            HELP,
            "Enter to start, or h for help: exit",
            CLEARS,
        ]

    def test_enter_starts(self, library: Library) -> None:
        said = self.said(library, "")
        assert said[5:7] == [LEAVE, "Contents, 23 sections."]
        assert said.count(HELP) == 1

    def test_help_is_there_and_leads_back(self, library: Library) -> None:
        for typed in ("h", "help"):
            said = self.said(library, typed)
            assert "Get help now." in said
            assert said[-2] == "Enter to start, or h for help: exit"
        desk = Desk(one_by_one([F2, F9]))
        self.hold(library, desk)
        assert "Get help now." in desk.text

    def test_a_person_in_danger_is_heard(self, library: Library) -> None:
        assert "In the US, call or text 988 at any hour." in self.said(library, "I want to die")

    def test_all_else_does_nothing(self, library: Library) -> None:
        for typed in ("12", "guide", "search sleep", "?", "n"):
            said = self.said(library, typed)
            assert said[5:7] == [
                "Error: that does nothing here. Press Enter to start, or type h for help.",
                "Enter to start, or h for help: exit",
            ]

    @pytest.mark.parametrize("pressed", [F9, F10, b"\x18"], ids=["F9", "F10", "Ctrl+X"])
    def test_who_leaves_is_not_asked(self, pressed: bytes, library: Library) -> None:
        desk = Desk(one_by_one([b"x", pressed]))
        assert self.hold(library, desk) == EXIT
        assert desk.text.endswith(CLEARS)

    def test_the_full_screen_is_a_way_on(self, library: Library) -> None:
        desk = Desk(one_by_one([b"\x1b[17~"]))
        assert self.hold(library, desk, outside=Outside(can_switch=True, is_kiosk=True, clears=CLEARS)) == SWITCH

    def test_nobody_who_came_is_waited_for_for_ever(self, library: Library) -> None:
        desk = Desk(one_by_one([b"h\r"]))
        with pytest.raises(Gone):
            self.hold(library, desk)
        assert desk.now < 3000


class TestKeysInASession:
    def test_help_now_is_one_key_in_the_middle_of_a_line(self, library: Library) -> None:
        desk = Desk(one_by_one([b"1", b"2", F2, F9]))
        terminal = desk.terminal(library.words)
        session = Session(Reading(library), terminal, terminal, outside=SHARED)
        session.greet("plain.because.asked")
        assert session.run() == EXIT
        assert "Get help now." in desk.text

    def test_a_screenful_that_waits_is_left_at_once(self, library: Library) -> None:
        from trd_tui.plain.screen import Screen

        desk = Desk(one_by_one([b"1\r", F9]))
        terminal = desk.terminal(library.words)
        session = Session(
            Reading(library), terminal, terminal, screen=Screen(120, 40, None, pauses=True), outside=SHARED
        )
        session.greet("plain.because.asked")
        assert session.run() == EXIT
        assert desk.text.endswith(f"exit\n{CLEARS}")


def piped(typed: str) -> io.TextIOWrapper:
    """Standard input, as a pipe gives it."""
    return io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")


class TestWithoutATerminal:
    """Standard input and output, with a clock that does not pass."""

    @pytest.fixture(autouse=True)
    def alarms(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        """The seconds of each alarm that was set."""
        found: list[int] = []
        monkeypatch.setattr(signal, "alarm", found.append)
        return found

    @pytest.fixture
    def kiosk(self) -> Kiosk:
        return Kiosk(idle=IDLE, warning=WARNING)

    def talk(self, library: Library, kiosk: Kiosk, stays: bool = False) -> tuple[str, str]:
        sink = io.StringIO()

        def talked(source: object, target: object) -> str:
            session = Session(Reading(library), source, target, echo=False, outside=PIPED)  # type: ignore[arg-type]
            session.greet("plain.because.no_terminal")
            ended = session.run()
            if stays:
                signal.raise_signal(signal.SIGALRM)
            return ended

        before, sys.stdout = sys.stdout, sink
        try:
            return kiosk_streams.without_terminal(kiosk, Reading(library), talked), sink.getvalue()
        finally:
            sys.stdout = before

    @pytest.mark.parametrize("typed", ["", "done\n", "quit\n", "1\n"])
    def test_it_ends_with_the_input_or_by_a_word(
        self, typed: str, library: Library, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, alarms: list[int]
    ) -> None:
        monkeypatch.setattr(sys, "stdin", piped(typed))
        ended, text = self.talk(library, kiosk)
        assert ended == QUIT
        assert "\x1b" not in text
        assert alarms[-1] == 0

    def test_each_line_has_the_time_that_it_takes_to_hear_what_came_before(
        self, library: Library, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, alarms: list[int]
    ) -> None:
        monkeypatch.setattr(sys, "stdin", piped("12\n"))
        self.talk(library, kiosk)
        first, contents, answered, section, *_ = alarms
        assert first == answered == IDLE + WARNING
        assert first < contents < section

    def test_nobody_who_says_nothing_stays(
        self, library: Library, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Silent(io.BytesIO):
            def read1(self, _size: int | None = -1, /) -> bytes:
                signal.raise_signal(signal.SIGALRM)
                return b"1\n"

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Silent()))
        ended, text = self.talk(library, kiosk)
        assert ended == EXIT
        last = text.splitlines()[-1]
        assert last.startswith("Nothing was typed for ")
        assert last.endswith(" seconds, so all was forgotten, and this has ended.")

    def test_of_a_flood_some_is_left_out_and_that_is_said_once(
        self, library: Library, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reading, writing = os.pipe()
        with open(writing, "w", encoding="utf-8") as source:
            source.write("n\n" * 2 * BURST_LINES)
        with open(reading, encoding="utf-8") as pipe:
            monkeypatch.setattr(sys, "stdin", pipe)
            _, text = self.talk(library, kiosk)
        assert text.count(library.words("plain.kiosk.flood")) == 1

    def test_nor_who_takes_nothing(self, library: Library, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
        let_go: list[int] = []
        monkeypatch.setattr(kiosk_streams, "let_go_of", let_go.append)
        monkeypatch.setattr(sys, "stdin", piped("1\n"))
        ended, text = self.talk(library, kiosk, stays=True)
        assert (ended, let_go) == (EXIT, [1])
        assert "Nothing was typed" not in text


class TestTheEnd:
    """A terminal that takes nothing any more when nobody is there."""

    def ended(self, library: Library, kiosk: Kiosk) -> str | int:
        desk, reading = Desk({}, takes=0), Reading(library)
        terminal = desk.terminal(library.words, kiosk)

        def talk(_source: object, _sink: object) -> str:
            raise Gone

        return kiosk_streams.talked(terminal, kiosk, reading, CLEARS, talk)

    def test_the_next_person_waits_until_it_is_cleared(self, library: Library) -> None:
        with pytest.raises(WaitsForEverError):
            self.ended(library, Kiosk())

    def test_behind_a_door_of_its_own_nobody_waits(self, library: Library) -> None:
        assert self.ended(library, Kiosk(after="end")) == QUIT
