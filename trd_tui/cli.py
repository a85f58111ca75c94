"""Choose a command and a front end; the only place that exits."""

from __future__ import annotations

import os
import sys

from trd_tui import fallback, options
from trd_tui.errors import ContentError, NotFoundError, TrdError, UsageError
from trd_tui.settings import SAFETY_QUESTION, Settings, gather, is_kiosk
from trd_tui.streams import (
    HANGUP,
    STDOUT,
    end_on_signals,
    is_hung_up,
    is_terminal,
    let_go_of,
    make_forgiving,
    spell_in_ascii,
    tell,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from trd_tui.glyphs import Glyphs
    from trd_tui.library.store import Library
    from trd_tui.reading import Reading

INTERRUPTED = 130
OUT_OF_ORDER_SECONDS = 60
"""Long enough to write a number down; a service then starts it again, and finds what was mended meanwhile."""
KIOSK = "--kiosk"
READERS = ("", "guide")
NOT_IN_KIOSK = ("check", "build", "pin")
HELP_NOW = "help-now"
NOT_YET = {"fhir": "answers as FHIR are not in this version"}


def run() -> None:
    """Run the program on this process's own command line, streams and environment, and exit with its status."""
    from trd_tui.terminal import unicode_fits

    make_forgiving()
    if "--ascii" in sys.argv or not unicode_fits(os.environ):
        spell_in_ascii()
    end_on_signals()
    line = sys.argv[1:]
    locked = is_kiosk({"kiosk": "1"} if KIOSK in line else {}, os.environ)
    if locked and KIOSK not in line:
        line.insert(0, KIOSK)
    status = _status(_locked if locked else main, line)
    if is_hung_up():
        status = HANGUP
    if locked:
        if (device := sys.modules.get("trd_tui.tty.device")) is not None:
            device.give_back_handed_on()
        # No interpreter stays behind, whatever the environment asked for when it started.
        os._exit(status)
    sys.exit(status)


def _status(start: Callable[[list[str]], int], line: list[str]) -> int:
    try:
        status = start(line)
        sys.stdout.flush()
    except BrokenPipeError:
        let_go_of(STDOUT)
        return 0
    except OSError as error:
        let_go_of(STDOUT)
        _complain(TrdError(f"cannot go on: {error.strerror}"))
        return TrdError.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - what an error says may hold an answer, so only its kind and place are told
        return _crashed(error, is_kiosk=KIOSK in line)
    return status


def _locked(line: list[str]) -> int:
    try:
        from trd_tui.lockdown import ROOM, lock_down

        lock_down()
        # Where memory ends in the middle, a C library may end the process, and nobody is told where help is.
        bytes(ROOM)
    except MemoryError:
        return _cannot_start(TrdError(*fallback.NO_ROOM))
    return main(line)


def main(line: list[str]) -> int:
    """Carry out one command line and give its exit status (the contract's: 0, 1, 2, 3, 129, 143)."""
    request = options.Request(HELP_NOW if HELP_NOW in line else "", (), {})
    try:
        request = options.parse(line)
        return _answer(request, gather(request.options, os.environ))
    except TrdError as error:
        if KIOSK in line and request.command in READERS:
            return _cannot_start(error)
        _complain(error)
        if request.command == HELP_NOW:
            print(fallback.HELP_NOW, end="")
        return error.status


def _answer(request: options.Request, settings: Settings) -> int:
    if settings.on("ascii"):
        spell_in_ascii()
    if "version" in request.options:
        from trd_tui import __version__

        print(f"trd-tui {__version__}")
        return 0
    if "help" in request.options:
        print(options.usage(request.command))
        return 0
    for name, reason in NOT_YET.items():
        if settings.on(name) or name in request.options:
            raise UsageError(reason)
    if settings.kiosk and (request.command in NOT_IN_KIOSK or "answers" in request.options):
        raise UsageError(f"a kiosk does not take {request.command}{' --answers' * (request.command == 'guide')}")
    commands = {
        "": _reader,
        "outline": _outline,
        "show": _show,
        "search": _search,
        "guide": _guide,
        "check": _check,
        "build": _build,
        "pin": _pin,
        HELP_NOW: _help_now,
    }
    return commands[request.command](request, settings)


def _library(settings: Settings) -> Library:
    from trd_tui.library.find import open_library

    try:
        return open_library(settings.text("content") or None, keeps=settings.kiosk is None)
    except OSError as error:
        raise ContentError(f"The content cannot be read: {error.strerror}.") from error


def _glyphs(settings: Settings) -> Glyphs:
    from trd_tui.glyphs import ASCII, UNICODE
    from trd_tui.terminal import unicode_fits

    return ASCII if settings.on("ascii") or not unicode_fits(os.environ) else UNICODE


def _reader(_request: options.Request, settings: Settings) -> int:
    return _read(settings)


def _read(settings: Settings, begin: Callable[[Reading], object] = lambda _: None) -> int:
    """Read with one person, or with one after the other in a kiosk; `begin` is done to each new Reading."""
    from trd_tui.front_ends import FrontEnds, commands

    known = commands(settings)
    while True:
        reading = _reading(settings)
        begin(reading)
        status = FrontEnds(reading, settings, known).run()
        if status is not None:
            return status
        reading.library.close()


def _reading(settings: Settings) -> Reading:
    from trd_tui.reading import Reading

    library = _library(settings)
    _refuse_unknown_country(library, settings)
    return Reading(
        library,
        settings.text("section"),
        settings.text("country"),
        settings.text("safety-question", SAFETY_QUESTION[0]),
    )


def _outline(request: options.Request, settings: Settings) -> int:
    from trd_tui import output

    library = _library(settings)
    if "json" in request.options:
        return _print_json(output.outline_value(library))
    return _print(output.outline(library), settings)


def _show(request: options.Request, settings: Settings) -> int:
    from trd_tui import output

    library, (id,) = _library(settings), request.arguments
    if "json" in request.options:
        return _print_json(output.show_value(library, id))
    width = int(request.options.get("width", "0")) or _width()
    return _print(
        output.show(library, id, width, _glyphs(settings), with_sources="sources" in request.options), settings
    )


def _search(request: options.Request, settings: Settings) -> int:
    from trd_tui import output

    library = _library(settings)
    limit = int(request.options.get("limit", "20"))
    results = library.search(" ".join(request.arguments), limit)
    shown = results.with_hits(library.search(results.suggestion, limit).hits) if results.suggestion else results
    if "json" in request.options:
        _print_json(output.search_value(library, shown))
    else:
        _print(output.search(library, shown), settings)
    if results.hits:
        return 0
    raise NotFoundError(output.nothing_found(library, results))


def _guide(request: options.Request, settings: Settings) -> int:
    from trd_tui import output

    if "paths" in request.options:
        return _print(output.paths(_library(settings), int(request.options.get("width", "0"))), settings)
    if "sheet" in request.options:
        from trd_tui import guide_pages

        reading = _reading(settings)
        _fill_in(reading, request.options["answers"])
        width = int(request.options.get("width", "0")) or _width()
        return _print(output.sheet_text(reading, width, _glyphs(settings), guide_pages.today()), settings)

    def begin(reading: Reading) -> None:
        if "answers" in request.options:
            _fill_in(reading, request.options["answers"])
        reading.in_guide = True

    return _read(settings, begin)


def _fill_in(reading: Reading, file: str) -> None:
    """Start the guide at the list of answers, with those of a file."""
    from trd_tui.guide import answers

    guide = reading.library.guide
    given = answers.parse(_bytes_of(file, answers.LARGEST), guide, file)
    reading.walk.answers = given.answers
    reading.walk.review()
    if given.earlier:
        tell(reading.library.words("cli.earlier", earlier=given.earlier, version=guide.version))


def _bytes_of(file: str, most: int) -> bytes:
    """What an answers file holds, and one byte more than the most where it holds more."""
    import stat

    try:
        # A pipe or a device would make a person wait for what never comes.
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(handle, "rb") as opened:
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return opened.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"the answers file {file!a} cannot be read: {reason}", options.usage("guide")) from error
    raise UsageError(f"--answers needs a file, and {file!a} is none", options.usage("guide"))


