"""Several commands as one step."""

from dataclasses import dataclass

from pmtui.domain.changes import Outcome
from pmtui.services.workspace import Command
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Together:
    """Do all of these or none: the user asked for them at once. The step is named after the first of them."""

    commands: tuple[Command, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Run them in order. Raises Refusal when one of them does."""
        outcomes = [command.run(uow) for command in self.commands]
        created = next((outcome.created for outcome in outcomes if outcome.created is not None), None)
        return Outcome(outcomes[0].label, "; ".join(filter(None, (outcome.notice for outcome in outcomes))), created)
