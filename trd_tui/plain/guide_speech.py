"""Lines that plain mode says in the guide: a question, lists, notes, results; words and order from guide_pages."""

from __future__ import annotations

from trd_tui import guide_pages, pages
from trd_tui.guide.definition import HELP, URGENT
from trd_tui.plain.aside import numbered
from trd_tui.plain.hints import Hint
from trd_tui.plain.speech import page, spoken
from trd_tui.sentences import ended, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from trd_tui.guide.definition import Note, Question
    from trd_tui.guide.sheet import Group
    from trd_tui.guide.walk import Walk
    from trd_tui.reading import Reading
    from trd_tui.words import Words


def welcome(walk: Walk, words: Words, filled: Mapping[str, str]) -> Iterator[str]:
    """The first screen and its choices."""
    yield from page(guide_pages.welcome(walk, filled), words)
    yield from numbered(tuple(text for _, text in walk.choices()), words)


def question(walk: Walk, words: Words, filled: Mapping[str, str], *, placed: bool) -> Iterator[str]:
    """The question as a heading, its text, its numbered answers, and what was answered before.

    `placed` is whether the heading says the part too.
    """
    current = walk.current
    yield heading(walk, words, placed=placed)
    for text in guide_pages.asked(walk, filled):
        yield from sentences(text)
    if current.several:
        yield words("plain.guide.several")
        yield Hint(words, "plain.guide.several_how")
    yield from numbered(tuple(choice.text for choice in current.choices), words)
    yield from _given(walk, words)


def heading(walk: Walk, words: Words, *, placed: bool) -> str:
    """The number of a question, and if `placed` where it stands and the title of its part."""
    place, part = guide_pages.place(walk, words), walk.progress.part
    if part is None:
        return ended(place)
    if not placed:
        return words("plain.guide.number", number=walk.progress.number)
    return words("plain.guide.heading", place=place, title=ended(part.title))


def _given(walk: Walk, words: Words) -> Iterator[str]:
    """The answer that the question has, which is never a private one, and how to keep it."""
    current, given = walk.current, walk.answers.get(walk.current.id)
    if walk.draft and walk.draft != given:
        chosen = "; ".join(one.text for one in current.choices if one.id in walk.draft)
        yield words("plain.guide.chosen", answer=words("guide.not_shown") if current.hidden else chosen)
        yield Hint(words, "plain.guide.chosen_how")
    elif given:
        answer = guide_pages.answer_text(walk, current, words)
        yield words("plain.guide.given_hidden") if current.hidden else words("plain.guide.given", answer=answer)
        yield Hint(words, "plain.guide.given_how")
    elif given is not None:
        yield words("plain.guide.given_skipped")
        yield Hint(words, "plain.guide.skipped_how")


def parts(walk: Walk, words: Words) -> Iterator[str]:
    """The parts by number, and all of them last."""
    yield ended(words("guide.parts"))
    texts = tuple(guide_pages.part(walk, part, words) for part in walk.guide.parts)
    yield from numbered((*texts, words("guide.all_parts")), words)


def review(walk: Walk, words: Words) -> Iterator[str]:
    """The answers by number, and how many questions are still to come."""
    questions = answered(walk)
    title = words("guide.review")
    yield words("layout.counted", heading=title, count=len(questions)) if questions else ended(title)
    texts = (
        words("guide.answered", title=one.title, answer=guide_pages.answer_text(walk, one, words)) for one in questions
    )
    yield from numbered(tuple(texts), words)
    still = len(walk.reviewed) - len(questions)
    if still:
        yield words("plain.guide.still" if still > 1 else "plain.guide.still_one", count=still)
    if questions:
        yield Hint(words, "plain.guide.review_how")
    yield Hint(words, "plain.guide.on_how")


def answered(walk: Walk) -> tuple[Question, ...]:
    """The questions in the list of answers that have one, or were left out."""
    return tuple(one for one in walk.reviewed if one.id in walk.answers)


def notes(shown: Iterable[Note], reading: Reading, filled: Mapping[str, str]) -> Iterator[str]:
    """Notes as they are said straight after an answer: Help now, or the note's own lines."""
    words = reading.library.words
    for one in shown:
        if one.shows == HELP:
            yield from page(pages.help_now(reading.library, reading.country), words)
        else:
            said = list(page(guide_pages.note(one, reading.walk, filled), words))
            yield from dict.fromkeys(said)


def urgent(reading: Reading, filled: Mapping[str, str]) -> Iterator[str]:
    """The urgent page, each number on a line of its own, and what may be typed there."""
    walk, words = reading.walk, reading.library.words
    yield from notes([one for one in walk.guide.notes if one.shows == URGENT], reading, filled)
    yield words("plain.guide.urgent_how")
    yield words("plain.guide.urgent_notes", notes=words("guide.my_notes"))


def results(walk: Walk, words: Words, filled: Mapping[str, str], *, more: bool) -> Iterator[str]:
    """What the answers give; findings that have a section to read are numbered, the way to help is the last line."""
    number = 0
    yield ended(words("guide.results"))
    for one in guide_pages.passages(walk, words, filled, more=more):
        first, *rest = one.blocks
        number += bool(one.section)
        title = words("plain.guide.choice", number=number, text=first.heading) if one.section else ""
        yield from spoken(first, words, title)
        for block in rest:
            yield from spoken(block, words)
    if not more and hidden(walk):
        yield Hint(words, "plain.guide.more_how")
    if number:
        yield Hint(words, "plain.guide.results_how")
    yield Hint(words, "plain.guide.to_sheet_how")
    yield words("plain.guide.footer", help=filled["help"], crisis=filled["crisis"])


def hidden(walk: Walk) -> int:
    """How many findings are not shown at first."""
    return max(0, len(guide_pages.shown_groups(walk)) - guide_pages.FIRST_SHOWN)


def openable(walk: Walk, *, more: bool) -> tuple[Group, ...]:
    """The findings that are shown and have a section to read, in order."""
    shown = guide_pages.shown_groups(walk)
    return tuple(group for group in (shown if more else shown[: guide_pages.FIRST_SHOWN]) if group.section)
