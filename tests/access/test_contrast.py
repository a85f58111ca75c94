"""Contrast of every cell of every screen, in every theme, as a terminal shows what the driver writes.

To see the smallest that there is: make test ARGS='-n0 -s -m "" -k smallest_contrast'
"""

from __future__ import annotations

from collections.abc import Iterable
from inspect import isabstract
from typing import NamedTuple

import pytest

from tests.access.contrast import colour, contrast, luminance
from tests.access.palettes import PALETTES, Bold, Look, Palette
from tests.access.rendering import DEPTHS, MARK, TEXT, Audit, Kind, codes
from tests.access.screens import State
from trd_tui.terminal import COLOURS_16, COLOURS_256, COLOURS_FULL, NO_COLOUR
from trd_tui.tui.screens.blank import BlankFace
from trd_tui.tui.screens.face import Face
from trd_tui.tui.screens.small import SmallFace
from trd_tui.tui.themes import DECORATION, HIGH_CONTRAST, LIGHT, STYLES, TERMINAL

TEXT_AT_LEAST, MARK_AT_LEAST = 7.0, 3.0
"""WCAG 2.2, 1.4.6 (contrast, enhanced) and 1.4.11 (contrast of what is not text)."""
WITHOUT_CELLS = {"blank"}
NAMED = {str(code) for code in (39, 49, *range(30, 38), *range(40, 48))}


class Measured(NamedTuple):
    """The contrast of one kind of cell on one terminal; `state` is the first screen that has it."""

    ratio: float
    kind: Kind
    palette: Palette
    state: State

    @property
    def needed(self) -> float:
        """What it must at least be: on the terminal's own background no more than the terminal's own text has."""
        own = self.palette.own if self.kind.look.back == "default" else TEXT_AT_LEAST
        return min(MARK_AT_LEAST if self.kind.kind == MARK else TEXT_AT_LEAST, own - 1e-9)

    def __str__(self) -> str:
        where = f"{self.kind.style} in {self.state.tour}, {self.state.name}; {self.palette.name}"
        return f"{self.ratio:5.2f} ({where})"


def _palettes(colours: str) -> Iterable[Palette]:
    return (one for one in PALETTES if one.has_more or colours in (COLOURS_16, NO_COLOUR))


def _measured(audit: Audit, name: str, colours: str) -> list[Measured]:
    return [
        Measured(contrast(*palette.seen(kind.look)), kind, palette, state)
        for kind, state in audit.kinds(name, colours).items()
        for palette in _palettes(colours)
    ]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        pytest.param("000000", "ffffff", 21.0, id="black and white"),
        pytest.param("ffffff", "ffffff", 1.0, id="white and white"),
        pytest.param("767676", "ffffff", 4.54, id="the lightest grey that has 4.5 on white"),
        pytest.param("595959", "ffffff", 7.0, id="the lightest grey that has 7 on white"),
        pytest.param("ff0000", "ffffff", 4.0, id="red on white"),
        pytest.param("0000ff", "ffffff", 8.59, id="blue on white"),
        pytest.param("ffff00", "0000ff", 8.0, id="yellow on blue"),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(colour(one), colour(other)) == pytest.approx(ratio, abs=0.005)
    assert contrast(colour(one), colour(other)) == contrast(colour(other), colour(one))


def test_luminance_goes_from_black_to_white() -> None:
    assert luminance((0, 0, 0)) == 0
    assert luminance((255, 255, 255)) == pytest.approx(1)
    assert luminance((10, 10, 10)) == pytest.approx(10 / 255 / 12.92)


SEEN: list[tuple[str, Look, str, str]] = [
    ("Linux console", Look(), "aaaaaa", "000000"),
    ("Linux console", Look(bold=True), "ffffff", "000000"),
    ("Linux console", Look(reverse=True), "000000", "aaaaaa"),
    ("Linux console", Look(bold=True, reverse=True), "555555", "aaaaaa"),
    ("Linux console", Look(underlined=True), "00aaaa", "000000"),
    ("Linux console", Look("black", "white", underlined=True), "00aaaa", "aaaaaa"),
    ("Linux console", Look("brightwhite", "brightblack", reverse=True), "555555", "aaaaaa"),
    ("PuTTY", Look(bold=True), "ffffff", "000000"),
    ("PuTTY", Look(bold=True, reverse=True), "555555", "bbbbbb"),
    ("PuTTY", Look("black", "white", bold=True), "555555", "bbbbbb"),
    ("xterm", Look(bold=True, reverse=True), "ffffff", "000000"),
    ("xterm", Look("black", "white", bold=True), "7f7f7f", "e5e5e5"),
    ("xterm", Look("white", "black", bold=True, reverse=True), "000000", "ffffff"),
    ("Tango dark", Look("black", "white", bold=True), "2e3436", "d3d7cf"),
    ("Tango dark", Look("102030", bold=True), "102030", "2e3436"),
    ("Windows Terminal", Look("brightwhite", "black"), "f2f2f2", "0c0c0c"),
]


