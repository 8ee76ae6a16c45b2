"""The roadmap: horizons, order, pins, needs, capacity and plans, with do, undo and redo."""

import inspect
from dataclasses import dataclass

import pytest

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount
from pmtui.services import releases, roadmap, roadmap_choices, roadmap_plan
from pmtui.services.plans import chance_in_capacity, chances_of_loads, planning, price_in_horizon, proposal
from pmtui.services.problems import DeleteProblems, SetField
from pmtui.services.releases import (
    AddLaunchItem,
    AddRelease,
    DeleteLaunchItem,
    DeleteRelease,
    EditLaunchItem,
    EditRelease,
    ShiftRelease,
    TickLaunchItem,
)
from pmtui.services.roadmap import OrderItems, PutInHorizon, ShiftHorizons
from pmtui.services.roadmap_choices import (
    AddNeed,
    AssignRelease,
    ChooseSolution,
    PinItems,
    RemoveNeed,
    UnpinItems,
)
from pmtui.services.roadmap_lists import release_view, release_views, roadmap_rows, roadmap_view
from pmtui.services.roadmap_plan import PlannedMove, SetCapacity, TakePlan
from pmtui.services.roadmap_views import HorizonView, Load, RoadmapRow
from pmtui.services.solutions import AddSolution, DeleteSolutions
from pmtui.services.workspace import Command, Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem, digest, score_errors

COMMANDS: tuple[Command, ...] = (
    PutInHorizon((1, 5), "next", "They belong together"),
    PutInHorizon((3,), "now", before=1),
    PutInHorizon((1,), "declined", "Too small"),
    PutInHorizon((1, 2), ""),
    ShiftHorizons((1, 3), 1),
    OrderItems((1,), 1),
    PinItems((2, 3), "Promised"),
    UnpinItems((1,)),
    SetCapacity({"now": "4", "next": ""}),
    ChooseSolution(1, 1),
    ChooseSolution(2, None),
    AssignRelease((1, 3), 2),
    AssignRelease((2,), None),
    AddNeed(3, 1),
    RemoveNeed(2, 1),
    TakePlan((PlannedMove(2, "now", "next"), PlannedMove(4, "", "now")), "Plan"),
    AddRelease("Summer", "2027-06-01", "major", "Loud"),
    EditRelease(1, {"name": "Spring", "launch_tier": "standard", "release_on": "", "notes": "a\nb"}),
    DeleteRelease(1),
    ShiftRelease(2, -1),
    AddLaunchItem(1, "sales", "Call everyone"),
    EditLaunchItem(1, "Tried out twice"),
    TickLaunchItem(1, True),
    DeleteLaunchItem(1),
)


@pytest.fixture
def filled(memory: Workspace) -> Workspace:
    """P-1 to P-3 in now, P-2 needs P-1, P-1 is pinned; P-4 and P-5 nowhere."""
    for title, reach, effort in (("One", "10", "1"), ("Two", "40", "2"), ("Three", "20", "1..4"), ("Four", "90", "2")):
        add_problem(memory, title, reach, "1", "100%", effort)
    add_problem(memory, "Five")
    memory.run(AddSolution(1, "A box", effort="3"))
    memory.run(AddSolution(2, "A bag"))
    for number in (1, 2, 3):
        memory.run(PutInHorizon((number,), "now", f"Reason {number}"))
    memory.run(AddRelease("First", "2027-01-15", "quiet"))
    memory.run(AddRelease("Second"))
    memory.run(SetCapacity({"now": "5", "next": "2"}))
    memory.run(AddNeed(2, 1))
    memory.run(PinItems((1,), "Law"))
    memory.run(ChooseSolution(2, 2))
    memory.run(AssignRelease((2,), 1))
    return memory


def items(workspace: Workspace) -> list[tuple[int, ...]]:
    return [lane.card_ids for lane in workspace.ask(roadmap_view).lanes]


def load(workspace: Workspace, place: int) -> Load:
    lane = workspace.ask(roadmap_view).lanes[place]
    assert isinstance(lane, HorizonView)
    assert lane.load is not None
    return lane.load


