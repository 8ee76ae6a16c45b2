"""What is told stays short: in the footer and in notices."""

from pmtui.domain.errors import Refusal
from pmtui.services.problems import AddProblem
from tests.screens.conftest import RunApp


async def test_a_key_held_down_tells_the_same_refusal_once(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("u", "u", "u")
        assert running.text.count("There is nothing to undo.") == 1


async def test_different_refusals_stand_below_each_other(run_app: RunApp) -> None:
    async with run_app() as running:
        running.app.show_refusal(Refusal("The one can't be.", "Do this."))
        running.app.show_refusal(Refusal("The other can't be.", "Do that."))
        await running.settle()
        assert "Do this." in running.text
        assert "Do that." in running.text


async def test_a_long_step_never_hides_the_key_that_takes_it_back(run_app: RunApp) -> None:
    async with run_app(AddProblem("Keys"), size=(80, 24)) as running:
        running.app.show_status("Imported 271 pieces of evidence from a-file-with-a-long-name.csv · u undoes")
        await running.settle()
        assert running.lines[-1].rstrip().endswith("… · u undoes")
        running.app.show_status("Moved P-1 to Defined · u undoes")
        await running.settle()
        assert running.lines[-1].rstrip().endswith("Moved P-1 to Defined · u undoes")
