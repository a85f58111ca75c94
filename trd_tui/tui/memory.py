"""What Textual imports and the reader never uses, kept out of memory; most of all a question of sessions in a machine.

`leave_out` must run before Textual is imported. A module that was imported already stays as it is.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LATER: dict[str, tuple[str, ...]] = {
    "difflib": ("get_close_matches",),
    "locale": (),
    "mimetypes": (),
    "platformdirs": ("user_downloads_path",),
    "traceback": ("extract_stack",),
    "urllib.parse": ("quote_from_bytes", "urlparse"),
    "uuid": ("uuid4",),
}
"""Modules that are imported when something of them is first used, with the functions that others import by name."""

PALETTE = "textual.command"
"""Textual's command palette: the app has none (`ENABLE_COMMAND_PALETTE`), and its widgets take 1 MB."""

_ASKED_OF_ALL = frozenset({"__file__", "__path__"})


def leave_out() -> None:
    """Put something small in the place of each module that is not needed now."""
    # None is the import system's word for a module that is not there, and asyncio is made to do without TLS.
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
    for name, functions in LATER.items():
        if name not in sys.modules:
            sys.modules[name] = later = Later(name, functions)
            package, _, last = name.rpartition(".")
            if package:
                setattr(import_module(package), last, later)
    sys.modules.setdefault(PALETTE, Absent(PALETTE))


class Later(ModuleType):
    """A module that is imported when an attribute of it, or one of the functions named here, is first used."""

    def __init__(self, name: str, functions: tuple[str, ...]) -> None:
        super().__init__(name)
        for function in functions:
            setattr(self, function, self._later(function))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        # Whoever walks through all modules, as `inspect` does, asks each for these.
        if name in _ASKED_OF_ALL:
            raise AttributeError(name)
        return getattr(self._imported(), name)

    def _later(self, function: str) -> Callable[..., Any]:
        def call(*arguments: object, **named: object) -> Any:  # noqa: ANN401 - whatever the function gives
            return getattr(self._imported(), function)(*arguments, **named)

        return call

    def _imported(self) -> Any:  # noqa: ANN401 - a module has any attribute
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


class Absent(ModuleType):
    """A module whose names can be imported and derived from, but never made into anything."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {"__module__": self.__name__, "__init__": _refuse})
        setattr(self, name, made)
        return made


def _refuse(self: object, *_arguments: object, **_named: object) -> None:
    raise NotImplementedError(f"{type(self).__name__} is left out of this program")
