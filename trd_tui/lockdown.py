"""What a kiosk takes from its own process before anything else: signals of the keyboard, its environment, files."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping

KEPT = ("TERM", "LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "NO_COLOR")
LONGEST_VALUE = 64
HARMLESS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+:@")
UNKNOWN_TERM = "unknown"
_IGNORED = ("SIGINT", "SIGQUIT", "SIGTSTP", "SIGTTIN", "SIGTTOU")
_OUTPUTS = (1, 2)
_CLEAR = b"\x1b[H\x1b[2J\x1b[3J"
_CANNOT_CLEAR = ("", "dumb", UNKNOWN_TERM)
_NO_CORE = 1
"""Bytes: too few for a file, and the one number at which Linux does not hand a core to a program either."""
ROOM = 40_000_000
"""Bytes of address space that must be left at the start; the full screen has used 36,100,000 beyond Python itself."""
_REGULAR, _KIND = 0o100000, 0o170000


def lock_down() -> None:
    """Ignore what keys can signal, keep a small environment, and let the kernel refuse files, children and dumps.

    The terminal is cleared, since whoever read there before may have been cut off with no time for that. Only root may
    start processes after this, which is why a kiosk is not run as root.
    """
    ignore_keyboard()
    scrub(os.environ)
    os.umask(0o077)
    _limit()
    _clear(_OUTPUTS[0])


def ignore_keyboard() -> None:
    """Ignore the signals that a terminal sends for keys; also those of a process in the background."""
    import _signal  # type: ignore[import-not-found]

    for name in _IGNORED:
        number = getattr(_signal, name, None)
        if number is not None:
            _signal.signal(number, _signal.SIG_IGN)


def scrub(env: MutableMapping[str, str]) -> None:
    """Keep what says how to draw, where its value is harmless; nothing that can load code, write files or log keys."""
    for name in list(env):
        value = env[name]
        if name not in KEPT or len(value) > LONGEST_VALUE or not HARMLESS.issuperset(value):
            del env[name]
            if name == "TERM":
                env[name] = UNKNOWN_TERM


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    limits = {"RLIMIT_CORE": _NO_CORE, "RLIMIT_NPROC": 0}
    if not _writes_to_file():
        limits["RLIMIT_FSIZE"] = 0
    for name, most in limits.items():
        number = getattr(resource, name, None)
        if number is not None:
            hard = resource.getrlimit(number)[1]
            limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(number, (limit, limit))


def _clear(output: int) -> None:
    """Empty the screen and what was scrolled off it, where the output is a terminal that knows how to."""
    try:
        if os.isatty(output) and os.environ.get("TERM", "dumb") not in _CANNOT_CLEAR:
            os.write(output, _CLEAR)
    except OSError:
        return


def _writes_to_file() -> bool:
    """Whether standard output or error is a file that somebody asked for."""
    for handle in _OUTPUTS:
        try:
            if os.fstat(handle).st_mode & _KIND == _REGULAR:
                return True
        except OSError:
            continue
    return False
