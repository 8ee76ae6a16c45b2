from contextlib import closing
from pathlib import Path

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.past import Past
from pmtui.services.past import find_past
from pmtui.services.problems import AddProblem
from pmtui.services.workspace import Workspace
from tests.builders import foreign

NOON = {day: f"2026-10-{day:02}T12:00:00Z" for day in range(1, 32)}


class DayClock:
    """A clock that is set by hand."""

    now = NOON[1]

    def __call__(self) -> str:
        return self.now


@pytest.fixture
def clock() -> DayClock:
    return DayClock()


@pytest.fixture
def days(clock: DayClock) -> Workspace:
    """A workspace with a step on the 3rd, two on the 5th, and today the 20th."""
    workspace = Workspace.in_memory(clock)
    for day in (3, 5, 5):
        clock.now = NOON[day]
        workspace.run(AddProblem(f"Of day {day}"))
    clock.now = NOON[20]
    return workspace


def steps(workspace: Workspace) -> list[int]:
    return workspace.ask(lambda uow: [row[0] for row in uow.connection.execute("SELECT id FROM step ORDER BY id")])


@pytest.mark.parametrize(("text", "place"), [("2026-10-03", 1), ("2026-10-04", 1), ("2026-10-05", 3), ("today", 3)])
def test_a_day_means_what_was_done_by_its_end(days: Workspace, text: str, place: int) -> None:
    found = days.ask(find_past, text)
    assert found.step == steps(days)[place - 1]


def test_before_the_first_step_is_the_beginning(days: Workspace) -> None:
    found = days.ask(find_past, "2026-10-02")
    assert (found.step, found.words) == (0, "2026-10-02")
    with pytest.raises(Refusal, match="began on 2026-10-01"):
        days.ask(find_past, "2026-09-30")


def test_the_moment_of_a_day_is_its_end_and_that_of_today_is_now(days: Workspace) -> None:
    assert days.ask(find_past, "today").at == NOON[20]
    assert days.ask(find_past, "2026-10-05").at > NOON[5]


def test_a_step_has_the_moment_it_was_made_at(days: Workspace) -> None:
    first, second, third = steps(days)
    assert days.ask(find_past, f"step {second}") == Past(second, NOON[5], f"step {second}")
    assert days.ask(find_past, "step 0").at == NOON[1]
    with pytest.raises(Refusal, match=f"no step {third + 1}"):
        days.ask(find_past, f"step {third + 1}")
    assert first < second


def test_a_moment_another_program_spoilt_stands_in_nobodys_way(path: Path) -> None:
    with closing(Workspace.create(path, "Test")) as workspace, closing(foreign(path)) as other:
        other.execute("UPDATE workspace SET created_at = 'once'")
        assert workspace.ask(find_past, "2020-01-01").step == 0
