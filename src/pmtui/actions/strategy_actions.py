"""The actions of the strategy page, and the way to it from a problem."""

from pmtui.actions.action import BOARD, PROBLEMS, ROADMAP, STRATEGY, TREE, Action

_PAGE = (STRATEGY,)
_PROBLEMS = (PROBLEMS, BOARD, ROADMAP)
_DO = "Do"

STRATEGY_ACTIONS = (
    Action("go_to_objective", ("O",), "Objective", "Go to the objective it serves, or set it", _PROBLEMS, _DO),
    Action("open_strategy", ("enter",), "Edit", "Edit the box or the line in place; open a problem", _PAGE, _DO,
           footer=True),
    Action("edit_strategy", ("e",), "Edit", "Edit it; of a problem, how well it serves the objective", _PAGE, _DO),
    Action("add_objective", ("a",), "Objective", "Add an objective", _PAGE, _DO, footer=True),
    Action("add_key_result", ("n",), "Key result", "Add a key result to the objective", (STRATEGY, TREE), _DO,
           footer=True),
    Action("set_current", ("s",), "Now", "Say where the key result is now", _PAGE, _DO, footer=True),
    Action("connect_objective", ("c",), "Connect", "Say which problem serves the objective", _PAGE, _DO, footer=True),
    Action("why_objective", ("w",), "Why", "The problems that serve the objective, and their evidence", _PAGE, _DO,
           footer=True),
    Action("objective_down", ("J",), "Order", "Move the objective or the key result down", _PAGE, _DO),
    Action("objective_up", ("K",), "Order", "Move the objective or the key result up", _PAGE, _DO),
    Action("delete_strategy", ("d",), "Delete", "Empty the box, delete the line; undo brings it back", _PAGE, _DO),
    Action("edit_strategy_text", ("ctrl+e",), "Editor", "Edit the box or the notes in $EDITOR", _PAGE, _DO),
)  # fmt: skip
