from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plain.conversation import Conversation
from trd_tui.commands import COMMANDS
from trd_tui.glyphs import ASCII, UNICODE
from trd_tui.layout import cells
from trd_tui.library.store import Library
from trd_tui.plain.hints import FULL, Hints
from trd_tui.plain.session import QUIT, SWITCH, Outside, Session
from trd_tui.reading import Reading
from trd_tui.sentences import sentences
from trd_tui.words import Words

AT_CONTENTS = "Number, or ? for commands: "
AT_SECTION = "Number, n next, or ?: "
ECT = "Electroconvulsive therapy (ECT). Section 12 of 23."
TYPED = st.lists(
    st.sampled_from([name for command in COMMANDS if command.word for name in (command.word, command.letter) if name])
    | st.sampled_from(["12", "12.1", "1", "0", "s ketamine", "/ketamin e", "t ect", "h me", "suicide"])
    | st.text(st.characters(exclude_characters="\n"), max_size=20),
    max_size=6,
)


def test_the_greeting(conversation: Conversation) -> None:
    (greeting,) = conversation.answers()
    assert greeting[0] == "Plain mode, because you asked for it. Help in a crisis: h."
    assert greeting[1] == "Contents, 23 sections."
    assert greeting[2] == "1 Get help now"
    assert "23 Questions for your prescriber" in greeting
    assert len(greeting) == 2 + 23
    assert conversation.prompts() == [AT_CONTENTS]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        pytest.param("plain.because.term", "Plain mode, because this terminal says that it cannot", id="TERM"),
        pytest.param("plain.because.no_terminal", "Plain mode, because input or output is not", id="pipe"),
        pytest.param("plain.because.accessible", "Plain mode, because ACCESSIBLE is set.", id="ACCESSIBLE"),
        pytest.param("", "Help in a crisis: h.", id="no reason to give"),
    ],
)
def test_the_first_line_says_why_and_how_to_get_help(conversation: Conversation, reason: str, said: str) -> None:
    first = conversation.hold("", {"reason": reason}).splitlines()[0]
    assert first.startswith(said)
    assert first.endswith("Help in a crisis: h.")


def test_the_greeting_of_a_section(library: Library) -> None:
    conversation = Conversation(library, "ect")
    (greeting,) = conversation.answers(greeting={"section": True})
    assert greeting[1] == ECT
    assert "Contents, 23 sections." not in greeting
    assert conversation.prompts() == [AT_SECTION]


def test_coming_from_full_screen_keeps_the_place_and_says_little(library: Library) -> None:
    conversation = Conversation(library, "ect")
    greeting, following, before = conversation.answers(
        "n", "p", greeting={"reason": "plain.because.switched", "resumed": True}
    )
    assert greeting == [
        "Plain mode. Type f to go back to the full screen. Help in a crisis: h.",
        ECT,
        "Type r to read it, or c for the contents.",
    ]
    assert following[0].endswith(" Section 12.1, inside section 12 of 23.")
    assert before[0] == ECT
    assert conversation.answer("r", greeting={"resumed": True})[0] == ECT


@pytest.mark.parametrize("typed", ["", "12\nn", "12", "s ketamine\n", "\n\n"])
def test_the_end_of_input_ends_the_session_and_invents_nothing(conversation: Conversation, typed: str) -> None:
    text = conversation.hold(typed)
    assert conversation.ended == QUIT
    assert "Goodbye" not in text
    lines = typed.split("\n") if typed else []
    assert len(conversation.prompts()) == 1 + sum(1 for n, line in enumerate(lines) if line or n < len(lines) - 1)
    assert text.endswith(": \n")


@pytest.mark.parametrize("word", ["q", "quit", "QUIT", "  quit  "])
def test_quit(conversation: Conversation, word: str) -> None:
    assert conversation.answer(word, "12") == ["Goodbye."]
    assert conversation.text.endswith(AT_CONTENTS + "\nGoodbye.\n")
    assert conversation.ended == QUIT


class Interrupted(StringIO):
    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        raise KeyboardInterrupt


def test_an_interrupt_ends_the_line_of_the_prompt(library: Library) -> None:
    sink = StringIO()
    with pytest.raises(KeyboardInterrupt):
        Session(Reading(library), Interrupted(), sink).run()
    assert sink.getvalue() == "Number, or ? for commands: \n"


