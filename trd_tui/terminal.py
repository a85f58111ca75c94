"""What the terminal can do and which front end fits it, from the environment alone: pure, so that it can be tested."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN, TUI = "plain", "tui"
NO_COLOUR, COLOURS_16, COLOURS_256, COLOURS_FULL = "none", "16", "256", "24bit"
NARROW_BELOW = 60
CANNOT_MOVE = ("", "dumb", "unknown")


class Terminal:
    """The front end, and why in a key of words.yaml (empty when nothing need be said); how to draw in it."""

    __slots__ = ("ascii", "colours", "front_end", "linear", "reason")

    def __init__(self, front_end: str, reason: str, *, ascii: bool, colours: str, linear: bool) -> None:
        self.front_end = front_end
        self.reason = reason
        self.ascii = ascii
        self.colours = colours
        self.linear = linear


def choose(
    env: Mapping[str, str],
    *,
    stdin_tty: bool,
    stdout_tty: bool,
    front_end: str = "",
    linear: bool = False,
    ascii: bool = False,
    no_color: bool = False,
) -> Terminal:
    """The terminal for an environment; what was asked for wins where the terminal can do it."""
    chosen, reason = _front_end(env, stdin_tty and stdout_tty, front_end)
    colours = NO_COLOUR if no_color or env.get("NO_COLOR") else colour_depth(env)
    return Terminal(chosen, reason, ascii=ascii or not unicode_fits(env), colours=colours, linear=linear)


def _front_end(env: Mapping[str, str], tty: bool, asked: str) -> tuple[str, str]:
    if asked == PLAIN:
        return PLAIN, "plain.because.asked"
    if not tty:
        return PLAIN, "plain.because.no_terminal"
    if env.get("TERM", "") in CANNOT_MOVE:
        return PLAIN, "plain.because.term"
    if asked != TUI and env.get("ACCESSIBLE", "").lower() not in ("", "0", "false"):
        return PLAIN, "plain.because.accessible"
    return TUI, ""


def unicode_fits(env: Mapping[str, str]) -> bool:
    """Whether the locale is UTF-8 and the screen is not the Linux console, whose font lacks most glyphs.

    Python itself puts LC_CTYPE=C.UTF-8 into the environment of a process started in the C locale (PEP 538), so that
    value alone says nothing.
    """
    if env.get("TERM", "") in ("linux", "vt100", "vt220"):
        return False
    lang = env.get("LANG", "")
    coerced = env.get("LC_CTYPE") == "C.UTF-8" and lang in ("", "C", "POSIX")
    ctype = "" if coerced else env.get("LC_CTYPE", "")
    locale = env.get("LC_ALL") or ctype or lang
    return "utf8" in locale.lower().replace("-", "")


def colour_depth(env: Mapping[str, str]) -> str:
    """Colours that the terminal shows, by the names that terminals give themselves."""
    term = env.get("TERM", "")
    if env.get("COLORTERM", "").lower() in ("truecolor", "24bit") and term != "linux":
        return COLOURS_FULL
    if "256color" in term or term.startswith(("xterm-kitty", "alacritty", "foot", "wezterm")):
        return COLOURS_256
    if term.startswith(("vt1", "vt2", "vt3", "vt4")) or term in CANNOT_MOVE:
        return NO_COLOUR
    return COLOURS_16
