"""What has to be done before a release: default lines of its checklist, the more the louder the launch.

The tiers and lines are the product's own; every line can be changed.
"""

from collections.abc import Mapping

LAUNCH_TIERS: Mapping[str, str] = {
    "major": "everyone is to hear of it",
    "standard": "those who use it are told",
    "quiet": "it is there, without a word",
}
_QUIET = (
    ("development", "Tried out with one customer"),
    ("development", "The way back is known"),
    ("sales", "Those who talk to customers know of it"),
)
_STANDARD = (
    *_QUIET,
    ("development", "What is measured after the release is in place"),
    ("marketing", "What it does for whom, in one sentence"),
    ("marketing", "Customers who asked for it are told"),
    ("sales", "Answers to likely questions are written down"),
)
_MAJOR = (
    *_STANDARD,
    ("development", "It holds under the load of the first day"),
    ("marketing", "Pictures and an announcement are ready"),
    ("marketing", "Channels and days of the announcement are set"),
    ("sales", "Price and offer are decided"),
    ("sales", "Sales has tried it out"),
)
_LINES = {"quiet": _QUIET, "standard": _STANDARD, "major": _MAJOR}


def default_lines(launch_tier: str) -> tuple[tuple[str, str], ...]:
    """The lines a checklist begins with: area and words, by area. None without a tier."""
    return tuple(sorted(_LINES.get(launch_tier, ()), key=lambda line: _AREAS[line[0]]))


_AREAS = {"development": 0, "marketing": 1, "sales": 2}
