"""What the answers give: findings that open the article, the rest of them, and the way on to the sheet."""

from __future__ import annotations

import pytest

from tests.tui.driving import TALL, Start
from trd_tui import guide_pages
from trd_tui.guide_pages import FIRST_SHOWN, MORE
from trd_tui.layout import cells
from trd_tui.tui.screens.guide.section import SectionFace

MANY = {
    "A1": ("one",), "A2": ("yes",), "B1": ("few",), "B2": ("cost",), "B3": ("sex",), "C1": ("under_4",),
    "C4": ("same",), "D1": ("herbs",), "D2": ("no",), "D4": ("cbd",), "E3": ("often",),
    "G2": ("not_sure",), "H2": ("no",),
}  # fmt: skip


async def test_the_results_are_those_that_every_front_end_shows(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        for more in (False, True):
            face = await reader.results(MANY)
            if more:
                await reader.press(*["down"] * FIRST_SHOWN, "enter")
            page = guide_pages.results(reader.walk, reader.view.words, reader.app.way.phrases, more=more)
            said = [page.title]
            for block in page.blocks:
                said += [block.heading, *(item.text for item in block.items)]
            shown = " ".join(" ".join(reader.lines).replace("• ", "").split())
            assert " ".join(" ".join(said).split()) == shown.removesuffix(
                f" {reader.view.words('command.guide_sheet')}"
            )
            assert face.all == more


async def test_five_findings_first_and_more_shows_the_rest(guided: Start) -> None:
    async with guided() as reader:
        face = await reader.results(MANY)
        groups = guide_pages.shown_groups(reader.walk)
        assert len(groups) > FIRST_SHOWN
        assert face.column.ids[:-1] == [*(one.id for one in groups[:FIRST_SHOWN]), MORE]
        await reader.press(*["down"] * 100)
        for _ in range(100):
            if face.column.take() == MORE:
                break
            await reader.press("up")
        await reader.press("enter")
        assert face.column.ids[:-1] == [one.id for one in groups]
        assert face.column.take() == groups[FIRST_SHOWN].id
        assert groups[FIRST_SHOWN].title in reader.rows[reader.cursor[1]]


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (80, 24)])
async def test_enter_opens_the_section_of_a_finding_and_escape_comes_back_to_it(
    guided: Start, size: tuple[int, int]
) -> None:
    async with guided(size=size) as reader:
        place = reader.app.reading.entry.id
        face = await reader.results(MANY)
        for group in guide_pages.shown_groups(reader.walk)[:3]:
            for _ in range(100):
                if (face.panes.linear or face.column.is_seen) and face.column.take() == group.id:
                    break
                await reader.press("down")
            before = reader.text, reader.cursor
            await reader.press("enter")
            shown = reader.app.frame.face
            assert isinstance(shown, SectionFace)
            assert shown.page.title == reader.view.library.entry(group.section).title
            await reader.press("enter", "enter", "pagedown", "escape")
            assert (reader.text, reader.cursor) == before
            assert [cells(row) for row in reader.rows] == [size[0]] * size[1]
        assert reader.walk.answers["B1"] == ("few",)
        assert reader.app.reading.entry.id == place


async def test_the_section_has_its_marks_and_its_sources(guided: Start) -> None:
    async with guided() as reader:
        await reader.results(MANY)
        await reader.press("enter")
        section = reader.app.frame.face
        assert isinstance(section, SectionFace)
        assert "[G]" in reader.text or "[1]" in reader.text
        await reader.press("s")
        assert f"Sources: {section.page.title}"[:40] in reader.text
        await reader.press("escape", "escape")
        assert reader.shows == "ResultsFace"


async def test_every_line_can_be_reached_on_the_smallest_screen(guided: Start) -> None:
    async with guided(size=(20, 6)) as reader:
        face = await reader.results(MANY)
        face.all = True
        face.renew()
        seen: set[int] = set()
        for _ in range(2000):
            seen.update(range(face.column.top, face.column.top + face.column.height))
            face.column.move(1)
        assert set(range(len(face.column.lines))) <= seen
        for _ in range(2000):
            face.column.move(-1)
        assert (face.column.top, face.column.focus) == (0, 0)


async def test_urgent_lines_stand_first_and_are_never_on_the_sheet(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        await reader.results({**MANY, "H1": ("unsafe",), "S2": ("safe",), "B3": ("worse_mood",)})
        assert reader.lines[1] == reader.view.words("guide.urgent")
        urgent = reader.text
        assert "988" in urgent.rpartition("F2")[0]
        await reader.press("v")
        for private in ("988lifeline", "dark", "safe at home", "these thoughts"):
            assert private not in reader.text
        assert reader.view.words("guide.urgent") not in reader.text


async def test_all_left_out_says_so_and_there_is_nothing_to_open(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        face = await reader.results({})
        skipped = reader.walk.guide.nothing.skipped
        assert skipped[0].text in reader.text
        assert face.column.ids == ["sheet"]


async def test_a_session_tells_what_was_asked_noted_and_found(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        session = await reader.go_through({"A1": ["one"], "B3": ["restless"], "S2": ["not_sure"]})
        ids = [one.id for one in session.asked]
        assert ids[:3] == ["S1", "A1", "A2"]
        assert ids[-1] == "S2"
        asked = reader.walk.guide.question("A1")
        assert session.asked[1].choices == tuple(one.text for one in asked.choices)
        assert session.asked[1].text == asked.ask[0].text
        assert [title for title, _ in session.notes][1] == reader.view.library.help.title
        assert session.end == "results"
        assert session.lines[0] == reader.view.words("guide.results")
        assert "Side effects" in session.lines


async def test_a_session_of_one_part_ends_as_a_whole_one_does(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        session = await reader.go_through({"A1": ["two"], "A2": ["yes"], "S2": ["act"]}, ["not_sure"], part="C")
        assert [one.id for one in session.asked][:3] == ["S1", "A1", "A2"]
        assert {one.id[0] for one in session.asked} == {"S", "A", "C"}
        assert session.end == "stopped"


async def test_more_than_nine_choices_can_be_answered_by_id(guided: Start) -> None:
    async with guided(size=TALL) as reader:
        await reader.ask("G1")
        await reader.choose("hormones", "not_said", "none", "apnea", "thyroid")
        assert reader.walk.draft == ("thyroid", "apnea")
