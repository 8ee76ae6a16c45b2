"""What a status of another tracker means here: a lane, or that the problem is declined."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pmtui.importers.fields import DECLINED

_FINISHED_LANES = ("Launched", "Learned")
_JOINTS = re.compile(r"[\s_-]+")


def lane_for(status: str, category: str, own: Mapping[str, str]) -> str:
    """The lane a status stands for: by its name, else by its category, else "" when neither is known.

    "declined" when it says that the thing will not be done. own: a preset's own table, asked first.
    """
    word = _plain(status)
    return own.get(word) or _lanes().get(word) or _categories().get(_plain(category), "")


def says_declined(word: str) -> bool:
    """Whether a resolution or reason says that the thing will not be done."""
    return _lanes().get(_plain(word)) == DECLINED


def is_finished(lane: str) -> bool:
    """Whether a lane is one where the work is over."""
    return lane in _FINISHED_LANES


def _plain(word: str) -> str:
    return _JOINTS.sub(" ", word).strip().casefold().replace("’", "'")


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    file = Path(__file__).with_name("presets") / "statuses.toml"
    data = tomllib.loads(file.read_text("utf-8"))
    return {word: lane for lane, words in data["lanes"].items() for word in words}, data["categories"]


def _lanes() -> dict[str, str]:
    return _tables()[0]


def _categories() -> dict[str, str]:
    return _tables()[1]
