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
from trd_tui.tui.rows.row import flat
from trd_tui.tui.screens.small import is_too_small
from trd_tui.tui.veil import Veil
from trd_tui.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from trd_tui.tui.compat import Ahead
    from trd_tui.tui.guard import Guard
    from trd_tui.tui.rows.row import Row
    from trd_tui.tui.screens.face import Face, Place
    from trd_tui.tui.themes import Theme

MOVES = frozenset({"move_up", "move_down"})
STEPS = {"up": -1, "down": 1}
PAGES = frozenset({"page_up", "page_down"})


class Frame(Screen[None], inherit_bindings=False):
    """Faces on top of each other; the last one is shown and has the keys, with `everywhere` for what it leaves."""

    AUTO_FOCUS = ""
    ALLOW_SELECT = False

    def __init__(
        self,
        first: Face,
        small: Face,
        look: Theme,
        keymap: Mapping[str, str],
        everywhere: Mapping[str, Callable[[], object]],
    ) -> None:
        """`small` is what is drawn where there is no room for a face."""
        super().__init__()
        self._small = small
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        self.faces = [first]
        self.guard: Guard | None = None
        """Watches in a kiosk."""
        self._pane = Pane(look)
        self._keymap = keymap
        self._everywhere = everywhere
        self._veil = Veil()
        self._cursor: Place | None = None
        self._ahead: dict[str, Ahead] = {}
        self._touched: set[int] = set()
        self._characters = self._height = 0

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

    def close_over(self, face: Face) -> None:
        """Take a face away with all that is over it."""
        if face in self.faces[1:]:
            self.close_all_over(face)
            self.close()

    def compose(self) -> ComposeResult:
        """The one widget that draws everything."""
        yield self._pane

    def on_mount(self) -> None:
        """Draw for the first time."""
        self._resized(*self.app.size)
        self._wait()

    def on_resize(self, event: events.Resize) -> None:
        """Draw at another size; App.size is still the old one here."""
        self._resized(*event.size)

    def on_key(self, event: events.Key) -> None:
        """One key: typed into a field, or looked up among the commands; then one refresh."""
        event.stop()
        if not self._guarded(event.key):
            self._press(event)
        self._wait()

    def _guarded(self, key: str) -> bool:
        """Whether a key, or a paste (""), was only for who watches; what is under it then is come back to."""
        before = len(self.faces)
        if self.guard is None or not self.guard.takes(key, self._keymap):
            return False
        if len(self.faces) < before and self.face.stepwise and not self.face.leads_on:
            self._veil.drop()
            self._draw()
        else:
            self.show()
        return True

    def _press(self, event: events.Key) -> None:
        face, id = self.face, self._keymap.get(event.key, "")
        before = len(self.faces), face.depth, face, face.what
        # On a row of its own a message that went away would be a change that Down must not make.
        stays = face.panes.linear and id in MOVES
        if not stays:
            face.forget_message()
        letter = event.character if event.is_printable and event.character else ""
        if face.typed(event.key, letter):
            id = ""
        else:
            self._command(id)
        self._turn(id, *before)
        self._draw(says=not stays)

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes into a text field, and nowhere else."""
        event.stop()
        if not self._guarded("") and self.face.pasted(event.text):
            self._draw()
        self._wait()

    def show(self) -> None:
        """Show what is on top now, from no key of the reader."""
        self._veil.lift()
        self._draw()

    def _wait(self) -> None:
        """Begin to wait for the next key, where somebody watches."""
        if self.guard is not None:
            self.guard.wait(self._characters)

    def park(self) -> None:
        """Put the terminal's cursor on what has the focus, and say where Up and Down lead."""
        if self._cursor is None:
            return
        x, y = self._cursor
        width, height = self.app.size
        parking = compat.parking(self.app)
        parking.park(min(x, max(0, width - 1)), min(y, max(0, height - 1)))
        parking.predict(self._ahead.get("up"), self._ahead.get("down"))

    def _command(self, id: str) -> None:
        action = self.face.actions.get(id) or self._everywhere.get(id)
        if action is not None:
            action()

    def show_all(self) -> None:
        """Show every row again, at the size there is."""
        self._veil.lift()
        self.face.place(*self.app.size)

    def _resized(self, width: int, height: int) -> None:
        self._height = height
        self._small.place(width, height)
        self.face.place(width, height)
        self._veil.lift()
        self._draw()

    def _turn(self, id: str, count: int, depth: int, face: Face, what: object) -> None:
        """Hold rows back after a way back, and show all after a way on."""
        now = self.face
        back = not (face.leads_on or now.leads_on) and (len(self.faces) < count or (now is face and now.depth < depth))
        same = now is face and now.depth == depth and now.what == what
        if not now.stepwise or (id in self._everywhere and now is not face):
            self._veil.lift()
        elif back:
            self._veil.drop()
        elif not same or (id in PAGES and now.is_text):
            self._veil.lift()
        if now.stepwise and not back and not same:
            compat.parking(self.app).begin_anew()

    @property
    def _drawn(self) -> Face:
        """What is drawn of what is on the screen, at the size that there is."""
        return self._small if is_too_small(self.face.width, self._height) else self.face

    def _draw(self, *, says: bool = True) -> None:
        face = self._drawn
        rows = self._spoken(face.rows())
        self._characters = sum(len(text) for row in rows for text, _ in row)
        shown = self._veil.over(rows, self._body, face.focused_rows())
        is_drawn = self._pane.show(shown, face.width, self._touched)
        self._cursor = (0, 0) if says and face.speaks and face.panes.top else face.cursor()
        self._touched = set()
        ahead = {key: self._foreseen(by, shown) for key, by in STEPS.items() if self._keymap.get(key) == f"move_{key}"}
        self._ahead = {key: one for key, one in ahead.items() if one is not None}
        # With a frame under way the cursor waits for it: on the old rows it would be read in the wrong place.
        if not is_drawn:
            self.park()

    def _foreseen(self, by: int, shown: list[Row]) -> Ahead | None:
        """Where Up or Down will lead, with the rows that will differ then."""
        face = self._drawn
        if not face.panes.linear:
            place = face.beside[by > 0]
            return place and (place, "")
        foreseen = face.foresee(by)
        if foreseen is None:
            return None
        rows = self._veil.foresee(self._spoken(foreseen.rows), self._body, foreseen.focused)
        changed = {y: row for y, (row, before) in enumerate(zip(rows, shown, strict=True)) if row != before}
        self._touched.update(changed)
        return foreseen.cursor, self._pane.frame(changed)

    def _spoken(self, rows: list[Row]) -> list[Row]:
        return [flat(row) for row in rows] if self.face.stepwise else rows

    @property
    def _body(self) -> range:
        panes = self._drawn.panes
        return range(panes.top, panes.height - panes.foot)
