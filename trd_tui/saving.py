"""Save a text under a name that a person typed: whole or not at all, for its owner alone, over nothing by accident.

What goes wrong is told as a key under `saving:` in words.yaml; `KEY_hint` beside it says what to do.
"""

from __future__ import annotations

import errno
import os
import stat

from trd_tui.errors import TrdError
from trd_tui.safe import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trd_tui.words import Words

OWNER_ALONE = 0o600
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
LONGEST_SHOWN = 200
QUOTES = ("'", '"')
UNREADABLE = "\ufffd"
NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)
KEYS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "read_only",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "under_file",
    errno.ENAMETOOLONG: "too_long",
    errno.ELOOP: "link",
    errno.EISDIR: "folder",
}


class SaveError(TrdError):
    """The text was not saved, and all is as it was before; `said` gives what happened and what to do."""

    def __init__(self, key: str, path: str, reason: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.path = printable(path, LONGEST_SHOWN)
        self.reason = reason

    def said(self, words: Words) -> tuple[str, str]:
        """What happened, and what to do about it."""
        return (
            words(f"saving.{self.key}", path=self.path, reason=self.reason),
            words(f"saving.{self.key}_hint"),
        )


class ExistsError(SaveError):
    """There is a file of that name, which was left alone; save with `replace` once the person agreed."""

    def __init__(self, path: str) -> None:
        super().__init__("exists", path)


def save(text: str, name: str, *, replace: bool = False) -> str:
    """Write a text to a file and give its full path; the mode is 0600, whatever the umask says.

    A file that is there is left alone, unless `replace`. A link is followed to a file that exists, never made one
    through. SaveError, with nothing left behind, where it cannot be done; ExistsError where there is a file.
    """
    path = _path(name)
    try:
        target = _target(path, replace=replace)
        _write(text.encode("utf-8", "replace"), target, replace=replace)
    except FileExistsError as error:
        raise ExistsError(path) from error
    except OSError as error:
        raise SaveError(KEYS.get(error.errno or 0, "failed"), path, error.strerror or "") from error
    except ValueError as error:
        raise SaveError("bad_name", path) from error
    return path


def _path(name: str) -> str:
    """The full path that a typed name means; quotes around it are taken for a habit of the shell."""
    typed = name.strip()
    if typed[:1] in QUOTES and len(typed) > 1 and typed[0] == typed[-1]:
        typed = typed[1:-1].strip()
    if not typed:
        raise SaveError("empty", "")
    if not typed.isprintable() or UNREADABLE in typed:
        raise SaveError("bad_name", typed)
    path = os.path.abspath(os.path.expanduser(typed))
    if typed.endswith(os.sep) or os.path.basename(typed) in (os.curdir, os.pardir):
        raise SaveError("folder", path)
    return path


def _target(path: str, *, replace: bool) -> str:
    """Where the bytes go: the path, or the file that a link of that name leads to."""
    try:
        there = os.lstat(path)
    except FileNotFoundError:
        return path
    if stat.S_ISLNK(there.st_mode):
        there = _linked(path)
    if stat.S_ISDIR(there.st_mode):
        raise SaveError("folder", path)
    if not stat.S_ISREG(there.st_mode):
        raise SaveError("no_file", path)
    if not replace:
        raise ExistsError(path)
    return os.path.realpath(path)


def _linked(path: str) -> os.stat_result:
    try:
        return os.stat(path)
    except FileNotFoundError as error:
        raise SaveError("link", path) from error


def _write(data: bytes, target: str, *, replace: bool) -> None:
    """Put a complete file in its place in one step, by way of a file beside it that nobody else can read."""
    folder = os.path.dirname(target)
    beside = os.path.join(folder, f".trd-tui-{os.urandom(8).hex()}")
    handle = os.open(beside, NEW, OWNER_ALONE)
    try:
        _fill(handle, data)
        if replace and os.path.lexists(target):
            os.replace(beside, target)
        else:
            _give_name(beside, target)
    except BaseException:
        os.unlink(beside)
        raise
    _settle(folder)


def _fill(handle: int, data: bytes) -> None:
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(handle, OWNER_ALONE)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _give_name(beside: str, target: str) -> None:
    """Name a file, unless something took the name in the meantime."""
    try:
        os.link(beside, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        # A file system without links, such as that of a USB stick: hold the name with an empty file, and fill it.
        os.close(os.open(target, NEW, OWNER_ALONE))
        try:
            os.replace(beside, target)
        except OSError:
            os.unlink(target)
            raise
    else:
        os.unlink(beside)


def _settle(folder: str) -> None:
    """Let the folder's entry reach the disk, where the system can be told to."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
