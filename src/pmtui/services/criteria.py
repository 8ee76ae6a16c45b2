"""Criteria of one's own: made, described and changed."""

from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.criteria import ANSWERS_CRITERION, BUILT_IN_CRITERIA, DERIVED
from pmtui.domain.criterion import Criterion, check_criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import check_amount
from pmtui.domain.keys import problem_key
from pmtui.domain.text import clean_line
from pmtui.store.unit_of_work import UnitOfWork

_BUILT_IN = frozenset(criterion.code for criterion in (*BUILT_IN_CRITERIA, ANSWERS_CRITERION))


@dataclass(frozen=True, slots=True)
class KeepCriterion:
    """Add a criterion, or change the one of this code: its name, unit, scale, direction and meaning."""

    criterion: Criterion
    is_new: bool = True

    def run(self, uow: UnitOfWork) -> Outcome:
        """Keep it. Raises Refusal for a code that is taken, a built-in one, and a scale that leaves an estimate out."""
        texts = {name: clean_line(getattr(self.criterion, name)) for name in ("name", "unit", "steps", "meaning")}
        if not texts["name"]:
            raise Refusal("A criterion needs a name.", "Such as Strategic value.")
        criterion = check_criterion(evolve(self.criterion, **texts))
        kept = next(iter(uow.criteria.all(code=criterion.code)), None)
        if self.is_new:
            if kept is not None:
                raise Refusal(
                    f"There is a criterion {criterion.code} already: {kept.name}.", "Use it, or give another name."
                )
            return Outcome(f"Added the criterion {criterion.name}", created=uow.criteria.add(criterion))
        if kept is None:
            raise Refusal(f"There is no criterion {criterion.code}.", "It may have been deleted: undo brings it back.")
        if criterion.code in _BUILT_IN:
            raise Refusal(f"{kept.name} is built in and stays as it is.", "Make a criterion of your own beside it.")
        changed = evolve(criterion, id=kept.id)
        for estimate in uow.estimates.all(criterion_id=kept.id):
            try:
                check_amount(estimate.amount, changed)
            except Refusal as refusal:
                title = f"{problem_key(estimate.problem_id)} has an estimate outside the new scale. {refusal.title}"
                raise Refusal(title, "Change that estimate first.") from None
        if not uow.criteria.save(changed):
            return Outcome(f"The criterion {kept.name} is as it was")
        return Outcome(f"Changed the criterion {criterion.name}")


def criteria_to_use(uow: UnitOfWork) -> tuple[Criterion, ...]:
    """Every criterion a formula can use: one's own first, then the built-in ones."""
    everything = uow.criteria.all()
    return tuple(sorted(everything, key=lambda criterion: criterion.code in _BUILT_IN))


def is_own(criterion: Criterion) -> bool:
    """Whether a user made it and may change it."""
    return criterion.code not in _BUILT_IN and criterion.code not in DERIVED
