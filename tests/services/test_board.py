import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
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
from pmtui.services.problems import DeleteProblems
from pmtui.services.workspace import Workspace
from pmtui.store.unit_of_work import UnitOfWork
from tests.builders import add_problem, cards_of

LANES = (1, 2, 3)
MOVE = st.tuples(
    st.lists(st.integers(1, 9), min_size=1, max_size=4, unique=True),
    st.sampled_from(LANES),
    st.none() | st.integers(1, 9),
    st.booleans(),
)


def board(workspace: Workspace) -> dict[int, list[int]]:
    return {lane: cards_of(workspace, lane) for lane in LANES}


def filled(lanes: int = 3, cards: int = 3) -> Workspace:
    workspace = Workspace.in_memory()
    for number in range(1, lanes * cards + 1):
        add_problem(workspace)
        workspace.run(MoveCards((number,), (number - 1) // cards + 1, to_end=True))
    return workspace


@given(st.lists(MOVE, max_size=12))
def test_moving_cards_does_what_it_does_to_plain_lists(moves: list[tuple[list[int], int, int | None, bool]]) -> None:
    workspace = filled()
    model = {lane: [3 * lane - 2, 3 * lane - 1, 3 * lane] for lane in LANES}
    for numbers, lane, above, to_end in moves:
        anchor = above if above in model[lane] else None
        workspace.run(MoveCards(tuple(numbers), lane, anchor, to_end))
        moving = [card for cards in model.values() for card in cards if card in numbers]
        model = {name: [card for card in cards if card not in numbers] for name, cards in model.items()}
        if anchor is not None and anchor not in numbers:
            place = model[lane].index(anchor)
        else:
            place = len(model[lane]) if to_end else 0
        model[lane][place:place] = moving
        assert board(workspace) == model
    workspace.close()


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from([-1, 1])), max_size=30))
def test_ordering_a_card_swaps_it_with_its_neighbour(moves: list[tuple[int, int]]) -> None:
    workspace = filled()
    model = board(workspace)
    for number, step in moves:
        workspace.run(OrderCards((number,), step))
        cards = next(cards for cards in model.values() if number in cards)
        place = cards.index(number)
        if 0 <= place + step < len(cards):
            cards[place], cards[place + step] = cards[place + step], cards[place]
        assert board(workspace) == model
    workspace.close()


@given(st.sets(st.integers(1, 9), min_size=1), st.sampled_from([-1, 1]))
def test_ordered_cards_keep_their_order_and_pass_the_others_one_place_at_a_time(numbers: set[int], step: int) -> None:
    workspace = filled()
    before = board(workspace)
    done = workspace.run(OrderCards(tuple(numbers), step))
    for lane, cards in board(workspace).items():
        assert [card for card in cards if card in numbers] == [card for card in before[lane] if card in numbers]
        assert [card for card in cards if card not in numbers] == [card for card in before[lane] if card not in numbers]
        for card in numbers.intersection(cards):
            ahead = before[lane][before[lane].index(card) :: step][1:]
            moves = any(other not in numbers for other in ahead)
            assert cards.index(card) == before[lane].index(card) + (step if moves else 0)
    assert (done.step is None) == (board(workspace) == before)
    if done.step is not None:
        workspace.undo()
    assert board(workspace) == before
    workspace.close()


@given(st.lists(st.integers(1, 9), min_size=1, unique=True), st.sampled_from([-1, 1]))
def test_shifted_cards_come_to_the_top_of_the_next_lane_in_their_order(numbers: list[int], step: int) -> None:
    workspace = filled()
    workspace.run(MoveCards((1, 2, 3), 7))  # leave room on the left
    before = {lane: cards_of(workspace, lane) for lane in range(1, 9)}
    moving = [card for card in numbers if card > 3]
    workspace.run(ShiftCards(tuple(moving), step))
    for lane in range(2, 4):
        shifted = [card for card in before[lane] if card in moving]
        assert cards_of(workspace, lane + step)[: len(shifted)] == shifted
    workspace.close()


