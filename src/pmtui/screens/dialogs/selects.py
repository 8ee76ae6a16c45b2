"""Reading fields in which one of several words is chosen."""

from typing import Any

from textual.screen import Screen
from textual.widgets import Select


def chosen_words(form: Screen[Any]) -> dict[str, str]:
    """The chosen word of every select of a form by its id, "" where none is chosen."""
    return {
        select.id: "" if select.is_blank() else str(select.value)
        for select in form.query(Select)
        if select.id is not None
    }
