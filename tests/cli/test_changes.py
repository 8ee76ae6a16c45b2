"""The past on the command line: what changed, and the ranking and lists as of then."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


@pytest.fixture
def grown(pmtui: Run) -> Run:
    """A workspace with a problem that was scored, then another one."""
    pmtui("add", "problem", "Keys get lost")
    pmtui("estimate", "P-1", "reach=400", "impact=2", "rice_confidence=80%", "effort=2")
    pmtui("add", "problem", "Late invoices")
    return pmtui


def step(pmtui: Run, back: int) -> str:
    return f"step {pmtui('history', '--json').json[back]['step']}"


def test_what_changed_is_printed_written_and_read_by_programs(grown: Run, tmp_path: Path) -> None:
    since = step(grown, 1)
    printed = grown("changes", "--since", since)
    assert printed.status == 0
    assert "**P-2** Late invoices: new (Inbox)." in printed.out
    assert grown("changes", "--since", since, "-o", "changes.md").status == 0
    assert (tmp_path / "changes.md").read_text(encoding="utf-8") == printed.out
    assert [one["key"] for one in grown("changes", "--since", since, "--json").json["added"]] == ["P-2"]
    assert grown("changes", "--since", step(grown, 2), "--until", since, "--json").json["added"] == []


def test_lists_and_ranking_are_told_as_of_then(grown: Run) -> None:
    assert [one["key"] for one in grown("list", "problem", "--as-of", step(grown, 1), "--json").json] == ["P-1"]
    assert grown("rank", "--as-of", step(grown, 2), "--json").json == []
    assert [one["score"] for one in grown("rank", "--as-of", "today", "--json").json] == [320.0]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("changes",), 2),
        (("changes", "--since", "soon"), 1),
        (("changes", "--since", "2001-01-01"), 1),
        (("changes", "--since", "today", "--until", "step 0"), 1),
        (("rank", "--as-of", "step 999"), 1),
    ],
)
def test_what_is_no_point_of_the_past_is_refused(grown: Run, arguments: tuple[str, ...], status: int) -> None:
    assert grown(*arguments).status == status
