"""Conditions on answers: answer is, is any of, and, or, not. Data, so that they can be read, checked and exported."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Answers = Mapping[str, tuple[str, ...]]
    """The chosen choices by question; a skipped question has an empty tuple."""


class Chosen:
    """Holds where one of these choices is among the answers to a question; not where it is not answered."""

    __slots__ = ("choices", "question")

    def __init__(self, question: str, choices: tuple[str, ...]) -> None:
        self.question = question
        self.choices = choices


class Not:
    """Holds where the other condition does not."""

    __slots__ = ("condition",)

    def __init__(self, condition: Condition) -> None:
        self.condition = condition


class And:
    """Holds where all of some conditions hold."""

    __slots__ = ("conditions",)

    def __init__(self, conditions: tuple[Condition, ...]) -> None:
        self.conditions = conditions


class Or:
    """Holds where any of some conditions holds."""

    __slots__ = ("conditions",)

    def __init__(self, conditions: tuple[Condition, ...]) -> None:
        self.conditions = conditions


Condition = Chosen | Not | And | Or
NEVER = Or(())


def holds(condition: Condition | None, answers: Answers) -> bool:
    """Whether a condition holds for some answers; no condition always does."""
    if condition is None:
        return True
    if isinstance(condition, Chosen):
        return any(choice in condition.choices for choice in answers.get(condition.question, ()))
    if isinstance(condition, Not):
        return not holds(condition.condition, answers)
    every = all if isinstance(condition, And) else any
    return every(holds(one, answers) for one in condition.conditions)


def parts_of(condition: Condition | None) -> tuple[Chosen, ...]:
    """Every "answer is" that stands in a condition, in order, those under "not" included."""
    if condition is None:
        return ()
    if isinstance(condition, Chosen):
        return (condition,)
    inner = (condition.condition,) if isinstance(condition, Not) else condition.conditions
    return tuple(one for each in inner for one in parts_of(each))


def named_in(condition: Condition | None) -> tuple[str, ...]:
    """The questions that a condition looks at, each once, in order."""
    return tuple(dict.fromkeys(one.question for one in parts_of(condition)))


def sets_in(conditions: Iterable[Condition]) -> dict[str, list[frozenset[str]]]:
    """By question, every set of choices that some conditions look for, each once, in order."""
    found: dict[str, dict[frozenset[str], None]] = {}
    for condition in conditions:
        for part in parts_of(condition):
            found.setdefault(part.question, {})[frozenset(part.choices)] = None
    return {question: list(sets) for question, sets in found.items()}