def test_many_cards_go_between_two_neighbours(memory: Workspace) -> None:
    bottom, top = add_problem(memory), add_problem(memory)
    moving = tuple(add_problem(memory, lane="Discovering") for _ in range(60))
    memory.run(MoveCards(moving, 1, above=bottom))
    assert cards_of(memory, 1) == [top, *moving[::-1], bottom]
    assert len(set(memory.ask(lambda uow: [card.position for card in uow.problems.all(lane_id=1)]))) == 62


def test_a_lane_without_room_between_two_cards_is_spread_out(memory: Workspace) -> None:
    cards = [add_problem(memory) for _ in range(3)]
    for _ in range(200):  # into the same gap again and again
        memory.run(OrderCards((cards[0],), -1))
        memory.run(OrderCards((cards[2],), 1))
        assert sorted(cards_of(memory, 1)) == cards
    assert len({card.position for card in memory.ask(lambda uow: uow.problems.all())}) == 3


def test_cards_that_another_program_put_at_one_place_are_moved_apart(memory: Workspace) -> None:
    cards = [add_problem(memory) for _ in range(4)]

    class Collide:
        def run(self, uow: UnitOfWork) -> Outcome:
            uow.connection.execute("UPDATE problem SET position = 7")
            return Outcome("Collided")

    memory.run(Collide())
    assert cards_of(memory, 1) == cards
    memory.run(MoveCards((cards[3],), 1, above=cards[1]))
    assert cards_of(memory, 1) == [cards[0], cards[3], cards[1], cards[2]]
    memory.run(OrderCards((cards[2],), -1))
    assert cards_of(memory, 1) == [cards[0], cards[3], cards[2], cards[1]]


@pytest.mark.parametrize("gone", ["deleted", "elsewhere"])
def test_a_place_above_a_card_that_has_left_is_refused(memory: Workspace, gone: str) -> None:
    card, anchor = add_problem(memory), add_problem(memory)
    memory.run(DeleteProblems((anchor,)) if gone == "deleted" else MoveCards((anchor,), 3))
    with pytest.raises(Refusal, match=f"P-{anchor}"):
        memory.run(MoveCards((card,), 2, above=anchor))
    assert cards_of(memory, 1) == [card]


def test_moving_to_a_lane_or_of_a_card_that_is_gone_is_refused(memory: Workspace) -> None:
    card = add_problem(memory)
    with pytest.raises(Refusal, match="There is no lane 99"):
        memory.run(MoveCards((card,), 99))
    with pytest.raises(Refusal, match="There is no P-99"):
        memory.run(MoveCards((card, 99), 2))
    assert cards_of(memory, 1) == [card]


def test_a_strict_lane_refuses_the_card_too_many_and_takes_none(memory: Workspace) -> None:
    cards = tuple(add_problem(memory) for _ in range(3))
    memory.run(EditLane(2, "Doing", "active", 2, strict=True))
    with pytest.raises(Refusal, match="Doing is full"):
        memory.run(MoveCards(cards, 2))
    assert cards_of(memory, 2) == []
    assert memory.run(MoveCards(cards[:2], 2)).notice == ""
    with pytest.raises(Refusal, match="Doing is full"):
        memory.run(ShiftCards((cards[2],), 1))
    memory.run(OrderCards((cards[0],), -1))  # what is in it may still be ordered
    memory.run(MoveCards((cards[0],), 2))


def test_a_strict_lane_takes_a_card_when_another_one_leaves_it_in_the_same_step(memory: Workspace) -> None:
    first, second = add_problem(memory), add_problem(memory)
    memory.run(MoveCards((second,), 2))
    memory.run(EditLane(2, "Doing", "active", 1, strict=True))
    memory.run(ShiftCards((first, second), 1))
    assert [cards_of(memory, lane) for lane in LANES] == [[], [first], [second]]
    memory.run(EditLane(2, "Doing", "active", 1, strict=True))
    memory.run(ShiftCards((first, second), -1))
    assert [cards_of(memory, lane) for lane in LANES] == [[first], [second], []]


