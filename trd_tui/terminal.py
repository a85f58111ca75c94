"""What the terminal can do and which front end fits it, from the environment alone: pure, so that it can be tested.

Nothing is ever asked of the terminal itself: an answer may never come, or come as if somebody had typed it. Nor is
terminfo read: it does not know the newest terminals, and the full screen needs only what ECMA-48 has.

TERM decides. A name of a known family is taken at its word. A name that nobody knows is nearly always a new terminal
that could show everything, but it may be a serial printer or a terminal from before ECMA-48, where the full screen
would be garbage that nobody can get out of. So it starts plain mode, where nothing is lost: the first line says why and
how to change over. Where COLORTERM is set as well, which only terminals of the usual kind do, it is the full screen.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN, TUI = "plain", "tui"
NO_COLOUR, COLOURS_16, COLOURS_256, COLOURS_FULL = "none", "16", "256", "24bit"
NARROW_BELOW = 60
CANNOT_MOVE = ("", "dumb", "unknown")
"""Values of TERM that say that nothing is known of the terminal, or that its cursor cannot be moved."""
_VT = ("vt1", "vt2", "vt3", "vt4")
_FAMILIES = tuple(
    """
    xterm rxvt screen tmux linux vt1 vt2 vt3 vt4 vt510 vt520 vt525 ansi konsole gnome vte putty kitty alacritty foot
    wezterm contour rio ghostty st- iterm nsterm mlterm mintty cygwin cons25 teken eterm Eterm terminology dvtm fbterm
    hterm domterm
    """.split()
)
"""How names of terminals begin that understand ECMA-48."""
_SAYS_COLOURS = ("256color", "-direct", "truecolor")
_HAS_256 = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "rio", "ghostty", "kitty")


class Terminal:
    """The front end, and why in a key of words.yaml (empty when nothing need be said); how to draw in it.

    `linear` is None where nobody chose: then the size of the screen decides.
    """

    __slots__ = ("ascii", "colours", "front_end", "linear", "reason")

    def __init__(self, front_end: str, reason: str, *, ascii: bool, colours: str, linear: bool | None) -> None:
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
    linear: bool | None = None,
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
    if asked != TUI and not is_known(env):
        return PLAIN, "plain.because.unknown_term"
    return TUI, ""


def is_known(env: Mapping[str, str]) -> bool:
    """Whether the terminal moves its cursor as ECMA-48 has it, as far as its names tell."""
    term = env.get("TERM", "")
    return term.startswith(_FAMILIES) or term == "st" or _contains(term, _SAYS_COLOURS) or bool(env.get("COLORTERM"))


def unicode_fits(env: Mapping[str, str]) -> bool:
    """Whether the locale is UTF-8 and the screen is not one whose font lacks most glyphs: the Linux console, a VT.

    Python itself puts LC_CTYPE=C.UTF-8 into the environment of a process started in the C locale (PEP 538), so that
    value alone says nothing.
    """
    if env.get("TERM", "").startswith(("linux", *_VT)):
        return False
    lang = env.get("LANG", "")
    ctype = env.get("LC_CTYPE", "")
    ctype = "" if ctype == "C.UTF-8" else ctype
    locale = env.get("LC_ALL") or ctype or lang
    return "utf8" in locale.lower().replace("-", "")


def colour_depth(env: Mapping[str, str]) -> str:
    """Colours that the terminal shows, by the names that terminals give themselves.

    COLORTERM belongs to the outermost terminal and is inherited by all that runs in it, so it is believed only where
    TERM does not say less: what does not know the codes of 24-bit color can take their numbers for others, such as 5,
    which blinks.
    """
    term = env.get("TERM", "")
    if term in CANNOT_MOVE or term.startswith(_VT):
        return NO_COLOUR
    is_full = env.get("COLORTERM", "").lower() in ("truecolor", "24bit") or _contains(term, _SAYS_COLOURS[1:])
    if is_full and not term.startswith(("linux", "screen")):
        return COLOURS_FULL
    if "256color" in term or term.startswith(_HAS_256):
        return COLOURS_256
    return COLOURS_16 if is_known(env) else NO_COLOUR


def _contains(text: str, parts: tuple[str, ...]) -> bool:
    return any(part in text for part in parts)
