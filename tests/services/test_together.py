"""Several commands as one step, and finding evidence."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.services.details import problem_detail
from pmtui.services.evidence import AddEvidence
from pmtui.services.evidence_search import find_evidence
from pmtui.services.history import newest_steps
from pmtui.services.lists import workspace_view
from pmtui.services.problems import AddProblem, EditProblem, TagProblems
from pmtui.services.together import Together
from pmtui.services.workspace import Workspace


def test_commands_together_are_one_step_named_after_the_first(memory: Workspace) -> None:
    memory.run(AddProblem("Old"))
    change = memory.run(Together((EditProblem(1, {"title": "New"}), TagProblems((1,), ("access",)))))
    assert change.label == "Edited P-1"
    assert len(memory.ask(newest_steps)) == 2
    memory.undo()
    detail = memory.ask(problem_detail, 1)
    assert (detail.title, detail.tags) == ("Old", ())


def test_one_refusal_undoes_them_all(memory: Workspace) -> None:
    with pytest.raises(Refusal):
        memory.run(Together((AddProblem("Fine"), AddProblem(""))))
    assert memory.ask(workspace_view).problems == 0


def test_what_is_made_is_told(memory: Workspace) -> None:
    assert memory.run(Together((TagProblems((), ("a",)), AddProblem("One")))).created == 1


def test_evidence_is_found_newest_first_by_all_its_words(memory: Workspace) -> None:
    for text in ("The key was late", "No key at all", "Too late"):
        memory.run(AddEvidence(text))
    assert [found.evidence.id for found in memory.ask(find_evidence, "key", ())] == [2, 1]
    assert [found.evidence.id for found in memory.ask(find_evidence, "late key", ())] == [1]


def test_evidence_counts_as_connected_when_all_of_the_problems_have_it(memory: Workspace) -> None:
    memory.run(AddProblem("One"))
    memory.run(AddProblem("Two"))
    memory.run(AddEvidence("Both", problems=(1, 2)))
    memory.run(AddEvidence("First only", problems=(1,)))
    connected = {found.evidence.id: found.connected for found in memory.ask(find_evidence, "", (1, 2))}
    assert connected == {1: True, 2: False}
