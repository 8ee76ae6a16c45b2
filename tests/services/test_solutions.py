"""Solutions, assumptions, experiments and sub-problems: what commands do, and that all of it can be taken back."""

import inspect

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.roadmap import RoadmapItem
from pmtui.services import assumptions, experiments, solutions, sub_problems
from pmtui.services.assumptions import AddAssumption, DeleteAssumptions, EditAssumption
from pmtui.services.details import problem_detail
from pmtui.services.evidence import DeleteEvidence
from pmtui.services.evidence_list import evidence_sheet
from pmtui.services.evidence_triage import MarkQuote
from pmtui.services.experiments import (
    AddExperiment,
    CheckAssumption,
    DeleteExperiments,
    EditExperiment,
    TakeAsEvidence,
)
from pmtui.services.objectives import AddObjective
from pmtui.services.problems import AddProblem, DeleteProblems
from pmtui.services.solution_lists import assumption_sheet, experiment_sheet, solution_sheet, solutions_of
from pmtui.services.solutions import AddSolution, DeleteSolutions, EditSolution, ShiftSolution
from pmtui.services.sub_problems import AddProblemBelow, MakeSubProblems
from pmtui.services.workspace import Command, Workspace
from tests.builders import digest

COMMANDS: tuple[Command, ...] = (
    AddSolution(1, "A key log", "Who has it", "1..2"),
    EditSolution(1, {"title": "A safe", "effort": "3", "description": "At the door"}),
    ShiftSolution(1, 1),
    DeleteSolutions((1, 2)),
    AddAssumption(1, "They use it", "viable", "5", "2", "said so"),
    EditAssumption(1, {"title": "They like it", "importance": "2", "kind": "feasible", "notes": "so"}),
    DeleteAssumptions((1,)),
    AddExperiment(1, "Paper log", 1, {"method": "A week", "success_limit": "Nine of ten", "started_on": "2026-02-01"}),
    EditExperiment(1, {"result": "Eight of ten", "outcome": "failed", "ended_on": "2026-02-14"}),
    CheckAssumption(1, None),
    DeleteExperiments((1,)),
    TakeAsEvidence(2, "launch_data"),
    MakeSubProblems((2,), 1),
    MakeSubProblems((3,), None),
    AddProblemBelow(AddProblem("Serves it"), objective=1),
    AddProblemBelow(AddProblem("Part of it"), whole=1),
    DeleteProblems((1,)),
    DeleteProblems((2, 3)),
)


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    for title in ("Keys get lost", "Nobody knows who has the key", "The log is wrong"):
        memory.run(AddProblem(title))
    memory.run(MakeSubProblems((3,), 2))
    memory.run(AddObjective("Customers stay"))
    memory.run(AddSolution(1, "A key log", effort="1..2"))
    memory.run(AddSolution(1, "Key safes", effort="4"))
    memory.run(AddAssumption(1, "Cleaners write it down"))
    memory.run(AddAssumption(1, "It stays cheap", "viable", "5", "1"))
    memory.run(AddExperiment(1, "Paper log", 1))
    memory.run(AddExperiment(1, "Photo of the log", texts={"result": "Nine of ten photos"}))
    return memory


@pytest.mark.parametrize("command", COMMANDS, ids=repr)
def test_a_command_is_done_undone_and_done_again(filled: Workspace, command: Command) -> None:
    before = filled.ask(digest)
    filled.rehearse(command)
    assert filled.ask(digest) == before
    change = filled.run(command)
    after = filled.ask(digest)
    assert after != before
    for _ in range(2):
        filled.undo(change.step)
        assert filled.ask(digest) == before
        filled.redo()
        assert filled.ask(digest) == after


def test_every_command_is_among_them() -> None:
    found = {
        name
        for module in (solutions, assumptions, experiments, sub_problems)
        for name, value in inspect.getmembers(module, inspect.isclass)
        if hasattr(value, "run") and value.__module__ == module.__name__
    }
    assert found == {type(command).__name__ for command in COMMANDS} - {"DeleteProblems"}


def test_solutions_stand_in_their_order_with_the_riskiest_assumption_first(filled: Workspace) -> None:
    filled.run(ShiftSolution(2, -1))
    second, first = filled.ask(solutions_of, 1)
    assert (second.title, first.title) == ("Key safes", "A key log")
    assert [each.title for each in first.assumptions] == ["It stays cheap", "Cleaners write it down"]
    assert [each.id for each in first.assumptions[1].experiments] == [1]
    assert [each.id for each in first.experiments] == [2]
    assert [each.id for each in first.all_experiments] == [1, 2]
    assert first.effort_words.startswith("middle 1.41, 90 % between 1 and 2")


