"""The paths as lines of text, a statement a line, so that two versions can be compared line by line."""

from __future__ import annotations

from trd_tui.guide.condition import Chosen, Not, Or
from trd_tui.guide.definition import FIND_OUT, HELP, RAISE, SOON, STOP
from trd_tui.guide.paths.routes import RESULTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from trd_tui.guide.condition import Condition
    from trd_tui.guide.definition import Choice, Line, Part, Question
    from trd_tui.guide.paths.brings import Brings
    from trd_tui.guide.paths.routes import Case, FindingPaths, Lead, NotePaths, PartRoutes, Paths, Shown
    from trd_tui.words import Words

STATE_WORDS = {SOON: "guide.soon", RAISE: "guide.raise", FIND_OUT: "guide.find_out"}
READ = ("order", "conditions", "brings", "skip", "not_asked", "setting", "examples", "results", "names")
INDENT = "  "


def lines(paths: Paths, words: Words) -> Iterator[str]:
    """The whole text; an indent is two blanks, a blank line stands between what belongs together."""
    return _Text(paths, words).all()


class _Text:
    """One text, while it is made."""

    def __init__(self, paths: Paths, words: Words) -> None:
        self._paths = paths
        self._guide = paths.guide
        self._words = words

    def all(self) -> Iterator[str]:
        guide = self._guide
        yield self._said("title", title=guide.title)
        yield self._said("version", version=guide.version)
        yield from self._section("how_to_read", *(INDENT + self._said(f"read_{one}") for one in READ))
        yield from self._section("welcome", *self._welcome())
        yield from self._question(guide.offer)
        for one in self._paths.parts:
            yield from self._part(one)
        yield from self._section("safety")
        yield from self._question(guide.safety)
        yield from self._runs()
        yield from self._section("findings")
        for found in self._paths.findings:
            yield from self._finding(found)
        yield from self._unsure()
        yield from self._nothing()
        yield from self._section("notes")
        for note in self._paths.notes:
            yield from self._note(note)
        yield from self._section("bring", *self._listed("line", guide.bring))
        yield from self._section(
            "fixed", *(INDENT + self._said(f"fixed_{name}", text=text) for name, text in self._fixed())
        )
        yield from self._section("cover", *self._cover())

    def _said(self, key: str, **values: object) -> str:
        return self._words(f"paths.{key}", **values)

    def _section(self, key: str, *inside: str, **values: object) -> Iterator[str]:
        title = self._said(key, **values)
        yield from ("", "", title, "=" * len(title), *inside)

    def _welcome(self) -> Iterator[str]:
        start = self._guide.welcome
        yield f"{start.id}: {start.ask}"
        yield INDENT + self._said("why", text=start.why)
        yield from self._listed("also", start.also)
        yield from (INDENT + self._said("offers", text=text) for text in start.choices.values())

    def _part(self, one: PartRoutes) -> Iterator[str]:
        part = one.part
        yield from self._section("part", id=part.id, title=part.title)
        yield from self._alone(one, part)
        for question in self._guide.in_part(part.id):
            yield from self._question(question)
        yield from ("", self._said("routes", id=part.id, count=len(one.routes)))
        for number, route in enumerate(one.routes, 1):
            name = f"{part.id}-{number}"
            yield f"{INDENT}{name}: {', '.join(route.questions) or self._said('no_question')}"
            yield INDENT * 2 + self._when("route_when", "route_always", route.when, name=name)
            yield from self._example(name, route.example, 2)

    def _alone(self, one: PartRoutes, part: Part) -> Iterator[str]:
        if part.first:
            yield INDENT + self._said("first", ids=", ".join(part.first))
        if one.shortest == one.longest:
            yield INDENT + self._said("alone_fixed", count=one.longest)
        else:
            yield INDENT + self._said("alone", shortest=one.shortest, longest=one.longest)
        if part.sections:
            yield INDENT + self._said("sections", ids=", ".join(part.sections))

    def _question(self, question: Question) -> Iterator[str]:
        id = question.id
        yield from ("", f"{id}: {question.title}")
        yield INDENT + self._when("asked_when", "asked_always", question.when, id=id)
        yield from self._listed("ask", question.ask)
        yield INDENT + self._said("why", text=question.why)
        yield from self._listed("also", question.also)
        yield from self._rests(question.evidence)
        yield INDENT + self._said("several" if question.several else "one", id=id)
        if question.private:
            yield INDENT + self._said("private_question", id=id)
        for choice in question.choices:
            yield from self._choice(question, choice)

    def _choice(self, question: Question, choice: Choice) -> Iterator[str]:
        name = f'{question.id} "{choice.text}"'
        leads = [lead for lead in self._paths.leads[question.id] if lead.choice == choice.id]
        yield from (INDENT + self._lead(name, lead) for lead in leads)
        if not leads:
            yield INDENT + self._said("never", name=name)
        if choice.named:
            yield INDENT * 2 + self._said("named", name=name, text=choice.named)
        if choice.alone and question.several:
            yield INDENT * 2 + self._said("clears", name=name)
        if choice.private and not question.private:
            yield INDENT * 2 + self._said("private_choice", name=name)
        brings = self._brings(self._paths.brings[question.id][choice.id])
        if brings:
            yield INDENT * 2 + self._said("brings", name=name, what="; ".join(brings))

    def _lead(self, name: str, lead: Lead) -> str:
        to = self._said(f"to_{lead.to}") if lead.to in (HELP, STOP, RESULTS) else lead.to
        if lead.when is None:
            return self._said("leads", name=name, id=lead.choice, to=to)
        return self._said("leads_when", name=name, id=lead.choice, to=to, when=self._condition(lead.when))

    def _brings(self, brings: Brings) -> list[str]:
        found = [self._said("brings_state", id=id, state=self._state(state)) for id, state in brings.findings]
        if brings.lines:
            found.append(self._said("brings_lines", ids=", ".join(brings.lines)))
        return found + [self._said("brings_note", id=id) for id in brings.notes]

    def _runs(self) -> Iterator[str]:
        runs, parts = self._paths.runs, self._paths.parts
        screens = [run.screens for run in runs]
        yield from self._section("runs")
        yield INDENT + self._said("runs_count", count=len(runs), shortest=min(screens), longest=max(screens))
        for number, run in enumerate(runs, 1):
            routes = " ".join(f"{one.part.id}-{route}" for one, route in zip(parts, run.routes, strict=True))
            yield INDENT + self._said("run", number=number, routes=routes, screens=run.screens)

    def _finding(self, found: FindingPaths) -> Iterator[str]:
        finding = found.finding
        yield from ("", f"{finding.id}: {finding.title}")
        states = dict(finding.states())
        for state, example in found.states.items():
            when = self._condition(states[state])
            yield INDENT + self._said("state_when", id=finding.id, state=self._state(state), when=when)
            yield from self._example(finding.id, example, 2)
        for kind, shown in (("said", found.said), ("matters", found.matters), ("asks", found.ask)):
            yield from self._shown(kind, finding.id, shown)
        if finding.section:
            yield INDENT + self._said("section", id=finding.section)
        yield from self._rests(finding.evidence)

    def _unsure(self) -> Iterator[str]:
        unsure = self._guide.unsure
        yield from ("", f"{unsure.id}: {unsure.title}", INDENT + self._said("topics", state=self._state(FIND_OUT)))
        for one in self._paths.topics:
            when = self._condition(one.when)
            yield INDENT * 2 + self._said("topic", topic=one.question.topic, when=when)
        for kind, some in (("said", unsure.said), ("matters", unsure.matters), ("asks", unsure.ask)):
            yield from self._listed(kind, some)

    def _nothing(self) -> Iterator[str]:
        nothing = self._guide.nothing
        yield from ("", f"{nothing.id}: {nothing.title}")
        for key, some in (("nothing", nothing.stood_out), ("skipped", nothing.skipped)):
            yield INDENT + self._said(key)
            yield from self._example(nothing.id, self._paths.nothing[key], 2)
            yield from (INDENT + one for one in self._listed("line", some))

    def _note(self, found: NotePaths) -> Iterator[str]:
        note = found.note
        yield from ("", f"{note.id}: {note.title}")
        yield INDENT + self._said("note_when", id=note.id, when=self._condition(note.when))
        yield from self._example(note.id, found.example, 2)
        yield INDENT + self._said(f"shows_{note.shows}")
        yield INDENT + self._said("in_results" if note.results else "not_in_results")
        yield from self._shown("line", note.id, found.lines)
        yield from self._rests(note.evidence)

    def _shown(self, kind: str, id: str, shown: tuple[Shown, ...]) -> Iterator[str]:
        for one in shown:
            yield from self._listed(kind, (one.line,))
            if one.line.when is not None:
                yield from self._example(id, one.example, 2)

    def _listed(self, kind: str, some: tuple[Line, ...]) -> Iterator[str]:
        for line in some:
            text = self._said(kind, text=line.text)
            yield INDENT + (
                text if line.when is None else self._said("text_when", text=text, when=self._condition(line.when))
            )

    def _rests(self, evidence: tuple[str, ...]) -> Iterator[str]:
        if evidence:
            yield INDENT + self._said("evidence", ids=", ".join(evidence))

    def _fixed(self) -> Iterator[tuple[str, str]]:
        fixed = self._guide.fixed
        yield from (("before", fixed.before), ("group", fixed.group), ("end", fixed.end))

    def _cover(self) -> Iterator[str]:
        yield INDENT + self._said("cover_how")
        for one in self._paths.cover:
            shown = one.total - len(one.missing)
            yield INDENT + self._said(f"cover_{one.what}", shown=shown, total=one.total)
            yield from (INDENT * 2 + self._said("missing", name=name) for name in one.missing)

    def _when(self, key: str, always: str, when: Condition | None, **values: object) -> str:
        if when is None:
            return self._said(always, **values)
        return self._said(key, when=self._condition(when), **values)

    def _example(self, name: str, example: Case | None, depth: int) -> Iterator[str]:
        if example is None:
            yield INDENT * depth + self._said("no_example", name=name)
            return
        given = [self._answer(id, chosen) for id, chosen in example.items() if chosen]
        yield INDENT * depth + self._said("example", answers="; ".join(given) or self._said("all_skipped"))

    def _answer(self, id: str, chosen: tuple[str, ...]) -> str:
        question = self._guide.question(id)
        return f"{id} " + ", ".join(f'"{question.choice(one).text}"' for one in chosen)

    def _state(self, state: str) -> str:
        return self._words(STATE_WORDS[state])

    def _condition(self, condition: Condition, *, inner: bool = False) -> str:
        """A condition in words; one inside another stands in brackets if it has parts of its own."""
        if isinstance(condition, Chosen):
            return self._chosen(condition, "")
        if isinstance(condition, Not):
            turned = condition.condition
            if isinstance(turned, Chosen):
                return self._chosen(turned, "_not")
            return self._said("not", when=self._condition(turned))
        key = "or" if isinstance(condition, Or) else "and"
        said = f" {self._said(key)} ".join(self._condition(one, inner=True) for one in condition.conditions)
        return f"({said})" if inner and len(condition.conditions) > 1 else said

    def _chosen(self, one: Chosen, negated: str) -> str:
        question = self._guide.question(one.question)
        verb = ("includes" if question.several else "is") + negated + ("_of" if len(one.choices) > 1 else "")
        answers = ", ".join(f'"{question.choice(id).text}"' for id in one.choices)
        return self._said(verb, id=question.id, title=question.title, answers=answers)
