"""What stands between two lines of dashes at the start of a Markdown file."""

import re

from pmtui.domain.text import clean_line

LONGEST = 1 << 16
_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def split_front_matter(text: str) -> tuple[dict[str, str], str, int]:
    """Its values by name in lower case, the rest of the file, and the number of the line that begins with.

    Values stay as they are written: `no` is no truth value here. Lists are joined by commas; what is nested deeper is
    left out, and so is front matter that can't be read.
    """
    match = _FRONT.match(text[:LONGEST])
    if match is None:
        return {}, text, 1
    return _values(match[1]), text[match.end() :], 1 + text.count("\n", 0, match.end())


def _values(front: str) -> dict[str, str]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        found = YAML(typ="base", pure=True).load(front)
    except (YAMLError, ValueError, LookupError, TypeError, AttributeError, RecursionError):  # all of these come out
        return {}
    if not isinstance(found, dict):
        return {}
    words = ((clean_line(name).casefold(), _word(value)) for name, value in found.items() if isinstance(name, str))
    return {name: word for name, word in words if name and word}


def _word(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(each for each in value if isinstance(each, str))
    return ""
