"""What came of hostile inputs: counts of one kind, failures with all that is needed to see them again, the table."""

from __future__ import annotations

from dataclasses import dataclass, fields

COLUMNS = ("inputs", "crashes", "exits", "files", "children", "sockets", "sequences", "echoed", "late", "slowest")


@dataclass
class Tally:
    """What came of the inputs of one kind.

    `sequences` were written to the terminal and are not known to be harmless, `echoed` is how often the kernel wrote
    what was typed; `late` is how often a key was not answered within a second, `slowest` the longest that took, in
    seconds. `arrived` counts batches that were seen to begin in their place.
    """

    inputs: int = 0
    batches: int = 0
    arrived: int = 0
    crashes: int = 0
    exits: int = 0
    files: int = 0
    children: int = 0
    sockets: int = 0
    sequences: int = 0
    echoed: int = 0
    late: int = 0
    slowest: float = 0.0

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        for field in fields(self):
            mine, its = getattr(self, field.name), getattr(other, field.name)
            setattr(self, field.name, max(mine, its) if field.name == "slowest" else mine + its)

    @property
    def faults(self) -> int:
        """Everything that must be 0."""
        seen = self.files + self.children + self.sockets + self.sequences + self.echoed
        return self.crashes + self.exits + seen + self.late


@dataclass
class Failure:
    """What went wrong, where, and what was typed before."""

    what: str
    kind: str
    place: str
    seed: int
    lines: list[str]

    def __str__(self) -> str:
        """A text for `--replay`."""
        lines = "\n".join(self.lines)
        return f"# {self.what}\n# seed {self.seed}, kind {self.kind}\nplace {self.place}\n{lines}"


def table(tallies: dict[str, Tally]) -> str:
    """One row a kind, and the sum of all."""
    total = Tally()
    rows = [["kind", *COLUMNS]]
    for kind, tally in tallies.items():
        total.add(tally)
        rows.append(_row(kind, tally))
    rows.append(_row("together", total))
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _row(kind: str, tally: Tally) -> list[str]:
    numbers = [getattr(tally, name) for name in COLUMNS]
    return [kind, *(f"{number:.2f} s" if isinstance(number, float) else str(number) for number in numbers)]