def test_a_limit_that_is_passed_is_told(memory: Workspace) -> None:
    cards = tuple(add_problem(memory) for _ in range(2))
    memory.run(SetLaneLimit(2, 1))
    assert memory.run(MoveCards(cards, 2)).notice == "Discovering now holds 2, over its limit of 1"
    memory.run(SetLaneLimit(2, None))
    assert memory.run(MoveCards(cards, 2, to_end=True)).notice == ""


@pytest.mark.parametrize(("step", "says"), [(-1, "Inbox is the first lane"), (1, "Learned is the last lane")])
def test_a_card_can_not_leave_the_board(memory: Workspace, step: int, says: str) -> None:
    card = add_problem(memory, lane="Inbox" if step < 0 else "Learned")
    with pytest.raises(Refusal, match="can't move further") as refused:
        memory.run(ShiftCards((card,), step))
    assert says in refused.value.hint


def test_entering_a_lane_is_kept_with_its_moment_and_moving_within_it_is_not(memory: Workspace) -> None:
    card = add_problem(memory)
    add_problem(memory)
    memory.run(MoveCards((card,), 1))
    memory.run(MoveCards((card,), 4))
    entered = memory.ask(lambda uow: uow.lane_changes.all(problem_id=card))
    assert [(change.from_lane_id, change.to_lane_id) for change in entered] == [(None, 1), (1, 4)]
    assert entered[0].at < entered[1].at


def test_lanes_are_added_shifted_renamed_and_deleted(memory: Workspace) -> None:
    added = memory.run(AddLane(1, " Parked ")).created
    assert added is not None
    for _ in range(7):
        memory.run(ShiftLane(added, -1))
    assert memory.run(ShiftLane(added, -1)).step is None  # it is at the edge
    assert [lane.name for lane in memory.ask(lambda uow: uow.lanes.all(order="position"))][:2] == ["Parked", "Inbox"]
    memory.run(EditLane(added, "Iced", "waiting", None, strict=False))
    assert memory.run(DeleteLane(added)).label == "Deleted lane Iced"


def test_a_new_lane_has_its_limit_from_the_beginning(memory: Workspace) -> None:
    added = memory.run(AddLane(1, "Parked", "active", 2, strict=True)).created
    assert added is not None
    lane = memory.ask(lambda uow: uow.lanes.get(added))
    assert (lane.phase, lane.wip_limit, lane.strict) == ("active", 2, 1)
    with pytest.raises(Refusal):
        memory.run(AddLane(1, "Iced", "active", 0))


def test_a_lane_name_is_there_once_in_any_case(memory: Workspace) -> None:
    for refused in (AddLane(1, "INBOX"), EditLane(2, " inbox", "active", None, strict=False), AddLane(1, " ")):
        with pytest.raises(Refusal):
            memory.run(refused)
    memory.run(EditLane(1, "INBOX", "waiting", None, strict=False))


def test_a_lane_with_cards_or_a_past_or_alone_is_not_deleted(memory: Workspace) -> None:
    card = add_problem(memory)
    with pytest.raises(Refusal, match="still holds 1"):
        memory.run(DeleteLane(1))
    memory.run(MoveCards((card,), 2))
    with pytest.raises(Refusal, match="passed through"):
        memory.run(DeleteLane(1))
    memory.run(DeleteProblems((card,)))
    for lane in range(1, 7):
        memory.run(DeleteLane(lane))
    with pytest.raises(Refusal, match="A board needs a lane"):
        memory.run(DeleteLane(7))


@pytest.mark.parametrize("limit", [0, -3, 10_000, 2**80])
def test_a_limit_without_sense_is_refused(memory: Workspace, limit: int) -> None:
    with pytest.raises(Refusal, match="WIP limit"):
        memory.run(SetLaneLimit(1, limit))
