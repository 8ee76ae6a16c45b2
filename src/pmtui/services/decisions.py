"""What a user does with decisions, and what is kept of the ranking at that moment."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pmtui.domain.base import evolve
from pmtui.domain.changes import Outcome
from pmtui.domain.decision import OUTCOMES, Decision
from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import show_amount
from pmtui.domain.keys import decision_key, problem_key
from pmtui.domain.links import DecisionEvidence, DecisionProblem
from pmtui.domain.ranking import rank_scores
from pmtui.domain.text import clean_block, clean_line
from pmtui.services.places import ranks_as_decided
from pmtui.services.uncertainty import present_contest, rank_uncertainty
from pmtui.store.unit_of_work import UnitOfWork

LINES = ("title", "driver", "approver", "contributors", "informed", "review_on")
BLOCKS = ("context", "options", "choice", "reason", "prediction", "learned")


@dataclass(frozen=True, slots=True)
class AddDecision:
    """Record a decision about problems, resting on evidence.

    texts: its texts by field. probability: of the prediction, from 0 to 1. freeze: whether to keep the ranking as it is
    now. supersedes: the number of the decision it takes the place of. place: the rank (from 1) that its one problem
    takes whatever the score says.
    """

    texts: Mapping[str, str]
    probability: float | None = None
    problems: tuple[int, ...] = ()
    evidence: tuple[int, ...] = ()
    freeze: bool = False
    supersedes: int | None = None
    place: int | None = None

    def run(self, uow: UnitOfWork) -> Outcome:
        """Record it. Raises Refusal for an empty title, two drivers, and what a decision can't be."""
        if self.supersedes is not None:
            uow.decisions.get(self.supersedes)
        if self.place is not None and len(set(self.problems)) != 1:
            raise Refusal("A place is decided for one problem.", "Select one problem, and decide its place.")
        texts = _cleaned(self.texts)
        decision = evolve(
            Decision(0, texts.get("title", ""), uow.now, uow.now),
            probability=self.probability,
            ranking=frozen_ranking(uow) if self.freeze else "",
            supersedes=self.supersedes,
            place=self.place,
            **texts,
        )
        number = uow.decisions.add(decision)
        for problem in dict.fromkeys(self.problems):
            uow.decision_problems.add(DecisionProblem(0, number, uow.problems.get(problem).id))
        for piece in dict.fromkeys(self.evidence):
            uow.decision_evidence.add(DecisionEvidence(0, number, uow.evidence.get(piece).id))
        return Outcome(f"Recorded {decision_key(number)}", created=number)


@dataclass(frozen=True, slots=True)
class EditDecision:
    """Change texts of a decision, its probability and what it supersedes. The frozen ranking never changes.

    seen: the texts the user saw when the form was opened; one that is to change and is no longer as seen is not
    overwritten.
    """

    number: int
    texts: Mapping[str, str]
    probability: float | None = None
    supersedes: int | None = None
    seen: Mapping[str, str] = field(default_factory=dict)

    def run(self, uow: UnitOfWork) -> Outcome:
        """Change it. Raises Refusal when someone else changed the same field meanwhile."""
        decision, key = uow.decisions.get(self.number), decision_key(self.number)
        cleaned = {name: text for name, text in _cleaned(self.texts).items() if text != self.seen.get(name)}
        for name, text in cleaned.items():
            kept = getattr(decision, name)
            if name in self.seen and kept not in (self.seen[name], text):
                raise Refusal(
                    f"{key} was changed meanwhile: its {name.replace('_', ' ')} is now “{kept[:80]}”.",
                    "Your text is kept in the form. Copy it, close the form, and edit again.",
                )
        check_order(uow, self.number, self.supersedes)
        changed = evolve(decision, probability=self.probability, supersedes=self.supersedes, **cleaned)
        if changed == decision:
            return Outcome(f"{key} is as it was")
        uow.decisions.save(evolve(changed, updated_at=uow.now))
        return Outcome(f"Edited {key}")


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """Say how a prediction turned out and what was learned."""

    number: int
    came_true: bool
    learned: str = ""

    def run(self, uow: UnitOfWork) -> Outcome:
        """Keep it. Raises Refusal where nothing was predicted."""
        decision = uow.decisions.get(self.number)
        reviewed = evolve(
            decision,
            outcome=OUTCOMES[0] if self.came_true else OUTCOMES[1],
            reviewed_on=uow.today.isoformat(),
            learned=clean_block(self.learned).strip() or decision.learned,
            updated_at=uow.now,
        )
        uow.decisions.save(reviewed)
        miss = "" if reviewed.brier is None else f", Brier score {reviewed.brier:.2f}"
        return Outcome(f"Reviewed {decision_key(self.number)}: {reviewed.outcome}{miss}")


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """Connect a decision to problems and evidence, or take the connections off."""

    number: int
    problems: tuple[int, ...] = ()
    evidence: tuple[int, ...] = ()
    linked: bool = True

    def run(self, uow: UnitOfWork) -> Outcome:
        """Connect or disconnect them. Raises Refusal when one of them is gone."""
        key = decision_key(uow.decisions.get(self.number).id)
        for problem in self.problems:
            there = uow.decision_problems.all(decision_id=self.number, problem_id=uow.problems.get(problem).id)
            if self.linked and not there:
                uow.decision_problems.add(DecisionProblem(0, self.number, problem))
            elif not self.linked:
                uow.decision_problems.delete([link.id for link in there])
        for piece in self.evidence:
            kept = uow.decision_evidence.all(decision_id=self.number, evidence_id=uow.evidence.get(piece).id)
            if self.linked and not kept:
                uow.decision_evidence.add(DecisionEvidence(0, self.number, piece))
            elif not self.linked:
                uow.decision_evidence.delete([link.id for link in kept])
        return Outcome(f"{'Connected' if self.linked else 'Disconnected'} {key}")


