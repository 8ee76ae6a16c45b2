"""The forms for a new solution and for changing one."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static, TextArea

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import explain_amount
from pmtui.domain.keys import problem_key, solution_key
from pmtui.domain.solution import EFFORT, read_effort
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.editing import edit_area
from pmtui.services.solution_views import SolutionView
from pmtui.services.solutions import AddSolution, EditSolution
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

FIELDS = ("title", "effort", "description")


class SolutionForm(CommandForm):
    """The fields that both forms share. prompts: name and words of questions that help to find a solution."""

    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    SolutionForm {
        & > Vertical { width: 92; }
        Label, #reading { color: $muted; }
        Grid { grid-size: 2; grid-columns: 10 1fr; grid-rows: auto; height: auto; }
        #description { height: 6; margin-top: 1; }
        #prompts { height: auto; max-height: 16; margin-bottom: 1; color: $foreground; scrollbar-size-vertical: 1; }
        #prompts > Static { height: auto; }
    }
    SolutionForm.-short #description { height: 3; }
    SolutionForm.-short #prompts { max-height: 8; }
    """

    def __init__(self, title: str, values: Mapping[str, str], prompts: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(title)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
        self._before = dict(values)
        self._prompts = prompts

    def compose_fields(self) -> ComposeResult:
        """The questions, then title, effort and how it is read, and the description."""
        if self._prompts:
            with VerticalScroll(id="prompts", can_focus=False):
                yield Static(prompt_lines(self._prompts))
        with Grid():
            yield Label("Solution")
            yield Input(self._before["title"], placeholder="What would be done, in one line", id="title")
            yield Label("Effort")
            yield Input(self._before["effort"], placeholder="person-months: 2 or 1..4", id="effort")
            yield Label("")
            yield Static(id="reading")
        yield TextArea(
            self._before["description"], placeholder="How it would work, for whom; Markdown", id="description"
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the effort is read."""
        if event.input.id == "effort":
            self.query_one("#reading", Static).update(line_content(_reading(event.value)))

    def action_edit_field(self) -> None:
        """Edit the description in the user's editor."""
        edit_area(self, self.query_one("#description", TextArea))


class AddSolutionForm(SolutionForm):
    """Adds a solution to a problem."""

    def __init__(self, problem: int, prompts: Sequence[tuple[str, str]]) -> None:
        super().__init__(f"A solution for {problem_key(problem)}", dict.fromkeys(FIELDS, ""), prompts)
        self._problem = problem

    def form_name(self) -> str:
        """A draft for each problem."""
        return f"add solution to {problem_key(self._problem)}"

    def command(self) -> Command:
        """Add what is typed."""
        typed = self.values()
        return AddSolution(self._problem, typed["title"], typed["description"], typed["effort"])


class EditSolutionForm(SolutionForm):
    """Changes a solution. What someone else changed meanwhile is not overwritten."""

    def __init__(self, solution: SolutionView) -> None:
        self._number = solution.id
        values = {"title": solution.title, "effort": solution.effort, "description": solution.description}
        super().__init__(f"Edit {solution_key(solution.id)}", values)

    def form_name(self) -> str:
        """A draft for each solution."""
        return f"edit {solution_key(self._number)}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        changes = {name: text for name, text in self.values().items() if text != self._before[name]}
        return EditSolution(self._number, changes, self._before) if changes else None


def prompt_lines(prompts: Sequence[tuple[str, str]]) -> Content:
    """Each question after its name."""
    return Content("\n").join(
        Content.assemble((f"{name}  ", "$accent"), line_content(words)) for name, words in prompts
    )


def _reading(text: str) -> str:
    try:
        amount = read_effort(text)
    except Refusal as refusal:
        return f"✗ {refusal.title}"
    return "" if amount is None else f"✓ {explain_amount(amount, EFFORT)}"
