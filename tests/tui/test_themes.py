from __future__ import annotations

import pytest
from rich.color import Color

from tests.tui.driving import Start
from trd_tui.terminal import COLOURS_16, COLOURS_256, COLOURS_FULL, NO_COLOUR
from trd_tui.tui.themes import DECORATION, EMPHASIS, HIGH_CONTRAST, LIGHT, TERMINAL, THEMES, Theme

STYLES = sorted({*EMPHASIS, *DECORATION, "text", "note", "studied", "legend", "blank", "place", "foot", "field"})
OWN = ("#000000", "#ffffff")
DEPTHS = (COLOURS_16, COLOURS_256, COLOURS_FULL)


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("name", THEMES)
def test_text_has_enough_contrast_on_its_own_or_on_any_background(name: str, depth: str) -> None:
    theme = Theme(name, depth)
    for style in STYLES:
        look = theme[style]
        wanted = 3.0 if style in DECORATION else 4.5 if name == LIGHT else 7.0
        if look.color is None:
            assert look.bgcolor is None, style
            continue
        behind = [look.bgcolor] if look.bgcolor else [Color.parse(own) for own in OWN]
        assert all(_contrast(look.color, one) >= wanted for one in behind), (style, look)


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
