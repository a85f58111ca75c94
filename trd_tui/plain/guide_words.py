"""What can be typed in the guide beside numbers: the commands of both front ends, and those of plain mode alone."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.commands import COMMANDS
from trd_tui.model import FACTS, Block, Item
from trd_tui.pages import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.words import Words

ON, MORE, PRINT, SAVE = "on", "more", "print", "save"
OWN = {ON: ("next", "n"), MORE: ("more", "m"), PRINT: ("print",), SAVE: ("save",)}
DONE = {
    ON: "plain.guide.do_on", MORE: "plain.guide.do_more", PRINT: "plain.guide.do_print", SAVE: "plain.guide.do_save"
}  # fmt: skip
ALSO = {"s": "guide_skip", "w": "guide_why", "c": "country"}
EVERYWHERE = [command for command in COMMANDS if command.id in pages.EVERYWHERE]
IN_GUIDE = [command for command in COMMANDS if command.guide]
WORDS = {
    **{name: one.id for one in (*EVERYWHERE, *IN_GUIDE) for name in (one.word, one.letter) if name},
    **{name: id for id, names in OWN.items() for name in names},
    **ALSO,
}
TAKES_WORDS = ("help_now", "country", "hints", SAVE)
FROM_ANY_LINE = ("help_now", "quick_exit")


def commands_page(words: Words) -> Page:
    """Every word of the guide and what it does."""
    page = pages.plain_commands(COMMANDS, words, guide=True)
    joined = f" {words('keys.or')} "
    own = tuple(Item(words(DONE[id]), name=joined.join(names)) for id, names in OWN.items())
    return Page(page.id, page.title, (*page.blocks, Block(FACTS, own)))
