from __future__ import annotations

import pytest

from tests.plain.conversation import Conversation, at_question, at_results, at_start, walk_through
from trd_tui.guide.definition import HELP, URGENT
from trd_tui.guide.walk import FIRST, OFF, RESULTS
from trd_tui.library.store import Library
from trd_tui.plain.session import CLEAR, EXIT, QUIT, Outside, clearing

TRIED = {"A1": ["two"], "A2": ["yes"]}
AT_NOTE = "Enter or n to go on, or ?: "
AT_URGENT = "c, b, l, n, h for help, or ?: "


def choice(library: Library, question: str, id: str) -> str:
    """The number of a choice, to type."""
    return str([one.id for one in library.guide.question(question).choices].index(id) + 1)


def urgent_page(library: Library, country: str = "") -> Conversation:
    """A reader at the safety question, with a country of their own."""
    conversation = at_question(library, "S2", TRIED)
    conversation.reading.country = country
    return conversation


@pytest.mark.parametrize("typed", ["", "n", "next"])
def test_a_note_comes_straight_after_its_answer_and_waits(library: Library, typed: str) -> None:
    conversation = at_question(library, "B3", TRIED)
    note, question = conversation.answers(choice(library, "B3", "restless"), typed)[1:]
    assert note[0] == "Very restless."
    assert "Please call your prescriber or a pharmacist today." in note
    assert "If you feel you might hurt yourself, type h." in note
    assert question[0].startswith("Question 6")
    assert conversation.prompts()[1:] == [AT_NOTE, "Q6, 1 to 6, or ?: "]


def test_two_notes_come_together(library: Library) -> None:
    told = walk_through(library, {**TRIED, "B3": ["restless", "worse_mood"]})
    assert [ids for ids, _ in told.notes] == [("U1", "U2")]


@pytest.mark.parametrize("typed", ["3", "0", "fly", "\x00", "skip", "why"])
def test_a_note_takes_nothing_else_for_an_answer(library: Library, typed: str) -> None:
    conversation = at_question(library, "B3", TRIED)
    (error,) = conversation.answer(choice(library, "B3", "restless"), typed)
    assert error.startswith("Error: ")
    assert error.endswith(" To go on, press Enter or type n.")
    assert conversation.prompts()[-1] == AT_NOTE
    assert len(conversation.reading.walk.answers) == 6


def test_help_and_repeat_at_a_note(library: Library) -> None:
    conversation = at_question(library, "B3", TRIED)
    note, help_now, again = conversation.answers(choice(library, "B3", "restless"), "h", "repeat")[1:]
    assert help_now[0] == "Get help now."
    assert again == note


def test_back_from_a_note_leads_to_its_question(library: Library) -> None:
    said = at_question(library, "B3", TRIED).answer(choice(library, "B3", "restless"), "b")
    assert said[0].startswith("Question 5.")


def test_a_note_that_was_not_left_is_there_after_a_change_of_front_end(library: Library) -> None:
    conversation = at_question(library, "B3", TRIED)
    conversation.hold(f"{choice(library, 'B3', 'restless')}\nf\n", outside=Outside(can_switch=True))
    (greeting,) = conversation.answers(greeting={"resumed": True})
    assert greeting[2] == "Very restless."


def test_show_me_help_prints_help_now_and_comes_back(library: Library) -> None:
    conversation = at_question(library, "S1")
    help_now, question = conversation.answers("1", "")[1:]
    assert help_now[:3] == ["Get help now.", "United States.", "Crisis line, any hour, free: Call or text 988."]
    assert "Help now is one key away." not in help_now
    assert question[0] == f"{library.guide.offer.title}."
    assert conversation.prompts()[1] == AT_NOTE


@pytest.mark.parametrize("id", ["safe", "not_sure"])
def test_the_calm_form_is_help_now_and_then_the_results(library: Library, id: str) -> None:
    conversation = at_question(library, "S2", TRIED)
    help_now, results = conversation.answers(choice(library, "S2", id), "")[1:]
    assert help_now[0] == "Get help now."
    calm = next(note for note in library.guide.notes if note.shows == HELP)
    assert results[:4] == ["What to talk over.", "Please read this first.", f"{calm.title}.", calm.lines[0].text]


