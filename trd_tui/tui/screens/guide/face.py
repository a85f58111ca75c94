"""What all screens of the questions share: one scrolling column, the keys of the guide, first and last row."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from trd_tui.commands import NUMBERS, told_key
from trd_tui.tui.rows.choices import closed_up, gap
from trd_tui.tui.rows.foot import ROOMY, Hint, foot_row, rule_row, steady_row
from trd_tui.tui.rows.panes import Panes
from trd_tui.tui.rows.top import fitting_message, message_row, more_below, sides_row, title_row
from trd_tui.tui.screens.column_face import ColumnFace

if TYPE_CHECKING:
    from trd_tui.commands import Command
    from trd_tui.tui.rows.column import Piece
    from trd_tui.tui.rows.row import Row
    from trd_tui.tui.screens.guide.way import GuideWay

LEAVE = Hint("leave", "leave", rank=2)
BACK = Hint("leave", "back", rank=2)
BEFORE = Hint("guide_back", "back")
REVIEW = Hint("guide_review", "review")
KEYS = Hint("keys", "keys", rank=1)
AIRY = 6
"""Rows from which some may be empty."""


class GuideFace(ColumnFace):
    """A screen of the questions; `hints` are those of its last row, `leave` is what Escape does, if not to leave."""

    actions: dict[str, Callable[[], object]]
    hints: Sequence[Hint] = (LEAVE, BEFORE, KEYS)

    def __init__(self, way: GuideWay) -> None:
        super().__init__()
        self.way = way
        self.view = way.view
        self.words = way.view.words
        self.glyphs = way.view.glyphs
        self.panes = Panes(0, 0, linear=way.view.linear)
        self.actions = {**way.actions, **self.moving, "enter": self.enter}

    @property
    @abstractmethod
    def name(self) -> str:
        """What stands in the first row after the word for the questions."""

    @abstractmethod
    def pieces(self) -> list[Piece]:
        """What the column is made of, now."""

    def enter(self) -> None:
        """Nothing, where there is nothing to take."""

    def number(self, index: int) -> None:
        """The key of a number was pressed: go to the choice in that place."""
        if index < len(self.column.ids):
            self.column.go(self.column.ids[index])

    def titles(self) -> Sequence[str]:
        """What stands at the left of the first row, in shorter words where it gets narrow."""
        return (f"{self.words('tui.guide.title')} {self.glyphs.dot} {self.name}", self.name)

    def places(self) -> Sequence[str]:
        """What stands at the right of the first row, in shorter and shorter words."""
        return ()

    def say_go_on(self) -> None:
        """Say that there is nothing to choose on this line."""
        next = self.press("other_pane")
        self.say(self.words("tui.guide.not_here"), self.words("tui.guide.not_here_short", press=next))

    def press(self, command: str) -> str:
        """The key of a command as a person reads it."""
        return told_key(self.commands, command, self.words)

    @property
    def commands(self) -> Sequence[Command]:
        """The commands with the keys that they have here."""
        return self.view.commands

    def renew(self) -> None:
        """Draw the column anew after something in it has changed."""
        panes = self.panes
        air = [gap()] if panes.rules else closed_up([gap()])
        is_tight = self.stepwise or panes.body < AIRY
        pieces = [*air, *(closed_up(self.pieces()) if is_tight else self.pieces())]
        self.column.fill(pieces, max(1, panes.width - 1), panes.body, linear=panes.linear)

    def typed(self, key: str, letter: str) -> bool:
        """The keys of the numbers choose; all other keys are commands."""
        numbers = next((one.keys for one in self.commands if one.id == NUMBERS), ())
        if key not in numbers:
            return False
        self.number(numbers.index(key))
        return True

    @property
    def stepwise(self) -> bool:  # type: ignore[override]
        """Whether linear mode was chosen."""
        return self.view.stepwise

    def place(self, width: int, height: int) -> None:
        """Wrap anew, and keep the place."""
        self.panes = Panes(width, height, linear=self.view.linear)
        self.panes.narrow()
        self.renew()

    def rows(self) -> list[Row]:
        """First row, column and last row."""
        panes = self.panes
        body = self.body()[: panes.body]
        blank: list[Row] = [[] for _ in range(panes.body - len(body))]
        return [*(self._top() if panes.top else []), *body, *blank, *(self._foot() if panes.foot else [])]

    def body(self) -> list[Row]:
        """The rows between the first and the last."""
        return self.column.rows(self.glyphs.focus)

    def _top(self) -> list[Row]:
        panes, glyphs = self.panes, self.glyphs
        if self.stepwise and not self._message:
            return [title_row((*self.places(), self.words("tui.guide.title")), "", panes.width, glyphs)]
        if self._message:
            row = message_row(fitting_message(self._message, panes.width, glyphs), panes.width, glyphs)
        else:
            row = sides_row(self.titles(), self._states(), panes.width, glyphs, self._rest)
        return [row, rule_row("", panes.width, glyphs)] if panes.rules else [row]

    def _states(self) -> Sequence[str]:
        places, rest = [*self.places(), ""], self._rest
        return [*(f"{place}, {rest}" if place else rest for place in places), ""] if rest else places

    @property
    def _rest(self) -> str:
        """That there is more below, where the first row is the only place to say it."""
        return "" if self.panes.rules or self.column.percent >= 100 else self.more_below()

    def more_below(self) -> str:
        """How much of the screen was read, or in linear mode only that there is more."""
        return more_below(self.column.percent, self.panes.width, self.words, linear=self.panes.linear)

    def _foot(self) -> list[Row]:
        view, panes, percent = self.view, self.panes, self.column.percent
        if self.stepwise:
            return [steady_row(self.commands, view.helps, panes.width, view.words, view.glyphs)]
        hints = self.hints if panes.width >= ROOMY else (KEYS,)
        row = foot_row(hints, self.commands, view.helps, panes.width, view.words, view.glyphs)
        below = self.words("tui.more_below", percent=percent) if percent < 100 else ""
        return [rule_row(below, panes.width, view.glyphs), row] if panes.rules else [row]
