"""Every action of the program, and the keys that start it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pmtui.actions.action import (
    BOARD,
    CHANGES,
    COMPARE,
    DECISIONS,
    DIALOG,
    DIALOGS,
    EVERYWHERE,
    EVIDENCE,
    HISTORY,
    LANES,
    PERSONAS,
    PROBLEMS,
    ROADMAP,
    SCORECARD,
    SCORECARDS,
    SCREENS,
    STRATEGY,
    TREE,
    VIEWS,
    WELCOME,
    Action,
)
from pmtui.actions.roadmap_actions import ROADMAP_ACTIONS
from pmtui.actions.strategy_actions import STRATEGY_ACTIONS
from pmtui.actions.tree_actions import TREE_ACTIONS
from pmtui.domain.errors import Refusal

_ALL = (EVERYWHERE,)
_BOTH = (PROBLEMS, BOARD)
_PROBLEMS = (*_BOTH, ROADMAP)
_WHO = (PERSONAS,)
_LISTED = (*_BOTH, PERSONAS, EVIDENCE, DECISIONS, TREE, ROADMAP)
_PAGES = (*_LISTED, STRATEGY)
_LOG = (DECISIONS,)
_INBOX = (EVIDENCE,)
_VIEWED = (*_BOTH, EVIDENCE)
_GO, _MOVE, _DO, _LIST, _CARD, _OUT = "Go", "Move the cursor", "Do", "The list", "Move the card", "Take it out"
_FORM, _LANES, _COMPARE = "In a dialog", "The lanes of a board", "Comparing problems"
_SCORECARDS = "Scorecards of your own"

ACTIONS: tuple[Action, ...] = (
    *ROADMAP_ACTIONS,
    Action("move_card_left", ("H",), "Move", "Move the card to the lane on the left", (BOARD,), _CARD, footer=True),
    Action("move_card_right", ("L",), "Move", "Move the card to the lane on the right", (BOARD,), _CARD, footer=True),
    Action("move_card_down", ("J",), "Order", "Move the card down in its lane", (BOARD,), _CARD, footer=True),
    Action("move_card_up", ("K",), "Order", "Move the card up in its lane", (BOARD,), _CARD, footer=True),
    Action("add", ("a",), "Add", "Add a problem", _BOTH, _DO, footer=True),
    Action("open", ("enter",), "Open", "Open the problem under the cursor", _BOTH, _DO, footer=True),
    Action("edit", ("e",), "Edit", "Edit the problem", _BOTH, _DO),
    Action("delete", ("d",), "Delete", "Delete it; undo brings it back", _BOTH, _DO),
    Action("estimates", ("s",), "Score", "Type the estimates its score is made of", _PROBLEMS, _DO, footer=True),
    Action("why", ("w",), "Why", "Why this score and this rank", _PROBLEMS, _DO, footer=True),
    Action("connect", ("c",), "Connect", "Connect evidence to the problem", _PROBLEMS, _DO, footer=True),
    Action("tags", ("t",), "Tags", "Set its tags", _VIEWED, _DO),
    Action("set_field", ("i",), "Set", "Set a field: need, horizon, MoSCoW, or add a Kano answer", _BOTH, _DO),
    Action("move_to_lane", ("M",), "Lane", "Move it to a lane", _BOTH, _DO),
    Action("decline", ("D",), "Decline", "Decline it with a reason", _PROBLEMS, _DO),
    Action("edit_text", ("ctrl+e",), "Editor", "Edit the long text in $EDITOR", _VIEWED, _DO),
    Action("take_reach", ("R",), "Reach", "Take RICE's reach over from the personas that have it", _BOTH, _DO),
    Action("add_persona", ("a",), "Add", "Add a persona or a company", _WHO, _DO, footer=True),
    Action("open_persona", ("enter",), "Open", "Open the sheet of what is under the cursor", _WHO, _DO, footer=True),
    Action("edit_persona", ("e",), "Edit", "Edit the persona or the company", _WHO, _DO, footer=True),
    Action("delete_persona", ("d",), "Delete", "Delete it; its evidence stays; undo brings it back", _WHO, _DO),
    Action("connect_persona", ("c",), "Connect", "Link the persona to a problem it has", _WHO, _DO, footer=True),
    Action("next_view", ("V",), "Other list", "The other list: personas or companies", _WHO, _LIST, footer=True),
    Action("add_decision", ("a",), "Add", "Record a decision", _LOG, _DO, footer=True),
    Action("open_decision", ("enter",), "Open", "Read the decision with the whole screen", _LOG, _DO, footer=True),
    Action("edit_decision", ("e",), "Edit", "Edit the decision", _LOG, _DO, footer=True),
    Action("delete_decision", ("d",), "Delete", "Delete it; undo brings it back", _LOG, _DO),
    Action("review_decision", ("r",), "Review", "Say how its prediction turned out", _LOG, _DO, footer=True),
    Action("connect_decision", ("c",), "Connect", "Connect problems and evidence to it", _LOG, _DO, footer=True),
    Action(
        "next_decision_view", ("V",), "Other view", "The log, or how predictions turned out", _LOG, _LIST, footer=True
    ),
    Action("add_evidence", ("a",), "Add", "Add a piece of evidence", _INBOX, _DO, footer=True),
    Action("open_evidence", ("enter",), "Open", "Read the piece with the whole screen", _INBOX, _DO, footer=True),
    Action(
        "connect_problems", ("c",), "Connect", "Connect it to problems, the likeliest first", _INBOX, _DO, footer=True
    ),
    Action("new_problem", ("n",), "New problem", "Make a new problem of it", _INBOX, _DO, footer=True),
    Action(
        "dismiss_evidence", ("D",), "Dismiss", "Dismiss it with a reason, or take it up again", _INBOX, _DO, footer=True
    ),
    Action("mark_quote", ("m",), "Quote", "Mark words of its text as the quote", _INBOX, _DO, footer=True),
    Action("into_text", ("tab",), "Into text", "Go into the text to mark words, or back", _INBOX, _DO),
    Action("extend", ("v",), "More words", "While marking, take in what the cursor goes over", _INBOX, _DO),
    Action("set_evidence", ("i",), "Set", "Set type, kind, persona, company, date or source", _INBOX, _DO, footer=True),
    Action("edit_evidence", ("e",), "Edit", "Edit the piece", _INBOX, _DO),
    Action("delete_evidence", ("d",), "Delete", "Delete it; undo brings it back", _INBOX, _DO),
    Action("merge", ("M",), "Merge", "Merge pieces that say the same", _INBOX, _DO),
    Action("bias", ("B",), "Heard", "Who is over-heard, under-heard and not heard", (PERSONAS, EVIDENCE), _LIST),
    Action(
        "ladder", ("L",), "Ladder", "Change what each type of evidence is worth", (PROBLEMS, PERSONAS, EVIDENCE), _LIST
    ),
    *TREE_ACTIONS,
    *STRATEGY_ACTIONS,
    Action("lane_limit", ("W",), "Limit", "Set the WIP limit of the lane", (BOARD,), _DO, footer=True),
    Action("edit_lanes", ("E",), "Lanes", "Add, rename, reorder and delete lanes", (BOARD,), _DO),
    Action("freeze_ranking", ("F",), "Decide", "Record a decision that keeps the ranking", (PROBLEMS,), _DO),
    Action("place_lower", ("J",), "Place", "Decide a lower place than by score, with a reason", (PROBLEMS,), _DO),
    Action("place_higher", ("K",), "Place", "Decide a higher place than by score, with a reason", (PROBLEMS,), _DO),
    Action("ranked_by", ("v",), "Ranked by", "Rank by another scorecard or lens", (PROBLEMS,), _LIST, footer=True),
    Action(
        "less_business", (",",), "Customer", "Rank by the blend, with more weight on the customer", (PROBLEMS,), _LIST
    ),
    Action(
        "more_business", (".",), "Business", "Rank by the blend, with more weight on the business", (PROBLEMS,), _LIST
    ),
    Action(
        "rank_views", ("V",), "Views", "Rank intervals, where the lenses disagree, what to find out", (PROBLEMS,), _LIST
    ),
    Action("filter", ("f",), "Filter", "Show only what has these words or this tag", _VIEWED, _LIST, footer=True),
    Action("order", ("o",), "Order", "Order the list by another field", (PROBLEMS, EVIDENCE), _LIST),
    Action("group", ("b",), "Group", "Group the list by a field", (PROBLEMS, EVIDENCE), _LIST),
    Action("views", ("S",), "Views", "Saved views: take one, or save what is shown under a name", _VIEWED, _LIST),
    Action("select", ("space",), "Select", "Select it; what follows then works on the whole selection", _LISTED, _LIST),
    Action("select_all", ("*",), "Select all", "Select all that are shown, or none", _LISTED, _LIST),
    Action(
        "bigger_detail",
        ("z",),
        "Detail",
        "Make the detail pane bigger or smaller",
        (PROBLEMS, PERSONAS, EVIDENCE, DECISIONS, TREE),
        _LIST,
    ),
    Action("back", ("escape",), "Back", "Back to the list; select none; show all again", _LISTED, _LIST),
    Action("export", ("x",), "Export", "Write what is shown to a Markdown file", _PAGES, _OUT, footer=True),
    Action("copy", ("y",), "Copy", "Copy what is shown as Markdown", _PAGES, _OUT),
    Action("export_all", ("X",), "Export all", "Write everything into a folder of Markdown pages", _ALL, _OUT),
    Action("cursor_left", ("h", "left"), "Left", "Go left", _ALL, _MOVE),
    Action("cursor_down", ("j", "down"), "Down", "Go down", _ALL, _MOVE),
    Action("cursor_up", ("k", "up"), "Up", "Go up", _ALL, _MOVE),
    Action("cursor_right", ("l", "right"), "Right", "Go right", _ALL, _MOVE),
    Action("cursor_first", ("g g", "home"), "First", "Go to the first", _ALL, _MOVE),
    Action("cursor_last", ("G", "end"), "Last", "Go to the last", _ALL, _MOVE),
    Action("page_down", ("pagedown", "ctrl+f"), "Page down", "Go one screen down", _ALL, _MOVE),
    Action("page_up", ("pageup", "ctrl+b"), "Page up", "Go one screen up", _ALL, _MOVE),
    Action("go_evidence", ("2",), "Evidence", "Go to the evidence", _ALL, _GO),
    Action("go_problems", ("3",), "Problems", "Go to the ranked problems", _ALL, _GO),
    Action("go_board", ("4",), "Board", "Go to the board", _ALL, _GO),
    Action("go_personas", ("5",), "Personas", "Go to the personas and companies", _ALL, _GO),
    Action("go_strategy", ("6",), "Strategy", "Go to the strategy", _ALL, _GO),
    Action("go_roadmap", ("7",), "Roadmap", "Go to the roadmap", _ALL, _GO),
    Action("go_decisions", ("8",), "Decisions", "Go to the decisions", _ALL, _GO),
    Action("import_file", ("I",), "Import", "Import a file exported from another tool", _ALL, _GO),
    Action("search", ("/",), "Search", "Search everything: words, keys, fields", _ALL, _GO, footer=True),
    Action("undo", ("u",), "Undo", "Take the last step back, for ever", _ALL, _GO, footer=True),
    Action("redo", ("ctrl+r",), "Redo", "Do the step again that was undone last", _ALL, _GO),
    Action("history", ("U",), "History", "Every step: what it changed, and the way back to it", _ALL, _GO),
    Action("past", ("=",), "Past", "Everything as of a date, or what changed since", _ALL, _GO),
    Action("theme", ("T",), "Theme", "Choose the theme: the colours of the screen", _ALL, _GO),
    Action("palette", ("ctrl+p",), "Palette", "Every action, with its key", _ALL, _GO),
    Action("help", ("?",), "Help", "The keys and words of this screen", _ALL, _GO, footer=True),
    Action("quit", ("q",), "Quit", "Quit", _ALL, _GO),
    Action("add_lane", ("a",), "Add", "Add a lane at the right end", (LANES,), _LANES, footer=True),
    Action("edit_lane", ("enter", "e"), "Edit", "Edit the lane", (LANES,), _LANES, footer=True),
    Action("lane_down", ("J",), "Order", "Move the lane to the right", (LANES,), _LANES, footer=True),
    Action("lane_up", ("K",), "Order", "Move the lane to the left", (LANES,), _LANES, footer=True),
    Action("delete_lane", ("d",), "Delete", "Delete the lane when it is empty", (LANES,), _LANES, footer=True),
    Action("look_at_step", ("=",), "Look", "Look at everything as of then", (HISTORY,), "The history", footer=True),
    Action("go_to_step", ("r",), "Go there", "Undo or redo up to this step", (HISTORY,), "The history", footer=True),
    Action("first_hurts_more", ("h", "left"), "First", "The first of the two hurts more", (COMPARE,), _COMPARE),
    Action("second_hurts_more", ("l", "right"), "Second", "The second of the two hurts more", (COMPARE,), _COMPARE),
    Action("another_pair", ("s",), "Skip", "Ask about another pair", (COMPARE,), _COMPARE),
    Action("add_scorecard", ("a",), "Add", "Write a scorecard", (SCORECARDS,), _SCORECARDS, footer=True),
    Action("edit_scorecard", ("enter", "e"), "Edit", "Change the scorecard: a new version", (SCORECARDS,), _SCORECARDS),
    Action("copy_scorecard", ("c",), "Copy", "Write one that begins as its copy", (SCORECARDS,), _SCORECARDS),
    Action("delete_scorecard", ("d",), "Delete", "Delete the scorecard with its versions", (SCORECARDS,), _SCORECARDS),
    Action("edit_criterion", ("t",), "Criteria", "Make or change a criterion", (SCORECARDS,), _SCORECARDS),
    Action(
        "use_criterion",
        ("ctrl+t",),
        "Criterion",
        "Use a criterion in the scorecard, or make one",
        (SCORECARD,),
        _SCORECARDS,
    ),
    Action("add_view", ("a",), "Save", "Save what the screen shows under a name", (VIEWS,), "Saved views", footer=True),
    Action("delete_view", ("d",), "Delete", "Delete the view", (VIEWS,), "Saved views", footer=True),
    Action("export_changes", ("x",), "Export", "Write what changed to a Markdown file", (CHANGES,), _OUT),
    Action("copy_changes", ("y",), "Copy", "Copy what changed as Markdown", (CHANGES,), _OUT),
    Action("try_example", ("e",), "Example", "Look at the example workspace", (WELCOME,), _GO),
    Action("new_workspace", ("n",), "New", "Begin a workspace of your own", (WELCOME,), _GO),
    Action("import_first", ("i",), "Import", "Begin a workspace with an import", (WELCOME,), _GO),
    Action("next_row", ("j", "down"), "Down", "Go down in a list", (DIALOG,), _FORM),
    Action("previous_row", ("k", "up"), "Up", "Go up in a list", (DIALOG,), _FORM),
    Action("close", ("q", "escape"), "Close", "Close; what was typed is kept as a draft", (DIALOG,), _FORM),
    Action("save", ("ctrl+s",), "Save", "Save", (DIALOG,), _FORM),
    Action("other_kind", ("tab",), "Personas", "While connecting: personas in place of evidence", (DIALOG,), _FORM),
    Action("search_from_here", ("/",), "Search", "Search everything, where nothing is typed", (DIALOG,), _FORM),
    Action("edit_field", ("ctrl+o",), "Editor", "Edit the long text in $EDITOR", (DIALOG,), _FORM),
    Action("start_afresh", ("ctrl+n",), "Start afresh", "Forget the draft that came back", (DIALOG,), _FORM),
)


def actions_of(screen: str, actions: Iterable[Action] = ACTIONS) -> tuple[Action, ...]:
    """The actions that work on a screen: its own first, then those of every screen, or of every dialog."""
    everywhere = DIALOG if screen in DIALOGS else EVERYWHERE
    own = tuple(action for action in actions if screen in action.screens and screen != everywhere)
    return own + tuple(action for action in actions if everywhere in action.screens)


def with_keys(changed: Mapping[str, str], actions: Sequence[Action] = ACTIONS) -> tuple[Action, ...]:
    """The actions with keys of the user's own: action id to keys, several with spaces round commas ("u , ctrl+z").

    Raises Refusal for an unknown action, and when a key would mean two things on one screen.
    """
    if not changed:
        return tuple(actions)  # among the keys as they are there is no clash: a test sees to it
    known = {action.id for action in actions}
    for name in changed:
        if name not in known:
            raise Refusal(f"There is no action “{name}”.", "Look at [keys] in the config file; pmtui names them in ?.")
    result = tuple(
        replace(action, keys=tuple(key.strip() for key in changed[action.id].split(" , ")))
        if action.id in changed
        else action
        for action in actions
    )
    for screen in (*SCREENS, *DIALOGS):
        if clash := first_clash(actions_of(screen, result)):
            key, one, other = clash
            raise Refusal(
                f"The key {key} would mean {one.label} and {other.label}.", "Change [keys] in the config file."
            )
    return result


def first_clash(actions: Sequence[Action]) -> tuple[str, Action, Action] | None:
    """A key with two meanings among actions of one screen, also when one is the beginning of the other."""
    taken: dict[str, Action] = {}
    for action in actions:
        for key in action.keys:
            for other_key, other in taken.items():
                if key == other_key or key.startswith(f"{other_key} ") or other_key.startswith(f"{key} "):
                    return key, other, action
            taken[key] = action
    return None
