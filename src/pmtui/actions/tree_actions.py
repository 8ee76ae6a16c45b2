"""The actions of the opportunity tree."""

from pmtui.actions.action import BOARD, PROBLEMS, ROADMAP, TREE, Action

_TREE = (TREE,)
_DO, _LIST = "Do", "The list"

TREE_ACTIONS = (
    Action("solutions", ("A",), "Solutions", "Answers to it: its solutions and their checks",
           (PROBLEMS, BOARD, ROADMAP), _DO),
    Action("add_below", ("a",), "Add", "Add what belongs below: problem, solution, assumption, experiment", _TREE, _DO,
           footer=True),
    Action("open_node", ("enter",), "Open", "Read what is under the cursor with the whole screen", _TREE, _DO,
           footer=True),
    Action("edit_node", ("e",), "Edit", "Edit what is under the cursor", _TREE, _DO, footer=True),
    Action("record_result", ("r",), "Result", "Write down what an experiment showed", _TREE, _DO, footer=True),
    Action("take_as_evidence", ("E",), "Evidence", "Make the result of an experiment evidence of its problem", _TREE,
           _DO, footer=True),
    Action("origin", ("w",), "What for", "The problem it is for, its evidence, the objective it serves", _TREE, _DO,
           footer=True),
    Action("connect_node", ("c",), "Connect", "Connect a problem to an objective, an experiment to an assumption",
           _TREE, _DO, footer=True),
    Action("delete_node", ("d",), "Delete", "Delete it with what hangs on it; undo brings it back", _TREE, _DO),
    Action("edit_node_text", ("ctrl+e",), "Editor", "Edit the long text in $EDITOR", _TREE, _DO),
    Action("move_out", ("H",), "Part of", "Make the problem part of it no longer: one level up", _TREE, _DO),
    Action("move_in", ("L",), "Part of", "Make the problem part of the one above it", _TREE, _DO),
    Action("make_part", ("M",), "Part of", "Make the problem part of another one, or of none", _TREE, _DO),
    Action("order_later", ("J",), "Order", "Move the solution or the objective down", _TREE, _DO),
    Action("order_earlier", ("K",), "Order", "Move the solution or the objective up", _TREE, _DO),
    Action("branch", ("b",), "Branch", "Show this branch alone, or the whole tree again", _TREE, _LIST, footer=True),
    Action("fold_all", ("Z",), "Fold all", "Fold everything, or unfold everything; h and l fold one", _TREE, _LIST),
    Action("filter_tree", ("f",), "Filter", "Show the problems of one persona", _TREE, _LIST, footer=True),
    Action("next_tree_view", ("V",), "List", "The ranked list of problems", _TREE, _LIST, footer=True),
)  # fmt: skip
