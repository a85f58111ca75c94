"""The screen as a person sees it. To accept another look: TRD_TUI_SNAPSHOTS=write make test; then read what changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.driving import Start

SNAPSHOTS = Path(__file__).parent / "snapshots"
SCENES: dict[str, tuple[tuple[int, int], dict[str, object], tuple[str, ...]]] = {
    "wide": ((80, 24), {"section": "ect"}, ()),
    "wide_text": ((120, 30), {"section": "long"}, ("enter", "pagedown")),
    "wide_smallest": ((60, 14), {"section": "ect"}, ("enter",)),
    "wide_ascii": ((80, 24), {"section": "ect", "ascii": True}, ("enter", "enter")),
    "search": ((80, 24), {}, ("slash", *"sleep", "down")),
    "search_danger_narrow": ((40, 12), {}, ("slash", *"suicide")),
    "narrow_list": ((40, 12), {"section": "ect"}, ("escape",)),
    "narrow_text": ((20, 6), {"section": "ect"}, ("down",)),
    "linear": ((80, 24), {"section": "ect", "linear": True}, ()),
    "help_now": ((80, 24), {}, ("f2",)),
}


@pytest.mark.parametrize("scene", SCENES)
async def test_screen(start: Start, scene: str) -> None:
    size, how, keys = SCENES[scene]
    async with start(size=size, **how) as reader:
        await reader.press(*keys)
        shown = reader.text
    file = SNAPSHOTS / f"{scene}.txt"
    if os.environ.get("TRD_TUI_SNAPSHOTS") == "write":
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")
