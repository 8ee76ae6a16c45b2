"""One key goes to the past: all screens as of then, or what changed since."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from pmtui.services.estimates import SetEstimates
from pmtui.services.lists import problem_list
from pmtui.services.past import find_past
from pmtui.services.problems import AddProblem, EditProblem, SetField
from pmtui.services.views import ProblemFilter
from pmtui.store.unit_of_work import UnitOfWork
from pmtui.widgets.problem_rows import ProblemRows
from tests.screens.conftest import RunApp

SCORED = {"reach": "400", "impact": "2", "rice_confidence": "80%", "effort": "2"}
HISTORY = (
    AddProblem("Keys get lost"),
    SetEstimates(1, SCORED),
    AddProblem("Late invoices"),
    EditProblem(1, {"title": "Bunches of keys get lost"}),
    SetField((2,), "horizon", "declined", "too few [/]"),
)


def first_step(uow: UnitOfWork) -> int:
    return int(uow.connection.execute("SELECT min(id) FROM step").fetchone()[0])


def count_steps(uow: UnitOfWork) -> int:
    return int(uow.connection.execute("SELECT count(*) FROM step").fetchone()[0])


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_every_screen_shows_what_was_then_and_escape_comes_back(run_app: RunApp, size: tuple[int, int]) -> None:
    async with run_app(*HISTORY, size=size) as running:
        first = await running.ask(first_step)
        await running.press("=", *f"step {first + 1}", "enter")
        assert f"AS OF step {first + 1}" in running.lines[0]
        assert "Keys get lost" in running.text
        assert "Bunches" not in running.text
        assert "Late invoices" not in running.text
        await running.press("4")
        assert f"AS OF step {first + 1}" in running.lines[0]
        assert "Keys get lost" in running.text
        await running.press("escape")
        assert "AS OF" not in running.text
        assert "Bunches of keys" in running.text


async def test_keys_that_change_something_say_why_they_do_not(run_app: RunApp) -> None:
    async with run_app(*HISTORY) as running:
        before = await running.ask(count_steps)
        await running.press("=", *"step 0", "enter")
        for key in ("a", "u", "d", "I"):
            await running.press(key)
            assert "The past can't be changed" in running.text
        assert await running.ask(count_steps) == before
        await running.press("w", "q", "escape", "a")
        assert "The past can't be changed" not in running.lines[-1]


async def test_what_changed_since_is_read_and_handed_over(run_app: RunApp, tmp_path: Path) -> None:
    async with run_app(*HISTORY, size=(80, 24)) as running:
        first = await running.ask(first_step)
        await running.press("=", *f"step {first + 2}", "down", "enter")
        assert "What changed from step" in running.text
        assert "Dropped  1" in running.text
        assert "too few [/]" in running.text
        await running.press("y")
        assert "**P-2** Late invoices: declined" in running.app.clipboard
        await running.press("x", "ctrl+u", *str(tmp_path / "sent.md"), "enter")
        assert (tmp_path / "sent.md").read_text(encoding="utf-8") == running.app.clipboard


async def test_what_is_no_date_is_said_in_the_dialog(run_app: RunApp) -> None:
    async with run_app(*HISTORY) as running:
        await running.press("=", *"soon", "enter")
        assert "no day of the past" in running.text
        await running.press("ctrl+u", *"step 0", "enter")
        assert "AS OF step 0" in running.lines[0]
        await running.press("=", "down", "down", "enter")
        assert "AS OF" not in running.lines[0]


async def test_a_change_made_elsewhere_leaves_the_past_as_it_was(run_app: RunApp) -> None:
    async with run_app(*HISTORY) as running:
        await running.press("=", *"step 0", "enter")
        await running.workspace.run(AddProblem("From elsewhere"))
        await running.settle()
        assert "From elsewhere" not in running.text
        await running.press("escape")
        assert "From elsewhere" in running.text
        assert len((await running.ask(lambda uow: problem_list(uow, ProblemFilter()))).entries) == 2


async def test_the_history_leads_to_what_was_after_a_step(run_app: RunApp) -> None:
    async with run_app(*HISTORY) as running:
        await running.press("U", "j", "=")
        assert "AS OF step" in running.lines[0]
        assert "Late invoices" in running.text
        await running.press("escape")
        assert "AS OF" not in running.lines[0]
        assert "Late invoices" not in running.text


async def test_the_list_of_the_past_never_shows_how_sure_the_ranks_of_today_are(run_app: RunApp) -> None:
    estimates = SetEstimates(1, SCORED | {"reach": "200..900"}), SetEstimates(2, SCORED | {"reach": "100..800"})
    async with run_app(AddProblem("Keys get lost"), AddProblem("Late invoices"), *estimates) as running:
        await running.app.workers.wait_for_complete()
        await running.settle()
        rows = running.app.screen.query_one(ProblemRows)
        assert "top 5" in running.text
        today = list(rows.entries)
        await running.app.look_at(await running.ask(partial(find_past, text="step 0")))
        while list(rows.entries) == today:
            await asyncio.sleep(0)  # one turn of the loop: the list must be right from the first on
        assert "top 5" not in rows.header(80)[0].text
