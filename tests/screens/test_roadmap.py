"""The Roadmap screen, driven by keys."""

import pytest

from pmtui.services.estimates import SetEstimates
from pmtui.services.evidence import AddEvidence
from pmtui.services.objectives import AddObjective, LinkObjective
from pmtui.services.problems import AddProblem
from pmtui.services.releases import AddRelease
from pmtui.services.roadmap import PutInHorizon
from pmtui.services.roadmap_choices import AssignRelease, PinItems
from pmtui.services.roadmap_plan import SetCapacity
from pmtui.services.solutions import AddSolution
from pmtui.services.workspace import Command
from pmtui.store.unit_of_work import UnitOfWork
from tests.screens.conftest import RunApp
from tests.screens.running import Running


def problem(number: int, title: str, reach: str, effort: str) -> tuple[Command, ...]:
    texts = {"reach": reach, "impact": "1", "rice_confidence": "100%", "effort": effort}
    return AddProblem(title), SetEstimates(number, texts)


COMMANDS: tuple[Command, ...] = (
    *problem(1, "Keys get lost", "100", "2"),
    *problem(2, "Invoices come late", "40", "1..4"),
    *problem(3, "Dust stays", "10", "1"),
    AddSolution(1, "Key safes", effort="1"),
    PutInHorizon((1, 3), "now"),
    PutInHorizon((2,), "next"),
    SetCapacity({"now": "3", "next": "2"}),
    AddRelease("Spring", "2030-04-01", "quiet"),
    AssignRelease((1,), 1),
)


async def horizons(running: Running) -> dict[str, list[int]]:
    """The problems of each horizon by number."""

    def found(uow: UnitOfWork) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for one in uow.problems.all():
            places.setdefault(one.horizon, []).append(one.id)
        return places

    return await running.ask(found)


async def test_all_horizons_stand_side_by_side_where_there_is_room(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, size=(160, 45)) as running:
        await running.press("7")
        for words in ("Now 2", "Next 1", "Later 0", "Declined 0", "3 of 3 person-months", "value 100 · 2 pm"):
            assert words in running.text
        assert "R-1 Spring" in running.text


async def test_a_small_screen_shows_two_whole_horizons_and_goes_on_to_the_others(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, size=(80, 24)) as running:
        await running.press("7")
        assert "Now 2" in running.text
        assert "Next 1" in running.text
        assert "Later" not in running.text
        await running.press("l", "l")
        assert "Later 0" in running.text


async def test_the_chance_that_it_fits_follows_the_first_frame(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, PutInHorizon((2,), "now"), SetCapacity({"now": "6"}), size=(160, 45)) as running:
        await running.press("7")
        await running.app.workers.wait_for_complete()
        await running.settle()
        assert "5 of 6 person-months · fits 8" in running.text


