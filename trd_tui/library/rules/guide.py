"""Rules for the guide as a whole: what every question has, what conditions may look at, what texts rest on."""

from __future__ import annotations

from collections.abc import Iterable

from trd_tui.guide.condition import Chosen, Condition, Not, named_in, parts_of
from trd_tui.guide.definition import NOT_SAID, NOT_SURE, STOP, Finding, Guide, Note, Part, Question
from trd_tui.library.authoring import guide_texts
from trd_tui.library.authoring.draft import Draft
from trd_tui.library.authoring.nodes import Problems
from trd_tui.library.rules import guide_routes, guide_text

LONGEST_TITLE = 24


def apply(draft: Draft) -> None:
    """Check the texts and what there is; then, where nothing is unknown and the order is right, every route."""
    guide, problems = draft.content.guide, draft.problems
    guide_text.apply(draft.content, problems)
    _check_titles(guide, problems)
    _check_evidence(guide, problems)
    if not draft.guided:
        return
    for question in guide.questions[1:]:
        _check_choices(question, problems)
        _check_taken_up(question, guide, problems)
    for question in guide.questions:
        _check_leads(question, problems)
    _check_private(guide, problems)
    before = len(problems.found)
    _check_order(guide, problems)
    _check_parts(guide, problems)
    if len(problems.found) == before:
        guide_routes.apply(guide, problems)


def _check_titles(guide: Guide, problems: Problems) -> None:
    titled: tuple[Part | Question, ...] = (*guide.parts, *guide.questions)
    for one in titled:
        if len(one.title) > LONGEST_TITLE:
            what = f'the title of "{one.id}" has {len(one.title)} letters, the top line has room for {LONGEST_TITLE}'
            problems.add_at(one.title, what, "make it shorter")


def _check_evidence(guide: Guide, problems: Problems) -> None:
    resting: tuple[Question | Finding | Note, ...] = (*guide.questions, *guide.findings, *guide.notes)
    for one in resting:
        if one.id and not one.evidence:
            problems.add_at(one.id, f'"{one.id}" has no evidence', "add evidence: [...]")
    for line in guide.bring:
        if line.text and not line.evidence:
            problems.add_at(line.text, "this text has no evidence", "add evidence: [...]")


def _check_choices(question: Question, problems: Problems) -> None:
    ids = [choice.id for choice in question.choices]
    for id in (NOT_SURE, NOT_SAID):
        if id not in ids:
            problems.add_at(question.id, f'"{question.id}" has no "{id}"', f'add "- {id}" to its choices')
    if NOT_SAID in ids[:-1]:
        problems.add_at(question.id, f'"{NOT_SAID}" of "{question.id}" does not stand last', "put it last")


def _check_leads(question: Question, problems: Problems) -> None:
    for choice in question.choices:
        if question.several and choice.then:
            what = f'"{choice.id}" leads to {choice.then}, but others may be chosen with it'
            problems.add_at(choice.then, what, 'take "then" or "several" out')
        if choice.then == STOP and question.part:
            what = f'"{choice.id}" ends the questions before the last one'
            problems.add_at(choice.then, what, 'take "then" out, or write help')
        if choice.private and choice.named and question.part:
            what = f'"{choice.id}" is private, so no finding may say it'
            problems.add_at(choice.named, what, 'take "named" out')


def _check_taken_up(question: Question, guide: Guide, problems: Problems) -> None:
    """What a person was not sure about comes back as worth finding out."""
    states = [condition for finding in guide.findings for _, condition in finding.states()]
    if question.part and not question.topic and not any(_looks_for(one, question.id) for one in states):
        what = f'nothing comes of "{NOT_SURE}" to "{question.id}"'
        problems.add_at(question.id, what, 'add "unsure: {topic: ...}", or a finding that names it')


def _looks_for(condition: Condition, question: str, *, wanted: bool = True) -> bool:
    """Whether a condition asks that a person was not sure about a question, and not that they were."""
    if isinstance(condition, Chosen):
        return wanted and condition.question == question and NOT_SURE in condition.choices
    if isinstance(condition, Not):
        return _looks_for(condition.condition, question, wanted=not wanted)
    return any(_looks_for(one, question, wanted=wanted) for one in condition.conditions)


def _check_private(guide: Guide, problems: Problems) -> None:
    for condition in guide_texts.conditions(guide):
        for part in parts_of(condition):
            _check_looked_at(part, guide.question(part.question), problems)
    for condition in (*guide_texts.conditions(guide), *guide_texts.conditions_of_notes(guide)):
        for part in parts_of(condition):
            if NOT_SAID in part.choices:
                what = f'a condition looks for "{NOT_SAID}", which is the same as a skip'
                problems.add_at(part.question, what, "take it out")


def _check_looked_at(part: Chosen, question: Question, problems: Problems) -> None:
    private = [id for id in part.choices if question.choice(id).private]
    if question.private or private:
        called = f'"{question.id}"' if question.private else f'"{private[0]}" of "{question.id}"'
        problems.add_at(part.question, f"{called} is private", "let only a note look at it")


def _check_order(guide: Guide, problems: Problems) -> None:
    """A condition looks back, never on; so no route comes back to a question, and every route ends."""
    known: list[str] = []
    for question in guide.questions:
        for condition in (question.when, *(line.when for line in question.ask)):
            _check_known(question, condition, known, problems)
        known.append(question.id)
        for line in question.also:
            _check_known(question, line.when, known, problems)


def _check_known(question: Question, condition: Condition | None, known: list[str], problems: Problems) -> None:
    for part in parts_of(condition):
        if part.question not in known:
            itself = "itself" if part.question == question.id else f'"{part.question}", which is asked later'
            problems.add_at(part.question, f'"{question.id}" looks at {itself}', "name a question that is asked before")


def _check_parts(guide: Guide, problems: Problems) -> None:
    """A run of one part asks first whatever its questions rest on."""
    ids = [question.id for question in guide.questions]
    for part in guide.parts:
        inside = [question.id for question in guide.in_part(part.id)]
        if not inside:
            problems.add_at(part.id, f'the part "{part.id}" has no question', "write one, or take it out")
            continue
        before = [id for id in ids[: ids.index(inside[0])] if not guide.question(id).private]
        for id in part.first:
            if id not in before:
                what = f'"{id}" is not asked before the part "{part.id}"'
                problems.add_at(id, what, 'take it out of "first"')
        for id in _rests_on(guide, [*inside, *part.first]):
            if id in before and id not in part.first:
                what = f'the part "{part.id}" rests on "{id}", which a run of this part alone does not ask'
                problems.add_at(part.id, what, 'add it to "first"')


def _rests_on(guide: Guide, questions: Iterable[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    for id in questions:
        question = guide.question(id)
        for condition in (question.when, *(line.when for line in (*question.ask, *question.also))):
            found.update(dict.fromkeys(named_in(condition)))
    return found
