from __future__ import annotations

import re

import pytest

from trd_tui.commands import (
    COMMANDS,
    NEEDED,
    SHOWN,
    in_fields,
    in_kiosk,
    is_shortcut,
    key_label,
    key_name,
    key_of,
    relettered,
    remapped,
    told_key,
    without_shortcuts,
)
from trd_tui.pages import EVERYWHERE
from trd_tui.tty.keyboard import Key, Keyboard
from trd_tui.words import Words

KEYS = {command.id: command.keys for command in COMMANDS}


def test_no_key_word_or_letter_stands_for_two_things() -> None:
    for names in (
        [command.id for command in COMMANDS],
        [key for command in COMMANDS for key in command.keys],
        [name for command in COMMANDS if not command.guide for name in (command.word, command.letter) if name],
        [name for command in COMMANDS if command.guide for name in (command.word, command.letter) if name],
    ):
        assert sorted(names) == sorted(set(names))


def test_no_word_of_the_guide_hides_one_that_means_the_same_everywhere() -> None:
    everywhere = {
        name for command in COMMANDS if command.id in EVERYWHERE for name in (command.word, command.letter) if name
    }
    in_guide = {name for command in COMMANDS if command.guide for name in (command.word, command.letter)}
    assert (everywhere - {"r"}) & in_guide == set()


def test_the_keys_of_the_contract() -> None:
    assert KEYS["keys"] == ("f1", "question_mark")
    assert KEYS["help_now"] == ("f2", "h")
    assert KEYS["search"] == ("f3", "slash")
    assert (KEYS["next_match"], KEYS["previous_match"]) == (("n",), ("N",))
    assert KEYS["guide"] == ("f4", "g")
    assert KEYS["sources"] == ("f5", "s")
    assert KEYS["switch"] == ("f6",)
    assert (KEYS["previous_section"], KEYS["next_section"]) == (("left_square_bracket",), ("right_square_bracket",))
    assert KEYS["where"] == ("w",)
    assert KEYS["quit"] == ("ctrl+q",)
    assert "escape" in KEYS["leave"]


def test_the_words_of_the_contract() -> None:
    plain = {command.word: command.letter for command in COMMANDS if command.word}
    for word in ("contents", "next", "previous", "up", "back", "repeat", "where", "sources", "guide", "help", "quit"):
        assert plain[word] == word[0]
    assert plain["commands"] == "?"
    assert plain["search"] == "/"


def test_every_command_can_be_given_and_has_a_name(words: Words) -> None:
    for command in COMMANDS:
        assert command.keys or command.word
        assert f"command.{command.id}" in words


@pytest.mark.parametrize(
    ("written", "name", "label"),
    [
        pytest.param("?", "question_mark", "?", id="sign"),
        pytest.param("Page Up", "pageup", "Page Up", id="two words"),
        pytest.param("esc", "escape", "Escape", id="short"),
        pytest.param("CTRL+Q", "ctrl+q", "Ctrl+Q", id="with control"),
        pytest.param("F1", "f1", "F1", id="function key"),
        pytest.param("N", "N", "Shift+N", id="capital"),
        pytest.param("n", "n", "n", id="small"),
        pytest.param("Shift+Tab", "shift+tab", "Shift+Tab", id="with shift"),
        pytest.param("shift+a", "A", "Shift+A", id="a capital, as some write it"),
        pytest.param("+", "plus", "+", id="plus"),
        pytest.param("ctrl+i", "tab", "Tab", id="the same key to a terminal"),
    ],
)
def test_keys_as_people_write_and_read_them(written: str, name: str, label: str) -> None:
    assert key_name(written) == name
    assert key_label(name) == label


