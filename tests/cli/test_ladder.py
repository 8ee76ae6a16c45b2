"""The confidence ladder on the command line, and the confidence it gives."""

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace_file")


def test_it_is_shown_and_each_change_is_a_version(pmtui: Run) -> None:
    shown = pmtui("ladder", "--json").json
    assert (shown["version"], shown["steps"]["interview"]) == (1, {"weight": 0.35, "cap": 3})
    changed = pmtui("ladder", "Interview=0.5,4", "--half-life", "180", "--json").json
    assert changed["version"] == 2
    assert pmtui("ladder", "--json").json["half_life_days"] == 180
    assert "interview" in pmtui("ladder").out
    pmtui("undo")
    assert pmtui("ladder", "--json").json == shown


@pytest.mark.parametrize(("words", "status"), [("interview", 2), ("interview=1", 2), ("moon=1,1", 1), ("test=x,1", 1)])
def test_what_is_no_step_is_refused(pmtui: Run, words: str, status: int) -> None:
    assert pmtui("ladder", words).status == status


def test_show_says_what_makes_the_confidence(pmtui: Run) -> None:
    pmtui("add", "problem", "Slow")
    pmtui("add", "evidence", "It takes an hour", "--problem", "P-1")
    shown = pmtui("show", "P-1", "--json").json
    assert shown["evidence_confidence"] == 0.35
    assert shown["confidence_made_of"] == [{"type": "anecdote", "points": 0.35, "uncapped": 0.35, "pieces": ["E-1"]}]
    assert pmtui("list", "problem", "--json").json[0]["evidence_confidence"] == 0.35
    assert shown["undated"] == ["E-1"]
    assert "evidence confidence: 0.35" in pmtui("show", "P-1").out
