from __future__ import annotations

from pathlib import Path

import pytest

from tests.plain.conversation import Conversation, at_question, at_results, walk_through
from trd_tui.errors import TrdError
from trd_tui.library.store import Library
from trd_tui.plain.hints import FULL, Hints
from trd_tui.plain.session import Outside
from trd_tui.saving import SaveError, save

QUIET = {"A1": ["three"], "A2": ["yes"], "A3": ["not_at_all"], "B1": ["none"]}
TWO = {**QUIET, "B1": ["few"], "G2": ["yes"]}
MANY = {
    **QUIET, "B1": ["few"], "B2": ["forgot"], "C4": ["same"], "E3": ["often"], "E1": ["monthly"], "G2": ["yes"],
    "H2": ["no"], "G4": ["never"],
}  # fmt: skip
FOOTER = "For crisis help, type h, or call or text 988."
BEFORE = ["These are things to talk over.", "They are not a diagnosis."]


def saves(folder: Path) -> Outside:
    """A session that may save a sheet into a folder."""
    return Outside(save=lambda name, replace: save("the sheet\n", str(folder / name), replace=replace))


def refuses(error: TrdError) -> Outside:
    """A session whose saving fails."""

    def refuse(_name: str, _replace: bool) -> str:
        raise error

    return Outside(save=refuse)


def test_results_begin_with_the_fixed_line_and_end_with_the_way_to_help(library: Library) -> None:
    said = at_results(library, TWO).answers()[0][2:]
    assert said[1:3] == BEFORE
    assert said[3] == "Worth raising."
    assert [line for line in said if line[:2] in ("1 ", "2 ")] == ["1 Missed doses.", "2 Sleep and breathing."]
    assert said.count(library.guide.fixed.group) == 1
    assert library.guide.fixed.end in said
    assert said[-1] == FOOTER


def test_five_findings_come_first_and_all_on_request(library: Library) -> None:
    conversation = at_results(library, MANY)
    few, many = conversation.answers("more")
    last = len(at_results(library, MANY).reading.walk.outcome.results)
    assert last > 5
    assert opening(few) == ["1", "2", "3", "4", "5", str(last - 5)]
    assert f"{last - 5} more." in few
    assert "To hear all of them, type m." in few
    assert opening(many) == [str(number) for number in range(1, last + 1)]
    assert conversation.prompts() == ["1 to 5, v for the sheet, or ?: ", f"1 to {last}, v for the sheet, or ?: "]


def opening(lines: list[str]) -> list[str]:
    """The numbers that lines begin with."""
    return [line.partition(" ")[0] for line in lines if line[:1].isdigit()]


def test_without_more_findings_there_are_no_more(library: Library) -> None:
    assert at_results(library, TWO).answer("m")[0].startswith("Error: m does nothing here.")


def test_a_number_opens_the_section_and_back_returns_to_the_results(library: Library) -> None:
    conversation = at_results(library, TWO)
    greeting, section, results = conversation.answers("1", "b", hints=Hints(FULL))
    entry = library.entry(next(one.section for one in library.guide.findings if one.id == "R-B1"))
    assert section[0].startswith(f"{entry.title}. Section {entry.number}, ")
    assert section[-1] == "To go back to What to talk over, type b."
    assert results == greeting[2:]
    assert conversation.prompts()[1] == "Number, n next, or ?: "
    assert conversation.reading.walk.answers["B1"] == ("few",)
    assert conversation.reading.in_guide


def test_after_more_the_later_numbers_open_sections_and_all_stay_shown(library: Library) -> None:
    said = at_results(library, MANY).answers("more", "6", "b", hints=Hints(FULL))
    assert said[2][0].endswith(" of 23.")
    assert said[3] == said[1]


def test_the_guide_too_returns_to_the_results(library: Library) -> None:
    said = at_results(library, TWO).answers("1", "n", "g", "1")
    assert said[-1][0] == "What to talk over."


def test_reading_on_gives_the_place_in_the_article_back(library: Library) -> None:
    conversation = Conversation(library)
    conversation.reading.walk.answers = {"B1": ("few",), "A1": ("two",)}
    conversation.reading.walk.stop()
    left = conversation.answers("12", "g", "1", "b", "l")[-1]
    assert left[0] == "Electroconvulsive therapy (ECT). Section 12 of 23."


def test_nothing_stood_out(library: Library) -> None:
    told = walk_through(library, {"D5": ["no_change"]})
    assert "Nothing stood out here." in told.results
    assert told.results[-1] == FOOTER


def test_all_skipped(library: Library) -> None:
    told = walk_through(library, {})
    assert "You skipped these, which is fine." in told.results
    assert not any("stood out" in line for line in told.results)


def test_the_sheet_numbers_its_lines_without_any_note(library: Library) -> None:
    conversation = at_results(library, {**TWO, "B3": ["restless"], "H1": ["unsafe"]})
    said = conversation.answer("v")
    assert said[0] == "To take along."
    numbers = [line.partition(" ")[0] for line in said if line[:1].isdigit()]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    notes = [line.text for note in library.guide.notes for line in note.lines if "{" not in line.text]
    assert not any(text in " ".join(said) for text in notes if "prescriber" not in text.lower())
    assert "Not safe" not in " ".join(said)
    assert conversation.prompts()[-1] == f"1 to {numbers[-1]}, print, or ?: "


