"""The reader as rows: what each part of the screen shows, where the cursor stands, and where Up and Down lead."""

from __future__ import annotations

from itertools import zip_longest

from trd_tui.commands import in_fields, key_of
from trd_tui.layout import cells
from trd_tui.reading import place_short
from trd_tui.tui.rows.field import LONGEST
from trd_tui.tui.rows.foot import ROOMY, Hint, foot_row, rule_row, steady_row
from trd_tui.tui.rows.panes import DETAIL, OUTLINE, SEARCH
from trd_tui.tui.rows.row import Row, fit, sides
from trd_tui.tui.rows.top import message_row, place_row, sides_row, title_row
from trd_tui.tui.view import View

Place = tuple[int, int]
KEYS = Hint("keys", "keys", rank=1)
BACK = Hint("leave", "back", rank=3)
READ = (
    Hint("search", "search", -1),
    Hint("guide", "guide", -1),
    Hint("sources", "sources", -1),
    Hint("terms", "terms", -1),
)
HINTS = {
    OUTLINE: (KEYS, Hint("search", "search", -1, rank=4), *READ[1:]),
    DETAIL: (BACK, KEYS, *READ),
    SEARCH: (BACK, KEYS, Hint("enter", "open")),
}


def rows(view: View) -> list[Row]:
    """The whole screen, row by row."""
    panes = view.panes
    if panes.wide:
        body = _side_by_side(list_rows(view), detail_rows(view), panes.list_width)
    else:
        body = detail_rows(view) if view.pane == DETAIL else list_rows(view)
    body = body[: panes.body] + [[] for _ in range(panes.body - len(body))]
    return [*top_rows(view), *body, *(foot_rows(view) if panes.foot else [])]


def top_rows(view: View) -> list[Row]:
    """The first row, and a rule under it where there is room."""
    panes = view.panes
    first = [_first(view, panes.width)] if panes.top else []
    return [*first, rule_row("", panes.width, view.glyphs)] if panes.rules else first


def list_rows(view: View) -> list[Row]:
    """The outline, or what a search found."""
    if view.search is not None:
        return view.search.found.rows()
    return [row for _, row in view.tree.list.visible()]


def detail_rows(view: View) -> list[Row]:
    """The text, beside a bar in the wide layout, with a mark where the focus is."""
    panes, text = view.panes, view.text
    margin = " " * panes.text_margin
    if not panes.wide:
        return [[(margin, "text"), *row] for row in text.rows()]
    rows = text.rows()
    rows += [[] for _ in range(panes.body - len(rows))]
    here = text.cursor_row if view.pane == DETAIL else -1
    return [
        [(view.glyphs.bar, "bar"), (view.glyphs.focus if number == here else " ", "mark"), *row]
        for number, row in enumerate(rows)
    ]


def foot_rows(view: View) -> list[Row]:
    """A rule that says how much is below, where there is room, and the last row."""
    width = view.panes.width
    commands = in_fields(view.commands) if view.pane == SEARCH else view.commands
    if view.stepwise:
        return [steady_row(commands, view.helps, width, view.words, view.glyphs)]
    row = foot_row(HINTS[view.pane], commands, view.helps, width, view.words, view.glyphs, match_note(view))
    return [rule_row(_below(view), width, view.glyphs), row] if view.panes.rules else [row]


def match_note(view: View) -> str:
    """Which match the reader is at, in words."""
    if view.pane != DETAIL or view.text.current < 0:
        return ""
    return view.words("footer.matches", number=view.text.current + 1, total=len(view.text.spans))


def cursor(view: View) -> Place:
    """Where the terminal's cursor belongs: the focused row, or the insertion point."""
    panes = view.panes
    if view.pane == SEARCH and view.search is not None:
        if panes.linear and view.search.in_list:
            return 0, panes.top + view.search.found.cursor_row()
        label = _label(view)
        _, at = view.search.field.shown(_field_width(view), view.glyphs)
        return cells(label) + at, 0
    if view.pane == DETAIL:
        row = view.text.cursor_row
        if panes.linear:
            return 0, panes.top + row
        return panes.text_x + panes.text_margin + _column(view, row), panes.top + row
    return 0, panes.top + view.tree.list.row()


def predictions(view: View) -> tuple[Place | None, Place | None]:
    """Where Up and Down lead in the list, as it is on the screen; None where nothing moves or it scrolls."""
    if view.pane != OUTLINE:
        return None, None
    up, down = view.tree.list.rows_beside()
    top = view.panes.top
    return (None if up is None else (0, top + up)), (None if down is None else (0, top + down))


