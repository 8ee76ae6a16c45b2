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
