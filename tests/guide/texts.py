"""Every text of the guide that a person may see."""

from __future__ import annotations

from trd_tui.guide.definition import Finding, Guide, Line, Question


def guide_texts(guide: Guide) -> list[str]:
    """All texts: questions, choices, results, notes and the lines that always stand there."""
    welcome, nothing, fixed = guide.welcome, guide.nothing, guide.fixed
    texts = [guide.title, welcome.ask, welcome.why, *_lines(welcome.also), *welcome.choices.values()]
    texts += [part.title for part in guide.parts]
    texts += [text for question in guide.questions for text in question_texts(question)]
    texts += [text for finding in (*guide.findings, guide.unsure) for text in finding_texts(finding)]
    texts += [nothing.title, *_lines(nothing.stood_out), *_lines(nothing.skipped)]
    texts += [text for note in guide.notes for text in (note.title, *_lines(note.lines))]
    return [*texts, *_lines(guide.bring), fixed.before, fixed.group, fixed.end]


def question_texts(question: Question) -> list[str]:
    """All texts of a question."""
    named = [choice.named for choice in question.choices if choice.named]
    choices = [choice.text for choice in question.choices]
    return [
        question.title,
        *_lines(question.ask),
        question.why,
        *_lines(question.also),
        *choices,
        *named,
        question.topic,
    ]


def finding_texts(finding: Finding) -> list[str]:
    """All texts of a finding."""
    return [finding.title, *_lines(finding.said), *_lines(finding.matters), *_lines(finding.ask)]


def _lines(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]