def row(workspace: Workspace, number: int) -> RoadmapRow:
    return workspace.ask(roadmap_rows, (number,))[number]


@pytest.mark.parametrize("command", COMMANDS, ids=repr)
def test_a_command_is_done_undone_and_done_again(filled: Workspace, command: Command) -> None:
    before = filled.ask(digest)
    change = filled.run(command)
    after = filled.ask(digest)
    assert change.step is not None
    assert after != before
    for _ in range(2):
        filled.undo(change.step)
        assert filled.ask(digest) == before
        filled.redo()
        assert filled.ask(digest) == after
        assert filled.ask(score_errors) == []


def test_every_command_is_among_them() -> None:
    found = {
        name
        for module in (roadmap, roadmap_choices, roadmap_plan, releases)
        for name, value in inspect.getmembers(module, inspect.isclass)
        if hasattr(value, "run") and value.__module__ == module.__name__
    }
    assert found == {type(command).__name__ for command in COMMANDS}


def test_a_problem_comes_to_the_end_of_its_horizon_or_before_another(filled: Workspace) -> None:
    filled.run(PutInHorizon((4,), "now"))
    filled.run(PutInHorizon((5,), "now", before=2))
    assert items(filled)[0] == (1, 5, 2, 3, 4)


def test_what_other_screens_put_into_a_horizon_stands_by_its_number(filled: Workspace) -> None:
    filled.run(SetField((5, 4), "horizon", "next"))
    assert items(filled)[1] == (4, 5)


def test_problems_keep_their_order_among_themselves(filled: Workspace) -> None:
    filled.run(OrderItems((1, 2), 1))
    assert items(filled)[0] == (3, 1, 2)
    assert filled.run(OrderItems((1, 2), 1)).step is None
    filled.run(ShiftHorizons((2, 1), 1))
    assert items(filled)[:2] == [(3,), (1, 2)]


