"""The search field and its results, while they are on the screen, and how keys change them."""

from __future__ import annotations

from trd_tui.commands import in_fields, key_of
from trd_tui.model import Entry, Hit, Results
from trd_tui.tui.rows.field import Field
from trd_tui.tui.rows.panes import DETAIL, SEARCH
from trd_tui.tui.rows.results import HELP, SUGGESTION, Found
from trd_tui.tui.rows.text import Anchor

LIMIT = 20

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.tui.view import View


class Search:
    """What is being searched for, what was found, and the place to go back to when nothing of it was opened.

    `in_list` is true from Up or Down until the next letter: in linear mode, where no mark is drawn, the cursor then
    stands on the focused result, so that it is spoken. Stepwise, nothing is searched for before Enter, Up or Down.
    """

    __slots__ = ("field", "former", "former_marks", "found", "in_list", "opened")

    def __init__(self, view: View) -> None:
        self.field = Field()
        self.former: tuple[Entry, Anchor, str] = (view.reading.entry, view.text.anchor, view.pane)
        self.former_marks = view.marked, view.marked_in, view.match
        self.in_list = False
        self.opened: Hit | None = None
        self.found = _find("", view)


def _find(query: str, view: View) -> Found:
    """The list of what a query finds, while it is being typed."""
    results = view.library.search(query, LIMIT, typing=True) if query.strip() else Results(query, ())
    press = key_of(in_fields(view.commands), "help_now")
    return Found(results, view.library.help, view.words, view.glyphs, press, stepwise=view.stepwise)


def start(view: View) -> None:
    """Open an empty search field."""
    if view.search is None:
        view.search = Search(view)
        view.place(view.panes.width, view.panes.height)
    elif view.pane != SEARCH:
        view.search.field = Field()
        view.search.in_list = False
        _search(view, view.search)
    view.focus(SEARCH)


def edit(view: View, key: str, typed: str) -> bool:
    """A key in the field: a letter, one that rubs out, or one that moves the insertion point; False for other keys."""
    search = view.search
    if search is None:
        return False
    before, search.in_list = search.in_list, False
    if typed:
        changed = search.field.insert(typed)
    elif key in ("backspace", "delete"):
        changed = search.field.rub_out(key)
    elif not search.field.move(key):
        search.in_list = before
        return False
    else:
        changed = False
    if view.stepwise:
        _take(view, search, "")
    elif changed:
        _search(view, search)
    return True


def move(view: View, by: int, *, page: bool = False) -> None:
    """Move the focus among the results, while the field keeps the cursor."""
    search = view.search
    if search is None or _searched(view, search):
        return
    was_in_field, search.in_list = not search.in_list, bool(search.found.kinds) or search.in_list
    if was_in_field and view.panes.linear:
        return
    if search.found.list.page(by) if page else search.found.list.move(by):
        _preview(view, search)


def enter(view: View) -> bool:
    """Open the focused result or take the suggested spelling; True when it is Help now that was chosen."""
    search = view.search
    if search is None or _searched(view, search):
        return False
    chosen, hit = search.found.focused, search.found.hit
    if hit is not None:
        search.opened = hit
        view.go(hit.entry)
        view.mark(hit.entry, hit.marked)
        view.focus(DETAIL)
    elif chosen == SUGGESTION:
        search.field = Field(search.found.results.suggestion)
        search.in_list = False
        if not _searched(view, search):
            _search(view, search)
    return chosen == HELP


def leave(view: View) -> None:
    """Close the search: back to the place before it, unless a result was opened since."""
    search = view.search
    if search is None:
        return
    view.end_search()
    _show_place(view, search)
    if search.opened is None:
        entry, _, pane = search.former
        view.tree.reveal(entry)
        view.focus(pane)


def _preview(view: View, search: Search) -> None:
    """Show the focused result in the text pane, with its words marked; what was being read where there is none."""
    hit = search.found.hit
    if hit is not None:
        view.mark(hit.entry, hit.marked)
    elif search.found.results.danger:
        view.show_help()
    else:
        _show_place(view, search)


def _show_place(view: View, search: Search) -> None:
    """Show what was being read: the result opened last, or the place before the search."""
    opened = search.opened
    if opened is None:
        entry, anchor, _ = search.former
        view.marked, view.marked_in, view.match = search.former_marks
        view.restore(entry, anchor)
    elif view.shown is None or view.shown.id != opened.entry.id or view.marked != opened.marked:
        view.mark(opened.entry, opened.marked)


def _searched(view: View, search: Search) -> bool:
    """Search for what was typed and go to what was found, where that waits for a key; False where it was done."""
    if not view.stepwise or search.in_list:
        return False
    _search(view, search)
    search.in_list = bool(search.field.text.strip())
    return True


def _search(view: View, search: Search) -> None:
    _take(view, search, search.field.text)
    _preview(view, search)


def _take(view: View, search: Search, query: str) -> None:
    if query or search.found.results.query:
        search.found = _find(query, view)
        view.place(view.panes.width, view.panes.height)
