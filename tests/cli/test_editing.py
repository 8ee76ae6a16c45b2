"""Editing and deleting records on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


@pytest.fixture(autouse=True)
def one_of_each(workspace_file: Path, pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("add", "evidence", "I gave my key to three people", "--problem", "P-1", "--company", "Okafor")
    pmtui("add", "persona", "Parents")
    pmtui("add", "solution", "A key log", "--problem", "P-1")
    pmtui("add", "assumption", "They write it down", "--solution", "S-1")
    pmtui("add", "assumption", "They read it", "--solution", "S-1")
    pmtui("add", "experiment", "Paper log", "--solution", "S-1", "--assumption", "write it")
    pmtui("add", "objective", "Nobody waits")
    pmtui("add", "key-result", "O-1", "Lost keys", "--baseline", "9", "--target", "2")
    pmtui("add", "release", "Spring", "--tier", "quiet")
    pmtui("decide", "Keys first", "--problem", "P-1", "--driver", "Ann")


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("P-1", "statement=Who has it?", ("statement", "Who has it?")),
        ("E-1", "author=Bev", ("author", "Bev")),
        ("U-1", "title=Busy parents", ("title", "Busy parents")),
        ("C-1", "revenue=2340", ("revenue", 2340.0)),
        ("O-1", "pillar=production", ("pillar", "production")),
        ("K-1", "Target=1", ("target", 1.0)),
        ("S-1", "effort=1..2", ("effort", "1..2")),
        ("X-1", "success=Nine of ten", ("success_limit", "Nine of ten")),
        ("X-1", "started-on=2026-11-02", ("started_on", "2026-11-02")),
        ("R-1", "date=2027-04-15", ("date", "2027-04-15")),
        ("R-1", "tier=major", ("launch_tier", "major")),
    ],
)
def test_a_field_is_changed_under_the_name_it_is_shown_by(
    pmtui: Run, key: str, value: str, shown: tuple[str, object]
) -> None:
    assert pmtui("edit", key, value).status == 0
    name, wanted = shown
    assert pmtui("show", key, "--json").json[name] == wanted


@pytest.mark.parametrize("key", ["P-1", "E-1", "U-1", "C-1", "D-1", "O-1", "K-1", "S-1", "X-1", "R-1"])
def test_every_kind_of_record_is_deleted_and_undone(pmtui: Run, key: str) -> None:
    before = pmtui("show", key, "--json").json
    assert pmtui("delete", key, "--json").json["key"] == key
    assert pmtui("show", key).status == 1
    pmtui("undo")
    assert pmtui("show", key, "--json").json == before


def test_an_assumption_is_named_by_some_of_its_words(pmtui: Run) -> None:
    assert pmtui("edit", "S-1", "--part", "WRITE", "support=4", "importance=5", "kind=feasible").status == 0
    first, second = pmtui("show", "S-1", "--json").json["assumptions"]
    assert (first["title"], first["support"], first["importance"]) == ("They read it", 1, 3)
    assert (second["title"], second["support"], second["importance"]) == ("They write it down", 4, 5)
    assert (second["kind"], second["experiments"]) == ("feasible", ["X-1"])
    assert pmtui("delete", "S-1", "--part", "write").status == 0
    assert [each["title"] for each in pmtui("show", "S-1", "--json").json["assumptions"]] == ["They read it"]


def test_the_launch_checklist_is_kept_from_the_command_line(pmtui: Run) -> None:
    pmtui("add", "launch-line", "R-1", "Agents get a page", "--area", "sales")
    pmtui("tick", "R-1", "agents")
    pmtui("edit", "R-1", "--part", "agents", "title=Agents get two pages")

    def line() -> list[tuple[str, str, str]]:
        lines = pmtui("show", "R-1", "--json").json["checklist"]
        return [(each["area"], each["title"], each["state"]) for each in lines if "Agents" in each["title"]]

    assert line() == [("sales", "Agents get two pages", "done")]
    pmtui("tick", "R-1", "agents", "--off")
    assert line() == [("sales", "Agents get two pages", "to do")]
    pmtui("delete", "R-1", "--part", "agents")
    assert line() == []


@pytest.mark.parametrize(
    ("words", "status", "error"),
    [
        (("edit", "S-1", "colour=red"), 1, "Of this solution: title, effort, description"),
        (("edit", "S-1", "title"), 2, "is not NAME=VALUE"),
        (("edit", "S-1", "title="), 1, "A solution needs a title"),
        (("edit", "S-1", "effort=much"), 1, "is not a number or a range"),
        (("edit", "S-9", "title=x"), 1, "There is no S-9"),
        (("edit", "D-1", "title=x"), 1, "A decision is not edited here"),
        (("edit", "P-1", "horizon=now"), 1, "is nothing that can be edited here"),
        (("edit", "S-1", "--part", "they", "support=4"), 1, "More than one assumption of S-1"),
        (("edit", "S-1", "--part", "nobody", "support=4"), 1, "They write it down; They read it"),
        (("edit", "S-1", "--part", "write", "support=9"), 1, "from 1 to 5"),
        (("edit", "P-1", "--part", "x", "title=x"), 1, "P-1 has no parts"),
        (("delete", "X-7"), 1, "There is no X-7"),
        (("tick", "S-1", "x"), 1, "is not a release"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(pmtui: Run, words: tuple[str, ...], status: int, error: str) -> None:
    ended = pmtui(*words)
    assert (ended.status, ended.out) == (status, "")
    assert error in ended.err
