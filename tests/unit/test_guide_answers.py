from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trd_tui.errors import UsageError
from trd_tui.guide.answers import EXAMPLE, LARGEST, AnswersError, Given, parse
from trd_tui.guide.definition import Guide
from trd_tui.guide.placed_json import Placed, WrongJsonError, read
from trd_tui.library.store import Library

HEAD = '{"trd-tui-answers": 1, "guide": "2026-11", "answers": '


@pytest.fixture
def guide(library: Library) -> Guide:
    return library.guide


def parsed(text: str, guide: Guide) -> Given:
    return parse(text.encode(), guide, "visit.json")


def refused(raw: bytes, guide: Guide) -> AnswersError:
    with pytest.raises(AnswersError) as error:
        parse(raw, guide, "visit.json")
    return error.value


def test_the_example(guide: Guide) -> None:
    found = parsed(EXAMPLE, guide)
    assert found.answers == {"A1": ("two",), "B3": ("sleep", "flat"), "D5": ()}
    assert found.earlier == ""


def test_answers_stand_in_the_order_of_the_guide(guide: Guide) -> None:
    found = parsed(HEAD + '{"B3": ["flat", "sleep"], "A1": ["not_sure"]}}', guide)
    assert list(found.answers.items()) == [("A1", ("not_sure",)), ("B3", ("sleep", "flat"))]


def test_no_answers_are_answers_too(guide: Guide) -> None:
    assert parsed(HEAD + "{}}", guide).answers == {}


def test_a_mark_of_the_encoding_is_passed_over(guide: Guide) -> None:
    assert parse(EXAMPLE.encode("utf-8-sig"), guide, "visit.json").answers["A1"] == ("two",)


def test_an_earlier_guide_is_told(guide: Guide) -> None:
    assert parsed(EXAMPLE.replace("2026-11", "2025-02"), guide).earlier == "2025-02"


