"""The program with a fault in it, while it holds a value that nobody may see: `broken_app.py FAULT OPTIONS...`.

In the full screen the fault comes when a page is opened, or at the start; in plain mode when a line was typed.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from trd_tui import cli

VALUE = "zebra"


def broken(*held: object) -> NoReturn:
    """Fail while holding a value."""
    answer = VALUE
    raise ValueError(f"{answer} {held}")


async def broken_later() -> None:
    """Fail in a task."""
    broken()


async def stuck(*_: object) -> None:
    """Never end."""
    await asyncio.sleep(10_000)


def _breaks(app: Any, name: str) -> None:  # noqa: ANN401 - its private parts are what is broken
    """Make what is broken run, or break it now."""
    loop, driver = asyncio.get_running_loop(), app._driver
    runs: dict[str, Callable[[], object]] = {
        "handler": broken,
        "timer": lambda: app.set_timer(0.01, broken),
        "later": lambda: app.call_later(broken),
        "after a frame": lambda: app.call_after_refresh(broken),
        "worker": lambda: app.run_worker(broken_later()),
        "loop": lambda: loop.call_soon(broken),
        "stuck widget": lambda: (app.frame.call_later(stuck), app.set_timer(0.1, broken)),
        "stuck app": lambda: (app.call_later(stuck), loop.call_later(0.1, broken)),
    }
    parts: dict[str, tuple[Any, str, Callable[[], object]]] = {
        "frame": (app.frame, "render_lines", lambda: app.refresh(layout=True)),
        "sending": (driver, "_send", app.refresh),
        "writing": (driver._device, "write", driver.redraw),
        "reading": (driver._device, "read", app.refresh),
        "resize": (driver, "_measure", driver._on_resize),
        "exit": (app, "_shutdown", app.exit),
    }
    if name in parts:
        owner, part, use = parts[name]
        setattr(owner, part, broken)
        use()
    else:
        runs[name]()


def break_full(name: str) -> None:
    """Break the full screen: from the start, or once a page is opened."""
    from trd_tui.tui.app import ReaderApp
    from trd_tui.tui.driver import TerminalDriver

    parts: dict[str, tuple[type[Any], str]] = {
        "compose": (ReaderApp, "get_default_screen"),
        "start": (ReaderApp, "__init__"),
        "ready": (ReaderApp, "on_mount"),
        "taking": (TerminalDriver, "_measure"),
        "giving back": (TerminalDriver, "_unwatch_loop"),
    }
    owner, part = parts.get(name, (ReaderApp, "_open"))
    setattr(owner, part, broken if name in parts else lambda app, _make: _breaks(app, name))


def break_plain() -> None:
    """Break plain mode, once a line was typed."""
    from trd_tui.plain.session import Session

    setattr(Session, "_answer", broken)  # noqa: B010 - the type of a method is not what matters here


if __name__ == "__main__":
    fault = sys.argv.pop(1)
    if fault == "plain":
        break_plain()
    else:
        break_full(fault)
    cli.run()
