"""One person's way through the guide: where they are, what they answered. Both front ends move it, neither owns it."""

from __future__ import annotations

from trd_tui.guide.asking import asked, counted, problem
from trd_tui.guide.definition import HELP, STOP
from trd_tui.guide.findings import called_for, outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from trd_tui.guide.definition import Guide, Note, Part, Question
    from trd_tui.guide.findings import Outcome

WELCOME, PARTS, QUESTION, REVIEW, RESULTS, STOPPED, LEFT = (
    "welcome", "parts", "question", "review", "results", "stopped", "left"
)  # fmt: skip
START, AGAIN, ONE_PART, NOT_NOW, GO_ON, THIS_PART = "start", "again", "one_part", "not_now", "go_on", "this_part"
FIRST, LAST, OFF = "first", "last", "off"


class Progress:
    """How far a person is: the question's number and part in this run, and how many parts come after it.

    Outside of the run's parts the number is 0 and the part None: at the offer of help, at the safety question, and at
    one that is changed from the list of answers during a run of another part.
    """

    __slots__ = ("number", "part", "parts", "parts_left")

    def __init__(self, number: int, part: Part | None, parts: int, parts_left: int) -> None:
        self.number = number
        self.part = part
        self.parts = parts
        self.parts_left = parts_left


class Walk:
    """Answers and place of one person; `safety` is where the safety question stands: "first", "last" or "off".

    `stage` says what is shown: welcome, parts, question, review, results, stopped (after an answer that ends the
    questions) or left. `notes` are to be shown before it. `draft` is what is chosen in the question, but not given yet;
    it waits until its question comes back. An answer that is not shown again is no draft then, given or not.
    """

    __slots__ = (
        "_changing", "_drafts", "_only", "_return", "answers", "current", "draft", "guide", "notes", "offered",
        "safety", "stage", "struck",
    )  # fmt: skip

    def __init__(self, guide: Guide, safety: str = LAST) -> None:
        self.guide = guide
        self.safety = safety
        self.offered = ""
        self.forget()

    def forget(self) -> None:
        """Begin again as if nobody had been here."""
        self.answers: dict[str, tuple[str, ...]] = {}
        self.stage = WELCOME
        self.current = self.guide.offer
        self.draft: tuple[str, ...] = ()
        self._drafts: dict[str, tuple[str, ...]] = {}
        self.notes: tuple[Note, ...] = ()
        self.struck: frozenset[str] = frozenset()
        self._only: frozenset[str] | None = None
        self._return: tuple[str, Question, tuple[str, ...]] = self.stage, self.current, self.draft
        self._changing = False

    @property
    def started(self) -> bool:
        """Whether there is anything to go on with."""
        return bool(self.answers or self._drafts) or self._has_draft

    @property
    def order(self) -> tuple[Question, ...]:
        """The questions of this run that are asked as things stand, in order, answered or not."""
        found = [one for one in asked(self.guide, self.answers) if self._only is None or one.id in self._only]
        safety = self.guide.safety
        if self.safety == LAST:
            return tuple(found)
        rest = [one for one in found if one is not safety]
        return tuple([*rest[:1], safety, *rest[1:]] if self.safety == FIRST else rest)

    @property
    def left_out(self) -> tuple[Question, ...]:
        """The questions of this run that are not asked, because of other answers."""
        shown = {question.id for question in asked(self.guide, self.answers)}
        return tuple(
            one for one in self.guide.questions if one.id not in shown and (self._only is None or one.id in self._only)
        )

    @property
    def outcome(self) -> Outcome:
        """What the answers so far give."""
        return outcome(self.guide, self.answers)

    def open(self, section: str = "") -> None:
        """Come to the guide, perhaps from a section of the article, whose part is then offered; answers are kept."""
        self.offered = next((part.id for part in self.guide.parts if section and section in part.sections), "")
        if self.stage == LEFT:
            self.stage = WELCOME

    def choices(self) -> tuple[tuple[str, str], ...]:
        """What can be chosen on the welcome screen: names and texts, in order."""
        texts = self.guide.welcome.choices
        named = [(GO_ON, texts[GO_ON])] if self.started else []
        if self.offered:
            named.append((THIS_PART, texts[THIS_PART].format(title=self.guide.part(self.offered).title)))
        start = texts[AGAIN if self.started else START]
        return (*named, (START, start), (ONE_PART, texts[ONE_PART]), (NOT_NOW, texts[NOT_NOW]))

    def choose(self, name: str) -> None:
        """Take a choice of the welcome screen."""
        if name == START:
            self.forget()
            self._go_on()
        elif name == THIS_PART:
            self.choose_part(self.offered)
        elif name == GO_ON and self._stopped:
            self._to(STOPPED)
        elif name == GO_ON:
            self._go_on()
        elif name == ONE_PART:
            self.parts()
        else:
            self.leave()

    def choose_part(self, id: str) -> None:
        """Ask one part alone, after what must be known for it and is not answered yet; KeyError for no such part.

        Answers to other parts are kept. A part with no question left to ask is shown in the list of answers.
        """
        part = self.guide.part(id)
        first = (one for one in part.first if one not in self.answers)
        edges = (self.guide.offer.id, self.guide.safety.id)
        self._only = frozenset((*edges, *first, *(one.id for one in self.guide.in_part(id))))
        if all(one.id in self.answers for one in self.order if one.part):
            self.review()
        else:
            self._go_on()

    def choose_all(self) -> None:
        """Ask every part, those that are answered already left out."""
        self._only = None
        self._go_on()

    def answer(self, chosen: Iterable[str]) -> tuple[Note, ...]:
        """Answer the question, and go on; the notes to show before. ValueError, with what is wrong, for no answer."""
        kept = tuple(chosen)
        question = self.current
        if wrong := problem(question, kept):
            raise ValueError(wrong)
        kept = tuple(choice.id for choice in question.choices if choice.id in kept)
        if question.choice(kept[0]).then == HELP:
            self.notes = tuple(note for note in self.guide.notes if note.shows == HELP)[:1]
            return self.notes
        return self._settle(kept)

    def skip(self) -> tuple[Note, ...]:
        """Pass the question without an answer; one that was there is taken back."""
        return self._settle(())

    def keep(self) -> tuple[Note, ...]:
        """Let stand what was answered or skipped here before, and go on; KeyError if it was neither."""
        return self._settle(self.answers[self.current.id])

    def back(self) -> None:
        """To what came before: the question before, or the screen that this was chosen from."""
        if self._changing:
            self._to(REVIEW)
        elif self.stage == QUESTION:
            self._back_from_question()
        elif self.stage in (REVIEW, PARTS):
            self._back_from_list()
        elif self.stage in (RESULTS, STOPPED):
            self._back_from_end()
        else:
            self._to(LEFT if self.stage == WELCOME else WELCOME)

    def review(self) -> None:
        """Show the list of answers."""
        self._list(REVIEW)

    def parts(self) -> None:
        """Show the list of parts."""
        self._list(PARTS)

    def change(self, id: str) -> None:
        """Ask one question again, and come back to the list of answers after it; KeyError if it is not asked."""
        question = next((one for one in self.reviewed if one.id == id), None)
        if question is None:
            raise KeyError(id)
        if question is self._return[1]:
            self._return = self._return[0], question, ()
        self._ask(question)
        self._changing = True

    @property
    def reviewed(self) -> tuple[Question, ...]:
        """The questions in the list of answers: all that are answered and count, and those still to come."""
        live, order = counted(self.guide, self.answers), {one.id for one in self.order}
        return tuple(
            one for one in self.guide.questions if one is not self.guide.offer and (one.id in live or one.id in order)
        )

    def go_on(self) -> None:
        """From the list of answers or a note to the next question, or to the results."""
        self._go_on()

    def stop(self) -> None:
        """End the questions here, with the results of what was answered."""
        self._to(RESULTS)

    def leave(self) -> None:
        """Leave the guide; answers and place are kept."""
        self._to(LEFT)

    def seen(self) -> None:
        """The notes were shown."""
        self.notes = ()

    @property
    def progress(self) -> Progress:
        """How far the person is in this run."""
        order, current = self.order, self.current
        run = [question for question in order if question.part]
        number = run.index(current) + 1 if current in run else 0
        part = self.guide.part(current.part) if number else None
        place = order.index(current) if current in order else len(order)
        later = {question.part for question in order[place:] if question.part} - {current.part}
        return Progress(number, part, len({question.part for question in run}), len(later))

    def _settle(self, chosen: tuple[str, ...]) -> tuple[Note, ...]:
        before, id = dict(self.answers), self.current.id
        self.answers[id] = chosen
        self.draft = () if self.current.hidden else chosen
        notes = called_for(self.guide, before, self.answers, id)
        if any(self.current.choice(one).then == STOP for one in chosen):
            self._to(STOPPED)
        elif self._changing:
            self._to(REVIEW)
        else:
            self._go_on()
        self.notes = notes
        return notes

    @property
    def _stopped(self) -> bool:
        """Whether an answer that ends the questions stands."""
        live = counted(self.guide, self.answers)
        return any(self.guide.question(id).choice(one).then == STOP for id, chosen in live.items() for one in chosen)

    @property
    def _open(self) -> Question | None:
        return next((one for one in self.order if one.id not in self.answers), None)

    def _go_on(self) -> None:
        following = self._open
        if following is None:
            self._to(RESULTS)
        else:
            self._ask(following)

    def _ask(self, question: Question) -> None:
        self._put_by()
        self._to(QUESTION)
        self.current = question
        given = () if question.hidden else self.answers.get(question.id, ())
        self.draft = self._drafts.get(question.id, given)

    @property
    def _has_draft(self) -> bool:
        """Whether something is chosen that is not given yet, and that may be seen when the question comes back."""
        question = self.current
        return bool(self.draft) and not question.hidden and self.draft != self.answers.get(question.id)

    def _put_by(self) -> None:
        """Let what is chosen, but not given, wait for its question."""
        self._drafts.pop(self.current.id, None)
        if self._has_draft:
            self._drafts[self.current.id] = self.draft

    def _before(self, question: Question) -> Question | None:
        order = self.order
        places = [place for place, one in enumerate(order) if one is question]
        return order[places[0] - 1] if places and places[0] else None

    def _back_from_question(self) -> None:
        before = self._before(self.current)
        if before is None:
            self._to(WELCOME)
        else:
            self._ask(before)

    def _list(self, stage: str) -> None:
        """Show a list; going back from it leads to what was shown before any list."""
        if self.stage not in (REVIEW, PARTS) and not self._changing:
            self._return = self.stage, self.current, self.draft
        self._to(stage)

    def _back_from_list(self) -> None:
        stage, question, draft = self._return
        if stage in (WELCOME, RESULTS):
            self._to(stage)
        elif question in self.order:
            self._ask(question)
            self.draft = draft or self.draft
        else:
            self._go_on()

    def _back_from_end(self) -> None:
        """To the last question, or to the one where the person stopped."""
        ended = self.stage == RESULTS and self._open is None
        self._ask(self.order[-1] if ended else self.current)

    def _to(self, stage: str) -> None:
        self.stage = stage
        self.notes = ()
        self._changing = False
