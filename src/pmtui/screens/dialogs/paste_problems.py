"""What was pasted becomes problems: which they are, and what they have in common."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.widgets import Input, Label, Select, Static

from pmtui.domain.fragments import titles_in
from pmtui.domain.tag import split_tags
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.services.problems import AddManyProblems, AddProblem
from pmtui.services.workspace import Command
from pmtui.widgets.text import fit, line_content

SHOWN = 10


class PasteProblems(CommandForm):
    """Shows the first of the problems that the lines make, and adds them as one step."""

    KEY_LINE = "enter add   tab next field   esc close"
    DEFAULT_CSS = """
    PasteProblems {
        Grid { grid-size: 2; grid-columns: 8 1fr; height: auto; grid-rows: 1; margin-top: 1; }
        Label { color: $muted; }
        #preview { height: auto; }
    }
    """

    def __init__(self, text: str, lanes: Sequence[str]) -> None:
        super().__init__("Problems from what was pasted")
        self._titles = titles_in(text)
        self._lanes = lanes

    def compose_fields(self) -> ComposeResult:
        """The first problems, and tags and lane of all."""
        yield Static(self._preview(), id="preview")
        with Grid():
            yield Label("Tags")
            yield Input(placeholder="access, trust", id="tags")
            yield Label("Lane")
            lanes = [(line_content(name), name) for name in self._lanes]
            yield Select(lanes, value=self._lanes[0], allow_blank=False, id="lane", compact=True)

    def on_mount(self) -> None:
        """Enter adds them."""
        self.query_one("#tags", Input).focus()

    async def on_input_submitted(self) -> None:
        """Enter adds."""
        await self.action_save()

    def command(self) -> Command:
        """Add the problems."""
        lane = str(self.query_one("#lane", Select).value)
        return AddManyProblems(self._titles, AddProblem("", lane=lane, tags=split_tags(self.values()["tags"])))

    def _preview(self) -> Content:
        count = "1 problem" if len(self._titles) == 1 else f"{len(self._titles):,} problems, one a line"
        lines = [Content.styled(count, "bold $strong")]
        lines += [line_content(f"  {fit(title, 66)}") for title in self._titles[:SHOWN]]
        if len(self._titles) > SHOWN:
            lines.append(Content.styled(f"  … and {len(self._titles) - SHOWN:,} more", "$muted"))
        return Content("\n").join(lines)
