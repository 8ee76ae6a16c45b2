"""Adding, estimating, moving: what the commands change and what they say."""

from pathlib import Path

import pytest

from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


def test_a_problem_is_added_with_its_fields(pmtui: Run) -> None:
    added = pmtui(
        "add", "problem", "Keys get lost", "--statement", "Who: **all**", "--tag", "access,#trust", "--tag", "Access",
        "--lane", "defined", "--need", "current",
    )  # fmt: skip
    assert (added.status, added.out, added.err) == (0, "Added P-1\n", "")
    shown = pmtui("show", "P-1", "--json").json
    assert shown["title"] == "Keys get lost"
    assert shown["statement"] == "Who: **all**"
    assert shown["tags"] == ["access", "trust"]
    assert shown["lane"] == "Defined"
    assert shown["need"] == "current"


def test_evidence_is_added_and_connected(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("add", "problem", "Nobody comes")
    added = pmtui(
        "add", "evidence", "I gave my key away.", "--problem", "p1", "--problem", "P-2", "--problem", "P-1",
        "--kind", "ticket", "--source", "Inbox", "--author", "Ann", "--company", "Okafor", "--date", "2026-11-02",
        "--json",
    )  # fmt: skip
    assert added.json["key"] == "E-1"
    shown = pmtui("show", "E-1", "--json").json
    assert [problem["key"] for problem in shown["problems"]] == ["P-1", "P-2"]
    assert (shown["kind"], shown["source"], shown["author"]) == ("ticket", "Inbox", "Ann")
    assert (shown["company"], shown["date"], shown["text"]) == ("Okafor", "2026-11-02", "I gave my key away.")
    assert pmtui("show", "C-1", "--json").json["evidence"] == [{"key": "E-1", "title": "I gave my key away."}]


def test_estimates_take_ranges_and_the_names_people_use_and_give_the_published_rice_score(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    scored = pmtui("estimate", "P-1", "reach=500", "impact=3", "confidence=90%", "effort=2", "--json").json
    assert scored["score"] == 675  # the example of Intercom's article on RICE
    assert scored["rank"] == 1
    pmtui("estimate", "P-1", "Reach=200..800 ~350", "--reason", "October's bookings")
    reach = pmtui("show", "P-1", "--json").json["estimates"][0]
    assert (reach["value"], reach["central"], reach["reason"]) == ("200..800 ~350", 350, "October's bookings")


def test_an_empty_estimate_takes_it_away(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("estimate", "P-1", "effort=2")
    pmtui("estimate", "P-1", "effort=")
    assert "effort" in pmtui("show", "P-1", "--json").json["missing"]


@pytest.mark.parametrize(
    ("estimate", "status", "words"),
    [
        ("reach=-1", 1, "can't be negative"),
        ("reach=lots", 1, "not a number"),
        ("joy=1", 1, "no criterion joy"),
        ("reach", 2, "not NAME=VALUE"),
    ],
)
def test_an_estimate_that_can_not_be_is_refused_and_nothing_is_changed(
    pmtui: Run, estimate: str, status: int, words: str
) -> None:
    pmtui("add", "problem", "Keys get lost")
    refused = pmtui("estimate", "P-1", "impact=2", estimate)
    assert refused.status == status
    assert words in refused.err
    assert len(pmtui("history", "--json").json) == 1


def test_a_card_moves_to_a_lane_of_any_spelling(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    moved = pmtui("move", "p-1", "SOLVING")
    assert (moved.status, moved.out) == (0, "Moved P-1 to Solving\n")
    assert pmtui("show", "P-1", "--json").json["lanes"][-1]["lane"] == "Solving"


def test_an_unknown_lane_is_refused_with_the_lanes_there_are(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    for command in (
        ["move", "P-1", "Nowhere"],
        ["add", "problem", "x", "--lane", "Nowhere"],
        ["list", "problem", "--lane", "Nowhere"],
    ):
        refused = pmtui(*command)
        assert refused.status == 1
        assert "Inbox, Discovering" in refused.err


def test_undo_and_redo_take_steps_back_and_bring_them_again(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("move", "P-1", "Defined")
    undone = pmtui("undo", "--json").json
    assert undone["label"] == "Moved P-1 to Defined"
    assert undone["undone"] is True
    assert pmtui("show", "P-1", "--json").json["lane"] == "Inbox"
    redone = pmtui("redo", "--json").json
    assert redone == {**undone, "undone": False}
    assert pmtui("undo").out == "Undid: Moved P-1 to Defined\n"
    assert pmtui("redo").out == "Redid: Moved P-1 to Defined\n"
    assert pmtui("redo").status == 1


def test_history_tells_every_step_the_newest_first(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("move", "P-1", "Defined")
    pmtui("undo")
    steps = pmtui("history", "--json").json
    assert [step["label"] for step in steps] == ["Undid: Moved P-1 to Defined", "Moved P-1 to Defined", "Added P-1"]
    assert [step["undone"] for step in steps] == [False, True, False]
    assert {tuple(step) for step in steps} == {("step", "at", "label", "source", "undone")}
    assert len(pmtui("history", "--limit", "1", "--json").json) == 1
    assert "(undone)" in pmtui("history").out


def test_what_a_command_did_as_json(pmtui: Run) -> None:
    added = pmtui("add", "problem", "Keys get lost", "--json").json
    assert (added["label"], added["key"], added["notice"]) == ("Added P-1", "P-1", "")
    assert isinstance(added["step"], int)


def test_new_makes_a_private_file_and_never_touches_one_that_is_there(pmtui: Run, own_folders: Path) -> None:
    path = own_folders / "plan.pmtui"
    assert pmtui("new", str(path), "--name", "Plan").status == 0
    assert path.stat().st_mode & 0o777 == 0o600
    before = path.read_bytes()
    refused = pmtui("new", str(path))
    assert refused.status == 1
    assert "already exists" in refused.err
    assert path.read_bytes() == before


def test_moments_are_said_on_the_clock_of_the_place_with_its_zone_and_to_programs_in_utc(
    program: Run, workspace_file: Path
) -> None:
    workspace = Workspace.open(workspace_file, clock=lambda: "2026-01-10T02:30:00Z")
    workspace.run(AddProblem("Keys get lost"))
    workspace.close()
    assert "2026-01-09 21:30 EST" in program("history", TZ="EST5").out
    assert "created at: 2026-01-09 21:30 EST" in program("show", "P-1", TZ="EST5").out
    assert program("history", "--json", TZ="EST5").json[0]["at"] == "2026-01-10T02:30:00Z"