def test_change_to_full_screen_where_it_fits(conversation: Conversation) -> None:
    conversation.hold("12\nf\nn\n", outside=Outside(can_switch=True))
    assert conversation.ended == SWITCH
    assert conversation.reading.entry.id == "ect"


def test_no_change_to_full_screen_where_it_does_not(conversation: Conversation) -> None:
    assert conversation.answer("full") == [
        "Error: no full screen here. Input or output is not a terminal that can show it."
    ]
    assert conversation.ended == QUIT


def test_a_section_is_read_in_sentences(conversation: Conversation, library: Library) -> None:
    inside = library.children("ect")
    read = conversation.answer("12")
    assert read[:3] == [ECT, "Key points, 3.", "You are asleep while it is given."]
    assert "What it is." in read
    assert "Studied: people with major depression in general, not TRD alone." in read
    assert read[-2 - len(inside) :] == [
        f"Inside this section, {len(inside)} pages.",
        *(f"{entry.number} {entry.title}" for entry in inside),
        f"End of section 12. Next: {inside[0].title}.",
    ]
    assert conversation.prompts()[-1] == AT_SECTION


def test_titles_that_ask_are_not_given_a_full_stop(conversation: Conversation) -> None:
    first, asking = conversation.answers("2", "p", "n")[2:]
    assert first[-1].endswith(". Next: What is treatment-resistant depression?")
    assert asking[0] == "What is treatment-resistant depression? Section 2 of 23."


@pytest.mark.parametrize("word", ["n", "next", "Next"])
def test_next(conversation: Conversation, word: str) -> None:
    assert conversation.answer("11", word)[0].endswith(" Section 11.1, inside section 11 of 23.")  # X


def test_the_next_section_before_anything_was_read_is_the_first(conversation: Conversation) -> None:
    first, second = conversation.answers("n", "n")[1:]
    assert first[0] == "Get help now. Section 1 of 23."
    assert second[0].endswith(" Section 1.1, inside section 1 of 23.")


def test_next_at_the_end(conversation: Conversation) -> None:
    assert conversation.answer("23", "n") == ["This is the last section. Type c for the contents."]
    assert conversation.answer("23", "n", "r")[0].endswith(" Section 23 of 23.")


def test_previous(conversation: Conversation) -> None:
    assert conversation.answer("12.1", "p")[0] == ECT
    assert conversation.answer("1", "previous") == ["This is the first section. Type c for the contents."]


def test_up(conversation: Conversation) -> None:
    up, top, nowhere = conversation.answers("12.1", "u", "up", "u")[2:]
    assert up[0] == ECT
    assert top[0] == "Treatment: the overview. Section 8 of 23."
    assert nowhere == ["This section is not part of another one. Type c for the contents."]


def test_back(conversation: Conversation) -> None:
    back, nowhere = conversation.answers("12", "4", "b", "back")[3:]
    assert back[0] == ECT
    assert nowhere == ["There is no section before this one in what you have read."]


def test_back_before_anything_was_read(conversation: Conversation) -> None:
    assert conversation.answer("b") == ["There is no section before this one in what you have read."]


@pytest.mark.parametrize("away", ["c", "s ketamine"])
def test_back_from_a_list_leads_to_the_section_that_was_read(conversation: Conversation, away: str) -> None:
    assert conversation.answer("4", "12", away, "b")[0] == ECT
    assert conversation.prompts()[-1] == AT_SECTION


def test_contents(conversation: Conversation) -> None:
    greeting, _, contents = conversation.answers("12", "c")
    assert contents == greeting[1:]
    assert conversation.prompts()[-1] == AT_CONTENTS


def test_repeat_says_again_what_was_said(conversation: Conversation) -> None:
    greeting, contents, section, again, results, results_again = conversation.answers(
        "r", "12", "repeat", "s shock", "r", hints=Hints(FULL)
    )
    assert contents == greeting[1:]
    assert again == section
    assert results_again == results


