"""Saving the sheet: a field for the name of the file, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trd_tui import saving
from trd_tui.commands import in_fields
from trd_tui.layout import cells
from trd_tui.safe import printable
from trd_tui.tui.rows.choices import closed_up, gap, paragraph, spread
from trd_tui.tui.rows.field import LONGEST, Field
from trd_tui.tui.rows.foot import ROOMY, Hint
from trd_tui.tui.rows.row import fit
from trd_tui.tui.screens.guide.face import AIRY, BACK, GuideFace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trd_tui.commands import Command
    from trd_tui.tui.rows.column import Piece
    from trd_tui.tui.rows.row import Row
    from trd_tui.tui.screens.face import Beside, Place
    from trd_tui.tui.screens.guide.way import GuideWay


class SaveFace(GuideFace):
    """Nothing is written before Enter, nothing written over before the person says so; what was typed stays."""

    hints = (Hint("enter", "save", rank=1), BACK)

    def __init__(self, way: GuideWay) -> None:
        super().__init__(way)
        self.field = Field()
        self._told: Sequence[str] = ()
        self.actions = {**self.moving, "leave": way.close, "enter": self.enter}

    @property
    def commands(self) -> Sequence[Command]:
        """Those keys that are not typed."""
        return in_fields(self.view.commands)

    @property
    def name(self) -> str:
        """What is done here."""
        return self.words("tui.guide.save")

    def pieces(self) -> list[Piece]:
        """What came of the last try, then what to know."""
        told = [paragraph(text, self.glyphs, "message") for text in self._told]
        return [*told, *([gap()] if told else []), *spread([self.words("tui.guide.save_note")], self.glyphs)]

    def renew(self) -> None:
        """Draw the column under the field."""
        panes, pieces = self.panes, [gap(), *self.pieces()]
        pieces = closed_up(pieces) if panes.body < AIRY else pieces
        self.column.fill(pieces, max(1, panes.width - 1), max(0, panes.body - 1), linear=panes.linear)

    def typed(self, key: str, letter: str) -> bool:
        """All printable keys are letters of the name; the rest of the field's keys edit it."""
        if letter:
            self._insert(letter)
        elif key in ("backspace", "delete"):
            self.field.rub_out(key)
        else:
            return self.field.move(key)
        return True

    def pasted(self, text: str) -> bool:
        """A paste goes into the field, made harmless."""
        return self._insert(text)

    def enter(self) -> None:
        """Save under the name that was typed."""
        self._save()

    def body(self) -> list[Row]:
        """The field, and the column under it."""
        label, room = self._label(), self._room()
        shown, _ = self.field.shown(room, self.glyphs)
        return [fit([(label, "label"), (shown, "field")], self.panes.width, "field"), *super().body()]

    def cursor(self) -> Place:
        """The insertion point."""
        _, at = self.field.shown(self._room(), self.glyphs)
        return cells(self._label()) + at, self.panes.top

    @property
    def beside(self) -> Beside:
        """The cursor stays in the field."""
        return None, None

    def _insert(self, text: str) -> bool:
        """Type or paste; whether there is something to show, which may be that it was cut."""
        changed = self.field.insert(text)
        if self.field.cut:
            self.say(self.words("tui.cut", most=LONGEST), self.words("tui.cut_short", most=LONGEST))
        return changed or self.field.cut

    def _label(self) -> str:
        short = self.panes.width < ROOMY
        return f" {self.glyphs.text(self.words('tui.guide.file_short' if short else 'tui.guide.file'))}: "

    def _room(self) -> int:
        return max(1, self.panes.width - cells(self._label()) - 1)

    def _save(self, *, replace: bool = False) -> None:
        name = printable(self.field.text)
        try:
            path = saving.save(self.way.sheet_text(), name, replace=replace)
        except saving.ExistsError as error:
            self._tell(*error.said(self.words))
            options = self.words("tui.guide.replace_no"), self.words("tui.guide.replace_yes")
            self.way.ask(self.words("tui.guide.replace"), options, partial(self._save, replace=True))
        except saving.SaveError as error:
            self._tell(*error.said(self.words))
        else:
            self._tell(self.words("tui.guide.saved", path=printable(path, len(path))))

    def _tell(self, *texts: str) -> None:
        self._told = texts
        self.renew()
        self.column.to_end(last=False)
