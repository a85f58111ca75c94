from __future__ import annotations

import pytest
from rich.color import Color

from tests.access.contrast import Colour, contrast
from tests.tui.driving import Start
from trd_tui.terminal import COLOURS_16, COLOURS_256, COLOURS_FULL, NO_COLOUR
from trd_tui.tui.themes import DECORATION, HIGH_CONTRAST, LIGHT, STYLES, TERMINAL, THEMES, Theme
from trd_tui.tui.wire import sgr

OWN = ("#000000", "#ffffff")
DEPTHS = (COLOURS_16, COLOURS_256, COLOURS_FULL)


def _seen(colour: Color) -> Colour:
    red, green, blue = colour.get_truecolor()
    return red, green, blue


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("name", THEMES)
def test_text_has_enough_contrast_on_its_own_or_on_any_background(name: str, depth: str) -> None:
    theme = Theme(name, depth)
    for style in STYLES:
        look = theme[style]
        wanted = 3.0 if style in DECORATION else 7.0
        if look.color is None:
            assert look.bgcolor is None, style
            continue
        behind = [look.bgcolor] if look.bgcolor else [Color.parse(own) for own in OWN]
        assert all(contrast(_seen(look.color), _seen(one)) >= wanted for one in behind), (style, look)


@pytest.mark.parametrize("name", THEMES)
def test_without_colours_there_are_none(name: str) -> None:
    theme = Theme(name, NO_COLOUR)
    assert all(theme[style].color is None and theme[style].bgcolor is None for style in STYLES)


@pytest.mark.parametrize("depth", [*DEPTHS, NO_COLOUR])
@pytest.mark.parametrize("name", THEMES)
def test_states_differ_in_more_than_colour(name: str, depth: str) -> None:
    theme = Theme(name, depth)
    kinds = {style: (theme[style].bold, theme[style].underline, theme[style].reverse) for style in STYLES}
    assert len({kinds[style] for style in ("text", "term", "match", "match_current")}) == 4
    assert kinds["focus"] != kinds["text"]


@pytest.mark.parametrize("depth", [*DEPTHS, NO_COLOUR])
@pytest.mark.parametrize("name", THEMES)
def test_reverse_is_never_bold(name: str, depth: str) -> None:
    theme = Theme(name, depth)
    assert not [style for style in STYLES if theme[style].reverse and theme[style].bold]


def test_with_16_colours_light_is_the_terminals_own() -> None:
    assert all(Theme(LIGHT, COLOURS_16)[style].color is None for style in STYLES)


def test_a_style_that_nobody_has_checked_is_refused() -> None:
    with pytest.raises(KeyError, match="glitter"):
        Theme()["glitter"]


@pytest.mark.parametrize("name", THEMES)
def test_24_bit_colours_reach_the_terminal_as_they_are(name: str) -> None:
    for style in STYLES:
        look = Theme(name)[style]
        codes = [code for code in (look.color, look.bgcolor) if code is not None]
        told = ";".join(";".join(one.get_ansi_codes(foreground=one is look.color)) for one in codes)
        before = sgr.read(sgr.DEFAULT, told)
        assert sgr.reduced(before, "24bit") == before, style


def test_the_terminal_theme_has_no_colours_of_its_own() -> None:
    assert all(Theme(TERMINAL)[style].color is None for style in STYLES)


def test_painted_themes_paint_every_style() -> None:
    for name in (LIGHT, HIGH_CONTRAST):
        backgrounds = {Theme(name)[style].bgcolor for style in STYLES}
        assert len(backgrounds) == 1
        assert None not in backgrounds


@pytest.mark.parametrize("name", THEMES)
async def test_every_cell_of_the_screen_has_a_style_of_the_theme(start: Start, name: str) -> None:
    async with start(theme=name) as reader:
        behind = {
            segment.style.bgcolor if segment.style else None
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
        }
        assert behind == {Theme(name)["text"].bgcolor}
