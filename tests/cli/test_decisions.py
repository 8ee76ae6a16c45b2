"""Decisions on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")
PREDICTED = ("--predict", "Half as many are lost", "--probability", "80%")


def test_a_decision_is_recorded_listed_shown_and_reviewed(pmtui: Run) -> None:
    pmtui("add", "problem", "Keys get lost")
    pmtui("estimate", "P-1", "reach=400", "impact=2", "confidence=80%", "effort=1")
    pmtui("add", "evidence", "I gave my key away")
    words = ("--choice", "Safes", "--reason", "Cheap", "--driver", "Ann", "--approver", "Bo", "--freeze")
    links = ("--problem", "P-1", "--evidence", "E-1", "--review-on", "2020-01-15")
    assert pmtui("decide", "Buy key safes", *words, *links, *PREDICTED, "--json").json["key"] == "D-1"
    (listed,) = pmtui("list", "decision", "--json").json
    assert (listed["key"], listed["title"], listed["state"]) == ("D-1", "Buy key safes", "review due")
    assert (listed["driver"], listed["probability"], listed["problems"]) == ("Ann", 0.8, 1)
    shown = pmtui("show", "d1", "--json").json
    assert (shown["choice"], shown["approver"], shown["ranked_by"]) == ("Safes", "Bo", "RICE v1")
    assert [(row["key"], row["rank"]) for row in shown["frozen_ranking"]] == [("P-1", 1)]
    assert [link["key"] for link in (*shown["linked_problems"], *shown["linked_evidence"])] == ["P-1", "E-1"]
    assert "#1  P-1  Keys get lost  640" in pmtui("show", "D-1").out
    reviewed = pmtui("review", "D-1", "--came-true", "--learned", "They fit", "--json").json
    assert (reviewed["outcome"], reviewed["brier"]) == ("came true", pytest.approx(0.04))
    assert pmtui("list", "decision", "--filter", "invoice").out == ""


def test_a_decision_takes_the_place_of_another(pmtui: Run) -> None:
    pmtui("decide", "Wait")
    pmtui("decide", "Buy", "--supersedes", "D-1")
    assert pmtui("show", "D-2", "--json").json["supersedes"] == "D-1"
    assert pmtui("show", "D-1", "--json").json["superseded_by"] == [{"key": "D-2", "title": "Buy"}]
    assert {each["key"]: each["state"] for each in pmtui("list", "decision", "--json").json}["D-1"] == "superseded"


@pytest.mark.parametrize(
    ("words", "status", "error"),
    [
        (("decide", " "), 1, "needs a title"),
        (("decide", "x", "--probability", "80%"), 1, "nothing that is predicted"),
        (("decide", "x", "--predict", "y", "--probability", "likely"), 1, "is not a probability"),
        (("decide", "x", "--predict", "y", "--probability", "120%"), 1, "from 0 to 100"),
        (("decide", "x", "--driver", "Ann and Bo"), 1, "exactly one driver"),
        (("decide", "x", "--place", "1"), 1, "for one problem"),
        (("decide", "x", "--place", "1", "--problem", "P-1"), 1, "needs a reason"),
        (("decide", "x", "--problem", "P-9"), 1, "There is no P-9"),
        (("decide", "x", "--supersedes", "D-9"), 1, "There is no D-9"),
        (("decide", "x", "--review-on", "soon"), 2, "soon"),
        (("review", "D-1"), 2, "--came-true or --did-not"),
        (("review", "D-9", "--did-not"), 1, "There is no D-9"),
        (("show", "D-9"), 1, "There is no D-9"),
        (("export", "decision"), 2, "take the KEY"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(pmtui: Run, words: tuple[str, ...], status: int, error: str) -> None:
    pmtui("add", "problem", "Keys get lost")
    ended = pmtui(*words)
    assert ended.status == status
    assert error in ended.err


def test_decisions_are_exported_as_markdown(pmtui: Run, own_folders: Path) -> None:
    pmtui("decide", "Buy key safes")
    assert pmtui("export", "decision", "D-1").out.startswith("# D-1 Buy key safes\n")
    pmtui("export", "decisions", "-o", "decisions.md")
    assert "## D-1 Buy key safes" in (own_folders / "decisions.md").read_text(encoding="utf-8")
