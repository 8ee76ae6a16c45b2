"""Whatever widget shows a text, its control characters stay away from the terminal."""

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, TextArea

from pmtui.widgets import text as text_of_people

BAD = "\x00\x07\x1b[2J\x7f\x9b2J\x9d0;x\x9c\u202e\u2066"
SHOWN = "start" + "[2J" + "2J" + "0;x" + "end"


@pytest.mark.parametrize("widget", [Label, Input, TextArea, OptionList])
async def test_a_widget_of_textual_shows_a_text_without_its_control_characters(widget: Callable[[str], Widget]) -> None:
    assert text_of_people.ELLIPSIS

    class Showing(App[None]):
        def compose(self) -> ComposeResult:
            yield widget(f"start{BAD}end")

    app = Showing()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        shown = app.screen.query_one("Label, Input, TextArea, OptionList", Widget)
        drawn = "".join(segment.text for line in range(3) for segment in shown.render_line(line))
    assert SHOWN in drawn
