"""A content folder without a problem, as small as it can be: three sections, the last a treatment under the second."""

from __future__ import annotations

from pathlib import Path

from trd_tui.library.authoring.program_words import needed

INTRO, TREATMENT, ECT = "en/article/01-intro.yaml", "en/article/02-treatment.yaml", "en/article/03-ect.yaml"
EVIDENCE, SOURCES = "evidence.yaml", "sources.yaml"
HELP, TERMS, WORDS = "en/help-now.yaml", "en/terms.yaml", "en/words.yaml"

FILES = {
    EVIDENCE: """\
# What the text rests on.
one: {status: seed, sources: [first]}
two: {status: verified, sources: [first], recheck: true, caution: true}
three: {status: recalled, sources: []}
four: {status: recalled, sources: [], left_out: "Nobody has confirmed it."}
""",
    SOURCES: """\
first:
  short: "First 2020"
  citation: "First A. A study."
  date: "2020"
  url: "https://example.org/first"
""",
    INTRO: """\
id: intro
title: What it is
key_points:
  - {text: It can be treated., evidence: [one]}
blocks:
  - heading: How common
    text: About 3 in 10 people have it.
    evidence: [two]
    who: 100 people in one study
  - list:
      - {text: Some have thoughts of suicide., evidence: [three]}
      - {text: They can pass., evidence: [three]}
  - note: Not all is known.
    evidence: [one]
what_you_can_do:
  - {text: "Ask: what is my name for it?", evidence: [one]}
""",
    TREATMENT: """\
id: treatment
title: Treatment
key_points:
  - {text: There are many kinds., evidence: [one]}
what_you_can_do:
  - {text: Bring a list of questions., evidence: [one]}
children:
  - id: treatment-first
    title: First steps
    key_points:
      - {text: Take your time., evidence: [one]}
    blocks:
      - facts:
          - {name: Whom to ask, text: Your doctor., evidence: [one]}
    what_you_can_do:
      - {text: Ask a friend to come., evidence: [one]}
""",
    ECT: """\
id: ect
title: Electroconvulsive therapy
short: ECT
parent: treatment
treatment: true
key_points:
  - {text: You are asleep., evidence: [one]}
blocks:
  - field: what
    text: You sleep through it.
    evidence: [one]
  - field: how
    steps:
      - {text: You lie down., evidence: [one]}
      - {text: You wake up., evidence: [one]}
  - field: works
    text: It helps many people.
    evidence: [one]
  - field: risks
    text: It may cloud your memory.
    evidence: [one]
  - field: suits
    text: It may suit you.
    evidence: [one]
  - field: approval
    text: We have no facts on that.
    unknown: true
what_you_can_do:
  - {text: Ask what you may eat., evidence: [one]}
""",
    HELP: """\
title: Get help now
opening:
  - {text: You are not alone., evidence: [three]}
mention: Help now is one key away.
footer: "988"
default: US
countries:
  - code: US
    name: United States
    lines:
      - {name: Crisis line, text: Call or text 988., evidence: [three]}
danger_words: [suicid*]
danger_phrases:
  - ["no", reason]
""",
    TERMS: """\
- id: ect
  term: ECT
  meaning: A treatment that is given while you sleep.
  section: ect
  also: [shock treatment]
  evidence: [one]
""",
    WORDS: """\
title: A small article
where: {section: "Section {number} of {total}"}
field:
  what: What it is
  how: How it is given
  works: How well it works
  risks: Risks
  suits: Who it may suit
  approval: US approval
""",
}
WRITTEN_ABOVE = ("title", "where.section", "field.")
FILES[WORDS] += "".join(f"{key}: {key}\n" for key in needed() if not key.startswith(WRITTEN_ABOVE))


def write(folder: Path, changed: dict[str, str | bytes | None] | None = None) -> Path:
    """Write the content into a folder; changed files stand in place of its own, None leaves one out."""
    for name, text in {**FILES, **(changed or {})}.items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def with_change(name: str, before: str, after: str) -> dict[str, str | bytes | None]:
    """One file of the content with one change, which must be possible in one place only."""
    assert FILES[name].count(before) == 1, f"{before!r} stands {FILES[name].count(before)} times in {name}"
    return {name: FILES[name].replace(before, after)}
