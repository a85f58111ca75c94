"""Fenrir, from its source archive: compares each screen with the one before."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.real.readers.reader import INSTALLED, PROJECT, Start

FOLDER = INSTALLED / "fenrir-screenreader-1.9.6.post1" / "src"
VOICE = Path(__file__).parent / "fenrir_voice"
PAUSE = "  , "
"""What comes between two lines that Fenrir says together: the blank that ends a row of the screen, and a comma."""
LET_THROUGH = "\x1b:"
"""Alt and colon: the next key is not for Fenrir."""
TAKEN = frozenset(("\x1b", "\x1bOP", "\x1bOQ", "\x1bOR", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~"))
"""Keys that Fenrir uses itself: Escape, F1 to F3, and F5 to F8 (its config/keyboard/pty.conf)."""
SETTINGS = """\
[sound]
enabled=False
driver=dummyDriver
[speech]
driver={voice}
[braille]
enabled=False
driver=dummyDriver
[screen]
driver=ptyDriver
screenUpdateDelay=0.05
[keyboard]
driver=ptyDriver
keyboardLayout=pty
wordEcho=False
[general]
debugLevel=0
debugFile={folder}/debug.log
emoticons=False
shell={program}
[remote]
enabled=False
[barrier]
enabled=False
"""
"""Fenrir in a terminal of its own, with no sound and no way in from outside; else as it is by itself."""


class Fenrir:
    """Fenrir above one program, with a voice that writes."""

    name = "fenrir"
    own: tuple[str, ...] = ("Start Fenrir", "pychant is not installed", "bypass")

    def missing(self) -> str:
        return "" if (FOLDER / "fenrir").exists() else "Fenrir"

    def start(self, program_file: str, folder: Path, speech: str) -> Start:
        voice = os.path.relpath(VOICE, FOLDER / "fenrirscreenreader" / "speechDriver")
        settings = folder / "fenrir.conf"
        settings.write_text(SETTINGS.format(voice=voice, folder=folder, program=program_file), encoding="utf-8")
        command = [sys.executable, str(FOLDER / "fenrir"), "-s", str(settings)]
        return Start(command, {"PYTHONPATH": str(PROJECT), "FENRIR_SPEECH": speech})

    def passed(self, code: str) -> list[str]:
        return [LET_THROUGH, code] if code in TAKEN else [code]

    def utterances(self, text: str) -> list[str]:
        return text.split(PAUSE)
