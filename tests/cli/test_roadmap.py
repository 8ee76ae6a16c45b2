"""The roadmap on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


@pytest.fixture
def filled(pmtui: Run) -> Run:
    for number, (title, reach, effort) in enumerate(
        (("Keys", "100", "2"), ("Dust", "40", "1..4"), ("Bins", "9", "1")), 1
    ):
        pmtui("add", "problem", title)
        pmtui("estimate", f"P-{number}", f"reach={reach}", "impact=1", "confidence=100%", f"effort={effort}")
    pmtui("capacity", "now=3", "next=2")
    return pmtui


def test_problems_are_put_into_horizons_and_listed(filled: Run) -> None:
    assert filled("horizon", "P-1", "p3", "now", "--reason", "First", "--json").json["keys"] == ["P-1", "P-3"]
    filled("horizon", "P-2", "declined", "--reason", "Too wide")
    record = filled("roadmap", "--json").json
    assert [(one["key"], one["horizon"], one["reason"]) for one in record["items"]] == [
        ("P-1", "now", "First"),
        ("P-3", "now", "First"),
        ("P-2", "declined", "Too wide"),
    ]
    assert record["capacity"]["now"] == {"capacity": 3, "left_over": 0, "used": 3, "without_effort": 0}
    shown = filled("roadmap").out
    assert "now: 3.0 of 3 person-months" in shown
    assert "declined  P-2" in shown
    filled("horizon", "P-1", "none")
    assert len(filled("roadmap", "--json").json["items"]) == 2


def test_declining_without_a_reason_is_refused(filled: Run) -> None:
    ended = filled("horizon", "P-1", "declined", "--json")
    assert (ended.status, ended.error["title"]) == (1, "A declined problem needs a reason.")


def test_a_plan_is_shown_and_applied_as_one_step(filled: Run) -> None:
    record = filled("plan", "--json").json
    assert (record["now"], record["next"]) == (["P-1", "P-3"], ["P-2"])
    assert (record["value"], record["at_most_below_best"], record["step"]) == (149, 0, None)
    assert record["chance"]["now"] == 1
    ended = filled("plan")
    assert "nowhere -> now  P-1  Keys" in ended.out
    assert "Nothing was changed" in ended.err
    applied = filled("plan", "--apply", "--json").json
    assert applied["step"] is not None
    assert filled("plan", "--json").json["moves"] == []
    filled("undo")
    assert filled("roadmap", "--json").json["items"] == []


def test_a_pin_shows_its_price_in_the_plan(filled: Run) -> None:
    filled("horizon", "P-2", "now")
    filled("pin", "P-2", "--reason", "Promised")
    filled("capacity", "now=2", "next=1")
    (pin,) = filled("plan", "--json").json["pins"]
    assert (pin["key"], pin["reason"], pin["lost"], pin["falls_out"]) == ("P-2", "Promised", 60, ["P-1"])
    assert "pinned P-2 in now (Promised): price 60.0, out: P-1" in filled("plan").out
    filled("pin", "P-2", "--off")
    assert filled("plan", "--json").json["pins"] == []


def test_loops_of_needs_are_refused(filled: Run) -> None:
    filled("needs", "P-1", "P-2")
    ended = filled("needs", "P-2", "P-1")
    assert ended.status == 1
    assert "closes a loop" in ended.err
    assert filled("needs", "P-1", "P-2", "--off").status == 0


def test_a_release_is_added_filled_listed_shown_and_exported(filled: Run, tmp_path: Path) -> None:
    added = filled("add", "release", "Spring", "--on", "2027-04-01", "--tier", "quiet", "--json").json
    assert added["key"] == "R-1"
    filled("horizon", "P-1", "now")
    assert filled("choose", "P-1", "R-1", "--json").json["chosen"] == "R-1"
    filled("add", "solution", "Key safes", "--problem", "P-1")
    filled("choose", "P-1", "S-1")
    (listed,) = filled("list", "release", "--json").json
    assert (listed["title"], listed["date"], listed["problems"], listed["lines"]) == ("Spring", "2027-04-01", 1, 3)
    shown = filled("show", "r1", "--json").json
    assert [one["key"] for one in shown["linked_problems"]] == ["P-1"]
    assert {line["state"] for line in shown["checklist"]} == {"to do"}
    assert "development" in filled("show", "R-1").out
    page = tmp_path / "roadmap.md"
    assert filled("export", "roadmap", "-o", str(page)).status == 0
    text = page.read_text(encoding="utf-8")
    for words in (
        "## Now",
        "### P-1 Keys",
        "- Solution: S-1 Key safes",
        "- Release: R-1 Spring",
        "### R-1 Spring",
        "- [ ] ",
    ):
        assert words in text
    assert filled("choose", "P-1", "D-1").status == 1


@pytest.mark.parametrize("arguments", [("capacity", "now"), ("horizon", "P-1", "soon"), ("plan", "P-1")])
def test_wrong_usage_is_told(filled: Run, arguments: tuple[str, ...]) -> None:
    assert filled(*arguments).status == 2


def test_without_a_capacity_a_plan_names_the_way_to_one(pmtui: Run) -> None:
    ended = pmtui("plan", "--json")
    assert (ended.status, ended.error["title"]) == (1, "No capacity is set.")


def test_an_empty_roadmap_says_how_to_begin(pmtui: Run) -> None:
    assert "pmtui horizon P-1 now" in pmtui("roadmap").err
