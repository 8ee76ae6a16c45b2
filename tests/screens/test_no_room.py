"""A terminal that is too small for a list takes its keys all the same."""

import pytest

from pmtui.screens.dialogs.base import Dialog
from pmtui.services.board import AddLane
from pmtui.services.evidence import AddEvidence
from pmtui.services.problems import AddProblem
from pmtui.services.releases import AddRelease
from pmtui.services.saved_views import SaveView
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
    async with run_app(AddProblem("Keys get lost"), AddRelease("Spring", launch_tier="major")) as running:
        await running.press(*keys)
        assert isinstance(running.app.screen, Dialog)
        opened, before = running.app.screen, running.lines[-1]
        for size in ((40, 10), (10, 3), (1, 1)):
            await running.pilot.resize_terminal(*size)
            await running.press("down", "pagedown", "pageup", "end")
        await running.pilot.resize_terminal(120, 36)
        await running.settle()
        assert running.app.screen is opened
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


@pytest.mark.parametrize(
    "keys",
    [("3", "c"), ("7", "V", "enter"), ("3", "V", "t", "g", "g", "j", "a", "s"), ("4", "E"), ("S",)],
    ids=["evidence to connect", "checklist of a release", "solution", "lanes", "views"],
)
async def test_a_refusal_leaves_the_keys_of_the_dialog_in_sight(run_app: RunApp, keys: tuple[str, ...]) -> None:
    long_title = "Keys get lost between cleaners, " * 9
    pieces = tuple(AddEvidence(f"Key {number}") for number in range(30))
    lanes = tuple(AddLane(1, f"Lane {number}") for number in range(20))
    views = tuple(SaveView("problems", f"View {number}", {"words": "key"}) for number in range(20))
    release = AddRelease("Spring", launch_tier="major", notes="A line\n" * 9)
    async with run_app(AddProblem(long_title), *pieces, *lanes, *views, release, size=(80, 24)) as running:
        await running.press(*keys)
        dialog = running.app.screen
        assert isinstance(dialog, Dialog)
        dialog.say("“All of it” is not a number or a range that is known here.", "Type 3, or 2..6, or 2..6 ~4.")
        await running.settle()
        assert "Type 3, or 2..6" in running.text
        assert "esc close" in running.text
