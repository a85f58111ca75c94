"""Settings from the command line, the environment and a config file, in that order of weight."""

from __future__ import annotations

from trd_tui.errors import UsageError
from trd_tui.options import FLAG, OPTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

OFF = ("", "0", "false", "no", "off")
LANGUAGES = ("en",)
THEMES = ("dark", "light", "high-contrast", "terminal")
SAFETY_QUESTION = ("last", "first", "off")
VERBOSITY = ("normal", "full", "brief")
FRONT_ENDS = ("plain", "tui")
LONGEST_FILE = 100_000


class Settings:
    """What holds for this run; `values` by option name ("1" for a flag that is on), `keys` by command id."""

    __slots__ = ("keys", "values")

    def __init__(self, values: dict[str, str], keys: dict[str, list[str]]) -> None:
        self.values = values
        self.keys = keys

    def text(self, name: str, default: str = "") -> str:
        """A setting's value, or the default where nobody set it."""
        return self.values.get(name) or default

    def on(self, name: str) -> bool:
        """Whether a flag is on."""
        return bool(self.values.get(name))

    def chosen(self, name: str) -> bool | None:
        """Whether a flag was put on or off; None where nobody did."""
        return self.on(name) if name in self.values else None


def gather(options: Mapping[str, str], env: Mapping[str, str]) -> Settings:
    """All settings; UsageError for a value that does not exist or a config file that cannot be read."""
    config, keys = _config(options.get("config") or env.get("TRD_TUI_CONFIG", ""), env)
    values: dict[str, str] = {}
    for layer in (config, _environment(env), dict(options)):
        _lay(values, layer)
    if options.get("plain") and options.get("tui"):
        raise UsageError("--plain and --tui cannot both be chosen")
    _known("theme", values, THEMES)
    _known("lang", values, LANGUAGES)
    _known("safety-question", values, SAFETY_QUESTION)
    _known("verbosity", values, VERBOSITY)
    return Settings(values, keys)


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


def _config(named: str, env: Mapping[str, str]) -> tuple[dict[str, str], dict[str, list[str]]]:
    import os

    home = env.get("XDG_CONFIG_HOME") or os.path.join(env.get("HOME", ""), ".config")
    path = named or os.path.join(home, "trd-tui", "config.toml")
    if not named and not (os.path.isabs(path) and os.path.exists(path)):
        return {}, {}
    import tomllib

    try:
        with open(path, "rb") as file:
            text = file.read(LONGEST_FILE + 1)
        if len(text) > LONGEST_FILE:
            raise UsageError(f"the config file {path!a} is too long")
        table = tomllib.loads(text.decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"the config file {path!a} cannot be read: {error}") from error
    return _checked(ascii(path), table)


def _checked(path: str, table: dict[str, object]) -> tuple[dict[str, str], dict[str, list[str]]]:
    keys = table.pop("keys", {})
    if not isinstance(keys, dict) or not all(map(_texts, keys.values())):
        raise UsageError(f'{path}: [keys] holds lists, such as sources = ["s", "f5"]')
    values: dict[str, str] = {}
    options = {option.name.replace("-", "_"): option for option in OPTIONS if option.setting}
    for name, value in table.items():
        option = options.get(name)
        if option is None:
            raise UsageError(f"{path}: {name!r} is not a setting; there is: {', '.join(options)}, [keys]")
        if isinstance(value, bool) != (option.kind == FLAG) or not isinstance(value, bool | str):
            raise UsageError(f"{path}: {name} needs {'true or false' if option.kind == FLAG else 'a text in quotes'}")
        values[option.name] = ("1" if value else "") if isinstance(value, bool) else value
    return values, keys


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