@dataclass(frozen=True, slots=True)
class DeleteDecisions:
    """Delete decisions with their links; one that superseded another leaves it standing."""

    numbers: tuple[int, ...]

    def run(self, uow: UnitOfWork) -> Outcome:
        """Delete them. Raises Refusal when one is gone already."""
        for number in self.numbers:
            uow.decisions.get(number)
            uow.decision_problems.delete_where(decision_id=number)
            uow.decision_evidence.delete_where(decision_id=number)
            for later in uow.decisions.all(supersedes=number):
                uow.decisions.save(evolve(later, supersedes=None))
        uow.decisions.delete(self.numbers)
        keys = ", ".join(str(decision_key(number)) for number in self.numbers[:3])
        return Outcome(f"Deleted {keys if len(self.numbers) <= 3 else f'{len(self.numbers)} decisions'}")


def frozen_ranking(uow: UnitOfWork) -> str:
    """The ranking of this moment as JSON: by what, with which estimates, and how sure each place is."""
    scorecard = uow.scorecard
    asked = present_contest(uow)
    found = rank_uncertainty(asked)
    scores = {number: asked.score(number) or 0.0 for number in found.standings}
    criteria = asked.criteria
    rows = [
        {
            "key": str(problem_key(number)),
            "title": uow.problems.get(number).title,
            "rank": rank,
            "score": scores[number],
            "p_top": found.standings[number].top,
            "estimates": {
                code: show_amount(amount, criteria[code]) for code, amount in sorted(asked.items[number].items())
            },
        }
        for number, (rank, _) in ranks_as_decided(uow, rank_scores(scores.items())).items()
    ]
    about = {"ranked_by": scorecard.title, "formula": scorecard.formula, "at": uow.now, "top": asked.top}
    return json.dumps({**about, "seed": found.seed, "runs": found.runs, "rows": rows})


def _cleaned(texts: Mapping[str, str]) -> dict[str, str]:
    cleaned = {
        name: clean_block(text).strip() if name in BLOCKS else clean_line(text)
        for name, text in texts.items()
        if name in LINES or name in BLOCKS
    }
    if review_on := cleaned.get("review_on"):
        try:
            date.fromisoformat(review_on)
        except ValueError:
            raise Refusal(f"“{review_on}” is not a day.", "Type the day of the review as 2027-01-15.") from None
    return cleaned


def check_order(uow: UnitOfWork, number: int, supersedes: int | None) -> None:
    """Raise Refusal where a decision would take the place of itself, or of one that came after it."""
    earlier = supersedes
    while earlier is not None:
        if earlier == number:
            raise Refusal(
                f"{decision_key(supersedes or number)} came after {decision_key(number)}, or is the same.",
                "A decision supersedes an earlier one.",
            )
        earlier = uow.decisions.get(earlier).supersedes
