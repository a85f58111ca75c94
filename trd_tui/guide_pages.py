"""The guide as pages and lines of text; both front ends show these, so the words and their order are the same."""

from __future__ import annotations

from trd_tui import pages
from trd_tui.guide.asking import asked as asked_for
from trd_tui.guide.asking import because, counted, ruled_out_by
from trd_tui.guide.definition import FIND_OUT, RAISE, SOON, URGENT
from trd_tui.guide.findings import lines
from trd_tui.guide.sheet import CHOSEN, MATTERS, Group, groups, left, to_bring
from trd_tui.model import FACTS, HELP, LIST, TEXT, Block, Item
from trd_tui.pages import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trd_tui.citations import Citations
    from trd_tui.guide.definition import Line, Note, Part, Question
    from trd_tui.guide.walk import Walk
    from trd_tui.library.store import Library
    from trd_tui.reading import Reading
    from trd_tui.words import Words

    Phrases = Mapping[str, str]

STATE_WORDS = {SOON: "guide.soon", RAISE: "guide.raise", FIND_OUT: "guide.find_out"}
FIRST_SHOWN = 5
MORE = "more"


class Passage:
    """Some blocks of the results; `id` is that of a finding, or "more", and `section` where a finding leads to."""

    __slots__ = ("blocks", "id", "section")

    def __init__(self, id: str, blocks: list[Block], section: str = "") -> None:
        self.id = id
        self.blocks = blocks
        self.section = section


def phrases(reading: Reading, help: str, exit: str) -> Phrases:
    """What stands for the braces in notes: how to get help and how to leave quickly here, and the country's numbers."""
    crisis = reading.library.help
    code = (reading.country or crisis.default).upper()
    short = next(lines.short for lines in crisis.countries if lines.code == code)
    filled = {"help": help, "exit": exit, "crisis": short.crisis, "emergency": short.emergency, "home": short.home}
    return filled | {name.capitalize(): text[:1].upper() + text[1:] for name, text in filled.items()}


def said(some: Iterable[Line], walk: Walk, filled: Phrases) -> tuple[str, ...]:
    """The texts of those lines that hold now."""
    return tuple(line.text.format_map(filled) for line in lines(some, counted(walk.guide, walk.answers)))


def welcome(walk: Walk, filled: Phrases) -> Page:
    """The first screen, without its choices."""
    start = walk.guide.welcome
    also = tuple(Item(text) for text in said(start.also, walk, filled))
    return Page("welcome", walk.guide.title, (Block(TEXT, (Item(start.ask),)), Block(TEXT, also)))


def asked(walk: Walk, filled: Phrases) -> tuple[str, ...]:
    """The text of the question, a paragraph each; then what stands with it."""
    question = walk.current
    return (*said(question.ask, walk, filled), *said(question.also, walk, filled))


def place(walk: Walk, words: Words) -> str:
    """Where a question stands: "Question 4, part B, 6 parts left", or its title where it is in no part."""
    progress = walk.progress
    if progress.part is None:
        return walk.current.title
    return words("guide.place", number=progress.number, part=progress.part.id, left=parts_left(walk, words))


def parts_left(walk: Walk, words: Words) -> str:
    """How many parts come after this one: "6 parts left", "1 part left" or "last part"."""
    count = walk.progress.parts_left
    return words("guide.left", count=count) if count > 1 else words("guide.left_one" if count else "guide.left_none")


def part(walk: Walk, one: Part, words: Words) -> str:
    """A part in the list of parts, and whether all of it that is asked was answered."""
    questions = [question.id for question in asked_for(walk.guide, walk.answers) if question.part == one.id]
    done = bool(questions) and all(id in walk.answers for id in questions)
    return words("guide.part_done" if done else "guide.part", id=one.id, title=one.title)


def why(walk: Walk, words: Words) -> Page:
    """Why a question is asked, and which were not asked and why."""
    question = walk.current
    blocks = [Block(TEXT, (Item(question.why, question.evidence),))]
    resting = because(walk.guide, question, walk.answers)
    if resting:
        items = tuple(Item(_answered(walk, one, words)) for one in resting)
        blocks.append(Block(LIST, items, words("guide.because")))
    if skipped := _left_out(walk, words):
        blocks.append(Block(LIST, skipped, words("guide.left_out")))
    return Page("why", words("guide.why"), tuple(blocks))


def answer_text(walk: Walk, question: Question, words: Words) -> str:
    """An answer as the list of answers shows it; not one to a question that has private answers."""
    chosen = walk.answers.get(question.id)
    if chosen is None:
        return words("guide.open")
    if not chosen:
        return words("guide.skipped")
    if question.hidden:
        return words("guide.not_shown")
    return "; ".join(question.choice(id).text for id in chosen)


def note(one: Note, walk: Walk, filled: Phrases) -> Page:
    """An urgent note, each of its lines a paragraph."""
    items = tuple(Item(text) for text in said(one.lines, walk, filled))
    return Page("urgent" if one.shows == URGENT else "note", one.title, (Block(TEXT, items),))


def results(walk: Walk, words: Words, filled: Phrases, *, more: bool = False) -> Page:
    """What the answers give, on the screen: urgent lines, findings (five, or all if `more`), what to bring, the end."""
    shown = passages(walk, words, filled, more=more)
    return Page("results", words("guide.results"), tuple(block for one in shown for block in one.blocks))


