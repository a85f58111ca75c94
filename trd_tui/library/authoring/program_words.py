"""Every text that the program asks words.yaml for, so that a missing one is told before a reader starts."""

from __future__ import annotations

# The group of names, then each name with what the program fills into its braces; "-" is the group without a name.
NEEDED = """\
-: title limits
field: what how works risks suits approval
layout: key_points what_you_can_do counted{count,heading} counted_asked{count,heading} note studied{source,who}
  general
where: title section{number,total} inside{number,total,whole} short{number,total} joined
command: help_now keys contents move_up move_down page_up page_down first last enter leave other_pane next_section
  previous_section up back search next_match previous_match repeat where sources terms guide switch quit
keys: title opening or
commands: title opening
sources: title{title} date{date} none general written
terms: title here all
guide: title to_come
search: prompt prompt_short help{press,title} found{count} found_one nothing{query} suggest{suggestion} hint empty
  reason{asked,short} reason_spelling{meant,typed}
footer: keys search sources guide terms back open help{number} help_short{number} help_shortest{number}
  matches{number,total}
plain.because: asked accessible term no_terminal switched
plain: help_hint contents{count} entry{number,title} inside{count,number,title} inside_one{number,title}
  section{place,title} pages_inside{count} pages_inside_one end_next{number,title} end_last{number} prompt_contents
  prompt_section prompt_results prompt_suggestion general results{count,query} results_one{query}
  results_best{count,query} result{number,title} no_next no_previous no_up no_back no_full unknown{typed}
  no_number{total,typed} no_result{total,typed} danger nothing_open last_read{section} empty nothing{query}
  suggest{query,suggestion} resumed term{meaning,term} terms{count} no_term{word} no_terms terms_hint search_what
  goodbye
tui: no_match first_section last_section next{press,title} more_below{percent} percent{percent}
  place_shortest{number,total} crashed
"""


def needed() -> dict[str, frozenset[str]]:
    """The dotted key of every text, and the names that may stand in braces in it."""
    found: dict[str, frozenset[str]] = {}
    group = ""
    for word in NEEDED.split():
        if word.endswith(":"):
            group = "" if word == "-:" else word.replace(":", ".")
        else:
            name, _, filled = word.rstrip("}").partition("{")
            found[group + name] = frozenset(filter(None, filled.split(",")))
    return found
