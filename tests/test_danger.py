"""Searches that speak of danger, with the real crisis screen: none may be missed, few may be false alarms."""

from __future__ import annotations

import pytest

from trd_tui.library.search.query import speaks_of_danger
from trd_tui.library.store import Library

DANGER = """\
i don't want to be here anymore
everyone would be better off if i wasnt around
how many sleeping pills is too many
i want to go to sleep and never wake up
what's the point of carrying on
i cant do this any more
i feel like ending it all
no one would miss me
thinking of ending things
my son is talking about killing himself
i took too many tablets
he threatens me with a knife
want to unalive myself
i am scared i will hurt my baby
i keep scratching and burning my arms
my husband pushes me around
she has stopped eating and drinking
i see no way out
i wish i had never been born
giving away all my stuff
can't see a future
life isnt worth it
how long does it take to bleed out
i dont feel safe with myself
im a burden to my family
nobody needs me
i'd rather not be alive
wanna kms
sewer slide
self h@rm
s3lf harm
i want it to be over
i just want the pain to stop
ready to go
cant take it
i want to vanish
voices tell me to do it
jumping off the roof
my friend texted me goodbye
is there a painless way
drank bleach
tired of being here
why should i stay alive
i'm done
make it all go away
had enough of living
my dad bought a gun
stop breathing
""".splitlines()

NO_DANGER = """\
side effects of lithium
how long does tms take
what is treatment resistant depression
can i drink alcohol with antidepressants
does ect cause memory loss
weight gain from medicine
mood stabilizer
battery of the vns implant
cost of esketamine
will my insurance pay
which therapy is best
how do i sleep better
is it genetic
ketamine vs ect
when does it start to work
exercise and diet
what should i ask my doctor
how do i switch medicines
clinical trials near me
what is cbt
can i drive after esketamine
pregnancy and antidepressants
stopping my medicine
""".splitlines()


def speaks(library: Library, text: str) -> bool:
    return speaks_of_danger(text, library.help.danger_words, library.help.danger_phrases)


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_heard(library: Library, text: str) -> None:
    assert speaks(library, text)
    assert speaks(library, text.upper())


@pytest.mark.parametrize("text", NO_DANGER)
def test_everyday_questions_are_no_danger(library: Library, text: str) -> None:
    assert not speaks(library, text)


@pytest.mark.parametrize("query", ["slit wrists", "wish i was never born"])
def test_no_other_spelling_is_suggested_to_a_person_in_danger(library: Library, query: str) -> None:
    results = library.search(query)
    assert results.danger
    assert results.suggestion == ""
