"""Every command of both front ends, once: its keys in full screen, its word and letter in plain mode.

The key bindings, the Keys page, the footer and the plain commands page are all made from this list. The names stand in
words.yaml under `command.ID`. Key names are Textual's.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from trd_tui.words import Words

SHOWN = {
    "up": "Up", "down": "Down", "left": "Left", "right": "Right", "home": "Home", "end": "End", "pageup": "Page Up",
    "pagedown": "Page Down", "tab": "Tab", "shift+tab": "Shift+Tab", "enter": "Enter", "escape": "Escape",
    "space": "Space", "backspace": "Backspace", "insert": "Insert", "delete": "Delete",
    "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#", "dollar_sign": "$", "percent_sign": "%",
    "ampersand": "&", "apostrophe": "'", "left_parenthesis": "(", "right_parenthesis": ")", "asterisk": "*",
    "plus": "+", "comma": ",", "minus": "-", "full_stop": ".", "slash": "/", "colon": ":", "semicolon": ";",
    "less_than_sign": "<", "equals_sign": "=", "greater_than_sign": ">", "question_mark": "?", "at": "@",
    "left_square_bracket": "[", "backslash": "\\", "right_square_bracket": "]", "circumflex_accent": "^",
    "underscore": "_", "grave_accent": "`", "left_curly_bracket": "{", "vertical_line": "|",
    "right_curly_bracket": "}", "tilde": "~",
}  # fmt: skip
NEEDED = ("help_now", "keys", "enter", "leave", "quit", "done")
ESCAPE = "escape"
NUMBERS, DIGITS = "guide_number", tuple("1234567890")
EDITING = frozenset({"left", "right", "home", "end", "backspace", "delete"})
"""Keys that mean something else in a text field."""
HELD = frozenset({"ctrl", "alt", "shift"})
MOST_FUNCTION_KEYS = 24
SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": ESCAPE}
"""Keys that a terminal does not tell from others."""
NAMED = {shown.lower(): name for name, shown in SHOWN.items()} | {"esc": ESCAPE, **SENT_AS}


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

    def with_keys(self, keys: Iterable[str]) -> Command:
        """The same command with other keys."""
        return Command(self.id, tuple(keys), self.word, self.letter, guide=self.guide)


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
    Command("other_pane", ("tab",)),
    Command("pane_before", ("shift+tab",)),
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
    Command(NUMBERS, DIGITS, guide=True),
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
    Command("linear", ("f7", "l")),
    Command("redraw", ("ctrl+l",)),
    Command("hints", (), "hints"),
    Command("quick_exit", ("ctrl+x", "f9"), "exit", "x"),
    Command("quit", ("ctrl+q",), "quit", "q"),
)
DONE = Command("done", ("f10",), "done", "d")
"""Known in a kiosk alone."""


def in_kiosk(commands: Iterable[Command]) -> tuple[Command, ...]:
    """The commands with one for who is done in the place of the one that leaves the program."""
    return tuple(DONE if command.id == "quit" else command for command in commands)


def remapped(changes: Mapping[str, Iterable[str]], commands: tuple[Command, ...] = COMMANDS) -> tuple[Command, ...]:
    """The commands with other keys: command id to names or characters of its keys; ValueError says what is wrong.

    Escape stays a key of `leave`, whatever else leads back.
    """
    known = {command.id for command in commands if command.keys}
    for id, keys in changes.items():
        if id not in known:
            raise ValueError(f"{id!r} is not a command with keys; these are: {', '.join(sorted(known))}")
        if id in NEEDED and not any(keys):
            raise ValueError(f"{id} needs a key, so that nobody is stuck")
        for key in map(key_name, keys):
            if not is_key(key):
                raise ValueError(f"{key!a} is no key; write a character, or a name such as f5, page up or ctrl+s")
    named = {id: [*map(key_name, keys)] for id, keys in changes.items()}
    if "leave" in named:
        named["leave"] += [ESCAPE] * (ESCAPE not in named["leave"])
    commands = tuple(command.with_keys(named[command.id]) if command.id in named else command for command in commands)
    _refuse_double(commands)
    _refuse_stuck(commands)
    return commands


def without_shortcuts(commands: Iterable[Command]) -> tuple[Command, ...]:
    """The commands without the keys that type a character, nor letters (WCAG 2.2, 2.1.4)."""
    return tuple(
        Command(command.id, _some(command.keys, is_shortcut), command.word, guide=command.guide) for command in commands
    )


def in_fields(commands: Iterable[Command]) -> tuple[Command, ...]:
    """The commands with the keys that they have while a text is being typed."""
    return tuple(command.with_keys(_some(command.keys, is_typing)) for command in commands)


def relettered(commands: Iterable[Command], letters: Mapping[str, str]) -> tuple[Command, ...]:
    """The commands with letters (to command id) that mean something else in one place."""
    return tuple(
        command.with_keys((*_some(command.keys, letters.__contains__), *_own(letters, command.id)))
        for command in commands
    )


def is_shortcut(key: str) -> bool:
    """Whether a key types a character that can be seen; Space is none, since it also presses what has the focus."""
    return len(SHOWN.get(key, key)) == 1


def is_typing(key: str) -> bool:
    """Whether a key types or edits in a text field, so that it is no command there."""
    return is_shortcut(key) or key == "space" or key in EDITING


def is_key(name: str) -> bool:
    """Whether a key may have this name: a character, or a named key, with or without Ctrl, Alt and Shift."""
    *held, last = name.split("+") if len(name) > 1 else [name]
    named = last in SHOWN or (last[:1] == "f" and last[1:].isdigit() and 1 <= int(last[1:]) <= MOST_FUNCTION_KEYS)
    typed = len(last) == 1 and last.isalnum()
    return (named or typed) and HELD.issuperset(held)


def key_name(key: str) -> str:
    """The name of a key that a person wrote: "?" and "Page Up" become "question_mark" and "pageup"."""
    name = NAMED.get(key.lower(), key if len(key) == 1 else key.lower())
    capital = name.removeprefix("shift+")
    return capital.upper() if len(capital) == 1 and capital != name else name


def key_label(key: str) -> str:
    """A key as a person reads or hears it: "question_mark" becomes "?", "ctrl+q" "Ctrl+Q", and "N" "Shift+N"."""
    if key in SHOWN:
        return SHOWN[key]
    if len(key) == 1 and key.isupper():
        return f"Shift+{key}"
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))


def key_of(commands: Iterable[Command], id: str) -> str:
    """The first key of a command as a person reads it; empty where it has none."""
    return next((key_label(command.keys[0]) for command in commands if command.id == id and command.keys), "")


def told_key(commands: Iterable[Command], id: str, words: Words, *, last: bool = False) -> str:
    """The first or last key of a command for a text; where it has none, that of the Keys page, where it can be done."""
    listed = tuple(commands)
    keys = next((command.keys for command in listed if command.id == id), ())
    if keys:
        return key_label(keys[-1 if last else 0])
    return words("keys.on_page", press=key_of(listed, "keys"), title=words("keys.title"))


def _some(keys: Iterable[str], left_out: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(key for key in keys if not left_out(key))


def _own(letters: Mapping[str, str], id: str) -> tuple[str, ...]:
    return tuple(letter for letter, meant in letters.items() if meant == id)


def _refuse_stuck(commands: Iterable[Command]) -> None:
    for command in in_fields(commands):
        if command.id in NEEDED and not command.keys:
            raise ValueError(f"{command.id} needs a key that works while a text is typed, such as a function key")


def _refuse_double(commands: Iterable[Command]) -> None:
    owner: dict[str, str] = {}
    for command in commands:
        for key in command.keys:
            if key in owner:
                raise ValueError(f"{key_label(key)} is given to both {owner[key]} and {command.id}")
            owner[key] = command.id
