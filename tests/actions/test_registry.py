import pytest

from pmtui.actions.action import DIALOGS, SCREENS, Action
from pmtui.actions.key_reader import KeyReader
from pmtui.actions.key_table import markdown_table
from pmtui.actions.registry import ACTIONS, actions_of, first_clash, with_keys
from pmtui.domain.errors import Refusal


@pytest.mark.parametrize("screen", [*SCREENS, *DIALOGS])
def test_no_key_has_two_meanings_on_one_screen(screen: str) -> None:
    assert first_clash(actions_of(screen)) is None


def test_an_action_is_declared_once() -> None:
    names = [action.id for action in ACTIONS]
    assert len(names) == len(set(names))


def test_a_key_that_begins_a_pair_of_another_action_is_a_clash() -> None:
    pair = Action("first", ("g g",), "First", "", (), "")
    single = Action("go", ("g",), "Go", "", (), "")
    assert first_clash((pair, single)) is not None
    assert first_clash((single, pair)) is not None


def test_two_strokes_start_the_action_of_the_pair_and_other_keys_end_the_wait() -> None:
    reader = KeyReader(actions_of("problems"))
    assert reader.press("g") is None
    first = reader.press("g")
    assert first is not None
    assert first.id == "cursor_first"
    assert reader.press("g") is None
    down = reader.press("j")
    assert down is not None
    assert down.id == "cursor_down"


def test_the_user_can_change_keys() -> None:
    changed = {action.id: action.keys for action in with_keys({"undo": "ctrl+z , u", "filter": "Z"})}
    assert changed["undo"] == ("ctrl+z", "u")
    assert changed["filter"] == ("Z",)


def test_a_changed_key_with_two_meanings_is_refused() -> None:
    with pytest.raises(Refusal, match="u would mean"):
        with_keys({"add": "u"})


def test_an_unknown_action_is_refused() -> None:
    with pytest.raises(Refusal, match="no action “fly”"):
        with_keys({"fly": "f"})


def test_the_table_has_a_row_for_every_action() -> None:
    rows = markdown_table().splitlines()[2:]
    assert len(rows) == len(ACTIONS)
    assert "| `g g`, `home` | Go to the first | everywhere |" in rows


def test_the_table_goes_place_by_place() -> None:
    first_places = [row.split("|")[3].split(",")[0].strip() for row in markdown_table().splitlines()[2:]]
    entered = [place for place, before in zip(first_places, ["", *first_places], strict=False) if place != before]
    assert len(entered) == len(set(entered))
