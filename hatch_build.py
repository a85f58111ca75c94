"""Puts the compiled article into a wheel; for an editable install, compiles it where the checkout keeps its own."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
INSIDE_WHEEL = "trd_tui/library.sqlite"


class LibraryHook(BuildHookInterface[Any]):
    """Compiles `content/` for a wheel, and stops the build with every problem if the content is broken."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into the wheel; for an editable install, spare the first start the work."""
        if version == "editable":
            compile_beside()
            return
        self._folder = tempfile.TemporaryDirectory()
        target = Path(self._folder.name) / Path(INSIDE_WHEEL).name
        compile_library(ROOT / "content", target)
        build_data["force_include"][str(target)] = INSIDE_WHEEL

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was compiled; the wheel holds it now."""
        if version != "editable":
            self._folder.cleanup()


def compile_beside() -> None:
    """Compile the checkout's own content; broken content is left for the program to tell."""
    sys.path.insert(0, str(ROOT))
    from trd_tui.errors import ContentError
    from trd_tui.library.find import open_library

    with contextlib.suppress(ContentError):
        open_library()


def compile_library(folder: Path, target: Path) -> None:
    """Compile a content folder to a file; SystemExit lists the problems."""
    sys.path.insert(0, str(ROOT))
    from trd_tui.library.build import build
    from trd_tui.library.check import check
    from trd_tui.library.source import load

    problems = check(folder)
    content, _ = load(folder)
    if problems or content is None:
        raise SystemExit("\n".join(["The content is broken, so no wheel was built.", *map(str, problems)]))
    build(content, str(target))
