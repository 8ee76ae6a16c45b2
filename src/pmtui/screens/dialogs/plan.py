"""A proposed plan, to be taken or not."""

from functools import partial

from textual.app import ComposeResult

from pmtui.domain.errors import Refusal
from pmtui.screens.dialogs.searchable import SearchableDialog
from pmtui.screens.plan_words import plan_content
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.plans import Planning, Proposal


class PlanDialog(SearchableDialog[bool]):
    """Returns True when the plan is to be taken."""

    KEY_LINE = "ctrl+s take the plan   j k scroll   / search   esc leave it"
    DEFAULT_CSS = """
    PlanDialog > Vertical { width: 92; }
    PlanDialog SheetPane { height: auto; max-height: 66vh; background: $surface; }
    """

    def __init__(self, found: Planning, proposed: Proposal) -> None:
        super().__init__("A plan for now and next")
        self._found = found
        self._proposed = proposed

    def compose_fields(self) -> ComposeResult:
        """The plan."""
        yield SheetPane()

    def on_mount(self) -> None:
        """Show the plan."""
        self.query_one(SheetPane).show(self._proposed, partial(plan_content, self._found, self._proposed))

    def result(self) -> bool:
        """To be taken. Raises Refusal where it changes nothing."""
        if not self._proposed.moves:
            raise Refusal("The roadmap is as the plan already.", "esc closes it.")
        return True

    def action_next_row(self) -> None:
        """Scroll down."""
        self.query_one(SheetPane).scroll_down(animate=False)

    def action_previous_row(self) -> None:
        """Scroll up."""
        self.query_one(SheetPane).scroll_up(animate=False)
