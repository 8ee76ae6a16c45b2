"""What a scorecard that is still being written would do."""

from dataclasses import dataclass

from pmtui.domain.criterion import Criterion, from_one_to_ten
from pmtui.domain.formula import FormulaRefusal, parse_formula
from pmtui.domain.scorecard import Scorecard, score_problem
from pmtui.store.queries import problems
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ScorecardPreview:
    """How a formula is read, and what it gives for one problem.

    complaint: why it can't be read, "" when it can; at: the place in the formula where that is so. criteria: those it
    uses, in its order; new: the codes of those that will be made. title: of the problem, "" without one. score: its
    score, None where missing says which inputs it needs (or "undefined").
    """

    complaint: str = ""
    at: int | None = None
    criteria: tuple[Criterion, ...] = ()
    new: tuple[str, ...] = ()
    title: str = ""
    score: float | None = None
    missing: tuple[str, ...] = ()


def preview_scorecard(uow: UnitOfWork, formula: str, problem: int | None) -> ScorecardPreview:
    """Read a formula and score a problem by it; with a problem that is gone, or none, it is only read."""
    try:
        names = parse_formula(formula).names
    except FormulaRefusal as refusal:
        return ScorecardPreview(str(refusal), refusal.at)
    if not names:
        return ScorecardPreview("The formula has no criterion.", 0)
    known = {criterion.code: criterion for criterion in uow.criteria.all()}
    found = uow.problems.find(problem) if problem is not None else None
    score = None
    if found is not None:
        inputs = problems.inputs_of(uow.connection, [found.id])[found.id]
        score = score_problem(Scorecard(0, "", 1, formula, formula), inputs)
    return ScorecardPreview(
        criteria=tuple(known.get(name) or from_one_to_ten(name) for name in names),
        new=tuple(name for name in names if name not in known),
        title=found.title if found is not None else "",
        score=score.value if score is not None else None,
        missing=score.missing if score is not None else (),
    )