async def test_a_problem_moves_between_horizons_and_back(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("7", "L")
        assert await horizons(running) == {"next": [1, 2], "now": [3]}
        assert "Moved P-1 to next" in running.text
        await running.press("H")
        assert await horizons(running) == {"now": [1, 3], "next": [2]}
        await running.press("H")
        assert "It can't move further left." in running.text


async def test_declining_asks_for_the_reason(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("7", "D", "enter")
        assert "Nothing is typed yet." in running.text
        await running.press(*"Too dear", "enter")
        assert (await horizons(running))["declined"] == [1]
        await running.press("L", "L", "L", "escape")
        assert (await horizons(running))["declined"] == [1]


async def test_moving_right_out_of_later_asks_for_the_reason_too(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, PutInHorizon((1,), "later")) as running:
        await running.press("7", "l", "l", "L")
        assert "Why will this not be done?" in running.text
        await running.press(*"No", "enter")
        assert (await horizons(running))["declined"] == [1]


async def test_the_order_within_a_horizon_is_changed(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("7", "J")
        assert running.text.index("Dust stays") < running.text.index("Keys get lost")
        await running.press("K")
        assert running.text.index("Keys get lost") < running.text.index("Dust stays")


async def test_a_selection_moves_as_one_step(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("7", "*", "L")
        assert await horizons(running) == {"next": [1, 2, 3]}
        await running.press("u")
        assert await horizons(running) == {"now": [1, 3], "next": [2]}


async def test_a_pin_tells_its_price_and_keeps_its_reason(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, SetCapacity({"now": "1", "next": "2"})) as running:
        await running.press("7", "j", "p")
        assert "It costs nothing." in running.text
        await running.press("escape", "l", "p")
        assert "It costs 60.0 of value. P-1 falls out." in running.text
        await running.press(*"Promised", "enter")
        assert "P-2 ●" in running.text
        await running.press("p")
        assert "P-2 ●" not in running.text


async def test_a_plan_is_shown_and_taken_as_one_step(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, PutInHorizon((1,), "later"), size=(120, 40)) as running:
        await running.press("7", "P")
        await running.app.workers.wait_for_complete() if "A plan for now and next" not in running.text else None
        await running.settle()
        assert "Into now  1" in running.text
        assert "the best there is" in running.text
        await running.press("ctrl+s")
        assert await horizons(running) == {"now": [1, 3], "next": [2]}
        await running.press("u")
        assert await horizons(running) == {"now": [3], "next": [2], "later": [1]}


async def test_a_plan_says_which_pins_have_no_effort(run_app: RunApp) -> None:
    unknown = (AddProblem("Nobody knows how long"), PutInHorizon((4,), "next"), PinItems((4, 3), "Promised"))
    async with run_app(*COMMANDS, *unknown, size=(120, 45)) as running:
        await running.press("7", "P")
        assert running.text.count("Its effort is not estimated and counts as 0.") == 1


async def test_a_plan_that_is_left_changes_nothing(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, PutInHorizon((1,), "later")) as running:
        await running.press("7", "P")
        await running.settle()
        await running.press("escape")
        assert await horizons(running) == {"now": [3], "next": [2], "later": [1]}


async def test_without_a_capacity_the_way_to_one_is_told(run_app: RunApp) -> None:
    async with run_app(*COMMANDS[:8]) as running:
        await running.press("7", "P")
        assert "No capacity is set." in running.text
        await running.press("W", "6", "enter")
        assert await running.ask(lambda uow: [(one.horizon, one.person_months) for one in uow.capacities.all()]) == [
            ("now", 6)
        ]


async def test_solution_release_and_need_are_chosen(run_app: RunApp) -> None:
    async with run_app(*COMMANDS) as running:
        await running.press("7", "i", "s", "enter")
        assert "S-1 Key safes" in running.text
        assert "value 100 · 1 pm" in running.text
        await running.press("i", "r", *"No release", "enter")
        assert "R-1" not in running.text
        await running.press("i", "e", *"Dust", "enter")
        assert "· needs P-3" in running.text or "▀ needs P-3" in running.text
        await running.press("i", "e", "enter")
        assert await running.ask(lambda uow: uow.dependencies.all()) == []


async def test_a_problem_is_put_in_and_taken_off(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, AddProblem("New")) as running:
        await running.press("7", "a", *"New", "enter")
        assert (await horizons(running))["now"] == [1, 3, 4]
        await running.press("d")
        assert (await horizons(running))[""] == [1]
        assert await running.ask(lambda uow: uow.problems.get(1).title) == "Keys get lost"


async def test_an_item_leads_to_its_problem_its_evidence_and_its_solution(run_app: RunApp) -> None:
    heard = (AddEvidence("I gave my key to three people", problems=(1,)), AddObjective("Trust"), LinkObjective((1,), 1))
    async with run_app(*COMMANDS, *heard, size=(80, 24)) as running:
        await running.press("7", "enter")
        for words in (
            "Roadmap    now",
            "value 100 for 2 person-months",
            "1 piece of evidence from 1 customer",
            "Evidence   E-1 “I gave my key to three people”",
            "Serves     O-1 Trust",
            "Keys get lost",
        ):
            assert words in running.text, words


async def test_o_leads_from_an_item_to_the_objective_it_serves(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, AddObjective("Trust"), LinkObjective((1,), 1), size=(80, 24)) as running:
        await running.press("7", "O")
        await running.settle()
        assert "Strategy" in running.lines[0]
        assert "Trust" in running.text


async def test_the_timeline_shows_releases_with_what_they_group(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, size=(120, 30)) as running:
        await running.press("7", "V")
        assert "R-1 Spring" in running.text
        assert "◆" in running.text
        assert "1 Apr 2030" in running.text
        assert "2029" in running.lines[3]
        assert "0/3" in running.text
        assert "Planned, without a release" in running.text
        await running.press("escape")
        assert "Now 2" in running.text


async def test_releases_are_added_edited_ordered_and_deleted(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, size=(120, 30)) as running:
        await running.press("7", "V", "a", *"Summer", "ctrl+s")
        assert "R-2 Summer" in running.text
        await running.press("G", "g", "g", "J")
        assert running.text.index("R-2 Summer") < running.text.index("R-1 Spring")
        await running.press("e", *"Easter", "ctrl+s")
        assert "R-1 Easter" in running.text
        await running.press("d")
        assert "R-1 Easter" not in running.text
        assert (await horizons(running))["now"] == [1, 3]


async def test_a_checklist_is_ticked_and_edited(run_app: RunApp) -> None:
    async with run_app(*COMMANDS, size=(120, 30)) as running:
        await running.press("7", "V", "g", "g", "enter")
        assert "0 of 3 done" in running.text
        await running.press("space")
        assert "1 of 3 done" in running.text
        await running.press("a", "m", *"Tell all", "enter")
        assert "Tell all" in running.text
        await running.press("e", *"Tell some", "enter")
        assert "· Tell some" in running.text
        await running.press("d")
        assert "· Tell some" not in running.text


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_an_empty_roadmap_says_how_to_begin(run_app: RunApp, size: tuple[int, int]) -> None:
    async with run_app(AddProblem("One"), size=size) as running:
        await running.press("7")
        assert "Nothing is planned yet." in running.text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
async def test_a_release_of_any_year_stands_at_the_end_of_the_axis(run_app: RunApp, day: str) -> None:
    async with run_app(*COMMANDS, AddRelease("Far", day), size=(120, 30)) as running:
        await running.press("7", "V")
        assert "R-2 Far" in running.text
        assert day[:4].lstrip("0") in running.text
