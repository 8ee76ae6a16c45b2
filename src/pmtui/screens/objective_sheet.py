"""Everything about one objective, as lines of a given width."""

from textual.content import Content

from pmtui.domain.keys import objective_key
from pmtui.screens.sheet_parts import joined, titled
from pmtui.screens.strategy_cards import objective_card
from pmtui.services.strategy_views import ObjectiveView
from pmtui.widgets.text import line_content


def objective_content(view: ObjectiveView, width: int) -> Content:
    """The sheet of an objective, with its key results and the problems that serve it, as on the strategy page."""
    card = objective_card(view)
    head = titled(objective_key(view.objective.id), view.objective.title, width)
    return joined([*head, line_content(card.aside, "$muted")], (line.content for line in card.lines(width)))
