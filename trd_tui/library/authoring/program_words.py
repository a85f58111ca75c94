"""Every text that the program asks words.yaml for, so that a missing one is told before a reader starts."""

from __future__ import annotations

# The group of names, then each name with what the program fills into its braces; "-" is the group without a name.
NEEDED = """\
-: title limits
field: what how works risks suits approval
layout: key_points what_you_can_do counted{count,heading} counted_asked{count,heading} note studied{source,who}
  general
where: title section{number,total} inside{number,total,whole} short{number,total} joined
command: help_now keys contents move_up move_down page_up page_down first last enter leave other_pane pane_before
  next_section previous_section up back search next_match previous_match repeat where sources terms guide guide_number
  guide_why guide_back guide_skip guide_review guide_stop guide_parts guide_again guide_sheet guide_leave country
  linear redraw quick_exit switch hints quit done
keys: title opening or guide how{down,enter,up} not_here not_here_short digits space elsewhere field field_move
  field_erase on_page{press,title}
commands: title opening guide_opening
sources: title{title} date{date} none general written
terms: title here all
guide: place{left,number,part} left{count} left_one left_none parts part{id,title} part_done{id,title} all_parts
  offers{title} why because left_out answered{answer,title} not_asked{answers,title} review open skipped not_shown
  results soon raise find_out more{count} bring urgent sheet dated{date} sheet_help{crisis} sources my_notes
search: prompt prompt_short help{press,title} found{count} found_one nothing{query} suggest{suggestion} hint empty
  empty_enter reason{asked,short} reason_spelling{meant,typed}
saving: empty empty_hint bad_name bad_name_hint too_long too_long_hint folder{path} folder_hint no_file{path}
  no_file_hint exists{path} exists_hint link{path} link_hint no_folder{path} no_folder_hint under_file{path}
  under_file_hint not_allowed{path} not_allowed_hint read_only{path} read_only_hint full{path} full_hint
  failed{path,reason} failed_hint
paths: title{title} version{version} how_to_read read_order read_conditions read_brings read_skip read_not_asked
  read_setting read_examples read_results read_names welcome offers{text} part{id,title} first{ids}
  alone{longest,shortest} alone_fixed{count} sections{ids} routes{count,id} no_question route_when{name,when}
  route_always{name} asked_when{id,when} asked_always{id} ask{text} why{text} also{text} evidence{ids} one{id}
  several{id} private_question{id} leads{id,name,to} leads_when{id,name,to,when} never{name} clears{name}
  private_choice{name} to_help to_stop to_results named{name,text} brings{name,what} brings_state{id,state}
  brings_lines{ids} brings_note{id} safety runs runs_count{count,longest,shortest} run{number,routes,screens} findings
  state_when{id,state,when} said{text} matters{text} asks{text} section{id} topics{state} topic{topic,when} nothing
  skipped notes note_when{id,when} shows_lines shows_help shows_urgent in_results not_in_results line{text}
  text_when{text,when} bring fixed fixed_before{text} fixed_group{text} fixed_end{text} cover cover_how
  cover_questions{shown,total} cover_choices{shown,total} cover_transitions{shown,total} cover_routes{shown,total}
  cover_states{shown,total} cover_lines{shown,total} cover_topics{shown,total} cover_quiet{shown,total}
  cover_notes{shown,total} cover_note_lines{shown,total} missing{name} example{answers} no_example{name} all_skipped
  is{answers,id,title} is_of{answers,id,title} is_not{answers,id,title} is_not_of{answers,id,title}
  includes{answers,id,title} includes_of{answers,id,title} includes_not{answers,id,title}
  includes_not_of{answers,id,title} not{when} and or
cli: earlier{earlier,version}
footer: keys search sources guide terms back open help{number} help_short{number} help_shortest{number}
  matches{number,total} next leave review choose change why skip read_on close country notes sheet save strike
  done done_short
kiosk: big title about start{press} plain{press} help{crisis,press} start_short{press} plain_short{press}
  help_short{number,press} done_title done{press} done_not{press} done_hide{press} still_title still
  still_not{seconds} keys sheet pin_title pin pin_typed{count} pin_wrong{seconds}
plain.because: asked accessible term unknown_term no_terminal switched
plain.hints: full normal brief how unknown{typed}
plain: help_hint prompt_more contents{count} entry{number,title} inside{count,number,title} inside_one{number,title}
  section{place,title} pages_inside{count} pages_inside_one end_next{number,title} end_last{number} prompt_contents
  prompt_section prompt_results prompt_suggestion general sources_how results{count,query} results_one{query}
  results_best{count,query} result{number,title} no_next no_previous no_up no_back no_full unknown{typed}
  no_number{total,typed} no_result{total,typed} no_result_one{typed} danger nothing_open last_read{section} cut{typed}
  empty nothing{query} suggest{query,suggestion} resumed term{meaning,term} terms{count} no_term{word} no_terms
  terms_hint terms_what search_what goodbye country_now{country} no_country no_choice{last}
plain.guide: help exit how heading{place,title} choice{number,text} choice_apart{number,text} number{number} several
  several_how given{answer} given_hidden given_how given_skipped skipped_how chosen{answer} chosen_how review_how
  on_how still{count} still_one prompt_no_review urgent_how urgent_notes{notes} more_how results_how to_sheet_how
  footer{crisis,help} way_back{title} prompt_one{last,number} prompt_several{last,number} prompt_list{last}
  prompt_review{span} prompt_results{span} prompt_no_results prompt_sheet{span} prompt_sheet_save{span} span{last}
  span_one sheet_save prompt_note prompt_stopped parts_fewer{count} parts_fewer_one parts_more{count} parts_more_one
  question{number} this that no_answer{question,typed} no_item{typed} no_step{typed} backward{typed} twice{typed}
  one_only{question} one_item alone{typed} empty unreadable not_here{typed} nothing_kept allowed{last}
  allowed_named{last,question} allowed_item{last} allowed_item_one allowed_word allowed_note allowed_stopped words
  again forget keep kept struck{number,text} struck_out{lines} back_in{lines} sheet_how sheet_back_how save_what
  saved{path} not_saved{reason} no_saving replace keep_file kept_file do_on do_more do_print do_save input_ended
plain.kiosk: prompt only help{crisis} leave done done_yes done_no not_done pin full{most} flood gone{seconds}
  prompt_contents prompt_section prompt_results prompt_suggestion
plain.kiosk.guide: prompt_results{span} prompt_no_results prompt_sheet{span}
tui: no_match first_section last_section next{press,title} more_below{percent} percent{percent}
  place_shortest{number,total} open{title} closed{title} contents{count} contents_short begun{title,place}
  begun_again{place,press} linear_on linear_off crashed too_small{number}
  too_small_bare cut{most} cut_short{most}
tui.guide: title place_short{number,part} place_shortest{number,part} press{press} offers{offer,press} why{why}
  given_hidden choose{skip} choose_short{skip} choose_shorter{skip} choose_shortest{skip} choose_space{skip}
  choose_space_short{skip} chosen{text} prompt{press} prompt_results{press,sheet} strike_words not_here
  not_here_short{press} no_finding no_finding_short more more_short read_on read_on_short everywhere keyed{does,press}
  again again_no again_yes save print strike{mark} strike_how strike_how_short struck{text} file file_short save_note
  saved{path} replace replace_no replace_yes
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
