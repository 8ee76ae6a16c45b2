"""The form for estimates: what it says while one types, and what it keeps."""

import pytest
from textual.widgets import Input

from pmtui.services.detail_views import EstimateView
from pmtui.services.details import problem_detail
from pmtui.services.estimates import SetEstimates
from pmtui.services.problems import AddProblem
from pmtui.services.ranking import RankBy
from pmtui.services.workspace import Command
from tests.screens.conftest import RunApp
from tests.screens.running import Running

RICE = {"reach": "100", "impact": "2", "rice_confidence": "80%", "effort": "2"}
PROBLEMS: tuple[Command, ...] = (
    AddProblem("Keys get lost"),
    AddProblem("Invoice comes late"),
    SetEstimates(1, RICE, {"impact": "they said so"}),
    SetEstimates(2, {**RICE, "reach": "900"}),
)


async def estimates(running: Running, number: int) -> dict[str, EstimateView]:
    detail = await running.ask(lambda uow: problem_detail(uow, number))
    return {view.code: view for view in detail.estimates}


async def type_over(running: Running, *words: str) -> None:
    """Replace what is in the field with the cursor."""
    field = running.app.screen.focused
    assert isinstance(field, Input)
    field.value = ""
    await running.press(*words)


async def test_the_form_shows_how_a_range_is_read_and_what_it_does_to_score_and_rank(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("j", "s")
        assert "Score 80 · #2 of 2, as now" in running.text.replace("80.0", "80")
        await type_over(running, *"900..4000")
        assert "middle 1,900, 90 % between 900 and 4,000" in running.text
        assert "#1 of 2, was #2 with" in running.text


async def test_every_field_shows_unit_meaning_and_steps(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS, size=(80, 24)) as running:
        await running.press("s")
        for words in ("people a quarter", "How much solving it", "3 massive; 2 high", "person-months", "100% sure"):
            assert words in running.text


async def test_what_is_no_number_is_said_at_once_and_refused_when_saving(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("s")
        await type_over(running, *"many")
        assert "is not a number or a range" in running.text
        assert "No score yet: needs reach" in running.text
        await running.press("ctrl+s")
        assert running.app.screen.query(Input), "the form stays open"
        assert (await estimates(running, 2))["reach"].text == "900"


async def test_values_and_reasons_are_kept_as_one_step(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("j", "s")
        await type_over(running, *"200..800 ~350")
        await running.press("tab", *"counted", "tab")
        await type_over(running, "3")
        await running.press("ctrl+s")
        kept = await estimates(running, 1)
        assert (kept["reach"].text, kept["reach"].reason) == ("200..800 ~350", "counted")
        assert (kept["impact"].text, kept["impact"].reason) == ("3", "they said so")
        await running.press("u")
        assert (await estimates(running, 1))["reach"].text == "100"


async def test_an_emptied_field_takes_the_estimate_away(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("s")
        await type_over(running)
        await running.press("ctrl+s")
        assert (await estimates(running, 2))["reach"].text == ""
        assert "1 needs estimates" in running.text


async def test_an_estimate_that_changed_meanwhile_is_not_overwritten(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("s")
        await type_over(running, *"500")
        await running.workspace.run(SetEstimates(2, {"reach": "1000"}))
        await running.press("ctrl+s")
        assert "Reach was changed meanwhile" in running.text
        assert (await estimates(running, 2))["reach"].text == "1,000"


async def test_closing_keeps_what_was_typed_as_a_draft(run_app: RunApp) -> None:
    async with run_app(*PROBLEMS) as running:
        await running.press("s")
        await type_over(running, *"777")
        await running.press("escape", "s")
        field = running.app.screen.query_one("#reach", Input)
        assert field.value == "777"
        assert (await estimates(running, 2))["reach"].text == "900"


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
@pytest.mark.parametrize("name", ["RICE", "WSJF", "business", "blend"])
async def test_the_score_and_the_keys_are_in_sight_whatever_is_ranked_by(
    run_app: RunApp, name: str, size: tuple[int, int]
) -> None:
    async with run_app(AddProblem("Keys get lost"), RankBy(name), size=size) as running:
        await running.press("s")
        assert "No score yet" in running.text
        assert "ctrl+s save" in running.text
        assert "╰" in running.text


async def test_enter_goes_from_value_to_value_and_past_the_reasons(run_app: RunApp) -> None:
    async with run_app(AddProblem("Keys get lost")) as running:
        await running.press(
            "s", *"400", "enter", "3", "down", *"80", "enter", "9", "up", "up", "backspace", "2", "ctrl+s"
        )
        kept = await estimates(running, 1)
        assert [view.text for view in kept.values()] == ["400", "2", "80%", "9"]


async def test_an_empty_effort_is_explained_with_months_not_with_hundreds(run_app: RunApp) -> None:
    async with run_app(AddProblem("Keys get lost")) as running:
        await running.press("s")
        assert running.app.screen.query_one("#effort", Input).placeholder == "3 or 2..6 ~4"
