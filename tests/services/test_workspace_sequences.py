"""Any commands in any order, mixed with undo, redo, reopening and writes of other programs, lose nothing."""

import shutil
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import Kind
from pmtui.domain.opportunity_tree import record_of
from pmtui.services.assumptions import AddAssumption, DeleteAssumptions
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
from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence, ConnectEvidence, DeleteEvidence
from pmtui.services.experiments import AddExperiment, TakeAsEvidence
from pmtui.services.opportunity_tree import opportunity_tree
from pmtui.services.problems import AddProblem, DeleteProblems, EditProblem, SetField, TagProblems
from pmtui.services.releases import AddRelease, DeleteRelease, EditRelease
from pmtui.services.roadmap import OrderItems, PutInHorizon, ShiftHorizons
from pmtui.services.roadmap_choices import AddNeed, AssignRelease, ChooseSolution, PinItems
from pmtui.services.solutions import AddSolution, DeleteSolutions, ShiftSolution
from pmtui.services.sub_problems import MakeSubProblems
from pmtui.services.workspace import Workspace
from tests.builders import HOSTILE, RICE_CODES, Clock, check_full_text, digest, foreign, score_errors

MEMORY = Path("/dev/shm")  # a disk would only make it slower
NUMBER = st.integers(1, 6)
NUMBERS = st.lists(NUMBER, min_size=1, max_size=3).map(tuple)
LANE = st.integers(1, 9)
STEP = st.sampled_from([-1, 1])
TEXT = st.sampled_from(["Slow search", "Invoice is wrong", "ß Übung", *(text for text in HOSTILE if len(text) < 200)])
TAGS = st.lists(st.sampled_from(["ui", "UI ", "speed", "é", "\x1btag"]), max_size=3).map(tuple)
AMOUNT = st.sampled_from(["", "1", "0.5", "0.1", "0.25..3", "200..800 ~350", "70%", "nonsense"])
COMMAND = st.one_of(
    st.builds(AddProblem, TEXT, TEXT, tags=TAGS, evidence=st.lists(NUMBER, max_size=2).map(tuple)),
    st.builds(AddProblem, TEXT, lane=st.sampled_from(["", "Building", "Learned", "Nowhere"])),
    st.builds(
        EditProblem,
        NUMBER,
        st.dictionaries(st.sampled_from(["title", "statement", "notes", "url"]), TEXT, min_size=1),
    ),
    st.builds(
        SetField,
        NUMBERS,
        st.sampled_from(["horizon", "need"]),
        st.sampled_from(["", "now", "declined", "current"]),
        st.sampled_from(["", "too small"]),
    ),
    st.builds(TagProblems, NUMBERS, TAGS, TAGS),
    st.builds(DeleteProblems, NUMBERS),
    st.builds(MoveCards, NUMBERS, LANE, st.none() | NUMBER, st.booleans()),
    st.builds(ShiftCards, NUMBERS, STEP),
    st.builds(OrderCards, NUMBERS, STEP),
    st.builds(EditLane, LANE, TEXT, st.sampled_from(["waiting", "active", "done"]), st.none() | NUMBER, st.booleans()),
    st.builds(SetLaneLimit, LANE, st.none() | st.integers(0, 3)),
    st.builds(AddLane, st.just(1), TEXT),
    st.builds(ShiftLane, LANE, STEP),
    st.builds(DeleteLane, LANE),
    st.builds(
        AddEvidence,
        TEXT,
        company=st.sampled_from(["", "Acme", "ACME"]),
        problems=st.lists(NUMBER, max_size=2).map(tuple),
    ),
    st.builds(ConnectEvidence, NUMBERS, NUMBERS, st.booleans()),
    st.builds(DeleteEvidence, NUMBERS),
    st.builds(MakeSubProblems, NUMBERS, st.none() | NUMBER),
    st.builds(AddSolution, NUMBER, TEXT, TEXT, AMOUNT),
    st.builds(ShiftSolution, NUMBER, STEP),
    st.builds(DeleteSolutions, NUMBERS),
    st.builds(AddAssumption, NUMBER, TEXT),
    st.builds(DeleteAssumptions, NUMBERS),
    st.builds(AddExperiment, NUMBER, TEXT, st.none() | NUMBER, st.just({"result": "Seen"})),
    st.builds(TakeAsEvidence, NUMBER),
    st.builds(PutInHorizon, NUMBERS, st.sampled_from(["", "now", "later", "declined"]), TEXT, st.none() | NUMBER),
    st.builds(ShiftHorizons, NUMBERS, STEP),
    st.builds(OrderItems, NUMBERS, STEP),
    st.builds(PinItems, NUMBERS, TEXT),
    st.builds(ChooseSolution, NUMBER, st.none() | NUMBER),
    st.builds(AssignRelease, NUMBERS, st.none() | NUMBER),
    st.builds(AddNeed, NUMBER, NUMBER),
    st.builds(AddRelease, TEXT, launch_tier=st.sampled_from(["", "quiet"])),
    st.builds(EditRelease, NUMBER, st.fixed_dictionaries({"name": TEXT, "launch_tier": st.just("standard")})),
    st.builds(DeleteRelease, NUMBER),
    st.builds(SetEstimates, NUMBER, st.dictionaries(st.sampled_from(RICE_CODES), AMOUNT, min_size=1)),
)
OUTSIDE = st.sampled_from(
    [
        "UPDATE problem SET title = 'Elsewhere', position = position + 1 WHERE id = {}",
        "INSERT INTO company (name, created_at, tier) VALUES ('Outside {}', '', '')",
        "INSERT OR IGNORE INTO tag (name) VALUES ('ui'), ('speed')",
        "REPLACE INTO tag (name) VALUES ('ui')",
        "UPDATE OR REPLACE tag SET name = 'ui' WHERE id = {}",
        "DELETE FROM problem WHERE id = {}",
        "INSERT OR REPLACE INTO sub_problem (problem_id, parent_id) VALUES ({}, 1)",
        "DELETE FROM estimate WHERE problem_id = {}",
        "INSERT INTO estimate (problem_id, criterion_id, low, high, central, made_on, origin, reason) SELECT id, 1, "
        "0.1 + 0.2, 1e300 / 7, 5, '2026-01-01', '', '' FROM problem WHERE id = {} "
        "ON CONFLICT (problem_id, criterion_id) DO UPDATE SET central = central * 1.1",
        "REPLACE INTO problem SELECT {}, 'Replaced', lane_id, position, created_at, updated_at, 'other words', notes, "
        "need, '', '', '', url, custom FROM problem WHERE id = 1 AND id <> {}",
        "UPDATE problem SET id = id + 1000 WHERE id = {}",
    ]
)


