"""Every sequence in what a command wrote: which are not known to be harmless, how many colors, and what blinks.

Harmless are moves, erasing, scrolling and styles (ECMA-48), four modes, and the shapes of the cursor. No such
sequence is ever answered by a terminal, so what has no other asks nothing: no DA, DSR, DECRQM, DECRQSS, XTVERSION,
OSC color or kitty query.
"""

from __future__ import annotations

import re

_SEQUENCE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[ -/]*[0-Z\\^-~]|[PX\]^_])|[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]"
)
_HARMLESS = re.compile(rb"\x1b(?:\[[0-9;]*[A-HJ-MPSTX@drm]|\[\?(?:1049|2004|25|7)[hl]|\[\d? q|[DM])")
_STYLE = re.compile(rb"\x1b\[([0-9;:]*)m")
_SHAPE = re.compile(rb"\x1b\[(\d?) q")
_LEAVING = b"\x1b[0 q\x1b[m\x1b[H\x1b[2J"
_DIRECT, _INDEXED = re.compile(r"[34]8[;:]2[;:]\d+[;:]\d+[;:]\d+"), re.compile(r"[34]8[;:]5[;:]\d+")
_BLINKING = ("5", "6")
_STEADY_SHAPES = (b"2", b"4", b"6")


def strangers(written: bytes) -> list[bytes]:
    """Sequences and control characters that are not known to be harmless."""
    return [one for one in _SEQUENCE.findall(written) if not _HARMLESS.fullmatch(one)]


def depth(written: bytes) -> str:
    """How many colors the styles use: "24bit", "256", "16" or "none"."""
    styles = _styles(written)
    if any(map(_DIRECT.search, styles)):
        return "24bit"
    if any(map(_INDEXED.search, styles)):
        return "256"
    codes = {int(code or 0) for style in styles for code in style.split(";")}
    return "16" if codes & {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)} else "none"


def blinking(written: bytes) -> list[bytes | str]:
    """Blinking styles, and shapes of the cursor that blink; on leaving, the terminal's own shape is given back."""
    styles = [_INDEXED.sub("", _DIRECT.sub("", style)) for style in _styles(written)]
    shapes = _SHAPE.findall(written.replace(_LEAVING, b""))
    return [
        *(style for style in styles if set(style.split(";")) & set(_BLINKING)),
        *(shape for shape in shapes if shape not in _STEADY_SHAPES),
    ]


def _styles(written: bytes) -> list[str]:
    return [style.decode() for style in _STYLE.findall(written)]
