"""Scorecards of one's own: a name, a formula over criteria, and versions."""

import ast
import re
from dataclasses import asdict, dataclass, replace
from typing import Any

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.criteria import ANSWERS_CRITERION, BUILT_IN_CRITERIA, DERIVED
from pmtui.domain.criterion import check_criterion, from_one_to_ten, scale_in_words
from pmtui.domain.errors import Refusal
from pmtui.domain.formula import formula_in_words, parse_formula
from pmtui.domain.scorecard import BUILT_IN_SCORECARDS, RICE, Scorecard
from pmtui.domain.scorecard_text import ScorecardText
from pmtui.domain.text import clean_line
from pmtui.domain.weights import weighted_formula
from pmtui.domain.workspace import LENSES
from pmtui.services.ranking import scorecard_named
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class KeepScorecard:
    """Add a scorecard, or make a new version of the one of this name.

    Criteria that the workspace does not know yet are added: as the text describes them, else from 1 to 10. version: of
    the one the user saw, 0 where there was none of this name, None where that does not matter.
    """

    scorecard: ScorecardText
    version: int | None = None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Keep it. Raises Refusal for a formula or a criterion that can't be."""
        name = clean_line(self.scorecard.name)
        if not name or name.casefold() in LENSES:
            raise Refusal("A scorecard needs a name of its own.", "Customer, business and blend are the lenses.")
        formula = parse_formula(self.scorecard.formula)
        if not formula.names:
            raise Refusal("The formula has no criterion.", "Use names such as reach or value, with + - * / ** ( ).")
        value = self.scorecard.value or numerator(self.scorecard.formula)
        parse_formula(value)
        described = {criterion.code: criterion for criterion in self.scorecard.criteria}
        for code in dict.fromkeys((*formula.names, *parse_formula(value).names)):
            if not uow.criteria.all(code=code):
                uow.criteria.add(check_criterion(described.get(code) or from_one_to_ten(code)))
        versions = [kept for kept in uow.scorecards.all(order="version") if kept.name.casefold() == name.casefold()]
        newest = versions[-1] if versions else None
        if self.version is not None and self.version != (newest.version if newest else 0):
            raise Refusal(*_not_as_seen(name, newest))
        if newest and (newest.formula, newest.value) == (formula.text, value):
            return Outcome(f"{newest.title} is as it was")
        version = newest.version + 1 if newest else 1
        number = uow.scorecards.add(Scorecard(0, newest.name if newest else name, version, formula.text, value))
        if uow.settings.ranked_by in [kept.id for kept in versions]:
            uow.workspace.save(evolve(uow.settings, ranked_by=number))
        return Outcome(f"{'Changed' if newest else 'Added'} {uow.scorecards.get(number).title}", created=number)


@dataclass(frozen=True, slots=True)
class DeleteScorecard:
    """Delete a scorecard of one's own with its versions, or the changes of a built-in one.

    Rankings that were frozen keep its name and formula. Criteria that came with it and were never used go too.
    """

    name: str

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete it. Raises Refusal for an unknown one, and a built-in one that was never changed."""
        newest = scorecard_named(uow, self.name)
        built_in = [kept.id for kept in BUILT_IN_SCORECARDS]
        versions = [kept for kept in uow.scorecards.all(name=newest.name) if kept.id not in built_in]
        if not versions:
            raise Refusal(f"{newest.name} is built in.", "A copy under another name can be changed and deleted.")
        first = next((kept for kept in uow.scorecards.all(name=newest.name) if kept.id in built_in), RICE)
        if uow.settings.ranked_by in [kept.id for kept in versions]:
            uow.workspace.save(evolve(uow.settings, ranked_by=first.id))
        uow.scorecards.delete([kept.id for kept in versions])
        _delete_unused_criteria(uow)
        if first.name == newest.name:
            return Outcome(f"{first.name} is as it was built in")
        return Outcome(f"Deleted {newest.name}")


def _delete_unused_criteria(uow: UnitOfWork) -> None:
    built_in = {criterion.code for criterion in (*BUILT_IN_CRITERIA, ANSWERS_CRITERION)}
    used = {name for kept in uow.scorecards.all() for name in re.findall(r"\w+", f"{kept.formula} {kept.value}")}
    unused = [criterion.id for criterion in uow.criteria.all() if criterion.code not in built_in | used]
    uow.criteria.delete([number for number in unused if not uow.estimates.all(criterion_id=number)])


def scorecard_text(uow: UnitOfWork, name: str) -> ScorecardText:
    """The newest version of a scorecard with its criteria. Raises Refusal for an unknown name."""
    scorecard = scorecard_named(uow, name)
    known = {criterion.code: criterion for criterion in uow.criteria.all()}
    criteria = tuple(
        replace(known[code], id=0) for code in scorecard.compiled.names if code in known and code not in DERIVED
    )
    return ScorecardText(scorecard.name, scorecard.formula, scorecard.value, criteria)


def _not_as_seen(name: str, newest: Scorecard | None) -> tuple[str, str]:
    if newest is None:
        return f"{name} was deleted meanwhile.", "Undo brings it back."
    return f"There is {newest.title} already.", "Give another name, or close this and edit that one."


def scorecard_record(uow: UnitOfWork, name: str) -> dict[str, Any]:
    """A scorecard as other programs read it: formula, versions, criteria. Raises Refusal for an unknown name."""
    newest = scorecard_named(uow, name)
    known = {criterion.code: criterion for criterion in uow.criteria.all()}
    used = [known[code] for code in newest.compiled.names if code in known]
    return {
        "title": newest.name,
        "version": newest.version,
        "formula": newest.formula,
        "formula_in_words": formula_in_words(newest.formula, {one.code: one.name for one in used}),
        "value": newest.value,
        "criteria": [{**asdict(one), "scale": scale_in_words(one)} for one in used],
        "versions": [
            {"version": one.version, "formula": one.formula, "value": one.value}
            for one in uow.scorecards.all(order="version", name=newest.name)
        ],
    }


def formula_of_weights(uow: UnitOfWork, weights: tuple[tuple[str, float], ...]) -> str:
    """The formula of a weighted scorecard, from criterion codes and weights; unknown codes go from 1 to 10.

    Raises Refusal without any weight.
    """
    known = {criterion.code: criterion for criterion in uow.criteria.all()}
    return weighted_formula((known.get(code) or from_one_to_ten(code), weight) for code, weight in weights)


def numerator(formula: str) -> str:
    """What stands before the last division of a formula; the whole formula where it has none. Raises Refusal."""
    parse_formula(formula)
    tree = ast.parse(formula.strip(), mode="eval").body
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Div):
        return ast.unparse(tree.left)
    return formula.strip()
