"""Lines pasted where problems are listed become problems."""

from textual.events import Paste

from pmtui.services.lists import workspace_view
from pmtui.store.unit_of_work import UnitOfWork
from tests.screens.conftest import RunApp
from tests.screens.running import Running

LINES = "- Keys get lost between cleaners\n\n2. The [b]invoice[/b] comes late\n  Too loud\n"


async def paste(running: Running, text: str) -> None:
    running.app.post_message(Paste(text))
    await running.settle()


def titles(uow: UnitOfWork) -> list[str]:
    return [problem.title for problem in uow.problems.all()]


async def test_each_line_becomes_a_problem_without_its_list_mark_in_one_step(run_app: RunApp) -> None:
    async with run_app() as running:
        assert "each line that is pasted here becomes one" in " ".join(running.text.split())
        await paste(running, LINES)
        assert "3 problems, one a line" in running.text
        assert await running.ask(titles) == []
        await running.press(*"trust", "enter")
        assert await running.ask(titles) == [
            "Keys get lost between cleaners",
            "The [b]invoice[/b] comes late",
            "Too loud",
        ]
        assert "Added 3 problems · u undoes" in running.text
        assert (await running.ask(lambda uow: [tag.name for tag in uow.tags.all()])) == ["trust"]
        await running.press("u")
        assert (await running.ask(workspace_view)).problems == 0


async def test_they_can_be_pasted_on_the_board_into_another_lane(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("4")
        await paste(running, "Keys get lost")
        await running.press("tab", "down", "down", "enter", "ctrl+s")
        assert "Added 1 problem" in running.text
        assert (await running.ask(lambda uow: uow.problems.get(1))).lane_id == 2


async def test_nothing_but_blank_lines_is_refused_in_words(run_app: RunApp) -> None:
    async with run_app() as running:
        await paste(running, "\n  \n")
        await running.press("enter")
        assert "There is no problem to add." in running.text
