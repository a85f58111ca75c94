"""Contrast of two colours: WCAG 2.2, definitions of "relative luminance" and "contrast ratio"."""

from __future__ import annotations

Colour = tuple[int, int, int]
"""Red, green and blue of sRGB, from 0 to 255."""


def colour(digits: str) -> Colour:
    """A colour from six hexadecimal digits."""
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def luminance(of: Colour) -> float:
    """How bright a colour is, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part / 255) for part in of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
