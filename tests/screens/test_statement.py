"""The form of a problem asks for who, need, because and so that, and for the problem behind a solution."""

import pytest

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


async def test_enter_and_the_arrows_go_through_the_fields_of_one_line(run_app: RunApp) -> None:
    async with run_app() as running:
        await running.press("a", *"Keys", "enter", *"parents", "down", *"keys", "up")
        assert running.app.screen.focused is running.app.screen.query_one("#part-who")
        await running.press("ctrl+s")
        kept = await running.ask(lambda uow: uow.problems.get(1))
        assert (kept.title, kept.statement) == ("Keys", "Who: parents\nNeed: keys")


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (160, 45)])
async def test_the_smallest_terminal_shows_the_first_field_and_the_keys(run_app: RunApp, size: tuple[int, int]) -> None:
    async with run_app(size=size) as running:
        await running.press("a")
        for words in ("What the customer can't do", "Tags", "ctrl+s save", "close"):
            assert words in running.text