@pytest.mark.parametrize(("name", "look", "front", "back"), SEEN, ids=map(str, range(len(SEEN))))
def test_terminals_show_bold_and_reverse_as_they_do(name: str, look: Look, front: str, back: str) -> None:
    (palette,) = (one for one in PALETTES if one.name == name)
    assert palette.seen(look) == (colour(front), colour(back))


def test_the_palettes_are_many_and_of_every_kind() -> None:
    assert all(len(one.colours) == 16 for one in PALETTES)
    assert {one.bold for one in PALETTES} == set(Bold)
    dark = [luminance(one.background) < luminance(one.text) for one in PALETTES]
    assert True in dark
    assert False in dark
    assert {one.own >= TEXT_AT_LEAST for one in PALETTES} == {True, False}


def _below(face: type) -> set[type]:
    return set(face.__subclasses__()).union(*map(_below, face.__subclasses__()))


def test_every_style_and_every_screen_there_is_gets_audited(every_state: list[State]) -> None:
    styles = {style for state in every_state for style in state.styles}
    assert styles == STYLES - WITHOUT_CELLS
    own = {one for one in _below(Face) if one.__module__.startswith("trd_tui.")} - {BlankFace, SmallFace}
    concrete = {one.__name__ for one in own if not isabstract(one)}
    assert concrete == {state.shows for state in every_state} | {"MenuFace"}


def test_smallest_contrast(audit: Audit, theme: str) -> None:
    for colours in DEPTHS:
        measured = _measured(audit, theme, colours)
        failed = [str(one) for one in measured if one.ratio < one.needed]
        assert not failed, f"{theme}, {colours}: {len(failed)}\n" + "\n".join(failed[:20])
        for kind in (TEXT, MARK):
            print(_told(f"{theme:13} {colours:5} {kind}:", [one for one in measured if one.kind.kind == kind]))


def _told(label: str, measured: Iterable[Measured]) -> str:
    """The smallest contrast where the terminal lets text have 7:1, and where it does not, the smallest there."""
    fit: list[Measured] = []
    unfit: list[Measured] = []
    for one in measured:
        (fit if one.palette.own >= TEXT_AT_LEAST or one.kind.look.back != "default" else unfit).append(one)
    below = f"\n{'':25} own text below 7: {min(unfit)}" if unfit else ""
    return f"{label} {min(fit)}{below}"


def test_no_cell_vanishes_and_none_blinks_is_dim_or_hidden(audit: Audit, theme: str) -> None:
    for colours in DEPTHS:
        assert not {"2", "5", "6", "8"} & _codes(audit, theme, colours)
        for one in _measured(audit, theme, colours):
            assert one.ratio > 1.5, (colours, str(one))


def _codes(audit: Audit, name: str, colours: str) -> set[str]:
    return set().union(*(codes(told) for told in {glass.written for glass in audit.drawn(name, colours)}))


def _colours_of(found: set[str]) -> set[str]:
    """The codes that are colours: ECMA-48 has those from 30 to 49, and terminals 90 to 107."""
    return {code for code in found if code and int(code.split(";")[0]) >= 30}


def test_a_theme_writes_only_the_colours_that_the_terminal_has(audit: Audit, theme: str) -> None:
    used = {colours: _colours_of(_codes(audit, theme, colours)) for colours in DEPTHS}
    assert not used[NO_COLOUR]
    assert used[COLOURS_16] <= NAMED, "bright colours are bold on the Linux console, and stay so"
    extended = [code.split(";") for code in used[COLOURS_256] - NAMED]
    assert all(code[1] == "5" and int(code[2]) >= 16 for code in extended)
    if theme == TERMINAL:
        assert used[COLOURS_FULL] | used[COLOURS_256] <= NAMED
    else:
        assert {code.split(";")[1] for code in used[COLOURS_FULL] - NAMED} == {"2"}


def test_a_theme_paints_every_cell_or_none(audit: Audit, theme: str) -> None:
    for colours in DEPTHS:
        looks = {look for glass in audit.drawn(theme, colours) for row in glass.looks for look in row}
        assert len({look.back for look in looks}) == 1
        is_painted = theme in (LIGHT, HIGH_CONTRAST) and colours in (COLOURS_FULL, COLOURS_256)
        if is_painted:
            assert "default" not in {look.back for look in looks}


def test_only_rules_and_marks_may_be_fainter_than_text(audit: Audit, theme: str) -> None:
    marks = {kind.style for kind in audit.kinds(theme, COLOURS_FULL) if kind.kind == MARK}
    assert marks == {*DECORATION, "mark"}