def passages(walk: Walk, words: Words, filled: Phrases, *, more: bool = False) -> tuple[Passage, ...]:
    """The results in pieces, so that a finding, and what leads to the rest, can be told from the lines around them."""
    shown = shown_groups(walk)
    waiting = 0 if more else max(0, len(shown) - FIRST_SHOWN)
    first = [*_urgent(walk, words, filled), Block(TEXT, (Item(walk.guide.fixed.before),))]
    rest = [Passage(MORE, [Block(TEXT, (Item(words("guide.more", count=waiting)),))])] if waiting else []
    last = Passage("", closing(bring_group(walk, words), walk))
    return (Passage("", first), *in_states(shown[: len(shown) - waiting], walk, words), *rest, last)


def today() -> str:
    """The date here, as the sheet bears it: 2026-11-23."""
    from time import strftime

    return strftime("%Y-%m-%d")


def sheet(walk: Walk, library: Library, words: Words, filled: Phrases, today: str) -> tuple[Page, Citations]:
    """The sheet to take along, without what was struck out and without any urgent note; with its citations."""
    shown = left(shown_groups(walk), walk.struck)
    blocks = [Block(TEXT, (Item(words("guide.dated", date=today)), Item(walk.guide.fixed.before)))]
    brought = next(iter(left([bring_group(walk, words)], walk.struck)), None)
    blocks += [block for one in in_states(shown, walk, words) for block in one.blocks]
    blocks += closing(brought, walk)
    blocks.append(Block(TEXT, (Item(words("guide.sheet_help", crisis=filled["crisis"])),)))
    citations = pages.cited(library, blocks)
    if citations.listed:
        blocks.append(Block(FACTS, _short_sources(citations), words("guide.sources")))
    return Page("sheet", words("guide.sheet"), tuple(blocks)), citations


def _short_sources(citations: Citations) -> tuple[Item, ...]:
    """Name and year alone, so that the sheet stays short; the article has the rest."""
    return tuple(Item(source.short, name=f"[{number}]") for number, source in enumerate(citations.listed, 1))


def shown_groups(walk: Walk) -> tuple[Group, ...]:
    """The findings, or why there are none."""
    return groups(walk.guide, walk.outcome)


def bring_group(walk: Walk, words: Words) -> Group:
    """What to bring, as a group of its own."""
    return to_bring(walk.guide, walk.answers, words("guide.bring"))


def in_states(shown: Iterable[Group], walk: Walk, words: Words) -> list[Passage]:
    """Groups under the headings of their states, each state closed by the fixed line."""
    found: list[Passage] = []
    state = ""
    closed = Passage("", [Block(TEXT, (Item(walk.guide.fixed.group),))])
    for group in shown:
        if group.state != state:
            found += [closed] if state else []
            found.append(Passage("", [Block(TEXT, (), words(STATE_WORDS[group.state]))]))
            state = group.state
        found.append(Passage(group.id, group_blocks(group), group.section))
    return [*found, closed] if state else found


def group_blocks(group: Group) -> list[Block]:
    """One group as blocks: its title, its lines, and what was chosen as a list."""
    blocks: list[Block] = []
    cited = next((one for one in group.entries if one.kind == MATTERS), group.entries[0]).key
    for entry in group.entries:
        item = Item(entry.text, group.evidence if entry.key == cited else ())
        kind = LIST if entry.kind == CHOSEN else TEXT
        if blocks and blocks[-1].kind == kind:
            blocks[-1] = Block(kind, (*blocks[-1].items, item), blocks[-1].heading)
        else:
            blocks.append(Block(kind, (item,), "" if blocks else group.title))
    return blocks


def closing(bring: Group | None, walk: Walk) -> list[Block]:
    """What to bring, and the last line."""
    listed = [Block(LIST, tuple(Item(entry.text) for entry in bring.entries), bring.title)] if bring else []
    return [*listed, Block(TEXT, (Item(walk.guide.fixed.end),))]


def _urgent(walk: Walk, words: Words, filled: Phrases) -> list[Block]:
    """The urgent notes that hold, each under its title."""
    notes = walk.outcome.notes
    said_now = [Block(HELP, tuple(Item(text) for text in said(one.lines, walk, filled)), one.title) for one in notes]
    return [Block(TEXT, (), words("guide.urgent")), *said_now] if notes else []


def _answered(walk: Walk, question: Question, words: Words) -> str:
    return words("guide.answered", title=question.title, answer=answer_text(walk, question, words))


def _left_out(walk: Walk, words: Words) -> tuple[Item, ...]:
    """The questions before this one that were not asked, with the answers that they hung on."""
    before = [one for one in walk.left_out if _earlier(walk, one)]
    return tuple(Item(_not_asked(walk, one, words)) for one in before)


def _earlier(walk: Walk, question: Question) -> bool:
    every = walk.guide.questions
    return every.index(question) < every.index(walk.current)


def _not_asked(walk: Walk, question: Question, words: Words) -> str:
    resting = "; ".join(_answered(walk, one, words) for one in ruled_out_by(walk.guide, question, walk.answers))
    return words("guide.not_asked", title=question.title, answers=resting) if resting else question.title
