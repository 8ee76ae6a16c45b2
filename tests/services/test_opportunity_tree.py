from dataclasses import dataclass

from pmtui.domain.changes import Outcome
from pmtui.domain.keys import Kind
from pmtui.domain.links import ProblemObjective
from pmtui.domain.objective import Objective
from pmtui.domain.opportunity_tree import NO_OBJECTIVE, node_of, record_of
from pmtui.services.assumptions import AddAssumption
from pmtui.services.experiments import AddExperiment, EditExperiment, TakeAsEvidence
from pmtui.services.opportunity_tree import node_rows, opportunity_tree
from pmtui.services.personas import AddPersona, LinkPersonas
from pmtui.services.problems import SetField
from pmtui.services.solutions import AddSolution
from pmtui.services.sub_problems import MakeSubProblems
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem


@dataclass(frozen=True)
class Serve:
    """Problem 2 serves the second objective strongly and the first one partly."""

    def run(self, uow: UnitOfWork) -> Outcome:
        for position, title in enumerate(("Customers stay", "Cleaners stay")):
            number = uow.objectives.add(Objective(0, title, uow.now, uow.now, position=position))
            uow.problem_objectives.add(ProblemObjective(0, 2, number, 1.0 + position))
        return Outcome("Served")


def drawn(workspace: Workspace, persona: int | None = None) -> list[str]:
    """The whole tree, a line a node."""
    shown = workspace.ask(opportunity_tree, persona)
    nodes = list(shown.tree.below(shown.tree.roots))
    rows = workspace.ask(node_rows, [node for node, _ in nodes], shown.order.ranks)
    return ["  " * depth + f"{rows[node].key} {rows[node].title}|{rows[node].note}".strip() for node, depth in nodes]


def test_everything_stands_under_what_it_serves(memory: Workspace) -> None:
    add_problem(memory, "Late", "100", "1", "100%", "1")
    add_problem(memory, "Keys", "400", "1", "100%", "1")
    add_problem(memory, "No log")
    memory.run(Serve())
    memory.run(MakeSubProblems((3,), 2))
    memory.run(AddSolution(3, "A key log", effort="1..2"))
    memory.run(AddAssumption(1, "They write it", importance="5"))
    memory.run(AddExperiment(1, "Paper log", 1))
    memory.run(AddExperiment(1, "Photo"))
    memory.run(EditExperiment(2, {"result": "Nine of ten", "outcome": "passed"}))
    memory.run(TakeAsEvidence(2))
    assert drawn(memory) == [
        "O-1 Customers stay|1 problem",
        "O-2 Cleaners stay|1 problem",
        "  P-2 Keys|#1",
        "    P-3 No log|1 solution",
        "      S-1 A key log|1..2 pm",
        "        They write it|desirable 5/1",
        "          X-1 Paper log|planned",
        "        X-2 Photo|✓ passed E-1",
        "Serves no objective yet|",
        "  P-1 Late|#2",
    ]


def test_a_persona_leaves_what_it_has_and_what_that_is_part_of(memory: Workspace) -> None:
    for title in ("Keys", "No log", "Late"):
        add_problem(memory, title)
    memory.run(MakeSubProblems((2,), 1))
    memory.run(AddPersona("Parents"))
    memory.run(LinkPersonas((2,), (1,)))
    assert drawn(memory, 1) == ["Serves no objective yet|", "  P-1 Keys|", "    P-2 No log|"]


def test_declined_problems_come_last_and_say_so(memory: Workspace) -> None:
    add_problem(memory, "Windows", "900", "3", "100%", "1")
    add_problem(memory, "Keys")
    memory.run(SetField((1,), "horizon", "declined", "not us"))
    assert drawn(memory) == ["Serves no objective yet|", "  P-2 Keys|", "  P-1 Windows|declined"]


def test_parts_that_another_program_made_go_round_are_still_shown_once(memory: Workspace) -> None:
    for title in ("Keys", "No log"):
        add_problem(memory, title)
    memory.run(MakeSubProblems((2,), 1))

    class GoRound:
        def run(self, uow: UnitOfWork) -> Outcome:
            uow.connection.execute("INSERT INTO sub_problem (problem_id, parent_id) VALUES (1, 2)")
            return Outcome("Made a loop")

    memory.run(GoRound())
    tree = memory.ask(opportunity_tree).tree
    assert sorted(record_of(node)[1] for node, _ in tree.below(tree.roots) if node != NO_OBJECTIVE) == [1, 2]


def test_rows_of_what_is_gone_are_left_out(memory: Workspace) -> None:
    assert memory.ask(node_rows, [node_of(Kind.SOLUTION, 5)], {}) == {}
