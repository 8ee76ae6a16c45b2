"""What an objective in the tree is about, as lines of a given width."""

from dataclasses import replace

from textual.content import Content

from pmtui.domain.keys import objective_key
from pmtui.domain.text import counted
from pmtui.screens.sheet_parts import joined, titled
from pmtui.screens.strategy_cards import objective_card
from pmtui.services.strategy_views import ObjectiveView
from pmtui.widgets.text import line_content

PROBLEMS_SHOWN = 12


def objective_content(view: ObjectiveView, width: int) -> Content:
    """The sheet of an objective, with its key results and the problems that serve it best, as on the strategy page."""
    card = objective_card(replace(view, problems=view.problems[:PROBLEMS_SHOWN]))
    head = titled(objective_key(view.objective.id), view.objective.title, width)
    lines = [line.content for line in card.lines(width)]
    if more := len(view.problems[PROBLEMS_SHOWN:]):
        lines.append(line_content(f"and {counted(more, 'more problem')} below it", "$muted"))
    return joined([*head, line_content(card.aside, "$muted")], lines)
