"""The sheet to take along: what was found, group by group, without what never leaves; any line can be struck out."""

from __future__ import annotations

from trd_tui.guide.asking import counted
from trd_tui.guide.findings import SKIPPED, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from trd_tui.guide.condition import Answers
    from trd_tui.guide.definition import Finding, Guide
    from trd_tui.guide.findings import Outcome, Result, Said

SAID, MATTERS, ASK, CHOSEN = "said", "matters", "ask", "chosen"
BRING = "bring"


class Entry:
    """One line of the sheet; `kind` is "said", "matters", "ask" or "chosen".

    `key` names it for striking out: by its place in the definition, so that it stays the same when answers change.
    """

    __slots__ = ("key", "kind", "text")

    def __init__(self, key: str, kind: str, text: str) -> None:
        self.key = key
        self.kind = kind
        self.text = text


class Group:
    """What belongs together on the sheet: a finding in its state, or what to bring; `section` is where to read on."""

    __slots__ = ("entries", "evidence", "id", "section", "state", "title")

    def __init__(
        self,
        id: str,
        state: str,
        title: str,
        entries: tuple[Entry, ...],
        section: str = "",
        evidence: tuple[str, ...] = (),
    ) -> None:
        self.id = id
        self.state = state
        self.title = title
        self.entries = entries
        self.section = section
        self.evidence = evidence


def groups(guide: Guide, outcome: Outcome) -> tuple[Group, ...]:
    """The findings in order, or the lines that say why there are none; `state` is empty for those."""
    if outcome.results:
        return tuple(map(_group, outcome.results))
    nothing = guide.nothing
    said = nothing.skipped if outcome.quiet == SKIPPED else nothing.stood_out
    entries = tuple(Entry(f"{nothing.id}.{place}", SAID, line.text) for place, line in enumerate(said, 1))
    return (Group(nothing.id, "", nothing.title, entries),)


def to_bring(guide: Guide, answers: Answers, title: str) -> Group:
    """What to bring to the visit."""
    said = lines(guide.bring, counted(guide, answers))
    entries = tuple(Entry(f"{BRING}.{guide.bring.index(line) + 1}", SAID, line.text) for line in said)
    evidence = tuple(dict.fromkeys(id for line in said for id in line.evidence))
    return Group(BRING, "", title, entries, evidence=evidence)


def left(shown: Iterable[Group], struck: frozenset[str]) -> tuple[Group, ...]:
    """Groups without what was struck out; a group goes with its id, or with its last line."""
    kept = (
        Group(one.id, one.state, one.title, _entries_left(one, struck), one.section, one.evidence)
        for one in shown
        if one.id not in struck
    )
    return tuple(one for one in kept if one.entries)


def _entries_left(group: Group, struck: frozenset[str]) -> tuple[Entry, ...]:
    """Chosen items go with the line that they stand under."""
    return tuple(
        entry
        for entry in group.entries
        if entry.key not in struck and not (entry.kind == CHOSEN and entry.key.rpartition(".")[0] in struck)
    )


def _group(result: Result) -> Group:
    finding: Finding = result.finding
    places = (*finding.said, *finding.matters, *finding.ask)
    entries: list[Entry] = []
    for kind, said in ((SAID, result.said), (MATTERS, result.matters), (ASK, result.ask)):
        for one in said:
            entries += _entries(f"{finding.id}.{places.index(one.line) + 1}", kind, one)
    return Group(finding.id, result.state, finding.title, tuple(entries), finding.section, finding.evidence)


def _entries(key: str, kind: str, said: Said) -> list[Entry]:
    chosen = [Entry(f"{key}.{place}", CHOSEN, text) for place, text in said.items]
    return [Entry(key, kind, said.text), *chosen]
