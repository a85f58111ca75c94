"""Settings of Textual that come from outside; this must run before Textual is imported, which reads them once."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping


def drop_textual_settings(env: MutableMapping[str, str]) -> None:
    """Remove Textual's own variables: they can write what is typed to a log file, press keys and poll files."""
    for name in [name for name in env if name == "TEXTUAL" or name.startswith("TEXTUAL_")]:
        del env[name]
