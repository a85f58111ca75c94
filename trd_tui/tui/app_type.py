"""The app as its screens know it, so that screens need not import it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from textual.widget import Widget

    from trd_tui.commands import Command
    from trd_tui.glyphs import Glyphs
    from trd_tui.library.store import Library
    from trd_tui.pages import Page
    from trd_tui.reading import Reading
    from trd_tui.terminal import Terminal
    from trd_tui.tui.themes import Theme


class ReaderLike(Protocol):
    """What the screens ask of ReaderApp."""

    reading: Reading
    library: Library
    terminal: Terminal
    glyphs: Glyphs
    look: Theme
    country: str
    commands: tuple[Command, ...]
    keymap: Mapping[str, str]
    actions: Mapping[str, Callable[[], object]]

    def park(self) -> None:
        """Put the terminal's cursor on what has the focus."""

    def open_page(self, page: Page) -> None:
        """Show a page over what is on the screen."""

    def close_page(self) -> None:
        """Go back from a page."""


def app_of(widget: Widget) -> ReaderLike:
    """The app that a widget is part of."""
    return cast("ReaderLike", widget.app)
