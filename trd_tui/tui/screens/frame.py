"""The one Textual screen: keys from the registry to what is on top, its rows into one widget, one refresh a key.

Pages are not screens of Textual: opening one of those costs more than all else that a key does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from trd_tui.tui import compat
from trd_tui.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from trd_tui.tui.screens.face import Cursor, Face
    from trd_tui.tui.themes import Theme


class Frame(Screen[None], inherit_bindings=False):
    """Faces on top of each other; the last one is shown and has the keys, with `everywhere` for what it leaves."""

    AUTO_FOCUS = ""
    ALLOW_SELECT = False

    def __init__(
        self, first: Face, look: Theme, keymap: Mapping[str, str], everywhere: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__()
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        self.faces = [first]
        self._pane = Pane(look)
        self._keymap = keymap
        self._everywhere = everywhere
        self._cursor: Cursor | None = None

    @property
    def face(self) -> Face:
        """What is on the screen."""
        return self.faces[-1]

    def open(self, face: Face) -> None:
        """Show something over what is on the screen."""
        self.faces.append(face)
        face.place(*self.app.size)

    def close(self) -> None:
        """Go back to what is under the last face; the size may have changed since."""
        del self.faces[-1]
        self.face.place(*self.app.size)

    def close_all_over(self, face: Face) -> None:
        """Go back to a face."""
        while self.face is not face:
            self.close()

    def compose(self) -> ComposeResult:
        """The one widget that draws everything."""
        yield self._pane

    def on_mount(self) -> None:
        """Draw for the first time."""
        self._resized(*self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Draw at another size; App.size is still the old one here."""
        self._resized(*event.size)

    def on_key(self, event: events.Key) -> None:
        """One key: typed into a field, or looked up among the commands; then one refresh."""
        event.stop()
        self.face.forget_message()
        letter = event.character if event.is_printable and event.character else ""
        if not self.face.typed(event.key, letter):
            self._command(self._keymap.get(event.key, ""))
        self._draw()

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes into a text field, and nowhere else."""
        event.stop()
        if self.face.pasted(event.text):
            self._draw()

    def park(self) -> None:
        """Put the terminal's cursor on what has the focus, and say where Up and Down lead."""
        if self._cursor is None:
            return
        (x, y), up, down = self._cursor
        width, height = self.app.size
        parking = compat.parking(self.app)
        parking.park(min(x, max(0, width - 1)), min(y, max(0, height - 1)))
        parking.predict(up, down)

    def _command(self, id: str) -> None:
        action = self.face.actions.get(id) or self._everywhere.get(id)
        if action is not None:
            action()

    def _resized(self, width: int, height: int) -> None:
        self.face.place(width, height)
        self._draw()

    def _draw(self) -> None:
        self._pane.show(self.face.rows(), self.face.width)
        self._cursor = self.face.cursor()
        self.park()
