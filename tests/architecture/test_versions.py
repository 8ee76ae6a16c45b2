"""What the packaging files promise about each other."""

import re
import tomllib
from pathlib import Path

from pmtui import __version__

ROOT = Path(__file__).parents[2]


def test_constraints_are_plain_pins_without_hosts() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)] == []


def test_every_requirement_is_pinned_in_the_constraints() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {same_name(re.split(r"[<>=~!\[; ]", requirement)[0]) for requirement in wanted}
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert names <= {same_name(line.partition("==")[0]) for line in pinned}


def test_the_changelog_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+?),? ", text, re.MULTILINE)
    assert newest is not None
    assert newest[1] == __version__


def same_name(name: str) -> str:
    """A package's name as the registry compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
