"""Into the questions, through them and out: offers, Escape, lists, parts, F6, countries, and the quick way out."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.driving import Start, Started
from trd_tui.commands import COMMANDS
from trd_tui.layout import cells
from trd_tui.library.store import Library
from trd_tui.reading import Reading
from trd_tui.tui.app import EXIT, SWITCH
from trd_tui.tui.screens.guide.face import GuideFace
from trd_tui.tui.screens.guide.menu import CountryFace
from trd_tui.tui.screens.guide.question import QuestionFace
from trd_tui.tui.screens.guide.results import ResultsFace
from trd_tui.tui.screens.guide.review import ReviewFace

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize("key", ["g", "f4"])
async def test_the_questions_open_over_the_reader_and_escape_leads_back(guided: Start, key: str) -> None:
    async with guided(section="medication") as reader:
        await reader.press("enter", "pagedown")
        before = reader.text
        await reader.press(key)
        assert reader.shows == "WelcomeFace"
        assert reader.app.reading.in_guide
        await reader.press("escape")
        assert reader.text == before
        assert not reader.app.reading.in_guide


async def test_a_section_with_a_part_of_its_own_offers_it_at_its_end_and_on_the_welcome(guided: Start) -> None:
    async with guided(section="pseudo-too-soon", size=(40, 12)) as reader:
        part = reader.walk.guide.part("C")
        await reader.press("end")
        offer = reader.view.words("guide.offers", title=part.title)
        assert f"{offer}. Press g." in " ".join(reader.text.split())
        await reader.press("g", "end")
        assert part.title in reader.text
        await reader.press("1", "enter")
        assert reader.question == "S1"
        await reader.press("2", "enter")
        assert reader.question == "A1"


async def test_a_section_without_a_part_offers_nothing(guided: Start) -> None:
    async with guided(section="symptoms") as reader:
        await reader.press("enter", "enter", "end")
        assert "Press g." not in reader.text
        await reader.press("g")
        assert [name for name, _ in reader.walk.choices()] == ["start", "one_part", "not_now"]


async def test_answers_are_kept_on_leaving_and_opening_again_offers_to_go_on(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("A2")
        await reader.press("1", "enter", "escape")
        assert not reader.app.reading.in_guide
        await reader.press("down", "g")
        assert reader.rows[reader.cursor[1]].startswith(f">  1 {reader.walk.guide.welcome.choices['go_on']}")
        await reader.press("enter")
        assert (reader.question, reader.walk.answers["A2"]) == ("A3", ("yes",))


async def test_not_now_leads_back_to_the_reader(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("g", "3", "enter")
        assert reader.shows == "ReaderFace"
        assert not reader.app.reading.in_guide


async def test_the_list_of_answers_changes_one_and_comes_back(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B1")
        await reader.press("r")
        face = reader.app.frame.face
        assert isinstance(face, ReviewFace)
        assert face.column.take() == "B1"
        question = reader.walk.guide.question("A2")
        assert f"{question.title}: {question.choice('yes').text}" in reader.text
        await reader.press("up", "up", "enter")
        assert reader.question == "A2"
        await reader.press("2", "enter")
        assert reader.shows == "ReviewFace"
        changed = reader.app.frame.face
        assert isinstance(changed, ReviewFace)
        assert changed.column.take() == "A2"
        assert f"{question.title}: {question.choice('stopped').text}" in reader.text
        await reader.press("escape")
        assert reader.question == "B1"


async def test_the_list_of_answers_leads_on(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B2")
        await reader.press("r", "end", "enter")
        assert reader.question == "B2"


async def test_stop_shows_the_results_of_what_was_answered(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B2")
        await reader.press("e")
        assert reader.shows == "ResultsFace"
        await reader.press("backspace")
        assert reader.question == "B2"


async def test_the_parts_say_which_are_answered_and_one_can_be_chosen(guided: Start) -> None:
    async with guided(size=(80, 40)) as reader:
        await reader.ask("B1")
        await reader.press("3", "p")
        assert reader.shows == "PartsFace"
        words, guide = reader.view.words, reader.walk.guide
        rows = reader.text.splitlines()
        assert words("guide.part_done", id="A", title=guide.part("A").title) in reader.text
        assert any(row.endswith(f"  2 {words('guide.part', id='B', title=guide.part('B').title)}") for row in rows)
        await reader.press("escape")
        assert (reader.question, reader.walk.draft) == ("B1", ("some",))
        await reader.press("p", "7", "enter")
        assert reader.question == "G1"
        await reader.press("p", "end", "enter")
        assert reader.question == "B1"


async def test_one_part_is_chosen_on_the_welcome_and_escape_comes_back(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("g", "2", "enter")
        assert reader.shows == "PartsFace"
        await reader.press("escape")
        assert reader.shows == "WelcomeFace"


async def test_starting_again_asks_first(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B1")
        await reader.press("a", "enter")
        assert (reader.question, bool(reader.walk.answers)) == ("B1", True)
        await reader.press("a")
        assert reader.shows == "AskFace"
        await reader.press("2", "enter")
        assert (reader.question, reader.walk.answers) == ("S1", {})
        await reader.press("3", "enter", "escape", "g", "2", "enter")
        assert reader.shows == "AskFace"
        await reader.press("escape")
        assert reader.walk.answers


async def test_why_is_told_on_the_welcome_too(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("g", "y")
        assert reader.walk.guide.welcome.why in reader.text


async def test_search_leaves_the_questions_with_the_answers_kept(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("A2")
        await reader.press("slash")
        await reader.type("sleep")
        assert "Search: sleep" in reader.rows[0]
        assert not reader.app.reading.in_guide
        await reader.press("escape", "g", "enter")
        assert reader.question == "A2"


async def test_f6_and_back_keep_the_question_the_draft_and_the_notes(library: Library) -> None:
    reading = Reading(library)
    async with Started(reading) as reader:
        await reader.ask("B3")
        await reader.press("1", "2")
        before = reader.text
        await reader.press("f6")
    assert reader.app.return_value == SWITCH
    assert reading.in_guide
    async with Started(reading) as reader:
        assert reader.question == "B3"
        assert [row for row in reader.text.splitlines() if "[x]" in row] == [
            row.replace(">", " ") if "1 [x]" not in row else f">{row[1:]}"
            for row in before.splitlines()
            if "[x]" in row
        ]
        await reader.choose("restless")
        await reader.press("enter", "f6")
    async with Started(reading) as reader:
        assert reader.shows == "NoteFace"
        await reader.press("space")
        assert reader.question == "C1"
        await reader.press("escape")
        assert reader.shows == "ReaderFace"
        assert [cells(row) for row in reader.rows] == [80] * 24
        await reader.press("f6")
    assert not reading.in_guide


async def test_it_opens_in_the_results_where_the_other_front_end_was_there(library: Library) -> None:
    reading = Reading(library)
    reading.walk.stop()
    reading.in_guide = True
    async with Started(reading) as reader:
        assert reader.shows == "ResultsFace"


async def test_a_country_is_chosen_by_number_or_arrows_and_held_by_everything(guided: Start) -> None:
    async with guided() as reader:
        codes = [one.code for one in reader.view.library.help.countries]
        await reader.press("f2", "c")
        face = reader.app.frame.face
        assert isinstance(face, CountryFace)
        assert face.column.take() == "US"
        await reader.press(*["down"] * codes.index("IE"), "enter")
        assert reader.page == "help_now"
        assert "Ireland" in "".join(reader.rows[:6])
        assert reader.rows[-1].rstrip().endswith("116 123")
        await reader.press("escape")
        assert reader.rows[-1].rstrip().endswith("116 123")
        assert reader.app.reading.country == "IE"
        await reader.ask("A1")
        assert reader.rows[-1].rstrip().endswith("116 123")


async def test_a_country_that_was_chosen_outlives_a_change_of_front_end(library: Library) -> None:
    reading = Reading(library)
    async with Started(reading, country="us") as reader:
        await reader.press("c", "3", "enter", "f6")
    chosen = reading.country
    async with Started(reading, country="us") as reader:
        assert reading.country == chosen != "US"


WAYS_IN = {
    "reader": (),
    "help": ("f2",),
    "search": ("slash", "s"),
    "welcome": ("g",),
    "question": ("g", "enter", "2"),
    "why": ("g", "enter", "y"),
    "review": ("g", "enter", "r"),
    "parts": ("g", "2", "enter"),
    "sheet": ("g", "enter", "e", "v"),
    "field": ("g", "enter", "e", "v", "enter", "x"),
    "country": ("c",),
    "again": ("g", "enter", "a"),
}


@pytest.mark.parametrize("key", ["ctrl+x", "f9"])
@pytest.mark.parametrize("place", WAYS_IN)
async def test_the_quick_way_out_is_open_everywhere_and_forgets(guided: Start, place: str, key: str) -> None:
    async with guided() as reader:
        await reader.press(*WAYS_IN[place])
        reader.walk.answers["H1"] = ("unsafe",)
        await reader.press(key)
    app = reader.app
    assert (app.return_value, app.return_code or 0, app.wipes, app.printed) == (EXIT, 0, True, "")
    assert app.reading.walk.answers == {}
    assert not app.reading.in_guide
    assert app.frame.face.rows() == [[]] * 24


async def test_the_quick_way_out_leads_out_of_a_note_and_of_the_urgent_page(guided: Start) -> None:
    for question, choice in (("H1", "unsafe"), ("S2", "act"), ("S2", "safe")):
        async with guided() as reader:
            await reader.ask(question)
            await reader.choose(choice)
            await reader.press("enter", "ctrl+x")
        assert reader.app.return_value == EXIT
        assert reader.app.reading.walk.answers == {}


@pytest.mark.parametrize("seed", range(4))
async def test_any_keys_at_any_size_give_whole_rows_and_a_cursor_on_the_screen(guided: Start, seed: int) -> None:
    draw = random.Random(seed)
    known = [key for one in COMMANDS for key in one.keys if one.id not in ("quit", "switch", "quick_exit")]
    keys = [*known, *"0123456789", "space", "enter", "down", "enter", "space", "down", "x", "delete"]
    async with guided(linear=seed == 3, ascii=seed == 2, size=(40, 12)) as reader:
        await reader.press("g", "enter")
        for _ in range(12):
            await reader.press(*draw.choices(keys, k=12))
            # Enter on the Keys page does what a line says, and one line leaves the program.
            if reader.app.return_value is not None:
                return
            width, height = draw.choice([(1, 1), (7, 3), (20, 6), (40, 12), (80, 24)])
            await reader.resize(width, height)
            assert [cells(row) for row in reader.rows] == [width] * height
            assert reader.cursor[0] < max(1, width)
            assert reader.cursor[1] < max(1, height)
            in_guide = any(isinstance(face, QuestionFace | ResultsFace) for face in reader.app.frame.faces)
            assert reader.app.reading.in_guide or not in_guide


async def test_keys_of_the_questions_do_nothing_in_the_reader(guided: Start) -> None:
    async with guided() as reader:
        before = reader.text
        await reader.press("y", "k", "r", "e", "p", "a", "v", "backspace", "1")
        assert reader.text == before


def test_a_reader_that_never_opens_the_questions_loads_nothing_of_them(env: dict[str, str]) -> None:
    code = (
        "import sys\n"
        "from trd_tui.library.store import Library\n"
        "from trd_tui.reading import Reading\n"
        "from trd_tui.terminal import COLOURS_FULL, TUI, Terminal\n"
        "from trd_tui.tui.app import ReaderApp\n"
        "terminal = Terminal(TUI, '', ascii=False, colours=COLOURS_FULL, linear=False)\n"
        "app = ReaderApp(Reading(Library(sys.argv[1])), terminal)\n"
        "app.view.place(80, 24)\n"
        "print([name for name in sys.modules if 'guide' in name])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, env["TRD_TUI_CONTENT"]],
        capture_output=True, text=True, check=True, cwd=PROJECT, timeout=60,
    )  # fmt: skip
    assert done.stdout == "[]\n"


async def test_a_crash_in_the_questions_shows_no_answer(guided: Start, capsys: pytest.CaptureFixture[str]) -> None:
    reader = guided()
    with pytest.raises(ZeroDivisionError):
        await _crash(reader)
    assert "safe at home" not in "".join(capsys.readouterr())
    assert reader.app.return_code == 1


async def _crash(reader: Started) -> None:
    async with reader:
        await reader.ask("H1")
        await reader.choose("unsafe")
        face = reader.app.frame.face
        assert isinstance(face, QuestionFace)
        face.actions["enter"] = lambda: 1 // 0
        await reader.press("enter")


@pytest.mark.parametrize("keys", [("e",), ("r",), ("p",), ("e", "v"), ("e", "v", "enter")])
async def test_where_names_what_is_on_the_screen(guided: Start, keys: tuple[str, ...]) -> None:
    async with guided() as reader:
        await reader.ask("B1")
        await reader.press(*keys)
        face = reader.app.frame.face
        assert isinstance(face, GuideFace)
        assert any(face.name in item.text for block in reader.app.way.where().blocks for item in block.items)


async def test_the_list_of_answers_is_offered_where_there_are_answers(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("g")
        assert "r Review" not in reader.rows[-1]
        await reader.ask("A2")
        await reader.press("escape", "g")
        assert "r Review" in reader.rows[-1]
