"""One action and the screens it belongs to."""

from dataclasses import dataclass

EVERYWHERE = "everywhere"
PROBLEMS = "problems"
BOARD = "board"
PERSONAS = "personas"
EVIDENCE = "evidence"
DECISIONS = "decisions"
STRATEGY = "strategy"
ROADMAP = "roadmap"
TREE = "tree"
WELCOME = "welcome"
DIALOG = "dialog"
LANES = "lanes"
HISTORY = "history"
VIEWS = "views"
COMPARE = "compare"
CHANGES = "changes"
CHECKLIST = "checklist"
SCORECARDS = "scorecards"
SCORECARD = "scorecard"
SCREENS = (EVIDENCE, PROBLEMS, BOARD, PERSONAS, STRATEGY, ROADMAP, DECISIONS, TREE, WELCOME)
DIALOGS = (DIALOG, LANES, HISTORY, VIEWS, COMPARE, CHANGES, CHECKLIST, SCORECARDS, SCORECARD)


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does.

    id: its name in the config file; the method `action_<id>` of the screen, else of the app, carries it out.
    keys: any of these; "g g" is two keys in a row. A key is written as the character it types ("?"), or by its name
    ("enter", "ctrl+p"). label: one or two words for the footer; neighbours with the same label stand
    there together. help: one sentence without a full stop.
    screens: where it works. group: its heading in the help. footer: whether the footer shows it.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    screens: tuple[str, ...]
    group: str
    footer: bool = False
