"""The search field and its results, while they are on the screen, and how keys change them."""

from __future__ import annotations

from trd_tui.commands import key_of
from trd_tui.model import Entry, Hit, Results
from trd_tui.tui.rows.field import Field
from trd_tui.tui.rows.results import Found
from trd_tui.tui.rows.text import Anchor

LIMIT = 20

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.tui.view import View


class Search:
    """What is being searched for, what was found, and the place to go back to when nothing of it was opened.

    `in_list` is true from Up or Down until the next letter: in linear mode, where no mark is drawn, the cursor then
    stands on the focused result, so that it is spoken.
    """

    __slots__ = ("field", "former", "former_marks", "found", "in_list", "opened")

    def __init__(self, view: View) -> None:
        self.field = Field()
        self.former: tuple[Entry, Anchor, str] = (view.reading.entry, view.text.anchor, view.pane)
        self.former_marks = view.marked, view.marked_in
        self.in_list = False
        self.opened: Hit | None = None
        self.found = find("", view)


def find(query: str, view: View) -> Found:
    """The list of what a query finds, while it is being typed."""
    results = view.library.search(query, LIMIT, typing=True) if query.strip() else Results(query, ())
    press = key_of(view.commands, "help_now")
    return Found(results, view.library.help, view.words, view.glyphs, press, linear=view.linear)


def start(view: View) -> None:
    """Open an empty search field."""
    if view.search is None:
        view.search = Search(view)
        view.place(view.panes.width, view.panes.height)
    elif view.pane != "search":
        view.search.field = Field()
        _search(view, view.search)
    view.focus("search")


def edit(view: View, key: str, typed: str) -> bool:
    """A key in the field: a letter, one that rubs out, or one that moves the insertion point; False for other keys."""
    search = view.search
    if search is None:
        return False
    search.in_list = False
    if typed:
        changed = search.field.insert(typed)
    elif key in ("backspace", "delete"):
        changed = search.field.rub_out(key)
    else:
        return search.field.move(key)
    if changed:
        _search(view, search)
    return True


def move(view: View, by: int, *, page: bool = False) -> None:
    """Move the focus among the results, while the field keeps the cursor."""
    search = view.search
    if search is None:
        return
    search.in_list = bool(search.found.kinds)
    if search.found.list.page(by) if page else search.found.list.move(by):
        preview(view)


def preview(view: View) -> None:
    """Show the focused result in the text pane, with its words marked."""
    search = view.search
    hit = search.found.hit if search is not None else None
    if hit is not None:
        view.mark(hit.entry, hit.marked)
    elif search is not None and search.found.results.danger:
        view.show_help()


def enter(view: View) -> bool:
    """Open the focused result or take the suggested spelling; True when it is Help now that was chosen."""
    search = view.search
    if search is None:
        return False
    hit = search.found.hit
    if hit is not None:
        search.opened = hit
        view.go(hit.entry)
        view.mark(hit.entry, hit.marked)
        view.focus("detail")
    elif search.found.focused == "suggestion":
        search.field = Field(search.found.results.suggestion)
        _search(view, search)
    return search.found.focused == "help" and hit is None


def leave(view: View) -> None:
    """Close the search: back to the place before it, unless a result was opened since."""
    search = view.search
    if search is None:
        return
    view.end_search()
    if search.opened is not None:
        if view.shown is None or view.shown.id != search.opened.entry.id or view.marked != search.opened.marked:
            view.mark(search.opened.entry, search.opened.marked)
        return
    entry, anchor, pane = search.former
    view.marked, view.marked_in = search.former_marks
    view.tree.reveal(entry)
    view.restore(entry, anchor)
    view.focus(pane)


def _search(view: View, search: Search) -> None:
    search.found = find(search.field.text, view)
    view.place(view.panes.width, view.panes.height)
    preview(view)
