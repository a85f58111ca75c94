"""What can be typed in the guide beside numbers: the commands of both front ends, and those of plain mode alone."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.model import FACTS, Block, Item
from trd_tui.pages import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.plain.vocabulary import Vocabulary
    from trd_tui.words import Words

ON, MORE, PRINT, SAVE = "on", "more", "print", "save"
OWN = {ON: ("next", "n"), MORE: ("more", "m"), PRINT: ("print",), SAVE: ("save",)}
DONE = {
    ON: "plain.guide.do_on", MORE: "plain.guide.do_more", PRINT: "plain.guide.do_print", SAVE: "plain.guide.do_save"
}  # fmt: skip
ALSO = {"s": "guide_skip", "w": "guide_why", "c": "country"}
TAKES_WORDS = ("help_now", "country", "hints", SAVE)
FROM_ANY_LINE = ("help_now", "quick_exit")


def names(vocabulary: Vocabulary) -> dict[str, str]:
    """Every word and letter of the guide to what it does there."""
    commands = vocabulary.commands
    everywhere = [command for command in commands if command.id in pages.EVERYWHERE]
    asked = [command for command in commands if command.guide]
    own = {name: id for id, some in OWN.items() for name in some}
    return vocabulary.names((*everywhere, *asked)) | own | ALSO


def commands_page(vocabulary: Vocabulary, words: Words) -> Page:
    """Every word of the guide and what it does; in a kiosk nothing is saved."""
    page = pages.plain_commands(vocabulary.commands, words, guide=True)
    joined = f" {words('keys.or')} "
    listed = [id for id in OWN if not (vocabulary.is_kiosk and id == SAVE)]
    own = tuple(Item(words(DONE[id]), name=joined.join(OWN[id])) for id in listed)
    return Page(page.id, page.title, (*page.blocks, Block(FACTS, own)))
