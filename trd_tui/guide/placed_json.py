"""JSON whose every key and value knows its place in the text, so that what is wrong with it can be pointed at."""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder

DEEPEST = 20
DECODER = JSONDecoder()
BLANK = re.compile(r"[ \t\n\r]*")
WORD = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
NAMES: dict[str, bool | None] = {"true": True, "false": False, "null": None}


class WrongJsonError(ValueError):
    """The text is no JSON; `at` is the place of the first letter that does not fit, counted from 0."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.at = at


class Placed:
    """A value and the place where it begins; `value` is a dict of keys, a list, a str, int, float, bool or None.

    In an object every key leads to its place and its value; `twice` are the places of keys that it has already.
    """

    __slots__ = ("at", "twice", "value")

    def __init__(self, value: object, at: int, twice: tuple[tuple[str, int], ...] = ()) -> None:
        self.value = value
        self.at = at
        self.twice = twice


def read(text: str) -> Placed:
    """The one value that a text holds; WrongJsonError where it holds none, or something else as well."""
    found, end = _value(text, _skip(text, 0), 0)
    end = _skip(text, end)
    if end < len(text):
        raise WrongJsonError("something stands after the end", end)
    return found


def _skip(text: str, at: int) -> int:
    match = BLANK.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int, depth: int) -> tuple[Placed, int]:
    if depth > DEEPEST:
        raise WrongJsonError("lists and objects stand too deep in one another", at)
    letter = text[at : at + 1]
    if letter == "{":
        return _object(text, at, depth)
    if letter == "[":
        return _list(text, at, depth)
    if letter == '"':
        found, end = _text(text, at)
        return Placed(found, at), end
    return _word(text, at)


def _text(text: str, at: int) -> tuple[str, int]:
    try:
        found, end = DECODER.raw_decode(text, at)
    except JSONDecodeError as error:
        raise WrongJsonError("a text is not closed, or holds what JSON does not allow", error.pos) from error
    return str(found), end


def _word(text: str, at: int) -> tuple[Placed, int]:
    match = WORD.match(text, at)
    if match is None or text[match.end() : match.end() + 1].isalnum():
        what = "a value is missing" if at >= len(text) else "here JSON needs a value"
        raise WrongJsonError(what, at)
    word = match.group()
    value: object = NAMES[word] if word in NAMES else float(word)
    return Placed(value, at), match.end()


def _list(text: str, at: int, depth: int) -> tuple[Placed, int]:
    found: list[Placed] = []
    end = _skip(text, at + 1)
    while text[end : end + 1] != "]" or found:
        one, end = _value(text, end, depth + 1)
        found.append(one)
        end = _skip(text, end)
        if text[end : end + 1] == "]":
            break
        end = _after(",", text, end, "a list needs , or ]")
    return Placed(found, at), end + 1


def _object(text: str, at: int, depth: int) -> tuple[Placed, int]:
    found: dict[str, tuple[int, Placed]] = {}
    twice: list[tuple[str, int]] = []
    end = _skip(text, at + 1)
    while text[end : end + 1] != "}" or found:
        if text[end : end + 1] != '"':
            raise WrongJsonError('an object needs a name in " here', end)
        place = end
        key, end = _text(text, end)
        one, end = _value(text, _after(":", text, _skip(text, end), "a name needs : after it"), depth + 1)
        if key in found:
            twice.append((key, place))
        found[key] = (place, one)
        end = _skip(text, end)
        if text[end : end + 1] == "}":
            break
        end = _after(",", text, end, "an object needs , or }")
    return Placed(found, at, tuple(twice)), end + 1


def _after(sign: str, text: str, at: int, what: str) -> int:
    """The place of what stands after a sign, which must be there."""
    if text[at : at + 1] != sign:
        raise WrongJsonError(what, at)
    return _skip(text, at + 1)
