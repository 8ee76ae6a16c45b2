"""Which actions work while the past is looked at: those that only read."""

from pmtui.actions.action import Action

_CHANGING_GROUPS = ("Do", "Move the card", "Move the item", "Plan")
_READING = ("open", "why", "solutions", "origin", "go_to_objective", "into_text")
_CHANGING = ("import_file", "undo", "redo", "history", "ladder", "ranked_by", "less_business", "more_business")


def reads_only(action: Action) -> bool:
    """Whether an action leaves the workspace as it is."""
    if action.group in _CHANGING_GROUPS:
        return action.id in _READING or action.id.startswith(("open_", "why_"))
    return action.id not in _CHANGING
