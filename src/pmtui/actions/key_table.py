"""The keys as people read them, and as a table for the README."""

from collections.abc import Iterable

from pmtui.actions.action import (
    BOARD,
    CHANGES,
    CHECKLIST,
    COMPARE,
    DECISIONS,
    DIALOG,
    EVERYWHERE,
    EVIDENCE,
    HISTORY,
    LANES,
    PERSONAS,
    PROBLEMS,
    ROADMAP,
    SCORECARD,
    SCORECARDS,
    STRATEGY,
    TREE,
    VIEWS,
    WELCOME,
    Action,
)
from pmtui.actions.registry import ACTIONS

_SIGNS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
}
_WHERE = {
    WELCOME: "without a workspace",
    EVERYWHERE: "everywhere",
    PROBLEMS: "Problems",
    BOARD: "Board",
    EVIDENCE: "Evidence",
    PERSONAS: "Personas",
    STRATEGY: "Strategy",
    ROADMAP: "Roadmap",
    TREE: "Opportunity tree",
    DECISIONS: "Decisions",
    DIALOG: "dialogs",
    LANES: "lanes dialog",
    HISTORY: "history",
    VIEWS: "saved views",
    COMPARE: "comparing",
    CHECKLIST: "launch checklist",
    CHANGES: "what changed",
    SCORECARDS: "scorecards",
    SCORECARD: "writing a scorecard",
}


def shown_key(key: str) -> str:
    """A key as people write it: arrows as arrows, the rest by name."""
    return _SIGNS.get(key, key)


def shown_keys(action: Action) -> str:
    """All keys of an action, with commas between."""
    return ", ".join(shown_key(key) for key in action.keys)


def markdown_table(actions: Iterable[Action] = ACTIONS) -> str:
    """The table of all keys for the README, place by place."""
    lines = ["| Key | Does | Where |", "|---|---|---|"]
    places = list(_WHERE)
    for action in sorted(actions, key=lambda action: places.index(action.screens[0])):
        keys = ", ".join(f"`{shown_key(key)}`" for key in action.keys)
        where = ", ".join(_WHERE[screen] for screen in action.screens)
        lines.append(f"| {keys} | {action.help} | {where} |")
    return "\n".join(lines) + "\n"
