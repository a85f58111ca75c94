"""Opening a screen only once, so that a key that is held does not open more and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trd_tui.tui.screens.face import Face
    from trd_tui.tui.screens.frame import Frame


def open_once(frame: Frame, face: Face) -> None:
    """Show a screen over what is shown; one of its kind that is open already is gone back to."""
    opened = next((one for one in frame.faces if type(one) is type(face)), None)
    if opened is None:
        frame.open(face)
    else:
        frame.close_all_over(opened)
