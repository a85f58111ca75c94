"""A content folder without a problem, as small as it can be.

Three sections, the last a treatment under the second; a guide of two parts, in which an answer decides what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trd_tui.library.authoring.program_words import needed

INTRO, TREATMENT, ECT = "en/article/01-intro.yaml", "en/article/02-treatment.yaml", "en/article/03-ect.yaml"
EVIDENCE, SOURCES = "evidence.yaml", "sources.yaml"
HELP, TERMS, WORDS = "en/help-now.yaml", "en/terms.yaml", "en/words.yaml"
GUIDE = "en/guide.yaml"

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
    short: {crisis: call or text 988, emergency: call 911, home: call the shelter line, footer: 9-8-8}
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
    GUIDE: """\
version: "1"
title: A few questions
always:
  not_sure: Not sure
  not_said: Prefer not to say
and: and
conditions:
  - name: tried
    when: {not: {A1: none}}
  - name: bothered
    when: {and: [tried, {A2: [sleep, hunger]}]}
welcome:
  id: S0
  ask: Ready to start?
  why: So you know what this is.
  also:
    - {text: "For help at any time, {help}."}
  choices:
    start: Start
    again: Start again
    one_part: Choose one part
    not_now: Not now
    go_on: Go on where I was
    this_part: "Only this part: {title}"
offer:
  id: S1
  title: Help first
  ask: Would you like to see help?
  why: Help comes first.
  evidence: [three]
  choices:
    - {id: help, text: Show me help, then: help}
    - {id: go_on, text: Go on}
    - not_said
parts:
  - id: A
    title: So far
    sections: [treatment]
    questions:
      - id: A1
        title: How many
        ask: How many have you tried?
        why: It helps to know.
        evidence: [one]
        choices:
          - {id: none, text: None yet}
          - {id: one, text: One, named: one}
          - {id: more, text: Two or more, named: two or more}
          - not_sure
          - not_said
      - id: A2
        title: What was hard
        ask:
          - {text: "Did any of these bother you?", when: {A1: [one, more]}}
          - {text: "Does any of these bother you?", when: {not: {A1: [one, more]}}}
        why: Much can be done.
        evidence: [one]
        also:
          - {text: Take your time., when: {A2: sleep}}
        several: true
        when: tried
        unsure: {topic: what was hard, unless: {A1: not_sure}}
        choices:
          - {id: sleep, text: Sleep, named: sleep}
          - {id: hunger, text: Hunger, named: hunger}
          - {id: other, text: Something else}
          - {id: nothing, text: None of these, alone: true}
          - not_sure
          - not_said
  - id: B
    title: At home
    first: [A1]
    questions:
      - id: B1
        title: Home
        ask: Is home a good place?
        why: It can help, or not.
        evidence: [three]
        when: tried
        unsure: {topic: your home}
        choices:
          - {id: good, text: It is}
          - {id: unsafe, text: I am not safe there, private: true}
          - not_sure
          - not_said
safety:
  id: S2
  title: One last question
  ask: Have you had thoughts of death?
  why: You deserve support now.
  evidence: [three]
  choices:
    - {id: "no", text: "No"}
    - {id: act, text: I may act on them, then: stop}
    - not_sure
    - not_said
findings:
  - id: R-A1
    title: What you have tried
    soon: {and: [bothered, {A1: more}]}
    raise: bothered
    find_out: {A1: not_sure}
    said:
      - {text: "You have tried {A1}.", when: {A1: [one, more]}}
      - {text: You noted some things., when: {not: {A1: [one, more]}}}
      - {text: "These were hard: {A2}.", when: bothered}
    matters:
      - {text: It may be your dose.}
    ask: "You could ask: what else is there?"
    section: ect
    evidence: [one]
unsure:
  id: R-N
  title: Not sure
  said: "You were not sure about: {topics}."
  matters: You need not know.
  ask: "You could ask: is it worth finding out?"
nothing:
  id: R-0
  title: Your answers
  stood_out: Nothing stood out here.
  skipped: You skipped these.
notes:
  - id: U1
    title: You deserve to be safe
    when: {B1: unsafe}
    lines:
      - {text: "For help, {home}."}
      - {text: "{Emergency}, or {exit}.", when: bothered}
    evidence: [three]
  - id: U2
    title: Help now
    when: {S2: act}
    lines: "{Crisis} now."
    evidence: [three]
    shows: urgent
    results: false
bring:
  - {text: A list of what you tried., evidence: [one]}
fixed:
  before: These are things to talk over.
  group: Please do not stop any medicine on your own.
  end: A clinic is a good first step.
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


def broken(file: Path) -> Iterator[object]:
    """The cases of a file, each for one test: a file, what is replaced in it, by what, and every problem line."""
    for case in file.read_text(encoding="utf-8").split("\n\n")[1:]:
        marked: dict[str, list[str]] = {mark: [] for mark in "=@-+>"}
        for line in case.splitlines():
            marked[line[0]].append(line[2:])
        before, after = ("\n".join(marked[mark]).encode().decode("unicode_escape") for mark in "-+")
        yield pytest.param(marked["@"][0], before, after, marked[">"], id=marked["="][0])


def with_change(name: str, before: str, after: str) -> dict[str, str | bytes | None]:
    """One file of the content with one change, which must be possible in one place only."""
    assert FILES[name].count(before) == 1, f"{before!r} stands {FILES[name].count(before)} times in {name}"
    return {name: FILES[name].replace(before, after)}