def focused_rows(view: View) -> range:
    """The rows of the screen that belong to what has the focus."""
    top = view.panes.top
    if view.pane == DETAIL:
        rows = range(view.text.cursor_row, view.text.cursor_row + 1)
    else:
        rows = view.search.found.focused_rows() if view.search is not None else view.tree.list.focused_rows()
    return range(top + rows.start, top + rows.stop)


def _side_by_side(left: list[Row], right: list[Row], width: int) -> list[Row]:
    blank: Row = []
    return [[*fit(one, width), *other] for one, other in zip_longest(left, right, fillvalue=blank)]


def _first(view: View, width: int) -> Row:
    if view.pane == SEARCH and view.search is not None:
        return _field(view, width)
    if view.message:
        return message_row(view.message, width, view.glyphs)
    if view.stepwise:
        return _told_place(view, width)
    if view.shown is None:
        return title_row((view.library.title, view.library.help.title), "", width, view.glyphs)
    return _place(view, width)


def _told_place(view: View, width: int) -> Row:
    """The name of the list, with how to see all of it the first time that it is come back to; nothing over a text.

    A text begins with its own title. Before anything was opened, the title of the article stands here.
    """
    words, library, glyphs = view.words, view.library, view.glyphs
    if view.pane != OUTLINE:
        return title_row(("" if view.begun else library.title,), "", width, glyphs)
    told, press = words("tui.contents", count=library.total), key_of(view.commands, "redraw")
    if not view.begun:
        return title_row((words("tui.begun", title=library.title, place=told), library.title, told), "", width, glyphs)
    hints = (words("tui.begun_again", place=told, press=press),) if press and not view.hinted else ()
    return title_row((*hints, told), "", width, glyphs)


def _place(view: View, width: int) -> Row:
    words, entry = view.words, view.reading.entry
    title = view.library.title
    if not view.panes.wide and view.pane == OUTLINE:
        contents = words("tui.contents_short")
        if view.panes.linear:
            return title_row((title, words("tui.contents", count=view.library.total), contents), "", width, view.glyphs)
        return sides_row((title, contents), (place_short(entry, view.library, words),), width, view.glyphs)
    numbers = [place_short(entry, view.library, words), _shortest(view), ""]
    if not view.panes.rules and view.text.percent < 100:
        is_linear = view.panes.linear
        keys = ("tui.guide.more", "tui.guide.more_short") if is_linear else ("tui.more_below", "tui.percent")
        more, short = (words(key, percent=view.text.percent) for key in keys)
        numbers = [f"{numbers[0]}, {more}", f"{numbers[1]} {short}", short, *([] if is_linear else numbers[1:2])]
    return place_row(title, view.library.path(entry.id), numbers, width, words, view.glyphs)


def _shortest(view: View) -> str:
    return view.words("tui.place_shortest", number=view.reading.entry.number, total=view.library.total)


def _below(view: View) -> str:
    if view.text.percent >= 100 or not (view.panes.wide or view.pane == DETAIL):
        return ""
    return view.words("tui.more_below", percent=view.text.percent)


def _label(view: View) -> str:
    short = view.panes.width < ROOMY
    return f" {view.glyphs.text(view.words('search.prompt_short' if short else 'search.prompt'))}: "


def _count(view: View) -> str:
    """How many were found, or first of all that what was typed was cut."""
    found = view.search.found if view.search is not None else None
    if view.search is not None and view.search.field.cut:
        key = "tui.cut_short" if view.panes.width < ROOMY else "tui.cut"
        return f" {view.glyphs.text(view.words(key, most=LONGEST))} "
    if found is None or not found.count:
        return " "
    return f" {len(found.results.hits)} " if view.panes.width < ROOMY else f" {view.glyphs.text(found.count)} "


def _field_width(view: View) -> int:
    return max(1, view.panes.width - cells(_label(view)) - cells(_count(view)))


def _field(view: View, width: int) -> Row:
    shown, _ = view.search.field.shown(_field_width(view), view.glyphs) if view.search is not None else ("", 0)
    left = [(_label(view), "label"), (shown, "field")]
    return sides(fit(left, max(0, width - cells(_count(view))), "field"), [(_count(view), "message")], width, "field")


def _column(view: View, row: int) -> int:
    text = view.text
    if text.current < 0 or text.linear or text.spans[text.current][0] != text.top + row:
        return 0
    number, start, _ = text.spans[text.current]
    return cells(text.lines[number].text[:start])