@cache
def new_file() -> bytes:
    """What a new workspace file holds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.pmtui"
        Workspace.create(path, "Test").close()
        return path.read_bytes()


class Sequences(RuleBasedStateMachine):
    """A workspace, and beside it what its rows were after each step that can be undone or done again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.path = self.folder / "work.pmtui"
        self.clock = Clock()
        self.done: list[dict[str, Any]] = []
        self.undone: list[dict[str, Any]] = []

    @initialize()
    def make(self) -> None:
        self.path.write_bytes(new_file())
        self.workspace = Workspace.open(self.path, "test", self.clock)
        self.now = self.workspace.ask(digest)

    @rule(command=COMMAND)
    def run(self, command: Any) -> None:
        try:
            step = self.workspace.run(command).step
        except Refusal:
            step = None
        self.moved_on(step is not None)

    @rule(statement=OUTSIDE, number=NUMBER, recursive=st.booleans())
    def write_outside(self, statement: str, number: int, recursive: bool) -> None:
        newest = self.workspace.newest_to_undo()
        with closing(foreign(self.path)) as other:
            other.execute(f"PRAGMA recursive_triggers = {int(recursive)}")
            if other.execute("SELECT 1 FROM problem WHERE id = ?", (number + 1000,)).fetchone():
                return
            other.execute(statement.format(number, number))
        told = self.workspace.changed_elsewhere()
        now = self.workspace.newest_to_undo()
        if now == newest and (newest is None or newest.source != "outside"):
            assert told is None
            assert self.workspace.ask(digest) == self.now
        elif now == newest:  # joined the outside step that was open
            self.now = self.workspace.ask(digest)
            self.undone.clear()
        else:
            self.moved_on(True)

    def moved_on(self, stepped: bool) -> None:
        found = self.workspace.ask(digest)
        if stepped:
            self.done.append(self.now)
            self.undone.clear()
            self.now = found
        assert found == self.now

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.workspace.undo()
        self.undone.append(self.now)
        self.now = self.done.pop()
        assert self.workspace.ask(digest) == self.now

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.workspace.redo()
        self.done.append(self.now)
        self.now = self.undone.pop()
        assert self.workspace.ask(digest) == self.now

    @rule()
    def reopen(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.path, "test", self.clock)
        assert self.workspace.ask(digest) == self.now

    @invariant()
    def nothing_is_left_to_undo_or_redo_but_what_is_remembered(self) -> None:
        assert bool(self.workspace.newest_to_undo()) == bool(self.done)

    @invariant()
    def what_is_worked_out_agrees_with_what_is_kept(self) -> None:
        assert self.workspace.ask(score_errors) == []
        check_full_text(self.path)

    @invariant()
    def the_tree_holds_each_problem_once(self) -> None:
        tree = self.workspace.ask(opportunity_tree).tree
        nodes = [node for node, _ in tree.below(tree.roots)]
        problems = sorted(number for kind, number in map(record_of, nodes) if kind is Kind.PROBLEM)
        assert problems == self.workspace.ask(lambda uow: [problem.id for problem in uow.problems.all()])
        assert len(nodes) == len(set(nodes))

    def teardown(self) -> None:
        while self.done:
            self.undo()
        self.workspace.close()
        shutil.rmtree(self.folder)


def test_any_sequence_of_changes_goes_back_and_forth_to_the_same_rows() -> None:
    run_state_machine_as_test(Sequences, settings=settings(max_examples=50, stateful_step_count=25))


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_thousand_long_sequences_go_back_and_forth_to_the_same_rows() -> None:
    run_state_machine_as_test(Sequences, settings=settings(max_examples=1000, stateful_step_count=40))
