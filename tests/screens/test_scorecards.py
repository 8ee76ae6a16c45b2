"""Scorecards of one's own are written in the app: as a formula or as weights, tried while one types."""

from textual.widgets import Input

from pmtui.domain.scorecard_text import ScorecardText
from pmtui.services.estimates import SetEstimates
from pmtui.services.problems import AddProblem
from pmtui.services.ranking import RankBy, ranking_view, scorecards
from pmtui.services.scorecards import KeepScorecard
from pmtui.services.workspace import Command
from tests.screens.conftest import RunApp
from tests.screens.running import Running

ONE: tuple[Command, ...] = (AddProblem("Keys get lost"), SetEstimates(1, {"value": "4", "effort": "2"}))
FIT = KeepScorecard(ScorecardText("Fit", "value * 2"))
WEIGHTED = KeepScorecard(ScorecardText("Weighted", "0.6 * value + 0.4 * (21 - job_size)"))


async def open_scorecards(running: Running) -> None:
    await running.press("v", "y")
    await running.settle()


async def test_a_formula_is_read_and_tried_on_the_problem_under_the_cursor_while_it_is_typed(run_app: RunApp) -> None:
    async with run_app(*ONE) as running:
        await open_scorecards(running)
        await running.press("a", "f")
        await running.press(*"Fit")
        await running.press("tab")
        await running.press(*"value / (effort")
        assert "At character 9: this parenthesis is never closed" in running.text
        await running.press(*")")
        await running.settle()
        assert "P-1 Keys get lost gets 2.00" in running.text
        await running.press("ctrl+s")
        await running.settle()
        assert [one.title for one in await running.ask(scorecards)][-1] == "Fit v1"


async def test_a_name_that_is_new_in_a_formula_is_said(run_app: RunApp) -> None:
    async with run_app(*ONE) as running:
        await open_scorecards(running)
        await running.press("a", "f", "tab")
        await running.press(*"value * joy")
        await running.settle()
        assert any("Joy: 1 to 10" in line and " new " in line for line in running.lines)
        assert "no score yet: needs joy" in running.text


async def test_an_edited_scorecard_is_a_new_version_and_the_ranking_follows(run_app: RunApp) -> None:
    async with run_app(*ONE, FIT, RankBy("Fit")) as running:
        await open_scorecards(running)
        await running.press("end", "e", "end")
        await running.press(*" + 1")
        await running.press("ctrl+s", "escape")
        await running.settle()
        assert (await running.ask(scorecards))[-1].formula == "value * 2 + 1"
        assert "ranked by Fit v2" in running.text


async def test_a_copy_gets_a_name_of_its_own(run_app: RunApp) -> None:
    async with run_app(*ONE) as running:
        await open_scorecards(running)
        await running.press("c", "ctrl+s")
        await running.settle()
        found = await running.ask(scorecards)
        assert [(one.name, one.formula) for one in found if "copy" in one.name] == [("RICE (copy)", found[0].formula)]


async def test_only_ones_own_are_deleted(run_app: RunApp) -> None:
    async with run_app(*ONE, FIT, RankBy("Fit")) as running:
        await open_scorecards(running)
        await running.press("d")
        await running.settle()
        assert "RICE is built in" in running.text
        await running.press("end", "d")
        await running.settle()
        assert "Fit" not in [one.name for one in await running.ask(scorecards)]
        assert (await running.ask(ranking_view)).name == "RICE"


async def test_a_table_of_weights_is_filled_without_a_formula(run_app: RunApp) -> None:
    async with run_app(*ONE) as running:
        await open_scorecards(running)
        await running.press("a", "w")
        await running.press(*"Weighted")
        fields = {field.id: field for field in running.app.screen.query(Input)}
        fields["weight-value"].focus()
        await running.press(*"0.6")
        fields["weight-job_size"].focus()
        await running.press(*"0.4")
        await running.settle()
        await running.press("ctrl+s")
        await running.settle()
        assert (await running.ask(scorecards))[-1].formula == "0.4 * (21 - job_size) + 0.6 * value"


async def test_a_weighted_scorecard_is_edited_as_a_table_again(run_app: RunApp) -> None:
    async with run_app(*ONE, WEIGHTED) as running:
        await open_scorecards(running)
        await running.press("end", "enter")
        await running.settle()
        typed = {field.id: field.value for field in running.app.screen.query(Input) if field.value}
        assert typed == {"weight-value": "0.6", "weight-job_size": "0.4"}


async def test_a_criterion_is_made_and_used_where_the_cursor_is(run_app: RunApp) -> None:
    async with run_app(*ONE) as running:
        await open_scorecards(running)
        await running.press("a", "f", "tab")
        await running.press(*"value * ")
        await running.press("ctrl+t", "enter")
        await running.press(*"Joy of use")
        assert "In formulas: joy_of_use" in running.text
        await running.press("ctrl+s")
        await running.settle()
        assert running.app.screen.query_one("#formula", Input).value == "value * joy_of_use"
        assert [one.name for one in await running.ask(lambda uow: uow.criteria.all(code="joy_of_use"))] == [
            "Joy of use"
        ]


async def test_what_was_typed_is_kept_as_a_draft(run_app: RunApp) -> None:
    async with run_app(*ONE) as running:
        await open_scorecards(running)
        await running.press("a", "f", "tab")
        await running.press(*"value * 3")
        await running.press("escape")
        await running.press("a", "f")
        await running.settle()
        assert running.app.screen.query_one("#formula", Input).value == "value * 3"


async def test_a_letter_of_the_menu_picks_in_either_case_and_many_names_have_letters(run_app: RunApp) -> None:
    many = tuple(KeepScorecard(ScorecardText(f"{number} Rule", "value * 2")) for number in range(14))
    async with run_app(*ONE, *many) as running:
        await running.press("v", "o")
        await running.settle()
        assert (await running.ask(ranking_view)).name == "Opportunity"
        await running.press("v")
        assert "a letter, or ↑ ↓ enter   esc close" in running.text
        await running.press("q")
        assert (await running.ask(ranking_view)).name == "Opportunity"
