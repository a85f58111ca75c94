"""YASR, from Debian's package: reads every byte that is written to the terminal."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from tests.real.readers.reader import PROJECT, Start, executable, program

SETTINGS = Path("/etc/yasr/yasr.conf")


class Yasr:
    """YASR with the settings that it comes with, and a voice that writes."""

    name = "yasr"
    own: tuple[str, ...] = ()

    def missing(self) -> str:
        return "" if program("yasr") and SETTINGS.exists() else "yasr"

    def start(self, program_file: str, folder: Path, speech: str) -> Start:
        module = [sys.executable, "-m", "tests.real.readers.emacspeak_server", speech]
        voice = executable(folder / "voice", f"cd {shlex.quote(str(PROJECT))}", f"exec {shlex.join(module)}")
        settings = folder / "yasr.conf"
        settings.write_text(_speaking_through(voice, SETTINGS.read_text(encoding="latin-1")), encoding="latin-1")
        return Start([program("yasr"), "-C", str(settings), program_file], {})

    def passed(self, code: str) -> list[str]:
        return [code]

    def utterances(self, text: str) -> list[str]:
        return [text]


def _speaking_through(voice: str, settings: str) -> str:
    settings = re.sub(r"(?m)^synthesizer=.*$", "synthesizer=emacspeak server", settings)
    return re.sub(r"(?m)^synthesizer port=.*$", f"synthesizer port=|{voice}", settings)
