"""Everything that stands in a guide, as the checks look at it: lines, texts, conditions and what they name."""

from __future__ import annotations

from collections.abc import Iterator

from trd_tui.guide.condition import Condition
from trd_tui.guide.definition import Finding, Guide, Line, Note, Part, Question


def findings(guide: Guide) -> tuple[Finding, ...]:
    """Every finding, the one for what was not sure included."""
    return *guide.findings, guide.unsure


def said(finding: Finding) -> tuple[Line, ...]:
    """Every line of a finding."""
    return *finding.said, *finding.matters, *finding.ask


def shown_with(question: Question) -> tuple[str, ...]:
    """Every text that is read with a question: what is asked, why, the choices, and what stands beside them."""
    lines = (line.text for line in (*question.ask, *question.also))
    return *lines, question.why, *(choice.text for choice in question.choices)


def taken_along(guide: Guide) -> Iterator[str]:
    """Every text that may stand on the sheet."""
    for finding in findings(guide):
        yield from (finding.title, *(line.text for line in said(finding)))
    nothing, fixed = guide.nothing, guide.fixed
    yield nothing.title
    yield from (line.text for line in (*nothing.stood_out, *nothing.skipped, *guide.bring))
    yield from (fixed.before, fixed.group, fixed.end)
    for question in guide.questions:
        yield from (question.topic, *(choice.named for choice in question.choices))


def sentences(guide: Guide) -> Iterator[str]:
    """Every text that is read as sentences."""
    welcome, nothing, fixed = guide.welcome, guide.nothing, guide.fixed
    yield from (welcome.ask, welcome.why, *(line.text for line in welcome.also))
    for question in guide.questions:
        yield from shown_with(question)
    yield from (fixed.before, fixed.group, fixed.end)
    listed = [line for finding in findings(guide) for line in said(finding)]
    listed += (line for note in guide.notes for line in note.lines)
    yield from (line.text for line in (*listed, *nothing.stood_out, *nothing.skipped, *guide.bring))


def names(guide: Guide) -> Iterator[str]:
    """Titles, and the short texts that are put into others."""
    yield from (guide.title, *guide.welcome.choices.values(), guide.nothing.title)
    titled: tuple[Part | Question | Finding | Note, ...]
    titled = (*guide.parts, *guide.questions, *findings(guide), *guide.notes)
    yield from (one.title for one in titled)
    for question in guide.questions:
        yield from (question.topic, *(choice.named for choice in question.choices))


def evidence(guide: Guide) -> Iterator[str]:
    """Every id of evidence that the guide names."""
    lines = [line for question in guide.questions for line in (*question.ask, *question.also)]
    lines += (line for finding in findings(guide) for line in said(finding))
    lines += (line for note in guide.notes for line in note.lines)
    more = (*guide.welcome.also, *guide.nothing.stood_out, *guide.nothing.skipped, *guide.bring)
    resting: tuple[Question | Finding | Note | Line, ...]
    resting = (*guide.questions, *findings(guide), *guide.notes, *lines, *more)
    yield from (id for one in resting for id in one.evidence)


def sections(guide: Guide) -> Iterator[str]:
    """Every id of a section that the guide names."""
    for part in guide.parts:
        yield from part.sections
    yield from (finding.section for finding in findings(guide) if finding.section)


def conditions(guide: Guide) -> Iterator[Condition | None]:
    """Every condition of the guide apart from those of notes."""
    for question in guide.questions:
        yield from (question.when, question.unless, *(line.when for line in (*question.ask, *question.also)))
    for finding in guide.findings:
        yield from (condition for _, condition in finding.states())
        yield from (line.when for line in said(finding))
    yield from (line.when for line in guide.bring)


def conditions_of_notes(guide: Guide) -> Iterator[Condition | None]:
    """Every condition of the notes."""
    for note in guide.notes:
        yield from (note.when, *(line.when for line in note.lines))
