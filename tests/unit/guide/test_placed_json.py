from __future__ import annotations

import re

import pytest

from trd_tui.guide.placed_json import DEEPEST, WrongJsonError, read


@pytest.mark.parametrize(
    ("text", "what", "at"),
    [
        pytest.param("{} x", "something stands after the end", 3, id="after the end"),
        pytest.param("[" * 30, "lists and objects stand too deep in one another", DEEPEST + 1, id="deep"),
        pytest.param('"abc', "a text is not closed, or holds what JSON does not allow", 0, id="open text"),
        pytest.param("[1 2]", "a list needs , or ]", 3, id="list"),
        pytest.param("{1: 2}", 'an object needs a name in " here', 1, id="no name"),
        pytest.param('{"a" 1}', "a name needs : after it", 5, id="no colon"),
        pytest.param('{"a": 1 "b": 2}', "an object needs , or }", 8, id="object"),
        pytest.param("[truex]", "here JSON needs a value", 1, id="no word"),
        pytest.param("[truex,]", "here JSON needs a value", 1, id="no word before a comma"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, what: str, at: int) -> None:
    with pytest.raises(WrongJsonError, match=f"^{re.escape(what)}$") as error:
        read(text)
    assert error.value.at == at
