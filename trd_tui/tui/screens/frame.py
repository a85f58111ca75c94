"""What all screens share: keys from the one registry, rows in one widget, one refresh a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from trd_tui.tui.app_type import app_of
from trd_tui.tui.rows.row import Row
from trd_tui.tui.widgets.pane import Pane

Place = tuple[int, int]


class Frame(Screen[None], inherit_bindings=False):
    """A screen that draws rows and answers commands; Escape always leads back."""

    AUTO_FOCUS = ""
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        self._pane = Pane(app_of(self).look)
        self.parked: tuple[Place, Place | None, Place | None] | None = None
        self.actions: Mapping[str, Callable[[], object]] = {}

    def compose(self) -> ComposeResult:
        """The one widget that draws everything."""
        yield self._pane

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.resized(*self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Draw at another size; App.size is still the old one here."""
        self.resized(*event.size)

    def on_screen_resume(self) -> None:
        """Draw at the size of now, where it has changed under a page."""
        if self.size != self.app.size:
            self.resized(*self.app.size)

    def on_key(self, event: events.Key) -> None:
        """One key: typed into a field, or looked up among the commands; then one refresh."""
        event.stop()
        self.forget_message()
        if not self.typed(event):
            self.command(app_of(self).keymap.get(event.key, ""))
        self.draw()

    def command(self, id: str) -> None:
        """Do what a command says here, or what it says everywhere."""
        action = self.actions.get(id) or app_of(self).actions.get(id)
        if action is not None:
            action()

    def forget_message(self) -> None:
        """Take away what the key before said."""

    def typed(self, event: events.Key) -> bool:
        """Take a key into a text field; False where it is a command."""
        return False

    def resized(self, width: int, height: int) -> None:
        """Take another size and draw."""
        self.place(width, height)
        self.draw()

    def place(self, width: int, height: int) -> None:
        """Take another size."""
        raise NotImplementedError

    def rows(self) -> list[Row]:
        """Every row of the screen, from the top."""
        raise NotImplementedError

    def cursor(self) -> tuple[Place, Place | None, Place | None]:
        """The place of the cursor, and where Up and Down lead."""
        raise NotImplementedError

    @property
    def width(self) -> int:
        """Columns of the screen."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show the rows of now, and put the cursor where it belongs."""
        self._pane.show(self.rows(), self.width)
        self.parked = self.cursor()
        app_of(self).park()
