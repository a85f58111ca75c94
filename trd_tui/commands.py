"""Every command of both front ends, once: its keys in full screen, its word and letter in plain mode.

The key bindings, the Keys page, the footer and the plain commands page are all made from this list. The names stand in
words.yaml under `command.ID`. Key names are Textual's.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHOWN = {
    "question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]", "up": "Up",
    "down": "Down", "left": "Left", "right": "Right", "home": "Home", "end": "End", "pageup": "Page Up",
    "pagedown": "Page Down", "tab": "Tab", "shift+tab": "Shift+Tab", "enter": "Enter", "escape": "Escape",
    "space": "Space", "backspace": "Backspace",
}  # fmt: skip
NEEDED = ("help_now", "leave", "quit")
HELD = frozenset({"ctrl", "alt", "shift"})
MOST_FUNCTION_KEYS = 24
NAMED = {shown.lower(): name for name, shown in SHOWN.items()} | {"esc": "escape"}


class Command:
    """One thing a person can do; `keys` in full screen, `word` and `letter` in plain mode, empty where it has none.

    `guide` commands are known in the guide alone; there a plain letter may mean something else than in the article.
    """

    __slots__ = ("guide", "id", "keys", "letter", "word")

    def __init__(
        self, id: str, keys: tuple[str, ...] = (), word: str = "", letter: str = "", *, guide: bool = False
    ) -> None:
        self.id = id
        self.keys = keys
        self.word = word
        self.letter = letter
        self.guide = guide


COMMANDS = (
    Command("help_now", ("f2", "h"), "help", "h"),
    Command("keys", ("f1", "question_mark"), "commands", "?"),
    Command("contents", (), "contents", "c"),
    Command("move_up", ("up",)),
    Command("move_down", ("down",)),
    Command("page_up", ("pageup",)),
    Command("page_down", ("pagedown", "space")),
    Command("first", ("home",)),
    Command("last", ("end",)),
    Command("enter", ("enter", "right")),
    Command("leave", ("escape", "left")),
    Command("other_pane", ("tab", "shift+tab")),
    Command("next_section", ("right_square_bracket",), "next", "n"),
    Command("previous_section", ("left_square_bracket",), "previous", "p"),
    Command("up", (), "up", "u"),
    Command("back", (), "back", "b"),
    Command("search", ("f3", "slash"), "search", "/"),
    Command("next_match", ("n",)),
    Command("previous_match", ("N",)),
    Command("repeat", (), "repeat", "r"),
    Command("where", ("w",), "where", "w"),
    Command("sources", ("f5", "s"), "sources", "s"),
    Command("terms", ("t",), "terms", "t"),
    Command("guide", ("f4", "g"), "guide", "g"),
    Command("guide_why", ("y",), "why", "y", guide=True),
    Command("guide_back", ("backspace",), "back", "b", guide=True),
    Command("guide_skip", ("k",), "skip", "k", guide=True),
    Command("guide_review", ("r",), "review", "r", guide=True),
    Command("guide_stop", ("e",), "stop", "e", guide=True),
    Command("guide_parts", ("p",), "parts", "p", guide=True),
    Command("guide_again", ("a",), "again", "a", guide=True),
    Command("guide_sheet", ("v",), "sheet", "v", guide=True),
    Command("guide_leave", (), "leave", "l", guide=True),
    Command("country", ("c",), "country"),
    Command("switch", ("f6",), "full", "f"),
    Command("quick_exit", ("ctrl+x", "f9"), "exit", "x"),
    Command("quit", ("ctrl+q",), "quit", "q"),
)


def remapped(changes: Mapping[str, Iterable[str]]) -> tuple[Command, ...]:
    """The commands with other keys: command id to names or characters of its keys; ValueError says what is wrong."""
    known = {command.id for command in COMMANDS if command.keys}
    for id, keys in changes.items():
        if id not in known:
            raise ValueError(f"{id!r} is not a command with keys; these are: {', '.join(sorted(known))}")
        if id in NEEDED and not any(keys):
            raise ValueError(f"{id} needs a key, so that nobody is stuck")
        for key in map(key_name, keys):
            if not _is_key(key):
                raise ValueError(f"{key!a} is no key; write a character, or a name such as f5, page up or ctrl+s")
    commands = tuple(
        Command(
            command.id, tuple(map(key_name, changes[command.id])), command.word, command.letter, guide=command.guide
        )
        if command.id in changes
        else command
        for command in COMMANDS
    )
    _refuse_double(commands)
    return commands


def _is_key(name: str) -> bool:
    """Whether a key may have this name: a character, or a named key, with or without Ctrl, Alt and Shift."""
    *held, last = name.split("+") if len(name) > 1 else [name]
    named = last in SHOWN or (last[:1] == "f" and last[1:].isdigit() and 1 <= int(last[1:]) <= MOST_FUNCTION_KEYS)
    typed = len(last) == 1 and last.isprintable() and last != " "
    return (named or typed) and HELD.issuperset(held)


def key_name(key: str) -> str:
    """The name of a key that a person wrote: "?" and "Page Up" become "question_mark" and "pageup"."""
    return NAMED.get(key.lower(), key if len(key) == 1 else key.lower())


def key_label(key: str) -> str:
    """A key as a person reads it on the screen: "question_mark" becomes "?", "ctrl+q" becomes "Ctrl+Q"."""
    if key in SHOWN:
        return SHOWN[key]
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))


def key_of(commands: Iterable[Command], id: str) -> str:
    """The first key of a command as a person reads it; empty where it has none."""
    return next((key_label(command.keys[0]) for command in commands if command.id == id and command.keys), "")


def _refuse_double(commands: Iterable[Command]) -> None:
    owner: dict[str, str] = {}
    for command in commands:
        for key in command.keys:
            if key in owner:
                raise ValueError(f"{key_label(key)} is given to both {owner[key]} and {command.id}")
            owner[key] = command.id
