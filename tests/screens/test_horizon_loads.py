"""The work of a horizon is known before the file has been written."""

import pytest

from pmtui.domain.problem import HORIZONS
from pmtui.screens.board_moves import placed
from pmtui.screens.horizon_loads import with_loads
from pmtui.services.board_views import BoardView
from pmtui.services.estimates import SetEstimates
from pmtui.services.roadmap import PutInHorizon
from pmtui.services.roadmap_lists import roadmap_rows, roadmap_view
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.services.roadmap_views import HorizonView, Load
from pmtui.services.workspace import Workspace
from tests.builders import add_problem

EFFORTS = ("2", "1..4", "", "0.5")


def loads(view: BoardView) -> list[Load]:
    """The work where there is a capacity to speak of."""
    return [lane.load for lane in view.lanes if isinstance(lane, HorizonView) and lane.load is not None]


@pytest.mark.parametrize("capacities", [{"now": "3", "next": "2"}, {"next": "2"}, {}])
@pytest.mark.parametrize("target", range(len(HORIZONS)))
@pytest.mark.parametrize("numbers", [(1,), (2, 3), (3,), (4, 1, 2)])
def test_a_move_is_counted_as_it_is_read_afterwards(
    memory: Workspace, capacities: dict[str, str], target: int, numbers: tuple[int, ...]
) -> None:
    for number, effort in enumerate(EFFORTS, 1):
        add_problem(memory, f"Problem {number}")
        memory.run(SetEstimates(number, {"effort": effort}))
    memory.run(SetCapacity({"now": "", "next": ""} | capacities))
    memory.run(PutInHorizon((1, 2, 3), "now"))
    memory.run(PutInHorizon((4,), "next"))
    before = memory.ask(roadmap_view)
    after = placed(before, numbers, target, 0)
    assert after is not None
    foretold = with_loads(before, after, memory.ask(roadmap_rows, numbers))
    memory.run(PutInHorizon(numbers, HORIZONS[target], "It is so"))
    for seen, read in zip(loads(foretold), loads(memory.ask(roadmap_view)), strict=True):
        assert (seen.used, seen.left_over) == pytest.approx((read.used, read.left_over))
        assert (seen.unknown, seen.capacity) == (read.unknown, read.capacity)
