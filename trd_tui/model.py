"""The words of the design as plain slotted classes: plain mode imports them, so they cost no import of their own."""

from __future__ import annotations

TEXT, NOTE, LIST, STEPS, FACTS = "text", "note", "list", "steps", "facts"
KEY_POINTS, TO_DO, HELP = "key_points", "what_you_can_do", "help"
WRITTEN_KINDS = (TEXT, NOTE, LIST, STEPS, FACTS)

SEED, VERIFIED, RECALLED = "seed", "verified", "recalled"


class Item:
    """One text and the evidence behind it; `who` says who was studied, `name` is the left side of a facts table."""

    __slots__ = ("evidence", "name", "text", "unknown", "who")

    def __init__(
        self, text: str, evidence: tuple[str, ...] = (), name: str = "", who: str = "", unknown: bool = False
    ) -> None:
        self.text = text
        self.evidence = evidence
        self.name = name
        self.who = who
        self.unknown = unknown


class Block:
    """A paragraph, note, list, steps or facts table: a kind, its items and perhaps a heading."""

    __slots__ = ("heading", "items", "kind")

    def __init__(self, kind: str, items: tuple[Item, ...], heading: str = "") -> None:
        self.kind = kind
        self.items = items
        self.heading = heading


class Entry:
    """A section's line in the outline: position counts from 0 in reading order, `number` is "12" or "12.1"."""

    __slots__ = ("children", "id", "level", "number", "parent", "position", "short", "title")

    def __init__(
        self, position: int, id: str, number: str, title: str, short: str, level: int, parent: str, children: int
    ) -> None:
        self.position = position
        self.id = id
        self.number = number
        self.title = title
        self.short = short
        self.level = level
        self.parent = parent
        self.children = children


class Section:
    """A node of the article: its outline entry and its blocks, key points first, what to do or ask last."""

    __slots__ = ("blocks", "entry")

    def __init__(self, entry: Entry, blocks: tuple[Block, ...]) -> None:
        self.entry = entry
        self.blocks = blocks


class Evidence:
    """One statement: its status (seed, verified, recalled), its sources and what needs care."""

    __slots__ = ("caution", "id", "left_out", "recheck", "sources", "status")

    def __init__(
        self,
        id: str,
        status: str,
        sources: tuple[str, ...] = (),
        recheck: bool = False,
        caution: bool = False,
        left_out: str = "",
    ) -> None:
        self.id = id
        self.status = status
        self.sources = sources
        self.recheck = recheck
        self.caution = caution
        self.left_out = left_out


class Source:
    """A citation; `short` is the name and year that stand beside a number."""

    __slots__ = ("citation", "date", "id", "short", "url")

    def __init__(self, id: str, short: str, citation: str, date: str, url: str = "") -> None:
        self.id = id
        self.short = short
        self.citation = citation
        self.date = date
        self.url = url


class Term:
    """A word-list entry: its meaning, where to read on, and the other names that people use."""

    __slots__ = ("also", "evidence", "id", "meaning", "section", "short", "term")

    def __init__(
        self,
        id: str,
        term: str,
        meaning: str,
        section: str,
        short: str = "",
        also: tuple[str, ...] = (),
        evidence: tuple[str, ...] = (),
    ) -> None:
        self.id = id
        self.term = term
        self.meaning = meaning
        self.section = section
        self.short = short
        self.also = also
        self.evidence = evidence


class Short:
    """A country's help in the middle of a sentence, such as "call 911"; `footer` is its number alone, or empty.

    `home` is for people who are not safe at home.
    """

    __slots__ = ("crisis", "emergency", "footer", "home")

    def __init__(self, crisis: str, emergency: str, home: str, footer: str) -> None:
        self.crisis = crisis
        self.emergency = emergency
        self.home = home
        self.footer = footer


class HelpLines:
    """Where to get help now in one country: code and name, facts-table items, the most urgent first, and phrases."""

    __slots__ = ("code", "country", "items", "short")

    def __init__(self, code: str, country: str, items: tuple[Item, ...], short: Short) -> None:
        self.code = code
        self.country = country
        self.items = items
        self.short = short


class Hit:
    """A search result: the section, its best sentence, why it was found where the words differ, words to mark."""

    __slots__ = ("entry", "marked", "reason", "sentence")

    def __init__(self, entry: Entry, sentence: str, reason: str = "", marked: tuple[str, ...] = ()) -> None:
        self.entry = entry
        self.sentence = sentence
        self.reason = reason
        self.marked = marked


class Results:
    """An answer to a search: hits, best first; whether Help now comes above them; a spelling to try if no hits."""

    __slots__ = ("danger", "hits", "query", "suggestion")

    def __init__(self, query: str, hits: tuple[Hit, ...], danger: bool = False, suggestion: str = "") -> None:
        self.query = query
        self.hits = hits
        self.danger = danger
        self.suggestion = suggestion

    def with_hits(self, hits: tuple[Hit, ...]) -> Results:
        """The same answer with other hits, such as those of the spelling that it suggests."""
        return Results(self.query, hits, self.danger, self.suggestion)


class HelpNow:
    """The crisis screen: opening items, countries, the line after a mention of suicide, the footer's number, and the
    words and word sequences of a search that bring Help now above its results.
    """

    __slots__ = ("countries", "danger_phrases", "danger_words", "default", "footer", "mention", "opening", "title")

    def __init__(
        self,
        title: str,
        opening: tuple[Item, ...],
        mention: str,
        footer: str,
        default: str,
        countries: tuple[HelpLines, ...],
        danger_words: tuple[str, ...] = (),
        danger_phrases: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        self.title = title
        self.opening = opening
        self.mention = mention
        self.footer = footer
        self.default = default
        self.countries = countries
        self.danger_words = danger_words
        self.danger_phrases = danger_phrases
