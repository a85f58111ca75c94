from __future__ import annotations

import re

import pytest

from trd_tui.commands import COMMANDS, NEEDED, key_label, key_name, remapped
from trd_tui.pages import EVERYWHERE
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
        pytest.param("N", "N", "N", id="capital"),
        pytest.param("n", "n", "n", id="small"),
        pytest.param("Shift+Tab", "shift+tab", "Shift+Tab", id="with shift"),
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
        pytest.param({"sources": ["any key"]}, "'any key' is no key; write a character, or a name", id="words"),
        *(pytest.param({id: []}, f"{id} needs a key", id=f"no key for {id}") for id in NEEDED),
    ],
)
def test_what_cannot_be_remapped(changes: dict[str, list[str]], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        remapped(changes)
