"""A terminal that is too small for a list takes its keys all the same."""

import pytest

from pmtui.services.problems import AddProblem
from pmtui.services.releases import AddRelease
from tests.screens.conftest import RunApp

LISTS = {
    "history": ("U",),
    "checklist of a release": ("7", "V", "enter"),
    "lanes": ("4", "E"),
    "themes": ("T",),
    "scorecards": ("v", "y"),
    "views": ("S",),
    "evidence to connect": ("c",),
    "search": ("/", "k"),
    "past": ("=",),
}


@pytest.mark.parametrize("keys", LISTS.values(), ids=list(LISTS))
async def test_a_list_without_room_turns_its_pages_and_is_as_it_was_when_there_is_room_again(
    run_app: RunApp, keys: tuple[str, ...]
) -> None:
    async with run_app(AddProblem("Keys get lost"), AddRelease("Spring", launch_tier="full")) as running:
        await running.press(*keys)
        before = running.lines[-1]
        for size in ((40, 10), (10, 3), (1, 1)):
            await running.pilot.resize_terminal(*size)
            await running.press("down", "pagedown", "pageup", "end")
        await running.pilot.resize_terminal(120, 36)
        await running.settle()
        assert running.lines[-1] == before


async def test_the_palette_closes_where_there_is_no_room(run_app: RunApp) -> None:
    async with run_app(AddProblem("Keys get lost")) as running:
        await running.press("ctrl+p", "down")
        await running.pilot.resize_terminal(40, 10)
        await running.press("pagedown", "pageup")
        await running.pilot.resize_terminal(120, 36)
        await running.settle()
        assert "What to do" not in running.text
        assert "Keys get lost" in running.text