def test_where(conversation: Conversation) -> None:
    assert conversation.answer("12.1", "w") == [
        "Before, on and after the day of ECT. Section 12.1, inside section 12 of 23."
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param([], ["Contents, 23 sections."], id="at the start"),
        pytest.param(["s botox"], ["{} found for botox."], id="at the first results"),
        pytest.param(["12", "c"], ["Contents, 23 sections.", f"Last read: {ECT}"], id="at the contents"),
        pytest.param(["12", "s botox"], ["{} found for botox.", f"Last read: {ECT}"], id="at results"),
        pytest.param(["12", "s qqqqqqq"], [ECT], id="after a search for nothing"),
    ],
)
def test_where_in_a_list_names_the_list(library: Library, typed: list[str], said: list[str]) -> None:
    count = len(library.search("botox", limit=10).hits)
    assert Conversation(library).answer(*typed, "w") == [line.format(count) for line in said]


def test_sources_before_anything_was_read(conversation: Conversation) -> None:
    assert conversation.answer("s") == ["Error: no section is open yet. Type a number, or ? for what you can type."]


def test_sources(conversation: Conversation) -> None:
    said = conversation.answer("12", "s")
    assert said[0] == "Sources: Electroconvulsive therapy (ECT)."
    assert said[1].startswith("1: ")
    assert any(line.startswith("Date: ") for line in said)
    assert conversation.answer("12", "sources") == said


@pytest.mark.parametrize("word", ["h", "help", "help me", "H", "h please"])
def test_help_now(conversation: Conversation, word: str) -> None:
    said = conversation.answer(word)
    assert said[:4] == [
        "Get help now.",
        "United States.",
        "Crisis line, any hour, free: Call or text 988.",
        "Chat: 988lifeline.org",
    ]
    assert any("116 123" in line for line in said)


def test_help_now_of_another_country_first(conversation: Conversation) -> None:
    conversation.reading.country = "IE"
    assert conversation.answer("h")[1:3] == [
        "Ireland.",
        "Samaritans, day and night, free: Call 116 123.",
    ]


def test_the_crisis_page_does_not_lead_to_itself(conversation: Conversation, library: Library) -> None:
    assert "Help now is one key away." not in conversation.answer("h")


def test_help_now_changes_neither_place_nor_prompt(conversation: Conversation) -> None:
    conversation.answers("12", "h", "r")
    assert conversation.prompts() == [AT_CONTENTS, AT_SECTION, AT_SECTION, AT_SECTION]
    assert conversation.reading.entry.id == "ect"


@pytest.mark.parametrize("word", ["?", "commands"])
def test_commands(conversation: Conversation, words: Words, word: str) -> None:
    said = conversation.answer(word)
    assert said[0] == "What you can type."
    for command in COMMANDS:
        names = " or ".join(filter(None, (command.word, command.letter)))
        assert (f"{names}: {words(f'command.{command.id}')}" in said) is bool(command.word and not command.guide)


def test_every_word_and_letter_does_something(library: Library) -> None:
    for command in (one for one in COMMANDS if not one.guide):
        said = [Conversation(library).answer("12", name) for name in (command.word, command.letter) if name]
        assert all(said[0] == one for one in said)
        assert not any("is not a command" in line for one in said for line in one)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("", "Error: nothing was typed. Type a number, or ? for what you can type.", id="nothing"),
        pytest.param("   ", "Error: nothing was typed. Type a number, or ? for what you can type.", id="blanks"),
        pytest.param("\x00\x01", "Error: nothing was typed. Type a number, or ? for what you can type.", id="NUL"),
        pytest.param("fly", "Error: fly is not a command. Type a number, or ? for what you can type.", id="word"),
        pytest.param("next please", "Error: next please is not a command. Type a number,", id="too many words"),
        pytest.param("[/", "Error: [/ is not a command. Type a number,", id="markup"),
        pytest.param("{typed}", "Error: {typed} is not a command. Type a number,", id="braces"),
        pytest.param("\x1b[31m", "Error: [31m is not a command. Type a number,", id="escape sequence"),
        pytest.param("\u202eevil", "Error: evil is not a command. Type a number,", id="bidi"),
        pytest.param("-1", "Error: -1 is not a command. Type a number,", id="below 0"),
        pytest.param("/", "Error: search needs a word. Type search, a space, and a word.", id="search for nothing"),
        pytest.param("search", "Error: search needs a word. Type search, a space, and a word.", id="search"),
    ],
)
def test_errors_name_what_was_typed_and_what_is_allowed(conversation: Conversation, typed: str, said: str) -> None:
    answer = conversation.answer("12", typed)
    assert len(answer) == 1
    assert answer[0].startswith(said)
    assert conversation.prompts()[-1] == AT_SECTION
    assert conversation.reading.entry.id == "ect"


