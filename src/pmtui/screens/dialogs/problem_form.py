"""The forms for a new problem and for changing one."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Grid, Horizontal
from textual.widgets import Input, Label, Select, Static, TextArea

from pmtui.domain.keys import problem_key
from pmtui.domain.problem import NEEDS
from pmtui.domain.statement import QUESTIONS, Statement, read_statement, solution_words, write_statement
from pmtui.domain.tag import split_tags
from pmtui.screens.dialogs.field_by_field import FieldByField
from pmtui.screens.dialogs.selects import chosen_words
from pmtui.screens.editing import edit_area
from pmtui.services.detail_views import ProblemDetail
from pmtui.services.problems import AddProblem, EditProblem, TagProblems
from pmtui.services.together import Together
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

PARTS = (
    ("who", "Who", "busy parents"),
    ("need", "Need", "to know who holds their key"),
    ("because", "Because", "keys wander between cleaners"),
    ("so_that", "So that", "they can leave the house"),
)
NEED_WORDS = [(f"{need} need", need) for need in NEEDS]


class ProblemForm(FieldByField):
    """The fields that both forms share."""

    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    ProblemForm {
        Label { color: $muted; }
        #title, #statement, #choices { margin-bottom: 1; }
        #statement { height: 6; }
        #solution { color: $warning; height: auto; display: none; }
        #parts { grid-size: 2; grid-columns: 9 1fr; grid-rows: 1; height: auto; }
        #choices { height: 1; }
        #need { width: 24; }
        #lane { width: 1fr; margin-left: 2; }
    }
    ProblemForm.-short #statement { height: 2; }
    ProblemForm.-short #title { margin-bottom: 0; }
    ProblemForm.-shortest {
        #statement { height: 1; }
        #title, #statement, #choices { margin-bottom: 0; }
        .dialog-keys { margin-top: 0; }
    }
    """

    def __init__(self, title: str, values: Mapping[str, str], lanes: Sequence[str] = ()) -> None:
        super().__init__(title)
        self.VERTICAL_BREAKPOINTS = [(0, "-shortest"), (23, "-short"), (30, "-tall")]
        self._before = values
        self._statement = read_statement(values["statement"])
        self._lanes = lanes

    def compose_fields(self) -> ComposeResult:
        """Title, the parts of the statement and more, need, lane when there is a choice of lanes, tags."""
        before = self._before
        yield Label("Problem")
        yield Input(before["title"], placeholder="What the customer can't do or suffers from, in one line", id="title")
        yield Static(id="solution")
        with Grid(id="parts"):
            for name, label, example in PARTS:
                yield Label(label)
                yield Input(getattr(self._statement, name), placeholder=example, id=f"part-{name}")
        yield Label("More")
        yield TextArea(self._statement.rest, placeholder="When it happens, and what it costs them", id="statement")
        with Horizontal(id="choices"):
            yield Select(
                NEED_WORDS, prompt="need not said", value=before["need"] or Select.NULL, id="need", compact=True
            )
            if self._lanes:
                lanes = [(line_content(name), name) for name in self._lanes]
                yield Select(lanes, value=self._lanes[0], allow_blank=False, id="lane", compact=True)
        yield Label("Tags")
        yield Input(before["tags"], placeholder="access, trust", id="tags")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say it when the title is worded as a solution, and ask for the problem behind it."""
        if event.input.id == "title":
            words = solution_words(event.value)
            hint = self.query_one("#solution", Static)
            hint.display = bool(words)
            hint.update(line_content(f"“{words}” begins a solution; there may be better ones. {' '.join(QUESTIONS)}"))

    def action_edit_field(self) -> None:
        """Edit the long part of the statement in the user's editor."""
        edit_area(self, self.query_one("#statement", TextArea))

    def typed(self) -> dict[str, str]:
        """The values of all fields by name."""
        values = self.values()
        parts = {name: values.pop(f"part-{name}") for name, _, _ in PARTS}
        statement = Statement(**parts, rest=values["statement"])
        # A statement whose lines stand in an order of their own keeps it unless something was changed.
        kept = statement == self._statement
        values["statement"] = self._before["statement"] if kept else write_statement(statement)
        return values | chosen_words(self)


class AddForm(ProblemForm):
    """Adds a problem."""

    FORM = "add problem"

    def __init__(self, lanes: Sequence[str]) -> None:
        super().__init__("Add a problem", {"title": "", "statement": "", "need": "", "tags": ""}, lanes)

    def command(self) -> Command:
        """Add what is typed."""
        typed = self.typed()
        tags = split_tags(typed["tags"])
        return AddProblem(typed["title"], typed["statement"], need=typed["need"], lane=typed["lane"], tags=tags)


class EditForm(ProblemForm):
    """Changes a problem. What someone else changed meanwhile is not overwritten."""

    def __init__(self, detail: ProblemDetail) -> None:
        self._number = detail.id
        values = {
            "title": detail.title,
            "statement": detail.statement,
            "need": detail.need,
            "tags": ", ".join(detail.tags),
        }
        super().__init__(f"Edit {problem_key(detail.id)}", values)

    def form_name(self) -> str:
        """A draft for each problem."""
        return f"edit {problem_key(self._number)}"

    def command(self) -> Command | None:
        """Change the fields that differ, and the tags, as one step."""
        typed = self.typed()
        before, after = (split_tags(values["tags"]) for values in (self._before, typed))
        fields = {name: value for name, value in typed.items() if name != "tags" and value != self._before[name]}
        commands: list[Command] = []
        if fields:
            commands.append(EditProblem(self._number, fields, self._before))
        if before != after:
            added = tuple(tag for tag in after if tag not in before)
            removed = tuple(tag for tag in before if tag not in after)
            commands.append(TagProblems((self._number,), added, removed))
        return Together(tuple(commands)) if commands else None
