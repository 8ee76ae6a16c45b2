"""While the past is looked at, only what reads works."""

import pytest

from pmtui.actions.action import SCREENS, WELCOME
from pmtui.actions.past import reads_only
from pmtui.actions.registry import ACTIONS, actions_of

ON_SCREENS = {action.id: action for screen in SCREENS if screen != WELCOME for action in actions_of(screen)}
CHANGING = ("add", "edit", "delete", "move_card", "move_to", "connect", "set_", "dismiss", "merge", "decline", "tags")


@pytest.mark.parametrize("name", [name for name in ON_SCREENS if name.startswith(CHANGING)])
def test_what_changes_something_by_its_name_does_not_work(name: str) -> None:
    assert not reads_only(ON_SCREENS[name])


@pytest.mark.parametrize("name", ["undo", "redo", "import_file", "history", "estimates", "ranked_by", "freeze_ranking"])
def test_what_changes_something_by_another_name_does_not_work(name: str) -> None:
    assert not reads_only(ON_SCREENS[name])


@pytest.mark.parametrize(
    "name", ["open", "why", "filter", "order", "export", "copy", "search", "past", "help", "quit", "go_board", "back"]
)
def test_what_reads_works(name: str) -> None:
    assert reads_only(next(action for action in ACTIONS if action.id == name))
