"""A short question beside the way, such as which country or whether to forget all: numbered, nothing chosen before."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from trd_tui.words import Words


class Aside:
    """A question, its choices as texts, and what is done with the place of the chosen one, from 0."""

    __slots__ = ("asked", "choices", "done")

    def __init__(self, asked: str, choices: tuple[str, ...], done: Callable[[int], None]) -> None:
        self.asked = asked
        self.choices = choices
        self.done = done

    def lines(self, words: Words) -> tuple[str, ...]:
        """The question, then each choice with its number."""
        return (self.asked, *numbered(self.choices, words))

    def prompt(self, words: Words) -> str:
        """What may be typed."""
        return words("plain.guide.prompt_list", last=len(self.choices))


def numbered(texts: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """Texts with their numbers, from 1; where a text begins with a number too, the two are kept apart by a pause."""
    apart = any(text[:1].isdigit() for text in texts)
    key = "plain.guide.choice_apart" if apart else "plain.guide.choice"
    return tuple(words(key, number=number, text=text) for number, text in enumerate(texts, 1))