def test_remapping_changes_one_command_only() -> None:
    changed = {command.id: command for command in remapped({"sources": ["F8", "ä"], "terms": []})}
    assert changed["sources"].keys == ("f8", "ä")
    assert (changed["sources"].word, changed["sources"].letter) == ("sources", "s")
    assert changed["terms"].keys == ()
    assert {id: command.keys for id, command in changed.items() if id not in ("sources", "terms")} == {
        id: keys for id, keys in KEYS.items() if id not in ("sources", "terms")
    }


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"fly": ["x"]}, "'fly' is not a command with keys; these are: ", id="unknown"),
        pytest.param({"contents": ["x"]}, "'contents' is not a command with keys", id="only a word"),
        pytest.param({"sources": ["?"]}, "? is given to both keys and sources", id="taken"),
        pytest.param({"sources": ["x"], "terms": ["x"]}, "x is given to both sources and terms", id="given twice"),
        pytest.param({"sources": [""]}, "'' is no key", id="nothing"),
        pytest.param({"sources": [" "]}, "' ' is no key", id="blank"),
        pytest.param({"sources": ["\x1b"]}, "'\\x1b' is no key", id="control character"),
        pytest.param({"sources": ["ctrl+zz"]}, "'ctrl+zz' is no key", id="nothing on a keyboard"),
        pytest.param({"sources": ["§"]}, "'\\xa7' is no key", id="a sign that is not on all keyboards"),
        pytest.param({"search": ["esc"], "leave": ["x"]}, "Escape is given to both leave", id="Escape"),
        pytest.param({"help_now": ["h"]}, "help_now needs a key that works while a text is typed", id="only typed"),
        pytest.param({"quit": ["delete"]}, "quit needs a key that works while", id="only edits"),
        pytest.param({"sources": ["any key"]}, "'any key' is no key; write a character, or a name", id="words"),
        *(pytest.param({id: []}, f"{id} needs a key", id=f"no key for {id}") for id in NEEDED if id != "done"),
    ],
)
def test_what_cannot_be_remapped(changes: dict[str, list[str]], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        remapped(changes)


@pytest.mark.parametrize("sign", [chr(code) for code in range(0x21, 0x7F)])
def test_every_character_of_a_keyboard_can_be_a_key(sign: str) -> None:
    (typed,) = Keyboard().feed(sign.encode(), 0.0)
    assert isinstance(typed, Key)
    others: dict[str, list[str]] = {one.id: [] for one in COMMANDS if key_name(sign) in one.keys}
    commands = remapped({**{id: ["f12"] for id in others}, "redraw": [sign]})
    assert {one.id: one.keys for one in commands}["redraw"] == (typed.name,)
    assert key_of(commands, "redraw") == (f"Shift+{sign}" if sign.isupper() else sign)
    assert is_shortcut(typed.name)


def test_escape_stays_with_the_way_back() -> None:
    assert {one.id: one.keys for one in remapped({"leave": ["x"]})}["leave"] == ("x", "escape")
    assert {one.id: one.keys for one in remapped({"leave": ["esc", "x"]})}["leave"] == ("escape", "x")


def test_without_shortcuts_no_key_types_a_character() -> None:
    left = {one.id: one.keys for one in without_shortcuts(COMMANDS)}
    assert [key for keys in left.values() for key in keys if len(SHOWN.get(key, key)) == 1] == []
    for id, keys in KEYS.items():
        kept = [key for key in keys if len(SHOWN.get(key, "")) > 1 or key[1:].isdigit() or "ctrl" in key]
        assert left[id] == tuple(kept)
    assert {one.id for one in without_shortcuts(COMMANDS)} == set(KEYS)
    assert not any(one.letter for one in without_shortcuts(COMMANDS))


def test_in_fields_no_key_is_typed_or_edits() -> None:
    left = [key for one in in_fields(COMMANDS) for key in one.keys]
    assert {"f2", "enter", "escape", "up", "tab", "ctrl+l"} <= set(left)
    assert not {"h", "slash", "1", "space", "left", "right", "home", "end", "backspace"} & set(left)


def test_letters_of_one_place_take_the_place_of_others() -> None:
    here = {one.id: one.keys for one in relettered(COMMANDS, {"l": "guide_leave", "b": "guide_back"})}
    assert (here["linear"], here["guide_leave"], here["guide_back"]) == (("f7",), ("l",), ("backspace", "b"))


def test_a_text_names_the_key_that_there_is_or_the_keys_page(words: Words) -> None:
    for commands, first, last in (
        (COMMANDS, "F4", "g"),
        (without_shortcuts(COMMANDS), "F4", "F4"),
        (remapped({"guide": ["x"]}), "x", "x"),
        (remapped({"guide": []}), "F1 (Keys)", "F1 (Keys)"),
        (remapped({"guide": [], "keys": ["f12"]}), "F12 (Keys)", "F12 (Keys)"),
    ):
        assert told_key(commands, "guide", words) == first
        assert told_key(commands, "guide", words, last=True) == last
    assert told_key(without_shortcuts(COMMANDS), "terms", words) == "F1 (Keys)"


def test_in_a_kiosk_nobody_leaves_and_everybody_can_be_done() -> None:
    known = {command.id: command for command in in_kiosk(COMMANDS)}
    assert "quit" not in known
    assert known["done"].keys == ("f10",)
    assert len(known) == len(COMMANDS)


def test_the_key_for_who_is_done_can_be_moved_and_not_taken_away() -> None:
    moved = {command.id: command.keys for command in remapped({"done": ["f12"]}, in_kiosk(COMMANDS))}
    assert moved["done"] == ("f12",)
    with pytest.raises(ValueError, match="done needs a key"):
        remapped({"done": []}, in_kiosk(COMMANDS))
    with pytest.raises(ValueError, match="'done' is not a command"):
        remapped({"done": ["f12"]})
