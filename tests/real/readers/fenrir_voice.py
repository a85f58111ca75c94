"""The speech driver that Fenrir loads: it speaks into the file named by FENRIR_SPEECH.

Fenrir fixes its shape: a class `driver` with these methods. It is a driver of our own, and not the program that
Fenrir's generic driver starts for each text: that is ended as soon as the next text comes, and so it says what it may.
"""

from __future__ import annotations

import os
from typing import Any

from tests.real.readers.speech import SAY, STOP, write


class driver:  # noqa: N801 - the name that Fenrir looks for
    """A voice that writes."""

    def initialize(self, environment: Any) -> None:  # noqa: ANN401 - all of Fenrir's state
        """Find the file."""
        self._path = os.environ["FENRIR_SPEECH"]

    def speak(self, text: str, queueable: bool = True) -> None:
        """Say a text, after what is being said or instead of it."""
        if not queueable:
            self.cancel()
        write(self._path, SAY, text)

    def cancel(self) -> None:
        """Stop speaking."""
        write(self._path, STOP)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - pitch, rate and the like change nothing in a file
        return lambda *_: None
