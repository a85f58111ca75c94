"""One person's way through the front ends: plain mode or full screen, and from one to the other as the person likes."""

from __future__ import annotations

import os
import sys

from trd_tui.errors import TrdError, UsageError
from trd_tui.settings import VERBOSITY
from trd_tui.streams import is_terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.commands import Command
    from trd_tui.glyphs import Glyphs
    from trd_tui.plain.session import Source
    from trd_tui.plain.voice import Sink
    from trd_tui.reading import Reading
    from trd_tui.settings import Settings
    from trd_tui.terminal import Terminal

SWITCH, EXIT = "switch", "exit"
LARGEST_SIZE = (400, 150)


def commands(settings: Settings) -> tuple[Command, ...]:
    """The commands with the keys that the settings give them; UsageError for keys that cannot be."""
    from trd_tui.commands import COMMANDS, in_kiosk, is_key, key_name, remapped, without_shortcuts

    for key in settings.kiosk.staff if settings.kiosk else ():
        if not is_key(key_name(key)):
            raise UsageError(f"[kiosk] staff in the config file: {key!a} is no key")

    known = in_kiosk(COMMANDS) if settings.kiosk else COMMANDS
    try:
        known = remapped(settings.keys, known) if settings.keys else known
    except ValueError as error:
        raise UsageError(f"[keys] in the config file: {error}") from error
    return without_shortcuts(known) if settings.on("no-shortcuts") else known


class FrontEnds:
    """What one person reads with; everything that the person changes is kept here, and goes with it."""

    def __init__(self, reading: Reading, settings: Settings, commands: tuple[Command, ...]) -> None:
        from trd_tui.plain.hints import Hints

        self._reading = reading
        self._settings = settings
        self._commands = commands
        self._terminal = _terminal(settings)
        self._hints = Hints(settings.text("verbosity", VERBOSITY[0]))
        self._begun = False

    def run(self) -> int | None:
        """Read until the person leaves; the exit status, or None where a kiosk waits for the next person."""
        reason, plain, first = self._terminal.reason, self._terminal.front_end == "plain", True
        while True:
            ended = self._plain(reason, first=first) if plain else self._full(first=first)
            if ended != SWITCH:
                return self._status(ended)
            reason, plain, first = "plain.because.switched", not plain, False

    def _status(self, ended: int | str) -> int | None:
        kiosk = self._settings.kiosk
        if ended == EXIT and kiosk is not None and not kiosk.ends and _is_shared():
            return None
        return ended if isinstance(ended, int) else 0

    def _plain(self, reason: str, *, first: bool) -> int | str:
        """Read in plain mode; what it ended with, or the exit status after an end from outside."""
        from trd_tui.plain.session import clearing

        kiosk, size = self._settings.kiosk, _size() if is_terminal(sys.stdout) else (0, 0)
        clears = clearing(os.environ.get("TERM", ""), size[1]) if is_terminal(sys.stdout) else ""

        def talk(source: Source, sink: Sink) -> str:
            return self._session(source, sink, size, clears, reason, first=first)

        if kiosk is None:
            return talk(sys.stdin, sys.stdout)
        from trd_tui.plain import kiosk_streams

        if not _is_shared():
            return kiosk_streams.without_terminal(kiosk, self._reading, talk)
        return kiosk_streams.on_terminal(kiosk, self._reading, self._commands, clears, talk, is_fresh=first)

    def _session(
        self, source: Source, sink: Sink, size: tuple[int, int], clears: str, reason: str, *, first: bool
    ) -> str:
        from trd_tui.plain.screen import Screen, rest
        from trd_tui.plain.session import Outside, Session

        settings, kiosk = self._settings, self._settings.kiosk
        session = Session(
            self._reading,
            source,
            sink,
            # A kiosk's terminal reads ahead, and knows itself whether keys wait.
            screen=Screen(*size, getattr(sink, "rest", rest), pauses=settings.on("pause")),
            glyphs=self._glyphs,
            hints=self._hints,
            echo=is_terminal(sys.stdin),
            outside=Outside(
                can_switch=_full_screen_fits(),
                clears=clears,
                save=None if kiosk else self._save,
                is_kiosk=kiosk is not None,
            ),
        )
        if kiosk is None or not (first and _is_shared()) or session.welcome(kiosk.hear):
            session.greet(reason, section=bool(settings.text("section")), resumed=self._begun)
        self._begun = True
        return session.run()

    def _full(self, *, first: bool) -> int | str:
        """Read in full screen; what it ended with, or the exit status after an end from outside."""
        from trd_tui.tui.environment import drop_textual_settings
        from trd_tui.tui.memory import leave_out

        drop_textual_settings(os.environ)
        leave_out()
        try:
            from trd_tui.tui.app import ReaderApp
        except ModuleNotFoundError as error:
            raise TrdError(f"the full screen needs the package {error.name}", "Install it, or use --plain.") from error

        kiosk, theme = self._settings.kiosk, self._settings.text("theme", "dark")
        app = ReaderApp(self._reading, self._terminal, commands=self._commands, theme=theme)
        if kiosk is not None:
            app.guard(kiosk, attracts=first)
        ended = app.run()
        self._begun = app.begun
        sys.stdout.write(app.printed)
        return app.return_code or ended or 0

    @property
    def _glyphs(self) -> Glyphs:
        from trd_tui.glyphs import ASCII, UNICODE

        return ASCII if self._terminal.ascii else UNICODE

    def _save(self, name: str, replace: bool) -> str:
        """Save the sheet to a file and give its full path; SaveError says what went wrong."""
        from trd_tui import guide_pages, output, saving

        text = output.sheet_text(self._reading, output.WIDTH, self._glyphs, guide_pages.today())
        return saving.save(text, name, replace=replace)


def _terminal(settings: Settings) -> Terminal:
    from trd_tui.terminal import choose

    return choose(
        os.environ,
        stdin_tty=is_terminal(sys.stdin),
        stdout_tty=is_terminal(sys.stdout),
        front_end="plain" if settings.on("plain") else "tui" if settings.on("tui") else "",
        linear=settings.chosen("linear"),
        ascii=settings.on("ascii"),
        no_color=settings.on("no-color"),
    )


def _full_screen_fits() -> bool:
    from trd_tui.terminal import TUI, choose

    tty = {"stdin_tty": is_terminal(sys.stdin), "stdout_tty": is_terminal(sys.stdout)}
    return choose(os.environ, **tty, front_end=TUI).front_end == TUI


def _is_shared() -> bool:
    """Whether there is a terminal at which the next person may sit down."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def _size() -> tuple[int, int]:
    size = os.get_terminal_size(1)
    return min(size.columns, LARGEST_SIZE[0]), min(size.lines, LARGEST_SIZE[1])
