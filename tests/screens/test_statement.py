"""The form of a problem asks for who, need, because and so that, and for the problem behind a solution."""

from pmtui.domain.statement import QUESTIONS
from pmtui.services.problems import AddProblem
from tests.screens.conftest import RunApp


async def test_the_parts_become_a_statement_that_reads_as_one_sentence(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("a", *"Keys", "tab", *"parents", "tab", *"keys", "tab", "tab", *"calm", "ctrl+s")
        kept = await running.ask(lambda uow: uow.problems.get(1))
        assert kept.statement == "Who: parents\nNeed: keys\nSo that: calm"
        assert "Parents need keys, so that calm." in running.text


async def test_editing_shows_the_parts_and_an_order_of_its_own_stays(run_app: RunApp) -> None:
    statement = "Background.\nNeed: keys\nWho: parents"
    async with run_app(AddProblem("Keys", statement)) as running:
        await running.press("e", "end", *"!", "ctrl+s")
        assert (await running.ask(lambda uow: uow.problems.get(1))).statement == statement
        await running.press("e", "tab", "end", *"!", "ctrl+s")
        changed = (await running.ask(lambda uow: uow.problems.get(1))).statement
        assert changed == "Who: parents!\nNeed: keys\n\nBackground."


async def test_a_solution_as_a_title_is_asked_about_and_still_saved(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("a", *"Add")
        assert "begins a solution" in running.text
        assert QUESTIONS[0][:20] in running.text
        await running.press(*"resses")
        assert "begins a solution" not in running.text
        await running.press("ctrl+u", *"Build it", "ctrl+s")
        assert (await running.ask(lambda uow: uow.problems.get(1))).title == "Build it"