def test_where_there_is_no_room_between_two_the_horizon_is_spread_out(filled: Workspace) -> None:
    filled.run(Crowd())
    filled.run(PutInHorizon((4,), "now", before=2))
    assert items(filled)[0] == (1, 4, 2, 3)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Puts everything side by side."""

    def run(self, uow: UnitOfWork) -> Outcome:
        for item in uow.roadmap_items.all():
            uow.roadmap_items.save(evolve(item, position=item.problem_id))
        return Outcome("Crowded")


def test_nothing_is_declined_without_a_reason(filled: Workspace) -> None:
    with pytest.raises(Refusal, match="needs a reason"):
        filled.run(PutInHorizon((1,), "declined"))
    filled.run(ShiftHorizons((3,), 2))
    with pytest.raises(Refusal, match="needs a reason"):
        filled.run(ShiftHorizons((3,), 1))


def test_beyond_the_edge_is_refused(filled: Workspace) -> None:
    with pytest.raises(Refusal, match="P-1 can't move further left"):
        filled.run(ShiftHorizons((1,), -1))
    with pytest.raises(Refusal, match="P-4 can't move further right"):
        filled.run(ShiftHorizons((4,), 1))


def test_what_is_declined_is_pinned_no_longer(filled: Workspace) -> None:
    filled.run(PutInHorizon((1,), "declined", "No"))
    assert not row(filled, 1).pinned


def test_a_pin_needs_a_reason_and_a_place(filled: Workspace) -> None:
    with pytest.raises(Refusal, match="needs a reason"):
        filled.run(PinItems((2,), " "))
    with pytest.raises(Refusal, match="P-4 is not in now, next or later"):
        filled.run(PinItems((4,), "Because"))
    assert row(filled, 1).pin_reason == "Law"


def test_a_loop_of_needs_is_refused_in_words(filled: Workspace) -> None:
    filled.run(AddNeed(3, 2))
    with pytest.raises(Refusal, match="P-1 can't need P-3: that closes a loop") as refused:
        filled.run(AddNeed(1, 3))
    assert refused.value.hint == "P-3, which needs P-2, which needs P-1."
    with pytest.raises(Refusal, match="itself"):
        filled.run(AddNeed(1, 1))
    assert filled.run(AddNeed(3, 2)).step is None


def test_the_effort_of_the_chosen_solution_counts_in_place_of_the_problems(filled: Workspace) -> None:
    assert (row(filled, 1).effort, row(filled, 2).effort) == ("1", "2")
    filled.run(ChooseSolution(1, 1))
    assert row(filled, 1).effort == "3"
    filled.run(DeleteSolutions((1,)))
    assert row(filled, 1).effort == "1"


def test_a_solution_of_another_problem_is_not_chosen(filled: Workspace) -> None:
    with pytest.raises(Refusal, match="S-2 is not a solution of P-1"):
        filled.run(ChooseSolution(1, 2))


def test_the_load_of_a_horizon_counts_what_now_leaves_over(filled: Workspace) -> None:
    now, following = load(filled, 0), load(filled, 1)
    assert (now.used, now.capacity, now.unknown, now.is_over) == (5, 5, 0, False)
    assert (following.room, following.is_over) == (2, False)
    filled.run(PutInHorizon((2, 5), "next"))
    now, following = load(filled, 0), load(filled, 1)
    assert (now.used, following.used, following.left_over, following.room, following.unknown) == (3, 2, 2, 4, 1)
    filled.run(SetCapacity({"now": "1", "next": "1"}))
    assert load(filled, 0).is_over
    assert load(filled, 1).room == 0


@pytest.mark.parametrize("text", ["1..2", "much", "-1"])
def test_a_capacity_is_one_number_from_0_up(filled: Workspace, text: str) -> None:
    with pytest.raises(Refusal):
        filled.run(SetCapacity({"now": text}))
    with pytest.raises(Refusal, match="later has no capacity"):
        filled.run(SetCapacity({"later": "1"}))


def test_a_plan_is_proposed_beside_the_roadmap_and_taken_as_one_step(filled: Workspace) -> None:
    found = filled.ask(planning)
    proposed = proposal(found)
    assert found.left_out == {5: "it has no value yet"}
    assert proposed.plan.now == {1, 2, 4}
    assert proposed.plan.next == {3}
    assert proposed.moves == (PlannedMove(3, "now", "next"), PlannedMove(4, "", "now"))
    assert (proposed.plan.value, proposed.present_value) == (160, 70)
    assert proposed.used == (5, 7)
    assert proposed.chances is not None
    assert proposed.chances[0] == 1
    assert 0.4 < proposed.chances[1] < 0.6
    before = filled.ask(digest)
    change = filled.run(TakePlan(proposed.moves, "Proposed"))
    assert items(filled) == [(1, 2, 4), (3,), (), ()]
    assert row(filled, 4).horizon_reason == "Proposed"
    filled.undo(change.step)
    assert filled.ask(digest) == before


def test_a_plan_that_is_no_longer_true_is_refused(filled: Workspace) -> None:
    moves = proposal(filled.ask(planning)).moves
    filled.run(PutInHorizon((3,), "later"))
    with pytest.raises(Refusal, match="P-3 was moved or pinned meanwhile"):
        filled.run(TakePlan(moves))


def test_each_pin_tells_its_price(filled: Workspace) -> None:
    (pin,) = proposal(filled.ask(planning)).pins
    assert (pin.number, pin.horizon, pin.reason) == (1, "now", "Law")
    assert pin.price is not None
    assert pin.price.is_free
    price = price_in_horizon(filled.ask(planning), 3, "now")
    assert price.lost == 0
    assert price.now_lost == 20
    assert price.waits == (2,)
    with pytest.raises(Refusal, match="P-5 can't be planned: it has no value yet"):
        price_in_horizon(filled.ask(planning), 5, "now")


def test_pins_that_are_too_much_together_are_refused(filled: Workspace) -> None:
    filled.run(PinItems((2, 3), "All"))
    filled.run(SetCapacity({"now": "1", "next": "0"}))
    with pytest.raises(Refusal, match="What is pinned"):
        proposal(filled.ask(planning))


def test_what_needs_something_that_can_not_be_planned_is_left_out_unless_it_is_pinned(filled: Workspace) -> None:
    filled.run(AddNeed(4, 5))
    filled.run(AddNeed(1, 5))
    found = filled.ask(planning)
    assert found.left_out[4] == "it needs P-5, which can't be planned"
    assert 1 in found.question.items


def test_without_a_capacity_no_plan_is_proposed(memory: Workspace) -> None:
    with pytest.raises(Refusal, match="No capacity is set"):
        memory.ask(planning)


def test_chances_are_told_for_ranges_alone() -> None:
    certain, wide = Load((Amount(1, 1),), 1, 0, 2), Load((Amount(1, 4),), 2, 0, 2)
    assert chances_of_loads(certain, certain) == (None, None)
    first, both = chances_of_loads(certain, wide)
    assert first is None
    assert both is not None
    assert 0.5 < both < 1
    assert chances_of_loads(Load((Amount(1, 4),), 2, 0, None), wide) == (None, None)
    assert chance_in_capacity([], 0) is None


def test_deleting_a_problem_takes_its_item_and_its_needs_along(filled: Workspace) -> None:
    before = filled.ask(digest)
    step = filled.run(DeleteProblems((1,))).step
    assert filled.ask(lambda uow: uow.dependencies.all()) == []
    assert [item.problem_id for item in filled.ask(lambda uow: uow.roadmap_items.all())] == [2, 3]
    filled.undo(step)
    assert filled.ask(digest) == before


def test_a_release_shows_what_it_groups_and_how_far_its_checklist_is(filled: Workspace) -> None:
    filled.run(AssignRelease((3,), 1))
    filled.run(TickLaunchItem(1, True))
    view = filled.ask(release_view, 1)
    assert (view.name, view.items, view.done, len(view.checklist)) == ("First", (2, 3), 1, 3)
    assert [area for area in view.areas if view.lines_of(area)] == ["development", "sales"]


def test_another_launch_tier_brings_its_lines_and_keeps_those_that_are_there(filled: Workspace) -> None:
    filled.run(TickLaunchItem(1, True))
    filled.run(EditRelease(1, {"launch_tier": "major"}))
    view = filled.ask(release_view, 1)
    assert (view.done, len(view.checklist)) == (1, 12)


def test_deleting_a_release_leaves_what_it_grouped(filled: Workspace) -> None:
    filled.run(DeleteRelease(1))
    assert row(filled, 2).release is None
    assert items(filled)[0] == (1, 2, 3)
    assert [view.id for view in filled.ask(release_views)] == [2]


def test_a_release_that_someone_else_changed_is_not_overwritten(filled: Workspace) -> None:
    seen = {"name": "First"}
    filled.run(EditRelease(1, {"name": "Theirs"}))
    with pytest.raises(Refusal, match="changed meanwhile"):
        filled.run(EditRelease(1, {"name": "Mine"}, seen))


def test_an_order_of_releases_ends_somewhere(filled: Workspace) -> None:
    with pytest.raises(Refusal, match="stands at the end already"):
        filled.run(ShiftRelease(1, -1))


@pytest.mark.parametrize("months", ["-1", "9e999"])
def test_a_capacity_of_another_program_that_is_of_no_use_counts_as_unknown(filled: Workspace, months: str) -> None:
    filled.run(Outside(f"UPDATE capacity SET person_months = {months}"))
    assert load(filled, 0).capacity is None
    with pytest.raises(Refusal, match="No capacity is set"):
        filled.ask(planning)


def test_a_loop_that_another_program_made_is_planned_around(filled: Workspace) -> None:
    filled.run(Outside("INSERT INTO dependency (problem_id, needs_id) VALUES (1, 2), (3, 4), (4, 3), (4, 4)"))
    filled.run(UnpinItems((1,)))
    assert proposal(filled.ask(planning)).plan.chosen <= {1, 2, 3, 4}
    assert filled.run(AddNeed(3, 1)).step is not None


@dataclass(frozen=True, slots=True)
class Outside:
    """Writes as another program would."""

    statement: str

    def run(self, uow: UnitOfWork) -> Outcome:
        uow.connection.execute(self.statement)
        return Outcome("Written")
