"""The welcome screen: each of its offers, and that it refuses in words."""

from pathlib import Path

import pytest

from pmtui.environment.config import Settings
from pmtui.screens.welcome import Welcomed
from pmtui.screens.welcome_app import WelcomeApp
from pmtui.services.lists import workspace_view
from pmtui.services.workspace import Workspace


async def choose(place: Path, *keys: str, size: tuple[int, int] = (80, 24)) -> Welcomed | None:
    app = WelcomeApp(place, Settings())
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.1)
    return app.return_value


async def test_the_example_is_a_copy_so_no_file_is_named(path: Path) -> None:
    assert await choose(path, "e") == Welcomed()
    assert not path.exists()


async def test_a_new_workspace_is_made_with_its_name(path: Path) -> None:
    assert await choose(path, "n", *"Sparkle", "enter") == Welcomed(path)
    workspace = Workspace.open(path)
    assert workspace.ask(workspace_view).name == "Sparkle"
    workspace.close()


async def test_an_import_begins_with_a_new_workspace(path: Path) -> None:
    assert await choose(path, "i", *"Sparkle", "enter") == Welcomed(path, importing=True)


async def test_quitting_makes_nothing(path: Path) -> None:
    assert await choose(path, "q") is None
    assert not path.exists()


async def test_a_workspace_without_a_name_is_refused_and_the_form_stays(path: Path) -> None:
    assert await choose(path, "n", "enter", "escape", "q") is None
    assert not path.exists()


async def test_a_file_that_is_there_is_never_overwritten(path: Path) -> None:
    path.write_text("mine")
    assert await choose(path, "n", *"Sparkle", "enter", "escape", "q") is None
    assert path.read_text() == "mine"


@pytest.mark.parametrize("size", [(80, 24), (60, 18), (160, 45)])
async def test_all_offers_are_seen_in_small_and_large_terminals(path: Path, size: tuple[int, int]) -> None:
    app = WelcomeApp(path, Settings())
    async with app.run_test(size=size):
        screen = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    for words in ("Look at the example", "Begin your own workspace", "Bring what you have", "Quit"):
        assert words in screen
