"""Asks for a point of the past, and whether to look at it or at what changed since."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from pmtui.domain.errors import Refusal
from pmtui.domain.past import EXAMPLES, Past
from pmtui.screens.dialogs.base import Dialog
from pmtui.services.past import find_past
from pmtui.widgets.text import line_content

LOOK, CHANGES, TODAY = "look", "changes", "today"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants: LOOK at the past, its CHANGES until now, or TODAY, which needs no past."""

    what: str
    past: Past | None


class PastDialog(Dialog[Wanted]):
    """The date stays in the field; the arrows choose what to do with it. past: the one that is looked at now."""

    KEY_LINE = "enter go   ↑ ↓ choose   esc close"
    DEFAULT_CSS = """
    PastDialog {
        OptionList { height: auto; margin: 1 0; }
        #examples { color: $muted; }
    }
    """

    def __init__(self, past: Past | None) -> None:
        super().__init__("The past")
        self._past = past

    def compose_fields(self) -> ComposeResult:
        """The date, and what to do."""
        yield Input("last week" if self._past is None else self._past.words, id="date")
        yield Static(line_content(f"Such as {EXAMPLES}"), id="examples")
        options = OptionList(
            Option("Look at all screens as of then", id=LOOK),
            Option("What changed since then", id=CHANGES),
            *([Option("Back to today", id=TODAY)] if self._past is not None else ()),
        )
        options.can_focus = False
        options.highlighted = 0
        yield options

    def on_mount(self) -> None:
        """Begin with the whole date, so that another one replaces it."""
        date = self.query_one(Input)
        date.focus()
        date.action_select_all()

    def action_next_row(self) -> None:
        """The choice below."""
        self.query_one(OptionList).action_cursor_down()

    def action_previous_row(self) -> None:
        """The choice above."""
        self.query_one(OptionList).action_cursor_up()

    async def on_input_submitted(self) -> None:
        """Do what is chosen."""
        await self.action_save()

    async def on_option_list_option_selected(self) -> None:
        """A click does it."""
        await self.action_save()

    async def action_save(self) -> None:
        """Close with what is wanted, once the point of the past is found."""
        chosen = self.query_one(OptionList).highlighted_option
        what = chosen.id if chosen is not None and chosen.id else LOOK
        try:
            past = None
            if what != TODAY:
                past = await self.host.present.ask(find_past, self.query_one(Input).value)
        except Refusal as refusal:
            self.say(str(refusal))
        else:
            self.dismiss(Wanted(what, past))
