"""The command line as a table: commands, options, and how to read them.

Its own, because argparse alone costs plain mode half of its start.
"""

from __future__ import annotations

from trd_tui.errors import UsageError

FLAG, TEXT, NUMBER = "flag", "text", "number"


class Option:
    """One option: `--name`, what its value is called in the usage line, and the commands that know it ("" = reader)."""

    __slots__ = ("commands", "kind", "metavar", "name", "setting")

    def __init__(
        self, name: str, kind: str = FLAG, metavar: str = "", commands: tuple[str, ...] = (), *, setting: bool = False
    ) -> None:
        self.name = name
        self.kind = kind
        self.metavar = metavar
        self.commands = commands
        self.setting = setting


OPTIONS = (
    Option("plain", setting=True),
    Option("tui", setting=True),
    Option("linear", setting=True),
    Option("kiosk", setting=True),
    Option("section", TEXT, "ID", setting=True),
    Option("content", TEXT, "DIR|FILE", setting=True),
    Option("theme", TEXT, "NAME", setting=True),
    Option("ascii", setting=True),
    Option("no-color", setting=True),
    Option("no-shortcuts", setting=True),
    Option("lang", TEXT, "CODE", setting=True),
    Option("country", TEXT, "CC", setting=True),
    Option("safety-question", TEXT, "WHERE", setting=True),
    Option("verbosity", TEXT, "LEVEL", setting=True),
    Option("pause", setting=True),
    Option("config", TEXT, "FILE"),
    Option("version"),
    Option("help"),
    Option("json", commands=("outline", "show", "search")),
    Option("width", NUMBER, "N", ("show", "guide")),
    Option("sources", commands=("show",)),
    Option("limit", NUMBER, "N", ("search",)),
    Option("paths", commands=("guide",)),
    Option("fhir", commands=("guide",)),
    Option("sheet", commands=("guide",)),
    Option("answers", TEXT, "FILE", ("guide",)),
    Option("output", TEXT, "FILE", ("build",)),
)
LETTERS = {"-o": "--output", "-h": "--help", "-V": "--version"}
COMMANDS = {
    "outline": "[--json]",
    "show": "ID|all [--width N] [--sources] [--json]",
    "search": "WORDS... [--json] [--limit N]",
    "guide": "[--answers FILE] [--sheet] [--paths] [--fhir] [--width N]",
    "check": "[DIR]",
    "build": "DIR -o FILE",
    "help-now": "[--country CC]",
    "pin": "",
}
MOST_ARGUMENTS = {"outline": 0, "show": 1, "guide": 0, "check": 1, "build": 1, "help-now": 0, "pin": 0, "": 0}
PRINTED = ("sheet", "paths", "fhir")
LEAST_ARGUMENTS = {"show": 1, "search": 1, "build": 1}
READER_USAGE = (
    "[--plain | --tui] [--linear] [--kiosk] [--section ID] [--content DIR|FILE] [--theme NAME] [--ascii] [--no-color] "
    "[--no-shortcuts] [--lang CODE] [--country CC] [--safety-question WHERE] [--verbosity LEVEL] [--pause] "
    "[--config FILE] [--version]"
)


class Request:
    """What a command line asks for: a command ("" for the reader), its arguments, and options by name."""

    __slots__ = ("arguments", "command", "options")

    def __init__(self, command: str, arguments: tuple[str, ...], options: dict[str, str]) -> None:
        self.command = command
        self.arguments = arguments
        self.options = options


def parse(line: list[str]) -> Request:
    """A command line without the program's name; UsageError says what is wrong and shows the usage line."""
    options: dict[str, str] = {}
    words: list[str] = []
    rest = list(line)
    while rest:
        word = rest.pop(0)
        if word == "--":
            words += rest
            break
        if word.startswith("-") and word != "-":
            _option(LETTERS.get(word, word), rest, options)
        else:
            words.append(word)
    return _request(words, options)


def usage(command: str = "") -> str:
    """The usage line of a command, or of the program."""
    if command in COMMANDS:
        return f"usage: trd-tui {command} {COMMANDS[command]}"
    return f"usage: trd-tui {READER_USAGE}\n       trd-tui {{{','.join(COMMANDS)}}} ..."


def _option(word: str, rest: list[str], options: dict[str, str]) -> None:
    name, given, value = word.partition("=")
    option = next((one for one in OPTIONS if "--" + one.name == name), None)
    if option is None:
        raise UsageError(f"there is no option {name!r}", usage())
    if option.kind == FLAG:
        if given:
            raise UsageError(f"{name} takes no value", usage())
        value = "1"
    elif not given:
        if not rest:
            raise UsageError(f"{name} needs a value: {name} {option.metavar}", usage())
        value = rest.pop(0)
    if option.kind == NUMBER and not (value.isascii() and value.isdigit() and len(value) < 7 and int(value) > 0):
        raise UsageError(f"{name} needs a whole number above 0, not {value!r}", usage())
    options[option.name] = value


def _request(words: list[str], options: dict[str, str]) -> Request:
    command = words[0] if words else ""
    if command and command not in COMMANDS:
        raise UsageError(f"there is no command {command!r}", usage())
    arguments = tuple(words[1:])
    if "help" in options or "version" in options:
        return Request(command, arguments, options)
    for option in OPTIONS:
        if option.name in options and option.commands and command not in option.commands:
            raise UsageError(f"--{option.name} belongs to: {', '.join(option.commands)}", usage(command))
    if len(arguments) < LEAST_ARGUMENTS.get(command, 0):
        raise UsageError(f"{command} needs more", usage(command))
    if len(arguments) > MOST_ARGUMENTS.get(command, len(arguments)):
        raise UsageError(f"{arguments[MOST_ARGUMENTS[command]]!r} is too much", usage(command))
    if command == "build" and "output" not in options:
        raise UsageError("build needs -o FILE", usage(command))
    if command == "guide":
        _check_guide(options)
    return Request(command, arguments, options)


def _check_guide(options: dict[str, str]) -> None:
    """The guide is walked through, or its sheet or its paths are printed: one of these."""
    printed = [f"--{name}" for name in PRINTED if name in options]
    if len(printed) > 1:
        raise UsageError(f"{' and '.join(printed)} cannot both be chosen", usage("guide"))
    if "sheet" in options and not options.get("answers"):
        raise UsageError("--sheet needs --answers FILE", usage("guide"))
    if "paths" in options and "answers" in options:
        raise UsageError("--paths is the same for all answers: it takes no --answers", usage("guide"))
    if "width" in options and not printed:
        raise UsageError("--width belongs to --sheet and --paths", usage("guide"))
