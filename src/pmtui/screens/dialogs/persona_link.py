"""Linking personas and problems: which ones, and how hard the personas are hit."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import explain_amount
from pmtui.domain.keys import Key, Kind, keys_in_words
from pmtui.domain.scale import AFFECTED, FREQUENCY, SEVERITY, read_amount
from pmtui.screens.dialogs.choose import Choice, Choose
from pmtui.screens.dialogs.command_form import CommandForm
from pmtui.screens.persona_sheet import said_of
from pmtui.services.detail_views import LinkView
from pmtui.services.personas import LinkPersonas, personas_in_words
from pmtui.services.workspace import Command
from pmtui.widgets.text import line_content

QUANTITIES = {"affected": AFFECTED, "frequency": FREQUENCY, "severity": SEVERITY}
EXAMPLES = {"affected": "30% or 20%..40%", "frequency": "4 or 2..8", "severity": "1 to 4"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The persona or problem to link, or to take the link off; link: the one there is, if there is one."""

    number: int
    link: LinkView | None = None
    off: bool = False


def link_choices(
    kind: Kind, titles: Sequence[tuple[int, str]], links: Sequence[LinkView], off: Sequence[LinkView]
) -> list[Choice[Wanted]]:
    """What can be linked: number and title of each; those with a link say so. off: the links that can be taken off."""
    there = {link.id: link for link in links}
    choices = [
        Choice(Wanted(number, there.get(number)), f"{Key(kind, number)} {title}", _said(there.get(number)))
        for number, title in titles
    ]
    return choices + [
        Choice(Wanted(link.id, link, off=True), f"take {Key(kind, link.id)} {link.title} off") for link in off
    ]


class ChooseLink(Choose[Wanted]):
    """Picks what to link; each choice stays on one line, with what its link says."""

    DEFAULT_CSS = """
    ChooseLink > Vertical { width: 100; }
    ChooseLink OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    """


class PersonaLinkForm(CommandForm):
    """How many of a persona have a problem, how often and how hard. Shows how each is read while one types."""

    KEY_LINE = "ctrl+s save   tab next field   esc close"
    DEFAULT_CSS = """
    PersonaLinkForm {
        Input { width: 24; }
        .quantity-head, .quantity-reading { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, problems: tuple[int, ...], personas: tuple[int, ...], link: LinkView | None) -> None:
        super().__init__(f"{personas_in_words(personas)} and {keys_in_words(problems)}")
        self._problems = problems
        self._personas = personas
        self._before = {name: getattr(link, name) if link else "" for name in QUANTITIES}

    def compose_fields(self) -> ComposeResult:
        """For each quantity its meaning, its value, and how that is read."""
        for name, quantity in QUANTITIES.items():
            unit = f" {quantity.unit}" if quantity.unit else ""
            yield Static(
                Content.assemble(
                    (quantity.name, "bold $strong"), (unit, "$accent"), (f"  {quantity.meaning}", "$muted")
                ),
                classes="quantity-head",
            )
            yield Input(self._before[name], placeholder=EXAMPLES[name], id=name)
            yield Static(_reading(self._before[name], quantity), id=f"reading-{name}", classes="quantity-reading")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how it is read."""
        if event.input.id in QUANTITIES:
            reading = _reading(event.value, QUANTITIES[event.input.id])
            self.query_one(f"#reading-{event.input.id}", Static).update(reading)

    def command(self) -> Command:
        """Link them, with what is typed."""
        return LinkPersonas(self._problems, self._personas, **self.values())


def _reading(text: str, quantity: Criterion) -> Content:
    try:
        amount = read_amount(text, quantity)
    except Refusal as refusal:
        return line_content(f"✗ {refusal.title}", "$error")
    steps = Content.styled(quantity.steps, "$muted")
    if amount is None:
        return Content.assemble(("? not said yet  ", "$warning"), steps)
    return Content.assemble((f"✓ {explain_amount(amount, quantity)}  ", "$success"), steps)


def _said(link: LinkView | None) -> str:
    return "" if link is None else " · ".join(filter(None, ("✓ linked", said_of(link))))
