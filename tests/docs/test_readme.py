"""What the README says is true."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pmtui.actions.key_table import markdown_table
from pmtui.environment.config import read_settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The README's code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.splitlines()[0])
def test_the_commands_run(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home"))
    (tmp_path / "ideas.csv").write_text(blocks("csv")[0], encoding="utf-8")
    for line in block.splitlines():
        program, *words = shlex.split(line.removeprefix("$ "))
        assert program == "pmtui"
        done = subprocess.run(
            [sys.executable, "-m", "pmtui", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), line


def test_there_are_commands_to_run() -> None:
    assert sum(block.count("$ pmtui") for block in blocks("console")) > 10


def test_the_key_table_is_that_of_the_program() -> None:
    shown = README.partition("<!-- keys -->\n")[2].partition("<!-- /keys -->")[0]
    assert shown == markdown_table()


def test_the_settings_are_understood(tmp_path: Path) -> None:
    from pmtui.actions.registry import with_keys
    from pmtui.styles.themes import THEMES

    (block,) = blocks("toml")
    file = tmp_path / "config.toml"
    file.write_text(block, encoding="utf-8")
    settings = read_settings(file)
    with_keys(settings.keys)
    assert settings.theme in {theme.name for theme in THEMES}
    assert set(tomllib.loads(block)) == {"theme", "mouse", "day_first", "keys"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert missing == []


def test_the_make_targets_it_names_exist() -> None:
    rules = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"\bmake ([a-z][a-z-]+)`", page.read_text(encoding="utf-8"))}
    assert named <= rules
    assert {"demo", "test"} <= rules
