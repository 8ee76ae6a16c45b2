"""The forms for a new decision and for changing one."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static, TextArea

from pmtui.domain.decision import read_probability
from pmtui.domain.keys import Key, Kind, decision_key, keys_in_words
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.editing import edit_area
from pmtui.services.decision_views import DecisionSheet
from pmtui.services.decisions import BLOCKS, LINES, AddDecision, EditDecision
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

FIELDS = (
    ("title", "Title", ""),
    ("context", "Context", "what made a decision necessary"),
    ("options", "Options", "what could be chosen, one a line"),
    ("choice", "Choice", "what was chosen"),
    ("reason", "Reason", "why this and not the others"),
    ("driver", "Driver", "the one person who brings it about"),
    ("approver", "Approver", "the one person who approves it"),
    ("contributors", "Contributors", "who was asked"),
    ("informed", "Informed", "who is told"),
    ("prediction", "Prediction", "what will be true, and by when"),
    ("probability", "Probability", "how likely that is: 80%"),
    ("review_on", "Review on", "the day to look back: 2027-01-15"),
    ("supersedes", "Supersedes", "the key of the decision it replaces: D-5"),
)
EMPTY = dict.fromkeys((*LINES, *BLOCKS, "probability", "supersedes"), "")


class DecisionForm(CommandForm):
    """The fields that all forms of a decision share. about: a line above them. FIRST: fields that come before all."""

    FIRST: ClassVar[tuple[str, ...]] = ()
    KEY_LINE = "ctrl+s save   tab next field   ctrl+o editor   esc close"
    DEFAULT_CSS = """
    DecisionForm {
        & > Vertical { width: 96; }
        VerticalScroll { height: auto; max-height: 72vh; scrollbar-size-vertical: 1; }
        Horizontal { height: auto; }
        Label { width: 13; color: $muted; }
        Input, TextArea { width: 1fr; }
        #about { height: auto; color: $accent; margin-bottom: 1; }
        TextArea { height: 3; }
    }
    DecisionForm.-short TextArea { height: 2; }
    DecisionForm.-short VerticalScroll { max-height: 58vh; }
    DecisionForm.-short #about { margin-bottom: 0; }
    """

    def __init__(self, title: str, values: Mapping[str, str], about: str = "") -> None:
        super().__init__(title)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
        self._before = dict(values)
        self._about = about
        self.title_example = "in one line: Buy key safes"

    def compose_fields(self) -> ComposeResult:
        """What it is about, then one line for each short text and a few for each long one."""
        if self._about:
            yield Static(line_content(self._about), id="about")
        with VerticalScroll(can_focus=False):
            yield from self.compose_lines()

    def compose_lines(self) -> ComposeResult:
        """The fields with their names."""
        for name, label, example in sorted(FIELDS, key=lambda field: field[0] not in self.FIRST):
            shown = self.title_example if name == "title" else example
            with Horizontal():
                yield Label(label)
                if name in BLOCKS:
                    yield TextArea(self._before[name], placeholder=shown, id=name)
                else:
                    yield Input(self._before[name], placeholder=shown, id=name)

    def action_edit_field(self) -> None:
        """Edit the long text in use in the user's editor."""
        if isinstance(self.focused, TextArea):
            edit_area(self, self.focused)


class AddDecisionForm(DecisionForm):
    """Records a decision about problems, perhaps with the ranking as it is."""

    FORM = "add decision"

    def __init__(self, problems: tuple[int, ...] = (), ranked_by: str = "") -> None:
        self._problems = problems
        self._freezes = bool(ranked_by)
        about = [f"About {keys_in_words(problems)}."] if problems else []
        if ranked_by:
            about.append(f"The whole ranking by {ranked_by} is kept with it as it is now.")
        super().__init__("Record a decision", EMPTY, " ".join(about))

    def command(self) -> Command:
        """Record what is typed."""
        typed = self.values()
        return AddDecision(
            typed,
            probability=read_probability(typed["probability"]),
            problems=self._problems,
            freeze=self._freezes,
            supersedes=number_of(typed["supersedes"]),
        )


class EditDecisionForm(DecisionForm):
    """Changes a decision. What someone else changed meanwhile is not overwritten."""

    def __init__(self, sheet: DecisionSheet) -> None:
        row = sheet.row
        self._number = row.id
        values = {
            **sheet.texts,
            "probability": "" if row.probability is None else f"{row.probability * 100:g}%",
            "supersedes": "" if sheet.supersedes is None else str(decision_key(sheet.supersedes[0])),
        }
        super().__init__(f"Edit {decision_key(row.id)}", values)
        self._probability = row.probability

    def form_name(self) -> str:
        """A draft for each decision."""
        return f"edit {decision_key(self._number)}"

    def command(self) -> Command | None:
        """Change the fields that differ."""
        typed = self.values()
        changes = {name: text for name, text in typed.items() if text != self._before[name]}
        probability = read_probability(typed["probability"]) if "probability" in changes else self._probability
        supersedes = number_of(typed["supersedes"])
        return EditDecision(self._number, changes, probability, supersedes, self._before) if changes else None


def number_of(key: str) -> int | None:
    """The number of a decision by its key; None for nothing. Raises Refusal for what is no key of a decision."""
    return Key.parse(key, Kind.DECISION).number if key.strip() else None
