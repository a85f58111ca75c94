from __future__ import annotations

import pytest

from tests.plain.conversation import Conversation, at_question, at_results, at_start, walk_through
from trd_tui.glyphs import ASCII
from trd_tui.guide.walk import PARTS, QUESTION, RESULTS, REVIEW, WELCOME
from trd_tui.library.store import Library
from trd_tui.plain.session import QUIT
from trd_tui.words import Words

TRIED = {"A1": ["two"], "A2": ["yes"]}


def heard(conversation: Conversation, *typed: str) -> list[str]:
    """What is heard after the last line typed."""
    return conversation.answer(*typed)


def numbered(lines: list[str]) -> list[str]:
    """The lines that begin with a number."""
    return [line for line in lines if line.partition(" ")[0].isdigit()]


def test_a_question_is_a_heading_its_text_and_numbered_answers(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    (said,) = conversation.answers()
    question = library.guide.question("B1")
    part = library.guide.part("B").title
    assert said[2] == f"Question 4, part B, 6 parts left. {part}."
    assert said[3:5] == [
        "Many people miss doses.",
        "In the last two weeks, on how many days did you miss your antidepressant?",
    ]
    assert said[5:] == [f"{number}: {choice.text}" for number, choice in enumerate(question.choices, 1)]
    assert conversation.prompts() == ["Q4, 1 to 6, or ?: "]


def test_a_number_and_an_answer_that_begins_with_one_are_heard_apart(library: Library) -> None:
    said = heard(at_question(library, "E2", {"E1": ["monthly"]}), "repeat")
    assert said[-6:-2] == ["1: 1 or 2", "2: 3 or 4", "3: 5 or 6", "4: 7 or more"]
    assert heard(at_question(library, "A1"), "repeat")[-7] == "1 None yet"


def test_a_list_of_one_is_not_said_to_go_from_1_to_1(library: Library) -> None:
    conversation = at_question(library, "A2", TRIED)
    assert heard(conversation, "r", "2") == ["Error: 2 is not in this list. The only number is 1."]
    assert conversation.prompts()[-1] == "1, n to go on, or ?: "


def test_where_several_answers_are_allowed_a_line_and_the_prompt_say_so(library: Library) -> None:
    conversation = at_question(library, "B3", TRIED)
    (said,) = conversation.answers()
    assert sum(line.startswith("More than one answer is fine") for line in said) == 1
    assert conversation.prompts() == [f"Q5, numbers 1 to {len(library.guide.question('B3').choices)}, or ?: "]


def test_a_question_outside_all_parts_has_no_number(library: Library) -> None:
    conversation = at_question(library, "S2")
    (said,) = conversation.answers()
    assert said[2] == f"{library.guide.safety.title}."
    assert conversation.prompts() == ["1 to 5, or ?: "]


def test_an_answer_leads_to_the_next_question(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    assert heard(conversation, "2")[0].startswith("Question 5.")
    assert conversation.reading.walk.answers["B1"] == ("few",)


@pytest.mark.parametrize("typed", ["1 3 4", "1,3-4", "4 3 1", "3-4, 1"])
def test_several_answers(library: Library, typed: str) -> None:
    conversation = at_question(library, "B2", {**TRIED, "B1": ["few"]})
    conversation.answers(typed)
    choices = library.guide.question("B2").choices
    assert conversation.reading.walk.answers["B2"] == tuple(choices[place].id for place in (0, 2, 3))


def test_nothing_is_chosen_before_and_enter_answers_nothing(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    greeting, said = conversation.answers("")
    assert not any("Your answer" in line for line in greeting)
    assert said == ["Error: nothing was typed. Answers to question 4 go from 1 to 6."]
    assert "B1" not in conversation.reading.walk.answers


@pytest.mark.parametrize("word", ["n", "next"])
def test_back_says_the_answer_which_can_be_kept(library: Library, word: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    back, entered, kept = conversation.answers("2", "back", "", word)[2:]
    assert back[0].startswith("Question 4")
    assert back[-2:] == ["Your answer: 1 or 2 days.", "To keep it, type n."]
    assert entered[0].startswith("Error: nothing was typed.")
    assert kept[0].startswith("Question 5")
    assert conversation.reading.walk.answers["B1"] == ("few",)


def test_back_to_what_was_left_out(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    back, on = conversation.answers("s", "b", "n")[2:]
    assert back[-2:] == ["You left this out before.", "To leave it out again, type n."]
    assert on[0].startswith("Question 5")
    assert conversation.reading.walk.answers["B1"] == ()


def test_without_an_answer_there_is_nothing_to_keep(library: Library) -> None:
    said = heard(at_question(library, "B1", TRIED), "n")
    assert said == ["Error: there is no answer to keep yet. Answers to question 4 go from 1 to 6."]


@pytest.mark.parametrize("word", ["y", "why", "w"])
def test_why(library: Library, word: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    said = heard(conversation, word)
    assert said[:2] == ["Why we ask.", library.guide.question("B1").why]
    assert conversation.prompts() == ["Q4, 1 to 6, or ?: "] * 2


def test_why_at_the_welcome(library: Library) -> None:
    assert heard(at_start(library), "why")[1] == library.guide.welcome.why


@pytest.mark.parametrize("word", ["k", "s", "skip"])
def test_skip(library: Library, word: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    assert heard(conversation, word)[0].startswith("Question 5.")
    assert conversation.reading.walk.answers["B1"] == ()


def test_repeat_says_the_question_again(library: Library) -> None:
    greeting, again = at_question(library, "B1", TRIED).answers("repeat")
    assert again == greeting[2:]


@pytest.mark.parametrize("word", ["r", "review"])
def test_review_lists_the_answers_to_change_and_comes_back(library: Library, word: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    review, change, changed, on = conversation.answers(word, "2", "3", "n")[1:]
    assert review[0] == "Your answers, 3."
    assert review[1:4] == ["1 How many tried: Two", "2 Now: Yes", "3 What happened: left out"]
    assert review[4].endswith(" questions are not answered yet.")
    assert change[0].startswith("Question 2, part A")
    assert change[-2:] == ["Your answer: Yes.", "To keep it, type n."]
    assert changed[2].startswith("2 Now: ")
    assert changed[2] != review[2]
    assert on[0].startswith("Question 4, part B")
    assert conversation.prompts()[1] == "1 to 3, n to go on, or ?: "


def test_review_before_any_answer(library: Library) -> None:
    conversation = at_start(library)
    said = heard(conversation, "1", "review")
    assert said[0] == "Your answers."
    assert conversation.prompts()[-1] == "n to go on, or ?: "
    assert heard(conversation, "1") == ["Error: 1 is not in this list. Type ? for what you can type."]


def test_parts_can_be_chosen(library: Library) -> None:
    conversation = at_start(library)
    parts, first, question = conversation.answers("2", "8", "2")[1:]
    assert parts[0] == "Choose one part."
    assert len(numbered(parts)) == len(library.guide.parts) + 1
    assert first[0] == f"{library.guide.offer.title}."
    assert question[0].startswith("Question 1, part H, last part")


def test_the_list_of_parts_says_which_are_answered(library: Library) -> None:
    conversation = at_question(library, "B1", {**TRIED, "A3": ["half"]})
    lines = numbered(heard(conversation, "parts"))
    titles = [part.title for part in library.guide.parts]
    assert lines[:2] == [f"1 A {titles[0]}, answered", f"2 B {titles[1]}"]
    assert lines[-1] == "9 All parts"
    assert heard(conversation, "9")[0].startswith("Question 4, part B")


def test_a_part_that_is_answered_shows_the_answers(library: Library) -> None:
    conversation = at_question(library, "B1", {**TRIED, "A3": ["half"]})
    conversation.reading.walk.safety = "off"
    assert heard(conversation, "p", "1")[0].startswith("Your answers, ")


@pytest.mark.parametrize(("answers", "part"), [({"A1": ["two"], "A2": ["yes"]}, "1"), ({"A1": ["none"]}, "2")])
def test_a_part_with_nothing_left_to_ask_does_not_lead_to_the_safety_question(
    library: Library, answers: dict[str, list[str]], part: str
) -> None:
    conversation = at_question(library, "D1", answers)
    assert heard(conversation, "parts", part)[0].startswith("Your answers")
    assert heard(conversation, "n")[0] == f"{library.guide.safety.title}."


def test_stop_ends_with_the_results_of_what_was_answered(library: Library) -> None:
    conversation = at_question(library, "C1", {**TRIED, "B1": ["few"]})
    said = heard(conversation, "e")
    assert said[0] == "What to talk over."
    assert "1 Missed doses." in said


@pytest.mark.parametrize("word", ["a", "again"])
def test_again_asks_before_it_forgets(library: Library, word: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    asked, kept = conversation.answers(word, "2")[1:]
    assert asked == ["This forgets all your answers.", "1 Forget them, and start again", "2 Keep them"]
    assert kept == ["Your answers are kept."]
    assert conversation.prompts() == ["Q4, 1 to 6, or ?: ", "1 to 2, or ?: ", "Q4, 1 to 6, or ?: "]
    assert conversation.reading.walk.answers["A1"] == ("two",)
    assert heard(conversation, word, "1")[0] == f"{library.guide.offer.title}."
    assert conversation.reading.walk.answers == {}


@pytest.mark.parametrize("typed", ["", "3", "0", "-1", "1 2", "٣", "1\x1b[A", "fly", "[/"])
def test_again_forgets_only_after_a_clear_answer(library: Library, typed: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    said, forgotten = conversation.answers("again", typed, "1")[2:]
    assert said == ["Error: that is none of these. Type a number from 1 to 2, or ? for what you can type."]
    assert forgotten[0] == f"{library.guide.offer.title}."


def test_another_command_leaves_the_answers_as_they_are(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    assert heard(conversation, "again", "review", "1")[0].startswith("Question 1")
    assert conversation.reading.walk.answers["A1"] == ("two",)


def test_start_again_at_the_welcome_asks_too(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    conversation.reading.walk.leave()
    conversation.reading.walk.open()
    welcome, asked = conversation.answers("2")
    assert numbered(welcome)[0] == "1 Go on where I was"
    assert asked[0] == "This forgets all your answers."
    assert heard(conversation, "1")[0].startswith("Question 4, part B")


def test_fewer_parts_are_announced_before_the_next_question(library: Library) -> None:
    said = heard(at_question(library, "A1"), "1")
    assert said[0] == "6 parts in all now, because after your answer some questions are not asked."
    assert said[1].startswith("Question 2, part D, 4 parts left")


def test_more_parts_are_announced_too(library: Library) -> None:
    said = heard(at_question(library, "D1", {"A1": ["none"]}), "b", "4")
    assert said[0] == "8 parts in all now, because after your answer more questions are asked."


def test_an_answer_that_is_changed_in_the_list_announces_the_parts_there(library: Library) -> None:
    said = heard(at_question(library, "D1", {"A1": ["none"]}), "r", "1", "4")
    assert said[0].startswith("8 parts in all now")
    assert said[1].startswith("Your answers, ")


def test_the_same_number_of_parts_is_not_announced(library: Library) -> None:
    assert heard(at_question(library, "A1"), "4")[0].startswith("Question 2")


def test_what_can_be_typed(library: Library) -> None:
    said = heard(at_start(library), "?")
    for line in (
        "why or y: Why a question is asked",
        "review or r: Your answers, to look at or change",
        "help or h: Get help now, in a crisis",
        "repeat: Read it again",
        "next or n: Keep the answer that is there, or go on",
        "print: The sheet, to hear",
    ):
        assert line in said


EVERYWHERE = ("h", "?", "repeat", "country", "r", "e", "p", "a", "v", "b", "y", "s", "n", "m", "print", "save", "f")


@pytest.mark.parametrize("stage", [WELCOME, PARTS, QUESTION, REVIEW, RESULTS])
@pytest.mark.parametrize("word", EVERYWHERE)
def test_every_word_does_something_at_every_prompt(library: Library, stage: str, word: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    conversation.reading.walk.stage = stage
    said = heard(conversation, word)
    assert said
    assert conversation.ended == QUIT
    assert not any("is not an answer" in line or "is not in this list" in line for line in said)


def test_a_whole_run_asks_each_question_once_and_every_prompt_fits_a_braille_line(library: Library) -> None:
    answers = {"A1": ["two"], "A2": ["stopped"], "B1": ["few"], "D1": ["herbs"], "E1": ["monthly"], "F1": ["past"]}
    told = walk_through(library, answers)
    assert told.order == [question.id for question in library.guide.questions]
    assert all(len(one.prompt) + 1 <= 38 for one in told.asked)
    assert all(one.prompt.isascii() and "?" in one.prompt for one in told.asked)
    assert told.results[0] == "What to talk over."


def test_no_question_and_no_page_holds_what_a_terminal_obeys(library: Library) -> None:
    told = walk_through(library, TRIED, otherwise="not_sure")
    assert all(line.isprintable() for line in told.text.splitlines())
    assert not any(end in told.text for end in ("?.\n", "..\n", ":.\n", " ,", "{", "}"))


def test_prompts_fit_a_braille_line(library: Library, words: Words) -> None:
    names = (
        "list", "review", "no_review", "results", "no_results", "sheet", "sheet_save", "note", "stopped"
    )  # fmt: skip
    for name in names:
        prompt = words(f"plain.guide.prompt_{name}", last=99, number=99, span=words("plain.guide.span", last=99))
        assert len(f"{prompt} ") <= 38
        assert prompt.isascii()
        assert prompt.endswith(":")
        assert "?" in prompt
    most = max(len(question.choices) for question in library.guide.questions)
    assert len(words("plain.guide.prompt_several", number=99, last=most)) < 38


def test_ascii_glyphs_and_narrow_lines(library: Library) -> None:
    text = at_results(library, TRIED).hold("v\nprint\nr\n?\nh\n", glyphs=ASCII, width=40)
    for line in text.splitlines():
        assert line.isascii()
        assert len(line) <= 40 or " " not in line.strip()


@pytest.mark.parametrize("typed", ["", "2\n", "2\nr\n", "v\n", "again\n", "country\n"])
def test_the_end_of_input_ends_politely_and_invents_nothing(library: Library, typed: str) -> None:
    conversation = at_question(library, "B1", TRIED)
    text = conversation.hold(typed)
    assert conversation.ended == QUIT
    assert text.endswith(": \nThe input has ended.\nYour answers are not kept.\n")
    assert len(conversation.reading.walk.answers) == (5 if typed.startswith("2") else 4)


def test_quit_leaves_at_once(library: Library) -> None:
    conversation = at_question(library, "B1", TRIED)
    assert heard(conversation, "q") == ["Goodbye."]
    assert conversation.ended == QUIT