def test_a_solution_at_the_end_goes_no_further(filled: Workspace) -> None:
    with pytest.raises(Refusal, match="at the end already"):
        filled.run(ShiftSolution(1, -1))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (AddSolution(1, " "), "needs a title"),
        (AddSolution(9, "A"), "There is no P-9"),
        (AddSolution(1, "A", effort="some"), "not a number"),
        (EditSolution(1, {"effort": "-1"}), "Effort"),
        (AddAssumption(1, "A", importance="much"), "“much” is no grade"),
        (EditAssumption(1, {"support": "9"}), "from 1 to 5"),
        (AddExperiment(2, "A", 1), "no assumption of S-2"),
        (AddExperiment(1, "A", texts={"started_on": "soon"}), "“soon” is not a date"),
        (EditExperiment(1, {"outcome": "great"}), "outcome of an experiment"),
        (CheckAssumption(1, 9), "There is no assumption 9"),
        (TakeAsEvidence(1), "X-1 has no result yet"),
        (TakeAsEvidence(2, "anecdote"), "A result is no anecdote"),
        (MakeSubProblems((1,), 1), "part of itself"),
        (MakeSubProblems((2,), 3), "part of itself"),
        (MakeSubProblems((2,), 9), "There is no P-9"),
    ],
)
def test_what_can_not_be_is_refused_in_words(filled: Workspace, command: Command, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        filled.run(command)


def test_what_someone_else_changed_is_not_overwritten(filled: Workspace) -> None:
    filled.run(EditSolution(1, {"title": "Elsewhere"}))
    filled.run(EditAssumption(1, {"importance": "5"}))
    filled.run(EditExperiment(1, {"result": "Elsewhere"}))
    for command in (
        EditSolution(1, {"title": "Mine"}, {"title": "A key log"}),
        EditAssumption(1, {"importance": "1"}, {"importance": "3"}),
        EditExperiment(1, {"result": "Mine"}, {"result": ""}),
    ):
        with pytest.raises(Refusal, match="was changed meanwhile"):
            filled.run(command)


def test_a_result_becomes_evidence_of_the_problem_once(filled: Workspace) -> None:
    before = filled.ask(problem_detail, 1).confidence.value
    filled.run(TakeAsEvidence(2))
    detail = filled.ask(problem_detail, 1)
    assert [view.words for view in detail.evidence] == ["Nine of ten photos"]
    assert detail.confidence.value == pytest.approx(before + 2, abs=0.1)
    piece = filled.ask(lambda uow: uow.evidence.get(1))
    assert piece.evidence_type == "test"
    assert piece.quote in piece.text
    with pytest.raises(Refusal, match="is E-1 already"):
        filled.run(TakeAsEvidence(2))
    filled.undo()
    assert filled.ask(experiment_sheet, 2).experiment.evidence_id is None
    assert filled.ask(problem_detail, 1).evidence == ()


def test_the_result_stays_marked_when_other_words_become_the_quote(filled: Workspace) -> None:
    filled.run(TakeAsEvidence(2))
    filled.run(MarkQuote(1, "Tried"))
    assert filled.ask(evidence_sheet, 1).highlights == ("Nine of ten photos", "Tried")


def test_the_result_marked_once_more_is_one_highlight(filled: Workspace) -> None:
    filled.run(TakeAsEvidence(2))
    filled.run(MarkQuote(1, "Nine of ten photos"))
    assert filled.ask(evidence_sheet, 1).highlights == ("Nine of ten photos",)


def test_each_experiment_counts_for_itself(filled: Workspace) -> None:
    filled.run(EditExperiment(1, {"result": "Written on all days"}))
    filled.run(TakeAsEvidence(1))
    filled.run(TakeAsEvidence(2))
    assert filled.ask(problem_detail, 1).customer_count == 2


def test_when_the_evidence_goes_the_result_can_become_evidence_again(filled: Workspace) -> None:
    filled.run(TakeAsEvidence(2))
    filled.run(DeleteEvidence((1,)))
    assert filled.ask(experiment_sheet, 2).experiment.evidence_id is None
    filled.run(TakeAsEvidence(2))


def test_a_deleted_assumption_leaves_its_experiments(filled: Workspace) -> None:
    filled.run(DeleteAssumptions((1,)))
    (solution, _) = filled.ask(solutions_of, 1)
    assert [each.id for each in solution.experiments] == [1, 2]


def test_parts_of_a_deleted_problem_become_parts_of_what_it_was_part_of(filled: Workspace) -> None:
    filled.run(MakeSubProblems((2,), 1))
    filled.run(DeleteProblems((2,)))
    assert filled.ask(problem_detail, 3).whole == (1, "Keys get lost")
    filled.run(DeleteProblems((1,)))
    assert filled.ask(problem_detail, 3).whole is None


def test_a_deleted_solution_is_no_longer_chosen(filled: Workspace) -> None:
    class Choose:
        def run(self, uow):  # type: ignore[no-untyped-def]
            from pmtui.domain.changes import Outcome

            uow.roadmap_items.add(RoadmapItem(0, 1, solution_id=1))
            return Outcome("Chose S-1")

    filled.run(Choose())
    assert filled.ask(solution_sheet, 1).solution.is_chosen
    filled.run(DeleteSolutions((1,)))
    assert filled.ask(lambda uow: uow.roadmap_items.get(1)).solution_id is None


def test_every_sheet_leads_to_the_problem_its_evidence_and_its_objective(filled: Workspace) -> None:
    filled.run(TakeAsEvidence(2))
    for sheet in (filled.ask(solution_sheet, 1), filled.ask(assumption_sheet, 1), filled.ask(experiment_sheet, 1)):
        assert sheet.origin.problem == (1, "Keys get lost")
        assert (sheet.origin.evidence_count, sheet.origin.customer_count) == (1, 1)
        assert sheet.origin.objective is None


def test_a_problem_tells_its_solutions_its_parts_and_what_it_is_part_of(filled: Workspace) -> None:
    assert [each.title for each in filled.ask(problem_detail, 1).solutions] == ["A key log", "Key safes"]
    assert filled.ask(problem_detail, 2).parts == ((3, "The log is wrong"),)
    assert filled.ask(problem_detail, 3).whole == (2, "Nobody knows who has the key")
