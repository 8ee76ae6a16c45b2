"""The form for a new problem below another record of the opportunity tree."""

from collections.abc import Sequence

from pmtui.domain.keys import Key, Kind
from pmtui.screens.dialogs.problem_form import AddForm
from pmtui.services.problems import AddProblem
from pmtui.services.sub_problems import AddProblemBelow
from pmtui.services.workspace import Command


class AddBelowForm(AddForm):
    """Adds a problem that serves an objective or is part of a problem; below objective 0, one that does neither."""

    def __init__(self, lanes: Sequence[str], kind: Kind, number: int) -> None:
        super().__init__(lanes)
        self._kind, self._number = kind, number
        if number:
            verb = "is part of" if kind is Kind.PROBLEM else "serves"
            self._title_words = f"Add a problem that {verb} {Key(kind, number)}"

    def form_name(self) -> str:
        """A draft for each record."""
        return f"{self.FORM} below {Key(self._kind, self._number)}" if self._number else self.FORM

    def command(self) -> Command:
        """Add what is typed, and hang it there."""
        adding = super().command()
        if not self._number or not isinstance(adding, AddProblem):
            return adding
        is_part = self._kind is Kind.PROBLEM
        return AddProblemBelow(adding, None if is_part else self._number, self._number if is_part else None)
