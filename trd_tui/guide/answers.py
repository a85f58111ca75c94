"""Answers from a file: JSON such as {"trd-tui-answers": 1, "guide": "2026-11", "answers": {"A1": "two", "D5": []}}.

An answer is the id of a choice, or a list of them; an empty list is a question left out. Whatever does not fit is
refused as a whole, with its place, so that nobody meets answers that are not theirs.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from trd_tui.errors import UsageError
from trd_tui.guide.placed_json import Placed, WrongJsonError, read
from trd_tui.safe import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from trd_tui.guide.definition import Choice, Guide, Question

FORMAT, GUIDE, ANSWERS = "trd-tui-answers", "guide", "answers"
NEEDED = (FORMAT, GUIDE, ANSWERS)
VERSION = 1
LARGEST = 1_000_000
DATED = re.compile(r"[0-9]{4}-[0-9]{2}")
EXAMPLE = '{"trd-tui-answers": 1, "guide": "2026-11", "answers": {"A1": "two", "B3": ["sleep", "flat"], "D5": []}}'


class AnswersError(UsageError):
    """An answers file that cannot be used: FILE:LINE:COLUMN and what is wrong; `hint` says what is allowed."""


class Given:
    """What an answers file gives: answers by question, in order; `earlier` is its version of the guide, if older."""

    __slots__ = ("answers", "earlier")

    def __init__(self, answers: dict[str, tuple[str, ...]], earlier: str) -> None:
        self.answers = answers
        self.earlier = earlier


def parse(raw: bytes, guide: Guide, name: str) -> Given:
    """The answers in the bytes of a file; AnswersError, which calls the file by `name`, for the first thing wrong."""
    return _File(raw, guide, name).given()


class _File:
    """One file, while it is read."""

    def __init__(self, raw: bytes, guide: Guide, name: str) -> None:
        self._guide = guide
        self._name = printable(name)
        self._text = ""
        self._text = self._decoded(raw)

    def given(self) -> Given:
        whole = self._whole()
        fields = self._fields(whole, "an answers file")
        if FORMAT in fields:
            self._check_format(fields[FORMAT][1])
        self._check_fields(whole, fields)
        earlier, answers = self._earlier(fields[GUIDE][1]), fields[ANSWERS][1]
        ids = [question.id for question in self._guide.questions if not question.private]
        found = {
            id: self._answer(self._guide.question(id), one) for id, (_, one) in self._answered(answers, ids).items()
        }
        return Given({id: found[id] for id in ids if id in found}, earlier)

    def _decoded(self, raw: bytes) -> str:
        if len(raw) > LARGEST:
            raise self._wrong(0, f"the file is larger than {LARGEST} bytes", "Answers need far less.")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            self._text = raw[: error.start].decode("utf-8")
            raise self._wrong(len(self._text), "this is not UTF-8", "Save the file as UTF-8.") from error
        return text.removeprefix("\ufeff")

    def _whole(self) -> Placed:
        try:
            return read(self._text)
        except WrongJsonError as error:
            raise self._wrong(error.at, f"this is not JSON: {error}", f"It looks like this: {EXAMPLE}") from error

    def _fields(self, placed: Placed, what: str) -> dict[str, tuple[int, Placed]]:
        """The keys of an object, each with its place."""
        if not isinstance(placed.value, dict):
            told = f"{what} is an object, not {_kind(placed.value)}"
            raise self._wrong(placed.at, told, f"It looks like this: {EXAMPLE}")
        for key, at in placed.twice:
            raise self._wrong(at, f"{_shown(key)} stands here a second time", "Leave one of them.")
        return placed.value

    def _check_fields(self, whole: Placed, fields: dict[str, tuple[int, Placed]]) -> None:
        for key, (at, _) in fields.items():
            if key not in NEEDED:
                raise self._wrong(at, f"there is no field {_shown(key)}", f"There is: {', '.join(NEEDED)}.")
        for key in NEEDED:
            if key not in fields:
                raise self._wrong(whole.at, f'the field "{key}" is missing', f"It looks like this: {EXAMPLE}")

    def _check_format(self, placed: Placed) -> None:
        value = placed.value
        if isinstance(value, bool) or not isinstance(value, float) or value < 1 or not value.is_integer():
            raise self._wrong(
                placed.at, f'"{FORMAT}" is a whole number above 0, not {_kind(value)}', f"Write {VERSION}."
            )
        if value > VERSION:
            raise self._wrong(
                placed.at,
                f"the file was written for a later version of this program: {FORMAT} {value:g}",
                f"This one reads {FORMAT} {VERSION}.",
            )

    def _earlier(self, placed: Placed) -> str:
        """The version of the guide that the file was written for, if it is an earlier one."""
        version, value = self._guide.version, placed.value
        if not isinstance(value, str) or not DATED.fullmatch(value):
            raise self._wrong(placed.at, f'"{GUIDE}" is a version such as "{version}"', f'Write "{version}".')
        if value > version:
            what = f"the file was written for a later version of the questions: {value}"
            raise self._wrong(placed.at, what, f"These are the questions of {version}.")
        return value if value < version else ""

    def _answered(self, placed: Placed, ids: list[str]) -> dict[str, tuple[int, Placed]]:
        fields = self._fields(placed, f'"{ANSWERS}"')
        private = [question.id for question in self._guide.questions if question.private]
        for id, (at, _) in fields.items():
            if id in private:
                raise self._wrong(at, f"the answer to {id} is private and never kept in a file", "Take it out.")
            if id not in ids:
                raise self._wrong(at, f"there is no question {_shown(id)}", _nearest(id, ids))
        return fields

    def _answer(self, question: Question, placed: Placed) -> tuple[str, ...]:
        chosen = placed.value if isinstance(placed.value, list) else [placed]
        ids: list[str] = []
        for one in chosen:
            choice = self._choice(question, one)
            if choice.id in ids:
                raise self._wrong(one.at, f'"{choice.id}" stands here a second time', "Leave one of them.")
            ids.append(choice.id)
            self._check_company(question, ids, one.at)
        return tuple(choice.id for choice in question.choices if choice.id in ids)

    def _choice(self, question: Question, placed: Placed) -> Choice:
        open = [choice.id for choice in question.choices if not choice.private]
        if not isinstance(placed.value, str):
            what = f"an answer to {question.id} is a text or a list of texts, not {_kind(placed.value)}"
            raise self._wrong(placed.at, what, f"There is: {', '.join(open)}.")
        id: str = placed.value
        if id in open:
            return question.choice(id)
        if any(choice.id == id for choice in question.choices):
            what = f"this answer to {question.id} is private and never kept in a file"
            raise self._wrong(placed.at, what, "Take it out.")
        raise self._wrong(placed.at, f"{question.id} has no answer {_shown(id)}", _nearest(id, open))

    def _check_company(self, question: Question, ids: list[str], at: int) -> None:
        """Whether the last of some choices may stand with those before it."""
        if len(ids) < 2:
            return
        if not question.several:
            raise self._wrong(at, f"{question.id} takes one answer", "Leave one of them.")
        for id in ids:
            if question.choice(id).alone:
                raise self._wrong(at, f'"{id}" of {question.id} stands alone', f'Leave "{id}", or the others.')

    def _wrong(self, at: int, what: str, hint: str) -> AnswersError:
        line = self._text.count("\n", 0, at) + 1
        column = at - self._text.rfind("\n", 0, at)
        return AnswersError(f"{self._name}:{line}:{column}: {what}", hint)


def _kind(value: object) -> str:
    if value is None or isinstance(value, bool):
        return str(value).lower().replace("none", "null")
    kinds = {dict: "an object", list: "a list", str: "a text", float: "this number"}
    return kinds[type(value)]


def _shown(text: str) -> str:
    return f'"{printable(text, 40)}"'


def _nearest(id: str, known: Iterable[str]) -> str:
    listed = list(known)
    near = get_close_matches(id[:40], listed, n=3, cutoff=0.6) or get_close_matches(id[:40].upper(), listed, n=3)
    return f"There is: {', '.join(near or listed)}."