@pytest.mark.parametrize(
    ("text", "place", "said", "hint"),
    [
        pytest.param("", "1:1", "this is not JSON: a value is missing", "It looks like", id="empty"),
        pytest.param("\n\n  A1: two", "3:3", "this is not JSON: here JSON needs a value", "", id="no JSON"),
        pytest.param("NaN", "1:1", "this is not JSON", "", id="NaN"),
        pytest.param("-Infinity", "1:1", "this is not JSON", "", id="infinity"),
        pytest.param("\0", "1:1", "this is not JSON", "", id="NUL"),
        pytest.param('"\0"', "1:2", "this is not JSON: a text is not closed, or holds", "", id="NUL in a text"),
        pytest.param('"', "1:1", "this is not JSON: a text is not closed", "", id="open text"),
        pytest.param("{", "1:2", 'an object needs a name in "', "", id="open object"),
        pytest.param('{"a" 1}', "1:6", "a name needs : after it", "", id="no colon"),
        pytest.param('{"a": 1 "b": 2}', "1:9", "an object needs , or }", "", id="no comma"),
        pytest.param('{"a": 1,}', "1:9", 'an object needs a name in "', "", id="comma at the end"),
        pytest.param("[1 2]", "1:4", "a list needs , or ]", "", id="no comma in a list"),
        pytest.param("[1,]", "1:4", "here JSON needs a value", "", id="comma at the end of a list"),
        pytest.param("{} x", "1:4", "something stands after the end", "", id="more"),
        pytest.param("01", "1:1", "here JSON needs a value", "", id="number with a zero"),
        pytest.param("trueish", "1:1", "here JSON needs a value", "", id="word"),
        pytest.param("[" * 10_000, "1:22", "stand too deep in one another", "", id="deep"),
        pytest.param('{"a":' * 10_000, "1:106", "stand too deep in one another", "", id="deep objects"),
        pytest.param("[]", "1:1", "an answers file is an object, not a list", "", id="list"),
        pytest.param("null", "1:1", "an answers file is an object, not null", "", id="null"),
        pytest.param("{}", "1:1", 'the field "trd-tui-answers" is missing', "It looks like", id="nothing in it"),
        pytest.param(
            '{"trd-tui-answers": 1, "guide": "2026-11"}', "1:1", 'the field "answers" is missing', "", id="no answers"
        ),
        pytest.param(
            '{"trd-tui-answers": 1,\n "x\\u001b": 1}',
            "2:2",
            'there is no field "x"',
            "There is: trd-tui-answers, guide, answers.",
            id="field",
        ),
        pytest.param(
            '{"trd-tui-answers": 2, "new": []}',
            "1:21",
            "written for a later version of this program: trd-tui-answers 2",
            "This one reads trd-tui-answers 1.",
            id="later format",
        ),
        pytest.param('{"trd-tui-answers": 1e300}', "1:21", "written for a later version", "", id="much later"),
        pytest.param('{"trd-tui-answers": 0}', "1:21", "is a whole number above 0", "", id="format 0"),
        pytest.param('{"trd-tui-answers": 1.5}', "1:21", "is a whole number above 0", "", id="format and a half"),
        pytest.param('{"trd-tui-answers": 1e999}', "1:21", "is a whole number above 0", "", id="endless format"),
        pytest.param('{"trd-tui-answers": true}', "1:21", "is a whole number above 0, not true", "", id="true format"),
        pytest.param('{"trd-tui-answers": "1"}', "1:21", "is a whole number above 0, not a text", "", id="text format"),
        pytest.param(
            EXAMPLE.replace("2026-11", "2999-01"),
            "1:33",
            "written for a later version of the questions: 2999-01",
            "These are the questions of 2026-11.",
            id="later guide",
        ),
        pytest.param(
            EXAMPLE.replace("2026-11", "newest"), "1:33", '"guide" is a version such as "2026-11"', "", id="no version"
        ),
        pytest.param(EXAMPLE.replace('"2026-11"', "2026"), "1:33", '"guide" is a version', "", id="number as version"),
        pytest.param(HEAD + "[]}", "1:55", '"answers" is an object, not a list', "", id="answers in a list"),
        pytest.param(HEAD + '{\n  "A11": "two"}}', "2:3", 'there is no question "A11"', "There is: A1.", id="question"),
        pytest.param(
            HEAD + '{\n  "a1": "two"}}', "2:3", 'there is no question "a1"', "There is: A1.", id="small letters"
        ),
        pytest.param(
            HEAD + '{"\\u0000\\u202e": "two"}}', "1:56", 'there is no question ""', "There is: A1, A2", id="hostile"
        ),
        pytest.param(HEAD + '{"A1": "twoo"}}', "1:62", 'A1 has no answer "twoo"', "There is: two.", id="choice"),
        pytest.param(
            HEAD + '{"A1": "zebra"}}',
            "1:62",
            'A1 has no answer "zebra"',
            "There is: none, prescribed, one,",
            id="any choice",
        ),
        pytest.param(
            HEAD + '{"A1": 2}}',
            "1:62",
            "an answer to A1 is a text or a list of texts, not this number",
            "There is: none,",
            id="number",
        ),
        pytest.param(HEAD + '{"A1": null}}', "1:62", "not null", "", id="nothing as answer"),
        pytest.param(HEAD + '{"A1": {"two": 1}}}', "1:62", "not an object", "", id="object as answer"),
        pytest.param(HEAD + '{"B3": ["sleep", ["flat"]]}}', "1:72", "not a list", "", id="list in a list"),
        pytest.param(HEAD + '{"A1": ["one", "two"]}}', "1:70", "A1 takes one answer", "", id="two answers"),
        pytest.param(HEAD + '{"B3": ["sleep",\n"sleep"]}}', "2:1", '"sleep" stands here a second time', "", id="twice"),
        pytest.param(HEAD + '{"B3": ["sleep", "none"]}}', "1:72", '"none" of B3 stands alone', "", id="alone"),
        pytest.param(
            HEAD + '{"B3": ["not_sure", "sleep"]}}', "1:75", '"not_sure" of B3 stands alone', "", id="alone first"
        ),
        pytest.param(
            HEAD + '{"A1": "one", "A1": "two"}}', "1:69", '"A1" stands here a second time', "", id="name twice"
        ),
        pytest.param(
            '{"guide": "2026-11", "guide": "2026-11"}',
            "1:22",
            '"guide" stands here a second time',
            "",
            id="field twice",
        ),
        pytest.param(
            HEAD + '{"S1": "help"}}', "1:56", "the answer to S1 is private and never kept in a file", "", id="S1"
        ),
        pytest.param(HEAD + '{"S2": "no"}}', "1:56", "the answer to S2 is private", "Take it out.", id="S2"),
        pytest.param(
            HEAD + '{"H1": ["loss", "unsafe"]}}',
            "1:71",
            "this answer to H1 is private",
            "Take it out.",
            id="private choice",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(guide: Guide, text: str, place: str, said: str, hint: str) -> None:
    error = refused(text.encode(), guide)
    assert error.message.startswith(f"visit.json:{place}: ")
    assert said in error.message
    assert error.hint.startswith(hint)
    assert (error.message + error.hint).isprintable()
    assert error.status == UsageError.status


@pytest.mark.parametrize(
    ("raw", "place", "said"),
    [
        pytest.param(b"{\n \xff}", "2:2", "this is not UTF-8", id="bytes"),
        pytest.param(b'"\xed\xa0\x80"', "1:2", "this is not UTF-8", id="surrogate"),
        pytest.param("{}".encode("utf-16"), "1:1", "this is not UTF-8", id="UTF-16"),
        pytest.param(b" " * (LARGEST + 1), "1:1", "the file is larger than 1000000 bytes", id="large"),
    ],
)
def test_bytes_that_are_no_text_are_refused(guide: Guide, raw: bytes, place: str, said: str) -> None:
    assert refused(raw, guide).message == f"visit.json:{place}: {said}"


def test_as_much_as_is_allowed_is_read(guide: Guide) -> None:
    assert parse(EXAMPLE.encode().ljust(LARGEST), guide, "visit.json").answers


def test_no_private_choice_is_offered_instead(guide: Guide) -> None:
    assert "unsafe" not in refused((HEAD + '{"H1": "unsaf"}}').encode(), guide).hint
    assert "unsafe" not in refused((HEAD + '{"H1": 1}}').encode(), guide).hint


def test_the_name_of_the_file_is_said_harmlessly(guide: Guide) -> None:
    with pytest.raises(AnswersError) as error:
        parse(b"", guide, "\x1b[2J\u202e.json")
    assert error.value.message.isprintable()


def plain(placed: Placed) -> object:
    if isinstance(placed.value, dict):
        return {key: plain(value) for key, (_, value) in placed.value.items()}
    return [plain(one) for one in placed.value] if isinstance(placed.value, list) else placed.value


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@given(JSON, st.sampled_from([None, 1, 2]), st.booleans())
def test_json_is_read_as_the_standard_library_reads_it(value: object, indent: int | None, ascii: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii)
    assert plain(read(text)) == json.loads(text)


@given(st.text(alphabet='{}[]:,"\\ \n01-.eEtrufalsn\0x', max_size=20))
def test_json_is_refused_as_the_standard_library_refuses_it(text: str) -> None:
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(WrongJsonError) as error:
            read(text)
        assert 0 <= error.value.at <= len(text)
    else:
        assert plain(read(text)) == expected


@given(st.data())
def test_what_a_guide_allows_is_taken(library: Library, data: st.DataObject) -> None:
    guide = library.guide
    allowed = {
        one.id: st.sampled_from([choice.id for choice in one.choices if not choice.private])
        for one in guide.questions
        if not one.private
    }
    answers = data.draw(st.fixed_dictionaries({}, optional=allowed))
    text = json.dumps({"trd-tui-answers": 1, "guide": guide.version, "answers": answers})
    assert parsed(text, guide).answers == {id: (choice,) for id, choice in answers.items()}
