"""What comes straight after an answer: notes, Help now, the urgent page; and no held key that closes it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest

from tests.tui.driving import Start
from trd_tui.guide.walk import QUESTION, RESULTS, STOPPED
from trd_tui.layout import cells
from trd_tui.tui.rows.row import Row
from trd_tui.tui.screens.guide.note import NoteFace

SIZES = [(20, 6), (40, 12), (80, 24)]
CALLING = {
    "U1": ("B3", "restless"),
    "U2": ("B3", "worse_mood"),
    "U3": ("D4", "st_johns_wort"),
    "U4": ("E4", "most_days"),
    "U5": ("F1", "now"),
    "U6": ("F5", "now"),
    "U7": ("H1", "unsafe"),
}


@pytest.mark.parametrize("note", CALLING)
async def test_a_note_stands_alone_straight_after_its_answer(guided: Start, note: str) -> None:
    question, choice = CALLING[note]
    async with guided() as reader:
        await reader.ask(question)
        await reader.choose(choice)
        await reader.press("enter")
        face = reader.app.frame.face
        assert isinstance(face, NoteFace)
        assert face.note.id == note
        assert face.note.title in reader.text
        assert reader.view.words("tui.guide.read_on") in reader.text
        assert "( )" not in reader.text
        assert "{" not in reader.text
        await reader.press("space")
        assert reader.question
        assert reader.walk.notes == ()


async def test_notes_of_one_answer_come_one_after_the_other(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B3")
        await reader.choose("restless", "worse_mood")
        await reader.press("enter")
        first = reader.text
        await reader.press("space")
        assert reader.text != first
        assert reader.shows == "NoteFace"
        await reader.press("escape")
        assert reader.question == "C1"


@pytest.mark.parametrize("key", ["enter", "right"])
async def test_a_held_enter_never_closes_a_note_and_is_told_the_key(guided: Start, key: str) -> None:
    async with guided() as reader:
        await reader.ask("B3")
        await reader.choose("restless")
        await reader.press(*[key] * 60)
        assert reader.shows == "NoteFace"
        assert reader.rows[0].strip() == reader.view.words("tui.guide.read_on")
        await reader.press("down")
        assert reader.rows[0].strip() != reader.view.words("tui.guide.read_on")


@pytest.mark.parametrize("size", SIZES)
async def test_space_shows_all_of_a_note_before_it_goes_on(guided: Start, size: tuple[int, int]) -> None:
    async with guided(size=size) as reader:
        await reader.ask("B3")
        await reader.choose("worse_mood")
        await reader.press("enter")
        face = reader.app.frame.face
        assert isinstance(face, NoteFace)
        seen: set[int] = set()
        while reader.app.frame.face is face:
            seen.update(range(face.column.top, face.column.top + face.column.height))
            await reader.press("space")
        assert set(range(len(face.column.lines))) <= seen
        assert reader.question == "C1"


async def test_notes_name_the_keys_and_the_numbers_of_the_country(guided: Start) -> None:
    for country, number in (("", "988"), ("gb", "116 123")):
        async with guided(country=country) as reader:
            await reader.ask("B3")
            await reader.choose("worse_mood")
            await reader.press("enter")
            note = " ".join(reader.text.split())
            assert "press F2" in note
            assert number in note.partition("F2 Help in a crisis")[0]
            await reader.ask("H1")
            await reader.choose("unsafe")
            await reader.press("enter")
            assert "press Ctrl+X" in " ".join(reader.text.split())


async def test_another_country_changes_the_note_on_the_screen(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("H1")
        await reader.choose("unsafe")
        await reader.press("enter")
        assert "1-800-799-7233" in reader.text
        await reader.press("c")
        await reader.press(str([one.code for one in reader.view.library.help.countries].index("GB") + 1), "enter")
        assert reader.shows == "NoteFace"
        assert "1-800-799-7233" not in reader.text
        assert "0808 2000 247" in reader.text
        assert reader.rows[-1].rstrip().endswith("F2 Help in a crisis: 116 123")


async def test_show_me_help_opens_help_now_and_returns_to_the_question(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("g", "enter", "1", "enter", "enter", "enter")
        assert reader.page == "help_now"
        assert "Call or text 988." in reader.text
        await reader.press("escape")
        assert reader.question == "S1"
        assert "(x)" not in reader.text
        await reader.press("2", "enter")
        assert reader.question == "A1"


@pytest.mark.parametrize("choice", ["safe", "not_sure"])
async def test_help_now_stands_before_the_results_after_thoughts_of_suicide(guided: Start, choice: str) -> None:
    async with guided() as reader:
        await reader.ask("S2")
        await reader.choose(choice)
        await reader.press("enter", "enter", "enter")
        assert reader.page == "help_now"
        await reader.press("escape")
        assert reader.shows == "ResultsFace"
        (note,) = (one for one in reader.walk.guide.notes if one.id == "U0-calm")
        assert note.lines[0].text[:40] in reader.text


@pytest.mark.parametrize("size", SIZES)
async def test_may_act_shows_the_urgent_page_at_once_and_nothing_of_the_results(
    guided: Start, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with guided(size=size) as reader:
        await reader.ask("S2")
        await reader.choose("act")
        drawn: list[str] = []
        frame = reader.app.frame
        draw = frame._pane.show

        def show(rows: Sequence[Row], width: int, touched: Collection[int] = ()) -> bool:
            drawn.append(reader.shows)
            return draw(rows, width, touched)

        monkeypatch.setattr(frame._pane, "show", show)
        await reader.press("enter")
        assert drawn == ["UrgentFace"]
        shown = [row.strip() for row in reader.rows]
        assert any("all or text 988." in row for row in shown)
        assert any("all 911." in row for row in shown)
        assert reader.view.words("guide.results") not in reader.text
        await reader.press(*["enter"] * 20, *["space"] * 20, "r", "e")
        assert reader.shows == "UrgentFace"
        assert reader.walk.stage == STOPPED


async def test_the_numbers_of_the_urgent_page_stand_out_on_their_own_lines(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("S2")
        await reader.press("3", "enter")
        numbers = [
            "".join(text for text, _ in row).strip()
            for row in reader.app.frame.face.rows()
            if any(style == "help" for _, style in row)
        ]
        assert len(numbers) == 2
        assert all(cells(number) < 25 for number in numbers)
        assert ("988" in numbers[0], "911" in numbers[1]) == (True, True)


@pytest.mark.parametrize(
    ("key", "stage"), [("l", "left"), ("escape", "left"), ("b", QUESTION), ("backspace", QUESTION), ("v", RESULTS)]
)
async def test_each_way_out_of_the_urgent_page(guided: Start, key: str, stage: str) -> None:
    async with guided() as reader:
        await reader.ask("S2")
        await reader.press("3", "enter", key)
        assert reader.walk.stage == stage
        assert reader.walk.answers["S2"] == ("act",)
        if stage == QUESTION:
            assert reader.question == "S2"
            assert "(x)" not in reader.text
        elif stage == "left":
            assert (reader.page, reader.app.reading.in_guide) == ("", False)
            assert reader.shows == "ReaderFace"


async def test_help_now_and_the_keys_page_come_back_to_the_urgent_page(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("S2")
        await reader.press("3", "enter")
        before = reader.text
        for key in ("f2", "h", "f1", "s", "w", "c", "g"):
            await reader.press(key)
            await reader.press(*(["escape"] if key != "g" else []))
            assert reader.text == before
        assert reader.shows != "PageFace"


async def test_the_country_of_the_urgent_page_can_be_changed(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("S2")
        await reader.press("3", "enter", "c")
        await reader.press(str([one.code for one in reader.view.library.help.countries].index("AU") + 1), "enter")
        assert reader.shows == "UrgentFace"
        assert "13 11 14" in "".join(reader.rows[:8])
        assert "000" in "".join(reader.rows[:10])
        assert "988" not in reader.text


async def test_answers_to_the_safety_question_stand_nowhere_afterwards(guided: Start) -> None:
    async with guided(size=(100, 300)) as reader:
        await reader.ask("S2")
        text = reader.walk.current.choice("safe").text
        assert text in reader.text
        await reader.press("2", "enter", "escape")
        for keys in ((), ("r",), ("escape", "v"), ("escape", "w"), ("escape", "s"), ("escape", "backspace", "y")):
            await reader.press(*keys)
            if reader.question != "S2":
                assert text not in reader.text
        assert reader.app.title == type(reader.app).__name__