def test_lines_are_struck_out_by_number_and_taken_back(library: Library) -> None:
    conversation = at_results(library, TWO)
    sheet, out, again, both, printed = conversation.answers("v", "1,3-4", "repeat", "3 5", "print")[1:]
    assert out == ["Struck out: 1, 3, 4."]
    assert again[2] == f"1 Struck out: {sheet[2].removeprefix('1 ')}"
    assert again[3] == sheet[3]
    assert both == ["Struck out: 5.", "Taken back: 3."]
    assert "Struck out" not in " ".join(printed)
    assert sheet[2].removeprefix("1 ") not in printed
    assert sheet[3].removeprefix("2 ").split(". ")[0] in " ".join(printed)


def test_the_results_stay_whole_when_lines_of_the_sheet_are_struck_out(library: Library) -> None:
    conversation = at_results(library, TWO)
    before, _, _, after = conversation.answers("v", "1", "b", hints=Hints(FULL))
    assert after == before[2:]
    assert len(conversation.reading.walk.struck) == 1


@pytest.mark.parametrize("typed", ["0", "99", "1 1", "3-1", "fly"])
def test_what_strikes_nothing_out(library: Library, typed: str) -> None:
    conversation = at_results(library, TWO)
    (error,) = conversation.answer("v", typed)
    assert error.startswith("Error: ")
    assert conversation.reading.walk.struck == frozenset()


def test_the_sheet_is_heard_as_it_will_be_saved(library: Library) -> None:
    said = at_results(library, TWO).answer("print")
    assert said[0] == "To take along."
    assert said[1].startswith("Date: ")
    assert said[2] == "No name is on this sheet."
    assert said[3:5] == BEFORE
    assert "Sources, by name and year." in said


def test_the_sheet_can_be_heard_in_the_middle_and_back_goes_to_the_question(library: Library) -> None:
    conversation = at_question(library, "C1", TWO)
    sheet, question = conversation.answers("sheet", "b")[1:]
    assert "Missed doses." in sheet
    assert question[0].startswith("Question")


def test_the_sheet_is_saved_under_the_name_that_was_typed(library: Library, tmp_path: Path) -> None:
    conversation = at_results(library, TWO)
    sheet, said = conversation.answers("v", "save visit.txt", outside=saves(tmp_path))[1:]
    lines = sum(line[:1].isdigit() for line in sheet)
    assert said == [f"The sheet is saved as {tmp_path / 'visit.txt'}"]
    assert (tmp_path / "visit.txt").read_text() == "the sheet\n"
    assert conversation.prompts()[-1] == f"1 to {lines}, print, save FILE, or ?: "


def test_a_file_that_is_there_is_written_over_only_after_asking(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "visit.txt"
    file.write_text("mine\n")
    conversation = at_results(library, TWO)
    asked, kept = conversation.answers("save visit.txt", "2", outside=saves(tmp_path))[1:]
    assert asked[0].endswith("already.")
    assert asked[1:] == ["1 Write over it", "2 Leave it as it is"]
    assert kept == ["The file is as it was."]
    assert file.read_text() == "mine\n"
    assert conversation.answer("save visit.txt", "1", outside=saves(tmp_path)) == [f"The sheet is saved as {file}"]
    assert file.read_text() == "the sheet\n"


@pytest.mark.parametrize("typed", ["", "n", "repeat", "9"])
def test_no_other_line_writes_over_a_file(library: Library, tmp_path: Path, typed: str) -> None:
    (tmp_path / "visit.txt").write_text("mine\n")
    at_results(library, TWO).answer("save visit.txt", typed, outside=saves(tmp_path))
    assert (tmp_path / "visit.txt").read_text() == "mine\n"


def test_saving_needs_a_name(library: Library, tmp_path: Path) -> None:
    assert at_results(library, TWO).answer("save", outside=saves(tmp_path))[0].startswith("Error: save needs a name.")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_may_be_saved(library: Library) -> None:
    assert at_results(library, TWO).answer("save visit.txt") == ["Error: nothing can be saved here."]


@pytest.mark.parametrize("error", [SaveError("full", "/mnt/visit.txt"), TrdError("No room.", "Make some.")])
def test_what_goes_wrong_is_said_with_what_to_do_and_nothing_is_lost(library: Library, error: TrdError) -> None:
    conversation = at_results(library, TWO)
    said = conversation.answer("save visit.txt", outside=refuses(error))
    assert said[0].startswith("Error: ")
    assert "oom" in said[0]
    assert len(said) > 1
    assert conversation.reading.walk.answers["B1"] == ("few",)


def test_titles_of_findings_are_all_different(library: Library) -> None:
    titles = [one.title for one in (*library.guide.findings, library.guide.unsure)]
    assert len(set(titles)) == len(titles)
