"""A question on the screen: its words, its choices, its keys."""

from __future__ import annotations

import pytest

from tests.tui.driving import Start
from trd_tui.guide.definition import NOT_SAID, NOT_SURE
from trd_tui.guide.walk import Walk
from trd_tui.layout import cells
from trd_tui.tui.rows.row import fit, width_of
from trd_tui.tui.screens.guide.question import QuestionFace

SIZES = [(20, 6), (40, 12), (60, 14), (80, 24), (120, 40)]


async def test_a_question_is_its_place_its_text_its_numbered_choices_and_why(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B1")
        question = reader.walk.current
        assert reader.rows[0].startswith(f" Questions · {question.title} ")
        assert reader.rows[0].rstrip().endswith("Question 4, part B, 6 parts left")
        assert reader.rows[1] == "─" * 80
        assert reader.rows[3].startswith("   Many people miss doses.")
        first = next(number for number, row in enumerate(reader.rows) if row.startswith(">"))
        shown = [row.rstrip() for row in reader.rows[first : first + len(question.choices)]]
        assert shown[0] == f">  1 ( ) {question.choices[0].text}"
        assert shown[1:] == [f"   {place} ( ) {one.text}" for place, one in enumerate(question.choices[1:], 2)]
        assert f"Why we ask: {question.why[:20]}" in reader.text
        assert reader.rows[-1] == " Enter Next  Backspace Back  Esc Leave  F1 Keys        F2 Help in a crisis: 988 "
        assert reader.cursor == (0, first)
        assert reader.predicted() == (None, (0, first + 1))


async def test_the_place_is_said_shorter_as_it_gets_narrow_and_never_cut(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B1")
        shown = []
        for width in (80, 60, 40, 32, 20):
            await reader.resize(width, 24)
            assert cells(reader.rows[0]) == width
            shown.append(" ".join(reader.rows[0].split()))
        assert shown == [
            "Questions · Missed doses Question 4, part B, 6 parts left",
            "Questions · Missed doses Question 4, part B, 6 parts left",
            "Missed doses Question 4, part B",
            "Questions · Missed doses 4, B",
            "Missed doses 4, B",
        ]


@pytest.mark.parametrize("linear", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_every_line_of_every_question_can_be_reached_by_down_alone(
    guided: Start, size: tuple[int, int], linear: bool
) -> None:
    way = guided(linear=linear).app.way
    for question in way.walk.guide.questions:
        way.walk.answers = {id: ("three",) if id == "A1" else () for id in _before(way.walk, question.id)}
        way.walk.current = question
        face = QuestionFace(way)
        face.place(*size)
        seen: set[int] = set()
        for _ in range(300):
            seen.update(range(face.column.top, face.column.top + face.column.height))
            face.actions["move_down"]()
        assert set(range(len(face.column.lines))) <= seen
        assert linear or face.column.take() == question.choices[-1].id
        words = "".join(line.text.replace(" ", "") for line in face.column.lines)
        assert all("".join(one.text.split()) in words for one in question.choices)
        assert [width_of(fit(row, size[0])) for row in face.rows()] == [size[0]] * size[1]


def _before(walk: Walk, id: str) -> list[str]:
    ids = [one.id for one in walk.guide.questions]
    return ids[: ids.index(id)]


async def test_up_and_home_lead_back_to_the_text_above_the_choices(guided: Start) -> None:
    async with guided(size=(20, 6)) as reader:
        await reader.ask("B1")
        start = reader.rows
        for keys in (["up"] * 60, ["pageup"] * 12, ["home"]):
            await reader.press("end")
            assert reader.rows != start
            await reader.press(*keys)
            assert reader.rows == start


async def test_the_focus_is_always_on_the_screen_among_the_choices(guided: Start) -> None:
    async with guided(size=(40, 12), linear=False) as reader:
        await reader.ask("G1")
        for _ in range(12):
            assert reader.rows[reader.cursor[1]].startswith(">")
            await reader.press("down")
        for _ in range(12):
            assert reader.rows[reader.cursor[1]].startswith(">")
            await reader.press("up")


async def test_down_leads_where_it_was_said_to(guided: Start) -> None:
    async with guided(size=(40, 12), linear=False) as reader:
        await reader.ask("G1")
        for key in ["down"] * 13 + ["up"] * 13:
            up, down = reader.predicted()
            told = down if key == "down" else up
            before = reader.rows[1:-1]
            await reader.press(key)
            moved = [row[1:] for row in reader.rows[1:-1]] == [row[1:] for row in before]
            assert told == (reader.cursor if moved and before != reader.rows[1:-1] else None)


async def test_space_chooses_and_the_state_is_in_characters(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("A1")
        assert "(x)" not in reader.text
        await reader.press("down", "space")
        assert [row[:9] for row in reader.rows if "(x)" in row] == [">  2 (x) "]
        await reader.press("down", "space")
        assert [row[:9] for row in reader.rows if "(x)" in row] == [">  3 (x) "]
        assert reader.walk.draft == ("one",)
        assert "A1" not in reader.walk.answers


async def test_digits_choose_and_move_and_zero_is_the_tenth(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("G1")
        choices = reader.walk.current.choices
        await reader.press("3", "0")
        assert list(reader.walk.draft) == [choices[2].id, choices[9].id]
        assert reader.rows[reader.cursor[1]].startswith("> 10 [x] ")
        await reader.press("3")
        assert list(reader.walk.draft) == [choices[9].id]
        assert reader.rows[reader.cursor[1]].startswith(">  3 [ ] ")
        await reader.press("down", "up", "end", "space")
        assert reader.walk.draft == (NOT_SAID,)


async def test_digits_beyond_the_choices_do_nothing(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("A2")
        before = reader.text, reader.cursor
        await reader.press("9", "0", "٣", "-")
        assert (reader.text, reader.cursor) == before
        assert reader.walk.draft == ()


async def test_what_stands_alone_clears_the_others(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B3")
        await reader.choose("sex", "sleep")
        assert reader.text.count("[x]") == 2
        for alone in ("none", NOT_SURE, NOT_SAID):
            await reader.choose(alone)
            assert reader.walk.draft == (alone,)
            assert reader.text.count("[x]") == 1
        await reader.choose("sex")
        assert reader.walk.draft == ("sex",)


async def test_enter_without_a_choice_says_what_is_needed_and_invents_nothing(guided: Start) -> None:
    for width, said in ((100, "Space or its number"), (40, "Space or a number, or k to skip"), (20, "Choose, or k")):
        async with guided(size=(width, 24)) as reader:
            await reader.ask("A1")
            await reader.press("down", "enter")
            assert said in reader.rows[0]
            assert (reader.question, "A1" in reader.walk.answers) == ("A1", False)
            await reader.press("2")
            assert said not in reader.rows[0]


async def test_held_enter_stops_at_the_next_question(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("A1")
        await reader.press("3", *["enter"] * 20)
        assert reader.question == "A2"
        assert "A2" not in reader.walk.answers


async def test_backspace_k_and_enter_go_back_leave_out_and_on(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("A2")
        await reader.press("k")
        assert (reader.question, reader.walk.answers["A2"]) == ("A3", ())
        await reader.press("backspace")
        assert reader.question == "A2"
        await reader.press("2", "enter", "backspace")
        assert reader.rows[reader.cursor[1]].startswith(">  2 (x) ")
        await reader.press("backspace", "enter")
        assert reader.question == "A3"


async def test_why_opens_anywhere_and_comes_back_with_the_draft(guided: Start) -> None:
    async with guided(size=(20, 6)) as reader:
        await reader.ask("B2")
        await reader.press("2")
        before = reader.text, reader.cursor
        assert "Why" not in reader.text
        await reader.press("y")
        assert reader.page == "why"
        await reader.press("escape")
        assert (reader.text, reader.cursor, reader.walk.draft) == (*before, ("side_effects",))


@pytest.mark.parametrize("key", ["f2", "h", "f1", "question_mark", "s", "w", "t", "f5", "c"])
async def test_every_page_opens_over_every_kind_of_question_and_comes_back(guided: Start, key: str) -> None:
    async with guided() as reader:
        for id in ("S1", "A1", "B3", "S2"):
            await reader.ask(id)
            await reader.press("down", "space")
            before = reader.text, reader.cursor, reader.walk.draft
            await reader.press(key)
            assert reader.shows != "QuestionFace"
            await reader.press("escape")
            assert (reader.text, reader.cursor, reader.walk.draft) == before


async def test_sources_are_those_of_why_it_is_asked(guided: Start) -> None:
    async with guided(size=(100, 100)) as reader:
        await reader.ask("A1")
        await reader.press("s")
        assert f"Sources: {reader.walk.current.title}" in reader.text
        library = reader.view.library
        cited = library.evidence(set(reader.walk.current.evidence))
        sources = library.sources({id for one in cited.values() for id in one.sources})
        assert sources
        assert all(one.citation[:30] in reader.text for one in sources.values())


async def test_where_says_the_question_and_its_part(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("B1")
        await reader.press("w")
        assert "Question 4, part B" in reader.text
        assert reader.walk.guide.part("B").title in reader.text


async def test_ascii_terminals_get_the_same_marks(guided: Start) -> None:
    async with guided(ascii=True) as reader:
        await reader.ask("B1")
        await reader.press("2")
        assert reader.text.isascii()
        assert ">  2 (x) " in reader.text


async def test_in_linear_mode_the_cursor_reads_text_then_choices_and_nothing_else_changes(guided: Start) -> None:
    async with guided(linear=True) as reader:
        await reader.ask("A1")
        before = reader.rows
        assert reader.cursor == (0, 1)
        assert reader.predicted() == (None, (0, 2))
        lines = [before[1]]
        await reader.press("ctrl+l")
        for _ in range(6):
            before = reader.rows
            await reader.press("down")
            assert reader.rows == before
            lines.append(before[reader.cursor[1]])
        assert "How many" in lines[0]
        assert lines[-1].split()[0].isdigit()
        assert ">" not in reader.text


async def test_in_linear_mode_space_on_the_text_chooses_nothing_and_says_so(guided: Start) -> None:
    async with guided(linear=True) as reader:
        await reader.ask("A1")
        await reader.press("space")
        assert reader.rows[0].strip() == reader.view.words("tui.guide.not_here")
        assert reader.walk.draft == ()
        await reader.press("2")
        assert ", chosen" in reader.rows[reader.cursor[1]]
        await reader.press("down", "space")
        assert ", chosen" in reader.rows[reader.cursor[1]]
        assert reader.text.count(", chosen") == 1


async def test_a_private_answer_is_not_shown_again(guided: Start) -> None:
    async with guided() as reader:
        await reader.ask("S2")
        await reader.press("2", "enter", "escape", "backspace")
        assert reader.question == "S2"
        assert "(x)" not in reader.text
        await reader.ask("H1")
        await reader.choose("loss", "unsafe")
        await reader.press("enter", "space", "backspace")
        assert reader.question == "H1"
        assert "[x]" not in reader.text
        assert reader.walk.answers["H1"] == ("loss", "unsafe")


async def test_enter_keeps_an_answer_that_is_not_shown(guided: Start) -> None:
    async with guided(size=(80, 40)) as reader:
        await reader.ask("H1")
        await reader.choose("unsafe", "money")
        await reader.press("enter", "escape", "backspace")
        assert reader.question == "H1"
        assert "[x]" not in reader.text
        assert "To keep it, press Enter." in reader.text
        await reader.press("enter", "escape")
        assert reader.walk.answers["H1"] == ("money", "unsafe")
        assert reader.question == "H2"


async def test_only_the_rows_that_change_are_drawn_again(guided: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with guided() as reader:
        await reader.ask("B3")
        before = reader.rows
        await reader.press("down")
        assert sum(one != other for one, other in zip(before, reader.rows, strict=True)) == 2
        before = reader.rows
        await reader.press("space")
        assert sum(one != other for one, other in zip(before, reader.rows, strict=True)) == 1


@pytest.mark.parametrize("small", [(1, 1), (2, 2), (3, 3), (20, 6), (400, 150)])
async def test_another_size_and_back_keeps_focus_and_draft(guided: Start, small: tuple[int, int]) -> None:
    async with guided() as reader:
        await reader.ask("G1")
        await reader.press("3", "down", "down")
        before = reader.text, reader.cursor, reader.walk.draft
        await reader.resize(*small)
        await reader.press("f2", "escape")
        await reader.resize(80, 24)
        assert (reader.text, reader.cursor, reader.walk.draft) == before


async def test_one_key_is_one_frame(guided: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[int] = []
    async with guided() as reader:
        await reader.ask("B3")
        await reader.pilot.pause(0.1)
        monkeypatch.setattr(type(reader.app), "post_display_hook", lambda _: frames.append(1))
        for key in ("down", "space", "enter", "backspace", "y", "escape", "k", "r", "escape", "v", "escape", "escape"):
            frames.clear()
            await reader.press(key)
            await reader.pilot.pause(0.05)
            assert len(frames) == 1, key


@pytest.mark.parametrize("linear", [False, True])
async def test_the_cursor_goes_to_what_was_said_and_on_from_the_choice(guided: Start, linear: bool) -> None:
    async with guided(linear=linear) as reader:
        await reader.ask("A1")
        await reader.press("down")
        before = reader.cursor
        _, below = reader.predicted()
        await reader.press("enter")
        assert "Space or its number" in reader.rows[reader.cursor[1]]
        assert reader.predicted()[1] == below
        await reader.press("down")
        assert reader.cursor == below
        await reader.press("up")
        assert reader.cursor == before


async def test_where_there_is_no_rule_the_first_row_says_that_there_is_more(guided: Start) -> None:
    for linear, told in ((None, "…  (more)"), (False, "… 18 %")):
        async with guided(size=(20, 6), linear=linear) as reader:
            for question in reader.walk.guide.questions:
                await reader.ask(question.id)
                assert reader.rows[0].endswith(" (more)"), question.id
                await reader.press("end")
                assert not reader.rows[0].rstrip().endswith("(more)")
            await reader.press("p", "home")
            assert reader.rows[0].startswith(" Choose one")
            assert reader.rows[0].rstrip().endswith(told)


async def test_the_keys_of_the_questions_come_first_there(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("f1")
        assert reader.view.words("command.guide_skip") not in reader.text
        await reader.press("escape")
        await reader.ask("A1")
        await reader.press("f1")
        for id in ("why", "back", "skip", "review", "stop", "parts", "again", "sheet"):
            assert reader.view.words(f"command.guide_{id}") in reader.text


async def test_words_in_the_questions_are_not_those_of_the_section_behind_them(guided: Start) -> None:
    async with guided() as reader:
        await reader.press("t")
        assert reader.view.words("terms.here") in reader.text
        await reader.press("escape", "g", "t")
        assert reader.view.words("terms.here") not in reader.text
        assert reader.view.words("terms.all") in reader.text


@pytest.mark.parametrize("keys", [(), ("r",), ("p",), ("e",), ("e", "v")])
async def test_the_way_to_all_keys_and_the_way_out_are_named_at_every_width(
    guided: Start, keys: tuple[str, ...]
) -> None:
    async with guided() as reader:
        await reader.ask("B1")
        await reader.press(*keys)
        for width in (20, 40, 60, 80, 120):
            await reader.resize(width, 24)
            assert "F1 Keys" in reader.rows[-1]
            assert "Esc " in reader.rows[-1] or width < 30
