"""The pane of a sheet paints what was drawn ahead of it."""

import pytest
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.problems import AddProblem
from tests.screens.conftest import RunApp

LONG = AddProblem("Keys get lost", statement="\n".join(f"line {number} of what is known" for number in range(60)))


def look_of(strips: list[Strip]) -> list[object]:
    """Text and style of every line."""
    return [[(segment.text, segment.style) for segment in strip.simplify()] for strip in strips]


@pytest.mark.parametrize("scrolled", [0, 7])
@pytest.mark.parametrize("problem", [LONG, AddProblem("Short")])
async def test_its_lines_look_as_those_that_are_painted_one_by_one(
    run_app: RunApp, problem: AddProblem, scrolled: int
) -> None:
    async with run_app(problem, size=(160, 45)) as running:
        pane = running.app.screen.query_one(SheetPane)
        pane.scroll_to(y=scrolled, animate=False)
        await running.settle()
        for part in (pane.region.size.region, Region(3, 2, 20, 9)):
            assert look_of(pane.render_lines(part)) == look_of(ScrollView.render_lines(pane, part))


async def test_a_sheet_too_long_for_its_room_moves_nothing_on_the_screen(run_app: RunApp) -> None:
    async with run_app(AddProblem("Short"), LONG, size=(160, 45)) as running:
        screen, layouts = running.app.screen, list[object]()
        pane, bar = screen.query_one(SheetPane), screen.query_one(SheetPane).vertical_scrollbar
        screen.screen_layout_refresh_signal.subscribe(screen, layouts.append)
        assert bar.window_virtual_size == pane.size.height  # which is drawn blank
        await running.press("j")
        assert "line 1 of what is known" in running.text
        assert bar.window_virtual_size > pane.size.height
        assert not layouts
