"""What one step of the history changed."""

from collections.abc import Iterator

from textual.content import Content

from pmtui.domain.changes import Step
from pmtui.environment.local_time import local_moment
from pmtui.screens.dialogs.sheet_dialog import SheetDialog
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.step_changes import StepChange, StepChanges, step_changes
from pmtui.widgets.text import line_content, wrap_lines

_SIGNS = {"made": ("+ made ", "$success"), "removed": ("− removed ", "$error"), "changed": ("~ changed ", "$accent")}
_LINES = 4


class StepChangesDialog(SheetDialog):
    """Each record that a step made, changed or removed, with its fields before and after."""

    DEFAULT_CSS = "StepChangesDialog > Vertical { width: 100; }"

    def __init__(self, step: Step) -> None:
        super().__init__(step.label)
        self._step = step

    def on_mount(self) -> None:
        """Read what it changed."""
        self.run_worker(self._read())

    async def _read(self) -> None:
        changes = await self.host.workspace.ask(step_changes, self._step.id)
        self.query_one(SheetPane).show(self._step.id, lambda width: _text(self._step, changes, width))


def _text(step: Step, changes: StepChanges, width: int) -> Content:
    lines = [Content.styled(f"{local_moment(step.at)}, {step.source}", "$muted"), Content("")]
    for change in changes.shown:
        lines += _change(change, width)
    if changes.others:
        lines.append(Content.styled(f"… and {changes.others:,} other records", "$muted"))
    return Content("\n").join(lines)


def _change(change: StepChange, width: int) -> Iterator[Content]:
    sign, style = _SIGNS[change.op]
    yield Content.assemble((sign, style), line_content(change.name, "bold $strong"))
    for field, before, after in change.fields:
        if field == "position":
            yield Content.styled("    its place in the lane", "$muted")
            continue
        yield Content.styled(f"    {field}", "$muted")
        for mark, words, color in (("−", before, "$error"), ("+", after, "$success")):
            for number, line in enumerate(wrap_lines(words or "nothing", max(8, width - 8), _LINES)):
                yield Content.assemble(("      " + (mark if not number else " ") + " ", color), line_content(line))
