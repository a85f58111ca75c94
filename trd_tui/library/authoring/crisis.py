"""help-now.yaml: the crisis screen."""

from __future__ import annotations

from trd_tui.library.authoring.article import item
from trd_tui.library.authoring.nodes import Node, Problems
from trd_tui.library.authoring.record import Record, as_texts
from trd_tui.model import HelpLines, HelpNow, Short

KEYS = ("title", "opening", "mention", "footer", "default", "countries", "danger_words", "danger_phrases")


def help_now(record: Record, problems: Problems) -> HelpNow:
    """The crisis screen, as far as it can be read."""
    record.only(*KEYS)
    return HelpNow(
        record.text("title"),
        tuple(item(line, "text") for line in record.records("opening", "an opening line")),
        record.text("mention"),
        record.text("footer"),
        record.text("default"),
        tuple(_country(country) for country in record.records("countries", "a country")),
        record.texts("danger_words"),
        tuple(as_texts(phrase, "a danger phrase", problems) for phrase in _phrases(record)),
    )


def nothing() -> HelpNow:
    """A crisis screen without a word on it, where its file cannot be read."""
    return HelpNow("", (), "", "", "", ())


def _phrases(record: Record) -> list[Node]:
    return record.nodes("danger_phrases") if "danger_phrases" in record else []


def _country(record: Record) -> HelpLines:
    record.only("code", "name", "lines", "short")
    code, name = record.text("code"), record.text("name")
    lines = tuple(item(line, "name", "text") for line in record.records("lines", "a line"))
    return HelpLines(code, name, lines, _short(record.record("short", "the short help")))


def _short(record: Record) -> Short:
    record.only("crisis", "emergency", "home", "footer")
    crisis, emergency = record.text("crisis"), record.text("emergency")
    home = record.text("home") if "home" in record else emergency
    return Short(crisis, emergency, home, record.text_or_blank("footer"))