@pytest.mark.parametrize("typed", ["suicide", "i want to die", "x " * 300 + "i want to die"])
def test_nobody_needs_a_command_to_be_shown_the_way_to_help(conversation: Conversation, typed: str) -> None:
    said = conversation.answer(typed)
    assert said == [
        "Help now is one key away.",
        "In the US, call or text 988 at any hour.",
        "Type h for all crisis lines, or ? for what you can type.",
    ]


@pytest.mark.parametrize("typed", ["s ketamine", "15.2", "s SAMHSA", "t suicide"])
def test_every_mention_of_suicide_is_followed_by_the_way_to_help(conversation: Conversation, typed: str) -> None:
    said = conversation.answer(typed)
    mentions = [place for place, line in enumerate(said) if "suicid" in line.casefold()]
    assert all(any("call or text 988" in line for line in said[place:]) for place in mentions)


def test_where_a_list_ends_with_suicide_help_is_the_last_line(library: Library) -> None:
    risk = next(entry for entry in library.outline() if entry.title.startswith("Suicidal thoughts"))
    conversation = Conversation(library)
    assert conversation.answer(f"{library.entry(risk.parent).number}")[-2:] == sentences(library.help.mention)
    assert conversation.answer(risk.number, "w")[-2:] == sentences(library.help.mention)
    assert "Help now is one key away." not in conversation.answer("c")


def test_a_huge_line_is_one_error(conversation: Conversation) -> None:
    (said,) = conversation.answer("x" * 1_000_000)
    assert len(said) < 400
    assert conversation.prompts() == [AT_CONTENTS] * 2


def test_an_echoed_session_adds_no_blank_lines(conversation: Conversation) -> None:
    assert conversation.hold("w\n", echo=True).endswith(f"{AT_CONTENTS}Contents, 23 sections.\n{AT_CONTENTS}\n")


def test_prompts_fit_a_braille_line(words: Words) -> None:
    prompts = [words(f"plain.prompt_{name}") for name in ("contents", "section", "results", "suggestion")]
    for prompt in prompts:
        assert len(f"{prompt} ") <= 38
        assert prompt.isascii()
        assert prompt.endswith(":")
        assert "?" in prompt


def test_ascii_glyphs_keep_every_byte_below_127(conversation: Conversation) -> None:
    numbers = "\n".join(str(number) for number in range(1, 24))
    text = conversation.hold(f"{numbers}\nh\n?\nt\ns\ns ketamine\né≥漢\n", glyphs=ASCII)
    assert all(letter == "\n" or 32 <= ord(letter) < 127 for letter in text)
    assert "Error: e>=? is not a command." in text


@settings(max_examples=40)
@given(TYPED, st.integers(1, 400), st.booleans())
def test_whatever_is_typed(library: Library, typed: list[str], width: int, ascii: bool) -> None:
    conversation = Conversation(library)
    text = conversation.hold("".join(f"{line}\n" for line in typed), width=width, glyphs=ASCII if ascii else UNICODE)
    assert conversation.ended == QUIT
    for line in text.split("\n"):
        assert line.isprintable()
        assert not set(line) & set("\u2500\u2502\u250c\u2514\u2588")
        assert line.endswith(": ") or cells(line) <= width or " " not in line


def test_long_lines_are_wrapped_only_where_the_terminal_has_a_width(conversation: Conversation) -> None:
    assert max(map(len, conversation.answer("12"))) > 80
    assert max(map(len, conversation.answer("12", width=40))) <= 40


def test_an_address_is_left_whole(conversation: Conversation) -> None:
    addresses = [line for line in conversation.answer("12", "s") if line.startswith("https://")]
    assert max(map(len, addresses)) > 40
    assert [line for line in conversation.answer("12", "s", width=40) if line.startswith("https://")] == addresses
