"""The process's own streams and signals: forgiving with bytes, quiet when nobody listens, gone when told to go."""

from __future__ import annotations

import os
import sys

HANGUP, TERMINATED = 129, 143
STDIN, STDOUT, STDERR = 0, 1, 2
_FIRST_INHERITED, _LAST_INHERITED = 3, 64
_terminals: list[int] = []
"""The streams that were terminals when the program began to watch for their end."""


def is_terminal(stream: object) -> bool:
    """Whether a stream, which may be missing, is a terminal."""
    return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]


def let_go_of(stream: int) -> None:
    """Send what is still to be written there nowhere, so that the end of the process does not fail on it."""
    if stream in _terminals and os.isatty(stream):
        _terminals.remove(stream)
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    except OSError:
        return  # Without a handle to spare nothing can be put in its place.


def tell(text: str) -> None:
    """Say something on stderr; where nobody can hear it, the exit status still says it."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        let_go_of(STDERR)


def spell_in_ascii() -> None:
    """Spell in ASCII whatever is written from now on, errors and JSON too.

    In the C locale Python itself writes UTF-8 (PEP 538 and 540), which a terminal of that locale cannot show.
    """
    from codecs import register_error

    register_error("spelled", _spelled)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="ascii", errors="spelled")  # type: ignore[union-attr]


def make_forgiving() -> None:
    """Bytes that are no text become a replacement sign; letters that the output cannot show are spelled in ASCII.

    A program before this one may have left the streams non-blocking: reads would seem to be at the end of input then.
    """
    from codecs import register_error

    register_error("spelled", _spelled)
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115 - lives as long as the process
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (STDIN, STDOUT, STDERR):
        try:
            os.set_blocking(stream, True)
        except OSError:
            continue
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(errors="spelled")  # type: ignore[union-attr]


def _spelled(error: UnicodeError) -> tuple[str, int]:
    from trd_tui.glyphs import to_ascii

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return to_ascii(error.object[error.start : error.end]), error.end


def close_inherited_masters() -> None:
    """Close the other ends of pseudo terminals that a parent left open in us: while one is open, no hangup arrives."""
    if sys.platform != "linux":
        return
    masters = os.makedev(5, 2)
    for handle in _inherited():
        try:
            if os.fstat(handle).st_rdev == masters:
                os.close(handle)
        except OSError:
            continue


def _inherited() -> list[int] | range:
    try:
        return [int(name) for name in os.listdir("/proc/self/fd") if int(name) >= _FIRST_INHERITED]
    except OSError:
        return range(_FIRST_INHERITED, _LAST_INHERITED)


def is_hung_up() -> bool:
    """Whether a stream was a terminal once and is dead now; SIGHUP alone does not say so, where a parent ignores it."""
    return not all(os.isatty(stream) for stream in _terminals)


def end_on_signals() -> None:
    """Make hangup and SIGTERM end the program at once: nothing is to be saved, and the full screen has its own way."""
    close_inherited_masters()
    _terminals[:] = [stream for stream in (STDIN, STDOUT) if os.isatty(stream)]
    # The module "signal" wraps this one in enumerations, which cost plain mode a tenth of its start.
    import _signal  # type: ignore[import-not-found]

    for name, status in (("SIGHUP", HANGUP), ("SIGTERM", TERMINATED)):
        number = getattr(_signal, name, None)
        if number is not None and _signal.getsignal(number) != _signal.SIG_IGN:
            _signal.signal(number, lambda *_, status=status: os._exit(status))
