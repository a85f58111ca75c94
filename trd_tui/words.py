"""The words of the program itself, kept in content/LANG/words.yaml so that they can be reviewed and translated."""

from __future__ import annotations

from collections.abc import Mapping


class Words:
    """Texts by their dotted key; `words("where.section", number="12", total=23)` fills the braces."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, filled in; KeyError for a key that the content does not have."""
        text = self._texts[key]
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        return key in self._texts
