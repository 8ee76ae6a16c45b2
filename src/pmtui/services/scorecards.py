"""Scorecards of one's own: a name, a formula over criteria, and versions."""

import ast
import re
from dataclasses import dataclass, replace

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.criteria import DERIVED
from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.formula import parse_formula
from pmtui.domain.scorecard import Scorecard
from pmtui.domain.scorecard_text import ScorecardText
from pmtui.domain.text import clean_line
from pmtui.domain.workspace import LENSES
from pmtui.services.ranking import scorecard_named
from pmtui.store.unit_of_work import UnitOfWork

_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class KeepScorecard:
    """Add a scorecard, or make a new version of the one of this name.

    Criteria that the workspace does not know yet are added: as the text describes them, else from 1 to 10.
    """

    scorecard: ScorecardText

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
                uow.criteria.add(_checked(described.get(code) or _from_one_to_ten(code)))
        versions = [kept for kept in uow.scorecards.all(order="version") if kept.name.casefold() == name.casefold()]
        newest = versions[-1] if versions else None
        if newest and (newest.formula, newest.value) == (formula.text, value):
            return Outcome(f"{newest.title} is as it was")
        version = newest.version + 1 if newest else 1
        number = uow.scorecards.add(Scorecard(0, newest.name if newest else name, version, formula.text, value))
        if uow.settings.ranked_by in [kept.id for kept in versions]:
            uow.workspace.save(evolve(uow.settings, ranked_by=number))
        return Outcome(f"{'Changed' if newest else 'Added'} {uow.scorecards.get(number).title}", created=number)


def scorecard_text(uow: UnitOfWork, name: str) -> ScorecardText:
    """The newest version of a scorecard with its criteria. Raises Refusal for an unknown name."""
    scorecard = scorecard_named(uow, name)
    known = {criterion.code: criterion for criterion in uow.criteria.all()}
    criteria = tuple(
        replace(known[code], id=0) for code in scorecard.compiled.names if code in known and code not in DERIVED
    )
    return ScorecardText(scorecard.name, scorecard.formula, scorecard.value, criteria)


def numerator(formula: str) -> str:
    """What stands before the last division of a formula; the whole formula where it has none. Raises Refusal."""
    parse_formula(formula)
    tree = ast.parse(formula.strip(), mode="eval").body
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Div):
        return ast.unparse(tree.left)
    return formula.strip()


def weighted_formula(weights: tuple[tuple[str, float], ...]) -> str:
    """The formula of a weighted scorecard: the sum of criterion times weight. Raises Refusal without any weight."""
    parts = [f"{weight:g} * {code}" for code, weight in weights if weight]
    if not parts:
        raise Refusal("A weighted scorecard needs a weight.", "Such as value=0.6 fit=0.4.")
    return " + ".join(parts)


def _from_one_to_ten(code: str) -> Criterion:
    words = code.replace("_", " ").capitalize()
    return Criterion(0, code, words, "", "limited", 1, 10, 1, "10 most; 7 much; 4 some; 1 least", "From 1 to 10.")


def _checked(criterion: Criterion) -> Criterion:
    if not _CODE.fullmatch(criterion.code):
        raise Refusal(
            f"“{criterion.code}” can't name a criterion.", "Use small letters, digits and _, such as cost_of_delay."
        )
    highest = criterion.highest
    if (criterion.shape == "limited") != (highest is not None) or (highest is not None and highest <= criterion.lowest):
        raise Refusal(
            f"The scale of {criterion.name} has no room.", "A limited one has a lowest and a higher highest value."
        )
    return criterion
