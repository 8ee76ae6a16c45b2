"""The forms for a new experiment, for changing one, and for its result."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Label, Select, Static, TextArea

from pmtui.domain.keys import experiment_key, solution_key
from pmtui.domain.solution import OUTCOMES
from pmtui.screens.dates import today
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.dialogs.selects import chosen_words
from pmtui.screens.editing import edit_area
from pmtui.services.experiments import BLOCKS, LINES, AddExperiment, EditExperiment
from pmtui.services.solution_views import ExperimentView
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

LABELS = {
    "title": ("Experiment", "What is tried, in one line"),
    "method": ("How", "With whom, for how long, what is counted"),
    "success_limit": ("Success is", "At least so many of so many; said before it starts"),
    "started_on": ("Started on", "2026-11-20; nothing while it is planned"),
    "result": ("Seen", "What happened, in numbers where there are any"),
    "outcome": ("Outcome", "not known yet"),
    "ended_on": ("Ended on", "2026-11-20"),
}
PLAN = ("title", "method", "success_limit", "started_on")
RESULT = ("result", "outcome", "ended_on")


class ExperimentForm(CommandForm):
    """Some of the fields of an experiment."""

    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    ExperimentForm {
        & > Vertical { width: 84; }
        VerticalScroll { height: auto; max-height: 66vh; scrollbar-size-vertical: 1; }
        Label { color: $muted; }
        TextArea { height: 3; }
        #checked { height: auto; margin-bottom: 1; }
    }
    ExperimentForm.-short TextArea { height: 2; }
    """

    def __init__(self, title: str, fields: Sequence[str], values: Mapping[str, str]) -> None:
        super().__init__(title)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
        self._fields = fields
        self._before = {name: values.get(name, "") for name in fields}

    def compose_fields(self) -> ComposeResult:
        """Each field under its name."""
        with VerticalScroll(can_focus=False):
            for name in self._fields:
                label, example = LABELS[name]
                yield Label(label)
                value: Any = self._before[name]
                if name == "outcome":
                    known = value if value in OUTCOMES else Select.NULL
                    outcomes = [(outcome, outcome) for outcome in OUTCOMES]
                    yield Select(outcomes, value=known, prompt=example, id=name, compact=True)
                elif name in BLOCKS:
                    yield TextArea(value, placeholder=example, id=name)
                else:
                    yield Input(value, placeholder=example, id=name)

    def typed(self) -> dict[str, str]:
        """The values of all fields by name."""
        return self.values() | chosen_words(self)

    def action_edit_field(self) -> None:
        """Edit the long text in use in the user's editor."""
        if isinstance(self.focused, TextArea):
            edit_area(self, self.focused)


class AddExperimentForm(ExperimentForm):
    """Adds an experiment to a solution. assumption: what it checks, by number and in words."""

    def __init__(self, solution: int, assumption: tuple[int, str] | None = None) -> None:
        super().__init__(f"An experiment for {solution_key(solution)}", PLAN, {})
        self._solution = solution
        self._assumption = assumption

    def compose_fields(self) -> ComposeResult:
        """What it checks, and the fields of a plan."""
        if self._assumption is not None:
            yield Static(line_content(f"Checks whether: {self._assumption[1]}"), id="checked")
        yield from super().compose_fields()

    def form_name(self) -> str:
        """A draft for each solution."""
        return f"add experiment to {solution_key(self._solution)}"

    def command(self) -> Command:
        """Add what is typed."""
        typed = self.typed()
        return AddExperiment(
            self._solution, typed["title"], self._assumption[0] if self._assumption is not None else None, typed
        )


class ChangeExperimentForm(ExperimentForm):
    """Changes an experiment. What someone else changed meanwhile is not overwritten."""

    def __init__(self, title: str, experiment: ExperimentView, fields: Sequence[str]) -> None:
        super().__init__(title, fields, {name: getattr(experiment, name) for name in fields})
        self._number = experiment.id

    def form_name(self) -> str:
        """A draft for each experiment and form."""
        return f"change {experiment_key(self._number)} {self._fields[0]}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        changes = {name: text for name, text in self.typed().items() if text != self._before[name]}
        return EditExperiment(self._number, changes, self._before) if changes else None


class EditExperimentForm(ChangeExperimentForm):
    """Changes any field."""

    def __init__(self, experiment: ExperimentView) -> None:
        fields = tuple(name for name in LABELS if name in (*LINES, *BLOCKS))
        super().__init__(f"Edit {experiment_key(experiment.id)}", experiment, fields)


class ResultForm(ChangeExperimentForm):
    """Writes down what was seen; today unless the end is known."""

    def __init__(self, experiment: ExperimentView) -> None:
        super().__init__(f"What {experiment_key(experiment.id)} showed", experiment, RESULT)
        self._success_limit = experiment.success_limit
        self._ended_on = experiment.ended_on or today().isoformat()

    def compose_fields(self) -> ComposeResult:
        """What was said before it started, to hold the result against, and the fields."""
        if self._success_limit:
            yield Static(line_content(f"Success is: {self._success_limit}"), id="checked")
        yield from super().compose_fields()

    def on_mount(self) -> None:
        """Offer today."""
        self.query_one("#ended_on", Input).value = self._ended_on
        super().on_mount()
