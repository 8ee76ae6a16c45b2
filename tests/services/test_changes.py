"""What changed between two moments of a real workspace."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line
from pmtui.services.change_pages import changes_page
from pmtui.services.changes import changes_between, changes_record
from pmtui.services.decisions import AddDecision
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem, DeleteProblems, SetField
from pmtui.services.ranking import RankBy
from pmtui.services.roadmap_choices import AddNeed, RemoveNeed
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.services.workspace import Workspace
from tests.builders import add_problem
from tests.export.judge import HOSTILE, harms, headings, items, shown


def since_now(workspace: Workspace) -> str:
    step = workspace.newest_to_undo()
    return f"step {step.id if step else 0}"


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    add_problem(memory, "Keys get lost", "400", "2", "80%", "2")
    add_problem(memory, "Late invoices", "100..300", "1", "50%", "1")
    return memory


def lines(workspace: Workspace, since: str, until: str = "") -> list[tuple[str, str, str, str]]:
    return [(one.group, one.key, one.what, one.why) for one in changes_between(workspace, since, until).found]


def test_each_group_is_told_from_what_was_done(filled: Workspace) -> None:
    since = since_now(filled)
    filled.run(AddProblem("Cold water"))
    filled.run(SetField((2,), "horizon", "declined", "too few"))
    filled.run(SetEstimates(1, {"reach": "500"}))
    filled.run(AddEvidence("I lost mine twice", problems=(1,)))
    filled.run(AddDecision({"title": "Keys first", "choice": "A key log", "reason": "They leave"}))
    assert lines(filled, since) == [
        ("added", "P-3", "new (Inbox)", ""),
        ("dropped", "P-2", "declined (Inbox, #2)", "too few"),
        ("rescored", "P-1", "from 320 to 400", ""),
        ("decided", "D-1", "A key log", "They leave"),
        ("learned", "P-1", "1 piece of evidence connected: E-1 “I lost mine twice”", ""),
    ]


def test_capacities_and_needs_are_told(filled: Workspace) -> None:
    since = since_now(filled)
    filled.run(SetCapacity({"now": "6"}))
    filled.run(AddNeed(2, 1))
    until = since_now(filled)
    assert lines(filled, since) == [
        ("decided", "P-2", "needs P-1 first", ""),
        ("decided", "", "from unknown to 6 person-months", ""),
    ]
    filled.run(RemoveNeed(2, 1))
    assert lines(filled, until) == [("decided", "P-2", "no longer needs P-1 first", "")]


def test_a_change_within_the_range_of_an_estimate_is_noise(filled: Workspace) -> None:
    since = since_now(filled)
    filled.run(SetEstimates(2, {"reach": "120..310"}))
    assert lines(filled, since) == []
    filled.run(SetEstimates(2, {"reach": "4000..6000"}))
    assert [line[0] for line in lines(filled, since)] == ["moved", "moved", "rescored"]


def test_changes_can_end_in_the_past_too(filled: Workspace) -> None:
    since = since_now(filled)
    filled.run(AddProblem("Cold water"))
    until = since_now(filled)
    filled.run(DeleteProblems((3,)))
    assert [line[0] for line in lines(filled, since, until)] == ["added"]
    assert lines(filled, since) == []
    with pytest.raises(Refusal, match="lies before"):
        changes_between(filled, until, since)


def test_another_ranking_is_said_and_no_score_is_compared(filled: Workspace) -> None:
    since = since_now(filled)
    filled.run(RankBy("WSJF"))
    changes = changes_between(filled, since)
    assert changes.of_group("rescored") == ()
    assert "Ranked by RICE v1 then and by WSJF" in changes.remark


def test_programs_read_every_group_by_name(filled: Workspace) -> None:
    since = since_now(filled)
    filled.run(AddProblem("Cold water"))
    record = changes_record(changes_between(filled, since))
    assert record["added"] == [{"key": "P-3", "title": "Cold water", "what": "new (Inbox)", "why": ""}]
    assert [name for name in record if not record[name]] == ["dropped", "moved", "rescored", "decided", "learned"]


def test_the_page_can_be_sent_whatever_titles_hold(memory: Workspace) -> None:
    titles = [title for title in HOSTILE if shown(title)]
    for title in titles:
        memory.run(AddProblem(title))
    page = changes_page(changes_between(memory, "step 0"))
    assert harms(page) == []
    assert [level for level, _ in headings(page)] == [1, 2]
    assert [item.split(" ", 1)[1] for item in items(page)] == [
        f"{shown(clean_line(title))}: new (Inbox)." for title in titles
    ]


def test_the_page_says_when_there_is_nothing_to_tell(memory: Workspace) -> None:
    assert "Nothing that stakeholders ask about." in changes_page(changes_between(memory, "step 0"))
