"""The actions of the roadmap, and of the launch checklist of a release."""

from pmtui.actions.action import CHECKLIST, ROADMAP, Action

_MOVE, _DO, _PLAN, _LIST, _CHECKLIST = "Move the item", "Do", "Plan", "The list", "The checklist of a release"
_HERE, _LINES = (ROADMAP,), (CHECKLIST,)

ROADMAP_ACTIONS: tuple[Action, ...] = (
    Action("horizon_left", ("H",), "Move", "Move it one horizon to the left: sooner", _HERE, _MOVE, footer=True),
    Action("horizon_right", ("L",), "Move", "Move it one horizon to the right: later", _HERE, _MOVE, footer=True),
    Action("item_down", ("J",), "Order", "Move it down in its horizon; in the timeline, the release", _HERE, _MOVE),
    Action("item_up", ("K",), "Order", "Move it up in its horizon; in the timeline, the release", _HERE, _MOVE),
    Action(
        "propose_plan", ("P",), "Plan", "Propose the plan of the highest value that fits", _HERE, _PLAN, footer=True
    ),
    Action("pin", ("p",), "Pin", "Pin it, with its price and a reason, or take the pin off", _HERE, _PLAN, footer=True),
    Action("capacity", ("W",), "Capacity", "Say how much work fits into now and next", _HERE, _PLAN, footer=True),
    Action("set_item", ("i",), "Set", "Set solution, release, what it needs, or horizon", _HERE, _DO, footer=True),
    Action("add_item", ("a",), "Add", "Put a problem in; in the timeline, add a release", _HERE, _DO, footer=True),
    Action("open_item", ("enter",), "Open", "Open it: problem, solution, evidence, objective", _HERE, _DO, footer=True),
    Action("edit_item", ("e",), "Edit", "Edit the problem; in the timeline, the release", _HERE, _DO),
    Action("take_off", ("d",), "Take off", "Take it off the roadmap; in the timeline, delete the release", _HERE, _DO),
    Action(
        "roadmap_view", ("V",), "Timeline", "The releases on a time axis, or the horizons", _HERE, _LIST, footer=True
    ),
    Action("tick", ("space",), "Tick", "Say that a line is done, or not", _LINES, _CHECKLIST),
    Action("add_line", ("a",), "Add", "Add a line", _LINES, _CHECKLIST),
    Action("edit_line", ("e",), "Edit", "Change the words of a line", _LINES, _CHECKLIST),
    Action("delete_line", ("d",), "Delete", "Delete a line", _LINES, _CHECKLIST),
)
