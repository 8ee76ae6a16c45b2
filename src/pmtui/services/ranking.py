"""What the workspace is ranked by: a scorecard, or a lens; and how far the two lenses agree."""

from dataclasses import dataclass

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.errors import Refusal
from pmtui.domain.inputs import typed_codes
from pmtui.domain.lens import lens_scorecard, rank_gaps, tau_b
from pmtui.domain.ranking import rank_scores
from pmtui.domain.scorecard import Scorecard
from pmtui.domain.workspace import LENSES
from pmtui.store.queries import problems
from pmtui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class RankBy:
    """Rank by a scorecard (its newest version, by name in any case) or by a lens: customer, business or blend.

    customer_weight: of the customer's side in the blend, from 0 to 1; None leaves it as it is.
    """

    name: str
    customer_weight: float | None = None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Set it. Raises Refusal for a name that is neither, and a weight out of its scale."""
        settings = uow.settings
        weight = settings.customer_weight if self.customer_weight is None else self.customer_weight
        scorecard = ranking_by(uow, self.name, weight)
        lens = self.name.strip().casefold() if self.name.strip().casefold() in LENSES else ""
        ranked_by = settings.ranked_by if lens else scorecard.id
        uow.workspace.save(evolve(settings, lens=lens, ranked_by=ranked_by, customer_weight=weight))
        return Outcome(f"Ranked by {scorecard.title}")


@dataclass(frozen=True, slots=True)
class MoveWeight:
    """Give the customer's side of the blend more weight, or less (negative); what is no blend becomes one first.

    It is told as a difference, so that keys that come fast add up.
    """

    by: float

    def run(self, uow: UnitOfWork) -> Outcome:
        """Move it, as far as the scale from 0 to 1 goes."""
        weight = uow.settings.customer_weight
        if uow.settings.lens == "blend":
            weight = min(1.0, max(0.0, round(weight + self.by, 2)))
        return RankBy("blend", weight).run(uow)


@dataclass(frozen=True, slots=True)
class TakeRangesFromEvidence:
    """Let single values count as ranges, the wider the weaker their evidence, or no longer."""

    on: bool

    def run(self, uow: UnitOfWork) -> Outcome:
        """Set it."""
        uow.workspace.save(evolve(uow.settings, ranges_from_evidence=int(self.on)))
        return Outcome("Single values count as ranges from their evidence" if self.on else "Only typed ranges count")


def ranking_by(uow: UnitOfWork, name: str = "", customer_weight: float | None = None) -> Scorecard:
    """The scorecard or lens of this name, in any case; "" for what the workspace is ranked by. Raises Refusal."""
    lens = name.strip().casefold()
    if not lens:
        return uow.scorecard
    if lens in LENSES:
        return lens_scorecard(lens, uow.settings.customer_weight if customer_weight is None else customer_weight)
    return scorecard_named(uow, name)


def inputs_to_type(uow: UnitOfWork, name: str = "") -> tuple[str, tuple[str, ...]]:
    """The title of a scorecard or lens, and the codes of what is typed for it. name: as for ranking_by."""
    scorecard = ranking_by(uow, name)
    return scorecard.title, typed_codes(scorecard.compiled.names)


@dataclass(frozen=True, slots=True)
class RankingView:
    """What the workspace is ranked by (the name of a scorecard or a lens), and what else it could be ranked by."""

    name: str
    customer_weight: float
    scorecards: tuple[str, ...]
    ranges_from_evidence: bool


def ranking_view(uow: UnitOfWork) -> RankingView:
    """What is ranked by, for a menu."""
    settings = uow.settings
    name = settings.lens or uow.scorecard.name
    names = tuple(scorecard.name for scorecard in scorecards(uow))
    return RankingView(name, settings.customer_weight, names, bool(settings.ranges_from_evidence))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One problem with its rank by each lens."""

    number: int
    title: str
    customer: int
    business: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the lenses agree.

    tau: Kendall's tau-b, None where undefined. gaps: the disagreement list, the largest gap first.
    """

    tau: float | None
    gaps: tuple[Disagreement, ...]


def agreement(uow: UnitOfWork) -> Agreement:
    """Kendall's tau-b over the problems that have both ranks, and what the lenses disagree about."""
    rows = problems.lens_scores(uow.connection)
    customer = rank_scores((number, score) for number, score, _ in rows if score is not None)
    business = rank_scores((number, score) for number, _, score in rows if score is not None)
    both = [(first, second) for _, first, second in rows if first is not None and second is not None]
    gaps = rank_gaps(customer, business)
    titles = problems.titles_of(uow.connection, [number for number, _ in gaps])
    listed = (Disagreement(number, titles[number], customer[number][0], business[number][0]) for number, _ in gaps)
    return Agreement(tau_b(both), tuple(listed))


def scorecards(uow: UnitOfWork) -> tuple[Scorecard, ...]:
    """The newest version of each scorecard, in the order they were made."""
    newest: dict[str, Scorecard] = {}
    for scorecard in uow.scorecards.all(order="version"):
        newest[scorecard.name] = scorecard
    return tuple(sorted(newest.values(), key=lambda scorecard: scorecard.id))


def scorecard_named(uow: UnitOfWork, name: str) -> Scorecard:
    """The newest version of the scorecard of this name, in any case; the beginning of one name alone will do.

    Raises Refusal that names those there are.
    """
    known, wanted = scorecards(uow), name.strip().casefold()
    begun = [scorecard for scorecard in known if wanted and scorecard.name.casefold().startswith(wanted)]
    for scorecard in known:
        if scorecard.name.casefold() == wanted or begun == [scorecard]:
            return scorecard
    names = ", ".join(scorecard.name for scorecard in known)
    raise Refusal(f"There is no scorecard {name}.", f"There are {names}, and the lenses customer, business and blend.")
