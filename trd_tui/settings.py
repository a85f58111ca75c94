"""Settings from the command line, the environment and a config file, in that order of weight."""

from __future__ import annotations

from trd_tui.errors import UsageError
from trd_tui.options import FLAG, OPTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from trd_tui.kiosk import Kiosk

    Read = tuple[dict[str, str], dict[str, list[str]], dict[str, object]]
    """Values of options, lists of keys, and the table of the kiosk."""

OFF = ("", "0", "false", "no", "off")
LANGUAGES = ("en",)
THEMES = ("dark", "light", "high-contrast", "terminal")
SAFETY_QUESTION = ("last", "first", "off")
VERBOSITY = ("normal", "full", "brief")
FRONT_ENDS = ("plain", "tui")
KIOSK_FILE = "/etc/trd-tui/kiosk.toml"
LONGEST_FILE = 100_000
ROOT, WRITTEN_BY_OTHERS, STICKY = 0, 0o022, 0o1000


class Settings:
    """What holds for this run; `values` by option name ("1" for a flag that is on), `keys` by command id.

    `kiosk` is None where this is none.
    """

    __slots__ = ("keys", "kiosk", "values")

    def __init__(self, values: dict[str, str], keys: dict[str, list[str]], kiosk: Kiosk | None = None) -> None:
        self.values = values
        self.keys = keys
        self.kiosk = kiosk

    def text(self, name: str, default: str = "") -> str:
        """A setting's value, or the default where nobody set it."""
        return self.values.get(name) or default

    def on(self, name: str) -> bool:
        """Whether a flag is on."""
        return bool(self.values.get(name))

    def chosen(self, name: str) -> bool | None:
        """Whether a flag was put on or off; None where nobody did."""
        return self.on(name) if name in self.values else None


def is_kiosk(options: Mapping[str, str], env: Mapping[str, str]) -> bool:
    """Whether a kiosk was asked for, in a place that is looked at before any file is read."""
    return bool(options.get("kiosk") or _switch(env.get("TRD_TUI_KIOSK", "")))


def gather(options: Mapping[str, str], env: Mapping[str, str]) -> Settings:
    """All settings; UsageError for a value that does not exist or a config file that cannot be read.

    A kiosk takes them from options and from a file that root owns, and from nowhere else.
    """
    locked = is_kiosk(options, env)
    env = {} if locked else env
    named = options.get("config") or env.get("TRD_TUI_CONFIG", "")
    config, keys, table = _config(named, KIOSK_FILE if locked else _own_file(env), is_kiosk=locked)
    values: dict[str, str] = {}
    for layer in (config, _environment(env), dict(options)):
        _lay(values, layer)
    if values.get("kiosk") and not locked:
        raise UsageError("kiosk is not for a config file: start with the option --kiosk")
    if options.get("plain") and options.get("tui"):
        raise UsageError("--plain and --tui cannot both be chosen")
    _known("theme", values, THEMES)
    _known("lang", values, LANGUAGES)
    _known("safety-question", values, SAFETY_QUESTION)
    _known("verbosity", values, VERBOSITY)
    return Settings(values, keys, _kiosk(table, ascii(named or KIOSK_FILE)) if locked else None)


def _kiosk(table: dict[str, object], path: str) -> Kiosk:
    from trd_tui.kiosk import from_table

    return from_table(table, path)


def _lay(values: dict[str, str], layer: Mapping[str, str]) -> None:
    if any(layer.get(front_end) for front_end in FRONT_ENDS):
        for front_end in FRONT_ENDS:
            values.pop(front_end, None)
    values.update(layer)


def _environment(env: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for option in OPTIONS:
        value = env.get("TRD_TUI_" + option.name.upper().replace("-", "_"))
        if option.setting and value is not None:
            found[option.name] = _switch(value) if option.kind == FLAG else value
    return found


def _switch(value: str) -> str:
    return "" if value.lower() in OFF else "1"


def _known(name: str, values: Mapping[str, str], allowed: tuple[str, ...]) -> None:
    if values.get(name) and values[name] not in allowed:
        raise UsageError(f"--{name} {values[name]!r} is not known; there is: {', '.join(allowed)}")


def _own_file(env: Mapping[str, str]) -> str:
    import os

    home = env.get("XDG_CONFIG_HOME") or os.path.join(env.get("HOME", ""), ".config")
    path = os.path.join(home, "trd-tui", "config.toml")
    return path if os.path.isabs(path) else ""


def _config(named: str, usual: str, *, is_kiosk: bool) -> Read:
    import os

    path = named or usual
    if not named and not (path and os.path.exists(path)):
        return {}, {}, {}
    import tomllib

    opened = _closed(path) if is_kiosk else path
    try:
        with open(opened, "rb") as file:
            text = file.read(LONGEST_FILE + 1)
        if len(text) > LONGEST_FILE:
            raise UsageError(f"the config file {path!a} is too long")
        table = tomllib.loads(text.decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"the config file {path!a} cannot be read: {error}") from error
    return _checked(ascii(path), table)


def _closed(named: str) -> str:
    """The real path of a file that nobody but root may have written, or put in its place; UsageError for others."""
    import os

    path = named
    try:
        real = path = os.path.realpath(named)
        while True:
            state = _state(path)
            # In a folder such as /tmp others make files, but cannot take root's away.
            shared = path != real and state.st_mode & STICKY
            if state.st_uid != ROOT or (state.st_mode & WRITTEN_BY_OTHERS and not shared):
                raise UsageError(f"a kiosk takes its config only from root, and others may change {path!a}")
            if path == os.path.dirname(path):
                return real
            path = os.path.dirname(path)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"the config file {path!a} cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from error


def _state(path: str) -> os.stat_result:
    import os

    return os.stat(path)


def _checked(path: str, table: dict[str, object]) -> Read:
    keys = table.pop("keys", {})
    if not isinstance(keys, dict) or not all(map(_texts, keys.values())):
        raise UsageError(f'{path}: [keys] holds lists, such as sources = ["s", "f5"]')
    kiosk = table.get("kiosk")
    own: dict[str, object] = kiosk if isinstance(kiosk, dict) else {}
    if isinstance(kiosk, dict):
        del table["kiosk"]
    values: dict[str, str] = {}
    options = {option.name.replace("-", "_"): option for option in OPTIONS if option.setting}
    for name, value in table.items():
        option = options.get(name)
        if option is None:
            raise UsageError(f"{path}: {name!r} is not a setting; there is: {', '.join(options)}, [keys], [kiosk]")
        if isinstance(value, bool) != (option.kind == FLAG) or not isinstance(value, bool | str):
            raise UsageError(f"{path}: {name} needs {'true or false' if option.kind == FLAG else 'a text in quotes'}")
        values[option.name] = ("1" if value else "") if isinstance(value, bool) else value
    return values, keys, own


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
