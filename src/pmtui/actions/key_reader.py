"""From keys pressed to actions, with keys of two strokes."""

from collections.abc import Iterable

from pmtui.actions.action import Action


class KeyReader:
    """Knows the keys of one screen and remembers the first half of a pair such as `g g`."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self._actions = {key: action for action in actions for key in action.keys}
        self._beginnings = {key.split(" ")[0] for key in self._actions if " " in key}
        self.pending = ""

    def press(self, key: str) -> Action | None:
        """The action a key starts, or None when it starts none, or is the first half of a pair."""
        pair = f"{self.pending} {key}"
        waited, self.pending = self.pending, ""
        if waited and pair in self._actions:
            return self._actions[pair]
        if key in self._beginnings:
            self.pending = key
            return None
        return self._actions.get(key)
