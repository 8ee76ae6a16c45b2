"""Every command can be done, undone and done again, and brings back exactly what was there."""

import inspect
from pathlib import Path

import pytest

from pmtui.services import (
    board,
    companies,
    confidence,
    estimates,
    evidence,
    evidence_triage,
    key_results,
    objectives,
    personas,
    problems,
    strategy,
)
from pmtui.services.board import (
    AddLane,
    DeleteLane,
    EditLane,
    MoveCards,
    OrderCards,
    SetLaneLimit,
    ShiftCards,
    ShiftLane,
)
from pmtui.services.companies import AddCompany, DeleteCompanies, EditCompany
from pmtui.services.confidence import EditLadder
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence, AddManyEvidence, ConnectEvidence, DeleteEvidence, EditEvidence
from pmtui.services.evidence_triage import DismissEvidence, MarkQuote, SetEvidenceField, TagEvidence
from pmtui.services.key_results import AddKeyResult, DeleteKeyResult, EditKeyResult, ShiftKeyResult
from pmtui.services.objectives import (
    AddObjective,
    DeleteObjective,
    EditObjective,
    LinkObjective,
    ShiftObjective,
    UnlinkObjective,
)
from pmtui.services.personas import (
    AddPersona,
    DeletePersonas,
    EditPersona,
    LinkPersonas,
    TakeReach,
    UnlinkPersonas,
)
from pmtui.services.problems import AddManyProblems, AddProblem, DeleteProblems, EditProblem, SetField, TagProblems
from pmtui.services.strategy import SetBox
from pmtui.services.workspace import Command, Workspace
from tests.builders import add_problem, digest, score_errors

COMMANDS: tuple[Command, ...] = (
    AddProblem("New", "statement", "notes", "current", "Building", ("ui", "new"), (1, 1)),
    AddManyProblems(("One more", "And one"), AddProblem("", lane="Building", tags=("slow", "new"))),
    EditProblem(1, {"title": "Renamed", "statement": "Other", "horizon": "next", "url": "https://example.com"}),
    SetField((1, 2), "horizon", "declined", "too small"),
    SetField((1, 2), "need", "potential"),
    TagProblems((1, 2, 3), add=("ui", "fresh"), remove=("slow",)),
    DeleteProblems((1, 2)),
    MoveCards((1, 3), 4),
    MoveCards((3, 1), 1, above=2),
    ShiftCards((1, 2, 3), 1),
    OrderCards((3, 1), 1),
    EditLane(2, "Exploring", "waiting", 2, True),
    SetLaneLimit(1, 5),
    AddLane(1, "Parked", "active", 3, True),
    ShiftLane(3, -1),
    DeleteLane(7),
    AddEvidence("It is slow", "interview note", "call", "Ann", "2026-02-01", "Acme", (1, 2, 2)),
    ConnectEvidence((2, 3), (1,)),
    ConnectEvidence((1,), (1,), connected=False),
    AddManyEvidence(("One", "Two"), AddEvidence("", "ticket", company="Acme", persona=1, tags=("slow", "new"))),
    EditEvidence(1, {"text": "Takes an hour", "kind": "interview note", "source": "call"}),
    DeleteEvidence((1,)),
    DismissEvidence((1,), "spam"),
    SetEvidenceField((1,), "company", "Globex"),
    SetEvidenceField((1,), "persona", "2"),
    TagEvidence((1,), ("slow", "fresh"), ("loud",)),
    MarkQuote(1, "a minute"),
    AddPersona("New", {"role": "owner", "population": "10..20", "jobs": "a\nb"}),
    EditPersona(1, {"name": "Renamed", "population": "7", "pains": "many"}),
    DeletePersonas((1, 2)),
    LinkPersonas((1, 2), (1, 2), "10%..20%", "4", "3"),
    UnlinkPersonas((3,), (1,)),
    TakeReach((3,)),
    AddCompany("New", "gold", "12,000", "40"),
    EditCompany(1, {"name": "Renamed", "tier": "gold", "revenue": "1e6", "size": ""}),
    DeleteCompanies((1,)),
    EditLadder({"test": ("1", "4")}, "180"),
    SetBox("vision", "Other"),
    SetBox("price", "Fixed"),
    SetBox("vision", ""),
    AddObjective("New", "funding", "notes"),
    EditObjective(1, {"title": "Renamed", "pillar": "production", "notes": "a\nb"}),
    ShiftObjective(2, -1),
    DeleteObjective(1),
    LinkObjective((1, 2, 3), 1, 2),
    UnlinkObjective((2,), 1),
    AddKeyResult(1, "New", {"unit": "%", "baseline": "1", "target": "2", "current": "1.5"}),
    EditKeyResult(1, {"title": "Renamed", "current": "7", "target": ""}),
    ShiftKeyResult(1, 1),
    DeleteKeyResult(1),
    SetEstimates(1, {"reach": "200..800 ~350", "impact": "", "effort": "2"}, {"reach": "survey"}),
)


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    memory.run(AddProblem("One", tags=("slow",)))
    add_problem(memory, "Two", "100", "2", "80%", "1")
    add_problem(memory, "Three", "100", "1")
    memory.run(SetEstimates(1, {"reach": "10", "impact": "1", "rice_confidence": "50%", "effort": "4"}))
    memory.run(AddEvidence("Takes a minute", problems=(1,), company="Initech", tags=("loud",)))
    memory.run(MarkQuote(1, "Takes"))
    memory.run(AddPersona("Parents", {"population": "4000..6000"}))
    memory.run(AddPersona("Owners"))
    memory.run(LinkPersonas((3,), (1,), "50%", "4", "2"))
    memory.run(SetBox("vision", "Clean homes"))
    memory.run(AddObjective("Same cleaner"))
    memory.run(AddObjective("More offices"))
    memory.run(AddKeyResult(1, "Visits", {"baseline": "1", "target": "9"}))
    memory.run(AddKeyResult(1, "Cleaners who leave"))
    memory.run(LinkObjective((2,), 1, 1))
    return memory


@pytest.mark.parametrize("command", COMMANDS, ids=repr)
def test_a_command_is_done_undone_and_done_again(filled: Workspace, command: Command) -> None:
    before = filled.ask(digest)
    rehearsed = filled.rehearse(command)
    assert filled.ask(digest) == before
    change = filled.run(command)
    after = filled.ask(digest)
    assert change.step is not None
    assert after != before
    assert (change.label, change.kinds) == (rehearsed.label, rehearsed.kinds)
    for _ in range(2):
        undone = filled.undo(change.step)
        assert filled.ask(digest) == before
        assert undone.kinds == change.kinds
        assert filled.ask(score_errors) == []
        filled.redo()
        assert filled.ask(digest) == after
        assert filled.ask(score_errors) == []


def test_every_command_is_among_them() -> None:
    found = {
        name
        for module in (
            *(problems, board, evidence, evidence_triage, estimates, personas, companies, confidence),
            *(strategy, objectives, key_results),
        )
        for name, value in inspect.getmembers(module, inspect.isclass)
        if hasattr(value, "run") and value.__module__ == module.__name__
    }
    assert found == {type(command).__name__ for command in COMMANDS}


def test_the_last_undo_of_all_leaves_an_empty_workspace(filled: Workspace, path: Path) -> None:
    for command in COMMANDS[:9:3]:
        filled.run(command)
    while filled.newest_to_undo():
        filled.undo()
    assert filled.ask(digest) == {**filled.ask(digest), "problem": [], "evidence": [], "tag": [], "estimate": []}
