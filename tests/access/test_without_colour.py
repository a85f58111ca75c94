"""What stands on the screen can be told without colours: states differ in characters, attributes or the cursor."""

from __future__ import annotations

from itertools import pairwise

from tests.access.rendering import DEPTHS, Audit, Glass
from tests.access.screens import WIDE, State
from trd_tui.glyphs import UNICODE
from trd_tui.terminal import NO_COLOUR

CHANGES = {
    "read": (
        ("start", "focus moved"),
        ("focus moved", "section opened"),
        ("section opened", "text"),
        ("text", "back in the list"),
        ("back in the list", "first section, told"),
    ),
    "search": (
        ("field", "hits"),
        ("hits", "next hit"),
        ("hit opened", "next match"),
        ("none", "spelling"),
        ("none", "danger"),
    ),
    "ask": (
        ("welcome", "welcome, next choice"),
        ("question, one", "question, needed"),
        ("question, one", "question, answered"),
        ("question, answered", "question, another focus"),
        ("question, several", "question, two answered"),
        ("note", "note, told the key"),
    ),
    "end": (
        ("results", "results, next finding"),
        ("sheet", "sheet, printed"),
        ("sheet, a line", "sheet, line off"),
        ("save", "save, name typed"),
        ("save, name typed", "save, refused"),
    ),
    "visit": (("first screen", "begun"), ("begun", "still there"), ("done", "still there")),
}
"""Pairs of states that a person must be able to tell apart."""
LONG = ("end 20x6", "sheet, a line")
"""A line so long that its end, where its state is in words, is below the screen."""
ATTRIBUTES = {
    "focus": (False, False, True),
    "match_current": (False, False, True),
    "match": (True, True, False),
    "term": (False, True, False),
    "current": (True, False, False),
    "text": (False, False, False),
    "choice": (False, False, False),
}
"""Bold, underlined and reverse of the styles that are states, and of those beside them."""


def _told_apart(one: tuple[State, Glass], other: tuple[State, Glass]) -> bool:
    return (one[1].without_colour, one[0].cursor) != (other[1].without_colour, other[0].cursor)


def test_what_differs_on_the_screen_differs_without_colours(audit: Audit, theme: str) -> None:
    for colours in DEPTHS:
        alike: dict[object, tuple[object, State]] = {}
        for state, glass in zip(audit.states, audit.drawn(theme, colours), strict=True):
            full = glass.text, glass.looks
            same, before = alike.setdefault((glass.without_colour, state.cursor), (full, state))
            assert same == full, f"{colours}: {before.tour}, {before.name} / {state.tour}, {state.name}"


def test_every_change_of_state_can_be_seen_without_colours(audit: Audit, theme: str) -> None:
    for colours in DEPTHS:
        tours: dict[str, dict[str, tuple[State, Glass]]] = {}
        for state, glass in zip(audit.states, audit.drawn(theme, colours), strict=True):
            tours.setdefault(state.tour, {})[state.name] = state, glass
        assert len(tours) == 4 * len(CHANGES)
        for tour, found in tours.items():
            for before, after in CHANGES[tour.split()[0]]:
                is_apart = (tour, before) == LONG or _told_apart(found[before], found[after])
                assert is_apart, (colours, tour, before, after)


def test_states_have_the_same_attributes_in_every_theme_and_at_every_depth(audit: Audit, theme: str) -> None:
    for colours in DEPTHS:
        kinds = audit.kinds(theme, colours)
        for style, expected in ATTRIBUTES.items():
            assert {kind.look[2:] for kind in kinds if kind.style == style} == {expected}, (colours, style)


def test_what_has_the_focus_is_reversed_and_has_the_mark_and_the_cursor(audit: Audit, theme: str) -> None:
    seen = 0
    for state, glass in zip(audit.states, audit.drawn(theme, NO_COLOUR), strict=True):
        focused = [y for y, row in enumerate(state.rows) if "focus" in {style for _, style in row}]
        if not focused or not any("mark" in {style for _, style in row} for row in state.rows):
            continue
        seen += 1
        assert glass.text[focused[0]].startswith(UNICODE.focus), (state.tour, state.name)
        assert any(look.reverse for look in glass.looks[focused[0]])
        if state.rows[0][0][1] == "place":
            assert state.cursor == (0, focused[0]) or "field" in state.styles, (state.tour, state.name)
    assert seen > 30


def test_the_tours_go_on_from_state_to_state(audit: Audit) -> None:
    wide = [state for state in audit.states if state.size == WIDE]
    same = [(one.tour, one.name, other.name) for one, other in pairwise(wide) if one[3:] == other[3:]]
    assert len(same) < len(wide) / 8, same
