from __future__ import annotations

import pytest

from trd_tui.errors import UsageError
from trd_tui.options import COMMANDS, OPTIONS, parse, usage


@pytest.mark.parametrize(
    ("line", "command", "arguments", "options"),
    [
        pytest.param("", "", (), {}, id="reader"),
        pytest.param("--plain --section ect", "", (), {"plain": "1", "section": "ect"}, id="reader with options"),
        pytest.param("--section=ect --theme=", "", (), {"section": "ect", "theme": ""}, id="values after ="),
        pytest.param("outline --json", "outline", (), {"json": "1"}, id="outline"),
        pytest.param("--json outline", "outline", (), {"json": "1"}, id="option first"),
        pytest.param("show all --width 40 --sources", "show", ("all",), {"width": "40", "sources": "1"}, id="show"),
        pytest.param("search shock treatment --limit 3", "search", ("shock", "treatment"), {"limit": "3"}, id="search"),
        pytest.param("search -- --plain -x", "search", ("--plain", "-x"), {}, id="after --"),
        pytest.param("search -", "search", ("-",), {}, id="a hyphen is a word"),
        pytest.param("build content -o file", "build", ("content",), {"output": "file"}, id="build"),
        pytest.param("help-now --country GB", "help-now", (), {"country": "GB"}, id="help-now"),
        pytest.param("guide --fhir --answers a.json", "guide", (), {"fhir": "1", "answers": "a.json"}, id="guide"),
        pytest.param("check", "check", (), {}, id="check"),
        pytest.param("show --help", "show", (), {"help": "1"}, id="help asks for nothing more"),
        pytest.param("guide --no-shortcuts", "guide", (), {"no-shortcuts": "1"}, id="no shortcuts"),
        pytest.param("-V", "", (), {"version": "1"}, id="version"),
    ],
)
def test_command_lines(line: str, command: str, arguments: tuple[str, ...], options: dict[str, str]) -> None:
    request = parse(line.split())
    assert (request.command, request.arguments, request.options) == (command, arguments, options)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(["--fly"], "there is no option '--fly'", id="unknown option"),
        pytest.param(["-x"], "there is no option '-x'", id="unknown letter"),
        pytest.param(["--\x1b[2J"], "there is no option '--\\x1b[2J'", id="hostile option"),
        pytest.param(["fly"], "there is no command 'fly'", id="unknown command"),
        pytest.param(["\x1b[2J"], "there is no command '\\x1b[2J'", id="hostile command"),
        pytest.param(["--plain=yes"], "--plain takes no value", id="value for a flag"),
        pytest.param(["--section"], "--section needs a value: --section ID", id="no value"),
        pytest.param(["show", "ect", "--width", "wide"], "--width needs a whole number above 0, not 'wide'", id="word"),
        pytest.param(["show", "ect", "--width", "0"], "--width needs a whole number above 0, not '0'", id="zero"),
        pytest.param(["show", "ect", "--width", "-1"], "--width needs a whole number above 0, not '-1'", id="below 0"),
        pytest.param(["show", "ect", "--width", "٣"], "--width needs a whole number above 0, not '٣'", id="Arabic"),
        pytest.param(["show", "ect", "--width", "9999999"], "--width needs a whole number above 0", id="huge"),
        pytest.param(["show"], "show needs more", id="nothing to show"),
        pytest.param(["show", "a", "b"], "'b' is too much", id="too much"),
        pytest.param(["outline", "x"], "'x' is too much", id="outline takes nothing"),
        pytest.param(["search"], "search needs more", id="nothing to search"),
        pytest.param(["build", "x"], "build needs -o FILE", id="no output"),
        pytest.param(["check", "--json"], "--json belongs to: outline, show, search", id="option of others"),
        pytest.param(["--sources"], "--sources belongs to: show", id="option of a command"),
    ],
)
def test_wrong_command_lines(line: list[str], said: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(line)
    assert said in error.value.message
    assert error.value.message.isprintable()
    assert error.value.hint.startswith("usage: trd-tui")
    assert error.value.status == 2


def test_the_usage_lines_name_every_option_and_command() -> None:
    whole = usage() + "".join(map(usage, COMMANDS))
    for option in OPTIONS:
        assert option.name in ("help", "output") or f"--{option.name}" in whole
    for command in COMMANDS:
        assert command in usage()
        assert usage(command).startswith(f"usage: trd-tui {command} ")