@pytest.mark.parametrize("id", ["no", "not_said"])
def test_other_answers_lead_to_the_results_without_a_word(library: Library, id: str) -> None:
    said = at_question(library, "S2", TRIED).answer(choice(library, "S2", id))
    assert said[0] == "What to talk over."
    assert "Please read this first." not in said
    assert said[-1] == "For crisis help, type h, or call or text 988."


def test_the_urgent_page_is_the_very_next_and_shows_no_result(library: Library) -> None:
    conversation = urgent_page(library)
    said = conversation.answer(choice(library, "S2", "act"))
    assert said[0] == f"{next(note for note in library.guide.notes if note.shows == URGENT).title}."
    assert said[1] == "Please get help right now."
    assert said[2] == "Call or text 988."
    assert any("911" in line and len(line) < 15 for line in said)
    assert "What to talk over." not in conversation.text
    assert said[-2:] == [
        "Type c for another country, b to go back, or l to leave.",
        "See my notes later: type n.",
    ]
    assert conversation.prompts()[-1] == AT_URGENT


def test_the_urgent_page_takes_another_country(library: Library) -> None:
    conversation = urgent_page(library)
    listed, urgent = conversation.answers(choice(library, "S2", "act"), "c", "4")[2:]
    assert listed[4] == "4 Ireland"
    assert urgent[1:3] == ["Please get help right now.", "Call 116 123."]
    assert conversation.prompts()[-1] == AT_URGENT


def test_the_urgent_page_of_another_country(library: Library) -> None:
    assert urgent_page(library, "AU").answer(choice(library, "S2", "act"))[2] == "Call 13 11 14."


def test_from_the_urgent_page_the_notes_back_and_out(library: Library) -> None:
    act = choice(library, "S2", "act")
    assert urgent_page(library).answer(act, "n")[0] == "What to talk over."
    assert urgent_page(library).answer(act, "b")[0] == f"{library.guide.safety.title}."
    assert urgent_page(library).answer(act, "l")[-1] == "Type r to read it, or c for the contents."
    assert urgent_page(library).answer(act, "h")[0] == "Get help now."


@pytest.mark.parametrize("typed", ["", "1", "my own words", "skip"])
def test_nothing_else_moves_the_urgent_page(library: Library, typed: str) -> None:
    conversation = urgent_page(library)
    (error,) = conversation.answer(choice(library, "S2", "act"), typed)
    assert error.endswith(" Type c, b, l, n, h or ?.")
    assert "own words" not in error
    assert conversation.prompts()[-1] == AT_URGENT


def test_the_urgent_page_is_there_after_a_change_of_front_end(library: Library) -> None:
    conversation = urgent_page(library)
    conversation.hold(f"{choice(library, 'S2', 'act')}\nf\n", outside=Outside(can_switch=True))
    (greeting,) = conversation.answers(greeting={"resumed": True})
    assert greeting[3] == "Please get help right now."


@pytest.mark.parametrize("id", ["no", "safe", "act", "not_sure"])
def test_the_answer_to_the_safety_question_is_never_said_again(library: Library, id: str) -> None:
    conversation = at_question(library, "S2", TRIED)
    text = library.guide.safety.choice(id).text
    typed = [choice(library, "S2", id), "n", "repeat", "r", "repeat", "v", "print", "e"]
    said = conversation.answers(*typed)[2:]
    assert not any(text in line.split(": ") or line == text for lines in said for line in lines)
    review = next(lines for lines in said if lines[0].startswith("Your answers"))
    assert review[-3] == f"{len(review) - 3} {library.guide.safety.title}: answered, not shown here"


def test_back_at_the_safety_question_does_not_say_the_answer(library: Library) -> None:
    said = at_question(library, "S2", TRIED).answer(choice(library, "S2", "no"), "b")
    assert said[-2:] == ["This has an answer, which is not shown here.", "To keep it, type n."]