def _check(request: options.Request, settings: Settings) -> int:
    from pathlib import Path

    from trd_tui.library.check import check
    from trd_tui.library.find import checkout_content

    folder = request.arguments[0] if request.arguments else settings.text("content") or checkout_content()
    if folder is None:
        raise UsageError("there is no content folder beside the program", options.usage("check"))
    problems = check(Path(folder))
    for problem in problems:
        print(problem)
    count = len(problems)
    tell("1 problem." if count == 1 else f"{count} problems." if problems else "No problems.")
    return 1 if problems else 0


def _build(request: options.Request, _settings: Settings) -> int:
    from trd_tui.library.find import build_file

    # Through links, so that they stay; the build puts a new file in the place of the old one.
    file = os.path.realpath(request.options["output"])
    if os.path.exists(file) and not os.path.isfile(file):
        raise UsageError(f"-o needs a file, and {request.options['output']!a} is none", options.usage("build"))
    build_file(request.arguments[0], file)
    return 0


def _pin(_request: options.Request, _settings: Settings) -> int:
    """Read a PIN from standard input, unseen where that is a terminal, and print the line for the config file."""
    from trd_tui.pin import hashed

    if is_terminal(sys.stdin):
        from getpass import getpass

        typed = getpass("PIN: ")
    else:
        typed = sys.stdin.readline().rstrip("\n")
    try:
        print(f'pin = "{hashed(typed)}"')
    except ValueError as error:
        raise UsageError(str(error), options.usage("pin")) from error
    return 0


