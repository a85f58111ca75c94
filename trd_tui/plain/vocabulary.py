"""What can be typed: every command with its names, and which of them are different in a kiosk."""

from __future__ import annotations

from trd_tui.commands import COMMANDS, in_kiosk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from trd_tui.commands import Command

LEAVES = {"quit": "done", "q": "done"}
"""Who leaves a kiosk is done with it."""
NAMES_DONE = {
    "plain.prompt_contents": "plain.kiosk.prompt_contents",
    "plain.prompt_section": "plain.kiosk.prompt_section",
    "plain.prompt_results": "plain.kiosk.prompt_results",
    "plain.prompt_suggestion": "plain.kiosk.prompt_suggestion",
    "plain.guide.prompt_results": "plain.kiosk.guide.prompt_results",
    "plain.guide.prompt_no_results": "plain.kiosk.guide.prompt_no_results",
    "plain.guide.prompt_sheet": "plain.kiosk.guide.prompt_sheet",
}
"""Prompts that name the command for who is done, where there is one: those at which somebody may well be done."""


class Vocabulary:
    """The commands of one session, by the names that they have there."""

    __slots__ = ("commands", "is_kiosk")

    def __init__(self, *, is_kiosk: bool = False) -> None:
        self.is_kiosk = is_kiosk
        self.commands = in_kiosk(COMMANDS) if is_kiosk else COMMANDS

    def names(self, listed: Iterable[Command]) -> dict[str, str]:
        """Words and letters of some commands to their ids."""
        known = {name: command.id for command in listed for name in (command.word, command.letter) if name}
        return known | LEAVES if self.is_kiosk else known

    def prompt(self, key: str) -> str:
        """The key of a prompt in words.yaml, as it is here."""
        return NAMES_DONE.get(key, key) if self.is_kiosk else key