def test_not_safe_at_home_is_never_said_again(library: Library) -> None:
    unsafe = choice(library, "H1", "unsafe")
    conversation = at_question(library, "H1", TRIED)
    note, _, back, review, _, results, sheet = conversation.answers(f"1 {unsafe}", "", "b", "r", "n", "e", "print")[1:]
    text = library.guide.question("H1").choice("unsafe").text
    assert "Call 1-800-799-7233, or text START to 88788." in note
    assert "To clear this screen, type x." in note
    assert back[-2:] == ["This has an answer, which is not shown here.", "To keep it, type n."]
    listed = f"{unsafe} {text}"
    assert not any(text in line for line in (*review, *results, *sheet) if line != listed)


@pytest.mark.parametrize("safety", [FIRST, OFF])
def test_the_place_of_the_safety_question(library: Library, safety: str) -> None:
    order = walk_through(library, TRIED, safety=safety).order
    assert order[:2] == (["S1", "S2"] if safety == FIRST else ["S1", "A1"])
    assert order.count("S2") == (safety == FIRST)


@pytest.mark.parametrize("word", ["x", "exit"])
def test_the_quick_exit_forgets_all_and_clears_the_screen(library: Library, word: str) -> None:
    conversation = at_question(library, "H1", TRIED)
    text = conversation.hold(f"{word}\nnever read\n", outside=Outside(clears=CLEAR), echo=True)
    assert conversation.ended == EXIT
    assert text.endswith(": " + CLEAR)
    assert conversation.reading.walk.answers == {}
    assert not conversation.reading.in_guide


def test_the_quick_exit_works_in_the_article(conversation: Conversation) -> None:
    conversation.hold("12\nx\n", outside=Outside(clears="\n" * 40))
    assert conversation.ended == EXIT
    assert conversation.text.endswith("\n" * 40)


def test_without_a_terminal_the_quick_exit_writes_nothing(library: Library) -> None:
    text = at_start(library).hold("x\n", echo=True)
    assert text.endswith("or ?: ")
    assert "\x1b" not in text


def test_what_clears_the_screen() -> None:
    assert clearing("xterm-256color", 24) == "\x1b[H\x1b[2J\x1b[3J"
    for term in ("dumb", "", "unknown"):
        assert clearing(term, 50) == "\n" * 50
        assert clearing(term, 0) == "\n" * 24


def test_help_now_returns_to_the_same_question_from_every_question(library: Library) -> None:
    answers = {"A1": ["two"], "A2": ["stopped"], "B1": ["few"], "D1": ["herbs"], "E1": ["monthly"], "F1": ["past"]}
    for question in library.guide.questions:
        conversation = at_question(library, question.id, answers)
        before = dict(conversation.reading.walk.answers)
        said = conversation.answer("h")
        assert said[0] == "Get help now."
        assert conversation.prompts()[0] == conversation.prompts()[1]
        assert conversation.reading.walk.current is question
        assert conversation.reading.walk.answers == before


def test_results_after_the_calm_form_can_be_left_and_come_back(library: Library) -> None:
    conversation = at_results(library, {**TRIED, "S2": ["no"]})
    assert conversation.reading.walk.stage == RESULTS
    conversation.hold("q\n")
    assert conversation.ended == QUIT


@pytest.mark.parametrize("others", [{}, {"A1": ["two"], "B1": ["few"]}, {"H1": ["money"]}], ids=["alone", "B1", "H1"])
@pytest.mark.parametrize("private", ["S1 go_on", "S2 no", "S2 safe", "S2 act", "S2 not_sure", "H1 unsafe"])
def test_no_private_answer_changes_a_word_of_the_sheet(
    library: Library, others: dict[str, list[str]], private: str
) -> None:
    """Not even whether anything was answered at all can be told from it."""
    conversation = at_start(library)
    walk = conversation.reading.walk
    walk.answers = {id: tuple(chosen) for id, chosen in others.items()}
    without = conversation.answers("v", "print")[1:]
    question, choice = private.split()
    walk.answers |= {question: (*others.get(question, ()), choice)}
    assert conversation.answers("v", "print")[1:] == without
