"""The user's settings, from a TOML file that need not exist."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pmtui.domain.errors import Refusal
from pmtui.domain.text import shown_line
from pmtui.environment.paths import config_file


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set.

    theme: its name, "" for the one pmtui comes with. mouse: whether the terminal's mouse is used. day_first: how
    `3/4/2026` is read in imports, None for what the file itself suggests. keys: the keys of actions, by action id.
    """

    theme: str = ""
    mouse: bool = True
    day_first: bool | None = None
    keys: Mapping[str, str] = field(default_factory=dict)


_WANTED: Mapping[str, tuple[type, str]] = {
    "theme": (str, "text in quotes"),
    "mouse": (bool, "true or false"),
    "day_first": (bool, "true or false"),
    "keys": (dict, "a table, [keys]"),
}


def read_settings(path: Path | None = None) -> Settings:
    """The settings of a file, by default the user's own; without it what pmtui comes with.

    Raises Refusal with the file and the name that is wrong.
    """
    path = path or config_file()
    try:
        text = path.read_bytes().decode()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise _wrong(path, f"it can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise _wrong(path, "it is not UTF-8 text") from error
    import tomllib  # only who has settings pays for reading them

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _wrong(path, str(error)) from error
    for name, value in values.items():
        if name not in _WANTED:
            raise _wrong(path, f"“{name}” is not a setting; there are {', '.join(_WANTED)}")
        kind, wanted = _WANTED[name]
        if not isinstance(value, kind):
            raise _wrong(path, f"{name} has to be {wanted}")
    for action, key in values.get("keys", {}).items():
        if not isinstance(key, str):
            raise _wrong(path, f"keys.{action} has to be text in quotes")
    return Settings(**values)


def save_theme(name: str, path: Path | None = None) -> None:
    """Put the name of a theme into a settings file, by default the user's own, and leave all else in it as it is.

    Raises Refusal.
    """
    import re

    from pmtui.environment.files import write_text

    path = (path or config_file()).resolve()  # a link stays one
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.exists() else ""
    except OSError as error:
        raise Refusal(f"The theme is not kept: {error.strerror}.", f"Look at {shown_line(str(path))}.") from error
    first_table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    end = first_table.start() if first_table else len(text)
    others = re.sub(r"^[ \t]*theme[ \t]*=.*\n?", "", text[:end], flags=re.MULTILINE)
    write_text(path, f'theme = "{name}"\n{others}{text[end:]}')


def _wrong(path: Path, what: str) -> Refusal:
    return Refusal(f"The settings were not read: {shown_line(what)}.", f"Mend {shown_line(str(path))}, or remove it.")
