"""Which content to read: what was asked for, what came with the program, or the checkout it runs from.

A content folder is compiled when it is first read, and kept as long as neither it nor the program changes: a checkout's
own beside it, any other in the user's cache. What is kept is the article, nothing that a person did.
"""

from __future__ import annotations

import os
import sqlite3
import stat

from trd_tui.errors import ContentError, UsageError
from trd_tui.library.schema import APPLICATION_ID
from trd_tui.library.store import Library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from trd_tui.library.content import Content

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COMPILED = "library.sqlite"
FOLDER = "content"
CACHE = "trd-tui"
BESIDE = ".compiled"
SUFFIX = ".sqlite"
READ = (".yaml", ".py")
HIDDEN = "."
PRIVATE = 0o700
OTHERS = 0o077
MARK_STARTS, MARK_ENDS = 68, 72  # where SQLite keeps the application id


def open_library(content: str | None = None, *, keeps: bool = True) -> Library:
    """The library of a compiled file or a content folder; of the program's own content if none is named.

    A folder that had to be compiled is kept so only where it `keeps`; else nothing is written, nowhere. ContentError,
    whose hint lists every problem, if the content cannot be read.
    """
    if content is None:
        compiled = os.path.join(PACKAGE, COMPILED)
        content = compiled if os.path.isfile(compiled) else os.path.join(os.path.dirname(PACKAGE), FOLDER)
    if "\0" not in content and os.path.isdir(content):
        return _from_folder(os.path.abspath(content), keeps=keeps)
    return Library(content)


def checkout_content() -> str | None:
    """The content folder of the checkout that the program runs from; None where it is installed without one."""
    folder = os.path.join(os.path.dirname(PACKAGE), FOLDER)
    return folder if os.path.isdir(folder) else None


def build_file(folder: str, file: str) -> None:
    """Compile a content folder to a file, new or in place of a library.

    ContentError if the folder is broken or the file cannot be written, UsageError if something else is in its place.
    """
    from trd_tui.library.build import build

    content = _read(folder)
    try:
        _spare(file)
        build(content, file)
    except (OSError, ValueError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise ContentError(
            f"The file {file!a} cannot be written: {reason}.", "Name a file in a folder that you may write to."
        ) from error


def _spare(file: str) -> None:
    """Refuse to write over anything but a library, or a file with nothing in it; UsageError where it would."""
    if not os.path.lexists(file):
        return
    if os.path.isfile(file) and not os.path.islink(file):
        with open(file, "rb") as there:
            start = there.read(MARK_ENDS)
        if not start or int.from_bytes(start[MARK_STARTS:], "big") == APPLICATION_ID:
            return
    raise UsageError(
        f"{file!a} is there already and is no library of trd-tui", "Name another file, or remove it first."
    )


def _from_folder(folder: str, *, keeps: bool) -> Library:
    file = _cache_file(folder, makes=keeps)
    if file and os.path.isfile(file):
        try:
            return Library(file)
        except ContentError:
            pass
    return _compiled(_read(folder), file if keeps else "")


def _compiled(content: Content, file: str) -> Library:
    """Compile into a file of the cache, or into memory where it cannot be written or is swept away at once."""
    from trd_tui.library.build import build

    try:
        if file:
            build(content, file)
            _sweep(file)
            return Library(file)
    except (OSError, sqlite3.Error, ContentError):
        pass
    db = sqlite3.connect(":memory:")
    build(content, db)
    return Library(db)


def _read(folder: str) -> Content:
    from pathlib import Path

    from trd_tui.library import check, source

    content, problems = source.load(Path(folder))
    if content is None:
        every = check.check(Path(folder)) or problems
        raise ContentError(f"The content in {folder!a} cannot be read.", "\n".join(map(str, every)))
    return content


def _cache_file(folder: str, *, makes: bool) -> str:
    """Where the present state of a folder is kept, or may be; empty where nothing can be kept."""
    try:
        name = "-".join(_fingerprint(folder)) + SUFFIX
    except OSError:
        return ""
    beside = _beside(folder, makes=makes)
    if beside and (os.path.isfile(os.path.join(beside, name)) or os.access(beside, os.W_OK)):
        return os.path.join(beside, name)
    cache = _cache(makes=makes)
    return os.path.join(cache, name) if cache else ""


def _beside(folder: str, *, makes: bool) -> str:
    """The place beside a checkout's own content; empty for other content, or where there can be none."""
    if folder != checkout_content():
        return ""
    beside = os.path.join(os.path.dirname(folder), BESIDE)
    try:
        if makes and not os.path.isdir(beside):
            os.mkdir(beside)
    except OSError:
        return ""
    return beside


def _fingerprint(folder: str) -> tuple[str, str]:
    """A short name for a folder, and one for the state of its files and of the program that compiles them."""
    from zlib import crc32

    from trd_tui import __version__

    files = [*_states(folder), __version__, *_states(os.path.dirname(os.path.abspath(__file__)))]
    states = "\n".join(files).encode("utf-8", "surrogateescape")
    return f"{crc32(os.fsencode(folder)):08x}", f"{crc32(states):08x}{len(files):x}"


def _states(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _states(entry.path)
        elif entry.name.endswith(READ) and not entry.name.startswith(HIDDEN):
            state = entry.stat()
            yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"


def _cache(*, makes: bool) -> str:
    """The folder for compiled content, nobody else's and closed to others; empty where there can be none."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    base = base if os.path.isabs(base) else os.path.join(os.path.expanduser("~"), ".cache")
    cache = os.path.join(base, CACHE)
    try:
        if makes and not os.path.lexists(cache):
            os.makedirs(base, PRIVATE, exist_ok=True)
            os.makedirs(cache, PRIVATE, exist_ok=True)
        return cache if _private(cache) else ""
    except (OSError, ValueError):
        return ""


def _private(cache: str) -> bool:
    status = os.lstat(cache)
    if not stat.S_ISDIR(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    if status.st_uid != os.geteuid():
        return False
    if status.st_mode & OTHERS:
        os.chmod(cache, PRIVATE)
    return True


def _sweep(file: str) -> None:
    """Remove what was compiled, or left half compiled, from an earlier state of the same folder."""
    cache, kept = os.path.split(file)
    name = kept.partition("-")[0]
    for old in os.listdir(cache):
        if old.startswith(name + "-") and not old.startswith(kept):
            _remove(os.path.join(cache, old))


def _remove(file: str) -> None:
    try:
        os.unlink(file)
    except OSError:
        return
