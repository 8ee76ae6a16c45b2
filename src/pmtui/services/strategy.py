"""What a user does with the boxes of the strategy page."""

from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.strategy import BOXES, StrategyBox
from pmtui.services.stale_fields import fields_to_change
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetBox:
    """Write a box of the strategy page; "" empties it.

    code: one of domain.strategy.BOXES. seen: the text the user saw when it was opened, None when nothing was seen; a
    box that is no longer as seen is not overwritten.
    """

    code: str
    text: str
    seen: str | None = None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Write it. Raises Refusal for an unknown box or stage, and when the box was changed meanwhile."""
        if self.code not in BOXES:
            raise Refusal(f"There is no box {self.code}.", "There are " + ", ".join(BOXES) + ".")
        name = BOXES[self.code]
        found = uow.strategy_boxes.all(code=self.code)
        kept = found[0].text if found else ""
        seen = {} if self.seen is None else {"text": self.seen}
        changes = fields_to_change(name, {"text": kept}, {"text": self.text}, seen, ("text",))
        text = changes.get("text", kept)
        if text == kept:
            return Outcome(f"{name} is as it was")
        if not text:
            uow.strategy_boxes.delete_where(code=self.code)
            return Outcome(f"Emptied {name}")
        if found:
            uow.strategy_boxes.save(evolve(found[0], text=text, updated_at=uow.now))
        else:
            uow.strategy_boxes.add(StrategyBox(0, self.code, text, uow.now))
        return Outcome(f"Wrote {name}")