def _help_now(_request: options.Request, settings: Settings) -> int:
    try:
        from trd_tui import output

        library = _library(settings)
        _refuse_unknown_country(library, settings)
        text = output.help_now(library, settings.text("country"), _width(), _glyphs(settings))
    except NotFoundError:
        raise
    except Exception:  # noqa: BLE001 - whatever is broken, a person in a crisis gets the numbers
        text = fallback.HELP_NOW
    return _print(text, settings)


def _refuse_unknown_country(library: Library, settings: Settings) -> None:
    country = settings.text("country")
    codes = [lines.code for lines in library.help.countries] if country else []
    if country and country.upper() not in codes:
        raise NotFoundError(f"there is no page for the country {country!a}", f"There is: {', '.join(codes)}.")


def _print(text: str, settings: Settings) -> int:
    sys.stdout.write(_glyphs(settings).text(text))
    return 0


def _print_json(value: object) -> int:
    import json

    print(json.dumps(value, indent=2, ensure_ascii=not (sys.stdout.encoding or "").lower().startswith("utf")))
    return 0


def _width() -> int:
    return min(os.get_terminal_size(1).columns or 80, 100) if is_terminal(sys.stdout) else 80


def _crashed(error: Exception, *, is_kiosk: bool) -> int:
    """Say that the program broke, and where, with nothing that a person typed; the exit status."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({os.path.basename(place.tb_frame.f_code.co_filename)}, line {place.tb_lineno})" if place else ""
    try:
        sys.stdout.flush()
    except OSError:
        let_go_of(STDOUT)
    lines = fallback.HELP_NOW.splitlines()
    # Who is at a kiosk has no command to type.
    others = lines[-1] if is_kiosk else "Other countries: trd-tui help-now"
    _complain(
        TrdError(
            f"something went wrong, and the program had to stop: {type(error).__name__}{where}",
            f"In a crisis: {lines[1]}\n{others}",
        )
    )
    return TrdError.status


def _cannot_start(error: TrdError) -> int:
    """Give help now to whoever is there, and the reason to staff; on a terminal it stays until a line is typed."""
    print(f"{fallback.HELP_NOW}\n{fallback.OUT_OF_ORDER}", flush=True)
    _complain(error)
    if is_terminal(sys.stdin) and is_terminal(sys.stdout):
        from select import select

        select([sys.stdin], [], [], OUT_OF_ORDER_SECONDS)
    return error.status


def _complain(error: TrdError) -> None:
    tell(f"trd-tui: {error.message}" + (f"\n{error.hint}" if error.hint else ""))
